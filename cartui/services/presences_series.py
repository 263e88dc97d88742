"""Attendance read across a series: a person's strip, a meeting's count, who is expected."""

from collections.abc import Callable, Iterable

from msgspec import Struct

from cartui.model.meetings import Attendance, Meeting, Presence
from cartui.model.people import Group, Membership
from cartui.model.rooms import Room
from cartui.services.meetings_wall import MeetingsWall, when
from cartui.services.presences_wall import MARKED, Pass, was_there
from cartui.services.presences_words import COMING, GONE, NOT_NOTED, NOT_YET
from cartui.services.roles import is_facilitating
from cartui.services.service import Service
from cartui.store.workspace import Workspace


class Mark(Struct, frozen=True):
    """How one person was at one meeting: a state of the pass, or why there is none."""

    meeting: Meeting
    state: str


class Strips(Service):
    """The strip of every person, read once and then asked for; the newest meeting comes last."""

    def __init__(self, workspace: Workspace, room: Callable[[], Room]) -> None:
        super().__init__(workspace, room)
        self._held: list[tuple[Meeting, frozenset[str]]] = []
        self._taken: dict[tuple[str, str], str] = {}

    def read(self, group: str = "") -> None:
        """Read attendance anew, of one group or, without one, of all."""
        groups = [each.uid for each in self._ws.table(Group).values() if not each.away]
        self._held, self._taken = [], {}
        for uid in groups:
            taken = self._ws.table(Attendance, group=uid).values()
            self._taken |= {(each.meeting, each.person): each.state for each in taken}
            marked = {each.meeting for each in taken if each.state in MARKED}
            for meeting in MeetingsWall(self._ws, self._room, uid).meetings():
                of = frozenset((uid, *meeting.others))
                if (not group or group in of) and self._was_held(meeting, marked):
                    self._held.append((meeting, of))
        self._held.sort(key=lambda pair: when(pair[0]))

    @property
    def any(self) -> bool:
        """Whether any meeting has been held."""
        return bool(self._held)

    def _was_held(self, meeting: Meeting, marked: set[str]) -> bool:
        """Whether a meeting is on or over; one never begun counts once its day has a pass."""
        come = not meeting.on or meeting.on <= self._ws.today()
        return bool(meeting.began_at or meeting.closed_at) or (come and meeting.uid in marked)

    def of(self, person: str, memberships: Iterable[Membership]) -> list[Mark]:
        """Return a person's marks at the meetings of the groups they belong or belonged to."""
        own = {
            each.group: each
            for each in memberships
            if not each.away and not is_facilitating(each.role)
        }
        found = []
        for meeting, groups in self._held:
            state = self._taken.get((meeting.uid, person), "")
            belongs = [own[group] for group in groups if group in own]
            if state in MARKED or belongs:
                found.append(Mark(meeting, _state(state, meeting, belongs)))
        return found


def _state(state: str, meeting: Meeting, belongs: Iterable[Membership]) -> str:
    if state in MARKED:
        return state
    day, spans = meeting.on, [(each.joined, each.left) for each in belongs]
    if any(not (joined > day) and not (left and left <= day) for joined, left in spans):
        return NOT_NOTED
    return NOT_YET if any(joined > day for joined, _ in spans) else GONE


def count_words(there: int, asked: int) -> str:
    """Return "5 of 6" of what was counted, "" before the day, and while nobody is marked."""
    return f"{there} of {asked}" if asked else ""


def expected_words(pass_: Pass) -> str:
    """Return "Expected 12: 9 yes, 2 not heard, 1 apologies" for a meeting ahead, and who is here
    for one whose pass has begun.
    """
    counts = pass_.counts
    here = sum(count for state, count in counts.items() if was_there(state))
    if here:
        return f"Here {here} of {len(pass_.people)}"
    parts = (
        (counts[COMING], "yes"),
        (counts[""], "not heard"),
        (counts[Presence.APOLOGIES.value], "apologies"),
        (counts[Presence.ABSENT.value], "absent"),
    )
    said = ", ".join(f"{count} {word}" for count, word in parts if count)
    return f"Expected {len(pass_.people)}{': ' + said if said else ''}"


def in_words(marks: Iterable[Mark]) -> str:
    """Return a strip summed up: "present 7, late 1"; what never came up is left out."""
    counts: dict[str, int] = {}
    for mark in marks:
        counts[mark.state] = counts.get(mark.state, 0) + 1
    order = (*MARKED, NOT_NOTED, NOT_YET, GONE)
    return ", ".join(f"{state} {counts[state]}" for state in order if state in counts)
