"""Where a workspace may stand: folders for one person alone, no links, and a word of warning."""

import os
import re
import stat
import sys
from pathlib import Path

from cartui.store.problems import UnsafePlace

_PRIVATE = 0o700
_NETWORK = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "davfs", "afpfs", "9p", "ceph"}
_SYNCED = (
    ("OneDrive", re.compile(r"onedrive( -.*)?", re.IGNORECASE)),
    ("Dropbox", re.compile(r"dropbox( \(.*\))?", re.IGNORECASE)),
    ("iCloud", re.compile(r"icloud ?drive|mobile documents|com~apple~clouddocs", re.IGNORECASE)),
    ("Google Drive", re.compile(r"google ?drive(-.*)?", re.IGNORECASE)),
    ("Nextcloud", re.compile(r"nextcloud", re.IGNORECASE)),
)
_OURS = {"journal", "groups", "generations", "programme.json", "programme.back.json"}
_LEFT_BY_SYSTEMS = {"desktop.ini", "Thumbs.db", "lost+found"}
_MARKS = (("Syncthing", ".stfolder"), ("Dropbox", ".dropbox"), ("Dropbox", ".dropbox.cache"))


def prepare(folder: Path) -> list[str]:
    """Make a folder, and those above it that are missing, for this person alone (0700).

    Returns what was put right, as sentences. Raises UnsafePlace for a link, for something that is
    no folder and for another person's folder; OSError if it cannot be made.
    """
    try:
        found = os.lstat(folder)
    except FileNotFoundError:
        if not folder.parent.exists():
            prepare(folder.parent)
        try:
            os.mkdir(folder, _PRIVATE)
        except FileExistsError:  # another cartui made it in this very moment
            return prepare(folder)
        return []
    if stat.S_ISLNK(found.st_mode):
        raise UnsafePlace(f"{folder} is a link. Open the folder that it leads to instead.")
    if not stat.S_ISDIR(found.st_mode):
        raise UnsafePlace(f"{folder} is not a folder.")
    return _made_private(folder, found) if sys.platform != "win32" else []


def refuse_strangers(folder: Path) -> None:
    """Raise UnsafePlace if a folder holds other things and no workspace: it is not ours."""
    try:
        names = set(os.listdir(folder))
    except (FileNotFoundError, NotADirectoryError):
        return
    if names & _OURS or all(name.startswith(".") or name in _LEFT_BY_SYSTEMS for name in names):
        return
    raise UnsafePlace(
        f"{folder} holds other things and no workspace. Nothing was written there; "
        "choose an empty folder, or a new one."
    )


def prepare_below(root: Path, relative: str) -> list[str]:
    """Make each folder between a workspace and one of its files, as `prepare` does."""
    notices, folder = prepare(root), root
    for part in Path(relative).parts[:-1]:
        folder /= part
        notices += prepare(folder)
    return notices


def refuse_links(root: Path, relative: str) -> None:
    """Raise UnsafePlace if the workspace, or anything from it down to one file, is a link."""
    path = root
    for part in ("", *Path(relative).parts):
        path /= part
        if path.is_symlink():
            raise UnsafePlace(f"{path.name} is a link. cartui neither reads nor writes elsewhere.")


def place_warnings(folder: Path, *, mounts: str | None = None) -> list[str]:
    """Return what a facilitator should know about this place, as sentences; mostly none.

    `mounts` is the text of /proc/self/mountinfo; left out, it is read where there is one.
    """
    place = Path(os.path.abspath(folder))
    warnings = [
        f"This folder is copied elsewhere by {service}. Nothing is lost if two computers change "
        f"it, but private notes are then on that service too; a folder that stays on this computer "
        f"is safer."
        for service in _services(place)
    ]
    if (kind := _network_kind(place, _mountinfo() if mounts is None else mounts)) is not None:
        warnings.append(
            f"This folder is on a network drive ({kind}), where two computers cannot be kept apart "
            "for certain. Open it on one computer at a time, or keep it on this computer."
        )
    return warnings


if sys.platform != "win32":

    def _made_private(folder: Path, found: os.stat_result) -> list[str]:
        if found.st_uid != os.geteuid():
            raise UnsafePlace(f"{folder} belongs to somebody else on this computer.")
        if not found.st_mode & 0o077:
            return []
        try:
            os.chmod(folder, _PRIVATE)
        except OSError as error:
            raise UnsafePlace(f"{folder} cannot be closed to others.") from error
        if os.lstat(folder).st_mode & 0o077:
            return [f"{folder} is on a disk that cannot keep others on this computer out."]
        return [f"{folder} was open to others on this computer. It is now open to you alone."]


def _services(place: Path) -> list[str]:
    found = [name for name, known in _SYNCED if any(map(known.fullmatch, place.parts))]
    here = (place, *place.parents)
    found += [name for name, mark in _MARKS if any((each / mark).exists() for each in here)]
    return list(dict.fromkeys(found))


def _mountinfo() -> str:
    try:
        return Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _network_kind(place: Path, mounts: str) -> str | None:
    if sys.platform == "win32":
        return "a shared folder" if str(place).startswith("\\\\") else None
    best, kind = Path("/"), ""
    for line in mounts.splitlines():
        mount, _, system = line.partition(" - ")
        fields = mount.split(" ")
        if len(fields) < 5:
            continue
        point = Path(re.sub(r"\\([0-7]{3})", lambda code: chr(int(code[1], 8)), fields[4]))
        if (point == place or point in place.parents) and len(point.parts) >= len(best.parts):
            best, kind = point, system.split(" ", 1)[0]
    return kind if kind in _NETWORK else None
