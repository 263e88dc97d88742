"""Who was there and what was said, one picture for each state: pass, strips, page, record, Home."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cartui.model.meetings import CaptureKind
from cartui.services.roster import Roster
from tests.pictures.studio import LARGE, SMALL, Before, keys, posed
from tests.screens.attendance_hall import NAMES, Kept, met
from tests.screens.rules_hall import opened
from tests.screens.stage import members

Snap = Callable[..., bool]
FOLDER = Path("workspace")
LIVE = ("6", "end", "enter", "t")
STATES: dict[str, Before] = {
    "strips": keys("2"),
    "strips of everybody": keys("2", "v", "6", "down", "down"),
    "a person": keys("2", "down", "enter"),
    "the pass": keys("6", "end", "a", "p", "l", "e", "a", "x"),
    "the pass, rest present": keys("6", "end", "a", "down", "a", "P"),
    "the pass ahead": keys("6", "n", "enter", "end", "a", "p", "a"),
    "captured": keys(*LIVE),
    "an action being typed": keys(*LIVE, "A", *"ben: ask for the log, fri"),
    "an owner not known": keys(*LIVE, "A", *"gavin: send the map", "enter"),
    "left open before": keys(*LIVE, "L", "d", "c"),
    "the record": keys(*LIVE, "v"),
    "the record in back": keys("B", "enter", *LIVE, "v"),
    "home": keys(),
    "home, owed": keys("tab", "tab"),
    "a reason": keys("B", "enter", "2", "down", "tab", "tab"),
}


@pytest.fixture
def full() -> Path:
    """Two meetings held, the third today; something of every kind was said."""
    group = met(FOLDER)
    ws = opened(FOLDER, "n")
    roster = Roster(ws, members)
    roster.join([roster.person(roster.add("夜間 訪問").about[0])], group, on="2026-02-01")
    kept = Kept(FOLDER, group)
    roster.leave([roster.person(kept.uid(NAMES[11]))], group, on="2026-02-01")
    ws.close()
    kept.ws.poll()
    for place, (who, how) in enumerate([(1, "apologies"), (1, "absent")]):
        kept.presences.mark(kept.meeting(place), {kept.uid(NAMES[who]): how})
        kept.presences.mark(
            kept.meeting(place), {kept.uid(NAMES[4]): ["late", "left early"][place]}
        )
        kept.presences.rest(kept.meeting(place))
    said = (
        (0, CaptureKind.ACTION, "asha: bring the map of the three areas, 23 feb 2026"),
        (0, CaptureKind.QUESTION, "Who owns the data?"),
        (1, CaptureKind.PARKED, "Parking charges"),
        (2, CaptureKind.ACTION, "carys: write the letter about Heimunterbringungsentscheidungen"),
        (2, CaptureKind.DECISION, "Two topics go on"),
        (2, CaptureKind.DECISION, "One rests until spring; all agreed, one can live with it"),
        (2, CaptureKind.NOTE, "A good first hour"),
    )
    for place, kind, typed in said:
        kept.captures.capture(kept.meeting(place), "", kind, typed)
    kept.ws.close()
    return FOLDER


@pytest.mark.parametrize("size", [SMALL, LARGE])
@pytest.mark.parametrize("state", STATES)
def test_met(snap_compare: Snap, full: Path, state: str, size: tuple[int, int]) -> None:
    assert snap_compare(posed(full), terminal_size=size, run_before=STATES[state])
