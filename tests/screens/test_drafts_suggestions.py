"""Tracked changes in the review: before and after on the card, the same keys as any comment."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cartui.exchange.draft_files import read_draft
from tests.exchange.papers.make_word_files import (
    comment,
    deleted,
    inserted,
    p,
    run,
    said_of,
    word_file,
)
from tests.screens.drafts_hall import LARGE, SMALL, Bench, Seat, seated

RAW = word_file(
    p(run("We saw falls in "), deleted("May"), inserted("March"), run(" and were glad of it.")),
    p(run("Two families"), inserted(" and a nurse"), run(" agreed.")),
    p(said_of("1", run("The end.")), run(" It rained.")),
    p(deleted("Nobody asked. "), run("We asked.")),
    comments=[comment("1", "Whose end?", "Ben Okoro")],
)


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    made = Bench(tmp_path / "workspace")
    read = read_draft(RAW, "falls.docx")
    made.begin(read.text, *read.comments, title="Falls")
    yield made
    made.ws.close()


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_the_card_shows_the_words_before_and_after(
    bench: Bench, size: tuple[int, int]
) -> None:
    async with seated(bench, size) as seat:
        assert "before: “We saw falls in [-May-] and were glad of it.”" in flat(seat)
        assert "after: “We saw falls in [+March+] and were glad of it.”" in flat(seat)
        await seat.press("t")
        assert "after: “Two families [+and a nurse+] agreed.”" in flat(seat)
        await seat.press("t", "t")
        assert "before: “[-Nobody asked.-]”" in flat(seat)
        assert "taken out" in flat(seat)


def flat(seat: Seat) -> str:
    """What is seen, in one line, without what lies between two panes."""
    rows = seat.seen().splitlines()
    right = [row.rpartition("│")[2] if "│" in row else row for row in rows]
    return " ".join(" ".join(right).split())


async def test_one_key_each_counts_moves_on_and_is_undone(bench: Bench) -> None:
    async with seated(bench, LARGE) as seat:
        await seat.press("t")
        assert "3 to answer, 1 done" in seat.seen()
        await seat.press("d")
        assert "Declined: 2. Because?" in seat.seen()
        await seat.press("b")
        await seat.type("no nurse", "enter")
        await seat.press("a")
        assert "Adapted: 3. Because?" in seat.seen()
        await seat.press("u")
        assert "2 to answer, 2 done" in seat.seen()
        await seat.press("l", "d")
        assert "Declined: 4. Because?" in seat.seen()
    assert bench.verdicts() == ["take", "decline", "later", "decline"]
    answers = [remark.answered for remark in bench.remarks]
    assert [each.reason for each in answers if each is not None] == ["", "no nurse", "", ""]
    assert [remark.owes_reason for remark in bench.remarks] == [False, False, False, True]


async def test_the_same_for_these(bench: Bench) -> None:
    async with seated(bench, LARGE) as seat:
        await seat.press("space", "space", "down", "space", "d")
        assert "Declined: 3 comments. Because?" in seat.seen()
        await seat.press("b")
        await seat.type("the author's words stand", "enter")
        assert "1 to answer, 3 done" in seat.seen()
    assert bench.verdicts() == ["decline", "decline", "", "decline"]
    assert not any(remark.owes_reason for remark in bench.remarks)
