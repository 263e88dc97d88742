"""Themes worn on either side, and nothing alive on the wire; tests/looks has the rest."""

from pathlib import Path

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from cartui.app.guard import InOnePass, OutputGuard
from cartui.app.themes import THEMES
from cartui.model.people import Group
from cartui.model.text import ALIVE
from cartui.services.programmes import Programmes
from cartui.settings import Settings
from screens.parts.top_bar import TopBar
from tests.hostile import HOSTILE
from tests.screens.stage import app_on, members, north, reopened, seen


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
        (together,) = app.get_line_filters()
        assert isinstance(together, InOnePass)
        assert isinstance(together.filters[-1], OutputGuard)
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
