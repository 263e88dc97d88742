"""What is on its way to a disk: writes and cuts of a file, and new names in a folder."""

from __future__ import annotations

from collections.abc import Callable

import msgspec


class DataStep(msgspec.Struct, frozen=True):
    """A write (`at` < 0: at the end) or, with `data` None, a cut to length `at`."""

    at: int
    data: bytes | None
    ended: int


class EntryStep(msgspec.Struct, frozen=True):
    """In this folder the name now stands for this inode, or for none.

    A rename also takes a name away (`gone`: folder and name), and never does half of it.
    """

    folder: int
    name: str
    inode: int | None
    ended: int
    gone: tuple[int, str] | None = None


def enter_into(entries: Callable[[int], dict[str, int]], step: EntryStep) -> None:
    """Do one entry step in the folders that `entries` gives."""
    if step.gone is not None:
        entries(step.gone[0]).pop(step.gone[1], None)
    if step.inode is None:
        entries(step.folder).pop(step.name, None)
    else:
        entries(step.folder)[step.name] = step.inode


def applied(sure: bytes, steps: list[DataStep], how: str) -> bytes:
    """A file's bytes after so much of these steps."""
    if how == "none":
        return sure
    whole = bytearray(sure)
    for step in steps:
        if step.data is None:
            del whole[step.at :]
            whole.extend(b"\0" * (step.at - len(whole)))
            continue
        at, size = (len(whole) if step.at < 0 else step.at), len(step.data)
        half = size // 2
        arrived = {
            "all": step.data,
            "half": step.data[:half],
            "zero": b"\0" * size,
            "hole": b"\0" * half + step.data[half:],
        }[how]
        whole.extend(b"\0" * (at - len(whole)))
        whole[at : at + len(arrived)] = arrived
    return bytes(whole)
