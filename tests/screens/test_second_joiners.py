"""Texts that begin with two joiners, over which the toolkit stumbles: pasted, brought in, shown."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len, split_text
from textual import events

from cartui.model.text import clean, inert
from cartui.practice import fresh_copy
from tests.looks.tour import touring

JOINER = "\N{ZERO WIDTH JOINER}"
ATTACK = f"{JOINER * 2}夜Ada {JOINER * 3}夜夜夜 " * 12
FIELDS = ("2 n", "3 n", "4 n", "5 n", "1 N", "2 I", "5 I", "6 n", "2 /", "3 enter i")
"""People, cards, rules, drafts, notes, lists, mails, meetings, finding, notes on a card."""


@given(st.text(f"a 夜{JOINER}\N{COMBINING ACUTE ACCENT}\N{WOMAN}\n", max_size=12))
def test_what_is_kept_can_be_cut_anywhere(text: str) -> None:
    for kept in (inert(text), clean(text, lines=True)):
        assert inert(kept) == kept
        for start in range(len(kept)):
            for cut in range(cell_len(kept[start:]) + 1):
                split_text(kept[start:], cut)


@pytest.mark.parametrize("keys", FIELDS)
async def test_pasted_into_a_field_and_shown_everywhere(workspace_folder: Path, keys: str) -> None:
    fresh_copy("one-group", workspace_folder)
    async with touring(workspace_folder, (80, 24)) as tour:
        await tour.press(*keys.split())
        tour.app.post_message(events.Paste(ATTACK))
        await tour.quiet()
        await tour.press("enter", "escape", "escape", "escape")
        for page in "12345":
            await tour.press(
                page, "down", "down", "end", "question_mark", "escape", "slash", "escape"
            )
        assert tour.app._exception is None
