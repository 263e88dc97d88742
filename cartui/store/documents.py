"""One document as JSON bytes: kept as the file holds it, opened only when asked, never guessed."""

from collections.abc import Iterable
from math import isfinite
from typing import Any

import msgspec
from msgspec import Raw

from cartui.store.problems import Damaged

_DOCUMENT = msgspec.json.Decoder(dict[str, Any])
_ENCODER = msgspec.json.Encoder()
_SIMPLE = frozenset({str, bool, type(None)})


def opened(raw: Raw) -> dict[str, Any]:
    """Return one document's fields. Raises Damaged if it is no JSON object."""
    try:
        return _DOCUMENT.decode(raw)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise Damaged("a record in the file cannot be read") from error


def in_one(raw: Iterable[Raw]) -> bytes:
    """Return documents as one JSON array: read in one go, thousands cost a third."""
    return b"[" + b",".join(raw) + b"]"


def fragment(document: Any) -> Raw:
    """Return a document as JSON bytes. Raises ValueError for what JSON would not give back."""
    if not isinstance(document, dict):
        raise ValueError(f"a record must be an object, not {type(document).__name__}")
    _refuse_unplain(document)
    return Raw(_ENCODER.encode(document))


def _refuse_unplain(value: Any) -> None:
    """Raise ValueError, without the value: it may be a private note on its way into a log."""
    if type(value) in _SIMPLE or isinstance(value, str):
        return
    if isinstance(value, float):
        if not isfinite(value):
            raise ValueError("a number that is not a number")
    elif isinstance(value, int):
        if not -(2**63) <= value < 2**63:
            raise ValueError("a number too large for other programs to read back")
    elif isinstance(value, dict):
        for name, each in value.items():
            if type(name) is not str:
                raise ValueError("a field's name must be text")
            if type(each) not in _SIMPLE:
                _refuse_unplain(each)
    elif isinstance(value, list | tuple):
        for each in value:
            _refuse_unplain(each)
    else:
        raise ValueError(f"JSON has no {type(value).__name__}")
