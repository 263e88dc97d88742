"""The orders in which comments are gone through: places to check first, then text, lens, people."""

from pathlib import Path

import pytest

from cartui.model.passages import Passage
from screens.drafts.draft_page import DraftPage
from tests.screens.drafts_hall import LARGE, SMALL, TEXT, Bench, seated

NEXT = TEXT.replace("two **families**", "two of them").split("Managers")[0]


@pytest.fixture
def bench(workspace_folder: Path) -> Bench:
    """A draft with four comments; in its second version one place is unsure and one lost."""
    bench = Bench(workspace_folder)
    draft = bench.begin()
    for block, start, end, words, who, lens in (
        (1, 0, 5, "Which staff?", "Tom", "writing-style"),
        (1, 11, 15, "Told when?", "Ann", "interpretation"),
        (3, 2, 34, "Which families?", "Tom", "analysis"),
        (4, 0, 8, "Why not?", "Mia", "interpretation"),
    ):
        at = Passage(block, start, end)
        bench.feedback.add(draft, bench.version, words, at, name=who, lens=lens)
    return bench


def listed(page: DraftPage) -> list[str]:
    """The words of the comments in the list, in its order."""
    return [page.remarks[uid].comment.text for uid in page.rows.uids]


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_on_a_new_version_the_places_to_check_come_first(
    bench: Bench, size: tuple[int, int]
) -> None:
    async with seated(bench, size) as seat:
        await seat.press("greater_than_sign", "escape")  # left at the second comment
    bench.drafts.new_version(bench.draft, NEXT)
    async with seated(bench, size) as seat:
        assert listed(seat.page) == ["Why not?", "Which families?", "Which staff?", "Told when?"]
        assert "Why not?" in seat.seen()
        assert "2 kept, 1 to check, 1 lost" in seat.seen()
        await seat.press("greater_than_sign", "enter")
        assert "3 kept, 0 to check, 1 lost" in seat.seen()
        assert listed(seat.page)[1] == "Which families?"  # it does not run away
        await seat.press("t")
        assert seat.page.rows.highlighted == seat.page.rows.uids[2]
    said = {remark.comment.text: remark for remark in bench.remarks}
    assert said["Which families?"].state == "take"
    assert [remark.asks_a_look for remark in said.values()] == [False, False, True, False]


async def test_left_in_this_version_it_opens_where_it_was_left(bench: Bench) -> None:
    bench.drafts.new_version(bench.draft, NEXT)
    async with seated(bench) as seat:
        await seat.press("greater_than_sign", "greater_than_sign", "escape")
    async with seated(bench) as seat:
        assert "Which staff?" in seat.seen()


async def test_s_goes_round_the_orders_and_v_shows_what_is_to_check(bench: Bench) -> None:
    bench.drafts.new_version(bench.draft, NEXT)
    async with seated(bench, LARGE) as seat:
        await seat.press("s")
        assert "In the order of the lens" in seat.seen()
        assert listed(seat.page) == ["Why not?", "Which families?", "Told when?", "Which staff?"]
        await seat.press("s")
        assert "In the order of who said it" in seat.seen()
        assert listed(seat.page) == ["Why not?", "Which families?", "Told when?", "Which staff?"]
        await seat.press("v", "v")
        assert "View: to check, 2" in seat.seen()
        assert listed(seat.page) == ["Why not?", "Which families?"]


async def test_by_who_said_it(bench: Bench) -> None:
    async with seated(bench, LARGE) as seat:
        here = seat.page.rows.highlighted
        await seat.press("s", "s")
        assert listed(seat.page) == ["Told when?", "Why not?", "Which staff?", "Which families?"]
        assert seat.page.rows.highlighted == here
        await seat.press("s")
        assert listed(seat.page)[0] == "Which staff?"
