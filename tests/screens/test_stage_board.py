"""The board's widget: legible at every size, whatever the titles, and repainted sparingly."""

from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.geometry import Region

from cartui.app.themes import PAPER
from cartui.services.cycles import shipped
from screens.cycle.card_lines import card_line, one_line, rail_line
from screens.cycle.heights import WORDY, lines_of_title, pitch
from screens.cycle.picture import BoardPicture, CardFace, Head
from screens.cycle.stage_board import StageBoard
from screens.cycle.standing import Standing
from screens.cycle.widths import Slice, slices

TITLES = (
    "Falls log",
    "Verwaltungsvereinfachungsmaßnahmenkatalog und was daraus geworden ist",
    "夜間の訪問と家族の睡眠についての研究",
    "Cafe\N{COMBINING ACUTE ACCENT} de la re\N{COMBINING ACUTE ACCENT}union " * 3,
    "[bold]not markup[/bold] \\[x] {} %s",
    "x",
)
SCREEN_CSS = Path(__file__).parents[2] / "screens" / "cycle" / "screen.tcss"


class Wall(App[None]):
    """A board and nothing else."""

    CSS_PATH = SCREEN_CSS

    def __init__(self, picture: BoardPicture) -> None:
        super().__init__()
        self.picture = picture
        self.board = StageBoard()
        self.opened: list[str] = []
        self.register_theme(PAPER)
        self.theme = "paper"

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dict(PAPER.variables)

    def compose(self) -> ComposeResult:
        yield self.board

    def on_mount(self) -> None:
        self.board.show(self.picture)

    def on_stage_cursor_opened(self, event: StageBoard.Opened) -> None:
        self.opened.append(event.uid)

    def lines(self) -> list[str]:
        strips = self.screen._compositor.render_strips()
        return ["".join(part.text for part in strip) for strip in strips]


def picture(cycle: str, each: int, *, dense: bool = False) -> BoardPicture:
    stages = shipped()[cycle].stages
    heads = tuple(Head(n, stage.name, stage.short) for n, stage in enumerate(stages, 1))
    columns = [[f"{column}-{card}" for card in range(each)] for column in range(len(stages))]
    faces = {
        uid: CardFace(TITLES[n % len(TITLES)], "Ada Fernhollow", ("6 wk here",), n % 3, n % 4 == 1)
        for column in columns
        for n, uid in enumerate(column)
    }
    return BoardPicture(
        heads=heads,
        columns=columns,
        face=faces.__getitem__,
        keys=lambda: {uid: face.title.lower() for uid, face in faces.items()},
        dense=dense,
    )


SIZES = ((60, 18), (80, 24), (100, 30), (120, 40), (200, 60))


@pytest.mark.parametrize("dense", [False, True])
@pytest.mark.parametrize("cycle", ["STRINGER", "AR4", "CS5", "SAGOR7", "CPP2-10"])
async def test_every_stage_is_named_at_every_size(cycle: str, dense: bool) -> None:
    app = Wall(picture(cycle, 9, dense=dense))
    async with app.run_test(size=SIZES[0]) as pilot:
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await pilot.pause()
            lines = app.lines()
            assert [cell_len(line) for line in lines] == [size[0]] * size[1]
            heads, counts = lines[0].split("│"), lines[1].split("│")
            assert len(heads) == len(app.picture.heads)
            for head, name in zip(app.picture.heads, heads, strict=True):
                firsts = (f"{head.number} {head.short[0]}", f"{head.number} {head.name[0]}")
                assert name.strip().startswith(firsts), size
            here = app.board.column
            focus = app.picture.heads[here]
            assert focus.short.split()[0] in heads[here] or focus.name in heads[here]
            assert all(count.strip().startswith("9") for count in counts)
            await pilot.press("right")


@given(
    title=st.text(max_size=60),
    who=st.text(max_size=30),
    width=st.integers(4, 60),
    owed=st.integers(0, 12),
    paused=st.booleans(),
)
def test_a_card_fills_its_width_and_what_is_cut_ends_in_an_ellipsis(
    title: str, who: str, width: int, owed: int, paused: bool
) -> None:
    face = CardFace(title, who, ("6 wk here", "next: ask"), owed, paused)
    drawn = [rail_line(face, width, sign="x")]
    if width >= 16:
        drawn += [card_line(face, part, width, sign="[x]▸") for part in (0, 1)]
        drawn.append(one_line(face, width, sign="[x]▸"))
        drawn += [card_line(face, part, width, sign="▸", title=3) for part in range(5)]
    if width >= WORDY:
        drawn += [rail_line(face, width, sign="", part=part, title=3) for part in range(4)]
    for pieces in drawn:
        assert cell_len("".join(text for text, _ in pieces)) == width
    plain = CardFace("Falls log and who writes it")
    shown = "".join(text for text, _ in rail_line(plain, width, sign=""))
    assert shown.strip() == plain.title or shown.rstrip().endswith("…")


@pytest.mark.parametrize("size", [(100, 30), (120, 40), (200, 60)])
async def test_titles_stand_whole_where_there_is_room(size: tuple[int, int]) -> None:
    app = Wall(picture("CS5", 2))
    words = ["What", "families", "sleep", "through", "at", "night"]
    app.picture = msgspec.structs.replace(
        app.picture, face=lambda uid: CardFace(" ".join(words), "Ada", ("6 wk here",))
    )
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        for column in range(5):
            shown = " ".join(line.split("│")[column] for line in app.lines() if "│" in line)
            assert shown.count("through") == shown.count("night") == 2
            assert shown.count("Ada") == shown.count("6 wk here") == 2
            assert "…" not in shown.split("What")[1]


@given(
    place=st.integers(WORDY, 60), titles=st.lists(st.text(max_size=90)), lines=st.integers(3, 60)
)
def test_taller_cards_never_push_one_out(place: int, titles: list[str], lines: int) -> None:
    faces = {str(n): CardFace(title, "Ada") for n, title in enumerate(titles)}
    column = Slice(0, place)
    each = pitch(column, list(faces), faces.__getitem__, lines, dense=False)
    if lines_of_title(column, each) > 1:
        assert len(faces) * each <= lines + 1
    assert pitch(column, list(faces), faces.__getitem__, lines, dense=True) == 1


@given(count=st.integers(1, 10), width=st.integers(60, 240), focus=st.integers(0, 9))
def test_columns_fill_the_width_and_the_focus_is_never_the_narrowest(
    count: int, width: int, focus: int
) -> None:
    focus %= count
    found = slices(count, width, focus)
    ends = [place.x + place.width for place in found]
    assert ends[-1] == width
    assert all(a + 1 == b.x for a, b in zip(ends, found[1:], strict=False))
    assert found[focus].width >= max(place.width for place in found) - count


class Painted(StageBoard):
    """A board that remembers which regions it was asked to repaint."""

    asked: list[Region]

    def refresh(self, *regions: Region, **kwargs: bool) -> "Painted":
        self.asked = [*getattr(self, "asked", []), *(regions or (Region(0, 0, 999, 999),))]
        return super().refresh(*regions, **kwargs)


async def test_a_step_repaints_two_cards_however_many_there_are() -> None:
    app = Wall(picture("CS5", 2000))
    board = app.board = Painted()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        board.asked = []
        await pilot.press("down")
        assert sum(region.area for region in board.asked) <= 2 * 2 * 40


async def test_the_highlight_stays_in_view_and_says_how_many_are_out_of_it() -> None:
    app = Wall(picture("CS5", 50))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "40 more" in app.lines()[-2].split("│")[0]
        await pilot.press(*["pagedown"] * 3)
        await pilot.pause()
        assert "above" in app.lines()[1]
        assert sum("▸" in line for line in app.lines()) == 1
        await pilot.press("end")
        await pilot.pause()
        assert "more" not in app.lines()[-2].split("│")[0]
        await pilot.resize_terminal(60, 18)
        await pilot.pause()
        assert sum("▸" in line for line in app.lines()) == 1


async def test_the_mouse_highlights_and_opens() -> None:
    app = Wall(picture("CS5", 3))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        third = app.board.landmarks()[3][0]
        await pilot.click(app.board, offset=(4, third.y))
        assert app.board.highlighted == "0-2"
        await pilot.click(app.board, offset=(60, 0))
        assert app.board.column == 3
        await pilot.click(app.board, offset=(50, 3), times=2)
        await pilot.pause()
    assert app.opened == ["3-0"]


@pytest.fixture
def standing() -> Standing:
    found = Standing()
    found.show([["a", "b", "c"], [], ["d"]], None)
    return found


def test_the_highlight_follows_its_card(standing: Standing) -> None:
    standing.step(1)
    standing.show([["a", "c"], ["b"], ["d"]], None)
    assert (standing.highlighted, standing.column) == ("b", 1)


def test_a_card_that_is_gone_leaves_the_highlight_near(standing: Standing) -> None:
    standing.step(2)
    standing.show([["a", "b"], [], ["d"]], None)
    assert standing.highlighted == "b"


def test_sifting_never_leaves_the_highlight_in_an_empty_column(standing: Standing) -> None:
    keys = {uid: uid for uid in "abcd"}
    standing.sift("d", keys)
    assert (standing.highlighted, standing.count) == ("d", (1, 4))
    standing.sift("", None)
    assert standing.highlighted == "d"
    standing.sift("nothing", keys)
    assert standing.highlighted is None


def test_marks_of_cards_that_are_gone_are_dropped(standing: Standing) -> None:
    standing.toggle("a")
    standing.toggle("d")
    assert list(standing.chosen) == ["a", "d"]
    standing.show([["b"], [], ["d"]], None)
    assert list(standing.chosen) == ["d"]
