"""On a bad disk what was typed stays in the form or the box where it was being typed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual import events

from cartui.store.identity import Identity
from screens.backstage import BackPanel
from screens.backstage.note_box import NoteBox
from tests.screens.bad_disk import REASONS, BadDisk, app_on, bad_disk, names, press
from tests.screens.stage import seen


@pytest.fixture(params=list(REASONS))
def disk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[BadDisk]:
    with bad_disk(tmp_path / "disk", request.param) as disk:
        yield disk


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
