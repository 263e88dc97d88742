"""The form of one person, by its keys: kept on Esc, open after a wrong date or a failed save."""

from pathlib import Path

import pytest

from cartui.store.problems import SaveFailed
from tests.screens.people_hall import TODAY, Kept, founded, hall, press, shown


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "w"
    founded(folder, "Asha Raman; Harbour", "Ben Orr; Health", "Cai Parry; Harbour")
    return folder


async def test_the_form_keeps_what_was_typed_on_escape(folder: Path) -> None:
    async with hall(folder, group="north") as (app, pilot):
        await press(pilot, "down", "e", "home", "'Dr ", "enter", "enter", "end", "' board")
        await press(pilot, "escape")
        assert app.said == "Changed Dr Ben Orr"
        assert app.people.rows.has_focus
    line = Kept(folder).lines()[1]
    assert (line.name, line.person.agency) == ("Dr Ben Orr", "Health board")


async def test_the_form_holds_role_dates_and_why_of_each_group(folder: Path) -> None:
    async with hall(folder, group="north", size=(80, 24)) as (_, pilot):
        await press(pilot, "e", *["down"] * 7, "space", "down", "y")
        await press(pilot, "down", "'Volunteer", "down")
        await press(pilot, *["backspace"] * 10, "'31/3/2016", "down", "down", "'to help", "enter")
    line = Kept(folder).lines()[0]
    held = line.memberships[0]
    assert line.person.may_be_named
    assert line.person.asks_no_name
    assert (held.role, held.joined, held.why_joined) == ("volunteer", "2016-03-31", "to help")


async def test_a_wrong_date_keeps_the_form_open_and_a_second_escape_puts_it_back(
    folder: Path,
) -> None:
    async with hall(folder, group="north") as (app, pilot):
        await press(pilot, "e", "end", "n", *["down"] * 10, "x", "escape")
        assert "is not a date" in app.said
        assert app.people.has_class("-form")
        await press(pilot, "escape")
        assert not app.people.has_class("-form")
    line = Kept(folder).lines()[0]
    assert (line.name, line.joined()) == ("Asha Ramann", TODAY)


async def test_nothing_typed_is_nothing_changed(folder: Path) -> None:
    before = Kept(folder).records()
    async with hall(folder) as (app, pilot):
        await press(pilot, "e", "down", "down", "escape")
        assert not app.people.has_class("-form")
    assert Kept(folder).records() == before


async def test_what_was_not_saved_stays_on_the_screen_until_it_is(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with hall(folder) as (app, pilot):
        with monkeypatch.context() as full:

            def no_room(*_: object, **__: object) -> None:
                raise SaveFailed("the disk is full")

            full.setattr(app.ws, "commit", no_room)
            await press(pilot, "e", "home", "'Dr ", "escape")
            assert "NOT SAVED: the disk is full" in shown(app)
            assert "Dr Asha Raman" in shown(app)
            await press(pilot, "f8")
            assert "NOT SAVED" in shown(app)
            assert app.people.has_class("-form")
        await press(pilot, "f8")
        assert "NOT SAVED" not in shown(app)
        assert not app.people.has_class("-form")
    assert Kept(folder).names()[0] == "Dr Asha Raman"
