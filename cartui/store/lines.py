"""The lines of a journal as bytes: which of them prove themselves, and what the others were."""

from typing import Any

import msgspec
from msgspec import Struct

from cartui.store.events import Change, DamagedLine, NewerLine, decode_line


class Place(Struct, frozen=True):
    """How far a journal has been read: lines, bytes, the last line's checksum and change id."""

    seq: int = 0
    offset: int = 0
    sum: str = ""
    last: str = ""


class Broken(Struct, frozen=True, kw_only=True):
    """Lines that cannot be read: numbers `first` to `last`; `why` in plain words."""

    journal: str
    first: int
    last: int
    why: str


Line = Change | Broken


def encode_place(place: Place) -> dict[str, Any]:
    """Return a place as the tables' `_meta` keeps it."""
    return {"seq": place.seq, "offset": place.offset, "sum": place.sum, "last": place.last}


def decode_place(raw: Any) -> Place:
    """Return a place from `_meta`; anything odd means "read from the start"."""
    try:
        return msgspec.convert(raw, Place)
    except msgspec.ValidationError:
        return Place()


def proof_of(line: bytes) -> str:
    """Return the checksum a line carries (32 letters), without its line feed."""
    return line[-34:-2].decode("ascii", "replace")


class Parsed(Struct, kw_only=True):
    """What a stretch of a journal gave, and where it ended. `newer` is a later cartui's format."""

    place: Place
    lines: list[Line]
    newer: int = 0


def parse(raw: bytes, journal: str, place: Place) -> Parsed:
    """Read the whole lines of `raw`, which follows `place`. A torn tail is left out.

    Numbers that are passed over are named as damaged or missing; doubled lines count once.
    """
    found = Parsed(place=place, lines=[])
    seq, proof, last, bad, start = place.seq, place.sum, place.last, 0, 0
    while (end := raw.find(b"\n", start)) >= 0:
        line, start = raw[start:end], end + 1
        proof = proof_of(line)
        change = _change(line, found)
        if change is None:
            bad += 1
        elif change.seq > seq:
            found.lines += _between(journal, seq, change.seq, bad)
            found.lines.append(change)
            seq, last, bad = change.seq, change.id, 0
    if bad:
        found.lines += _between(journal, seq, seq + bad + 1, bad)
        seq += bad
    found.place = Place(seq=seq, offset=place.offset + start, sum=proof, last=last)
    return found


def _change(line: bytes, found: Parsed) -> Change | None:
    try:
        return decode_line(line)
    except DamagedLine:
        return None
    except NewerLine as newer:
        found.newer = max(found.newer, newer.found)
        return None


def _between(journal: str, before: int, after: int, bad: int) -> list[Broken]:
    if after == before + 1:
        return []
    why = "damaged" if bad else "missing"
    return [Broken(journal=journal, first=before + 1, last=after - 1, why=why)]
