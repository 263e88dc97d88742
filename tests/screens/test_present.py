"""Present by its keys: what is highlighted, large, on FRONT; a clicker drives it, nothing else."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from cartui.app import CartuiApp
from cartui.model.kinds import OPEN
from cartui.model.people import Person
from cartui.model.rooms import Room
from cartui.model.rules import Position
from cartui.services.board import Board
from cartui.services.ground_rules import GroundRules
from cartui.services.pages import passage_page, rules_page
from cartui.settings import Settings
from cartui.store.workspace import Workspace
from screens.parts.frame import FrameScreen
from screens.present.screen import BIGGER, PresentScreen
from screens.present.screen import BLANKS as SAYS_BLANKS
from tests.hostile import CONTROL, HOSTILE
from tests.screens.stage import app_on, identity, lines, members, north, reopened, seen

SMALLEST, SMALL, LARGE = (60, 18), (80, 24), (120, 40)
RULES = [f"Rule {n}: we listen to understand, not to reply" for n in range(1, 8)]
NEXT, BACK = ("greater_than_sign", "pagedown", "space"), ("less_than_sign", "pageup")
BLANKS = ("b", "full_stop", "f5", "escape")


@asynccontextmanager
async def opened(folder: Path, size: tuple[int, int] = SMALL, **more: Any) -> AsyncIterator[Any]:
    app = app_on(folder, **more)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield pilot


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


async def show_rules(pilot: Pilot[None], words: list[str] | None = None) -> CartuiApp:
    app = pilot.app
    assert isinstance(app, CartuiApp)
    assert app.frame is not None
    app.frame.post_message(FrameScreen.PresentWanted(rules_page(words or RULES)))
    await pilot.pause()
    await pilot.pause()
    assert isinstance(app.screen, PresentScreen)
    return app


# --- what is presented


async def test_p_on_the_board_shows_the_highlighted_card_and_names_nobody(
    workspace_folder: Path,
) -> None:
    group = north(workspace_folder)
    ws = Workspace.open(workspace_folder, open_kinds=OPEN, identity=identity(prefix="x"))
    board = Board(ws, members, group)
    person = next(p for p in ws.table(Person).values() if p.name == "Asha Rao")
    card = board.cards()[0]
    board.set_owners([person.uid], card)
    ws.close()
    async with opened(workspace_folder) as pilot:
        await press(pilot, "3")
        assert "Asha" in seen(pilot.app)
        await press(pilot, "p")
        shown = seen(pilot.app)
        assert lines(pilot.app)[0].startswith(" PRESENT ")
        assert card.title in shown
        assert "Topic" in shown
        assert "Asha" not in shown
        assert "Harbour" not in shown


async def test_p_on_a_cards_own_page_shows_that_card(workspace_folder: Path) -> None:
    north(workspace_folder)
    async with opened(workspace_folder) as pilot:
        await press(pilot, "3", "down", "enter", "p")
        assert isinstance(pilot.app.screen, PresentScreen)
        assert "Night visits" in seen(pilot.app)
        await press(pilot, "q")
        assert "Night visits" in seen(pilot.app)
        assert len(pilot.app.screen_stack) == 2


async def test_p_on_home_shows_the_group_and_the_programme(workspace_folder: Path) -> None:
    north(workspace_folder)
    async with opened(workspace_folder) as pilot:
        await press(pilot, "p")
        assert "Learning together" in lines(pilot.app)[0]
        shown = seen(pilot.app)
        assert "North" in shown
        assert not [word for word in ("Owed", "Topic 2", "Asha") if word in shown]


async def test_p_on_rules_shows_those_that_hold_without_a_count_or_a_name(
    workspace_folder: Path,
) -> None:
    group = north(workspace_folder)
    ws = reopened(workspace_folder)
    rules = GroundRules(ws, members, group)
    kept = rules.propose("We listen to understand").about[1]
    rules.propose("We are never late")
    (asha, ben) = (person.uid for person in ws.table(Person).values())
    line = next(line for line in rules.rules() if line.uid == kept)
    rules.adopt(line.rule, {asha: Position.AGREE, ben: Position.LIVE_WITH})
    ws.close()
    async with opened(workspace_folder) as pilot:
        await press(pilot, "4", "p")
        shown = seen(pilot.app)
        assert "Our ground rules" in lines(pilot.app)[0]
        assert "We listen to understand" in shown
        assert not [word for word in ("late", "Asha", "Ben", "agree", "2") if word in shown]


async def test_with_nothing_highlighted_it_asks_for_words(workspace_folder: Path) -> None:
    async with opened(workspace_folder) as pilot:
        await press(pilot, "p")
        assert "Words for the room" in seen(pilot.app)
        await press(pilot, *"Tea at 10:45", "enter")
        shown = seen(pilot.app)
        assert isinstance(pilot.app.screen, PresentScreen)
        assert "Tea at" in shown
        assert "10:45" not in shown
        assert shown.count("█") > 60


async def test_leaving_the_question_presents_nothing(workspace_folder: Path) -> None:
    async with opened(workspace_folder) as pilot:
        await press(pilot, "p", "x", "escape")
        assert not isinstance(pilot.app.screen, PresentScreen)


async def test_words_can_be_shown_from_anywhere_by_the_palette(workspace_folder: Path) -> None:
    north(workspace_folder)
    async with opened(workspace_folder) as pilot:
        await press(pilot, "2", "colon", *"show words", "enter", *"Welcome", "enter")
        assert isinstance(pilot.app.screen, PresentScreen)
        assert "Welcome" in seen(pilot.app)


async def test_nothing_is_written_by_presenting(workspace_folder: Path) -> None:
    north(workspace_folder)
    before = reopened(workspace_folder)
    stood = before.mark()
    before.close()
    async with opened(workspace_folder) as pilot:
        await press(pilot, "3", "p", "b", "b", "q", "1", "p", "q")
    after = reopened(workspace_folder)
    assert after.mark() == stood
    after.close()


# --- the stages of the room


async def test_presenting_leaves_back_and_never_goes_back_there(workspace_folder: Path) -> None:
    north(workspace_folder)
    async with opened(workspace_folder) as pilot:
        app = pilot.app
        await press(pilot, "3", "B", "enter")
        assert app.stage.value == "back"
        await press(pilot, "p")
        assert isinstance(app.screen, PresentScreen)
        assert app.stage is Room.MEMBERS
        assert app.workroom.workspace.back_side is None
        await press(pilot, "B", "enter", "q")
        assert app.stage is Room.MEMBERS
        assert "FRONT members" in lines(app)[0]
        assert app.theme == "paper"


async def test_on_front_public_it_shows_no_more_than_outsiders_see(workspace_folder: Path) -> None:
    north(workspace_folder)
    async with opened(workspace_folder) as pilot:
        app = pilot.app
        await press(pilot, "3", "F", "enter", "p")
        assert "Falls log" in seen(app)
        assert app.stage is Room.PUBLIC
        await press(pilot, "q", "2", "p")
        assert app.stage is Room.PUBLIC
        assert not isinstance(app.screen, PresentScreen)
        assert "Words for the room" in seen(app)


async def test_what_was_half_typed_in_back_is_not_presented(workspace_folder: Path) -> None:
    north(workspace_folder)
    async with opened(workspace_folder) as pilot:
        await press(pilot, "3", "B", "enter", "C", *"ring the centre", "escape", "p")
        assert "ring the centre" not in seen(pilot.app)
        await press(pilot, "q", "C")
        assert "ring the centre" not in seen(pilot.app)


# --- the keys


@pytest.mark.parametrize("forward", NEXT)
@pytest.mark.parametrize("backward", BACK)
async def test_pages_turn_and_stop_at_both_ends(
    workspace_folder: Path, forward: str, backward: str
) -> None:
    async with opened(workspace_folder) as pilot:
        app = await show_rules(pilot)
        assert "page 1 of 2" in seen(app)
        await press(pilot, forward)
        assert "page 2 of 2" in seen(app)
        assert "Rule 7" in seen(app)
        await press(pilot, forward, forward, backward)
        assert "page 1 of 2" in seen(app)
        assert "Rule 1" in seen(app)
        await press(pilot, backward)
        assert "page 1 of 2" in seen(app)


@pytest.mark.parametrize("key", BLANKS)
async def test_blank_shows_nothing_at_all_and_comes_back(workspace_folder: Path, key: str) -> None:
    async with opened(workspace_folder) as pilot:
        app = await show_rules(pilot)
        await press(pilot, "greater_than_sign")
        stood = seen(app)
        await press(pilot, key)
        assert seen(app).strip() == ""
        await press(pilot, key)
        assert seen(app) == stood


async def test_turning_a_blank_page_first_shows_what_stood_there(workspace_folder: Path) -> None:
    async with opened(workspace_folder) as pilot:
        app = await show_rules(pilot)
        await press(pilot, "b", "greater_than_sign")
        assert "page 1 of 2" in seen(app)


ALLOWED = {*NEXT, *BACK, *BLANKS, "q", "ctrl+q"}
OTHERS = [
    *"acdefghijklmnoprstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789",
    "f1", "f2", "f4", "f8", "f9", "colon", "slash", "question_mark", "comma", "plus", "minus",
    "enter", "tab", "shift+tab", "up", "down", "left", "right", "home", "end", "delete",
    "backspace", "ctrl+p", "ctrl+c", "ctrl+z", "ctrl+y", "ctrl+g", "ctrl+f", "ctrl+l",
]  # fmt: skip


async def test_every_other_key_is_off(workspace_folder: Path) -> None:
    north(workspace_folder)
    async with opened(workspace_folder) as pilot:
        app = await show_rules(pilot)
        await press(pilot, "greater_than_sign")
        stood, clip = seen(app), app.clipboard
        for key in OTHERS:
            await press(pilot, key)
            assert isinstance(app.screen, PresentScreen), key
            assert seen(app) == stood, key
        assert app.clipboard == clip
        assert app.stage is Room.MEMBERS
        assert set(app.screen.active_bindings) == ALLOWED


async def test_hasty_keys_on_the_page_open_nothing(workspace_folder: Path) -> None:
    async with opened(workspace_folder, pace=lambda: 0.0) as pilot:
        app = await show_rules(pilot)
        await pilot.press(*"acdeghijklmnoprst")
        await pilot.pause()
        assert isinstance(app.screen, PresentScreen)


async def test_a_click_and_a_paste_do_nothing(workspace_folder: Path) -> None:
    from textual.events import Paste

    async with opened(workspace_folder) as pilot:
        app = await show_rules(pilot)
        await press(pilot, "greater_than_sign")
        stood = seen(app)
        await pilot.click(offset=(20, 10))
        app.post_message(Paste("a secret"))
        await pilot.pause()
        assert seen(app) == stood
        await press(pilot, "q")
        assert "a secret" not in seen(app)


# --- how it looks


async def test_on_entry_it_says_how_to_make_it_bigger_once(workspace_folder: Path) -> None:
    async with opened(workspace_folder) as pilot:
        app = await show_rules(pilot)
        assert f"{BIGGER}   {SAYS_BLANKS}" in seen(app)
        await press(pilot, "greater_than_sign")
        assert BIGGER not in seen(app)
        assert SAYS_BLANKS not in seen(app)
        await press(pilot, "escape")
        assert seen(app).strip() == "", "the room reads this window too"
        await press(pilot, "escape")
        assert "Our ground rules" in seen(app)


@pytest.mark.parametrize(
    ("chosen", "worn"), [("paper", "stage"), ("ink", "stage"), ("contrast", "contrast")]
)
async def test_it_wears_the_theme_of_the_stage_and_gives_it_back(
    workspace_folder: Path, chosen: str, worn: str
) -> None:
    async with opened(workspace_folder, settings=Settings(theme=chosen)) as pilot:
        app = await show_rules(pilot)
        assert app.theme == worn
        await press(pilot, "q")
        assert app.theme == chosen


@pytest.mark.parametrize("size", [SMALLEST, SMALL, (100, 30), LARGE, (200, 60)])
async def test_five_rules_of_two_lines_are_whole_at_every_size(
    workspace_folder: Path, size: tuple[int, int]
) -> None:
    words = [f"{n} What is said here stays here; learning" for n in range(1, 6)]
    async with opened(workspace_folder, size) as pilot:
        app = await show_rules(pilot, words)
        shown = lines(app)
        assert sum("What is said here" in line for line in shown) == 5
        assert sum(line.strip() == "learning" for line in shown) == 5
        first = next(y for y, line in enumerate(shown) if "What is said" in line)
        assert shown[first + 2].strip() == ""
        assert shown[-1].split() == ["b", "blank", "q", "leave"]


async def test_the_text_stands_in_the_middle(workspace_folder: Path) -> None:
    async with opened(workspace_folder, LARGE) as pilot:
        app = pilot.app
        app.frame.post_message(FrameScreen.PresentWanted(passage_page("word " * 40)))
        await pilot.pause()
        await pilot.pause()
        inked = [(y, line) for y, line in enumerate(lines(app)) if "word" in line]
        above, below = inked[0][0] - 2, len(lines(app)) - 3 - inked[-1][0]
        assert abs(above - below) <= 1
        left = min(len(line) - len(line.lstrip()) for _, line in inked)
        right = min(len(line) - len(line.rstrip()) for _, line in inked)
        assert abs(left - right) <= 3


async def test_a_window_too_small_says_so_kindly_and_heals(workspace_folder: Path) -> None:
    async with opened(workspace_folder) as pilot:
        app = await show_rules(pilot)
        await pilot.resize_terminal(50, 12)
        await pilot.pause()
        assert "Please widen it to 60 by 18 (now 50 by 12)" in seen(app)
        assert "Rule" not in seen(app)
        await pilot.resize_terminal(*SMALLEST)
        await pilot.pause()
        assert "Rule 1" in seen(app)


@pytest.mark.parametrize("size", [(20, 5), (10, 3), (2, 1)])
async def test_however_small_nothing_breaks(workspace_folder: Path, size: tuple[int, int]) -> None:
    async with opened(workspace_folder) as pilot:
        app = await show_rules(pilot)
        await pilot.resize_terminal(*size)
        await press(pilot, "greater_than_sign", "b", "b")
        assert isinstance(app.screen, PresentScreen)


@pytest.mark.parametrize("name", HOSTILE)
async def test_hostile_rules_are_shown_literally(workspace_folder: Path, name: str) -> None:
    from cartui.model.text import ALIVE

    async with opened(workspace_folder) as pilot:
        app = await show_rules(pilot, [HOSTILE[name]])
        shown = seen(app)
        assert not ALIVE.search(shown.replace("\n", ""))
        if name not in CONTROL:
            assert HOSTILE[name] in shown
