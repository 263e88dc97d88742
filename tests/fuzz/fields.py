"""Spreading hostile texts over every field that holds words, in records of every open kind."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args, get_type_hints

import msgspec

from cartui.model.kinds import OPEN
from cartui.model.meetings import Attendance, Capture, CaptureKind, Presence
from cartui.model.records import Record
from cartui.model.rooms import Room
from cartui.store.identity import Identity
from cartui.store.workspace import Workspace

# What links records, orders them or is looked up in code: words there would show nothing at all.
LINKS = {
    *("uid", "group", "person", "card", "rule", "wording", "draft", "comment", "version", "author"),
    *("turn", "by", "owners", "cycle", "next_owner", "led_to", "from_stage", "to_stage", "stage"),
    *("about", "position", "verdict", "state", "how", "meeting", "segment", "owner"),
}
CODES = {(Capture, "kind"), (Capture, "outcome")}
"""Codes under a name that stands for words in other kinds."""
WORDS = {(Capture, "how")}
"""Words under a name that stands for a code in other kinds."""
GROUPS = 60
"""So many groups and no more: each is a board of its own."""


class Spread:
    """How many texts each field has been given so far, by kind and field."""

    def __init__(self, texts: list[str]) -> None:
        self._texts, self._next = texts, 0
        self.given: dict[tuple[str, str], int] = {}

    def take(self, kind: str, field: str) -> str:
        """Return the next text for a field."""
        self.given[kind, field] = self.given.get((kind, field), 0) + 1
        text = self._texts[self._next % len(self._texts)]
        self._next += 1
        return text

    @property
    def used(self) -> int:
        """How many different texts stand in some field."""
        return min(self._next, len(self._texts))


def worded(kind: type[Record]) -> list[str]:
    """Return the fields of a kind that hold words a person may read."""
    hints = get_type_hints(kind)
    return [
        field.name
        for field in msgspec.structs.fields(kind)
        if (field.name not in LINKS or (kind, field.name) in WORDS)
        and (kind, field.name) not in CODES
        and (hints[field.name] is str or str in get_args(hints[field.name]))
    ]


def write(folder: Path, identity: Identity, spread: Spread, each: int) -> None:
    """Write `each` records of every open kind, all their words hostile, into a new workspace.

    They are written past all that cleans, as a damaged or a hand-made file would bring them.
    """
    workspace = Workspace.open(folder, open_kinds=OPEN, identity=identity)
    for number in range(each):
        for group, records in _records(workspace, number, spread):
            words = (spread.take("change", "about"),)
            draft = workspace.draft("test.attack", about=words, group=group)
            for record in records:
                draft.create(record)
            workspace.commit(draft, room=Room.MEMBERS)
    workspace.close()


def _records(
    workspace: Workspace, number: int, spread: Spread
) -> Iterator[tuple[str, list[Record]]]:
    """Return one record of each kind, linked as a group's are: those of all, then the group's."""
    links = {
        "group": "group0", "person": f"person{number}", "card": f"card{number}",
        "rule": f"rule{number}", "wording": f"wording{number}", "draft": f"draft{number}",
        "comment": f"comment{number}", "version": f"draft_version{number}", "cycle": "CS5",
        "author": f"person{number}", "by": f"person{number}", "about": "", "stage": "topic",
        "position": "object", "verdict": "decline", "state": "unsure",
        "owners": (f"person{number}",), "owner": f"person{number}",
        "meeting": f"meeting{number}", "segment": f"segment{number}",
    }  # fmt: skip
    shared, grouped = list[Record](), list[Record]()
    for name, kind in OPEN.by_name.items():
        if name == "group" and number >= GROUPS:
            continue
        fields: dict[str, Any] = {
            field.name: links[field.name]
            for field in msgspec.structs.fields(kind.record)
            if field.name in links and (kind.record, field.name) not in WORDS
        }
        if kind.record is Attendance:
            fields["state"] = Presence.LEFT_EARLY.value
        for field in worded(kind.record):
            fields.setdefault(field, _fit(kind.record, field, spread.take(name, field)))
        if kind.record is Capture:
            fields["kind"] = list(CaptureKind)[number % len(CaptureKind)].value
        record = kind.record(uid=f"{name}{number}", **fields)
        (shared if name in SHARED else grouped).append(record)
    yield "", shared
    yield "group0", grouped


SHARED = {"programme", "partnership", "group", "person", "membership", "cycle"}


def _fit(kind: type[Record], field: str, text: str) -> Any:
    return (text,) if get_type_hints(kind)[field] is not str else text
