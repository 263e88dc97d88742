"""The manners of the command line: quick, short, honest exit codes, and no traceback ever."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from cartui.cli import COMMANDS, Commands, cartui
from cartui.commands import notes, opening
from cartui.commands.ending import ended
from tests.cli.conftest import Shell

HEAVY = ("textual", "rich", "tinydb", "msgspec", "asyncio")


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_import_nothing_heavy(option: str) -> None:
    asked = f"import sys\nsys.argv[1:] = ['{option}']\nfrom cartui.cli import main\n"
    looked = "try: main()\nexcept SystemExit: print(*sys.modules, file=sys.stderr)"
    ran = subprocess.run([sys.executable, "-c", asked + looked], capture_output=True, text=True)
    assert ran.stdout
    assert not set(HEAVY) & set(ran.stderr.split())


@pytest.mark.parametrize("words", [["note", "add", "--stdin"], ["export", "json", "-"], ["where"]])
def test_commands_without_a_screen_do_not_import_textual(
    words: list[str], workspace_folder: Path
) -> None:
    asked = f"import sys\nsys.argv[1:] = ['--data', {str(workspace_folder)!r}, *{words!r}]\n"
    looked = (
        "from cartui.cli import main\ntry: main()\n"
        "except SystemExit: print(*sys.modules, file=sys.stderr)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", asked + looked], capture_output=True, text=True, input="one\n"
    )
    assert not {"textual", "rich"} & set(ran.stderr.split())


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_command_in_the_list_is_there_and_has_help(name: str) -> None:
    assert isinstance(cartui, Commands)
    ran = CliRunner().invoke(cartui, [name, "--help"])
    assert ran.exit_code == 0
    assert "Usage:" in ran.output


def test_help_shows_examples_and_exit_codes(shell: Shell) -> None:
    said = shell("--help").stdout
    assert "Examples" in said
    assert "130" in said


@pytest.mark.parametrize("words", [[], ["demo"], ["present"]])
def test_without_a_terminal_one_sentence_and_two(shell: Shell, words: list[str]) -> None:
    ran = shell(*words)
    assert ran.returncode == 2
    assert len(ran.stderr.strip().splitlines()) == 1
    assert "terminal" in ran.stderr


@pytest.mark.parametrize("words", [["--nonsense"], ["nonsense"], ["export"], ["--theme", "pink"]])
def test_what_is_not_understood_ends_with_two(shell: Shell, words: list[str]) -> None:
    ran = shell(*words)
    assert ran.returncode == 2
    assert ran.stderr


def test_nothing_to_read_ends_with_three(shell: Shell, workspace_folder: Path) -> None:
    for words in (["export", "json", "-"], ["check"], ["backup", "b.zip"]):
        ran = shell(*words)
        assert (ran.returncode, ran.stdout) == (3, "") or words == ["check"]
        assert str(workspace_folder) in ran.stderr
    assert not workspace_folder.exists()


def test_no_workspace_is_no_error_of_the_workspace(shell: Shell) -> None:
    ran = shell("export", "json", "-", folder=None)
    assert ran.returncode == 1
    assert "--data" in ran.stderr


def test_a_link_is_refused_with_three(shell: Shell, workspace_folder: Path, tmp_path: Path) -> None:
    shell("note", "add", "--stdin", given="one\n")
    link = tmp_path / "link"
    link.symlink_to(workspace_folder)
    ran = shell("export", "json", "-", folder=link)
    assert ran.returncode == 3
    assert "link" in ran.stderr


def test_an_interrupted_command_ends_with_130(capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    assert ended(interrupted) == 130
    assert capsys.readouterr().err


def test_what_the_screens_end_with_is_the_exit_code(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault while screens are shown ends with 1, as the app says; leaving it ends with 0."""
    for code in (0, 1):
        monkeypatch.setattr(opening, "show", lambda *_, code=code: code)
        assert ended(lambda: cartui.main([], standalone_mode=False)) == code


def test_a_fault_of_ours_leaves_a_report_without_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    said_in_private = "Ada said something in private"

    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError(said_in_private)

    monkeypatch.setattr(notes, "opened", broken)
    words = ["note", "add", "--stdin", "--data", str(tmp_path / "workspace")]
    assert ended(lambda: cartui.main(words, standalone_mode=False)) == 1
    said = capsys.readouterr().err
    (report,) = (tmp_path / "state" / "reports").iterdir()
    assert str(report) in said
    assert "Traceback" not in said
    written = report.read_text()
    assert "ZeroDivisionError" in written
    assert "cartui/commands/notes.py" in written
    assert said_in_private not in written + said
    assert str(tmp_path) not in written
    assert report.stat().st_mode & 0o777 == 0o600


def test_where_names_every_place(shell: Shell, tmp_path: Path, workspace_folder: Path) -> None:
    said = shell("where").stdout
    for place in (workspace_folder, tmp_path / "config.toml", tmp_path / "state"):
        assert str(place) in said


@pytest.mark.parametrize("name", ["bash", "zsh", "fish", "powershell"])
def test_completion_for_every_shell(shell: Shell, name: str) -> None:
    ran = shell("completion", name)
    assert ran.returncode == 0
    assert "_CARTUI_COMPLETE" in ran.stdout


def test_a_reader_that_leaves_early_is_no_drama(workspace_folder: Path, shell: Shell) -> None:
    shell("note", "add", "--stdin", given=("a long note " * 60 + "\n") * 150)
    command = f"{sys.executable} -m cartui --data {workspace_folder} export json - | head -c 10"
    ran = subprocess.run(["bash", "-c", command], capture_output=True, text=True)
    assert ran.stderr == ""
