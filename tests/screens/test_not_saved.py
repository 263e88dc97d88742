"""On a disk that is full or read-only nothing typed goes away: not by a key, not by leaving."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from textual import events

from cartui.app import CartuiApp
from cartui.model.cycles import Card
from cartui.model.kinds import OPEN
from cartui.model.people import Group, Person
from cartui.settings import Settings
from cartui.store.identity import Identity
from cartui.store.places import Places
from cartui.store.workspace import Workspace
from screens.backstage import BackPanel
from screens.backstage.note_box import NoteBox
from tests.screens.bad_disk import REASONS, BadDisk, bad_disk
from tests.screens.stage import seen, slowly

FULL = ["full"]


@pytest.fixture(params=list(REASONS))
def disk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[BadDisk]:
    with bad_disk(tmp_path / "disk", request.param) as disk:
        yield disk


def app_on(disk: BadDisk, identity: Identity) -> CartuiApp:
    base = disk.disk.parent
    places = Places(data=base / "data", config=base / "config.toml", state=base / "state")
    settings = Settings(name="Rowan")
    return CartuiApp(
        disk.folder, places=places, settings=settings, identity=identity, pace=slowly()
    )


async def press(pilot: Any, *keys: str) -> None:
    for key in keys:
        await pilot.press(*(key[1:] if key[0] == "'" and len(key) > 1 else [key]))
        await pilot.pause()


def titles(folder: Path) -> list[str]:
    workspace = Workspace.open(folder, open_kinds=OPEN, identity=Identity(device="e" * 32))
    groups = list(workspace.table(Group))
    return [card.title for group in groups for card in workspace.table(Card, group).values()]


def names(folder: Path) -> list[str]:
    workspace = Workspace.open(folder, open_kinds=OPEN, identity=Identity(device="e" * 32))
    return [person.name for person in workspace.table(Person).values()]


async def test_the_line_stays_open_with_its_text_and_enter_tries_again(
    disk: BadDisk, identity: Identity
) -> None:
    app = app_on(disk, identity)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "3")
        disk.go_bad()
        await press(pilot, "n", "'Night", "enter")
        assert "NOT SAVED: " in seen(app)
        assert REASONS[disk.kind] in seen(app)
        assert app.frame is not None
        assert app.frame._asking.half_typed == "Night"
        await press(pilot, "'s", "enter")  # reworded, and still not saved: one change, not two
        assert app.frame._asking.half_typed == "Nights"
        assert app.frame.unsaved == 1
        disk.get_well()
        await press(pilot, "enter")
        assert "NOT SAVED" not in seen(app)
        assert not app.frame._asking.asking
    assert [title for title in titles(disk.folder) if title.startswith("Night")][-1] == "Nights"
    assert "Night" not in titles(disk.folder)


async def test_f8_tries_again_from_any_screen_and_saves_what_stands_in_the_line(
    disk: BadDisk, identity: Identity
) -> None:
    app = app_on(disk, identity)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "3")
        disk.go_bad()
        await press(pilot, "n", "'Wet Zebra", "enter", "escape", "down", "1", "2", "down")
        assert "NOT SAVED" in seen(app)
        assert "“Wet Zebra”" in seen(app)
        await press(pilot, "f8")
        assert "NOT SAVED" in seen(app)
        disk.get_well()
        await press(pilot, "f8")
        assert "NOT SAVED" not in seen(app)
        await press(pilot, "3")
        assert "Wet Zebra" in seen(app)
        await press(pilot, "f8")
        assert "Everything is saved." in seen(app)
    assert titles(disk.folder).count("Wet Zebra") == 1


async def test_moved_about_and_several_are_saved_in_their_order(
    disk: BadDisk, identity: Identity
) -> None:
    app = app_on(disk, identity)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "3")
        disk.go_bad()
        await press(pilot, "n", "'First", "enter", "escape", "n", "'Second", "enter", "escape")
        await press(pilot, "2", "n", "'Yan Tan", "enter", "escape", "1")
        assert "NOT SAVED (3 changes)" in seen(app)
        for words in ("“First”", "“Second”", "“Yan Tan”"):
            assert words in seen(app)
        disk.get_well()
        await press(pilot, "f8")
        assert "NOT SAVED" not in seen(app)
    assert titles(disk.folder)[-2:] == ["First", "Second"]
    assert "Yan Tan" in names(disk.folder)


async def test_a_card_that_was_moved_is_named_and_enter_tries_again(
    disk: BadDisk, identity: Identity
) -> None:
    app = app_on(disk, identity)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "3")
        disk.go_bad()
        await press(pilot, ">")
        assert "NOT SAVED" in seen(app)
        assert "Moved Festival volunteers" in " ".join(seen(app).split())
        await press(pilot, "down", "up", "f8")
        assert "NOT SAVED" in seen(app)
        assert app.frame is not None
        assert app.frame.unsaved == 1
        disk.get_well()
        await press(pilot, "f8")
        assert "NOT SAVED" not in seen(app)
        await press(pilot, "u")
        assert "Took back" in seen(app)


async def test_leaving_asks_and_staying_keeps_it(disk: BadDisk, identity: Identity) -> None:
    app = app_on(disk, identity)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "3", "enter")  # a card's own page, which is gone when it is left
        disk.go_bad()
        await press(pilot, "e", "' of mine", "enter", "escape", "escape")
        assert "NOT SAVED" in seen(app)
        await press(pilot, "q", "q")
        assert "1 change is NOT SAVED and will be lost." in " ".join(seen(app).split())
        await press(pilot, "escape")
        assert app.is_running
        disk.get_well()
        await press(pilot, "f8", "q")
        assert "All saved. Leave?" in seen(app)
        await press(pilot, "escape")
    assert any(title.endswith(" of mine") for title in titles(disk.folder))


async def test_only_a_word_of_ours_lets_go_of_it(disk: BadDisk, identity: Identity) -> None:
    app = app_on(disk, identity)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "3")
        disk.go_bad()
        await press(pilot, "n", "'Zebra", "enter", "escape", "u")
        assert "This is not saved. Let go of it?" in seen(app)
        assert "Zebra" in seen(app)
        await press(pilot, "escape")
        assert "NOT SAVED" in seen(app)
        await press(pilot, "u", "enter")
        assert "NOT SAVED" not in seen(app)
        disk.get_well()
    assert "Zebra" not in titles(disk.folder)


async def test_saved_elsewhere_from_wherever_one_is(
    disk: BadDisk, identity: Identity, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    app = app_on(disk, identity)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "3")
        disk.go_bad()
        await press(pilot, "n", "'Zebra", "enter", "escape", "2", "down", "f4")
        assert app.frame is not None
        app.frame._asking._line.value = str(stick)
        await press(pilot, "enter")
        assert "NOT SAVED" not in seen(app)
        assert app.frame.unsaved == 0
        disk.get_well()
    (kept,) = stick.iterdir()
    assert b"Zebra" in kept.read_bytes()


async def test_the_form_stays_open_and_the_second_escape_leaves_it_to_the_banner(
    disk: BadDisk, identity: Identity
) -> None:
    app = app_on(disk, identity)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2")
        disk.go_bad()
        await press(pilot, "e", "home", "'Dr ", "escape")
        assert app.screen.has_class("-form")
        assert "NOT SAVED" in seen(app)
        assert "Dr " in seen(app)
        await press(pilot, "escape")
        assert not app.screen.has_class("-form")
        assert "NOT SAVED" in seen(app)
        disk.get_well()
        await press(pilot, "f8")
        assert "NOT SAVED" not in seen(app)
    assert any(name.startswith("Dr ") for name in names(disk.folder))


async def test_a_long_text_stays_in_its_box(disk: BadDisk, identity: Identity) -> None:
    app = app_on(disk, identity)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "3", "enter", "D", "down", "e")
        disk.go_bad()
        await press(pilot, "'Of whom?", "escape")
        assert "Of whom?" in seen(app)
        assert "F8 tries again" in seen(app)
        await press(pilot, "'!", "f8")
        assert "Of whom?!" in seen(app)
        assert app.frame is not None
        assert app.frame.unsaved == 1
        disk.get_well()
        await press(pilot, "f8")
        assert app.frame.unsaved == 0
        assert app.frame is app.screen  # the box is closed
        assert "Of whom?!" in seen(app)


async def test_private_words_are_not_named_on_front(disk: BadDisk, identity: Identity) -> None:
    app = app_on(disk, identity)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "2", "B", "enter")
        disk.go_bad()
        await press(pilot, "c", "'Zebra secret", "enter")
        assert "Zebra secret" in seen(app)
        await press(pilot, "f9")
        assert "Zebra" not in seen(app)
        assert "NOT SAVED" not in seen(app)
        await press(pilot, "B", "enter")
        assert "Zebra secret" in seen(app)
        disk.get_well()
        await press(pilot, "f8")
        assert "NOT SAVED" not in seen(app)


async def test_a_folder_opened_for_looking_only_keeps_what_is_typed_until_it_can_be_written(
    tmp_path: Path, identity: Identity
) -> None:
    with bad_disk(tmp_path / "disk", "read-only") as disk:
        disk.go_bad()
        app = app_on(disk, identity)
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "enter", "3", "n", "'Zebra", "enter")
            assert "NOT SAVED" in seen(app)
            assert app.frame is not None
            assert app.frame._asking.half_typed == "Zebra"
            disk.get_well()
            await press(pilot, "f8")
            assert "NOT SAVED" not in seen(app)
        assert "Zebra" in titles(disk.folder)


async def test_names_of_a_new_group_stay_in_their_box(disk: BadDisk, identity: Identity) -> None:
    app = app_on(disk, identity)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "n", "'Quay", "enter", "enter")
        disk.go_bad()
        people = [f"Person {n} {'y' * 100}" for n in range(60)]  # more than fits in a last page
        assert app.screen.focused is not None
        app.screen.focused.post_message(events.Paste("\n".join(people)))
        await pilot.pause()
        await press(pilot, "escape")
        assert "F8 tries again" in seen(app)
        disk.get_well()
        await press(pilot, "f8")
        assert "NOT SAVED" not in seen(app)
    assert set(names(disk.folder)) >= set(people)


async def test_a_private_note_stays_in_its_box(disk: BadDisk, identity: Identity) -> None:
    app = app_on(disk, identity)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "B", "enter")
        app.screen.query_one(BackPanel).focus()
        await press(pilot, "n")
        box = app.screen
        assert isinstance(box, NoteBox)
        disk.go_bad()
        await press(pilot, "'Zebra", "escape")
        assert app.screen is box
        assert "F8 tries again" in seen(app)
        await press(pilot, "escape")
        assert app.screen is not box
        assert "NOT SAVED" in seen(app)
        assert "“Zebra”" in seen(app)
        disk.get_well()
        await press(pilot, "f8")
        assert "NOT SAVED" not in seen(app)
        panel = app.screen.query_one(BackPanel)
        assert "Zebra" in [line.text for line in panel._lines]


async def test_another_workspace_is_not_opened_over_it(
    disk: BadDisk, identity: Identity, tmp_path: Path
) -> None:
    app = app_on(disk, identity)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "3")
        disk.go_bad()
        await press(pilot, "n", "'Zebra", "enter", "escape")
        await app.open_folder(tmp_path / "other")
        await pilot.pause()
        assert "Not opened" in seen(app)
        assert "“Zebra”" in seen(app)
        disk.get_well()
        await press(pilot, "f8")
    assert "Zebra" in titles(disk.folder)
