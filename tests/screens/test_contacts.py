"""Contacts, signals and briefs by the keys, in the whole app; read back from the disk."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from cartui.backstage.contact_records import Contact, Signal
from cartui.backstage.kinds import BACK
from cartui.backstage.records import PrivateNote
from cartui.model.people import Person
from cartui.practice import fresh_copy
from cartui.store.workspace import Workspace
from tests.screens.attendance_hall import Seat
from tests.screens.rules_hall import LARGE, SMALL, opened
from tests.screens.stage import NOON, app_on, seen

BACK_ON_PEOPLE = ("2", "B", "enter")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return fresh_copy("one-group", tmp_path / "workspace", today=NOON.date())


@asynccontextmanager
async def seated(folder: Path, *keys: str, size: tuple[int, int] = LARGE) -> AsyncIterator[Seat]:
    app = app_on(folder)
    async with app.run_test(size=size) as pilot:
        seat = Seat(app, pilot)
        await seat.press("escape", *keys)
        seat.keys = 0
        yield seat


def kept(folder: Path) -> Workspace:
    ws = opened(folder, "k")
    ws.open_back(BACK)
    return ws


def newest(ws: Workspace) -> Contact:
    return max(ws.table(Contact).values(), key=lambda each: each.at)


def names(ws: Workspace, people: tuple[str, ...]) -> list[str]:
    return [ws.table(Person)[uid].name for uid in people]


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_a_contact_is_three_keys_and_the_words(folder: Path, size: tuple[int, int]) -> None:
    async with seated(folder, *BACK_ON_PEOPLE, "down", size=size) as seat:
        await seat.press("l", "c", "'10 min: begins again in May", "enter")
        assert seat.keys == 3
        assert "Logged a contact with Callum Quillfeather" in seen(seat.app)
    ws = kept(folder)
    contact = newest(ws)
    assert names(ws, contact.people) == ["Callum Quillfeather"]
    assert (contact.channel, contact.minutes) == ("call", 10)
    assert contact.gist == "begins again in May"
    ws.close()


async def test_all_who_are_selected_share_one(folder: Path) -> None:
    async with seated(folder, *BACK_ON_PEOPLE, "space", "space") as seat:
        await seat.press("l", "g", "'dates", "enter")
    ws = kept(folder)
    assert names(ws, newest(ws).people) == ["Ada Fernhollow", "Callum Quillfeather"]
    ws.close()


async def test_it_is_taken_back_by_one_key(folder: Path) -> None:
    async with seated(folder, *BACK_ON_PEOPLE) as seat:
        await seat.press("l", "t", "enter", "u")
    ws = kept(folder)
    assert all(each.gist for each in ws.table(Contact).values())
    ws.close()


async def test_a_note_becomes_a_contact_and_a_signal_is_noted(folder: Path) -> None:
    async with seated(folder, *BACK_ON_PEOPLE) as seat:
        await seat.press("c", "'rang about the map", "enter", "tab", "tab")
        for _ in range(40):
            if "rang about the map" in here(seat):
                break
            await seat.press("down")
        await seat.press("l", "p")
        assert "Made a private note a contact" in seen(seat.app)
        await seat.press("n", "2", "3", "'more to do at home", "enter")
    ws = kept(folder)
    assert newest(ws).gist == "rang about the map"
    notes = [each for each in ws.table(PrivateNote).values() if each.text == "rang about the map"]
    assert [each.away for each in notes] == [True]
    signal = max(ws.table(Signal).values(), key=lambda each: each.at)
    assert (signal.kind, signal.text) == ("strain", "more to do at home")
    ws.close()


def here(seat: Seat) -> str:
    """Return the highlighted line of the panel."""
    line = getattr(seat.app.focused, "here", None)
    return line.text if line is not None else ""


async def test_what_was_logged_is_changed_part_by_part(folder: Path) -> None:
    async with seated(folder, *BACK_ON_PEOPLE) as seat:
        await seat.press("l", "c", "'once more", "enter", "tab", "tab", "up")
        await seat.press("e", "2", "'send the list", "enter")
        await seat.press("e", "6", "2")
        assert "Changed a contact with Ada Fernhollow" in seen(seat.app)
        await seat.press("e", "4", "ctrl+u", "'no day at all", "enter")
        assert "is not a date" in seen(seat.app)
    ws = kept(folder)
    contact = newest(ws)
    assert (contact.follow_up, contact.purposes) == ("send the list", ("sanction",))
    assert contact.on == "2026-03-02"
    ws.close()


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_the_brief_is_one_key_and_the_next_person_one_more(
    folder: Path, size: tuple[int, int]
) -> None:
    async with seated(folder, *BACK_ON_PEOPLE, size=size) as seat:
        await seat.press("b")
        assert "Brief: Ada Fernhollow, 1 of 6" in seen(seat.app)
        assert "Last contacts" in seen(seat.app)
        await seat.press("<")
        assert "Brief: Bridie Stonecrop, 6 of 6" in seen(seat.app)
        await seat.press(">", "y")
        assert "Brief: Ada Fernhollow" in seen(seat.app)
        assert seat.app.clipboard.startswith("Ada Fernhollow\n\nWhy they joined\n")
        await seat.press("escape")
        assert "Brief:" not in seen(seat.app)


async def test_on_front_there_is_no_key_no_hint_and_no_word_of_it(folder: Path) -> None:
    async with seated(folder, "2") as seat:
        before = seen(seat.app)
        await seat.press("l", "b")
        assert seen(seat.app) == before
        await seat.press(":", "'log a contact")
        assert "a call, a mail, a talk" not in seen(seat.app)
        await seat.press("escape", "escape", "?")
        assert "Log a contact" not in seen(seat.app)


async def test_a_brief_and_a_half_typed_contact_go_dark_at_once(folder: Path) -> None:
    async with seated(folder, *BACK_ON_PEOPLE) as seat:
        await seat.press("b", "ctrl+g")
        assert "Last contacts" not in seen(seat.app)
        assert not seat.app.clipboard
        await seat.press("B", "enter")
        assert "Last contacts" not in seen(seat.app)
        await seat.press("l", "c", "'plover in the corridor", "ctrl+g")
        assert "plover" not in seen(seat.app)
        await seat.press("B", "enter")
        assert "plover in the corridor" in seen(seat.app)
