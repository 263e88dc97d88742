"""The meetings of a story, as `meetings.json` holds them: planned, held, what was said there."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from msgspec import Struct

from cartui.model.meetings import Capture, CaptureKind, Meeting, Outcome, Presence
from cartui.model.rooms import Room
from cartui.practice.telling import Act, Telling
from cartui.services.captures import Captures
from cartui.services.meetings import Meetings
from cartui.services.presences import Presences

LENGTH = 115
"""Minutes from the beginning of a meeting until it is closed: two hours, a little less."""


class Part(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One part of an agenda; `owner` is a member's id, `about` that of what it is held on."""

    title: str
    minutes: int
    kind: str
    questions: tuple[str, ...] = ()
    resource: str = ""
    owner: str = ""
    about: str = ""
    protected: bool = False


class Said(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A line that was caught in part `at` (from 1). `settled` is the number of the meeting at
    which it came to its `outcome`; `owner` a member's id, or `owner_name` words for several.
    """

    kind: CaptureKind
    at: int
    text: str
    owner: str = ""
    owner_name: str = ""
    due: str = ""
    how: str = ""
    outcome: Outcome = Outcome.OPEN
    settled: int = 0


class MeetingStory(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A meeting: on which day it was `planned`, and when it was; one that is `coming` was not held.

    `agenda` names one of the agendas beside it; `others` are the ids of further groups that take
    part. Who is not in `attendance` was present.
    """

    id: str
    planned: str
    on: str
    start: str
    venue: str
    area: str
    agenda: str
    minutes: int = 120
    kind: str = "group meeting"
    title: str = ""
    others: tuple[str, ...] = ()
    coming: bool = False
    attendance: dict[Presence, tuple[str, ...]] = {}
    captures: tuple[Said, ...] = ()


class MeetingStories(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All meetings in the order of time, and the agendas they were held by."""

    agendas: Mapping[str, tuple[Part, ...]]
    meetings: tuple[MeetingStory, ...]


def meeting_acts(told: MeetingStories) -> Iterator[Act]:
    """Yield every act of the meetings' stories; not yet in the order of time."""
    lines = [(held, line) for held in told.meetings for line in held.captures]
    number, before = 0, ""
    for held in told.meetings:
        number += not held.others  # a retreat has no number
        agenda = told.agendas[held.agenda]
        yield Act(on=held.planned, do=partial(_plan, held=held, agenda=agenda))
        if held.coming:
            continue
        yield Act(on=held.on, do=partial(_begin, id_=held.id))
        yield Act(on=held.on, do=partial(_attend, held=held))
        if before:
            yield Act(on=held.on, do=partial(_confirm, id_=before))
        before = held.id
        for where, line in lines:
            if line.settled == number and not held.others:
                yield Act(on=held.on, do=partial(_settle, where=where.id, line=line, id_=held.id))
        for line in held.captures:
            yield Act(on=held.on, do=partial(_say, id_=held.id, line=line))
        yield Act(on=held.on, do=partial(_close, id_=held.id), after=LENGTH)


def meeting_of(told: Telling, id_: str) -> Meeting:
    """Return a meeting as it stands now, by its id in the story."""
    return _meetings(told).meeting(told.uids[id_])


def _meetings(told: Telling) -> Meetings:
    return Meetings(told.ws, told.now_in, told.uids["group"])


def _plan(told: Telling, held: MeetingStory, agenda: tuple[Part, ...]) -> None:
    meetings = _meetings(told)
    more: dict[str, Any] = {}
    if held.others:  # a retreat is not one of the numbered meetings
        more = {"number": 0, "others": [told.uids[each] for each in held.others]}
    change = meetings.add(
        on=held.on, start=held.start, venue=held.venue, area=held.area, kind=held.kind,
        minutes=held.minutes, title=held.title, **more,
    )  # fmt: skip
    told.uids[held.id] = change.about[0]
    for number, part in enumerate(agenda, 1):
        meeting = meetings.meeting(told.uids[held.id])
        owner = told.uids[part.owner] if part.owner else ""
        change = meetings.add_segment(
            meeting, part.title, minutes=part.minutes, kind=part.kind, questions=part.questions,
            resource=part.resource, protected=part.protected, owner=owner,
        )  # fmt: skip
        told.uids[part_id(held.id, number)] = change.about[0]


def part_id(meeting: str, number: int) -> str:
    """Return the id of a part of a meeting's agenda, counted from 1."""
    return f"{meeting}, part {number}"


def _begin(told: Telling, id_: str) -> None:
    _meetings(told).begin(meeting_of(told, id_))


def _attend(told: Telling, held: MeetingStory) -> None:
    presences, meeting = Presences(told.ws, told.now_in, told.uids["group"]), held.id
    marks = {told.uids[who]: state.value for state, all_ in held.attendance.items() for who in all_}
    if marks:
        presences.mark(meeting_of(told, meeting), marks)
    presences.rest(meeting_of(told, meeting))


def _confirm(told: Telling, id_: str) -> None:
    _captures(told).confirm(meeting_of(told, id_))


def _captures(told: Telling) -> Captures:
    return Captures(told.ws, told.now_in, told.uids["group"])


def _say(told: Telling, id_: str, line: Said) -> None:
    owner = told.roster.called(told.uids[line.owner]) if line.owner else line.owner_name
    typed = f"{owner}: {line.text}" if owner else line.text
    typed = f"{typed}, {line.due}" if line.due else typed
    segment = told.uids[part_id(id_, line.at)]
    captures = _captures(told)
    change = captures.capture(meeting_of(told, id_), segment, line.kind, typed)
    told.uids[_line(id_, line)] = change.about[0]
    if line.how:
        captures.say_how(captures.find(change.about[0]), line.how)


def _line(meeting: str, line: Said) -> str:
    return f"{meeting}, “{line.text}”"


def _settle(told: Telling, where: str, line: Said, id_: str) -> None:
    capture = told.ws.table(Capture, group=told.uids["group"])[told.uids[_line(where, line)]]
    _captures(told).settle(capture, line.outcome, meeting_of(told, id_))


def _close(told: Telling, id_: str) -> None:
    """Close it; the parts took what was planned, the second a minute more, the last one less."""
    assert told.room is Room.MEMBERS  # noqa: S101 - a meeting is closed before everybody
    meetings, meeting = _meetings(told), meeting_of(told, id_)
    agenda = meetings.agenda(meeting)
    ran = {each.uid: each.minutes * 60 for each in agenda}
    ran[agenda[1].uid] += 60
    ran[agenda[-1].uid] -= 60
    meetings.close(meeting, ran)
