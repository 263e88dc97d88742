"""Meetings: when they are, their agendas, who was there, what was said (product.md a4)."""

from enum import StrEnum
from typing import Annotated

from msgspec import Struct

from cartui.model.records import Record
from cartui.model.rooms import F, G


class Slot(Struct, frozen=True, kw_only=True):
    """A time that could suit for the next meeting. No reason stands with it: those are private.

    `on` is an ISO date, `start` a time of day as "14:00".
    """

    on: str
    start: str = ""
    venue: str = ""


class Meeting(Record, frozen=True):
    """One meeting of a group, or of several. It stands in the file of the group that holds it.

    `on` is an ISO date and `start` a time of day as "14:00", both as the clock on the wall says
    there; `minutes` is the planned length; `kind` one of the shipped words. `others` are the uids
    of further groups that take part (a retreat). `slots` are offered for the meeting after this
    one. `began_at` and `closed_at` are instants in UTC, empty until then; `confirmed_on` is the
    day on which the next meeting confirmed the record of this one.
    """

    number: Annotated[int, F] = 0
    title: Annotated[str, F] = ""
    kind: Annotated[str, F] = ""
    on: Annotated[str, F] = ""
    start: Annotated[str, F] = ""
    minutes: Annotated[int, F] = 120
    venue: Annotated[str, F] = ""
    area: Annotated[str, F] = ""
    others: Annotated[tuple[str, ...], F] = ()
    slot_agreed_by: Annotated[str, G] = ""
    slots: Annotated[tuple[Slot, ...], F] = ()
    began_at: Annotated[str, F] = ""
    closed_at: Annotated[str, F] = ""
    confirmed_on: Annotated[str, G] = ""
    away: Annotated[bool, F] = False


class Segment(Record, frozen=True):
    """One part of a meeting's agenda. `kind` is one of the shipped words.

    `questions` are its prompts, in order, as they are put before the room; `resource` is what is
    handed out or read. `owner` is a person's uid. A `protected` segment is never shortened to
    make up for an overrun. `about` is the uid of what it is held on (a card, a draft, a rule).
    `ran` is how many seconds it took in the end, 0 while that is unknown.
    """

    meeting: Annotated[str, F] = ""
    order: Annotated[float, F] = 0.0
    title: Annotated[str, F] = ""
    kind: Annotated[str, F] = ""
    minutes: Annotated[int, F] = 10
    questions: Annotated[tuple[str, ...], F] = ()
    resource: Annotated[str, F] = ""
    owner: Annotated[str, G] = ""
    protected: Annotated[bool, F] = False
    about: Annotated[str, G] = ""
    ran: Annotated[int, G] = 0
    away: Annotated[bool, F] = False


class Part(Struct, frozen=True, kw_only=True):
    """One part of an agenda that is kept as a template; its fields are those of a Segment."""

    title: str
    kind: str = ""
    minutes: int = 10
    questions: tuple[str, ...] = ()
    resource: str = ""
    protected: bool = False


class AgendaTemplate(Record, frozen=True):
    """An agenda that a group keeps as a template of its own, beside the shipped ones."""

    name: Annotated[str, G] = ""
    parts: Annotated[tuple[Part, ...], G] = ()
    away: Annotated[bool, G] = False


class Raised(Record, frozen=True):
    """That something is to be raised at the next meeting: a rule, card, comment, parked item.

    `about` is its uid, `words` what it was called, or what was typed where it is about nothing.
    `meeting` is the meeting whose agenda took it in, empty while it waits.
    """

    about: Annotated[str, G] = ""
    words: Annotated[str, G] = ""
    at: Annotated[str, G] = ""
    meeting: Annotated[str, G] = ""
    away: Annotated[bool, G] = False


class Presence(StrEnum):
    """How a member was there, in the order of the keys of the pass."""

    PRESENT = "present"
    LATE = "late"
    LEFT_EARLY = "left early"
    APOLOGIES = "apologies"
    ABSENT = "absent"

    @property
    def was_there(self) -> bool:
        """Whether the person was in the room for some of it."""
        return self in (Presence.PRESENT, Presence.LATE, Presence.LEFT_EARLY)


AWAY = frozenset({Presence.APOLOGIES.value, Presence.ABSENT.value})
"""The marks of those who were not there at all."""


class Attendance(Record, frozen=True):
    """How one person was at one meeting. The reason, if there is one, is back stage."""

    meeting: Annotated[str, G] = ""
    person: Annotated[str, G] = ""
    state: Annotated[str, G] = Presence.PRESENT.value


class CaptureKind(StrEnum):
    """What was caught while people spoke."""

    ACTION = "action"
    DECISION = "decision"
    PARKED = "parked"
    QUESTION = "question"
    NOTE = "note"


class Outcome(StrEnum):
    """What became of a capture at a later meeting."""

    OPEN = ""
    DONE = "done"
    CARRIED = "carried"
    DROPPED = "dropped"


class Capture(Record, frozen=True):
    """One line caught in a meeting, bound to the segment it was said in.

    `owner` is a person's uid, or the name as it was typed in `owner_name`; `due` an ISO date.
    `how` says how a decision was reached. `outcome` is what became of it, said at the meeting
    `settled_at`; "carried" leaves it open.
    """

    meeting: Annotated[str, G] = ""
    segment: Annotated[str, G] = ""
    kind: Annotated[str, G] = CaptureKind.NOTE.value
    text: Annotated[str, G] = ""
    owner: Annotated[str, G] = ""
    owner_name: Annotated[str, G] = ""
    due: Annotated[str, G] = ""
    how: Annotated[str, G] = ""
    at: Annotated[str, G] = ""
    outcome: Annotated[str, G] = Outcome.OPEN.value
    settled_at: Annotated[str, G] = ""
    away: Annotated[bool, G] = False
