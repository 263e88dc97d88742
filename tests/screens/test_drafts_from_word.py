"""A Word file comes in by the keys: what is in it is said first, and Esc leaves no trace."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.exchange.papers.falls import falls
from tests.exchange.papers.make_odt_files import note, odt_file
from tests.screens.drafts_hall import LARGE, Bench, seated

RAW = falls("Ben Okoro", "Counted twice.")


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    made = Bench(tmp_path / "workspace")
    yield made
    made.ws.close()


async def test_a_word_file_says_what_is_in_it_and_comes_in_after_enter(
    bench: Bench, tmp_path: Path
) -> None:
    path = tmp_path / "falls.docx"
    path.write_bytes(RAW)
    async with seated(bench, LARGE, opened=False) as seat:
        await seat.press("n", "0", "f")
        await seat.type(str(path), "enter")
        await seat.until(
            lambda: "2 comments, 1 reply, 1 resolved, 1 tracked change." in seat.seen()
        )
        assert "→ Ben Okoro  (the same name)" in seat.seen()
        assert "Jo Stranger" in seat.seen()
        assert bench.begun_on_disk() == 0
        await seat.press("enter", "enter")
        assert "2 of 3" in seat.seen()
        await seat.press("enter", "greater_than_sign")
        assert "Only seven?" in seat.seen()
        assert "Counted twice." in seat.seen()
        assert "2 to answer, 1 done" in seat.seen()
        await seat.press("v")
        assert "resolved" in seat.seen()
    assert bench.draft.title == "We saw seven falls in March."
    assert bench.version.source == "falls.docx"
    assert bench.version.original.endswith(".docx")
    assert bench.ws.originals.read(bench.group, bench.version.original) == RAW
    assert [remark.comment.resolved for remark in bench.remarks] == [False, False, True]


async def test_left_before_enter_nothing_is_written(bench: Bench, tmp_path: Path) -> None:
    path = tmp_path / "falls.odt"
    path.write_bytes(odt_file(f"<text:p>We saw falls{note('1', 'How many?')}.</text:p>"))
    async with seated(bench, LARGE, opened=False) as seat:
        await seat.press("n", "0", "f")
        await seat.type(str(path), "enter")
        await seat.until(lambda: "1 comment." in seat.seen())
        await seat.press("escape")
    assert bench.drafts.drafts() == []
    assert not list(bench.folder.rglob("originals.back"))
