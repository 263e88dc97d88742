"""Rules made together, rounds, and the private side of a meeting: one picture for each state."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cartui.backstage.hats import HatStamps
from cartui.backstage.kinds import BACK
from cartui.backstage.private_notebook import PrivateNotebook
from cartui.backstage.raising import PrivateRaising
from cartui.backstage.reflections import Reflections
from cartui.backstage.tally import Tally
from cartui.model.people import Membership
from cartui.model.rooms import Room
from cartui.services.ground_rules import GroundRules
from cartui.services.meetings import Meetings
from tests.pictures.studio import LARGE, SMALL, keys, posed
from tests.screens.meeting_hall import PARTS
from tests.screens.rules_hall import opened, seven
from tests.screens.stage import members

Snap = Callable[..., bool]
FOLDER = Path("workspace")
SMALLEST = (60, 18)
LIVE = ("6", "enter", "t")
ROUND = (*LIVE, *["greater_than_sign"] * 5)


def back() -> Room:
    return Room.BACK


def hall(*, closed: bool = False) -> None:
    """Give the twelve with seven rules a meeting, and what is private beside it."""
    group = seven(FOLDER)
    ws = opened(FOLDER, "m")
    meetings = Meetings(ws, members, group)
    uid = meetings.add(on="2026-03-02", start="11:30", venue="Room 2", minutes=65).about[0]
    for title, more in PARTS:
        meetings.add_segment(meetings.meeting(uid), title, **more)
    for place in (1, 2):
        rules = GroundRules(ws, members, group)
        rules.use(rules.rules()[place].rule, meeting=1)
    people = meetings.expected(meetings.meeting(uid))
    draft = ws.draft("test.why")
    held = next(m for m in ws.table(Membership).values() if m.person == people[0].uid)
    draft.set(held, why_joined="To hear how others do it.")
    ws.commit(draft, room=Room.MEMBERS)
    if closed:
        meetings.begin(meetings.meeting(uid))
        meetings.close(meetings.meeting(uid))
    ws.open_back(BACK)
    part = meetings.agenda(meetings.meeting(uid))[1].uid
    stamps = HatStamps(ws, back, group)
    for hat in ("policer", "", "insider"):
        stamps.stamp(uid, part, hat)
    PrivateNotebook(ws, back).write(part, "The room fell silent here. Ask Ben alone.", group)
    PrivateRaising(ws, back, group).raise_about(people[2].uid, "her hours since January")
    for place in (0, 0, 3, 1, 0):
        Tally(ws, back, group).spoke(uid, people[place].uid)
    if closed:
        Reflections(ws, back, group).write(uid, "aim", "To listen, and to keep the time.")
    ws.close()


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_gathering_blind(snap_compare: Snap, size: tuple[int, int]) -> None:
    seven(FOLDER)
    before = keys("4", "b", *"Listen", "enter", *"Half a", "escape", *"We start on t")
    assert snap_compare(posed(FOLDER), terminal_size=size, run_before=before)


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_lines_wait_to_be_shown(snap_compare: Snap, size: tuple[int, int]) -> None:
    seven(FOLDER)
    before = keys("4", "b", *"Listen", "enter", *"Rest", "enter", "escape", "b")
    assert snap_compare(posed(FOLDER), terminal_size=size, run_before=before)


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_newcomers(snap_compare: Snap, size: tuple[int, int]) -> None:
    seven(FOLDER)
    before = keys("4", "N", "a", "c")
    assert snap_compare(posed(FOLDER), terminal_size=size, run_before=before)


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_what_rules_carried(snap_compare: Snap, size: tuple[int, int]) -> None:
    seven(FOLDER)
    assert snap_compare(posed(FOLDER), terminal_size=size, run_before=keys("4", "W"))


@pytest.mark.parametrize("size", [SMALLEST, SMALL, LARGE])
def test_what_rules_carried_before_the_room(snap_compare: Snap, size: tuple[int, int]) -> None:
    seven(FOLDER)

    async def before(pilot: object) -> None:
        await keys("4", "W", "p")(pilot)  # type: ignore[arg-type]
        await pilot.resize_terminal(*size)  # type: ignore[attr-defined]

    assert snap_compare(posed(FOLDER), terminal_size=LARGE, run_before=before)


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_rules_in_the_welcome(snap_compare: Snap, size: tuple[int, int]) -> None:
    hall()
    assert snap_compare(posed(FOLDER), terminal_size=size, run_before=keys(*LIVE))


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_a_rule_was_used(snap_compare: Snap, size: tuple[int, int]) -> None:
    hall()
    assert snap_compare(posed(FOLDER), terminal_size=size, run_before=keys(*LIVE, "l"))


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_a_closing_round(snap_compare: Snap, size: tuple[int, int]) -> None:
    hall()
    assert snap_compare(posed(FOLDER), terminal_size=size, run_before=keys(*ROUND))


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_a_round_with_a_skip(snap_compare: Snap, size: tuple[int, int]) -> None:
    hall()
    before = keys(*ROUND, "n", "x", "n")
    assert snap_compare(posed(FOLDER), terminal_size=size, run_before=before)


@pytest.mark.parametrize("size", [SMALLEST, SMALL, LARGE])
def test_a_round_before_the_room(snap_compare: Snap, size: tuple[int, int]) -> None:
    hall()

    async def before(pilot: object) -> None:
        await keys(*ROUND, "n", "x", "n", "p")(pilot)  # type: ignore[arg-type]
        await pilot.resize_terminal(*size)  # type: ignore[attr-defined]

    assert snap_compare(posed(FOLDER), terminal_size=LARGE, run_before=before)


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_the_private_side_of_a_meeting(snap_compare: Snap, size: tuple[int, int]) -> None:
    hall()
    before = keys(*LIVE, "greater_than_sign", "B", "enter")
    assert snap_compare(posed(FOLDER), terminal_size=size, run_before=before)


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_counting_who_speaks(snap_compare: Snap, size: tuple[int, int]) -> None:
    hall()
    before = keys(*LIVE, "greater_than_sign", "B", "enter", "S", "2", "2")
    assert snap_compare(posed(FOLDER), terminal_size=size, run_before=before)


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_a_hat_in_back(snap_compare: Snap, size: tuple[int, int]) -> None:
    hall()
    before = keys(*LIVE, "B", "enter", "H")
    assert snap_compare(posed(FOLDER), terminal_size=size, run_before=before)


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_the_reflection(snap_compare: Snap, size: tuple[int, int]) -> None:
    hall(closed=True)
    before = keys("6", "enter", "B", "enter", "w", "up")
    assert snap_compare(posed(FOLDER), terminal_size=size, run_before=before)


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_an_answer_of_the_reflection(
    snap_compare: Snap, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("screens.backstage.note_box.reminder", lambda: "")  # said once in a sitting
    hall(closed=True)
    before = keys("6", "enter", "B", "enter", "w", "enter", *"They felt hur")
    assert snap_compare(posed(FOLDER), terminal_size=size, run_before=before)


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_what_was_raised_in_the_meeting(snap_compare: Snap, size: tuple[int, int]) -> None:
    hall()
    before = keys(*LIVE, "greater_than_sign", "enter")
    assert snap_compare(posed(FOLDER), terminal_size=size, run_before=before)


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_hats_by_month(snap_compare: Snap, size: tuple[int, int]) -> None:
    hall(closed=True)
    before = keys("6", "enter", "B", "enter", "colon", *"hats by", "enter")
    assert snap_compare(posed(FOLDER), terminal_size=size, run_before=before)
