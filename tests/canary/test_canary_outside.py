"""What leaves the program: the command line's exports, and the report of a crash."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from cartui.cli import cartui
from cartui.store.identity import Identity
from tests.canary.opened import back_files, files_opened
from tests.canary.planting import MARK
from tests.canary.walking import walking
from tests.canary.witness import files_holding

EXPORTS = ["json", "people", "board"]


def run(folder: Path, *arguments: str) -> str:
    """Return all that a command says, on both of its ways out, and what it complains of."""
    result = CliRunner().invoke(cartui, ["--data", str(folder), *arguments])
    return result.output + result.stderr + str(result.exception or "")


@pytest.mark.parametrize("public", [False, True], ids=["members", "public"])
@pytest.mark.parametrize("what", EXPORTS)
def test_no_export_holds_the_marker_unless_it_is_asked_for(
    planted: Path, what: str, public: bool
) -> None:
    with files_opened() as opened:
        said = run(planted, "export", what, "-", *(["--public"] if public else []))
    assert len(said) > 200
    assert MARK not in said
    assert not back_files(opened)


def test_an_export_that_includes_the_back_stage_holds_every_field(planted: Path) -> None:
    said = run(planted, "export", "json", "-", "--include-back", "--yes")
    assert {*re.findall(rf"{MARK} (person_back|private_note|card_back) \w+", said)} == {
        "person_back",
        "private_note",
        "card_back",
    }


def test_private_things_are_not_given_out_unasked(planted: Path) -> None:
    said = run(planted, "export", "json", "-", "--include-back")
    assert MARK not in said
    assert "--yes" in said


def fail_with_the_marker() -> None:
    private = f"{MARK} stood in a variable"
    raise RuntimeError(f"a fault that tells {private}")


@pytest.mark.parametrize("stage", ["front", "back"])
async def test_a_crash_tells_nobodys_words(
    planted: Path,
    identity: Identity,
    tmp_path: Path,
    stage: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    farewell: list[str] = []

    async def crash() -> None:
        async with walking(planted, identity, (80, 24)) as walk:
            await walk.go_back_stage()
            await walk.press("2", "enter", "c", *"plain", "enter")
            if stage == "front":
                await walk.go_front()
            monkeypatch.setattr(walk.app, "action_history", fail_with_the_marker)
            await walk.pilot.press("i")
            farewell.extend(str(each) for each in walk.app._exit_renderables)

    with pytest.raises(RuntimeError):
        await crash()
    assert farewell
    assert MARK not in " ".join(farewell)
    assert MARK not in "".join(capsys.readouterr())
    reports = [*tmp_path.rglob("crash-*.txt")]
    assert reports
    assert "RuntimeError" in reports[0].read_text("utf-8")
    assert not files_holding(tmp_path, MARK)
