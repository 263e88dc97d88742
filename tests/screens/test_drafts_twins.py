"""Two people who say near the same: one card with both names, one verdict, one step back."""

from pathlib import Path

import pytest

from cartui.model.passages import Passage
from tests.screens.drafts_hall import LARGE, SMALL, Bench, seated


@pytest.fixture
def bench(workspace_folder: Path) -> Bench:
    """A draft with three comments, two of them near the same."""
    bench = Bench(workspace_folder)
    draft, version = bench.begin(), bench.version
    for name, words, start in (
        ("Ann", "How do we know it was the announcing?", 0),
        ("Tom", "How do we know that it was the announcing?", 6),
        ("Mia", "Say it shorter.", 100),
    ):
        bench.feedback.add(draft, version, words, Passage(1, start, start + 5), name=name)
    return bench


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_one_verdict_answers_both_and_one_key_takes_it_back(
    bench: Bench, size: tuple[int, int]
) -> None:
    async with seated(bench, size) as seat:
        assert "1, 2  Ann + Tom" in seat.seen()
        assert len(seat.page.rows.uids) == 2
        await seat.press("d")
        assert "Declined: 2 comments" in seat.seen()
        assert "Say it shorter." in seat.seen()
        await seat.press("b")
        await seat.type("Said below.", "enter")
    assert bench.verdicts() == ["decline", "decline", ""]
    assert {r.answered.reason for r in bench.remarks[:2] if r.answered} == {"Said below."}
    async with seated(bench, size) as seat:
        await seat.press("u", "u")
        assert "1, 2  Ann + Tom" in seat.seen()
        await seat.press("t", "t")
        assert "All answered" in seat.seen()
    assert bench.verdicts() == ["take", "take", "take"]


async def test_both_texts_are_read_and_found(bench: Bench) -> None:
    async with seated(bench, LARGE) as seat:
        assert "Tom: How do we know that it was" in seat.seen()
        await seat.press("enter")
        assert "Comments 1, 2" in seat.seen()
        await seat.press("escape", "slash")
        await seat.type("tom", "enter")
        assert seat.page.rows.count == (1, 2)


async def test_shift_s_answers_them_one_by_one(bench: Bench) -> None:
    async with seated(bench, LARGE) as seat:
        await seat.press("S")
        assert len(seat.page.rows.uids) == 3
        await seat.press("t", "d")
        await seat.press("S")
        assert len(seat.page.rows.uids) == 1
    assert bench.verdicts() == ["take", "decline", ""]
