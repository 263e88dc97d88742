"""The 20 hostile strings, in every place a command reads and on everything it prints."""

import csv
import io
from pathlib import Path

import pytest

from cartui.model.text import ALIVE
from tests.cli.conftest import Ran, Shell
from tests.hostile import CONTROL, HOSTILE, MARKUP


def harmless(ran: Ran) -> str:
    """Return all that was printed, having found nothing in it that a terminal obeys."""
    said = ran.stdout + ran.stderr
    assert ALIVE.findall(said.replace("\r\n", "\n")) == []
    assert "fault of its own" not in said
    return said


def test_in_a_list_and_all_that_is_given_out(shell: Shell, tmp_path: Path) -> None:
    sheet = io.StringIO()
    words = [text for text in HOSTILE.values() if "\0" not in text]
    rows = [[f"Nr{number} {text}", text] for number, text in enumerate(words)]
    csv.writer(sheet).writerows([["Name", "Agency"], *rows])
    file = tmp_path / "list.csv"
    file.write_bytes(sheet.getvalue().encode())
    harmless(shell("import", "people", str(file), "--preview"))
    ran = shell("import", "people", str(file), "--yes")
    assert ran.returncode == 0, harmless(ran)
    for what in ("json", "people", "board"):
        harmless(shell("export", what, "-"))
    people = shell("export", "people", "-").stdout
    assert all(text in people.replace('""', '"') for text in MARKUP.values())


def test_in_notes(shell: Shell) -> None:
    ran = shell("note", "add", "--stdin", given="\n".join(HOSTILE.values()))
    assert len(harmless(ran).split()) == len(HOSTILE)
    said = harmless(shell("export", "json", "-"))
    assert all(text.replace('"', '\\"') in said for text in MARKUP.values())


@pytest.mark.parametrize("text", [text for text in CONTROL.values() if "\0" not in text])
def test_in_what_was_typed(shell: Shell, tmp_path: Path, text: str) -> None:
    harmless(shell(text))
    harmless(
        shell("export", "people", "-", "--group", text, folder=tmp_path / text.replace("/", ""))
    )


def test_in_names_of_files_and_groups(shell: Shell, tmp_path: Path) -> None:
    shell("note", "add", "--stdin", given="one\n")
    text = CONTROL["csi-clear"]
    harmless(shell("export", "people", "-", "--group", text))
    harmless(shell("import", "people", str(tmp_path / text), "--yes"))
    harmless(shell("export", "people", str(tmp_path / text)))
    harmless(shell("export", "people", str(tmp_path / text)))
    harmless(shell("where", folder=tmp_path / text))
    harmless(shell("check", folder=tmp_path / text))


def test_in_complaints(shell: Shell) -> None:
    words = [text for text in HOSTILE.values() if "\0" not in text and "\r" not in text]
    given = "Name,Joined\n" + "".join(f'Ada,"{text}"\n' for text in words)
    said = harmless(shell("import", "people", "-", "--yes", given=given))
    assert all(f"Line {number}:" in said for number, _ in enumerate(words, start=2))
