"""Who writes, on which device and when: given from outside, so that tests hold still."""

from collections.abc import Callable
from datetime import UTC, datetime
from uuid import uuid4

from msgspec import Struct

from cartui.store.events import random_mark


def now() -> datetime:
    """Return the time now on this machine, in UTC."""
    return datetime.now(UTC)


def _new_uid() -> str:
    return uuid4().hex


class Identity(Struct, frozen=True, kw_only=True):
    """`device` is this machine's random id (hex), `actor` the facilitator's name, perhaps empty.

    `clock` gives an aware datetime, `new_id` a new uid for a record, `new_mark` the random part
    of a change's id.
    """

    device: str
    actor: str = ""
    clock: Callable[[], datetime] = now
    new_id: Callable[[], str] = _new_uid
    new_mark: Callable[[], str] = random_mark
