"""A long new version comes in while the screen answers; Esc stops it, and nothing was written."""

import asyncio
from pathlib import Path
from threading import Event

import pytest

from cartui.anchoring.reanchor import align
from cartui.anchoring.watching import Watch
from cartui.model.passages import Passage
from cartui.services import carrying
from screens.drafts.carrying_box import CarryingBox
from tests.screens.drafts_hall import LARGE, SMALL, Bench, Seat, seated


def long_text(where: str) -> str:
    """A text of more than 60,000 characters."""
    return "\n\n".join(f"In {where} {n} the staff told us of visit {n * n}." for n in range(1700))


def begun(folder: Path, where: str) -> Bench:
    """A long draft with comments on every hundredth paragraph."""
    bench = Bench(folder)
    draft, version = bench.begin(long_text(where)), bench.version
    for at in range(0, 1700, 100):
        bench.feedback.add(draft, version, f"Comment on {at}.", Passage(at, 3, 14))
    return bench


async def bring_in(seat: Seat, path: Path) -> None:
    await seat.press("N", "f")
    await seat.type(str(path), "enter")


async def test_all_comments_come_along_and_one_key_takes_the_version_back(
    workspace_folder: Path, tmp_path: Path
) -> None:
    bench = begun(workspace_folder, "winter")
    path = tmp_path / "next.txt"
    path.write_text("A new beginning.\n\n" + long_text("winter").replace("told us of", "told of"))
    async with seated(bench, LARGE) as seat:
        await bring_in(seat, path)
        await seat.until(lambda: "17 kept" in seat.seen())
        assert "v2" not in seat.seen()  # what was found is said before anything is written
        await seat.press("enter")
        await seat.until(lambda: "v2" in seat.seen())
        await seat.press("u")
        assert "v1" in seat.seen()
        await seat.press("U")
        assert "v2" in seat.seen()
    assert len(bench.remarks) == 17
    assert [remark.place and remark.place.block for remark in bench.remarks] == [
        at + 1 for at in range(0, 1700, 100)
    ]


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_esc_stops_it_and_nothing_was_brought_in(
    workspace_folder: Path, tmp_path: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    bench = begun(workspace_folder, "summer")
    path = tmp_path / "next.txt"
    path.write_text(long_text("summer").replace("told us of", "spoke of"))
    held, ended = Event(), Event()

    def slowly(old: str, new: str, watch: Watch | None) -> object:
        """Align when it is let, as on a slow machine."""
        assert watch is not None
        watch(0.3)
        held.wait(10)
        try:
            return align(old, new, watch)
        finally:
            ended.set()

    monkeypatch.setattr(carrying, "align", slowly)
    async with seated(bench, size) as seat:
        await bring_in(seat, path)
        await seat.until(lambda: "17 comments on to the new text: 30 %" in seat.seen())
        assert isinstance(seat.app.screen, CarryingBox)
        await seat.press("escape")
        assert "Nothing was brought in" in seat.seen()
        held.set()
        await asyncio.to_thread(ended.wait, 10)
        await seat.press("t")
        assert "v1" in seat.seen()
    assert bench.version.number == 1
    assert bench.verdicts()[0] == "take"
