"""Keeping a change that the disk did not take: as a line in a file somewhere else."""

import re
from pathlib import Path

import msgspec

from cartui.store.draft import Draft
from cartui.store.durable import read_file, reason, write_new
from cartui.store.events import Change, DamagedLine, Event, NewerLine, decode_line, encode_line
from cartui.store.originals import ORIGINAL_NAME, Original
from cartui.store.problems import Damaged, SaveFailed
from cartui.store.texts import TEXT_NAME, name_of


def keep_aside(change: Change, draft: Draft, folder: Path) -> Path:
    """Write a draft as one journal line to a new file in `folder`, 0600, durably.

    Raises SaveFailed if that place does not take it either.
    """
    path = folder / f"cartui-unsaved-{change.id}.jsonl"
    line = encode_line(msgspec.structs.replace(change, seq=1, events=tuple(draft.events)))
    try:
        for name, text in draft.texts.items():
            write_new(_beside(path, f"{name}.md"), text.encode("utf-8"))
        for name, original in draft.originals.items():
            write_new(_beside(path, name), original.raw)
        write_new(path, line)
    except OSError as error:
        raise SaveFailed(reason(error)) from error
    return path


def texts_aside(path: Path, change: Change) -> list[str]:
    """Return the draft texts that were kept with a change. Raises Damaged if one is not whole."""
    found: list[str] = []
    for name in _names(change, TEXT_NAME):
        read = read_file(_beside(path, f"{name}.md"))
        if read is None:
            continue  # it was kept in the workspace before
        text = read[0].decode("utf-8", errors="replace")
        if name_of(text) != name:
            raise Damaged(f"A text kept with {path.name} is not whole. Nothing was taken in.")
        found.append(text)
    return found


def originals_aside(path: Path, change: Change) -> list[Original]:
    """Return the files that were kept with a change as received. Raises Damaged if one is not."""
    found: list[Original] = []
    for name in _names(change, ORIGINAL_NAME):
        read = read_file(_beside(path, name))
        if read is None:
            continue  # it was kept in the workspace before
        original = Original(read[0], f".{name.partition('.')[2]}")
        if original.name != name:
            raise Damaged(f"A file kept with {path.name} is not whole. Nothing was taken in.")
        found.append(original)
    return found


def _names(change: Change, form: re.Pattern[str]) -> list[str]:
    """Return the names of this form that a change speaks of."""
    names = {str(value) for event in change.events for value in _values(event)}
    return sorted(name for name in names if form.fullmatch(name))


def _values(event: Event) -> list[object]:
    return list(event.value.values()) if isinstance(event.value, dict) else [event.value]


def _beside(path: Path, name: str) -> Path:
    return path.with_name(f"{path.stem}-{name}")


def kept_aside(path: Path) -> Change:
    """Read a change that was kept aside. Raises Damaged if it is not whole."""
    try:
        return decode_line(path.read_bytes().rstrip(b"\n"))
    except (OSError, DamagedLine, NewerLine) as error:
        raise Damaged(
            f"{path.name} is not a change that cartui has kept, or not whole. Nothing was taken in."
        ) from error
