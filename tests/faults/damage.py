"""The ways in which one file can be damaged on a disk or by a hand."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import msgspec

SECTOR = 512
NUMBERED = re.compile(rb'"(\d+)":')


class Damage(msgspec.Struct, frozen=True, kw_only=True):
    """One file of a room, and the bytes it holds afterwards (None: the file is gone).

    Only the difference is kept: the bytes from `at` to `to` give way to `new`.
    """

    file: Path
    kind: str
    at: int = 0
    to: int = 0
    new: bytes | None = b""

    def do(self, room: Path) -> None:
        """Damage this file of the room."""
        path = room / self.file
        if self.new is None:
            path.unlink()
            return
        raw = path.read_bytes()
        path.write_bytes(raw[: self.at] + self.new + raw[self.to :])

    def __str__(self) -> str:
        return f"{self.file} {self.kind} at {self.at}"


def damages(
    file: Path, raw: bytes, earlier: bytes | None, dice: random.Random, step: int = 1
) -> Iterator[Damage]:
    """All damages of one file that change it, those of bytes for every `step`-th only."""
    for kind, at, to, new in _all(raw, earlier, dice, step):
        if new is None or raw[:at] + new + raw[to:] != raw:
            yield Damage(file=file, kind=kind, at=at, to=to, new=new)


Change = tuple[str, int, int, bytes | None]


def _all(raw: bytes, earlier: bytes | None, dice: random.Random, step: int) -> Iterator[Change]:
    yield from _whole(raw, earlier)
    yield from _lines(raw)
    for i in range(0, len(raw), step):
        byte = raw[i]
        yield "flip", i, i + 1, bytes([byte ^ (1 << dice.randrange(8))])
        if chr(byte).isdigit():
            yield "digit", i, i + 1, b"%d" % ((byte - 48 + 1) % 10)
        yield "cut", i, len(raw), b""
    for i in range(0, len(raw), SECTOR):
        end = min(i + SECTOR, len(raw))
        yield "sector", i, end, b"\0" * (end - i)


def _whole(raw: bytes, earlier: bytes | None) -> Iterator[Change]:
    end = len(raw)
    yield "gone", 0, end, None
    yield "zeros", 0, end, b"\0" * end
    yield "braces", 0, end, b"{}"
    yield "append", end, end, b"}"
    yield "append-zeros", end, end, b"\0" * SECTOR
    yield "doubled", end, end, raw
    if earlier is not None:
        yield "older", 0, end, earlier
    first, *rest = [*NUMBERED.finditer(raw), None]
    for match in rest:
        if first is not None and match is not None and match[1] != first[1]:
            yield "key-repeat", match.start(1), match.end(1), first[1]
            break


def _lines(raw: bytes) -> Iterator[Change]:
    starts = [0, *(m.end() for m in re.finditer(rb"\n", raw))]
    lines = [(a, b) for a, b in pairwise(starts) if b > a]
    for i, (a, b) in enumerate(lines if len(lines) > 1 else []):
        yield "line-dropped", a, b, b""
        yield "line-repeated", b, b, raw[a:b]
        if i:
            before = lines[i - 1]
            yield "lines-exchanged", before[0], b, raw[a:b] + raw[before[0] : before[1]]
