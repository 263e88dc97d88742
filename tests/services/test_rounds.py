"""Rounds: everybody has one turn, whoever is skipped comes again, and a crash forgets nothing."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from cartui.model.meetings import Attendance
from cartui.model.people import Membership
from cartui.model.rooms import Room
from cartui.services.rounds import KeptRounds, Rounds, Turns
from tests.screens.meeting_hall import MeetingBench
from tests.screens.stage import members

acts = st.lists(st.sampled_from(["next", "skip", "back"]), max_size=40)


def done(turns: Turns, act: str) -> Turns:
    return turns.back() if act == "back" else turns.on(skip=act == "skip")


@given(st.integers(0, 7), acts)
def test_each_has_had_the_turn_once_or_is_still_to_come(many: int, done_so_far: list[str]) -> None:
    turns = Turns(order=tuple(f"p{n}" for n in range(many)))
    for act in done_so_far:
        turns = done(turns, act)
        assert sorted((*turns.had, *turns.waiting)) == sorted(turns.order)
        assert set(turns.skipped) <= set(turns.waiting)
        assert (turns.now == "") == (set(turns.had) == set(turns.order))
    for _ in range(many):
        turns = turns.on()
    assert turns.now == ""
    assert turns.on() == turns


@given(st.integers(1, 7), acts, st.sampled_from(["next", "skip"]))
def test_a_turn_back_is_where_the_round_stood_before(
    many: int, before: list[str], act: str
) -> None:
    turns = Turns(order=tuple(f"p{n}" for n in range(many)))
    for each in before:
        turns = done(turns, each)
    if turns.now:
        assert done(turns, act).back() == turns


def test_who_was_skipped_comes_after_the_others_in_the_order_of_skipping() -> None:
    turns = Turns(order=("a", "b", "c", "d")).on(skip=True).on().on(skip=True)
    assert turns.waiting == ("d", "a", "c")
    assert turns.on().on(skip=True).waiting == ("c", "a")


def test_who_is_away_has_no_turn_and_who_comes_late_has_one(workspace_folder: Path) -> None:
    bench = MeetingBench(workspace_folder)
    rounds = Rounds(bench.ws, members, bench.group)
    names = [person.name for person in rounds.there(bench.meeting)]
    assert names == ["Asha Rao", "Ben Okoro"]
    ben = rounds.there(bench.meeting)[1]
    for state, there in (("absent", 1), ("apologies", 1), ("late", 2), ("left early", 2)):
        mark(bench, ben.uid, state)
        assert len(rounds.there(bench.meeting)) == there
    bench.ws.close()


def mark(bench: MeetingBench, person: str, state: str) -> None:
    draft = bench.ws.draft("test.attendance", group=bench.group)
    made = Attendance(uid=f"{bench.uid}.{person}", meeting=bench.uid, person=person, state=state)
    if bench.ws.get(Attendance, made.uid, bench.group) is None:
        draft.create(made)
    draft.set(made, state=state)
    bench.ws.commit(draft, room=Room.MEMBERS)


def test_where_a_round_stands_outlives_a_crash_and_holds_no_word(
    workspace_folder: Path, tmp_path: Path
) -> None:
    bench = MeetingBench(workspace_folder)
    segment = bench.meetings.agenda(bench.meeting)[-1].uid
    kept = KeptRounds(tmp_path / "state", bench.ws, Rounds(bench.ws, members, bench.group))
    turns = kept.turns(bench.meeting, segment).on(skip=True)
    kept.keep(bench.meeting, segment, turns)
    bench.reread()  # as after kill -9: nothing was closed
    again = KeptRounds(tmp_path / "state", bench.ws, Rounds(bench.ws, members, bench.group))
    assert again.turns(bench.meeting, segment) == turns
    assert again.turns(bench.meeting, "other").steps == ()
    (file,) = (tmp_path / "state" / "rounds").iterdir()
    assert b"Asha" not in file.read_bytes()
    bench.ws.close()


def test_only_what_a_member_agreed_to_share_is_read(workspace_folder: Path) -> None:
    bench = MeetingBench(workspace_folder)
    rounds = Rounds(bench.ws, members, bench.group)
    asha, ben = rounds.there(bench.meeting)
    draft = bench.ws.draft("test.why")
    held = next(m for m in bench.ws.table(Membership).values() if m.person == asha.uid)
    draft.set(held, why_joined="to be heard")
    bench.ws.commit(draft, room=Room.MEMBERS)
    assert rounds.why_joined(asha.uid) == "to be heard"
    assert rounds.why_joined(ben.uid) == ""
    bench.ws.close()
