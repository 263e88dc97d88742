"""The private panels by keys: what is typed stands on the disk, what people wrote is literal."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from cartui.app.themes import THEMES
from cartui.backstage.private_facts import PrivateFacts
from cartui.backstage.private_notebook import REMINDER, PrivateNotebook
from cartui.backstage.private_whys import PrivateWhys
from cartui.backstage.storage_notes import StorageNotes
from cartui.backstage.wording import BACK_WORDS
from cartui.model.people import Membership
from cartui.model.rooms import Room
from cartui.model.text import ALIVE
from cartui.services.house_words import house_wording
from cartui.services.wording import Wording
from cartui.store.identity import Identity
from screens.backstage import BackPanel, note_box, panels
from screens.parts.frame import FrameScreen
from screens.parts.meanwhile import reword
from screens.parts.slots import Slot
from screens.parts.surroundings import Surroundings
from tests.backstage.conftest import House
from tests.hostile import HOSTILE, MARKUP


class Stage(FrameScreen):
    """A framed screen with one slot, filled as the app fills it."""

    TITLE_WORD = "Stage"
    DEFAULT_CSS = "Stage Slot { width: 100%; max-height: 100%; }"

    def __init__(self, panel: BackPanel, slot: str) -> None:
        super().__init__()
        self.panel, self.slot = panel, slot

    def compose_body(self) -> ComposeResult:
        with Slot(self.slot, classes="-filled"):
            yield self.panel


class StageApp(App[None]):
    """Shows one panel in BACK."""

    def __init__(self, house: House, slot: str, uid: str, group: str) -> None:
        super().__init__()
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = "paper"
        self.house = house
        self.panel = panels(house.ws, house.now_in)[slot]()
        self.subject = uid, group
        self.stage = Stage(self.panel, slot)
        words = Wording(*house_wording_tables(), BACK_WORDS)
        self.stage.around = Surroundings(
            room=house.now_in, sentence=lambda change: words.sentence(change, house.ws)
        )

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dict(THEMES["paper"].variables)

    def on_mount(self) -> None:
        self.push_screen(self.stage)
        self.panel.show(*self.subject)


def house_wording_tables() -> list[dict[str, str]]:
    return [dict(house_wording()._verbs)]


@pytest.fixture
def house(workspace_folder: Path, identity: Identity) -> Iterator[House]:
    made = House(workspace_folder, identity)
    made.build()
    yield made.back()
    made.ws.close()


@asynccontextmanager
async def staged(
    house: House, slot: str, uid: str = "", group: str = "", size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[Pilot[None], BackPanel]]:
    app = StageApp(house, slot, uid, group)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        app.panel.focus()
        await pilot.pause()
        yield pilot, app.panel


def seen(pilot: Pilot[Any]) -> str:
    """Return the text of the whole screen, line by line."""
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join(strip.text for strip in strips)


async def write(pilot: Pilot[Any], text: str) -> None:
    await pilot.press(*("space" if sign == " " else sign for sign in text), "enter")
    await pilot.pause()


def reopened(house: House) -> House:
    house.ws.flush()
    return House(house.folder, house.identity).back()


async def test_a_fact_is_edited_in_place_and_outlives_the_process(house: House) -> None:
    PrivateFacts(house.ws, house.now_in).write("ada", email="a@b", phone="1")
    async with staged(house, "beside-person", "ada") as (pilot, _):
        assert "E-mail: a@b" in seen(pilot)
        await pilot.press("down", "e", "end")
        await write(pilot, "23")
        assert "Telephone: 123" in seen(pilot)
        assert "Wrote private facts of Ada Fernhollow" in seen(pilot)
    again = reopened(house)
    assert PrivateFacts(again.ws, again.now_in).of("ada").phone == "123"
    again.ws.close()


async def test_a_half_typed_fact_is_out_of_sight_on_front_and_offered_again(house: House) -> None:
    PrivateFacts(house.ws, house.now_in).write("ada", email="a@b")
    async with staged(house, "beside-person", "ada") as (pilot, panel):
        await pilot.press("e", "end", *"plover")
        assert "a@bplover" in seen(pilot)
        house.room = Room.MEMBERS
        panel.frame.enter_room(Room.MEMBERS)
        await pilot.pause()
        assert "plover" not in seen(pilot)
        house.room = Room.BACK
        panel.frame.enter_room(Room.BACK)
        await pilot.press("enter")
        await pilot.pause()
        assert PrivateFacts(house.ws, house.now_in).of("ada").email == "a@bplover"


async def test_half_typed_words_about_one_person_are_not_offered_to_another(house: House) -> None:
    facts = PrivateFacts(house.ws, house.now_in)
    facts.write("ada", email="a@b")
    facts.write("ben", email="b@c")
    async with staged(house, "beside-person", "ada") as (pilot, panel):
        await pilot.press("e", "end", *"plover", "escape")
        panel.show("ben")
        await pilot.press("e")
        assert "plover" not in seen(pilot)
        await pilot.press("escape")
        panel.show("ada")
        await pilot.press("e")
        assert "a@bplover" in seen(pilot)


async def test_a_why_is_shared_by_one_key_and_only_where_there_is_one(house: House) -> None:
    membership = house.ws.table(Membership)["ada-north"]
    PrivateFacts(house.ws, house.now_in).write("ada", email="a@b")
    PrivateWhys(house.ws, house.now_in).write(membership, "to be heard")
    async with staged(house, "beside-person", "ada") as (pilot, _):
        await pilot.press("a")
        assert house.ws.table(Membership)["ada-north"].why_joined == ""
        await pilot.press("down", "a")
        assert house.ws.table(Membership)["ada-north"].why_joined == "to be heard"
        assert "to be heard" not in seen(pilot)


async def test_lines_are_put_away_and_the_highlight_stays_near(house: House) -> None:
    facts = PrivateFacts(house.ws, house.now_in)
    for text in ("one", "two", "three"):
        facts.add_constraint("ada", "travel", text)
    async with staged(house, "beside-person", "ada") as (pilot, panel):
        await pilot.press("down", "X")
        assert [each.text for each in facts.constraints("ada")] == ["one", "three"]
        assert panel.here is not None
        assert panel.here.text == "travel, three"


async def test_storage_notes_stop_words_and_notes_stand_under_a_card(house: House) -> None:
    storage = StorageNotes(house.ws, house.now_in)
    storage.add("falls", "north", where="cabinet", until="2027")
    storage.write_stop_words("falls", "north", "the lead said no")
    PrivateNotebook(house.ws, house.now_in).write("falls", "ask again", group="north")
    async with staged(house, "under-card", "falls", "north") as (pilot, _):
        for words in ("Why it stopped: the lead", "Material kept in: cabinet", "Kept until: 2027"):
            assert words in seen(pilot)
        await pilot.press("down", "down", "down", "e", "space", *"in", "enter", *"May", "escape")
        await pilot.pause()
    again = reopened(house)
    (note,) = PrivateNotebook(again.ws, again.now_in).about("falls", "north")
    assert note.text == "ask again in\nMay"
    again.ws.close()


async def test_a_loose_note_is_written_on_home(house: House) -> None:
    PrivateNotebook(house.ws, house.now_in).write("falls", "ask again", group="north")
    async with staged(house, "home-back") as (pilot, _):
        await pilot.press("n", *"book", "escape")
        await pilot.pause()
        assert ": book" in seen(pilot)
        await pilot.press("n", "escape", "n", "space", "escape")
        assert "Falls log: ask again" in seen(pilot)
    again = reopened(house)
    assert PrivateNotebook(again.ws, again.now_in).loose()[0].text == "book"
    assert len(PrivateNotebook(again.ws, again.now_in).loose()) == 1
    again.ws.close()


async def test_the_note_box_reminds_once_in_a_sitting(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(note_box, "_said", [])
    async with staged(house, "home-back") as (pilot, _):
        await pilot.press("n")
        assert REMINDER in seen(pilot)
        await pilot.press("escape", "n")
        assert REMINDER not in seen(pilot)


async def test_what_is_not_written_down_yet_is_offered_by_one_key(house: House) -> None:
    PrivateFacts(house.ws, house.now_in).write("ada", email="a@b")
    async with staged(house, "beside-person", "ada") as (pilot, _):
        await pilot.press("n")
        assert "E-mail" not in seen(pilot).split("Add, for yourself")[1].split("Telephone")[0]
        await pilot.press("4")
        await pilot.pause()
        await write(pilot, "0131")
        assert "Telephone: 0131" in seen(pilot)
        await pilot.press("n", "3")
        await pilot.pause()
        await pilot.press("2")
        await pilot.pause()
        await write(pilot, "until 9")
        assert "Constraint: childcare, until 9" in seen(pilot)


async def test_where_material_is_kept_is_added_and_completed(house: House) -> None:
    async with staged(house, "under-card", "falls", "north") as (pilot, _):
        await pilot.press("n", "1")
        await pilot.pause()
        await write(pilot, "cabinet")
        await pilot.press("n", "1")
        await pilot.pause()
        await write(pilot, "ada")
        assert "Who can open it: ada" in seen(pilot)
        await pilot.press("n", "3")
        await pilot.pause()
        await write(pilot, "no hours")
    again = reopened(house)
    storage = StorageNotes(again.ws, again.now_in)
    (note,) = storage.of("falls", "north")
    assert (note.where, note.who_can_open, note.until) == ("cabinet", "ada", "")
    assert storage.stop_words("falls", "north") == "no hours"
    again.ws.close()


async def test_an_empty_panel_says_the_next_key(house: House) -> None:
    for slot, uid, group in (("beside-person", "ada", ""), ("under-card", "falls", "north")):
        async with staged(house, slot, uid, group) as (pilot, _):
            assert "n adds" in seen(pilot)
            await pilot.press("e", "X", "down", "up")


async def test_hostile_words_are_literal_and_nothing_lives(house: House) -> None:
    notes = PrivateNotebook(house.ws, house.now_in)
    for text in HOSTILE.values():
        notes.write("ada", f"{text} plover")
    async with staged(house, "beside-person", "ada", size=(80, 60)) as (pilot, panel):
        shown = seen(pilot)
        assert shown.count("plover") == len(HOSTILE)
        for text in MARKUP.values():
            assert text in shown
        for line in range(panel.size.height):
            for segment in panel.render_line(line):
                assert segment.control is None
                assert segment.style is None or not segment.style.link
                assert not ALIVE.search(segment.text)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_long_words_wrap_and_the_highlight_stays_in_view(
    house: House, size: tuple[int, int]
) -> None:
    facts = PrivateFacts(house.ws, house.now_in)
    for number in range(30):
        facts.add_constraint("ada", "other", f"{number} " + "Donaudampfschiff 山田太郎 " * 9)
    async with staged(house, "beside-person", "ada", size=size) as (pilot, panel):
        await pilot.press(*["down"] * 29)
        assert "▸ Constraint: other, 29" in seen(pilot)
        assert all(cell_len(line) == size[0] for line in seen(pilot).split("\n"))
        assert seen(pilot).count("▸") == 1
        body = seen(pilot).split("\n")[2 : 2 + panel.size.height - 1]
        assert "…" not in "".join(body)
        assert " above)" in seen(pilot)
        await pilot.press(*["up"] * 31)
        assert "▸ Constraint: other, 0" in seen(pilot)
        assert " below)" in seen(pilot)
        assert panel.size.height <= size[1]


@pytest.mark.parametrize(("key", "kept"), [("m", "mine"), ("t", "theirs")])
async def test_a_private_note_is_not_replaced_unseen_by_another_window(
    house: House, key: str, kept: str
) -> None:
    PrivateNotebook(house.ws, house.now_in).write("", "was")
    async with staged(house, "home-back") as (pilot, _):
        await pilot.press("e", *["backspace"] * 3, *"mine")
        other = reopened(house)
        notes = PrivateNotebook(other.ws, other.now_in)
        notes.reword(notes.loose()[0], "theirs")
        other.ws.close()
        await pilot.press("escape")
        await pilot.pause()
        assert "Changed meanwhile in the other window" in seen(pilot)
        assert "theirs" in seen(pilot)
        await pilot.press(key)
        await pilot.pause()
    again = reopened(house)
    (note,) = PrivateNotebook(again.ws, again.now_in).loose()
    assert note.text == kept
    again.ws.close()


async def test_whose_words_stand_is_asked_on_the_way_back_if_the_room_has_turned(
    house: House,
) -> None:
    PrivateNotebook(house.ws, house.now_in).write("", "was")
    async with staged(house, "home-back") as (pilot, panel):
        other = reopened(house)
        notes = PrivateNotebook(other.ws, other.now_in)
        notes.reword(notes.loose()[0], "theirs")
        other.ws.close()
        note = PrivateNotebook(house.ws, house.now_in).loose()[0]
        mine = PrivateNotebook(house.ws, house.now_in)
        reword(
            panel.frame, lambda text, was: mine.reword(note, text, was=was), "mine", "was",
            lambda _: None, do=panel.frame.do,
        )  # fmt: skip
        house.room = Room.MEMBERS
        panel.frame.enter_room(Room.MEMBERS)
        await pilot.pause(0.6)
        assert "theirs" not in seen(pilot)
        assert "mine" not in seen(pilot)
        house.room = Room.BACK
        panel.frame.enter_room(Room.BACK)
        for _ in range(40):
            await pilot.pause(0.05)
            if "Changed meanwhile" in seen(pilot):
                break
        assert "mine" in seen(pilot)
