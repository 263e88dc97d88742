"""Private notes, storage notes, stop reasons in words and whys that are not shared."""

from pathlib import Path

import pytest

from cartui.backstage.back_service import NotBackStage, NothingWritten
from cartui.backstage.kinds import BACK
from cartui.backstage.private_notebook import PrivateNotebook
from cartui.backstage.private_whys import PrivateWhys
from cartui.backstage.records import CardBack, PersonBack, PrivateNote, StorageNote
from cartui.backstage.storage_notes import StorageNotes
from cartui.backstage.titles import titles
from cartui.backstage.wording import BACK_WORDS
from cartui.model.people import Membership
from cartui.model.rooms import Room
from cartui.services.house_words import house_wording
from cartui.services.memberships import WORDS as MEMBERSHIP_WORDS
from cartui.services.wording import Wording
from tests.backstage.conftest import House
from tests.conftest import StillClock


def notebook_of(house: House) -> PrivateNotebook:
    return PrivateNotebook(house.ws, house.now_in)


def test_notes_stand_beside_anything_or_loose_newest_first(house: House) -> None:
    notes = notebook_of(house.back())
    notes.write("ada", "quiet today")
    notes.write("falls", "her manager may object", group="north")
    notes.write("", "book a\nbigger room")
    notes.write("ada", "much better")
    assert [note.text for note in notes.about("ada")] == ["much better", "quiet today"]
    assert [note.text for note in notes.about("falls", "north")] == ["her manager may object"]
    assert [note.text for note in notes.loose()] == ["book a\nbigger room"]
    assert not notes.about("falls")


def test_a_note_about_a_person_is_found_from_every_group(house: House) -> None:
    notes = notebook_of(house.back())
    notes.write("ada", "quiet today", group="north")
    assert notes.about("ada")[0].text == "quiet today"
    assert notes.about("ada", "south")[0].text == "quiet today"


def test_the_latest_come_from_every_group_in_the_order_of_time(
    house: House, clock: StillClock
) -> None:
    notes = notebook_of(house.back())
    for about, group in (("ada", ""), ("falls", "north"), ("", ""), ("ada", "")):
        clock.pass_time(minutes=1)
        notes.write(about, f"about {about}", group)
    assert [(group, note.about) for group, note in notes.latest(2)] == [
        ("", "ada"),
        ("north", "falls"),
    ]


def test_notes_of_a_card_stand_in_its_groups_back_file(house: House) -> None:
    notes = notebook_of(house.back())
    notes.write("falls", "plover", group="north")
    notes.write("ada", "heron")
    house.ws.flush()
    in_group = (house.folder / "groups" / "north" / "group.back.json").read_text("utf-8")
    in_programme = (house.folder / "programme.back.json").read_text("utf-8")
    assert "plover" in in_group
    assert "heron" not in in_group
    assert "heron" in in_programme
    assert "plover" not in in_programme


def test_no_private_word_stands_in_an_open_file(house: House) -> None:
    notes = notebook_of(house.back())
    notes.write("ada", "plover")
    notes.reword(notes.about("ada")[0], "plover again")
    notes.put_away(notes.about("ada")[0])
    StorageNotes(house.ws, house.now_in).write_stop_words("falls", "north", "plover")
    house.ws.undo(Room.BACK)
    house.ws.close()
    holding = [path for path in house.folder.rglob("*") if _holds(path, b"plover")]
    assert holding
    assert all(".back" in path.name for path in holding)


def _holds(path: Path, word: bytes) -> bool:
    return path.is_file() and word in path.read_bytes()


def test_notes_are_reworded_and_put_away(house: House) -> None:
    notes = notebook_of(house.back())
    notes.write("ada", "quiet")
    (note,) = notes.about("ada")
    assert notes.reword(note, "quiet ") is None
    notes.reword(note, "tired")
    assert notes.about("ada")[0].text == "tired"
    notes.put_away(notes.about("ada")[0])
    assert not notes.about("ada")
    house.ws.undo(Room.BACK)
    assert notes.about("ada")[0].text == "tired"
    with pytest.raises(NothingWritten):
        notes.write("ada", " \n ")


def test_no_note_is_written_on_front(house: House) -> None:
    with pytest.raises(NotBackStage):
        notebook_of(house).write("ada", "quiet")
    assert len(house.back().ws.table(PrivateNote)) == 0


def test_storage_notes_of_a_card(house: House) -> None:
    storage = StorageNotes(house.ws, house.back().now_in)
    storage.add("falls", "north", where="locked cabinet", until="2027-06")
    (note,) = storage.of("falls", "north")
    assert (note.where, note.who_can_open, note.until) == ("locked cabinet", "", "2027-06")
    assert storage.change(note, "north", where="locked cabinet") is None
    storage.change(note, "north", who_can_open="Ada")
    assert storage.of("falls", "north")[0].who_can_open == "Ada"
    storage.put_away(storage.of("falls", "north")[0], "north")
    assert not storage.of("falls", "north")
    with pytest.raises(NothingWritten):
        storage.add("falls", "north", where=" ")


def test_why_a_card_stopped_in_words(house: House) -> None:
    storage = StorageNotes(house.ws, house.back().now_in)
    assert not storage.stop_words("falls", "north")
    storage.write_stop_words("falls", "north", "the lead said no")
    assert storage.write_stop_words("falls", "north", "the lead said no") is None
    again = house.reopened()
    with pytest.raises(KeyError):
        again.ws.get(CardBack, "falls", "north")
    again.back()
    assert StorageNotes(again.ws, again.now_in).stop_words("falls", "north") == "the lead said no"
    again.ws.close()


def membership(house: House) -> Membership:
    found = house.ws.get(Membership, "ada-north")
    assert found is not None
    return found


def test_a_why_is_shared_when_the_member_agrees_and_taken_back_as_one(house: House) -> None:
    whys = PrivateWhys(house.ws, house.back().now_in)
    with pytest.raises(NothingWritten):
        whys.share(membership(house))
    whys.write(membership(house), "to be heard")
    assert membership(house).why_joined == ""
    whys.share(membership(house))
    assert (whys.of(membership(house)), membership(house).why_joined) == ("", "to be heard")
    house.ws.undo(Room.BACK)
    assert (whys.of(membership(house)), membership(house).why_joined) == ("to be heard", "")


def test_back_verbs_have_words_in_back_and_none_on_front(house: House) -> None:
    notes = notebook_of(house.back())
    change = notes.write("ada", "quiet")
    open_words, back_words = house_wording(), Wording(BACK_WORDS)
    assert back_words.sentence(change, house.ws) == "Wrote a private note on Ada Fernhollow"
    assert open_words.sentence(change, house.ws) == "Made a change"
    assert all(verb.startswith("private.") for verb in BACK_WORDS)


def test_sharing_is_told_on_front_in_the_open_sides_words(house: House) -> None:
    whys = PrivateWhys(house.ws, house.back().now_in)
    whys.write(membership(house), "to be heard")
    change = whys.share(membership(house))
    house.front()
    (told, *_) = house.ws.history("ada")
    assert told.id == change.id
    words = Wording(MEMBERSHIP_WORDS).sentence(told, house.ws)
    assert words == "Wrote why Ada Fernhollow joined"


def test_every_back_kind_is_back_stage_in_every_field() -> None:
    for kind in BACK.by_name.values():
        assert kind.back
        fields = kind.record.__struct_fields__
        assert {kind.seen_by(field) for field in fields} == {"back"}


def test_titles_come_in_the_order_of_the_fields() -> None:
    assert list(titles(StorageNote)) == ["where", "who_can_open", "until"]
    assert titles(PersonBack)["email"] == "E-mail"
