"""What changed on a draft since I last looked: marked, said, and shown alone."""

from pathlib import Path

import pytest

from cartui.model.passages import Passage
from tests.screens.drafts_hall import LARGE, SMALL, Bench, Seat, seated


@pytest.fixture
def bench(workspace_folder: Path) -> Bench:
    """A draft with four comments."""
    bench = Bench(workspace_folder)
    bench.begin_with(4)
    return bench


def told(seat: Seat) -> list[str]:
    """The comments in the list."""
    return [seat.page.remarks[uid].comment.text for uid in seat.page.rows.uids]


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_what_is_new_is_said_marked_and_shown_alone(
    bench: Bench, size: tuple[int, int]
) -> None:
    async with seated(bench, size) as seat:
        assert "since you" not in seat.seen()
        await seat.press("escape", "1")
    bench.feedback.add(bench.draft, bench.version, "Quite new.", Passage(0, 0, 9))
    bench.feedback.reply(bench.remarks[2].comment, "Because.")
    bench.feedback.answer([bench.remarks[4].comment], "take")
    async with seated(bench, size) as seat:
        words = " ".join(seat.seen().split())
        assert "New since you looked: 1 comment, 1 reply, 1 verdict." in words
        await seat.press("v", "v")
        assert "View: new since you looked, 3" in seat.seen()
        assert told(seat) == ["Quite new.", "Comment 2.", "Comment 4."]
        await seat.press("home")
        assert "new since you looked" in seat.seen()
        await seat.press("down")
        assert "new reply since you looked" in seat.seen()
        await seat.press("escape", "enter")
        assert "since you" not in seat.seen()  # it has been looked at
    assert [remark.state for remark in bench.remarks].count("take") == 1


async def test_ones_own_words_are_no_news(bench: Bench) -> None:
    async with seated(bench) as seat:
        await seat.press("t", "c", "w")
        await seat.type("Mine.", "enter", "escape", "enter")
        assert "since you" not in seat.seen()
    assert len(bench.remarks) == 5


async def test_the_rows_say_what_is_new(bench: Bench) -> None:
    async with seated(bench, LARGE) as seat:
        await seat.press("escape")
    bench.feedback.answer([bench.remarks[3].comment], "take")
    bench.feedback.reply(bench.remarks[1].comment, "So.")
    async with seated(bench, LARGE) as seat:
        await seat.press("v")
        assert "taken *" in seat.seen()
        assert "new reply" in seat.seen()
