"""Keeping a change that the disk did not take: as a line in a file somewhere else."""

from pathlib import Path

import msgspec

from cartui.store.draft import Draft
from cartui.store.durable import read_file, reason, write_new
from cartui.store.events import Change, DamagedLine, Event, NewerLine, decode_line, encode_line
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
            write_new(_beside(path, name), text.encode("utf-8"))
        write_new(path, line)
    except OSError as error:
        raise SaveFailed(reason(error)) from error
    return path


def texts_aside(path: Path, change: Change) -> list[str]:
    """Return the draft texts that were kept with a change. Raises Damaged if one is not whole."""
    names = {str(value) for event in change.events for value in _values(event)}
    found: list[str] = []
    for name in sorted(name for name in names if TEXT_NAME.fullmatch(name)):
        read = read_file(_beside(path, name))
        if read is None:
            continue  # it was kept in the workspace before
        text = read[0].decode("utf-8", errors="replace")
        if name_of(text) != name:
            raise Damaged(f"A text kept with {path.name} is not whole. Nothing was taken in.")
        found.append(text)
    return found


def _values(event: Event) -> list[object]:
    return list(event.value.values()) if isinstance(event.value, dict) else [event.value]


def _beside(path: Path, name: str) -> Path:
    return path.with_name(f"{path.stem}-{name}.md")


def kept_aside(path: Path) -> Change:
    """Read a change that was kept aside. Raises Damaged if it is not whole."""
    try:
        return decode_line(path.read_bytes().rstrip(b"\n"))
    except (OSError, DamagedLine, NewerLine) as error:
        raise Damaged(
            f"{path.name} is not a change that cartui has kept, or not whole. Nothing was taken in."
        ) from error
