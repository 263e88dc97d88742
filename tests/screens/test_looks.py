"""How it looks, as numbers: contrast, colour blindness, symbols, and nothing alive on the wire."""

from itertools import combinations
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.color import Color as RichColour
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from cartui.app import CartuiApp
from cartui.app.guard import OutputGuard
from cartui.app.themes import THEMES
from cartui.model.people import Group
from cartui.model.text import ALIVE
from cartui.services.programmes import Programmes
from cartui.settings import Settings
from screens.parts.symbols import MARKS
from screens.parts.top_bar import TopBar
from tests.hostile import HOSTILE
from tests.screens.stage import app_on, members, north, reopened, seen

LEVELS = {"paper": 7.0, "ink": 7.0, "stage": 7.0, "contrast": 15.0}
Colour = tuple[float, float, float]


def luminance(colour: Colour) -> float:
    """Return WCAG relative luminance of sRGB in 0..1."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Colour, other: Colour) -> float:
    """Return the WCAG contrast ratio of two colours."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def true(text: str) -> Colour:
    """Return a colour as it is."""
    return Color.parse(text).normalized


def in_256(text: str) -> Colour:
    """Return what a terminal of 256 colours shows for it."""
    from rich.color import ColorSystem

    found = RichColour.parse(text).downgrade(ColorSystem.EIGHT_BIT).get_truecolor()
    return (found.red / 255, found.green / 255, found.blue / 255)


def grey(text: str) -> Colour:
    """Return what Textual shows for it under NO_COLOR."""
    return Color.parse(text).monochrome.normalized


def pairs(name: str) -> list[tuple[str, str, str]]:
    """Return (what, text, background) of everything a theme writes in words."""
    theme = THEMES[name]
    v = theme.variables
    grounds = {"background": str(theme.background), "panel": str(theme.panel)}
    inks = {"ink": v["text"], "muted": v["text-muted"], "focus": v["focus"], "bad": v["bad"]}
    found = [
        (f"{ink} on {ground}", inks[ink], grounds[ground]) for ink in inks for ground in grounds
    ]
    found += [
        ("highlight", v["on-highlight"], v["highlight"]),
        ("banner", v["bad-fore"], v["bad-back"]),
        ("stage word FRONT", str(theme.background), v["text"]),
        ("stage word BACK", str(theme.background), v["focus"]),
    ]
    return found


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("shown", [true, in_256])
def test_every_pair_of_text_and_background_can_be_read(name: str, shown: object) -> None:
    assert callable(shown)
    weak = [
        (what, round(contrast(shown(text), shown(back)), 2))
        for what, text, back in pairs(name)
        if contrast(shown(text), shown(back)) < LEVELS[name]
    ]
    assert weak == []


@pytest.mark.parametrize("name", THEMES)
def test_without_colour_it_can_still_be_read(name: str) -> None:
    assert [w for w, t, b in pairs(name) if contrast(grey(t), grey(b)) < 4.5] == []


@pytest.mark.parametrize("name", THEMES)
def test_every_value_is_an_exact_colour_of_the_256(name: str) -> None:
    theme = THEMES[name]
    values = {str(theme.background), str(theme.panel), *theme.variables.values()}
    hexes = [value for value in values if value.startswith("#")]
    cube, greys = {0, 95, 135, 175, 215, 255}, {8 + 10 * step for step in range(24)}
    for value in hexes:
        rgb = Color.parse(value).rgb
        assert set(rgb) <= cube or (len(set(rgb)) == 1 and rgb[0] in greys), value


# Machado, Oliveira and Fernandes 2009, severity 1.0; they work on linear RGB.
MACHADO = {
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216),
               (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413),
               (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602),
               (0.004733, 0.691367, 0.303900)),
}  # fmt: skip


def lab(linear: Colour) -> Colour:
    """Return CIE L*a*b* (D65) of linear RGB."""
    r, g, b = (min(1.0, max(0.0, c)) for c in linear)
    x = (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047
    y = 0.2126 * r + 0.7152 * g + 0.0722 * b
    z = (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return (116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz))


def as_seen(text: str, kind: str) -> Colour:
    """Return L*a*b* of a colour as somebody with this colour blindness sees it."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in true(text)]
    rows = MACHADO[kind]
    r, g, b = (sum(m * c for m, c in zip(row, linear, strict=True)) for row in rows)
    return lab((r, g, b))


@pytest.mark.parametrize("name", ["paper", "ink", "stage"])
@pytest.mark.parametrize("kind", MACHADO)
def test_ok_and_bad_stay_apart_for_the_colour_blind(name: str, kind: str) -> None:
    variables = THEMES[name].variables
    for one, other in combinations(("ok", "bad"), 2):
        a, b = as_seen(variables[one], kind), as_seen(variables[other], kind)
        assert sum((p - q) ** 2 for p, q in zip(a, b, strict=True)) ** 0.5 >= 15


def test_every_symbol_is_one_cell_and_has_an_ascii_twin() -> None:
    for symbol, twin in MARKS.values():
        assert cell_len(symbol) == 1
        assert len(twin) == 1
        assert twin.isascii()


async def test_in_ascii_the_chrome_is_plain_letters_and_signs(workspace_folder: Path) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder, settings=Settings(symbols="ascii"))
    try:
        async with app.run_test(size=(120, 40)) as pilot:
            for keys in (["1"], ["question_mark"], ["escape", "B"], ["enter"], ["2"], ["3"]):
                await pilot.press(*keys)
                await pilot.pause()
                strange = {sign for sign in seen(app) if ord(sign) > 127}
                assert not strange, (keys, strange)
    finally:
        from screens.parts.symbols import use_ascii

        use_ascii(False)


@pytest.mark.parametrize("name", THEMES)
async def test_a_theme_is_worn_on_front_and_another_on_back(
    workspace_folder: Path, name: str
) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder, settings=Settings(theme=name, back_theme=name))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert app.theme == name
        await pilot.press("B", "enter")
        await pilot.pause()
        assert app.theme != name


def test_the_guard_leaves_nothing_alive_in_a_segment() -> None:
    guard = OutputGuard()
    style = Style(bold=True)
    for attack in HOSTILE.values():
        (segment,) = guard.apply([Segment(attack, style)], Color(0, 0, 0))
        assert not ALIVE.search(segment.text)
        assert segment.style is style
        assert len(segment.text) == len(attack)


async def test_textual_still_asks_the_guard_for_every_kind_of_text(
    workspace_folder: Path,
) -> None:
    """The hook is not public: if an upgrade drops it, this fails."""
    north(workspace_folder)
    workspace = reopened(workspace_folder)
    attack = HOSTILE["osc52-clipboard"] + HOSTILE["c1-csi"] + HOSTILE["bidi"]
    group = next(iter(workspace.table(Group).values()))
    draft = workspace.draft("group.rename", about=(group.uid,))
    draft.set(group, name=attack)
    workspace.commit(draft, room=members())
    workspace.close()
    app = app_on(workspace_folder)
    async with app.run_test(size=(120, 40), notifications=True, tooltips=True) as pilot:
        await pilot.pause()
        assert isinstance(app.get_line_filters()[-1], OutputGuard)
        app.notify(attack, title=attack, timeout=60, markup=False)
        app.frame.say(attack)  # type: ignore[union-attr]
        app.screen.query_one(TopBar).tooltip = attack
        await pilot.hover(TopBar, offset=(3, 0))
        await pilot.pause(0.6)
        painted = seen(app)
        assert painted.count("\N{REPLACEMENT CHARACTER}") > 9
        assert not ALIVE.search(painted.replace("\n", ""))


@pytest.mark.parametrize("name", HOSTILE)
async def test_hostile_names_are_shown_literally(workspace_folder: Path, name: str) -> None:
    north(workspace_folder)
    workspace = reopened(workspace_folder)
    programmes = Programmes(workspace, members)
    programmes.rename(HOSTILE[name])
    programmes.rename_group(programmes.groups()[0], HOSTILE[name])
    workspace.close()
    app = app_on(workspace_folder)
    async with app.run_test(size=(120, 40)) as pilot:
        for keys in (["1"], ["i"], ["escape", "f2"], ["escape", "e"], ["escape", "3"], ["2"]):
            await pilot.press(*keys)
            await pilot.pause()
            assert not ALIVE.search(seen(app).replace("\n", ""))
        await pilot.press("1")
        await pilot.pause()
        first = HOSTILE[name].split("\r")[0][:4]
        if first.isprintable():
            assert first in seen(app)


@pytest.mark.parametrize("name", THEMES)
async def test_all_that_is_painted_can_be_read(workspace_folder: Path, name: str) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder, settings=Settings(theme=name))
    ways = (["1"], ["2"], ["3"], ["question_mark"], ["escape", "colon", "m"], ["escape", "f2"],
            ["escape", "comma"], ["escape", "C", "x"], ["escape", "slash", "a"],
            ["escape", "B", "enter"], ["1"], ["2"], ["3"])  # fmt: skip
    async with app.run_test(size=(120, 40)) as pilot:
        weak, looked_at = set(), 0
        for keys in ways:
            await pilot.press(*keys)
            await pilot.pause()
            for segment in _painted(app):
                style = segment.style
                if segment.text.strip() and style and style.color and style.bgcolor:
                    looked_at += 1
                    ratio = contrast(_rgb(style.color), _rgb(style.bgcolor))
                    if ratio < LEVELS.get(app.theme, 7.0) - 0.01:
                        weak.add((str(keys), segment.text.strip()[:20], round(ratio, 1)))
        assert weak == set()
        assert looked_at > 500


def _painted(app: CartuiApp) -> list[Segment]:
    return [segment for strip in app.screen._compositor.render_strips() for segment in strip]


def _rgb(colour: RichColour) -> Colour:
    found = colour.get_truecolor()
    return (found.red / 255, found.green / 255, found.blue / 255)
