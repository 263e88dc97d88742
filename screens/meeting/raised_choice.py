"""What is to be raised, and what an agenda took in: read, opened, taken in, put back, let go."""

from collections.abc import Callable

from cartui.model.meetings import Meeting
from cartui.services.meetings import Meetings
from cartui.services.meetings_raised import ToRaise
from cartui.store.events import Change
from screens.parts.choice import Option, lettered
from screens.parts.doing import DoingScreen
from screens.parts.frame import FrameScreen
from screens.parts.unsaved import Act

Do = Callable[[Act], Change | None]
NOTHING = "Nothing is to be raised. r on a card, a rule or a comment raises it at the next meeting."


NONE_TAKEN = "Nothing was raised for this meeting yet: r on a card, a rule or a comment raises it."


async def choose_raised(
    screen: DoingScreen, meetings: Meetings, meeting: Meeting | None, do: Do
) -> None:
    """Show what waits and what the meeting took in; do with it what is chosen (in a worker)."""
    offers = list(_offers(meetings, meeting))
    if not offers:
        screen.say(NOTHING)
        return
    options = [option for option, _ in offers]
    at = await screen.choose("To raise", options)
    if at is not None:
        do(offers[at][1])


async def open_raised(screen: FrameScreen, meetings: Meetings, meeting: Meeting, way: str) -> None:
    """Show what the meeting took in, and go to what is chosen (in a worker).

    `way` says how more is taken in from here.
    """
    found = meetings.taken_in(meeting)
    if not found:
        screen.say(f"{NONE_TAKEN} {way}")
        return
    places = [meetings.where_is(each) for each in found]
    options = [
        Option(one.words, one.key, "opens it" if place is not None else "")
        for one, place in zip(lettered([each.words for each in found]), places, strict=True)
    ]
    at = await screen.choose("What was raised", options)
    if at is None:
        return
    if (place := places[at]) is not None:
        screen.post_message(screen.ThingWanted(place))
    else:
        screen.say(f"Raised in these words: {found[at].words}")


def _offers(meetings: Meetings, meeting: Meeting | None) -> list[tuple[Option, Act]]:
    waiting = meetings.waiting()
    found: list[tuple[Option, Act]] = []
    if waiting and meeting is not None and not meeting.closed_at:
        many = "1 thing" if len(waiting) == 1 else f"{len(waiting)} things"
        words = f"take {many} into this agenda"
        found.append((Option(words, "t"), lambda: meetings.take_in(meeting)))
    found += [_let_go(meetings, each) for each in waiting]
    for each in meetings.taken_in(meeting) if meeting is not None else ():
        found.append(_put_back(meetings, each))
    return found


def _let_go(meetings: Meetings, each: ToRaise) -> tuple[Option, Act]:
    more = "let it go" if each.records else "is due"
    return Option(each.words, "", more), lambda: meetings.let_go(each)


def _put_back(meetings: Meetings, each: ToRaise) -> tuple[Option, Act]:
    return Option(each.words, "", "put it back"), lambda: meetings.put_back(each)
