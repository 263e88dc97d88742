"""A table file as bytes: `_meta` first, the tables, and last the checksum that proves them.

The file stays one JSON object of TinyDB's own shape, so plain TinyDB and any JSON tool open it.
The checksum (`_seal`) covers every byte before it.
"""

import json
import re
import time
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

import msgspec
from msgspec import Raw, Struct

from cartui.store.documents import fragment
from cartui.store.problems import Damaged, NewerFormat

FORMAT = 1
OUR_TABLES = frozenset({"_meta", "_seal"})
Tables = dict[str, dict[str, Raw]]

_MANY = 2000
_ID = re.compile(r"[1-9][0-9]{0,17}")


def _seal(body: bytes | bytearray | memoryview) -> bytes:
    return b',"_seal":{"1":{"sha256":"' + sha256(body).hexdigest().encode() + b'"}}}'


SEAL_LENGTH = len(_seal(b""))


class Reading(Struct, frozen=True, kw_only=True):
    """What one file held. `sealed` is false when the JSON is sound but its checksum is not."""

    meta: dict[str, Any]
    tables: Tables
    tail: bytes
    sealed: bool

    @property
    def generation(self) -> int:
        """How many times this file had been saved."""
        return int(self.meta["generation"])


class _Head(Struct, rename={"meta": "_meta"}):
    """The part of a file that every format has, now and later."""

    meta: dict[str, Any]


_ENCODER = msgspec.json.Encoder()
_HEAD = msgspec.json.Decoder(_Head)
_TABLES = msgspec.json.Decoder(dict[str, dict[str, Raw]])


def fragments(tables: Mapping[str, Mapping[str, Any]]) -> Tables:
    """Return every document as JSON bytes, by table and TinyDB id; `_meta` and `_seal` left out.

    What is bytes already stays as it is, so that a save of one record among thousands copies the
    others. Raises ValueError for an id that is no positive whole number, and as `fragment` does.
    """
    kept: Tables = {}
    for name, table in tables.items():
        if name not in OUR_TABLES:
            rows = kept[name] = dict(table)
            for doc_id in [each for each, document in rows.items() if type(document) is not Raw]:
                rows[doc_id] = _fresh(doc_id, rows[doc_id])
            if len(rows) > _MANY:
                time.sleep(0)  # the screen's thread may run
    return kept


def _fresh(doc_id: str, document: Any) -> Raw:
    if _ID.fullmatch(doc_id) is None:
        raise ValueError("a record's number is not a whole number")
    return fragment(document)


def encode(tables: Tables, meta: Mapping[str, Any]) -> bytearray:
    """Return the whole file. `meta` says format and generation, and what the caller keeps there.

    Raises ValueError for what JSON cannot hold.
    """
    if OUR_TABLES & tables.keys():
        raise ValueError("_meta and _seal are the file's own")
    raw = bytearray()
    _ENCODER.encode_into({"_meta": {"1": fragment(_checked(meta, FORMAT))}, **tables}, raw)
    del raw[-1]  # the brace that the checksum closes again
    raw += _seal(raw)
    return raw


def decode(raw: bytes, *, up_to: int = FORMAT) -> Reading:
    """Return what a file holds. Raises Damaged, and NewerFormat for a later cartui's file.

    A file whose checksum holds is trusted; any other is read word by word, and comes back with
    `sealed` false if it is sound: somebody changed it by hand, or a letter in it has flipped.
    A format above `up_to` counts as newer, whatever else is in the file.
    """
    if not raw:
        raise Damaged("the file is empty")
    sealed = raw[-SEAL_LENGTH:] == _seal(memoryview(raw)[:-SEAL_LENGTH])
    meta, tables = _trusted(raw, up_to) if sealed else _word_by_word(raw, up_to)
    return Reading(meta=meta, tables=tables, tail=raw[-SEAL_LENGTH:], sealed=sealed)


def _trusted(raw: bytes, up_to: int) -> tuple[dict[str, Any], Tables]:
    try:
        meta = _checked(_HEAD.decode(raw).meta.get("1"), up_to)
        everything = _TABLES.decode(raw)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise Damaged("the file is not one of cartui's") from error
    return meta, {name: rows for name, rows in everything.items() if name not in OUR_TABLES}


def _word_by_word(raw: bytes, up_to: int) -> tuple[dict[str, Any], Tables]:
    try:
        # an editor may have put a byte order mark before the text
        everything = json.loads(raw.decode("utf-8-sig"), object_pairs_hook=_without_repeats)
    except _RepeatedError as error:
        raise Damaged("a name stands twice in one place of the file") from error
    except (ValueError, RecursionError) as error:
        raise Damaged(f"the file is broken off or garbled{_where(error)}") from error
    if not isinstance(everything, dict) or not isinstance(everything.get("_meta"), dict):
        raise Damaged("the file does not say what it is")
    meta = _checked(everything["_meta"].get("1"), up_to)
    if not all(isinstance(table, dict) for table in everything.values()):
        raise Damaged("one of the file's tables is no table")
    try:
        return meta, fragments(everything)
    except (ValueError, RecursionError) as error:
        raise Damaged(f"the file holds what cartui cannot have written: {error}") from error


class _RepeatedError(ValueError):
    pass


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _RepeatedError
    return found


def _where(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f" (line {error.lineno}, column {error.colno})"
    return ""


def _checked(meta: Any, up_to: int) -> dict[str, Any]:
    """Return `_meta` once it says a format and a generation we know."""
    number = meta.get("format") if isinstance(meta, Mapping) else None
    if type(number) is not int or number < 1:
        raise Damaged("the file does not say its format")
    if number > up_to:
        raise NewerFormat(number)
    generation = meta.get("generation")
    if type(generation) is not int or not 0 <= generation < 10**15:
        raise Damaged("the file does not say which save it is")
    return dict(meta)
