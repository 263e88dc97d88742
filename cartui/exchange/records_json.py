"""Records as JSON: readable by any tool, and the same bytes for the same records."""

import re
from collections.abc import Iterable, Mapping

import msgspec
from msgspec import Struct

from cartui.model.text import ALIVE

FORMAT = 1


def records_out(records: Mapping[str, Iterable[Struct]]) -> bytes:
    """Return `{"format": 1, "records": {kind: [...]}}`, kinds by name and records by uid.

    What a terminal might obey is written as an escape, so the bytes are safe on a screen and
    mean the same.
    """
    kept = {
        kind: sorted(records[kind], key=lambda record: str(getattr(record, "uid", "")))
        for kind in sorted(records)
    }
    raw = msgspec.json.encode({"format": FORMAT, "records": kept}, order="deterministic")
    text = msgspec.json.format(raw, indent=1).decode()
    return ALIVE.sub(_escaped, text).encode() + b"\n"


def _escaped(sign: re.Match[str]) -> str:
    units = sign[0].encode("utf-16-be").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
