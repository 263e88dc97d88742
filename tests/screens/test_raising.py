"""`r` on every screen: said, taken back, never twice; people only back stage."""

from pathlib import Path

import pytest

from cartui.backstage.kinds import BACK
from cartui.backstage.records import PrivateRaised
from cartui.model.meetings import Raised
from cartui.model.people import Person
from cartui.store.workspace import Workspace
from tests.screens.series_hall import LARGE, SMALL, Kept, filled, opened, seated, two_groups
from tests.screens.stage import north

RAISED = "To raise at the next meeting: "


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (("1",), "the group North"),
        (("3",), "card “Falls log”"),
        (("4",), "rule “What is said here stays here unless the speaker agrees.”"),
        (("5",), "draft “Night visits, a first draft”"),
        (("5", "enter", "c", "s", "enter", "'Is that so?", "escape"), "comment “Is that so?”"),
        (("6", "end"), "meeting 5, Sharing day"),
        (("6", "d"), "agenda “Welcome and ground rules”"),
    ],
)
async def test_one_key_raises_what_is_highlighted_and_u_takes_it_back(
    workspace_folder: Path, keys: tuple[str, ...], words: str
) -> None:
    group = filled(workspace_folder)
    kept = Kept(workspace_folder, group)
    for each in kept.ws.table(Raised, group).values():  # so that all of it can be raised anew
        draft = kept.ws.draft("test", group=group)
        draft.set(each, away=True)
        kept.ws.commit(draft, room=kept.meetings._room())
    kept.ws.close()
    async with seated(workspace_folder, SMALL, *keys, "r") as seat:
        assert seat.told == RAISED + words
        await seat.press("r")
        assert seat.told == f"To be raised already: {words}."
        await seat.press("u")
        assert seat.told.startswith("Took back: to raise at the next meeting: ")
        await seat.press("U")
    found = [each.words for each in Kept(workspace_folder, group).meetings.waiting()]
    assert words in found
    assert len(found) == len(set(found))


async def test_words_of_ones_own(workspace_folder: Path) -> None:
    group = two_groups(workspace_folder)
    keys = ("colon", "'raise words", "enter", "'the letter", "enter")
    async with seated(workspace_folder, SMALL, *keys) as seat:
        assert seat.told == RAISED + "the letter"
    assert [x.words for x in Kept(workspace_folder, group).meetings.waiting()] == ["the letter"]


async def test_a_person_is_raised_in_back_only_and_front_never_sees_it(
    workspace_folder: Path,
) -> None:
    group = north(workspace_folder)
    async with seated(workspace_folder, SMALL, "2", "r") as seat:
        assert "People are raised back stage" in seat.told
        await seat.press("B", "enter", "r")
        assert seat.told == "Noted something to raise about Asha Rao, for yourself"
        await seat.press("r")
        assert seat.told == "To be raised already: Asha Rao."
        await seat.press("u", "U", "1")
        assert "To raise, Asha Rao: at the next meeting" in seat.seen()
        await seat.press("f", "6")
        for key in ("1", "2", "3", "4", "5", "6", "i", "R"):
            await seat.press(key)
            assert "To raise, Asha" not in seat.seen()
            assert "for yourself" not in seat.seen()
            await seat.press("escape")
    ws = opened(workspace_folder, "k")
    assert ws.table(Raised, group) == {}
    ws.open_back(BACK)
    assert [each.about for each in ws.table(PrivateRaised, group).values()] == [_asha(ws)]


def _asha(ws: Workspace) -> str:
    return next(each.uid for each in ws.table(Person).values() if each.name == "Asha Rao")


async def test_who_is_raised_is_worded_and_put_away_on_home(workspace_folder: Path) -> None:
    north(workspace_folder)
    keys = ("2", "B", "enter", "r", "1", "tab", "tab", "tab", "tab")
    async with seated(workspace_folder, SMALL, *keys) as seat:
        await seat.press("e", "': ask how the move went", "escape")
        assert "To raise, Asha Rao: at the next meeting: ask how the move went" in seat.seen()
        await seat.press("X")
        assert seat.told == "Put away what was to be raised, for yourself"
        assert "ask how the move went" not in seat.seen()


async def test_a_private_note_is_nothing_to_raise_before_the_group(workspace_folder: Path) -> None:
    """Whatever is highlighted in BACK, only open records are raised in the open."""
    group = filled(workspace_folder)
    keys = ("5", "enter", "B", "enter", "c", "s", "enter", "'only for me", "tab", "p")
    async with seated(workspace_folder, SMALL, *keys, "escape", "escape", "r"):
        pass
    ws = opened(workspace_folder, "k")
    assert all("only for me" not in each.words for each in ws.table(Raised, group).values())


async def test_what_was_raised_stands_on_the_page_of_the_meeting_and_before_the_room(
    workspace_folder: Path,
) -> None:
    group = filled(workspace_folder)
    keys = ("6", "enter", *("greater_than_sign",) * 3)
    async with seated(workspace_folder, LARGE, *keys) as seat:
        assert "1  card “Falls log”" in seat.seen()
        await seat.press("p")
        assert "1   card “Falls log”" in seat.seen()
        assert "What is said here stays here" in seat.seen()
    kept = Kept(workspace_folder, group)
    assert all(not each.questions for each in kept.meetings.agenda(kept.coming())[2:3])
