"""`cartui note add --stdin`: a printed id is a saved note."""

import signal
import subprocess
import sys
from pathlib import Path

from cartui.model.kinds import OPEN
from cartui.model.notes import Note
from cartui.store.identity import Identity
from cartui.store.workspace import Workspace
from tests.cli.conftest import Shell


def texts(folder: Path, identity: Identity) -> dict[str, str]:
    workspace = Workspace.open(folder, open_kinds=OPEN, identity=identity)
    try:
        return {note.uid: note.text for note in workspace.table(Note).values()}
    finally:
        workspace.close()


def test_each_line_becomes_a_note(shell: Shell, workspace_folder: Path, identity: Identity) -> None:
    ran = shell("note", "add", "--stdin", given="Ada rang\n\n   \nsecond, after blank lines")
    ids = ran.stdout.split()
    assert (ran.returncode, len(ids)) == (0, 2)
    kept = texts(workspace_folder, identity)
    assert [kept[uid] for uid in ids] == ["Ada rang", "second, after blank lines"]


def test_an_id_comes_before_the_next_line_is_read(
    workspace_folder: Path, identity: Identity
) -> None:
    command = [sys.executable, "-m", "cartui", "--data", str(workspace_folder)]
    with subprocess.Popen(
        [*command, "note", "add", "--stdin"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write(b"first\n")
        child.stdin.flush()
        uid = child.stdout.readline().decode().strip()
        child.kill()
    assert texts(workspace_folder, identity) == {uid: "first"}


def _may_be_interrupted() -> None:
    """Let the signal through, even where the suite itself runs behind another program."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_an_interruption_ends_with_130_and_keeps_what_is_saved(
    workspace_folder: Path, identity: Identity
) -> None:
    command = [sys.executable, "-m", "cartui", "--data", str(workspace_folder)]
    with subprocess.Popen(
        [*command, "note", "add", "--stdin"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, preexec_fn=_may_be_interrupted,  # noqa: PLW1509 - no threads here
    ) as child:  # fmt: skip
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write(b"first\n")
        child.stdin.flush()
        uid = child.stdout.readline().decode().strip()
        child.send_signal(signal.SIGINT)
        _, said = child.communicate(timeout=20)
    assert child.returncode == 130
    assert len(said.decode().strip().splitlines()) == 1
    assert texts(workspace_folder, identity) == {uid: "first"}


def test_notes_from_windows_lose_their_mark_and_line_ends(
    shell: Shell, workspace_folder: Path, identity: Identity
) -> None:
    shell("note", "add", "--stdin", given=b"\xef\xbb\xbfone\r\ntwo \xff\r\n")
    assert sorted(texts(workspace_folder, identity).values()) == [
        "one",
        "two \N{REPLACEMENT CHARACTER}",
    ]


def test_without_notes_it_says_how_to_give_them(shell: Shell) -> None:
    ran = shell("note", "add")
    assert ran.returncode == 2
    assert "--stdin" in ran.stderr


def test_the_facilitator_is_named_beside_the_note(
    shell: Shell, tmp_path: Path, workspace_folder: Path, identity: Identity
) -> None:
    (tmp_path / "config.toml").write_text('name = "Rowan"\n')
    shell("note", "add", "--stdin", given="one\n")
    workspace = Workspace.open(workspace_folder, open_kinds=OPEN, identity=identity)
    assert [note.by for note in workspace.table(Note).values()] == ["Rowan"]
    workspace.close()


def test_a_disk_that_takes_no_more_loses_nothing_acknowledged(
    workspace_folder: Path, identity: Identity
) -> None:
    command = f"ulimit -f 16; {sys.executable} -m cartui --data {workspace_folder} note add --stdin"
    given = "".join(f"note {number}\n" for number in range(500))
    ran = subprocess.run(["bash", "-c", command], input=given, capture_output=True, text=True)
    ids = ran.stdout.split()
    assert ran.returncode == 1
    assert 0 < len(ids) < 500
    assert f"The first {len(ids)} notes are saved" in ran.stderr
    kept = texts(workspace_folder, identity)
    assert [kept[uid] for uid in ids] == [f"note {number}" for number in range(len(ids))]
