"""A meeting of two hours, minute by minute (product.md d1): what is planned, and what is pressed.

Each step begins and ends on the meeting's page, and can be done again from its beginning when the
plug was pulled in the middle of it. Steps are declared in the order of their minutes; `@step` of
another module adds to them.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from cartui.model.people import Group
from cartui.model.rooms import Room
from cartui.practice.copying import fresh_copy
from cartui.services.critique_words import critique_words
from cartui.services.drafts import Drafts
from cartui.services.meetings import Meetings
from tests.e2e.meeting_desk import OVER, STARTS, Desk, PlugPulled, opened
from tests.e2e.terminal import Terminal

AGENDA: tuple[tuple[str, int, str, tuple[str, ...]], ...] = (
    ("Welcome", 3, "welcome", ()),
    ("Our ground rules", 5, "rules", ()),
    ("The last record", 7, "record", ()),
    ("Check-in round", 7, "round", ("What has happened since we met?",)),
    ("What is a case study?", 13, "input", ("Which case do you have in mind?",)),
    ("Critique A", 25, "critique", ()),
    ("Critique B", 25, "critique", ()),
    ("Break", 5, "break", ()),
    ("Where our studies stand", 10, "board", ()),
    ("Pairs", 10, "discussion", ("What would change your mind?",)),
    ("Decisions and actions", 5, "closing", ()),
    ("The next date", 3, "closing", ()),
    ("Closing round", 2, "round", ("One word each.",)),
)
"""Title, minutes, kind, questions."""
ON, BEFORE = f" of {len(AGENDA)}", "The clock stands"
"""What stands on the meeting's page while it is on, and before that."""
CRITIQUE = critique_words().steps
PRESSES = 70
"""Fewer keys than are pressed in the whole meeting: the plug is pulled after some of them."""

Act = Callable[[Desk], None]
STEPS: list[tuple[float, Act]] = []


def step(minute: float) -> Callable[[Act], Act]:
    """Declare what is done at a minute of the meeting."""

    def declare(act: Act) -> Act:
        STEPS.append((minute, act))
        return act

    return declare


# --- beforehand


def planned(folder: Path, now: datetime) -> None:
    """Make a practice copy, and plan the meeting on its day."""
    fresh_copy("one-group", folder, today=now.astimezone().date())
    ws = opened(folder, lambda: now)
    try:
        group = next(iter(ws.table(Group)))
        meetings, drafts = Meetings(ws, _members, group), Drafts(ws, _members, group)
        day, about = now.astimezone().date().isoformat(), drafts.drafts()[0].uid
        uid = meetings.add(on=day, start=f"{STARTS}:00", venue="Room 2", minutes=120).about[0]
        for title, minutes, kind, questions in AGENDA:
            meetings.add_segment(
                meetings.meeting(uid), title, minutes=minutes, kind=kind, questions=questions,
                protected=kind == "break", about=about if kind == "critique" else "",
            )  # fmt: skip
    finally:
        ws.close()


def _members() -> Room:
    return Room.MEMBERS


# --- the meeting


@step(-30)
def opens_in_front_of_the_room_and_checks_it(desk: Desk) -> None:
    assert "~13:30" in desk.wait_for("FRONT members")
    desk.press("6", shows="14:00")
    desk.press("enter", shows=BEFORE)
    desk.press("s", shows="We begin at")
    assert desk.sees("PRESENT")
    desk.press("q", shows=BEFORE)


@step(-20)
def looks_at_what_is_private_and_leaves_it(desk: Desk) -> None:
    to_the_page(desk)
    desk.press("B", "enter", shows="BACK private")
    desk.press("s", shows="your own clock")
    desk.press("esc")
    desk.press("f", shows="FRONT members")


@step(-5)
def welcomes_with_a_page(desk: Desk) -> None:
    to_the_page(desk)
    desk.press("p", shows="We begin at")


@step(0)
def begins_from_the_page_by_the_clickers_key(desk: Desk) -> None:
    if desk.at < 0 and not desk.sees(ON):
        if not desk.sees("We begin at"):
            to_the_page(desk)
            desk.press("p", shows="We begin at")
        desk.ends = desk.now() + timedelta(minutes=3)
        desk.press(">", "q", shows=ON)
    desk.at = 0
    desk.clock_is_right()


@step(3)
def shows_the_rules(desk: Desk) -> None:
    part(desk, 1)
    desk.press("p", shows="PRESENT")
    desk.press("b")
    desk.terminal.wait_for_blank()
    desk.press("b", shows="PRESENT")
    desk.press("q", shows=ON)


@step(8)
def goes_on_to_the_last_record(desk: Desk) -> None:
    part(desk, 2)


@step(15)
def goes_on_to_the_check_in(desk: Desk) -> None:
    part(desk, 3)


@step(22)
def puts_the_question_before_the_room(desk: Desk) -> None:
    part(desk, 4)
    desk.press("p", shows="Which case do you have in mind?")
    desk.press("q", shows=ON)


@step(35)
def holds_the_first_critique(desk: Desk) -> None:
    part(desk, 5)
    critique(desk, "the numbers are from one ward")


@step(60)
def holds_the_second(desk: Desk) -> None:
    part(desk, 6)
    critique(desk, "say who asked for it")


@step(85)
def breaks(desk: Desk) -> None:
    part(desk, 7)


@step(90)
def moves_a_card_on_the_board_and_comes_back(desk: Desk) -> None:
    part(desk, 8)
    desk.press("3", shows="Festival volunteers")
    desk.keeps(">", "l", words="the coordinators have agreed")
    desk.press("p", shows="PRESENT")
    desk.press("q", shows="Festival volunteers")
    desk.press("6", shows=ON)


@step(100)
def lets_pairs_talk_with_a_minute_more(desk: Desk) -> None:
    part(desk, 9)
    desk.press("p", shows="What would change your mind?")
    desk.press("q", shows=ON)


@step(110)
def reads_back_what_was_decided(desk: Desk) -> None:
    part(desk, 10)


@step(115)
def offers_dates(desk: Desk) -> None:
    part(desk, 11)


@step(118)
def closes_with_a_round(desk: Desk) -> None:
    part(desk, 12)
    desk.press("p", shows="One word each.")
    desk.press("q", shows=ON)


@step(120)
def ends_with_thanks(desk: Desk) -> None:
    if not desk.sees(OVER):
        if desk.sees(ON):
            desk.press("E", "enter", shows=OVER)
        else:  # closed, and then the plug was pulled
            desk.press("6", "enter", shows=OVER)
    desk.press("p", shows="Thank you")
    assert not desk.sees("private")
    desk.press("q", shows=OVER)


# --- what several steps do


def to_the_page(desk: Desk) -> None:
    """Open the meeting's page, if the plug was pulled before it began."""
    if not desk.sees(BEFORE) and not desk.sees(ON):
        desk.press("6", shows="14:00")
        desk.press("enter", shows=BEFORE)


def part(desk: Desk, at: int) -> None:
    """Go on to a part of the agenda."""
    title, minutes, _, _ = AGENDA[at]
    desk.goes_on(at, f"{at + 1} of {len(AGENDA)}", minutes)
    assert desk.sees(title)
    desk.clock_is_right()


def critique(desk: Desk, words: str) -> None:
    """Hold a critique round on the draft of this part: a word is caught, all steps are gone."""
    desk.press("enter")
    desk.wait_for("PRESENT") if not desk.sees("go on at") else None
    if desk.sees("go on at"):
        desk.press("enter", shows="PRESENT")
    desk.keeps("1", words=words, after=critique_words().kept)
    while not desk.sees(CRITIQUE[-1].title):
        desk.press(">")
    desk.press("q", shows="The round is over")


# --- all of it


def held(
    folder: Path, clock: Path, open_: Callable[..., Terminal], size: tuple[int, int],
    *, pulls: int = 0, seed: int = 0,
) -> Desk:  # fmt: skip
    """Hold the whole meeting, the plug pulled so many times; return the desk at its end."""
    dice = Random(seed)
    set_to(clock, -30)
    planned(folder, datetime.now(UTC) + timedelta(seconds=float(clock.read_text())))
    when = frozenset(dice.sample(range(3, PRESSES), pulls))
    desk = Desk(folder, clock, open_, size, when, dice)
    for minute, act in sorted(STEPS, key=lambda each: each[0]):
        set_to(clock, minute)
        while True:
            try:
                act(desk)
                break
            except PlugPulled:
                desk.open_again()
    return desk


def set_to(clock: Path, minute: float) -> None:
    """Set the clock to a minute of the meeting, today."""
    begins = datetime.now().astimezone().replace(hour=STARTS, minute=0, second=0, microsecond=0)
    on = begins + timedelta(minutes=minute) - datetime.now(UTC)
    clock.write_text(f"{on.total_seconds():.3f}", encoding="ascii")
