"""The tour: each step by what really happened, once on a machine, no harm in going astray."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cartui.model.rooms import Room
from cartui.services.tour import ON_A_DRAFT, Tour, tour_words
from cartui.store.events import Change, Event
from screens.parts.keys import VERBS


def begun(state: Path | None = None) -> Tour:
    tour = Tour(state)
    tour.begin(practice=True)
    return tour


def at(tour: Tour) -> str:
    return tour.step.id if tour.step is not None else ""


MOVE = Change(id="1", verb="board.advance")
BACK_AGAIN = Change(id="2", verb="undo", undoes="1")
VERDICT = Change(id="3", verb="feedback.decline_many")


def test_the_five_steps_by_what_happened() -> None:
    tour = begun()
    assert at(tour) == "move"
    tour.saw(MOVE)
    assert at(tour) == "take back"
    tour.saw(BACK_AGAIN)
    assert at(tour) == "open"
    tour.met([ON_A_DRAFT], Room.MEMBERS)
    assert at(tour) == "answer"
    tour.saw(VERDICT)
    assert at(tour) == "back stage"
    tour.met([], Room.BACK)
    assert at(tour) == "back stage"
    tour.met([], Room.MEMBERS)
    assert tour.step is None
    assert tour.going  # it still says that this was all


@pytest.mark.parametrize("verb", ["board.back", "board.move_many", "board.next_round"])
def test_any_move_is_a_move(verb: str) -> None:
    tour = begun()
    tour.saw(Change(id="9", verb=verb))
    assert at(tour) == "take back"


def test_another_change_taken_back_is_not_the_move_taken_back() -> None:
    tour = begun()
    tour.saw(MOVE)
    tour.saw(Change(id="7", verb="card.new"))
    tour.saw(Change(id="8", verb="undo", undoes="7"))
    assert at(tour) == "take back"
    tour.saw(BACK_AGAIN)
    assert at(tour) == "open"


def test_what_was_done_out_of_turn_is_not_asked_for_again() -> None:
    tour = begun()
    tour.met([ON_A_DRAFT], Room.MEMBERS)
    tour.saw(VERDICT)
    assert at(tour) == "move"
    tour.saw(MOVE)
    tour.saw(BACK_AGAIN)
    assert at(tour) == "back stage"


def test_what_is_written_back_stage_is_known_by_where_it_stands() -> None:
    tour = begun()
    tour.saw(Change(id="4", verb="x", events=(Event(kind="card", uid="c"),)))
    assert not tour.wrote_back
    tour.saw(Change(id="5", verb="x", events=(Event(kind="of the other side", uid="c"),)))
    assert tour.wrote_back


def test_it_is_remembered_when_it_is_finished_or_ended_but_not_when_it_rests(
    tmp_path: Path,
) -> None:
    state = tmp_path / "state"
    tour = begun(state)
    tour.leave()
    assert not Tour(state).seen
    tour.begin(practice=True)
    tour.end()
    assert Tour(state).seen
    assert [path.read_bytes() for path in state.iterdir()] == [b""]  # of nobody's work

    other = tmp_path / "other"
    tour = begun(other)
    for change in (MOVE, BACK_AGAIN, VERDICT):
        tour.saw(change)
    tour.met([ON_A_DRAFT], Room.BACK)
    assert not Tour(other).seen
    tour.met([], Room.MEMBERS)
    assert Tour(other).seen


def test_a_state_folder_that_cannot_be_written_is_no_harm(tmp_path: Path) -> None:
    place = tmp_path / "state"
    place.write_text("no folder")
    tour = begun(place)
    tour.end()
    assert not tour.going
    assert not tour.seen


ACTS = st.sampled_from(["move", "undo", "verdict", "draft", "back", "front", "other"])


@given(st.lists(ACTS, max_size=60))
def test_no_way_of_going_astray_does_harm(acts: list[str]) -> None:
    """Whatever is done, a step once done stays done, and what is left is asked for in order."""
    tour, left = begun(), len(tour_words().steps)
    for number, act in enumerate(acts):
        change = {
            "move": Change(id=str(number), verb="board.move"),
            "undo": Change(id=str(number), verb="undo", undoes=str(number - 1)),
            "verdict": VERDICT,
            "other": Change(id=str(number), verb="person.add"),
        }.get(act)
        if change is not None:
            tour.saw(change)
        else:
            room = Room.BACK if act == "back" else Room.MEMBERS
            tour.met([ON_A_DRAFT] if act == "draft" else [], room)
        number_now = tour.number[0]
        now = len(tour_words().steps) - number_now + 1 if tour.step is not None else 0
        assert now <= left
        left = now


def test_every_verb_it_names_is_one_that_there_is() -> None:
    from cartui.app import CartuiApp
    from cartui.app.every_verb import every_action
    from screens.parts.tour_strip import KEY

    known = {action.id for action in every_action(CartuiApp)} | set(VERBS)
    words = tour_words()
    said = [words.ended, words.over]
    for step in words.steps:
        assert not KEY.search(step.done)
        for way in step.ways:
            said += [way.says, way.bare, way.written]
            assert way.at in {*known, ""}
    assert {name for text in said for name in KEY.findall(text)} <= known
