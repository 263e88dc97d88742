"""Keeping a change that the disk did not take: as a line in a file somewhere else."""

import os
from pathlib import Path

import msgspec

from cartui.store.draft import Draft
from cartui.store.durable import reason
from cartui.store.events import Change, DamagedLine, NewerLine, decode_line, encode_line
from cartui.store.problems import Damaged, SaveFailed


def keep_aside(change: Change, draft: Draft, folder: Path) -> Path:
    """Write a draft as one journal line to a new file in `folder`, 0600, durably.

    Raises SaveFailed if that place does not take it either.
    """
    path = folder / f"cartui-unsaved-{change.id}.jsonl"
    line = encode_line(msgspec.structs.replace(change, seq=1, events=tuple(draft.events)))
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(line)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise SaveFailed(reason(error)) from error
    return path


def kept_aside(path: Path) -> Change:
    """Read a change that was kept aside. Raises Damaged if it is not whole."""
    try:
        return decode_line(path.read_bytes().rstrip(b"\n"))
    except (OSError, DamagedLine, NewerLine) as error:
        raise Damaged(
            f"{path.name} is not a change that cartui has kept, or not whole. Nothing was taken in."
        ) from error
