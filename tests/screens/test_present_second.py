"""The second window: it follows within half a second, reads no workspace, and lets BACK be BACK."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.app import App
from textual.pilot import Pilot

from cartui.app import CartuiApp
from cartui.app.second_window import SecondWindow
from cartui.model.rooms import Room
from cartui.services.following import Following
from cartui.services.pages import rules_page
from screens.parts.frame import FrameScreen
from screens.present.prompter import Prompter
from screens.present.screen import PresentScreen
from screens.present.second import GONE, NOTHING, SecondScreen
from tests.canary.opened import files_opened
from tests.screens.stage import app_on, north
from tests.screens.test_present import ALLOWED, OTHERS, RULES, press


def seen(app: App[None]) -> str:
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


def second_on(first: CartuiApp, workspace: Path | None = None) -> SecondWindow:
    following = Following(first.places.state, workspace)
    return SecondWindow(following, first.places.reports, "stage", plain=False)


@asynccontextmanager
async def both(
    folder: Path, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[Pilot[None], Pilot[None]]]:
    """The first window, then the second one beside it."""
    first = app_on(folder)
    async with first.run_test(size=(80, 24)) as one:
        await one.pause()
        second = second_on(first)
        async with second.run_test(size=size) as two:
            await two.pause()
            yield one, two


async def within(pilot: Pilot[None], so: Callable[[], bool], seconds: float = 5) -> None:
    """Wait until it is so; the promise of half a second is kept by the terminal test."""
    for _ in range(int(seconds / 0.05)):
        if so():
            return
        await asyncio.sleep(0.05)
    raise AssertionError(seen(pilot.app))


async def show_rules(one: Pilot[None]) -> None:
    app = one.app
    assert isinstance(app, CartuiApp)
    assert app.frame is not None
    app.frame.post_message(FrameScreen.PresentWanted(rules_page(RULES)))
    await one.pause()
    await one.pause()


async def test_before_anything_is_shown_it_says_what_to_do(workspace_folder: Path) -> None:
    north(workspace_folder)
    async with both(workspace_folder) as (_, two):
        shown = " ".join(seen(two.app).split())
        assert NOTHING[0] in shown
        assert " ".join(NOTHING[1].split()) in shown


async def test_it_follows_pages_and_blanks_and_the_end(workspace_folder: Path) -> None:
    north(workspace_folder)
    async with both(workspace_folder) as (one, two):
        await press(one, "3", "p")
        await within(two, lambda: "Falls log" in seen(two.app))
        await press(one, "b")
        await within(two, lambda: seen(two.app).strip() == "")
        await press(one, "b")
        await within(two, lambda: "Falls log" in seen(two.app))
        await press(one, "q")
        await within(two, lambda: NOTHING[0] in seen(two.app))


async def test_while_it_follows_the_first_window_stays_back(workspace_folder: Path) -> None:
    north(workspace_folder)
    async with both(workspace_folder, (60, 18)) as (one, two):
        app = one.app
        assert isinstance(app, CartuiApp)
        await press(one, "3", "B", "enter")
        await show_rules(one)
        assert isinstance(app.screen, Prompter)
        assert app.stage is Room.BACK
        assert "BACK private" in seen(app)
        assert "On the second window: Our ground rules (page 1 of 2)" in seen(app)
        await within(two, lambda: "Rule 1" in seen(two.app))
        assert "BACK" not in seen(two.app)
        await press(one, "greater_than_sign")
        await within(two, lambda: "page 2 of 2" in seen(two.app))
        assert "(page 2 of 2)" in seen(app)
        await press(one, "full_stop")
        await within(two, lambda: seen(two.app).strip() == "")
        assert "(blank now)" in seen(app)
        assert "b shows it again" in seen(app)
        assert "again" not in seen(two.app)
        await press(one, "f5", "enter")
        assert "It stays on the second window" in seen(app)
        assert app.stage is Room.BACK
        await within(two, lambda: "Rule 7" in seen(two.app))


async def test_what_stays_is_replaced_or_taken_off(workspace_folder: Path) -> None:
    north(workspace_folder)
    async with both(workspace_folder) as (one, two):
        await show_rules(one)
        await press(one, "enter", "3", "down", "p")
        await within(two, lambda: "Night visits" in seen(two.app))
        await press(one, "q")
        await within(two, lambda: NOTHING[0] in seen(two.app))
        assert "FRONT members" in seen(one.app)


async def test_a_q_on_its_way_when_the_bar_opens_takes_the_page_off(
    workspace_folder: Path,
) -> None:
    north(workspace_folder)
    async with both(workspace_folder) as (one, two):
        await press(one, "3", "p")
        await within(two, lambda: "Falls log" in seen(two.app))
        app = one.app
        assert isinstance(app, CartuiApp)
        app.call_later(app.action_leave)  # as a slow machine hands it on
        await within(two, lambda: NOTHING[0] in seen(two.app))
        await press(one, "p")
        await within(two, lambda: "Falls log" in seen(two.app))


async def test_only_the_keys_of_the_page_work_in_the_bar(workspace_folder: Path) -> None:
    north(workspace_folder)
    async with both(workspace_folder) as (one, _):
        app = one.app
        await press(one, "3")
        await show_rules(one)
        assert set(app.screen.active_bindings) == {*ALLOWED, "enter"}
        stood = seen(app)
        for key in [key for key in OTHERS if key != "enter"]:
            await press(one, key)
            assert isinstance(app.screen, Prompter), key
        assert seen(app) == stood


async def test_going_front_from_the_bar_hides_back_and_leaves_the_page(
    workspace_folder: Path,
) -> None:
    north(workspace_folder)
    async with both(workspace_folder) as (one, two):
        app = one.app
        assert isinstance(app, CartuiApp)
        await press(one, "3", "B", "enter", "p")
        await within(two, lambda: "Falls log" in seen(two.app))
        await press(one, "ctrl+g")
        await one.pause()
        assert app.stage.value == "members"
        assert "FRONT members" in seen(app)
        assert not isinstance(app.screen, Prompter)
        assert "Falls log" in seen(two.app)


async def test_words_typed_in_back_go_to_the_second_window(workspace_folder: Path) -> None:
    north(workspace_folder)
    async with both(workspace_folder) as (one, two):
        await press(one, "B", "enter", "colon", *"show words", "enter", *"Welcome", "enter")
        await within(two, lambda: "Welcome" in seen(two.app))
        assert isinstance(one.app.screen, Prompter)


async def test_words_typed_while_it_closes_are_shown_here_on_front(workspace_folder: Path) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=(80, 24)) as one:
        following = Following(app.places.state)
        following.begin()
        await press(one, "B", "enter", "colon", *"show words", "enter", *"Welcome")
        following.end()
        await press(one, "enter")
        await one.pause()
        assert isinstance(app.screen, PresentScreen)
        assert app.stage is Room.MEMBERS


async def test_leaving_the_first_window_leaves_nothing_on_the_second(
    workspace_folder: Path,
) -> None:
    north(workspace_folder)
    first = app_on(workspace_folder)
    following = Following(first.places.state)
    async with first.run_test(size=(80, 24)) as one:
        await press(one, "3", "p")
        assert following.look() is not None
    assert following.look() is None
    assert not following.is_alone


async def test_a_first_window_that_is_gone_is_said_kindly(workspace_folder: Path) -> None:
    north(workspace_folder)
    async with both(workspace_folder) as (one, two):
        await press(one, "3", "p")
        await within(two, lambda: "Falls log" in seen(two.app))
        screen = two.app.screen
        assert isinstance(screen, SecondScreen)
        app = one.app
        assert isinstance(app, CartuiApp)
        app.showing._held.close()  # as when its process is killed: the kernel lets go of the lock
        await within(two, lambda: GONE[0] in seen(two.app))


async def test_another_workspace_is_not_followed_when_one_is_named(
    workspace_folder: Path, tmp_path: Path
) -> None:
    north(workspace_folder)
    first = app_on(workspace_folder)
    async with first.run_test(size=(80, 24)) as one:
        second = second_on(first, tmp_path / "another")
        async with second.run_test(size=(80, 24)) as two:
            await press(one, "3", "p")
            assert isinstance(one.app.screen, PresentScreen)
            await asyncio.sleep(0.5)
            assert NOTHING[0] in seen(two.app)


async def test_no_key_but_q_does_anything_there(workspace_folder: Path) -> None:
    north(workspace_folder)
    async with both(workspace_folder) as (one, two):
        await show_rules(one)
        await within(two, lambda: "Rule 1" in seen(two.app))
        stood = seen(two.app)
        for key in (*OTHERS, *(ALLOWED - {"q", "ctrl+q"})):
            await press(two, key)
        assert seen(two.app) == stood
        assert {*two.app.screen.active_bindings} == {"q", "ctrl+q"}
        assert isinstance(one.app.screen, Prompter)
        await press(two, "q")
        assert two.app._exit


async def test_a_page_of_another_size_is_the_same_page(workspace_folder: Path) -> None:
    north(workspace_folder)
    async with both(workspace_folder, (200, 60)) as (one, two):
        await show_rules(one)
        await press(one, "greater_than_sign")
        await within(two, lambda: "page 2 of 2" in seen(two.app))
        assert "Rule 6" in seen(two.app)
        assert "Rule 5" not in seen(two.app)


async def test_it_opens_nothing_of_the_workspace(workspace_folder: Path) -> None:
    north(workspace_folder)
    first = app_on(workspace_folder)
    async with first.run_test(size=(80, 24)) as one:
        await press(one, "3", "p")
        second = second_on(first)
        with files_opened() as opened:
            async with second.run_test(size=(80, 24)) as two:
                await within(two, lambda: "Falls log" in seen(two.app))
        assert [path for path in opened if "presented" in path]
        assert not [path for path in opened if str(workspace_folder) in path]


@pytest.mark.parametrize("size", [(50, 12), (10, 3)])
async def test_too_small_it_says_so(workspace_folder: Path, size: tuple[int, int]) -> None:
    north(workspace_folder)
    async with both(workspace_folder, size) as (_, two):
        assert "too" in seen(two.app)
