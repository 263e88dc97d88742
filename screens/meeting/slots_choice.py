"""Slots for the next meeting: a digit picks one, n offers another. They stand without reasons."""

from collections.abc import Callable
from functools import partial

from cartui.model.meetings import Meeting, Slot
from cartui.services.meeting_times import long_slot_words, slot_words
from cartui.services.meetings import Meetings
from cartui.services.wall_clock import long_day
from cartui.store.events import Change
from screens.parts.choice import Option
from screens.parts.doing import DoingScreen
from screens.parts.unsaved import Act

ASKS = "Offer (2026-03-31 14:00 and the place)"
Do = Callable[[Act], Change | None]


async def choose_slot(
    screen: DoingScreen, meetings: Meetings, meeting: Meeting, do: Do | None = None
) -> Change | None:
    """Show the slots offered after a meeting until one is picked (the change) or it is left.

    To be awaited in a worker of any page of a meeting. `do` does the verbs, as `screen.do` does.
    """
    act: Do = do or screen.do
    while True:
        slots = meetings.meeting(meeting.uid).slots
        at = await screen.choose(_title(meetings, meeting), _options(slots))
        if at is None:
            return None
        if at < len(slots):
            return act(partial(meetings.pick_slot, meeting, slots[at]))
        if at == len(slots):
            typed = await screen.ask_line(
                ASKS, _proposed(meetings, meeting), id=f"slot.{meeting.uid}"
            )
            if typed is None:
                return None
            act(partial(meetings.offer_slot, meeting, typed))
        else:
            await _take_off(screen, meetings, meeting, act)


async def _take_off(screen: DoingScreen, meetings: Meetings, meeting: Meeting, act: Do) -> None:
    slots = meetings.meeting(meeting.uid).slots
    options = [Option(long_slot_words(slot), str(n)) for n, slot in enumerate(slots, start=1)]
    at = await screen.choose("No longer offer", options)
    if at is not None:
        act(partial(meetings.take_off_slot, meeting, slots[at]))


def _options(slots: tuple[Slot, ...]) -> list[Option]:
    found = [Option(long_slot_words(slot), str(n)) for n, slot in enumerate(slots, start=1)]
    found.append(Option("offer another ..." if slots else "offer one ...", "n"))
    if slots:
        found.append(Option("no longer offer ...", "x"))
    return found


def _title(meetings: Meetings, meeting: Meeting) -> str:
    following = meetings.after(meeting)
    if following is not None and following.on:
        return f"The next meeting: {long_day(following.on)}; a digit moves it"
    return "The next meeting: a digit picks it"


def _proposed(meetings: Meetings, meeting: Meeting) -> str:
    return slot_words(meetings.proposed(meeting)) + " "
