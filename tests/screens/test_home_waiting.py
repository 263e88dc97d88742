"""Home by keys: what waits and what is owed is listed, opened at the very thing, and goes away."""

import re
from pathlib import Path

import pytest
from textual.pilot import Pilot

from cartui.app import CartuiApp
from cartui.model.cycles import Move
from cartui.model.drafts import Answered, Draft
from cartui.services.board import Board
from cartui.services.drafts import Drafts
from cartui.services.feedback import Feedback
from cartui.services.programmes import Programmes
from screens.cycle.card_page import CardPage
from screens.drafts.draft_page import DraftPage
from screens.home.screen import HomeScreen
from screens.people.screen import PeopleScreen
from screens.rules.screen import RulesScreen
from tests.screens.home_hall import full, workshop
from tests.screens.stage import app_on, lines, members, north, reopened, seen

SMALL, LARGE = (80, 24), (120, 40)


def home(app: CartuiApp) -> HomeScreen:
    assert isinstance(app.screen, HomeScreen)
    return app.screen


async def look_and_leave(folder: Path) -> None:
    """Look all through it once, so that there can be news."""
    app = app_on(folder)
    async with app.run_test(size=LARGE) as pilot:
        await press(pilot, "q", "enter")


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await pilot.pause()
    await pilot.pause()


def page(app: CartuiApp) -> DraftPage:
    assert isinstance(app.screen, DraftPage), app.screen
    return app.screen


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_all_that_waits_and_is_owed_is_said(
    workspace_folder: Path, size: tuple[int, int]
) -> None:
    full(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        text = seen(app)
        assert "Next: 5 comments wait for you on “Night visits” v2" in text
        assert "Waits for you   1 draft, 5 to answer, 1 to place" in text
        assert "Owed   1 review, 1 to adopt, 1 why, 2 reasons, 6 answers" in text
        row = next(line for line in lines(app) if "North" in line)
        assert re.search(r"P0 +6 +\? 8\b", row), row


async def test_next_opens_the_draft_that_waits_and_answers_go_off_the_list(
    workspace_folder: Path,
) -> None:
    group, _ = full(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=LARGE) as pilot:
        await press(pilot, "greater_than_sign")
        draft = page(app).draft_here()
        assert draft is not None
        assert draft.title == "Night visits"
        await press(pilot, "t", "t", "1")
        assert "Next: 3 comments wait for you on “Night visits” v2" in seen(app)
    ws = reopened(workspace_folder)
    taken = [each.verdict for each in ws.table(Answered, group).values()].count("take")
    assert taken == 2


async def test_a_place_and_a_reason_open_the_draft_at_that_comment(
    workspace_folder: Path,
) -> None:
    group, _ = full(workspace_folder)
    ws = reopened(workspace_folder)
    feedback, drafts = Feedback(ws, members, group), Drafts(ws, members, group)
    draft = next(each for each in drafts.drafts() if not each.turn)
    version = drafts.newest(draft)
    assert version is not None
    (lost,), (owing,) = feedback.to_look_at(draft, version), feedback.owed()
    app = app_on(workspace_folder)
    async with app.run_test(size=LARGE) as pilot:
        await press(pilot, "tab", "down", "enter")
        assert page(app).rows.highlighted == lost.uid
        await press(pilot, "1", "tab", *["down"] * 3, "enter")
        assert page(app).rows.highlighted == owing.uid


async def test_an_owed_why_opens_its_card_at_the_move_where_enter_writes_it(
    workspace_folder: Path,
) -> None:
    group, _ = full(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=LARGE) as pilot:
        await press(pilot, "tab", "tab", "down", "down", "enter")
        assert isinstance(app.screen, CardPage)
        assert app.screen.heading() == "Falls log"
        await press(pilot, "enter", *"two wards asked", "enter", "escape", "1")
        assert "1 why" not in seen(app)
    (move,) = reopened(workspace_folder).table(Move, group).values()
    assert move.justification == "two wards asked"


async def test_rules_open_at_the_rule_of_their_own_group(workspace_folder: Path) -> None:
    full(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=LARGE) as pilot:
        await press(pilot, "enter", "4")
        assert app.frame is not None
        assert app.frame.heading() == "North"
        await press(pilot, "1", "tab", "tab", "enter")
        assert isinstance(app.screen, RulesScreen)
        assert app.screen.heading() == "South"
        line = app.screen.line
        assert line is not None
        assert line.text == "Job titles stay at the door."
        await press(pilot, "1", "down", "enter")
        assert app.screen.line is not None
        assert app.screen.line.number == 1
        await press(pilot, "a", "A", "enter", "1")
        assert "1 to adopt" in seen(app)  # the second rule has Esi still to ask
        await press(pilot, "enter", "a", "A", "enter", "1")
        assert "to adopt" not in seen(app)


async def test_undo_on_home_brings_back_what_was_answered(workspace_folder: Path) -> None:
    full(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=LARGE) as pilot:
        await press(pilot, "greater_than_sign", "t", "1")
        assert "4 comments wait for you" in seen(app)
        await press(pilot, "u")
        assert "5 comments wait for you" in seen(app)
        assert "Took back" in seen(app)


async def test_a_page_left_open_gives_way_to_what_is_opened(workspace_folder: Path) -> None:
    full(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=LARGE) as pilot:
        await press(pilot, "greater_than_sign", "1", "tab", "tab", "end", "enter")
        draft = page(app).draft_here()
        assert draft is not None
        assert draft.title == "Carers at work"
        assert len(app.screen_stack) == 2
        await press(pilot, "escape")
        assert "Drafts" in seen(app)
        assert len(app.screen_stack) == 1


async def test_news_opens_what_was_changed(workspace_folder: Path) -> None:
    group, south = full(workspace_folder)
    await look_and_leave(workspace_folder)
    other = workshop(workspace_folder, "o")
    feedback, drafts = Feedback(other, members, group), Drafts(other, members, group)
    draft = next(each for each in drafts.drafts() if each.turn)
    version = drafts.newest(draft)
    assert version is not None
    remarks = feedback.remarks(draft, version)
    for remark in remarks[:3]:
        feedback.answer([remark.comment], "take")
    board = Board(other, members, south)
    board.new_card("Harbour walks", board.stages()[0].id)
    other.close()
    app = app_on(workspace_folder)
    async with app.run_test(size=LARGE) as pilot:
        await pilot.pause()
        assert "Since you last looked   2" in seen(app)
        (row,) = [line for line in lines(app) if "Took a comment" in line]
        assert "3 times: Took a comment" in row
        assert "North" in row
        await press(pilot, "tab", "tab", "tab", "enter")
        assert isinstance(app.screen, CardPage)
        assert app.screen.heading() == "Harbour walks"
        await press(pilot, "1", "down", "enter")
        assert page(app).rows.highlighted == remarks[2].uid


async def test_news_of_a_person_opens_the_person_of_whatever_group(
    workspace_folder: Path,
) -> None:
    full(workspace_folder)
    await look_and_leave(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=LARGE) as pilot:
        await press(pilot, "2", "n", *"Finn Ohara", "enter", "escape", "1", "down", "enter", "1")
        assert "Finn Ohara" in seen(app)
        await press(pilot, "tab", "tab", "tab", "enter")
        assert isinstance(app.screen, PeopleScreen)
        assert app.screen.line is not None
        assert app.screen.line.name == "Finn Ohara"


async def test_what_is_gone_is_let_be(workspace_folder: Path) -> None:
    group = north(workspace_folder)
    await look_and_leave(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=LARGE) as pilot:
        other = workshop(workspace_folder, "o")
        Drafts(other, members, group).add(None, "Night visits", "A text.")
        other.undo(members())
        other.close()
        await pilot.pause(0.7)
        await press(pilot, "tab", "tab", "tab", "enter")
        assert "There is nothing to open" in seen(app)
    assert reopened(workspace_folder).table(Draft, group) == {}


async def test_keys_for_groups_act_on_groups_alone(workspace_folder: Path) -> None:
    full(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=LARGE) as pilot:
        await press(pilot, "tab", "X", "e")
        assert app.screen is home(app)
        assert {line.name for line in home(app)._lines.values()} == {"North", "South"}
        assert "Name of the group" not in seen(app)


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_outsiders_see_groups_and_nothing_of_what_waits(
    workspace_folder: Path, size: tuple[int, int]
) -> None:
    full(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "F", "enter")
        text = seen(app)
        for word in (
            "Carers at work",
            "Waits",
            "Owed",
            "Next:",
            "Since you",
            "Esi",
            "answer",
            "?8",
        ):
            assert word not in text, word
        assert "North" in text
        await press(pilot, "greater_than_sign", "tab", "enter")
        assert "Carers at work" not in seen(app)
        await press(pilot, "1", "F", "enter")
        assert "Next: 5 comments wait" in seen(app)


async def test_the_list_with_the_focus_gets_the_room(workspace_folder: Path) -> None:
    group = north(workspace_folder)
    ws = workshop(workspace_folder)
    for number in range(20):
        Programmes(ws, members).start_group(f"Group {number}")
    board = Board(ws, members, group)
    for number in range(20):
        board.new_card(f"Card {number}", board.stages()[0].id)
    board.advance(*board.cards())
    ws.close()
    app = app_on(workspace_folder)
    async with app.run_test(size=SMALL) as pilot:

        def shown(word: str) -> int:
            return sum(f"{word} " in line and "Next:" not in line for line in lines(app)[3:])

        await pilot.pause()
        assert (shown("Group"), shown("“Card")) == (12, 1)
        await press(pilot, "tab", "tab")
        await pilot.pause(0.05)  # laid out anew in the frame after
        assert (shown("Group"), shown("“Card")) == (0, 13)
        for caption in ("Group", "Waits for you", "Owed   22 whys", "Since you last looked"):
            assert caption in seen(app)
        await pilot.resize_terminal(*LARGE)
        await pilot.pause()
        await pilot.resize_terminal(*SMALL)
        await pilot.pause(0.05)
        assert (shown("Group"), shown("“Card")) == (0, 13)


async def test_presenting_from_home_names_the_card_and_nothing_else(
    workspace_folder: Path,
) -> None:
    full(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=LARGE) as pilot:
        await press(pilot, "tab", "tab", "down", "down", "p")
        assert "Falls log" in seen(app)
        assert "owed" not in seen(app).lower()
        await press(pilot, "q", "up", "p")
        assert "Words for the room" in seen(app)
        await press(pilot, "escape")
        assert home(app).present_page() is None


async def test_a_key_that_comes_before_all_is_read_does_not_wait(
    workspace_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full(workspace_folder)
    monkeypatch.setattr(HomeScreen, "_show_soon", lambda home: None)
    app = app_on(workspace_folder)
    async with app.run_test(size=LARGE) as pilot:
        await pilot.pause()
        assert "Owed   1 review" not in seen(app)
        await press(pilot, "greater_than_sign")
        draft = page(app).draft_here()
        assert draft is not None
        assert draft.title == "Night visits"
