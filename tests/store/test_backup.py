"""A backup is one whole file with everything in it, and never in another's place."""

import errno
import os
import zipfile
from pathlib import Path

import pytest

from cartui.model.kinds import OPEN
from cartui.model.people import Person
from cartui.model.rooms import Room
from cartui.store.identity import Identity
from cartui.store.problems import SaveFailed
from cartui.store.workspace import Workspace


@pytest.fixture
def workspace(workspace_folder: Path, identity: Identity) -> Workspace:
    made = Workspace.open(workspace_folder, open_kinds=OPEN, identity=identity)
    draft = made.draft("roster.add")
    draft.create(Person(uid="p", name="Ada"))
    made.commit(draft, room=Room.MEMBERS)
    return made


def test_a_backup_opens_as_a_workspace(
    workspace: Workspace, tmp_path: Path, identity: Identity
) -> None:
    count = workspace.backup(tmp_path / "kept.zip")
    workspace.close()
    assert (os.stat(tmp_path / "kept.zip").st_mode & 0o777) == 0o600
    with zipfile.ZipFile(tmp_path / "kept.zip") as archive:
        assert len(archive.namelist()) == count
        assert not [name for name in archive.namelist() if name.endswith((".lock", ".tmp"))]
        archive.extractall(tmp_path / "again")
    again = Workspace.open(tmp_path / "again", open_kinds=OPEN, identity=identity)
    assert again.table(Person)["p"].name == "Ada"
    again.close()


def test_an_existing_file_is_left_alone(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "kept.zip").write_text("older")
    with pytest.raises(SaveFailed, match="exists already"):
        workspace.backup(tmp_path / "kept.zip")
    assert (tmp_path / "kept.zip").read_text() == "older"
    workspace.close()


def test_a_stick_without_links_takes_a_backup(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    workspace.flush()
    monkeypatch.setattr(os, "link", no_links)
    assert workspace.backup(tmp_path / "kept.zip") > 1
    assert zipfile.is_zipfile(tmp_path / "kept.zip")
    assert not list(tmp_path.glob(".kept*"))
    workspace.close()


def test_a_full_disk_leaves_no_half_backup(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.flush()
    real = os.fsync

    def full(descriptor: int) -> None:
        if "kept" in os.readlink(f"/proc/self/fd/{descriptor}"):
            raise OSError(errno.ENOSPC, "No space left on device")
        real(descriptor)

    if not Path("/proc/self/fd").exists():
        pytest.skip("needs /proc to know which file is written")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SaveFailed, match="the disk is full"):
        workspace.backup(tmp_path / "kept.zip")
    assert not list(tmp_path.glob("*kept*"))
    workspace.close()
