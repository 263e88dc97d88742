"""`cartui export record`, run as people run it: forms, members and outsiders, refusals."""

import io
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from cartui.model.meetings import CaptureKind
from tests.cli.conftest import Shell
from tests.screens.attendance_hall import NAMES, Kept, met

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(workspace_folder: Path, shell: Shell) -> Run:
    kept = Kept(workspace_folder, met(workspace_folder))
    kept.captures.capture(kept.meeting(1), "", CaptureKind.ACTION, "asha: ask for the log, 9 mar")
    kept.presences.rest(kept.meeting(1))
    kept.ws.close()

    def exported(*words: str) -> tuple[int, str]:
        done = shell("export", "record", *words)
        return done.returncode, done.stdout + done.stderr

    return exported


def test_one_meeting_as_a_page(run: Run) -> None:
    code, out = run("-", "--meeting", "2", "--format", "md")
    assert code == 0
    assert "# Record of Meeting 2, North" in out
    assert "Asha Rao: ask for the log, by Mon 9 Mar 2026" in out
    assert "Meeting 1" not in out


def test_all_that_were_held(run: Run) -> None:
    code, out = run("-", "--format", "txt")
    assert code == 0
    assert [line for line in out.splitlines() if line.startswith("Record of")] == [
        "Record of Meeting 1, North", "Record of Meeting 2, North",
    ]  # fmt: skip


def test_for_outsiders_nobody_is_named(run: Run) -> None:
    for form in ("md", "html", "txt"):
        code, out = run("-", "--format", form, "--public")
        assert code == 0
        assert not [name for name in NAMES if name in out]
        assert "ask for the log" not in out
    code, out = run("-", "--format", "csv", "--public")
    assert code == 2
    assert "leave out --public" in out


def test_a_word_file_by_its_ending(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "record.docx"
    assert run(str(file), "--meeting", "2")[0] == 0
    text = [paragraph.text for paragraph in docx.Document(io.BytesIO(file.read_bytes())).paragraphs]
    assert "Record of Meeting 2, North" in text
    assert run(str(file), "--meeting", "2")[0] == 1  # never over another


def test_what_was_said_as_a_table(run: Run) -> None:
    code, out = run("-", "--format", "csv")
    assert code == 0
    assert "North,Meeting 2,2026-02-09,action,ask for the log,Asha Rao,2026-03-09,,open" in out


def test_a_meeting_that_was_not_held_is_refused(run: Run) -> None:
    for number in ("3", "9"):
        code, out = run("-", "--meeting", number)
        assert code == 2
        assert f"No meeting {number} was held" in out
