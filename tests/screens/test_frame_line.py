"""The frame: what its lines show at every width, questions, NOT SAVED, one key after the other."""

import shlex
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from rich.cells import cell_len
from textual import events

from cartui.cli import cartui
from cartui.model.cycles import Card
from cartui.model.people import Group
from cartui.model.rooms import Room
from cartui.services.notebook import Notebook
from cartui.services.programmes import Programmes
from cartui.store.events import Change
from cartui.store.problems import SaveFailed
from screens.parts.keys import Verb
from screens.present.screen import PresentScreen
from tests.screens.stage import app_on, lines, members, north, reopened, seen

SIZES = [(80, 24), (100, 30), (120, 40), (200, 60)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("key", ["1", "2", "3", "4"])
async def test_the_frame_is_whole_at_every_size(
    workspace_folder: Path, size: tuple[int, int], key: str
) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=size) as pilot:
        await pilot.press(key)
        await pilot.pause()
        top, foot = lines(app)[0], lines(app)[-1]
        assert top.startswith(" FRONT members ")
        assert top.rstrip().endswith(app.rooms.around.clock_words())
        assert all(cell_len(line) == size[0] for line in lines(app))
        words = [hint.strip() for hint in foot.split("   ") if hint.strip()]
        shown = {f"{each.words}" for each in _all_verbs()}
        assert words
        assert all(any(word.endswith(known) for known in shown) for word in words)


def _all_verbs() -> list[Verb]:
    from screens.parts.keys import VERBS

    return list(VERBS.values())


@pytest.mark.parametrize("width", range(80, 200, 7))
async def test_no_hint_is_ever_clipped(workspace_folder: Path, width: int) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=(width, 24)) as pilot:
        await pilot.press("3")
        await pilot.pause()
        hints = app.frame._hints  # type: ignore[union-attr]
        assert hints._laid
        assert all(end <= width for _, end, _ in hints._laid)


async def test_every_hint_in_the_footer_works_when_pressed(workspace_folder: Path) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=(200, 60)) as pilot:
        await pilot.pause()
        hints = [hint for _, _, hint in app.frame._hints._laid]  # type: ignore[union-attr]
        assert len(hints) > 5
        for hint in hints:
            namespace = hint.active.node
            name = hint.active.binding.action.partition("(")[0]
            assert callable(getattr(namespace, f"action_{name}"))


async def test_too_small_a_window_says_one_line(workspace_folder: Path) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=(71, 20)) as pilot:
        await pilot.pause()
        assert seen(app).strip() == "Please widen to 80 by 24 (now 71 by 20)"
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert "North" in seen(app)


async def test_no_key_acts_where_nothing_of_it_is_seen(workspace_folder: Path) -> None:
    """Too small for the frame, only hiding, turning to a screen, presenting and leaving answer,
    and an open field.
    """
    north(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3", "B", "enter")
        await pilot.resize_terminal(71, 20)
        await pilot.pause()
        await pilot.press("greater_than_sign", "X", "n")
        await pilot.pause()
        assert seen(app).strip() == "Please widen to 80 by 24 (now 71 by 20)"
        await pilot.press("f")
        assert app.stage is Room.MEMBERS
        await pilot.press("2", "3", "p")
        assert isinstance(app.screen, PresentScreen)
        await pilot.press("q")
        assert seen(app).strip() == "Please widen to 80 by 24 (now 71 by 20)"
        await pilot.resize_terminal(120, 40)
        await pilot.press("n")
        await pilot.resize_terminal(71, 20)
        await pilot.press(*"Falls at night", "enter")
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert "Wrote the card Falls at night" in seen(app)
    changes = [change.verb for change in reopened(workspace_folder).changes_since({})]
    assert "board.advance" not in changes


async def test_resizing_keeps_what_is_half_typed(workspace_folder: Path) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("C", *"half a thought")
        for size in ((80, 24), (71, 20), (200, 60)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        assert "half a thought" in seen(app)
        await pilot.press("enter")
    notes = Notebook(reopened(workspace_folder), members).about("")
    assert [note.text for note in notes] == ["half a thought"]


async def test_a_question_left_offers_its_text_again(workspace_folder: Path) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c", *"later", "escape")
        assert "later" not in seen(app)
        await pilot.press("c")
        assert "later" in seen(app)


async def test_keys_in_one_breath_are_done_one_by_one(workspace_folder: Path) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        for key in ["n", *"Quay", "enter"]:
            app.post_message(events.Key(key, key if len(key) == 1 else None))
        await pilot.pause(0.3)
        await pilot.press("enter")  # the cycle
        await pilot.pause()
        await pilot.press("escape")  # no names
        await pilot.pause()
    groups = Programmes(reopened(workspace_folder), members).groups()
    assert [group.name for group in groups] == ["North", "Quay"]


async def test_what_was_not_saved_stands_until_it_is(
    workspace_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        _fill_the_disk(app, monkeypatch)
        await pilot.press("e", "x", "enter")
        await pilot.pause()
        assert "NOT SAVED: the disk is full" in seen(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "NOT SAVED" in seen(app)
        monkeypatch.undo()
        await pilot.press("enter")
        await pilot.pause()
        assert "NOT SAVED" not in seen(app)
        assert "Renamed" in seen(app)
    groups = reopened(workspace_folder).table(Group)
    assert [group.name for group in groups.values()] == ["Northx"]


async def test_what_was_not_saved_can_be_kept_elsewhere(
    workspace_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    north(workspace_folder)
    elsewhere = tmp_path / "stick"
    elsewhere.mkdir()
    app = app_on(workspace_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        _fill_the_disk(app, monkeypatch)
        await pilot.press("e", "x", "enter")
        await pilot.press("f4")
        app.frame._asking._line.value = str(elsewhere)  # type: ignore[union-attr]
        await pilot.press("enter")
        await pilot.pause()
        assert "NOT SAVED" not in seen(app)
        assert app.frame is not None
        said = app.frame._status.text
    [kept] = elsewhere.iterdir()
    words, _, command = said.partition(": cartui ")
    assert words == "1 change kept. This takes it in"
    assert shlex.split(command) == ["repair", "--unsaved", str(kept)]
    ran = CliRunner().invoke(cartui, ["--data", str(workspace_folder), *shlex.split(command)])
    assert ran.exit_code == 0, ran.output
    groups = reopened(workspace_folder).table(Group)
    assert [group.name for group in groups.values()] == ["Northx"]


def _fill_the_disk(app: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(draft: object, *, room: Room) -> Change:
        failed = SaveFailed("the disk is full")
        failed.unsaved = draft
        raise failed

    monkeypatch.setattr(app.workroom.workspace, "commit", full)


async def test_another_windows_change_shows_within_a_second(workspace_folder: Path) -> None:
    group = north(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        other = reopened(workspace_folder)
        Programmes(other, members).rename_group(other.table(Group)[group], "Harbour")
        await pilot.pause(1.0)
        assert "Harbour" in seen(app)
        other.close()


async def test_undo_and_redo_by_key_outlive_the_process(workspace_folder: Path) -> None:
    group = north(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3", "greater_than_sign")
        await pilot.pause()
        await pilot.press("1", "u")
        await pilot.pause()
        assert "Took back" in seen(app)
        await pilot.press("U")
        await pilot.pause()
    cards = reopened(workspace_folder).table(Card, group)
    assert sorted(card.stage for card in cards.values()) != ["topic", "topic"]


async def test_history_says_who_changed_what(workspace_folder: Path) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("i")
        await pilot.pause()
        assert "History of North" in seen(app)
        assert "Started the group North" in seen(app)
        assert "Rowan" in seen(app)


async def test_copying_keeps_a_file_for_terminals_without_a_clipboard(
    workspace_folder: Path,
) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("y")
        await pilot.pause()
        kept = app.places.state / "copied.txt"
        assert app.clipboard.startswith("North: ")
        assert kept.read_text().startswith("North: ")
        assert kept.stat().st_mode & 0o777 == 0o600
        await pilot.press("ctrl+c")
        assert app.is_running


async def test_a_paste_outside_a_field_is_offered_as_a_note(workspace_folder: Path) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.post_message(events.Paste("from an e-mail"))
        await pilot.pause()
        assert "Make a note of this?" in seen(app)
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
    notes = Notebook(reopened(workspace_folder), members).about("")
    assert [note.text for note in notes] == ["from an e-mail"]


async def test_hasty_typing_makes_the_keys_rest(workspace_folder: Path) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder, pace=lambda: 0.0)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("j", "k", "home", "end", "up", "down", "pageup", "pagedown", "j")
        assert "Were you typing?" not in seen(app)
        await pilot.press("z")
        await pilot.pause()
        assert "Were you typing?" in seen(app)
        await pilot.press("n", "enter", "X")
        assert "Were you typing?" in seen(app)
        await pilot.press("escape")
        await pilot.pause()
        assert "Were you typing?" not in seen(app)


async def test_leaving_asks_and_esc_never_quits(workspace_folder: Path) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2", "escape", "escape", "q")
        await pilot.pause()
        assert app.current_mode == app.rooms.mode_of("Home")
        await pilot.press("escape", "q")
        await pilot.pause()
        assert "All saved. Leave?" in seen(app)
        await pilot.press("escape")
        await pilot.pause()
        assert app.is_running
        await pilot.press("q", "enter")
        await pilot.pause()
        assert not app.is_running
