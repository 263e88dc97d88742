"""The board by its keys: press, then open the workspace anew and look at what stands there."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cartui.model.cycles import Card
from cartui.model.rooms import Room
from cartui.store.identity import Identity
from tests.screens.cycle_hall import LARGE, MIDDLE, SMALL, seated, wait_until
from tests.services.board_bench import BoardBench


@pytest.fixture
def bench(workspace_folder: Path, identity: Identity) -> Iterator[BoardBench]:
    bench = BoardBench(workspace_folder, identity)
    yield bench
    bench.ws.close()


def only(bench: BoardBench) -> Card:
    [card] = bench.board.cards()
    return card


def stages(bench: BoardBench) -> list[list[str]]:
    return [[card.title for card in column] for column in bench.board.columns()]


async def test_one_key_moves_a_card_and_one_takes_it_back(bench: BoardBench) -> None:
    bench.write("Falls log")
    async with seated(bench) as seat:
        await seat.press("greater_than_sign")
        assert "Moved Falls log to Data collection choices" in seat.seen()
        assert "Why now?" in seat.seen()
    assert only(bench).stage == "data"
    assert len(bench.board.owed()) == 1
    async with seated(bench) as seat:
        await seat.press("u")
    assert only(bench).stage == "topic"
    assert bench.board.owed() == []


async def test_the_question_goes_when_its_move_is_taken_back(bench: BoardBench) -> None:
    bench.write("Falls log")
    async with seated(bench) as seat:
        await seat.press("greater_than_sign")
        assert "Why now?" in seat.seen()
        await seat.press("u")
        assert "Why now?" not in seat.seen()
        await seat.press("enter", "greater_than_sign")
        assert "Why now?" in seat.seen()
        await seat.press("u")
        assert "Why now?" not in seat.seen()


async def test_the_question_stays_for_the_moves_that_still_owe_it(bench: BoardBench) -> None:
    for title in ("Falls log", "Night visits"):
        bench.write(title)
    async with seated(bench) as seat:
        await seat.press("space", "space", "greater_than_sign")
        assert "2 cards moved" in seat.seen()
        elsewhere = bench.beside()
        elsewhere.board.justify("said in the other window", elsewhere.board.owed()[0])
        await wait_until(seat, lambda: "Night visits moved" in seat.seen())
        elsewhere.board.justify("and this", *elsewhere.board.owed())
        await wait_until(seat, lambda: "Why now?" not in seat.seen())
        elsewhere.ws.close()
    assert bench.board.owed() == []


async def test_a_why_for_a_move_taken_back_elsewhere_is_not_written(bench: BoardBench) -> None:
    bench.write("Falls log")
    async with seated(bench) as seat:
        await seat.press("greater_than_sign", "l")
        elsewhere = bench.beside()
        elsewhere.ws.undo(Room.MEMBERS)
        elsewhere.ws.close()
        await wait_until(seat, lambda: not seat.screen.board.owed())
        await seat.type("too late", "enter")
        assert "taken back meanwhile" in seat.seen()
    assert bench.board.trail(only(bench)) == []


async def test_two_keys_write_a_new_card(bench: BoardBench) -> None:
    async with seated(bench) as seat:
        assert "Press n to write the first one" in seat.seen()
        await seat.press("n")
        await seat.type("Falls log")
        await seat.press("enter")
        assert "Falls log" in seat.seen()
    assert stages(bench) == [["Falls log"], [], [], [], []]


async def test_a_new_card_starts_in_the_stage_that_is_highlighted(bench: BoardBench) -> None:
    bench.write("Falls log")
    async with seated(bench) as seat:
        await seat.press("right", "right", "n")
        assert "New card in Storage" in seat.seen()
        await seat.type("Night visits", "enter", "greater_than_sign")
    assert stages(bench)[3] == ["Night visits"]


async def test_m_and_a_digit_reach_every_stage(workspace_folder: Path, identity: Identity) -> None:
    bench = BoardBench(workspace_folder, identity, cycle="CPP2-10")
    bench.write("Falls log")
    for digit, stage in (("0", "further"), ("7", "actions"), ("1", "problem")):
        async with seated(bench) as seat:
            if digit != "0":
                await seat.press(*["right"] * 9)
            await seat.press("m", "question_mark")
            assert "Identifying evidence gaps" in seat.seen()
            await seat.press(digit)
        assert only(bench).stage == stage
        if stage != "further":
            bench.board.move_to("further", only(bench))
    bench.ws.close()


async def test_l_writes_the_why_and_other_keys_leave_it_owed(bench: BoardBench) -> None:
    bench.write("Falls log")
    async with seated(bench) as seat:
        await seat.press("greater_than_sign", "l")
        await seat.type("two records differ", "enter")
        assert "Why now?" not in seat.seen()
        await seat.press("less_than_sign")
        assert "What did we learn?" in seat.seen()
        await seat.press("left")
    card = only(bench)
    assert [move.justification for move in bench.board.trail(card)] == ["two records differ", ""]
    assert [move.backward for move in bench.board.owed(card)] == [True]


async def test_escape_leaves_the_why_owed_and_keeps_what_was_typed(bench: BoardBench) -> None:
    bench.write("Falls log")
    async with seated(bench) as seat:
        await seat.press("greater_than_sign", "l")
        await seat.type("half a reas", "escape")
        assert len(seat.screen.board.owed()) == 1
        await seat.press("l")
        assert "half a reas" in seat.seen()
        await seat.type("on", "enter")
    [move] = bench.board.trail(only(bench))
    assert move.justification == "half a reason"


async def test_the_next_round_is_said_in_words(bench: BoardBench) -> None:
    bench.write("Falls log", "publication")
    async with seated(bench) as seat:
        await seat.press("end", "right", "right", "right", "right", "greater_than_sign")
        assert "Began round 2 of Falls log" in seat.seen()
        assert "round 2" in seat.screen.why_line._words
    assert (only(bench).stage, only(bench).round) == ("topic", 2)
    async with seated(bench) as seat:
        await seat.press("less_than_sign")
    assert (only(bench).stage, only(bench).round) == ("publication", 1)


async def test_several_are_selected_and_act_as_one(bench: BoardBench) -> None:
    for title in ("a", "b", "c"):
        bench.write(title)
    async with seated(bench) as seat:
        await seat.press("space", "space")
        assert "2 selected" in seat.seen()
        assert "[x]" in seat.seen()
        await seat.press("greater_than_sign")
    assert stages(bench)[:2] == [["c"], ["a", "b"]]
    async with seated(bench) as seat:
        await seat.press("u")
    assert stages(bench)[:2] == [["a", "b", "c"], []]


async def test_one_why_serves_several_cards(bench: BoardBench) -> None:
    for title in ("a", "b"):
        bench.write(title)
    async with seated(bench) as seat:
        await seat.press("space", "space", "greater_than_sign", "l")
        await seat.type("together", "enter")
    assert bench.board.owed() == []


async def test_order_by_capital_j_and_k(bench: BoardBench) -> None:
    for title in ("a", "b", "c"):
        bench.write(title)
    async with seated(bench) as seat:
        await seat.press("J", "J")
    assert stages(bench)[0] == ["b", "c", "a"]
    async with seated(bench) as seat:
        await seat.press("end", "K")
    assert stages(bench)[0] == ["b", "a", "c"]


async def test_title_owners_and_next_step(bench: BoardBench) -> None:
    bench.write("Falls log")
    async with seated(bench) as seat:
        await seat.press("e")
        await seat.type(", and who writes it", "enter")
        await seat.press("w", "space", "space", "enter")
        await seat.press("d")
        await seat.type("ask the ward", "enter")
        await seat.press("1")
        await seat.type("not a date", "enter")
        assert "is not a date" in seat.seen()
        await seat.press(*["backspace"] * 10)
        await seat.type("2026-04-30", "enter")
    card = only(bench)
    assert card.title == "Falls log, and who writes it"
    assert set(card.owners) == {"ada", "ben"}
    assert (card.next_step, card.next_due) == ("ask the ward", "2026-04-30")
    assert card.next_owner in ("ada", "ben")


async def test_put_away_and_brought_back_from_the_ended_view(bench: BoardBench) -> None:
    bench.write("Falls log")
    async with seated(bench) as seat:
        await seat.press("X")
    assert bench.board.cards() == []
    async with seated(bench) as seat:
        await seat.press("v")
        assert "Falls log" in seat.seen()
        await seat.press("X")
    assert only(bench).title == "Falls log"


async def test_find_narrows_and_escape_shows_all(bench: BoardBench) -> None:
    bench.write("Falls log")
    bench.write("Night visits", "storage")
    async with seated(bench) as seat:
        await seat.press("slash")
        await seat.type("night")
        assert "1 of 2" in seat.seen()
        await seat.press("enter", "greater_than_sign", "escape")
        assert "Falls log" in seat.seen()
    assert stages(bench)[3] == ["Night visits"]


async def test_sorting_changes_what_is_shown_and_not_what_is_kept(bench: BoardBench) -> None:
    for title in ("b", "a"):
        bench.write(title)
    async with seated(bench) as seat:
        await seat.press("s", "s")
        rows = [line.split("│")[0].strip("▸ ") for line in seat.lines()]
        assert rows.index("a") < rows.index("b")
        await seat.press("J")
        assert "Press s until it says so" in seat.seen()
    assert stages(bench)[0] == ["b", "a"]


async def test_views_go_round_and_h_explains_the_stage(bench: BoardBench) -> None:
    bench.board.advance(bench.write("Falls log"))
    bench.write("Night visits")
    async with seated(bench) as seat:
        await seat.press("h")
        assert "Choose the case and the one question" in seat.seen()
        await seat.press("escape", "v", "v")
        assert "whys owed" in seat.seen()
        assert "Night visits" not in seat.seen()
        await seat.press("v", "v", "left")
        assert "Night visits" in seat.seen()


async def test_a_board_without_a_group_says_what_to_do(
    workspace_folder: Path, identity: Identity
) -> None:
    bench = BoardBench(workspace_folder, identity)
    draft = bench.ws.draft("away")
    draft.set(bench.board.group, away=True)
    bench.ws.commit(draft, room=bench.board._room())
    async with seated(bench) as seat:
        assert "No group yet" in seat.seen()
        await seat.press("n", "greater_than_sign", "m", "x", "enter", "l", "v", "s")
    assert bench.board.cards() == []
    bench.ws.close()


async def test_the_keys_are_counted(bench: BoardBench) -> None:
    """Move a card 1, take it back 1, new card 2, hide what is private 1."""
    bench.write("Falls log")
    async with seated(bench) as seat:

        async def press(*keys: str) -> int:
            await seat.press(*keys)
            return len(keys)

        moved = await press("greater_than_sign")
        assert [len(column) for column in seat.screen.board.columns()] == [0, 1, 0, 0, 0]
        taken_back = await press("u")
        assert [len(column) for column in seat.screen.board.columns()] == [1, 0, 0, 0, 0]
        begun = await press("n")
        await seat.type("Night visits")
        written = begun + await press("enter")
        assert [len(column) for column in seat.screen.board.columns()] == [2, 0, 0, 0, 0]
        await seat.press("B", "enter")
        assert "BACK private" in seat.seen()
        hidden = await press("f")
        assert "BACK private" not in seat.seen()
        assert (moved, taken_back, written, hidden) == (1, 1, 2, 1)


async def test_g_and_a_letter_go_to_any_card_in_sight(bench: BoardBench) -> None:
    first, second = bench.write("Falls log"), bench.write("Night visits", "storage")
    async with seated(bench) as seat:
        assert seat.screen.stage_board.highlighted == first.uid
        labels = len(seat.screen.stage_board.landmarks())
        assert labels == 5 + 2
        await seat.press("g")
        row = next(line for line in seat.lines() if "Night" in line or "ight" in line)
        letter = row.split("│")[2].strip()[0]
        await seat.press(letter)
        assert seat.screen.stage_board.highlighted == second.uid


async def test_the_board_says_what_has_ended_and_v_shows_it(bench: BoardBench) -> None:
    bench.write("Night visits")
    for title in ("Falls log", "School moves"):
        bench.board.publish(bench.write(title, "publication"))
    bench.board.hold_locally(bench.write("Carers", "data"))
    for size in (SMALL, MIDDLE, LARGE):
        async with seated(bench, size) as seat:
            assert "3 ended: 2 published, 1 held locally · v shows them" in seat.seen()
            await seat.press("end", "right", "right", "right", "right")
            assert "2 published" in "\n".join(line.split("│")[-1] for line in seat.lines())
            assert "nothing yet" not in [line.split("│")[-1].strip() for line in seat.lines()]
            await seat.press("v")
            assert all(title in seat.seen() for title in ("Falls log", "School moves"))
            await seat.press("v", "v", "v", "F", "enter")
            assert "3 ended: 2 published, 1 held locally · v shows them" in seat.seen()
            await seat.press("v")
            assert "School moves" in seat.seen()


async def test_a_board_whose_cards_have_all_ended_is_not_called_new(bench: BoardBench) -> None:
    bench.board.publish(bench.write("Falls log"))
    async with seated(bench) as seat:
        assert "No card is in the cycle now. Press n to write one." in seat.seen()
        assert "1 published · v shows it" in seat.seen()


async def test_the_board_opens_on_a_card_not_on_an_empty_column(bench: BoardBench) -> None:
    bench.write("Falls log")
    bench.board.move_to(bench.board.stages()[3].id, only(bench))
    async with seated(bench) as seat:
        await seat.press("less_than_sign")
    assert only(bench).stage == bench.board.stages()[2].id
