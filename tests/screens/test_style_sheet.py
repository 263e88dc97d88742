"""Rules are put on a widget only when something has changed, and then on everyone concerned."""

from pathlib import Path

import pytest
from textual.app import App, ComposeResult
from textual.color import Color
from textual.css.stylesheet import Stylesheet
from textual.widget import Widget

from cartui.app.style_sheet import ReadOnce
from cartui.app.themes import THEMES
from tests.screens.stage import app_on, north

KEYS = ("1", "tab", "2", "down", "enter", "escape", "slash", "a", "escape", "3", "right", "enter",
        "e", "escape", "escape", "4", "n", "escape", "5", "question_mark", "escape", "colon",
        "escape", "i", "escape", "comma", "escape", "F", "enter", "1", "2", "3", "4", "5", "f",
        "B", "enter", "1", "2", "enter", "3", "f", "1", "2", "3")  # fmt: skip


def worn(widget: Widget) -> dict[str, object]:
    """Return the rules that a widget wears, with those of its inner parts."""
    inner = {
        name: dict(styles.base.get_rules())
        for name, styles in widget._component_styles.items()
    }  # fmt: skip
    return {**widget.styles.base.get_rules(), "inner": inner}


def dressed_wrongly(app: App[None]) -> list[str]:
    """Return the widgets in sight that Textual's own style sheet would dress otherwise."""
    wrong = []
    for widget in app.screen.walk_children(Widget, with_self=True):
        before = worn(widget)
        Stylesheet.apply(app.stylesheet, widget)
        if worn(widget) != before:
            wrong.append(repr(widget))
    return wrong


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=str)
async def test_everything_in_sight_wears_what_it_would_if_dressed_anew(
    workspace_folder: Path, size: tuple[int, int]
) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=size) as pilot:
        for key in KEYS:
            await pilot.press(key)
            assert dressed_wrongly(app) == [], key
        for theme in THEMES:
            app.theme = theme
            await pilot.pause()
            assert dressed_wrongly(app) == [], theme


async def test_coming_back_to_a_page_dresses_only_what_has_changed(
    workspace_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder)
    anew: list[object] = []
    apply = Stylesheet.replace_rules.__func__  # type: ignore[attr-defined]

    def heard(kind: type[Stylesheet], /, node: object, *more: object, **named: object) -> None:
        anew.append(node)
        apply(kind, node, *more, **named)

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("2", "3", "2", "3")
        monkeypatch.setattr(ReadOnce, "replace_rules", classmethod(heard))
        await pilot.press("2")
        there = [*app.screen.walk_children(Widget)]
        assert len([node for node in anew if node in there]) < len(there) / 2
        app.theme = "contrast"
        await pilot.pause()
        assert {*there} <= {*anew}


@pytest.mark.parametrize("asks", ["Place", ".a-class", "#an-id", "*", "Place.a-class", ""])
async def test_a_widget_is_dressed_anew_for_its_focus_if_a_rule_asks_for_it(asks: str) -> None:
    class Place(Widget, can_focus=True):
        pass

    class Small(App[None]):
        CSS = f"{asks}:focus {{ background: red; }}" if asks else "Place { background: blue; }"

        def __init__(self) -> None:
            super().__init__()
            self.stylesheet = ReadOnce(variables=self.get_css_variables())

        def compose(self) -> ComposeResult:
            yield Place(id="an-id", classes="a-class")
            yield Place()

    app = Small()
    async with app.run_test() as pilot:
        for _ in range(3):
            await pilot.press("tab")
            focused = app.focused
            assert focused is not None
            named = asks in ("Place", "*") or (bool(asks) and focused.id == "an-id")
            assert (focused.styles.background == Color(255, 0, 0)) is named
            assert dressed_wrongly(app) == []
