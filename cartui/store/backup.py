"""A copy of a whole workspace in one zip file, and taking one back."""

import os
import zipfile
from pathlib import Path

from cartui.store.durable import reason, sync_folder
from cartui.store.problems import SaveFailed


def back_up(folder: Path, target: Path) -> int:
    """Write every file of a workspace into a new zip file, 0600, durably. Returns how many.

    Raises SaveFailed; an existing file is never written over. Locks and temporary files stay out.
    """
    target = target.absolute()
    unfinished = target.with_name(f".{target.name}.part")
    try:
        if target.exists():
            raise SaveFailed(f"{target.name} exists already; choose another name")
        count = _write_zip(folder, unfinished)
        _put_in_place(unfinished, target)
        sync_folder(target.parent)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise SaveFailed(reason(error)) from error
    return count


def _put_in_place(unfinished: Path, target: Path) -> None:
    """Give the finished file its name, never over another; a stick may know no links."""
    try:
        os.link(unfinished, target)
    except FileExistsError:
        raise
    except OSError:
        os.rename(unfinished, target)
    else:
        unfinished.unlink()


def _write_zip(folder: Path, path: Path) -> int:
    count = 0
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for found in sorted(folder.rglob("*")):
                if found.is_file() and not found.is_symlink() and not _is_scratch(found):
                    archive.write(found, found.relative_to(folder).as_posix())
                    count += 1
        file.flush()
        os.fsync(file.fileno())
    return count


def _is_scratch(path: Path) -> bool:
    return path.name.endswith((".lock", ".tmp", ".part"))
