"""Where a workspace may stand: for one person alone, no links, a warning where others copy it."""

import os
from pathlib import Path

import pytest

from cartui.store.folders import place_warnings, prepare, prepare_below, refuse_links
from cartui.store.problems import UnsafePlace


def mode(folder: Path) -> int:
    return folder.stat().st_mode & 0o777


def test_new_folders_are_for_one_person_alone(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        assert prepare(tmp_path / "a" / "b") == []
        assert prepare_below(tmp_path / "a", "groups/g1/group.json") == []
    finally:
        os.umask(before)
    for folder in ("a", "a/b", "a/groups", "a/groups/g1"):
        assert mode(tmp_path / folder) == 0o700
    assert not (tmp_path / "a/groups/g1/group.json").exists()


@pytest.mark.parametrize("before", [0o755, 0o770, 0o777, 0o701])
def test_a_folder_open_to_others_is_closed_and_that_is_said(tmp_path: Path, before: int) -> None:
    folder = tmp_path / "workspace"
    folder.mkdir()
    folder.chmod(before)
    (notice,) = prepare(folder)
    assert "you alone" in notice
    assert mode(folder) == 0o700
    assert prepare(folder) == []


def test_a_disk_that_knows_no_modes_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tmp_path.chmod(0o755)
    monkeypatch.setattr(os, "chmod", lambda *rest: None)
    (notice,) = prepare(tmp_path)
    assert "cannot keep others" in notice


def test_a_folder_that_cannot_be_closed_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*rest: object) -> None:
        raise PermissionError

    tmp_path.chmod(0o755)
    monkeypatch.setattr(os, "chmod", refuse)
    with pytest.raises(UnsafePlace):
        prepare(tmp_path)


def test_links_files_and_other_peoples_folders_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = tmp_path / "real"
    prepare(real)
    (tmp_path / "link").symlink_to(real)
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    (tmp_path / "file").write_text("", encoding="utf-8")
    for name, why in (("link", "a link"), ("dangling", "a link"), ("file", "not a folder")):
        with pytest.raises(UnsafePlace, match=why):
            prepare(tmp_path / name)
    assert list(real.iterdir()) == []
    other = os.geteuid() + 1
    monkeypatch.setattr(os, "geteuid", lambda: other)
    with pytest.raises(UnsafePlace, match="somebody else"):
        prepare(real)


def test_a_link_anywhere_down_to_the_file_is_refused(tmp_path: Path) -> None:
    root = tmp_path / "workspace"
    prepare_below(root, "groups/g1/group.json")
    refuse_links(root, "groups/g1/group.json")
    (root / "groups/g2").symlink_to(root / "groups/g1")
    (root / "groups/g1/back.json").symlink_to("/etc/hostname")
    (tmp_path / "other").symlink_to(root)
    for place, relative in (
        (root, "groups/g2/group.json"),
        (root, "groups/g1/back.json"),
        (tmp_path / "other", "programme.json"),
    ):
        with pytest.raises(UnsafePlace):
            refuse_links(place, relative)
    with pytest.raises(UnsafePlace):
        prepare_below(root, "groups/g2/group.json")


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("/home/a/OneDrive/cartui", "OneDrive"),
        ("/home/a/OneDrive - Fife Council/cartui", "OneDrive"),
        ("/home/a/Dropbox (Work)/cartui", "Dropbox"),
        ("/Users/a/Library/Mobile Documents/com~apple~CloudDocs/cartui", "iCloud"),
        ("/home/a/Nextcloud/cartui", "Nextcloud"),
    ],
)
def test_folders_that_are_copied_elsewhere_are_named(folder: str, service: str) -> None:
    (warning,) = place_warnings(Path(folder), mounts="")
    assert f"by {service}" in warning


def test_a_folder_of_syncthing_is_known_by_its_mark(tmp_path: Path) -> None:
    inside = tmp_path / "shared" / "cartui"
    inside.mkdir(parents=True)
    assert place_warnings(inside, mounts="") == []
    (tmp_path / "shared" / ".stfolder").mkdir()
    (warning,) = place_warnings(inside, mounts="")
    assert "Syncthing" in warning


MOUNTS = (
    "22 1 254:0 / / rw - ext4 /dev/vda rw\n"
    "30 22 0:40 / /mnt/team\\040drive rw,relatime shared:1 - cifs //server/team rw\n"
    "31 22 0:41 / /home rw - nfs4 server:/home rw\n"
    "32 31 0:42 / /home/a/local rw - ext4 /dev/vdb rw\n"
    "33 22 0:43 / /mnt/team rw - ext4 /dev/vdc rw\n"
)


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/mnt/team drive/cartui", "cifs"),
        ("/mnt/team drive", "cifs"),
        ("/home/a/cartui", "nfs4"),
        ("/home/a/local/cartui", None),
        ("/mnt/team/cartui", None),
        ("/srv/cartui", None),
    ],
)
def test_network_drives_are_named(folder: str, kind: str | None) -> None:
    warnings = place_warnings(Path(folder), mounts=MOUNTS)
    assert len(warnings) == (kind is not None)
    if kind is not None:
        assert f"network drive ({kind})" in warnings[0]


def test_this_very_place_is_judged_without_being_told(tmp_path: Path) -> None:
    assert place_warnings(tmp_path / "not-yet-there") == []
