"""What differs between two versions of a draft, asked for and read by the real keys."""

from pathlib import Path

import pytest

from screens.drafts.differences_page import DifferencesPage
from tests.screens.drafts_hall import LARGE, SMALL, TEXT, Bench, seated

SECOND = TEXT.replace("watched", "safe").replace("Managers did not reply", "Nobody replied")
THIRD = SECOND.replace("slept better", "slept well") + "\n\nA last word."


@pytest.fixture
def bench(workspace_folder: Path) -> Bench:
    """A draft in three versions."""
    bench = Bench(workspace_folder)
    draft = bench.begin()
    bench.drafts.new_version(draft, SECOND)
    bench.drafts.new_version(draft, THIRD)
    return bench


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_d_shows_the_last_two_and_any_two(bench: Bench, size: tuple[int, int]) -> None:
    async with seated(bench, size) as seat:
        await seat.press("D")
        assert "v2 against v3" in seat.seen()
        assert "slept [-better-] [+well+] when" in seat.seen()
        assert "[+A last word.+]" in seat.seen()
        assert "1 reworded, 1 new" in seat.seen()
        assert "watched" not in seat.seen()
        await seat.press("left")
        assert "v1 against v2" in seat.seen()
        assert "[-watched.-] [+safe.+]" in " ".join(seat.seen().split())
        await seat.press("left")
        assert "no other version" in seat.seen()
        await seat.press("s", "1", "3")
        assert "v1 against v3" in seat.seen()
        assert "2 reworded, 1 new" in seat.seen()
        await seat.press("escape")
        assert seat.app.screen is seat.page
    assert bench.version.number == 3


async def test_z_shows_what_stayed_the_same_too(bench: Bench) -> None:
    async with seated(bench, LARGE) as seat:
        await seat.press("D")
        assert "paragraphs the same" in seat.seen()
        assert "the night staff" not in seat.seen()
        await seat.press("z")
        assert "the night staff" in seat.seen()
        await seat.press("z")
        assert "the night staff" not in seat.seen()


async def test_one_version_has_no_differences(workspace_folder: Path) -> None:
    bench = Bench(workspace_folder)
    bench.begin()
    async with seated(bench) as seat:
        await seat.press("D")
        assert "one version only" in seat.seen()
        assert seat.app.screen is seat.page


async def test_a_long_text_is_compared_off_the_screen_and_gone_through_by_changes(
    workspace_folder: Path,
) -> None:
    bench = Bench(workspace_folder)
    text = [f"Paragraph {n} holds a few plain words about night visits." for n in range(900)]
    draft = bench.begin("\n\n".join(text))
    text[300] = text[300].replace("plain", "odd")
    text[800] = text[800].replace("plain", "late")
    bench.drafts.new_version(draft, "\n\n".join(text))
    async with seated(bench) as seat:
        await seat.press("D")
        await seat.until(lambda: "2 reworded" in seat.seen())
        assert "[-plain-] [+odd+]" in seat.seen()
        await seat.press("z", "greater_than_sign")
        assert "[-plain-] [+odd+]" in seat.seen()
        await seat.press("greater_than_sign")
        assert "[-plain-] [+late+]" in seat.seen()
        await seat.press("less_than_sign")
        assert "[-plain-] [+odd+]" in seat.seen()


async def test_outsiders_see_nothing_of_it(bench: Bench) -> None:
    async with seated(bench, LARGE) as seat:
        await seat.press("D")
        assert isinstance(seat.app.screen, DifferencesPage)
        await seat.press("F", "enter")
        assert "slept" not in seat.seen()
        assert "Night visits" not in seat.seen()
