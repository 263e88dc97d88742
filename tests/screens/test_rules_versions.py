"""Versions side by side: every word that differs stands in brackets, at both sizes."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from cartui.services.ground_rules_compared import compared, word_changes
from cartui.services.ground_rules_versions import Version, VersionLine
from screens.rules.side_by_side import side_by_side
from screens.rules.versions_page import VersionsPage
from tests.screens.rules_hall import LARGE, SMALL, seated, seven, twelve


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_what_was_reworded_and_what_is_new_can_be_read(
    workspace_folder: Path, size: tuple[int, int]
) -> None:
    seven(workspace_folder)
    async with seated(workspace_folder, size) as seat:
        await seat.press("v")
        seen = seat.seen()
        assert "[-the draft-]" in seen
        assert "[+two pages+]" in seen
        assert "(not there yet)" in seen
        assert "Version 1, 2026-03-02" in seen
        await seat.press("less_than_sign")
        assert "Change 1 of 2." in seat.seen()
        await seat.press("less_than_sign", "greater_than_sign", "greater_than_sign")
        assert "Change 2 of 2." in seat.seen()
        await seat.press("v")
        assert not isinstance(seat.app.screen, VersionsPage)


async def test_before_anything_is_adopted_it_says_what_to_press(workspace_folder: Path) -> None:
    twelve(workspace_folder)
    async with seated(workspace_folder) as seat:
        await seat.press("n", "'Be kind", "enter", "v")
        assert "Nothing is adopted yet" in seat.seen()
        assert ".." not in seat.seen()
        await seat.press("less_than_sign", "down", "escape")
        assert not isinstance(seat.app.screen, VersionsPage)


async def test_outsiders_do_not_stay_on_the_versions(workspace_folder: Path) -> None:
    seven(workspace_folder)
    async with seated(workspace_folder) as seat:
        await seat.press("v", "F", "enter")
        assert "two pages" not in seat.seen()
        assert "Members only" in seat.seen()


words = st.lists(st.sampled_from(["we", "you", "listen", "first", "late", "ü", "名前"]), max_size=8)


@given(words, words)
def test_the_pieces_give_both_texts_again(before: list[str], after: list[str]) -> None:
    left, right = word_changes(" ".join(before), " ".join(after))
    assert " ".join(text for text, _ in left) == " ".join(before)
    assert " ".join(text for text, _ in right) == " ".join(after)
    shared = [text for text, differs in left if not differs]
    assert shared == [text for text, differs in right if not differs]


text = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60)
version = st.lists(st.tuples(st.integers(0, 9), text), max_size=9, unique_by=lambda pair: pair[0])


def _version(lines: list[tuple[int, str]]) -> Version:
    made = tuple(VersionLine(rule=str(rule), text=words) for rule, words in lines)
    return Version(number=1, on="2026-03-02", meeting=0, lines=made)


@given(version, version, st.integers(40, 120))
def test_no_line_is_wider_than_the_window_and_every_rule_stands_once(
    before: list[tuple[int, str]], after: list[tuple[int, str]], width: int
) -> None:
    rows = compared(_version(before), _version(after))
    both = {rule for rule, _ in before} | {rule for rule, _ in after}
    assert len(rows) == len(both)
    for line in side_by_side(("one", "two"), rows, width):
        assert sum(cell_len(part) for part, _ in line) <= width
