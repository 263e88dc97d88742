"""A meeting of two hours, minute by minute (product.md d1): what is planned, and what is pressed.

Each step begins and ends on the meeting's page, and can be done again from its beginning when the
plug was pulled in the middle of it. Steps are declared in the order of their minutes; `@step` of
another module adds to them.
"""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random

from cartui.model.meetings import CaptureKind
from cartui.model.people import Group
from cartui.model.rooms import Room
from cartui.practice.copying import fresh_copy
from cartui.services.captures import Captures
from cartui.services.critique_words import critique_words
from cartui.services.drafts import Drafts
from cartui.services.meetings import Meetings
from tests.e2e.meeting_desk import OVER, STARTS, Desk, PlugPulled, everything, opened
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
BEFORE = "The clock is stopped"
"""What stands on the meeting's page before it begins."""
DONE = "have had their turn"
OPEN_ACTION = "bring the list of phone numbers"
CRITIQUE = critique_words().steps
PRESSES = 120
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
    """Make a practice copy, a meeting that was held, and the one to come, planned on its day."""
    fresh_copy("one-group", folder, today=now.astimezone().date())
    ws = opened(folder, lambda: now)
    try:
        group = next(iter(ws.table(Group)))
        meetings, drafts = Meetings(ws, _members, group), Drafts(ws, _members, group)
        day = now.astimezone().date()
        before = meetings.add(on=(day - timedelta(days=14)).isoformat(), start="14:00").about[0]
        meetings.begin(meetings.meeting(before))
        captures = meetings.beside(Captures)
        captures.capture(meetings.meeting(before), "", CaptureKind.ACTION, OPEN_ACTION)
        meetings.close(meetings.meeting(before))
        uid = meetings.add(on=day.isoformat(), start=f"{STARTS}:00", venue="Room 2").about[0]
        for title, minutes, kind, questions in AGENDA:
            meetings.add_segment(
                meetings.meeting(uid), title, minutes=minutes, kind=kind, questions=questions,
                protected=kind == "break",
                about=drafts.drafts()[0].uid if kind == "critique" else "",
            )  # fmt: skip
    finally:
        ws.close()


def _members() -> Room:
    return Room.MEMBERS


# --- before people arrive


@step(-30)
def opens_in_front_of_the_room_and_checks_it(desk: Desk) -> None:
    assert "~13:30" in desk.wait_for("FRONT members")
    to_the_page(desk)
    desk.press("s", shows="We begin at")
    assert desk.sees("PRESENT")
    desk.press("q", shows=BEFORE)


@step(-20)
def looks_at_what_is_private_and_leaves_it(desk: Desk) -> None:
    to_the_page(desk)
    desk.press("B", "enter", shows="BACK private")
    desk.press("s", shows="your own clock")
    desk.press("esc", hides="your own clock")
    desk.press("f", shows="FRONT members")


@step(-5)
def welcomes_with_a_page(desk: Desk) -> None:
    to_the_page(desk)
    desk.press("p", shows="We begin at")


# --- the meeting


@step(0)
def begins_from_the_page_by_the_clickers_key_and_takes_attendance(desk: Desk) -> None:
    if desk.at < 0 and not desk.is_on():
        if not desk.sees("We begin at"):
            to_the_page(desk)
            desk.press("p", shows="We begin at")
        desk.ends = desk.now() + timedelta(minutes=AGENDA[0][1])
        desk.press(">", "q", shows="1 of ")
    desk.at = 0
    desk.clock_is_right()
    desk.press("a", shows="rest present")
    desk.press("l", "P", "enter", shows="1 of ")


@step(3)
def shows_the_rules_and_asks_newcomers(desk: Desk) -> None:
    part(desk, "Our ground rules")
    desk.press("p", shows="PRESENT")
    desk.press("b")
    desk.terminal.wait_for_blank()
    desk.press("b", shows="PRESENT")
    desk.press("q", shows=" of ")
    if desk.sees("Rules still new to"):
        desk.press("N", "A", "enter", hides="Newcomers and our rules")


@step(8)
def confirms_the_last_record_and_settles_what_was_open(desk: Desk) -> None:
    part(desk, "The last record")
    if "meeting.confirm" not in everything(desk.folder):
        desk.press("K", shows="confirmed")
    if "capture.done" not in everything(desk.folder):
        desk.press("L", shows=OPEN_ACTION)
        desk.press("d", "enter", shows=" of ")


@step(15)
def goes_round_for_the_check_in(desk: Desk) -> None:
    part(desk, "Check-in round")
    round_of(desk, skips=1)


@step(22)
def puts_the_question_before_the_room_and_stamps_a_hat(desk: Desk) -> None:
    part(desk, "What is a case study?")
    desk.press("p", shows="Which case do you have in mind?")
    desk.press("q", shows=" of ")
    desk.press("H", "1")
    assert not desk.sees("policer")


@step(35)
def holds_the_first_critique(desk: Desk) -> None:
    part(desk, "Critique A")
    critique(desk, "the numbers are from one ward")


@step(58)
def catches_an_action(desk: Desk) -> None:
    desk.keeps("A", words="ask for the log of March")


@step(60)
def holds_the_second_critique(desk: Desk) -> None:
    part(desk, "Critique B")
    critique(desk, "say who asked for it")


@step(85)
def breaks(desk: Desk) -> None:
    part(desk, "Break")
    desk.press("p", shows="Break")
    desk.press("q", shows=" of ")


@step(90)
def moves_a_card_on_the_board_and_comes_back(desk: Desk) -> None:
    part(desk, "Where our studies stand")
    desk.press("3", shows="Festival volunteers")
    desk.keeps(">", "l", words="the coordinators have agreed")
    desk.press("p", shows="PRESENT")
    desk.press("q", shows="Festival volunteers")
    desk.press("6", shows=" of ")


@step(100)
def lets_pairs_talk_with_a_minute_more(desk: Desk) -> None:
    part(desk, "Pairs")
    desk.press("p", shows="What would change your mind?")
    desk.press("q", shows=" of ")
    desk.keeps("Q", words="who owns the numbers")
    desk.keeps("P", words="the parking charges again")


@step(110)
def reads_back_what_was_decided(desk: Desk) -> None:
    part(desk, "Decisions and actions")
    desk.keeps("D", words="two topics go on")
    desk.press("l", shows="Which rule was used?")
    desk.press("enter", shows=" of ")
    desk.press("v", shows="Record of ")
    assert desk.sees("the parking charges again")
    desk.press("esc", hides="Record of ")


@step(115)
def offers_days_and_one_is_picked(desk: Desk) -> None:
    part(desk, "The next date")
    if "slot.pick" not in everything(desk.folder):
        if "slot.offer" not in everything(desk.folder):
            desk.press("M", "n")
            desk.press("enter", shows="a digit picks it")
            desk.press("esc", hides="a digit picks it")
        desk.press(":")
        desk.type("times offered")
        desk.press("enter", shows="PRESENT")
        desk.press("q", shows=" of ")
        desk.press("M", "1")
    desk.wait_for(" of ")


@step(118)
def closes_with_a_round(desk: Desk) -> None:
    part(desk, "Closing round")
    desk.press("p", shows="One word each.")
    desk.press("q", shows=" of ")
    round_of(desk)


@step(120)
def ends_with_thanks(desk: Desk) -> None:
    to_the_end(desk)
    desk.press("p", shows="Thank you")
    assert desk.sees("Next meeting")
    assert not desk.sees("private")
    desk.press("q", shows=OVER)


@step(125)
def reflects_alone(desk: Desk) -> None:
    to_the_end(desk)
    desk.press("B", "enter", shows="BACK private")
    desk.press("w", shows="Reflection")
    desk.keeps("enter", words="listen longer", by="esc", opens="Esc keeps it")
    desk.press("esc", hides="Reflection")
    desk.press("f", shows="FRONT members")
    assert not desk.sees("listen longer")


# --- what several steps do


def to_the_page(desk: Desk) -> None:
    """Open the meeting's page, if the plug was pulled before it began."""
    if not desk.sees(BEFORE) and not desk.is_on():
        desk.press("6", shows=f"{STARTS}:00")
        desk.press("enter", shows=BEFORE)


def to_the_end(desk: Desk) -> None:
    """End the meeting, or find it again if the plug was pulled after its end."""
    if desk.sees(OVER):
        return
    if desk.is_on():
        desk.press("E", "enter", shows=OVER)
    else:
        desk.press("6", shows=f"{STARTS}:00")
        desk.press("up", "enter", shows=OVER)  # the coming one is highlighted by now


def part(desk: Desk, title: str) -> None:
    """Go on to a part of the agenda."""
    minutes = next(minutes for each, minutes, _, _ in AGENDA if each == title)
    desk.goes_on(title, minutes)


def round_of(desk: Desk, skips: int = 0) -> None:
    """Let each have a turn, some of them later."""
    if not desk.sees(DONE):
        desk.press(*["x"] * skips)
    while not desk.sees(DONE):
        stood = turn(desk)
        desk.press("n")
        desk.until(partial(has_moved, desk, stood))


def turn(desk: Desk) -> str:
    """Return which turn of the round it is; "" when it is over."""
    found = re.search(r"turn (\d+) of", desk.terminal.text())
    return found[1] if found else ""


def has_moved(desk: Desk, stood: str) -> bool:
    """Whether a round has gone on from the turn at which it stood."""
    return desk.sees(DONE) or turn(desk) not in ("", stood)


def critique(desk: Desk, words: str) -> None:
    """Hold a critique round on the draft of this part: a word is caught, all steps are gone."""
    desk.press("z")
    desk.until(lambda: desk.sees("PRESENT") or desk.sees("go on at"))
    if desk.sees("go on at"):
        desk.press("enter", shows="PRESENT")
    desk.keeps("1", words=words)
    titles = [each.title for each in CRITIQUE]
    desk.until(lambda: any(each in headline(desk) for each in titles))
    at = next(at for at, each in enumerate(titles) if each in headline(desk))
    for title in titles[at + 1 :]:
        desk.press(">", shows=title)
    desk.press("q", shows="The round is over")


def headline(desk: Desk) -> str:
    """Return the first line of a page for the room."""
    return desk.terminal.text().partition("\n")[0]


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
