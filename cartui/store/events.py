"""The unit of change: an immutable line of events, and the clock that orders lines."""

import json
import os
from collections.abc import Callable
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256
from typing import Any

import msgspec
from msgspec import Struct

FORMAT = 1


class Op(StrEnum):
    """What an event does to a record."""

    CREATE = "create"
    SET = "set"
    DELETE = "delete"
    RESTORE = "restore"


class Event(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One field of one record set, or one record created, deleted or restored.

    `value` and `was` are plain JSON values (for `create` an object of fields). `seen` names the
    heads that stood on the field when it was written, so that two edits are known to be
    concurrent without trusting any clock. `group` is the group whose file holds the record.
    """

    kind: str
    uid: str
    op: str = Op.SET
    field: str = ""
    value: Any = None
    was: Any = None
    seen: tuple[str, ...] = ()
    group: str = ""


class Change(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What one verb did: one line of a journal, one fsync.

    `id` begins with a hybrid clock reading, so ids sort in the order of the changes; `seq` counts
    the lines of one journal from 1. A change that touches both sides has the same id in the open
    and in the back journal: `half` stands on the back line, `with_back` on the open one.
    """

    id: str
    seq: int = 0
    device: str = ""
    verb: str = ""
    actor: str = ""
    room: str = ""
    at: str = ""
    about: tuple[str, ...] = ()
    undoes: str = ""
    half: bool = False
    with_back: bool = False
    heals: tuple[tuple[str, int, int], ...] = ()
    format: int = FORMAT
    events: tuple[Event, ...] = ()

    def ref(self, index: int) -> str:
        """Return the name of the event at `index`, as `seen` and the heads hold it."""
        return f"{self.id}.{index}"


def random_mark() -> str:
    """Return the random part of a change id: 40 bits, in hex."""
    return os.urandom(5).hex()


class HybridClock:
    """A hybrid logical clock: wall milliseconds and a counter, never running backwards.

    Source: Kulkarni et al., "Logical Physical Clocks" (2014). It only orders changes; that the
    machine's clock jumps at daylight saving or is set back does no harm.
    """

    def __init__(
        self,
        now: Callable[[], datetime],
        device: str,
        new_mark: Callable[[], str] = random_mark,
    ) -> None:
        self._now = now
        self._device = device[:8]
        self._new_mark = new_mark
        self._last = (0, 0)

    def next_id(self) -> str:
        """Return an id for a new change: reading, device, and 40 random bits.

        The random part keeps ids apart when a backup or a cloned laptop repeats a reading.
        """
        wall = int(self._now().timestamp() * 1000)
        milliseconds, counter = self._last
        self._last = (wall, 0) if wall > milliseconds else (milliseconds, counter + 1)
        milliseconds, counter = self._last
        return f"{milliseconds:012x}{counter:04x}-{self._device}-{self._new_mark()}"

    def observe(self, change_id: str) -> None:
        """Move past a reading that another device has made."""
        try:
            reading = (int(change_id[:12], 16), int(change_id[12:16], 16))
        except ValueError:
            return
        self._last = max(self._last, reading)


def device_of(ref: str) -> str:
    """Return the first eight characters of the device that made a change or an event."""
    return ref[17:25]


class DamagedLine(ValueError):
    """A journal line that does not prove itself."""


_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder(Change, strict=True)
_SUM = b',"sum":"'
_TAIL = len(_SUM) + 32 + 2
_OPS = frozenset(op.value for op in Op)


def encode_line(change: Change) -> bytes:
    """Return a change as one line that carries its own checksum (128 bits of SHA-256)."""
    body = _ENCODER.encode(change)[:-1]
    return body + _SUM + sha256(body).hexdigest()[:32].encode() + b'"}\n'


def decode_line(line: bytes) -> Change:
    """Return the change of one line without its line feed.

    Raises DamagedLine if a byte was changed, and NewerLine if a later cartui wrote it.
    """
    body, mark = line[:-_TAIL], line[-_TAIL:]
    if not line.endswith(b'"}') or not mark.startswith(_SUM):
        raise DamagedLine("the line has no checksum")
    if sha256(body).hexdigest()[:32].encode() != mark[len(_SUM) : -2]:
        raise DamagedLine("the checksum does not match")
    try:
        change = _DECODER.decode(body + b"}")
    except msgspec.DecodeError as error:
        raise _newer_or_damaged(body) from error
    if change.format > FORMAT or not _OPS.issuperset([event.op for event in change.events]):
        raise NewerLine(change.format)
    return change


class NewerLine(ValueError):
    """A line that proves itself but was written by a newer cartui, in the format `found`."""

    def __init__(self, found: int) -> None:
        super().__init__(f"format {found}")
        self.found = found


def _newer_or_damaged(body: bytes) -> ValueError:
    try:
        found = json.loads(body + b"}").get("format", FORMAT)
    except (ValueError, AttributeError):
        found = FORMAT
    if isinstance(found, int) and found > FORMAT:
        return NewerLine(found)
    return DamagedLine("the line is not a change")


def stamp(now: datetime) -> str:
    """Return a moment as journals hold it: ISO 8601, UTC, whole seconds."""
    return now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
