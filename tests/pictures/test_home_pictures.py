"""Home when everything waits and is owed, one picture for each state."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cartui.services.board import Board
from cartui.services.drafts import Drafts
from cartui.services.feedback import Feedback
from tests.pictures.studio import LARGE, SMALL, Before, keys, posed
from tests.screens.home_hall import full, newest, workshop
from tests.screens.stage import members

Snap = Callable[..., bool]
FOLDER = Path("workspace")
STATES: dict[str, Before] = {
    "groups": keys(),
    "waits": keys("tab"),
    "owed": keys("tab", "tab"),
    "news": keys("tab", "tab", "tab"),
    "back": keys("B", "enter", "C", *"ring the centre", "enter"),
    "public": keys("F", "enter"),
}


@pytest.fixture
def busy() -> Path:
    """A workspace in which all waits and is owed; some of it since it was last looked at."""
    group, south = full(FOLDER)
    app = posed(FOLDER)
    assert app.workroom is not None
    app.workroom.close()
    ws = workshop(FOLDER, "o")
    feedback, drafts = Feedback(ws, members, group), Drafts(ws, members, group)
    draft = next(each for each in drafts.drafts() if each.turn)
    for remark in feedback.remarks(draft, newest(drafts, draft))[:3]:
        feedback.answer([remark.comment], "take")
    board = Board(ws, members, south)
    board.new_card("夜間訪問 und Heimunterbringungsentscheidungen", board.stages()[0].id)
    ws.close()
    return FOLDER


@pytest.mark.parametrize("size", [SMALL, LARGE])
@pytest.mark.parametrize("state", STATES)
def test_busy(snap_compare: Snap, busy: Path, state: str, size: tuple[int, int]) -> None:
    assert snap_compare(posed(busy), terminal_size=size, run_before=STATES[state])
