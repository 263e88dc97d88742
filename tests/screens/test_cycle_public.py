"""FRONT public: the board is read only, and nothing of the group's own can be reached."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cartui.model.people import Person
from cartui.model.rooms import Room
from cartui.model.views import PublicBoard, PublicCard, PublicStage
from cartui.store.identity import Identity
from tests.screens.cycle_hall import MIDDLE, SMALL, Seat, seated
from tests.services.board_bench import BoardBench

MARK = "Zwiebelturm"
EVERY_KEY = (
    *"nweldxXmtsJKaDoUuiycr", "greater_than_sign", "less_than_sign", "space", "enter", "escape",
    "v", "v", "v", "h", "escape", "f2", "escape", "colon", "escape", "slash", "escape", "escape",
)  # fmt: skip


@pytest.fixture
def bench(workspace_folder: Path, identity: Identity) -> Iterator[BoardBench]:
    bench = BoardBench(workspace_folder, identity)
    board = bench.board
    for title, stage in (("Falls log", "topic"), ("Night visits", "storage")):
        card = bench.write(title, stage)
        board.set_owners(["ada"], card)
        board.set_next_step(card, f"{MARK} step", "ada", "2026-04-01")
        board.describe(card, scope_check=f"{MARK} scope", area="North Quay")
        board.justify(f"{MARK} why", *board.moves(board.advance(card)), agreed_with=MARK)
        board.advance(card)
        board.designs.answer(card, "topic", f"{MARK} answer")
        board.dilemmas.add(card, "anonymity", f"{MARK} dilemma", MARK)
    person = bench.ws.get(Person, "ada")
    assert person is not None
    draft = bench.ws.draft("rename")
    draft.set(person, name=f"{MARK} Ada")
    bench.ws.commit(draft, room=Room.MEMBERS)
    yield bench
    bench.ws.close()


async def go_public(seat: Seat) -> None:
    await seat.press("F", "enter")
    assert "FRONT public" in seat.seen()


@pytest.mark.parametrize("size", [SMALL, MIDDLE])
async def test_no_key_shows_or_changes_what_is_the_groups_own(
    bench: BoardBench, size: tuple[int, int]
) -> None:
    before = bench.state()
    async with seated(bench, size) as seat:
        await seat.press("right", "right")
        assert MARK in seat.seen()
        await go_public(seat)
        for key in EVERY_KEY:
            assert MARK not in seat.seen() + str(seat.app.title) + str(seat.app.sub_title), key
            assert "owed" not in seat.seen(), key
            await seat.press(key)
        await seat.press("escape", "escape")
        assert "FRONT public" in seat.seen()
    assert bench.state() == before


async def test_outsiders_read_role_and_agency_and_the_card(bench: BoardBench) -> None:
    async with seated(bench, MIDDLE) as seat:
        await go_public(seat)
        await seat.press("right", "right")
        assert "officer, Harbour" in seat.seen()
        await seat.press("enter")
        assert "North Quay" in seat.seen()
        assert "Next step" not in seat.seen()


async def test_a_person_who_agreed_is_named(bench: BoardBench) -> None:
    person = bench.ws.get(Person, "ada")
    assert person is not None
    draft = bench.ws.draft("agree")
    draft.set(person, name="Ada Fernhollow", may_be_named=True)
    bench.ws.commit(draft, room=Room.MEMBERS)
    assert {card.owners for card in bench.board.public().cards} == {("Ada Fernhollow",)}


def test_the_public_types_have_front_stage_fields_only() -> None:
    groups_own = {"next_step", "next_owner", "next_due", "scope_check", "justification", "owed"}
    for view in (PublicBoard, PublicCard, PublicStage):
        assert not groups_own & set(view.__struct_fields__)


async def test_a_cards_page_is_left_when_outsiders_come(bench: BoardBench) -> None:
    async with seated(bench, MIDDLE) as seat:
        await seat.press("right", "right", "enter")
        assert "Why it moved" in seat.seen()
        await go_public(seat)
        assert "Why it moved" not in seat.seen()
        assert MARK not in seat.seen()
