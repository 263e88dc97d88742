"""The list by its keys and mouse, at every width and length."""

import pytest
from rich.cells import cell_len
from textual.app import App, ComposeResult

from screens.parts.cells import clip, fit, wrap
from screens.parts.columns import Column, lay_out
from screens.parts.rows import Face, RowList
from screens.parts.rows_view import Frame
from tests.paper import on_paper

COLUMNS = (
    Column(key="name", title="Name", least=12, share=2),
    Column(key="agency", title="Agency", least=12, share=1, rank=1),
    Column(key="role", title="Role", least=10, rank=2),
)
AWKWARD = [
    "Donaudampfschifffahrtsgesellschaftskapitänswitwe Freifrau von und zu Überlingen",
    "山田太郎左衛門尉藤原朝臣長政・東京都港区地域福祉推進協議会",
    "e\u0301" * 60,
    "👩‍👩‍👧‍👦 Familie " * 5,
    "[bold]not[/bold] markup [/]",
    "",
]


class Shelf(App[None]):
    def __init__(self, names: list[str]) -> None:
        super().__init__()
        self.names = names
        self.heard: list[object] = []

    def compose(self) -> ComposeResult:
        yield RowList(COLUMNS, empty="Nobody yet. Press n to add the first.")

    @property
    def rows(self) -> RowList:
        return self.query_one(RowList)

    def on_mount(self) -> None:
        self.rows.show(
            [str(number) for number in range(len(self.names))],
            lambda uid: Face((self.names[int(uid)], "Harbour council", "member")),
            [name.lower() for name in self.names],
        )
        self.rows.focus()

    def on_row_list_highlighted(self, told: RowList.Highlighted) -> None:
        self.heard.append(told.uid)

    def on_row_list_opened(self, told: RowList.Opened) -> None:
        self.heard.append(("opened", told.uid))


def lines(app: Shelf) -> list[str]:
    high = app.rows.size.height
    return ["".join(s.text for s in app.rows.render_line(y)) for y in range(high)]


@pytest.mark.parametrize("width", [1, 2, 3, 7, 12, 30, 31])
@pytest.mark.parametrize("text", AWKWARD)
def test_a_text_fits_its_cells_and_a_cut_shows(text: str, width: int) -> None:
    assert cell_len(fit(text, width)) == width
    shown = clip(text, width)
    assert shown == text or shown.endswith("…")
    assert all(cell_len(line) <= max(2, width) for line in wrap(text, width))
    assert "".join("".join(wrap(text, width)).split()) == "".join(text.split())


def test_an_accent_is_never_cut_from_its_letter() -> None:
    assert clip("e\u0301" * 5, 3) == "e\u0301e\u0301…"


@pytest.mark.parametrize("width", range(1, 130))
def test_columns_fill_no_more_than_the_width(width: int) -> None:
    places = lay_out(COLUMNS, width)
    assert sum(p.width for p in places) + 2 * (len(places) - 1) <= max(width, 1)
    assert places[0].column.key == "name"


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (120, 40), (200, 60), (24, 5)])
@pytest.mark.parametrize("count", [0, 1, 200, 10_000])
async def test_every_line_is_as_wide_as_the_list(size: tuple[int, int], count: int) -> None:
    app = Shelf([f"{AWKWARD[n % 6]} {n}" for n in range(count)])
    async with app.run_test(size=size) as pilot:
        await pilot.press("end")
        assert {cell_len(line) for line in lines(app)} == {size[0]}
        if count:
            assert app.rows.highlighted == str(count - 1)
            assert sum(line.startswith("▸") for line in lines(app)) == 1
        else:
            assert "Nobody yet" in "".join(lines(app))


async def test_the_keys_move_the_highlight_and_the_screen_hears_of_it() -> None:
    app = Shelf([f"Person {n}" for n in range(100)])
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "j", "k", "pagedown", "end", "home", "up", "enter")
        await pilot.pause()
        assert app.heard == ["0", "1", "2", "1", "24", "99", "0", ("opened", "0")]


async def test_sifting_counts_keeps_the_highlight_and_says_when_nothing_matches() -> None:
    app = Shelf([f"Person {n}" for n in range(40)])
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("end")
        assert app.rows.sift("person 3") == (13, 40)
        assert app.rows.highlighted == "39"
        assert app.rows.sift("PERSON  39") == (1, 40)
        assert app.rows.sift("nobody") == (0, 40)
        assert app.rows.highlighted is None
        assert "Nothing here matches" in "".join(lines(app))
        assert app.rows.sift("") == (40, 40)


async def test_marks_stay_through_sifting_and_an_act_is_for_all_of_them() -> None:
    app = Shelf([f"Person {n}" for n in range(40)])
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("space", "space")
        app.rows.sift("39")
        await pilot.press("space")
        assert app.rows.chosen == ("0", "1", "39")
        assert "[x] Person 39" in lines(app)[1]
        app.rows.mark()
        assert app.rows.clear_marks()
        assert len(app.rows.chosen) == 1


async def test_marked_rows_that_are_gone_are_no_longer_marked() -> None:
    app = Shelf(["Asha", "Ben", "Cai"])
    async with app.run_test() as pilot:
        await pilot.press("space", "space")
        app.rows.show(["1", "2"], lambda uid: Face((uid,)))
        assert app.rows.chosen == ("1",)


async def test_the_mouse_highlights_opens_and_scrolls() -> None:
    app = Shelf([f"Person {n}" for n in range(100)])
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.click(RowList, offset=(5, 4))
        assert app.rows.highlighted == "3"
        await pilot.click(RowList, offset=(5, 4), times=2)
        await pilot.pause()
        assert ("opened", "3") in app.heard
        assert app.rows.highlighted == "3"


async def test_what_is_found_is_set_off_and_markup_stays_text() -> None:
    app = Shelf(["[bold]not[/bold] markup [/]"])
    async with app.run_test(size=(80, 24)):
        app.rows.sift("bold")
        strip = app.rows.render_line(1)
        assert "[bold]not[/bold] markup [/]" in strip.text
        hits = [s.text for s in strip if s.style is not None and s.style.underline]
        assert hits == ["bold"]


async def test_a_step_repaints_two_lines_however_long_the_list() -> None:
    app = Shelf([f"Person {n}" for n in range(10_000)])
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        drawn: list[int] = []
        draw = app.rows.draw_line

        def counted(y: int, frame: Frame) -> object:
            drawn.append(y)
            return draw(y, frame)

        app.rows.draw_line = counted  # type: ignore[assignment, method-assign]
        await pilot.press("down")
        await pilot.pause()
        assert sorted(set(drawn)) == [1, 2]
        assert len(drawn) <= 4


async def test_in_a_smaller_window_the_highlight_stands_in_the_frame_that_comes_with_it() -> None:
    app = Shelf([f"Person {n}" for n in range(40)])
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("end")
        await pilot.pause()
        with on_paper(app) as paper:
            app.rows.styles.height = 6
            await pilot.pause()
        assert len(paper.frames) == 1
        assert "Person 39" in paper.frames[0]
        assert paper.cells() == paper.cells_anew()


async def test_a_list_to_choose_from_has_no_marks() -> None:
    class Chooser(Shelf):
        def compose(self) -> ComposeResult:
            yield RowList(COLUMNS, marking=False, headings=False)

    app = Chooser(["Asha", "Ben"])
    async with app.run_test() as pilot:
        await pilot.press("space", "space")
        assert app.rows.marked == ()
        assert app.rows.highlighted == "0"


async def test_what_stands_beside_the_list_follows_in_the_same_moment() -> None:
    app = Shelf(["Asha", "Ben"])
    async with app.run_test() as pilot:
        followed: list[str | None] = []
        app.rows.follow = followed.append
        app.rows.action_step(1)
        assert followed == ["1"]
        await pilot.press("up")
        assert followed == ["1", "0"]
