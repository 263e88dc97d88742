"""Moving a history in time: every date in a journal goes on by so many days, its order stays."""

import re
from datetime import date, timedelta
from typing import Any

import msgspec

from cartui.store.events import Change, Event, decode_line, encode_line

_DATE = re.compile(r"(?<![\d-])((?:19|20)\d\d)-(0[1-9]|1[0-2])(?:-([0-2]\d|3[01]))?(?![\d-])")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DAY = 86_400_000  # milliseconds, as the readings in change ids count them
_CLOCK = 12  # the signs of an id that hold its reading


def moved(journal: bytes, days: int) -> bytes:
    """Return a whole journal with all its dates `days` later. Raises DamagedLine."""
    lines = journal.splitlines()
    return b"".join(encode_line(_moved_change(decode_line(line), days)) for line in lines)


def _moved_change(change: Change, days: int) -> Change:
    return msgspec.structs.replace(
        change,
        id=_moved_id(change.id, days),
        at=moved_text(change.at, days),
        about=tuple(moved_text(word, days) for word in change.about),
        undoes=_moved_id(change.undoes, days) if change.undoes else "",
        events=tuple(_moved_event(event, days) for event in change.events),
    )


def _moved_event(event: Event, days: int) -> Event:
    return msgspec.structs.replace(
        event,
        value=_moved_value(event.value, days),
        was=_moved_value(event.was, days),
        seen=tuple(_moved_id(head, days) for head in event.seen),
    )


def _moved_id(change_id: str, days: int) -> str:
    reading = int(change_id[:_CLOCK], 16) + days * _DAY
    return f"{reading:0{_CLOCK}x}{change_id[_CLOCK:]}"


def _moved_value(value: Any, days: int) -> Any:
    if isinstance(value, str):
        return moved_text(value, days)
    if isinstance(value, list):
        return [_moved_value(each, days) for each in value]
    if isinstance(value, dict):
        return {name: _moved_value(each, days) for name, each in value.items()}
    return value


def moved_text(text: str, days: int) -> str:
    """Return a text with each ISO date in it `days` later; year and month, or a year alone, too."""
    if _YEAR.fullmatch(text):
        return _later(date(int(text), 7, 1), days).isoformat()[:4]
    return _DATE.sub(lambda found: _moved_date(found, days), text)


def _moved_date(found: re.Match[str], days: int) -> str:
    year, month, day = found.groups()
    try:
        then = _later(date(int(year), int(month), int(day or 15)), days).isoformat()
    except ValueError:  # 30 February: no date, so it stays as it is
        return found[0]
    return then if day else then[:7]


def _later(day: date, days: int) -> date:
    return day + timedelta(days=days)
