"""What is left out stands on the terminal already: bit by bit it is the same as all of it anew."""

import io
from pathlib import Path

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual._compositor import CompositorUpdate, LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from cartui.app.terminal_picture import CellsUpdate, TerminalPicture
from cartui.practice import fresh_copy
from screens.parts.exact_paint import ExactUpdate
from tests.looks.tour import touring
from tests.paper import on_paper

WIDE, HIGH = 24, 4
SIGNS = "ab c…│▸é夜間か\N{COMBINING ACUTE ACCENT}\N{ZERO WIDTH JOINER}\N{WOMAN}ß"
ODD = {"\N{COMBINING ACUTE ACCENT}", "\N{ZERO WIDTH JOINER}"}
"""What terminals do not agree on: it is sent each time."""
LOOKS = [Style(), Style(bold=True), Style(color="red"), Style(bgcolor="blue")]
CONSOLE = Console(file=io.StringIO(), color_system="truecolor", force_terminal=True)

segments = st.builds(
    lambda text, look: Segment(text.lstrip("\N{ZERO WIDTH JOINER}"), look),
    st.text(SIGNS, max_size=9),
    st.sampled_from(LOOKS),
)
strips = st.builds(
    lambda made, wide: Strip(made).adjust_cell_length(wide),
    st.lists(segments, max_size=4),
    st.integers(1, WIDE),
)
parts = st.tuples(st.integers(0, WIDE - 1), st.integers(0, HIGH - 1), strips)


def partly(x: int, y: int, strip: Strip) -> ExactUpdate:
    """A part of one line."""
    return ExactUpdate([(x, y, strip.crop(0, WIDE - x))])


def whole(lines: list[Strip]) -> LayoutUpdate:
    """All of the terminal."""
    return LayoutUpdate(
        [[line.adjust_cell_length(WIDE)] for line in lines], Region(0, 0, WIDE, HIGH)
    )


class Glass:
    """A terminal of a few cells; where an accent behind its last cell goes is not asked."""

    def __init__(self) -> None:
        self._screen = pyte.Screen(WIDE + 1, HIGH + 1)
        self._stream = pyte.Stream(self._screen)

    def feed(self, update: CompositorUpdate) -> None:
        self._stream.feed(update.render_segments(CONSOLE))

    def cells(self) -> list[list[object]]:
        return [[self._screen.buffer[y][x] for x in range(WIDE)] for y in range(HIGH)]


lines_of_text = strips.filter(lambda strip: strip.text[0] not in ODD)
"""No accent goes to the end of the line above: nothing that is painted here begins with one."""


@given(st.lists(lines_of_text, min_size=HIGH, max_size=HIGH), st.lists(parts, max_size=12))
def test_what_is_left_out_stands_there_already(
    lines: list[Strip], changes: list[tuple[int, int, Strip]]
) -> None:
    picture, all_of_it, left = TerminalPicture(), Glass(), Glass()
    for update in (whole(lines), *(partly(*change) for change in changes)):
        all_of_it.feed(update)
        left.feed(picture.left_of(update))
        assert left.cells() == all_of_it.cells()


@given(parts.filter(lambda part: not ODD & set(part[2].text)))
def test_the_same_again_sends_nothing_until_it_is_forgotten(part: tuple[int, int, Strip]) -> None:
    picture, update = TerminalPicture(), partly(*part)
    first = picture.left_of(update).render_segments(CONSOLE)
    assert picture.left_of(update).render_segments(CONSOLE) == ""
    picture.forget()
    assert picture.left_of(update).render_segments(CONSOLE) == first


def test_only_the_cells_that_changed_are_sent() -> None:
    picture = TerminalPicture()
    picture.left_of(whole([Strip([Segment("x" * WIDE)])] * HIGH))
    left = picture.left_of(partly(0, 1, Strip([Segment("xxAxxBxxxxxxxxxxxxxxxCxx")])))
    assert isinstance(left, CellsUpdate)
    assert [(x, y, strip.text) for x, y, strip in left.parts] == [(2, 1, "AxxB"), (21, 1, "C")]


WALK = (
    "2 down down z escape / =ad escape 3 right right enter escape v v v s v 4 down down enter "
    "escape 5 down enter > > z z d escape escape 6 down enter escape 1 tab tab tab ? escape f2 "
    "down down escape B enter 2 down f 2 down B enter ctrl+g 5 enter p space escape , escape"
)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=str)
async def test_over_all_screens_the_terminal_shows_what_a_whole_painting_would(
    workspace_folder: Path, size: tuple[int, int]
) -> None:
    fresh_copy("one-group", workspace_folder)
    async with touring(workspace_folder, size) as tour:
        with on_paper(tour.app) as paper:
            for key in WALK.split():
                await tour.press(key)
                assert paper.cells() == paper.cells_anew(), key
        assert any(isinstance(update, CellsUpdate) for update in paper.updates)


@pytest.mark.parametrize("keys", ["", "2 slash", "question_mark", "1 N"], ids=str)
async def test_one_key_paints_all_of_it_anew(workspace_folder: Path, keys: str) -> None:
    fresh_copy("one-group", workspace_folder)
    async with touring(workspace_folder) as tour:
        await tour.press(*keys.split())
        with on_paper(tour.app) as paper:
            await tour.press("ctrl+l")
        assert [type(update) for update in paper.updates] == [LayoutUpdate]
