"""Whatever is painted can be read: every pair of colours, in every theme, by anybody."""

from itertools import combinations
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.app import App

from cartui.app.second_window import SecondWindow
from cartui.app.themes import THEMES
from cartui.services.following import Following
from screens.parts.symbols import MARKS
from tests.looks import states
from tests.looks.colours import FORMS, MACHADO, apart, contrast
from tests.looks.dye import COLOURS, DYED, PARTS, Pair, pairs_painted
from tests.looks.tour import Tour, touring
from tests.screens.bad_disk import bad_disk

LEAST = {"paper": 7.0, "ink": 7.0, "stage": 7.0, "contrast": 15.0}
IN_GREY = 4.5
OF_MARKS = 3.0
SIGNS = {*"".join(sign for pair in MARKS.values() for sign in pair)} | {*"┏┓┗┛━┃┌┐└┘─│▁▂▃▄▅▆▇█▊▎▔"}


@pytest.fixture
def dyed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every theme be ten colours that can be told apart."""
    for name, theme in DYED.items():
        monkeypatch.setitem(THEMES, name, theme)


@pytest.mark.usefixtures("dyed")
async def test_every_pair_that_is_painted_can_be_read_in_every_theme(practice: Path) -> None:
    painted: dict[Pair, str] = {}
    async with touring(practice) as tour:
        await _look(tour, states.MEMBERS, painted)
        await tour.go_back_stage()
        await _look(tour, states.BACK, painted)
        await tour.press("f")
        await tour.go_public()
        await _look(tour, states.PUBLIC, painted)
    async with touring(None) as tour:
        painted |= pairs_painted(tour)
        assert "look round" in "\n".join(tour.lines())
    strange = {pair: text for pair, text in painted.items() if not set(pair) <= set(PARTS)}
    assert strange == {}, "painted in no colour of the theme"
    assert len(painted) > 10
    assert _weak(painted) == []


@pytest.mark.usefixtures("dyed")
async def test_so_can_the_second_window(practice: Path, tmp_path: Path) -> None:
    app: App[None] = SecondWindow(
        Following(tmp_path / "state", None), tmp_path / "reports", "stage", plain=False
    )
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        painted = pairs_painted(Tour(app, pilot))  # type: ignore[arg-type]
    assert {*painted} == {("ink", "back"), ("back", "ink"), ("muted", "back")}
    assert _weak(painted) == []


@pytest.mark.usefixtures("dyed")
async def test_so_can_what_is_said_when_nothing_can_be_saved(tmp_path: Path) -> None:
    with bad_disk(tmp_path / "disk", "full") as disk:
        async with touring(disk.folder) as tour:
            await tour.press("3")
            disk.go_bad()
            await tour.press("n", "=Night", "enter")
            painted = pairs_painted(tour)
            await tour.press("escape", "2")
            painted |= pairs_painted(tour)
            disk.get_well()
            await tour.press("f8")
    assert ("back", "bad") in painted
    painted["bad", "back"] = "a sentence on the status line"
    assert _weak(painted) == []


async def _look(tour: Tour, routes: dict[str, str], painted: dict[Pair, str]) -> None:
    async for name in tour.states(routes):
        for pair, text in pairs_painted(tour).items():
            if pair not in painted or _is_mark(painted[pair]):
                painted[pair] = text if _is_mark(text) else f"{text} ({name})"


def _is_mark(text: str) -> bool:
    return {*text} <= SIGNS


def _weak(painted: dict[Pair, str]) -> list[tuple[str, str, str, str, float]]:
    """Return (theme, form, pair, example, ratio) of what falls short."""
    weak = []
    for name, colours in COLOURS.items():
        for form, shown in FORMS.items():
            for (ink, ground), text in painted.items():
                least = OF_MARKS if _is_mark(text) else IN_GREY if form == "grey" else LEAST[name]
                ratio = contrast(shown(colours[ink]), shown(colours[ground]))
                if ratio < least:
                    weak.append((name, form, f"{ink} on {ground}", text, round(ratio, 2)))
    return weak


@pytest.mark.parametrize("name", COLOURS)
def test_marks_and_the_focus_stand_out_from_both_grounds(name: str) -> None:
    colours = COLOURS[name]
    for shown in FORMS.values():
        for mark in ("focus", "ok", "warn", "bad"):
            for ground in ("back", "panel"):
                assert contrast(shown(colours[mark]), shown(colours[ground])) >= OF_MARKS


@pytest.mark.parametrize("name", COLOURS)
def test_every_value_is_an_exact_colour_of_the_256(name: str) -> None:
    cube, greys = {0, 95, 135, 175, 215, 255}, {8 + 10 * step for step in range(24)}
    for value in COLOURS[name].values():
        rgb = tuple(int(value[at : at + 2], 16) for at in (1, 3, 5))
        assert {*rgb} <= cube or (len({*rgb}) == 1 and rgb[0] in greys), value


@pytest.mark.parametrize("kind", MACHADO)
@pytest.mark.parametrize("name", COLOURS)
def test_marks_of_different_states_stay_apart_for_the_colour_blind(name: str, kind: str) -> None:
    colours = COLOURS[name]
    marks = dict.fromkeys(colours[mark] for mark in ("ok", "warn", "bad"))
    assert len(marks) > 1
    close = [
        (one, other, round(apart(one, other, kind), 1))
        for one, other in combinations(marks, 2)
        if apart(one, other, kind) < 15
    ]
    assert close == []
    assert apart(colours["bad"], colours["ink"], kind) >= 15, "a problem beside ordinary words"


def test_every_symbol_is_one_cell_and_has_an_ascii_twin() -> None:
    for symbol, twin in MARKS.values():
        assert cell_len(symbol) == 1
        assert len(twin) == 1
        assert twin.isascii()
