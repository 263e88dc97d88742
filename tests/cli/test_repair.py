"""`cartui repair`: files changed by hand, and changes that were saved elsewhere."""

from pathlib import Path

import pytest

from cartui.model.kinds import OPEN
from cartui.model.notes import Note
from cartui.store.identity import Identity
from cartui.store.workspace import Workspace
from tests.cli.conftest import Shell


def texts(folder: Path, identity: Identity) -> list[str]:
    workspace = Workspace.open(folder, open_kinds=OPEN, identity=identity)
    try:
        return sorted(note.text for note in workspace.table(Note).values())
    finally:
        workspace.close()


def by_hand(folder: Path) -> Path:
    table = folder / "programme.json"
    table.write_text(table.read_text().replace("Ada rang", "Ada wrote"))
    return table


@pytest.mark.parametrize(("answer", "kept"), [("--take", "Ada wrote"), ("--restore", "Ada rang")])
def test_a_change_by_hand_is_taken_or_left_out(
    shell: Shell, workspace_folder: Path, identity: Identity, answer: str, kept: str
) -> None:
    shell("note", "add", "--stdin", given="Ada rang")
    edited = by_hand(workspace_folder).read_bytes()
    told = shell("repair")
    assert "“Ada rang” became “Ada wrote”" in told.stdout
    assert (workspace_folder / "programme.json").read_bytes() == edited
    assert shell("repair", answer).returncode == 0
    assert texts(workspace_folder, identity) == [kept]
    assert "No file was changed by hand." in shell("repair").stdout


def test_a_damaged_journal_line_is_written_again(
    shell: Shell, workspace_folder: Path, identity: Identity
) -> None:
    shell("note", "add", "--stdin", given="Ada rang\nBen rang")
    journal = next((workspace_folder / "journal").glob("*.jsonl"))
    journal.write_text(journal.read_text().replace("Ada rang", "Eve rang"))
    assert "What they said is written again" in shell("repair").stdout
    for table in workspace_folder.rglob("*.json*"):
        if table.parent.name != "journal":
            table.unlink()
    assert texts(workspace_folder, identity) == ["Ada rang", "Ben rang"]
    assert "written again" not in shell("repair").stdout


def test_a_change_saved_elsewhere_is_taken_in(
    shell: Shell, workspace_folder: Path, identity: Identity, tmp_path: Path
) -> None:
    workspace = Workspace.open(workspace_folder, open_kinds=OPEN, identity=identity)
    draft = workspace.draft("notebook.write_loose")
    draft.create(Note(uid="n", text="kept elsewhere"))
    kept = workspace.save_elsewhere(draft, tmp_path)
    workspace.close()
    shell("note", "add", "--stdin", given="first")
    assert shell("repair", "--unsaved", str(kept)).returncode == 0
    assert texts(workspace_folder, identity) == ["first", "kept elsewhere"]


def test_all_that_was_saved_elsewhere_is_taken_in_by_its_folder_or_by_a_star(
    shell: Shell, workspace_folder: Path, identity: Identity, tmp_path: Path
) -> None:
    sticks = [tmp_path / "a stick", tmp_path / "another"]
    workspace = Workspace.open(workspace_folder, open_kinds=OPEN, identity=identity)
    for stick in sticks:
        stick.mkdir()
        for number in range(3):
            draft = workspace.draft("notebook.write_loose")
            draft.create(Note(uid=f"{stick.name[2:5]}{number}", text=f"{stick.name} {number}"))
            workspace.save_elsewhere(draft, stick)
    workspace.close()
    ran = shell("repair", "--unsaved", str(sticks[0]))
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.count("Saved here: ") == 3
    ran = shell("repair", "--unsaved", *map(str, sorted(sticks[1].iterdir())))
    assert ran.returncode == 0, ran.stderr
    wanted = [f"{stick.name} {number}" for stick in sticks for number in range(3)]
    assert sorted(texts(workspace_folder, identity)) == wanted
    assert shell("repair", str(sticks[0])).returncode == 2


def test_a_file_that_is_no_change_is_refused(
    shell: Shell, workspace_folder: Path, tmp_path: Path
) -> None:
    shell("note", "add", "--stdin", given="first")
    (tmp_path / "other.jsonl").write_text('{"a":1}\n')
    ran = shell("repair", "--unsaved", str(tmp_path / "other.jsonl"))
    assert ran.returncode == 3
    assert "Nothing was taken in" in ran.stderr
    assert ran.stdout == ""
