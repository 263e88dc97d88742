"""A card's page, its design, its ends, and the cycles: by keys, read back from the disk."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cartui.model.cycles import Card, Status
from cartui.model.notes import Note
from cartui.store.identity import Identity
from tests.screens.cycle_hall import MIDDLE, seated
from tests.services.board_bench import BoardBench


@pytest.fixture
def bench(workspace_folder: Path, identity: Identity) -> Iterator[BoardBench]:
    bench = BoardBench(workspace_folder, identity)
    bench.write("Falls log")
    yield bench
    bench.ws.close()


def only(bench: BoardBench) -> Card:
    [card] = bench.board.cards()
    return card


async def test_enter_opens_the_card_and_escape_goes_back(bench: BoardBench) -> None:
    bench.board.advance(only(bench))
    async with seated(bench) as seat:
        await seat.press("enter")
        for words in ("The card", "Owners", "Why it moved", "1 owed", "Design", "0 of 15"):
            assert words in seat.seen()
        await seat.press("end")
        assert "Group notes" in seat.seen()
        await seat.press("escape")
        assert "The card" not in seat.seen()


async def test_the_page_writes_what_is_highlighted(bench: BoardBench) -> None:
    async with seated(bench, MIDDLE) as seat:
        await seat.press("enter", "down", "down", "down", "down", "down", "enter")
        await seat.type("North Quay", "enter")
        await seat.press("down", "down", "enter")
        await seat.type("small enough", "enter", "greater_than_sign", "l")
        await seat.type("two records", "enter")
        assert "two records" in seat.seen()
    card = only(bench)
    assert (card.area, card.scope_check, card.stage) == ("North Quay", "small enough", "data")
    assert bench.board.owed() == []


async def test_an_owed_why_is_written_from_the_trail(bench: BoardBench) -> None:
    bench.board.advance(only(bench))
    async with seated(bench, MIDDLE) as seat:
        await seat.press("enter", *["down"] * 8)
        assert "Enter writes it" in seat.seen()
        await seat.press("enter")
        await seat.type("late, but said", "enter")
    assert [m.justification for m in bench.board.trail(only(bench))] == ["late, but said"]


async def test_the_design_is_filled_in_and_counted(bench: BoardBench) -> None:
    async with seated(bench, MIDDLE) as seat:
        await seat.press("enter", "D", "enter")
        await seat.type("Falls", "enter")
        await seat.type("at night", "escape")
        assert "design 1 of 15" in seat.seen()
        await seat.press("down", "down", "e")
        await seat.type("who reads it?", "escape", "escape")
        assert "2 of 4" in seat.seen()
        await seat.press("u")
        assert "1 of 4" in seat.seen()
        await seat.press("U")
    answers = bench.board.designs.answers(only(bench))
    assert answers == {"topic": "Falls\nat night", "question": "who reads it?"}


async def test_a_dilemma_is_written_handled_and_settled(bench: BoardBench) -> None:
    async with seated(bench, MIDDLE) as seat:
        await seat.press("enter", "a", "2")
        await seat.type("one ward only", "enter")
        await seat.type("leave out the ward", "enter")
        assert "one ward only" in seat.seen()
        assert "Enter rewords, settles or puts one away" in seat.seen()
        await seat.press("end", "up", "enter", "2")
        assert "being handled" in seat.seen()
        await seat.press("enter")
        assert "This dilemma is being handled" in seat.seen()
        await seat.press("3")  # the same digit as before, though another state is left out now
    [dilemma] = bench.board.dilemmas.of(only(bench))
    assert (dilemma.kind, dilemma.text) == ("anonymity", "one ward only")
    assert (dilemma.handling, dilemma.state) == ("leave out the ward", "settled")


async def test_a_group_note_shows_on_the_page(bench: BoardBench) -> None:
    async with seated(bench, MIDDLE) as seat:
        await seat.press("c")
        await seat.type("read at the meeting", "enter", "enter")
        await seat.press("end")
        assert "read at the meeting" in seat.seen()
    [note] = bench.ws.table(Note, "north").values()
    assert (note.text, note.about) == ("read at the meeting", only(bench).uid)


@pytest.mark.parametrize(
    ("keys", "status"),
    [
        (("p",), Status.PAUSED),
        (("s", "4"), Status.STOPPED),
        (("c", "enter"), Status.COMPLETED),
        (("u", "enter"), Status.PUBLISHED),
        (("h", "enter"), Status.HELD_LOCALLY),
    ],
)
async def test_x_and_a_letter_rest_or_end_a_card(
    bench: BoardBench, keys: tuple[str, ...], status: Status
) -> None:
    async with seated(bench) as seat:
        await seat.press("x", *keys)
    assert only(bench).status == status
    async with seated(bench) as seat:
        if status.ended:
            await seat.press("v")
        assert "Falls log" in seat.seen()
        await seat.press("x", "t")
    assert only(bench).status == Status.LIVE


async def test_a_stopped_card_says_its_general_reason(bench: BoardBench) -> None:
    async with seated(bench) as seat:
        await seat.press("x", "s", "1", "v")
        assert "no shared vision" in seat.seen()
    assert only(bench).stop_reason == "no shared vision"


async def test_a_card_leads_to_a_new_one_and_both_pages_say_so(bench: BoardBench) -> None:
    async with seated(bench, MIDDLE) as seat:
        await seat.press("x", "r", "n")
        await seat.type("Who writes", "enter")
        await seat.press("enter")
        assert "Came from" in seat.seen()
        await seat.press(*["down"] * 8, "enter")
        assert "Led to" in seat.seen()
    heir, old = bench.board.columns()[0][0], bench.board.ended()[0]
    assert (heir.title, old.led_to, old.status) == ("Who writes", heir.uid, Status.REDIRECTED)


async def test_a_shipped_cycle_is_chosen_and_its_mapping_can_be_changed(bench: BoardBench) -> None:
    bench.board.move_to("storage", only(bench))
    async with seated(bench, MIDDLE) as seat:
        await seat.press("t", "down", "enter")
        assert "Becomes" in seat.seen()
        await seat.press("down", "down", "greater_than_sign", "enter")
        assert "Changed the cycle of North to Action research cycle" in seat.seen()
    assert bench.board.template.uid == "AR4"
    assert bench.board.stage_of(only(bench)).name == "Reflect"
    async with seated(bench, MIDDLE) as seat:
        await seat.press("u")
    assert (bench.board.template.uid, only(bench).stage) == ("CS5", "storage")


async def test_an_own_cycle_is_made_and_changed(bench: BoardBench) -> None:
    async with seated(bench, MIDDLE) as seat:
        await seat.press("t", "n")
        await seat.type("Our way", "enter")
        assert "Our way" in seat.seen()
        await seat.press("end", "n")
        await seat.type("Handing on", "enter", "K")
        await seat.press("home", "down", "down", "down", "X", "u")
        await seat.press("home", "down", "down", "down", "down", "enter", "1")
        await seat.type(" now", "enter")
        await seat.press("escape", "e", "escape", "escape")
    own = [one for one in bench.cycles.all() if bench.cycles.is_own(one.uid)]
    assert [one.name for one in own] == ["Our way"]
    names = [stage.short for stage in own[0].stages]
    assert names[4:] == ["Handing on", "Publication"]
    assert own[0].stages[1].name == "Data collection choices now"


async def test_an_own_cycle_is_put_away_and_back(bench: BoardBench) -> None:
    uid = bench.cycles.make_own("Our way", bench.board.stages()).about[0]
    async with seated(bench, MIDDLE) as seat:
        await seat.press("t", "end", "X")
        assert "put away" in seat.seen()
    assert bench.cycles.find(uid).away
    async with seated(bench, MIDDLE) as seat:
        await seat.press("t", "end", "X")
    assert not bench.cycles.find(uid).away


async def test_the_board_and_a_card_go_out_as_markdown(bench: BoardBench, tmp_path: Path) -> None:
    bench.board.justify("two records", *bench.board.moves(bench.board.advance(only(bench))))
    bench.board.set_owners(["ada"], only(bench))
    for key, name in (("m", "group.md"), ("x", "public.md"), ("c", "card.md")):
        async with seated(bench) as seat:
            await seat.press("o", key)
            field = seat.app.focused
            assert field is not None
            field.value = ""  # type: ignore[attr-defined]
            await seat.type(str(tmp_path / name), "enter")
    group, public, card = (
        (tmp_path / name).read_text() for name in ("group.md", "public.md", "card.md")
    )
    assert "Ada Fernhollow" in group
    assert "two records" in group
    assert "Ada" not in public
    assert "two records" not in public
    assert "officer, Harbour" in public
    assert "two records" in card
