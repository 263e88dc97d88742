"""The pages of a meeting: their order, their words, and that each is whole in the smallest room."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from cartui.model.meetings import Meeting, Segment, Slot
from cartui.services.meeting_pages import (
    day_words,
    next_page,
    part_page,
    slot_words,
    thanks_page,
    welcome_page,
)
from cartui.services.meeting_show import MeetingShow, Place
from cartui.services.pages import Page
from cartui.services.public_clock import Reading
from cartui.store.identity import Identity
from screens.present.leaves import leaves
from screens.present.sheet import Sheet, laid_out
from tests.conftest import StillClock
from tests.hostile import HOSTILE
from tests.services.meeting_bench import PARTS, MeetingBench

SLOTS = (Slot(on="2026-03-16", start="14:00", venue="Library"), Slot(on="2026-03-18"))
CLOCK = Reading(digits="19:42", words="Coming to an end", look="soon")


@pytest.fixture
def bench(
    workspace_folder: Path, tmp_path: Path, identity: Identity, clock: StillClock
) -> MeetingBench:
    return MeetingBench(workspace_folder, tmp_path / "state", identity, clock)


def show_of(bench: MeetingBench, place: Place | None = None) -> MeetingShow:
    return MeetingShow(bench.running, bench.begin, lambda _: ("A rule.",), place)


def words(page: Page) -> str:
    return "\n".join((page.title, page.name, *page.lines, *page.after))


def test_from_the_welcome_to_the_thanks_by_one_key_and_back(bench: MeetingBench) -> None:
    bench.meetings.edit(bench.running.meeting, slots=SLOTS)
    show, seen = show_of(bench), []
    for _ in range(len(PARTS) + 2):
        seen.append(show.page.title or show.page.name)
        assert show.turn(1)
    seen.append(show.page.name)
    titles = [title for title, _, _ in PARTS]
    assert seen == ["Welcome", *titles, "The next meeting", "Thank you"]
    assert not show.turn(1)
    back = []
    while show.turn(-1):
        back.append(show.page.title or show.page.name)
    assert back == ["The next meeting", *reversed(titles), "Welcome"]
    assert show.turn(1)
    assert show.page.title == titles[0]


def test_going_on_from_the_welcome_begins_the_meeting_once(bench: MeetingBench) -> None:
    show = show_of(bench)
    assert show.clock is None
    show.turn(1)
    began = bench.running.meeting.began_at
    assert began
    assert bench.digits() == "10:00"
    show.turn(-1)
    bench.clock.pass_time(minutes=1)
    show.turn(1)
    assert bench.running.meeting.began_at == began
    assert bench.digits() == "09:00"


def test_the_timer_key_on_the_welcome_page_begins_too(bench: MeetingBench) -> None:
    show = show_of(bench)
    show.start_or_pause()
    assert show.place is Place.PART
    assert bench.running.run is not None
    assert bench.running.run.runs


def test_without_times_offered_the_last_part_goes_to_the_thanks(bench: MeetingBench) -> None:
    bench.begin()
    show = show_of(bench)
    for _ in PARTS:
        show.turn(1)
    assert show.place is Place.THANKS


def test_a_closed_meeting_opens_at_the_thanks_and_is_not_begun_again(bench: MeetingBench) -> None:
    bench.begin().close()
    show = show_of(bench)
    assert show.place is Place.THANKS
    show.turn(-9)
    show.turn(9)
    assert bench.running.meeting.closed_at
    assert show.place is Place.THANKS


def test_a_meeting_without_an_agenda_has_a_welcome_and_thanks(bench: MeetingBench) -> None:
    for segment in bench.running.agenda:
        bench.meetings.edit_segment(segment, away=True)
    show = show_of(bench)
    assert show.page.title == "Welcome"
    show.turn(1)
    assert show.page.name == "Thank you"
    show.turn(-1)
    assert show.page.title == "Welcome"


def test_the_welcome_says_group_meeting_place_and_hour() -> None:
    page = welcome_page("North", Meeting(uid="m", number=4, start="14:00", venue="Room 2"))
    assert (page.title, page.name) == ("Welcome", "North")
    assert page.lines == ("Meeting 4", "Room 2", "We begin at 14:00")
    (leaf,) = leaves(page)
    assert leaf.digits == "14:00"


def test_a_part_shows_its_questions_and_only_without_any_the_rules() -> None:
    part = Segment(uid="s", title="Pairs", questions=("What did you see?", "And then?"))
    assert part_page(part, ("A rule.",)).lines == ("What did you see?", "And then?")
    assert part_page(Segment(uid="s", title="Rules"), ("A rule.",)).lines == ("A rule.",)
    assert part_page(Segment(uid="s", title="Break")).name == "Break"


def test_slots_stand_there_without_anything_else() -> None:
    page = next_page(Meeting(uid="m", slots=SLOTS, slot_agreed_by="imposed, Ben objected"))
    assert page is not None
    assert page.lines == ("Mon 16 Mar, 14:00, Library", "Wed 18 Mar")
    assert "Ben" not in words(page)
    assert next_page(Meeting(uid="m")) is None


def test_the_thanks_name_the_next_meeting_if_there_is_one() -> None:
    following = Meeting(uid="n", on="2026-03-16", start="14:00", venue="Library")
    assert thanks_page("North", following).lines == ("Next meeting: Mon 16 Mar 14:00", "Library")
    assert thanks_page("North", None).lines == ()
    assert thanks_page("North", Meeting(uid="n", venue="Library")).lines == ()


def test_a_day_that_is_none_stays_as_it_was_written() -> None:
    assert day_words("spring") == "spring"
    assert slot_words(Slot(on="", venue="Library")) == "Library"


TEXTS = st.one_of(st.sampled_from(sorted(HOSTILE.values())), st.text(max_size=120))


@settings(max_examples=120, deadline=None)
@given(title=TEXTS, questions=st.lists(TEXTS, max_size=7), resource=TEXTS)
def test_whatever_a_part_is_called_each_leaf_is_whole_with_its_clock_at_60_by_18(
    title: str, questions: list[str], resource: str
) -> None:
    part = Segment(uid="s", title=title, questions=tuple(questions), resource=resource)
    for leaf in leaves(part_page(part)):
        laid = laid_out(Sheet(leaf, "t", "foot", "1 of 2", "", CLOCK), 60, 18)
        text = "\n".join(text for line in laid.values() for _, text, _ in line)
        assert "Coming to an end" in text
        assert all(0 <= y < 18 for y in laid)
        assert len([y for y, line in laid.items() if any("█" in each[1] for each in line)]) >= 5
        for line in laid.values():
            assert all(start >= 0 and start + cell_len(text) <= 60 for start, text, _ in line)
