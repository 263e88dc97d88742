"""Verdicts by the real keys, counted, and read back from the disk."""

from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from cartui.model.people import Person
from screens.parts.field import Line
from tests.screens.drafts_hall import LARGE, SMALL, Bench, seated
from tests.screens.stage import NOON, identity


@pytest.fixture
def bench(workspace_folder: Path) -> Bench:
    """A workspace with a group and no draft yet."""
    return Bench(workspace_folder)


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_forty_verdicts_are_forty_keys(bench: Bench, size: tuple[int, int]) -> None:
    bench.begin_with(40)
    async with seated(bench, size) as seat:
        await seat.press(*"tadltttttt" * 4)
        assert seat.presses == 40
    assert bench.verdicts() == [
        {"t": "take", "a": "adapt", "d": "decline", "l": "later"}[key] for key in "tadltttttt" * 4
    ]


async def test_the_same_verdict_for_six_is_seven_keys_and_one_change(bench: Bench) -> None:
    bench.begin_with(8)
    async with seated(bench, LARGE) as seat:
        await seat.press(*["space"] * 6, "d")
        assert seat.presses == 7
        assert "to answer" not in seat.seen() or "Because?" in seat.seen()
        await seat.press("b")
        await seat.type("Said already.", "enter")
        assert seat.page.rows.highlighted == seat.page.rows.uids[6]
    assert bench.verdicts() == ["decline"] * 6 + ["", ""]
    assert [r.answered and r.answered.reason for r in bench.remarks[:6]] == ["Said already."] * 6
    async with seated(bench, LARGE) as seat:
        await seat.press("u", "u")
    assert bench.verdicts() == [""] * 8


async def test_six_are_selected_at_80_by_24_too(bench: Bench) -> None:
    bench.begin_with(8)
    async with seated(bench, SMALL) as seat:
        await seat.press(*["space"] * 6, "t")
        assert seat.presses == 7
    assert bench.verdicts() == ["take"] * 6 + ["", ""]


async def test_ethics_is_left_out_of_a_selection(bench: Bench) -> None:
    bench.begin_with(2, lens="ethics")
    async with seated(bench, LARGE) as seat:
        await seat.press("space", "space", "t")
        assert "one by one" in seat.seen()
        await seat.press("escape", "t", "t")
    assert bench.verdicts() == ["take", "take"]


async def test_a_reason_is_asked_for_without_taking_the_focus(bench: Bench) -> None:
    bench.begin_with(3)
    async with seated(bench) as seat:
        await seat.press("d")
        assert "Because?" in seat.seen()
        assert not isinstance(seat.app.focused, Line)
        await seat.press("t")
        assert "Because?" not in seat.seen()
        await seat.press("a", "b")
        await seat.type("Half of it.", "enter")
    owed = [remark.owes_reason for remark in bench.remarks]
    assert owed == [True, False, False]
    answered = bench.remarks[2].answered
    assert answered is not None
    assert answered.reason == "Half of it."


async def test_what_was_taken_can_be_given_a_reason_at_once(bench: Bench) -> None:
    """`t` goes on to the next; `b` is still about what was answered, and no letter of it acts."""
    bench.begin_with(3)
    async with seated(bench, LARGE) as seat:
        await seat.press("t", "b")
        assert "1: because" in seat.seen()
        await seat.type("Because it is true.", "enter")
        await seat.press("u", "u", "b")
        assert "no verdict yet" in seat.seen()
        await seat.press("U", "U")
    texts = [remark.comment.text for remark in bench.remarks]
    assert texts == ["Comment 1.", "Comment 2.", "Comment 3."]
    answered = bench.remarks[0].answered
    assert answered is not None
    assert (answered.verdict, answered.reason) == ("take", "Because it is true.")


async def test_an_owed_reason_is_written_later(bench: Bench) -> None:
    draft = bench.begin_with(2)
    bench.feedback.answer([bench.remarks[0].comment], "decline")
    bench.feedback.answer([bench.remarks[1].comment], "take")
    assert [remark.comment.text for remark in bench.feedback.owed(draft)] == ["Comment 1."]
    async with seated(bench, LARGE) as seat:
        assert "The reason is owed" in seat.seen()
        await seat.press("b")
        await seat.type("It is elsewhere.", "enter")
        assert "because: It is elsewhere." in seat.seen()
    assert bench.feedback.owed(bench.draft) == []


async def test_what_is_left_for_later_comes_back_when_the_others_are_done(bench: Bench) -> None:
    bench.begin_with(3)
    async with seated(bench) as seat:
        first = seat.page.rows.uids[0]
        await seat.press("l", "t", "t")
        assert seat.page.rows.highlighted == first
        assert "1 later" in seat.seen()
        await seat.press("t")
        assert "All answered." in seat.seen()
    assert bench.verdicts() == ["take"] * 3


async def test_at_the_end_the_turn_is_passed_by_one_key(bench: Bench) -> None:
    draft = bench.begin_with(2)
    asha = next(p for p in bench.ws.table(Person).values() if p.name.startswith("Asha"))
    bench.drafts.edit(draft, author=asha.uid)
    async with seated(bench) as seat:
        await seat.press("t", "t")
        assert "Pass the turn to Asha Rao?" in seat.seen()
        await seat.press("w")
        assert "now waits for Asha Rao" in seat.seen()
        await seat.press("u")
    assert bench.draft.turn == ""


async def test_without_an_author_no_turn_is_passed_to_whose_it_is_already(bench: Bench) -> None:
    bench.begin_with(1)
    async with seated(bench) as seat:
        await seat.press("t")
        assert "All answered. Write it for the author?  o writes it" in seat.seen()
        assert "Pass the turn" not in seat.seen()
        await seat.press("u")
        assert "All answered" not in seat.seen(), "one waits again"


async def test_a_reason_comes_before_the_turn(bench: Bench) -> None:
    bench.begin_with(1)
    async with seated(bench) as seat:
        await seat.press("d")
        assert "Because?" in seat.seen()
        await seat.press("b")
        await seat.type("No.", "enter")
        assert "All answered." in seat.seen()


async def test_next_and_before_go_over_the_unanswered_ones_only(bench: Bench) -> None:
    bench.begin_with(4)
    bench.feedback.answer([bench.remarks[1].comment], "take")
    async with seated(bench, LARGE) as seat:
        await seat.press("v")
        assert len(seat.page.rows.uids) == 4
        for key, at in (("greater_than_sign", 2), ("greater_than_sign", 3),
                        ("greater_than_sign", 0), ("less_than_sign", 3)):  # fmt: skip
            await seat.press(key)
            assert seat.page.rows.highlighted == seat.page.rows.uids[at]


async def test_a_step_back_returns_to_the_comment(bench: Bench) -> None:
    bench.begin_with(3)
    async with seated(bench) as seat:
        first = seat.page.rows.uids[0]
        await seat.press("t", "t", "u", "u")
        assert seat.page.rows.highlighted == first
        await seat.press("U")
    assert bench.verdicts() == ["take", "", ""]


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_it_opens_where_it_was_left(bench: Bench, size: tuple[int, int]) -> None:
    bench.begin_with(6)
    async with seated(bench, size) as seat:
        await seat.press("t", "greater_than_sign", "greater_than_sign")
        left = seat.page.rows.highlighted
        await seat.press("escape", "1")
    async with seated(bench, size) as seat:
        assert seat.page.rows.highlighted == left


async def test_the_pace_is_told_after_three(bench: Bench) -> None:
    bench.begin_with(20)
    now = [NOON]
    me = replace(identity(prefix="a"), clock=lambda: now[0])
    async with seated(bench, LARGE, identity=me) as seat:
        for _ in range(4):
            now[0] += timedelta(seconds=30)
            await seat.press("t")
        assert "16 to answer, 4 done" in seat.seen()
        assert "about 8 min at your pace" in seat.seen()


async def test_the_views_go_round(bench: Bench) -> None:
    bench.begin_with(3, lens="analysis")
    bench.feedback.edit(bench.remarks[2].comment, lens="writing-style")
    bench.feedback.answer([bench.remarks[0].comment], "take")
    async with seated(bench, LARGE) as seat:
        counts = [len(seat.page.rows.uids)]
        for _ in range(4):
            await seat.press("v")
            counts.append(len(seat.page.rows.uids))
        assert counts == [2, 3, 2, 1, 2]


async def test_what_was_answered_stays_in_sight_until_v(bench: Bench) -> None:
    bench.begin_with(3)
    async with seated(bench, LARGE) as seat:
        await seat.press("t")
        assert len(seat.page.rows.uids) == 3
        assert "taken" in seat.seen()
        await seat.press("escape", "enter")
        assert len(seat.page.rows.uids) == 2


async def test_killed_before_it_knew_where_it_goes_on_from_there(bench: Bench) -> None:
    """Where one is is kept a moment later; what was passed over before it does not come first."""
    bench.begin_with(6)
    async with seated(bench) as seat:
        await seat.press("greater_than_sign", "greater_than_sign")
        seat.page.stop()
    third = bench.remarks[2]
    bench.feedback.answer([third.comment], "take")  # seen on the screen, then the plug pulled
    async with seated(bench) as seat:
        assert seat.page.rows.highlighted == bench.remarks[3].uid


async def test_at_the_end_it_says_whom_the_draft_waits_for(bench: Bench) -> None:
    draft = bench.begin_with(2)
    asha = next(p for p in bench.ws.table(Person).values() if p.name.startswith("Asha"))
    bench.drafts.edit(draft, author=asha.uid)
    async with seated(bench) as seat:
        await seat.press("t", "t", "escape", "enter")
        assert "all answered" in seat.seen()
        assert "turn passed" not in seat.seen()
    async with seated(bench) as seat:
        await seat.press("v", "t", "greater_than_sign", "w")
        assert "all answered, turn passed to Asha Rao" in seat.seen()
