"""Hats, tally, what is to be raised, reflections: BACK alone, kept at once, taken back by a key."""

from collections.abc import Callable
from typing import Any

import pytest

from cartui.backstage.back_service import NotBackStage, NothingWritten
from cartui.backstage.hats import HatStamps
from cartui.backstage.letterbox import BOX, Letterbox, open_wing
from cartui.backstage.raising import PrivateRaising
from cartui.backstage.reflection_words import hat_name, hats, reflection_words
from cartui.backstage.reflections import Reflections
from cartui.backstage.reflections_owed import owed_reflections
from cartui.backstage.tally import Tally
from cartui.backstage.wording import BACK_WORDS
from cartui.model.rooms import Room
from cartui.services.house_words import house_wording
from cartui.services.meetings import Meetings
from tests.backstage.conftest import House
from tests.canary.opened import back_files, files_opened
from tests.conftest import StillClock


def stamps(house: House) -> HatStamps:
    return HatStamps(house.ws, house.now_in, "north")


def tally(house: House) -> Tally:
    return Tally(house.ws, house.now_in, "north")


def raising(house: House) -> PrivateRaising:
    return PrivateRaising(house.ws, house.now_in, "north")


def reflections(house: House) -> Reflections:
    return Reflections(house.ws, house.now_in, "north")


def meeting(house: House) -> str:
    meetings = Meetings(house.ws, house.now_in, "north")
    return meetings.add(on="2026-03-02", start="14:00").about[0]


ACTS: dict[str, Callable[[House], Any]] = {
    "stamp": lambda house: stamps(house).stamp("m", "s", "policer"),
    "count": lambda house: tally(house).spoke("m", "ada"),
    "raise": lambda house: raising(house).raise_about("ada", "her hours"),
    "reflect": lambda house: reflections(house).write("m", "aim", "to listen"),
}


@pytest.mark.parametrize("act", ACTS)
def test_nothing_of_it_can_be_done_on_front(house: House, act: str) -> None:
    with files_opened() as opened, pytest.raises(NotBackStage):
        ACTS[act](house)
    assert not back_files(opened)
    house.back()
    ACTS[act](house)
    house.front()
    with pytest.raises(NotBackStage):
        ACTS[act](house)


@pytest.mark.parametrize("act", ACTS)
def test_each_is_one_change_in_words_that_one_key_takes_back(house: House, act: str) -> None:
    house.back()
    change = ACTS[act](house)
    said = house_wording(BACK_WORDS).sentence(change, house.ws)
    assert said != "Made a change"
    assert "{" not in said
    assert house.ws.next_undo(Room.MEMBERS) != change  # no key on FRONT reaches it
    state = [stamps(house).all(), tally(house).of("m"), raising(house).waiting(),
             reflections(house).of("m")]  # fmt: skip
    house.ws.undo(Room.BACK)
    assert not any([stamps(house).all(), tally(house).of("m"), raising(house).waiting(),
                    reflections(house).of("m")])  # fmt: skip
    house.ws.redo(Room.BACK)
    again = house.reopened().back()
    assert state == [stamps(again).all(), tally(again).of("m"), raising(again).waiting(),
                     reflections(again).of("m")]  # fmt: skip
    again.ws.close()


def test_hats_by_month_and_renamed(house: House, clock: StillClock) -> None:
    house.back()
    found = stamps(house)
    found.stamp("m", "", "policer")
    found.stamp("m", "", "")
    clock.pass_time(days=40)
    found.stamp("n", "", "insider")
    unnamed = found.of("m")[1]
    assert hat_name(unnamed.hat) == reflection_words().unnamed
    found.name(unnamed, "outsider")
    assert found.name(found.of("m")[1], "outsider") is None
    months = {month: dict(worn) for month, worn in found.by_month().items()}
    assert months == {"2026-03": {"policer": 1, "outsider": 1}, "2026-04": {"insider": 1}}
    found.put_away(found.of("m")[0])
    assert [each.hat for each in found.of("m")] == ["outsider"]


def test_the_hats_are_those_of_the_deck() -> None:
    names = [each.name for each in hats()]
    assert names == ["policer", "team member", "contracted researcher", "outsider", "insider"]
    assert [each.id for each in reflection_words().cues] == ["aim", "others", "beliefs", "change"]


def test_a_count_goes_up_and_down_and_never_below_nought(house: House) -> None:
    house.back()
    found = tally(house)
    for times in (1, 1, -1, 1, -1, -1, -1):
        found.spoke("m", "ada", times)
    assert found.of("m") == {}
    assert found.spoke("m", "ada", -1) is None
    found.spoke("m", "ada")
    found.spoke("n", "ada")
    assert found.of("m") == {"ada": 1}


def test_two_windows_that_count_one_person_make_one_record(house: House) -> None:
    house.back()
    tally(house).spoke("m", "ada")
    other = House(house.folder, house.identity).back()
    tally(other).spoke("m", "ada")
    house.ws.poll()
    assert tally(house).of("m") == {"ada": 2}
    other.ws.close()


def test_what_is_raised_waits_until_it_was(house: House) -> None:
    house.back()
    found = raising(house)
    found.raise_about("ada", "her hours")
    found.raise_about("ada", "the room")
    assert [each.words for each in found.waiting()] == ["her hours", "the room"]
    found.reword(found.waiting()[0], "her hours, kindly")
    found.was_raised(found.waiting()[0], "m")
    assert [each.words for each in found.waiting()] == ["the room"]
    found.put_away(found.waiting()[0])
    assert found.waiting() == []
    with pytest.raises(NothingWritten):
        found.raise_about("ada", "  ")


def test_a_reflection_is_owed_from_the_close_until_a_word_is_written(house: House) -> None:
    uid = meeting(house)
    meetings = Meetings(house.ws, house.now_in, "north")
    meetings.begin(meetings.meeting(uid))
    house.back()
    assert owed_reflections(house.ws) == []
    meetings.close(meetings.meeting(uid))
    (owed,) = owed_reflections(house.ws)
    assert (owed.group, owed.meeting.uid) == ("north", uid)
    found = reflections(house)
    assert found.write(uid, "aim", "  ") is None
    assert owed_reflections(house.ws)
    found.write(uid, "aim", "to listen")
    assert owed_reflections(house.ws) == []
    found.write(uid, "aim", "to listen more")
    assert found.write(uid, "aim", "to listen more") is None
    assert [each.text for each in found.of(uid).values()] == ["to listen more"]
    found.write(uid, "aim", "")
    assert owed_reflections(house.ws)


# --- stamps that were dropped in on FRONT


def test_a_stamp_is_dropped_in_unread_and_found_in_back(house: House) -> None:
    uid = meeting(house)
    before = house.ws.next_undo(Room.MEMBERS)
    with files_opened() as opened:
        box = Letterbox(house.ws)
        slip = box.drop_stamp(box.named(box.new_stamp("north", uid, "s"), 1))
    assert not back_files(opened)
    assert oct(slip.stat().st_mode & 0o077) == "0o0"
    assert house.ws.next_undo(Room.MEMBERS) == before
    open_wing(house.ws)
    house.room = Room.BACK
    assert [(each.hat, each.segment) for each in stamps(house).of(uid)] == [("policer", "s")]
    house.ws.undo(Room.BACK)
    assert stamps(house).of(uid) == []


def test_a_hat_named_after_its_stamp_is_one_stamp_and_others_keep_theirs(house: House) -> None:
    box = Letterbox(house.ws)
    for number in (5, 0, 2):
        made = box.new_stamp("north", "m", "s")
        box.drop_stamp(made)
        if number:
            box.drop_stamp(box.named(made, number))
    open_wing(house.ws)
    house.room = Room.BACK
    assert sorted(each.hat for each in stamps(house).all()) == ["", "insider", "team-member"]
    assert list((house.folder / BOX).iterdir()) == []
