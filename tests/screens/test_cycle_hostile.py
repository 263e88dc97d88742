"""Texts that attack a terminal, in every field of every screen of the cycle: shown, never obeyed.

They are written past everything that cleans, as a damaged or a hand-made file would bring them.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cartui.model.cycles import Answer, CycleTemplate, Dilemma, Move, Stage, Status
from cartui.model.notes import Note
from cartui.model.people import Group, Membership, Person
from cartui.model.rooms import Room
from cartui.model.text import ALIVE
from cartui.services.cycles import Cycles
from cartui.services.designs import design
from cartui.store.identity import Identity
from screens.cycle.card_page import CardPage
from screens.cycle.design_form import DesignForm
from screens.cycle.mapping_page import MappingPage
from screens.cycle.public_page import PublicCardPage
from screens.cycle.template_editor import TemplateEditor
from screens.parts.long_text import LongText
from tests.hostile import HOSTILE, MARKUP
from tests.screens.cycle_hall import MIDDLE, SMALL, Seat, seated
from tests.services.board_bench import BoardBench

TEXTS = list(HOSTILE.values())
WITH_WORDS = ("e", "d", "l", "i", "x")
OTHERS = ("w", "m", "f2", "a")


@pytest.fixture
def bench(workspace_folder: Path, identity: Identity) -> Iterator[BoardBench]:
    """Twenty cards, each with one of the texts in all its fields, live and ended."""
    bench = BoardBench(workspace_folder, identity)
    for n, text in enumerate(TEXTS):
        person = Person(uid=f"p{n}", name=text, agency=text, job_role=text)
        cycle = CycleTemplate(
            uid=f"t{n}", name=text, help=text, origin=text, centre_rule=text,
            stages=tuple(_stage(i, n) for i in range(4)),
        )  # fmt: skip
        card = bench.write(f"card {n}")
        note = Note(uid=f"n{n}", about=card.uid, text=text, by=text, at=bench.ws.now())
        draft = bench.ws.draft("test.attack", about=(text,))
        member = Membership(uid=f"m{n}", person=person.uid, group="north", why_joined=text)
        for record in (person, member, cycle):
            draft.create(record)
        bench.ws.commit(draft, room=Room.MEMBERS)
        draft = bench.ws.draft("test.attack", about=(text,), group="north")
        draft.create(note)
        draft.set(
            card, title=text, kind=text, owners=(f"p{n}",), area=text, scope_check=text,
            next_step=text, next_owner=f"p{n}", next_due=text, learning=text, housed_at=text,
            stop_reason=text, status=(Status.LIVE, Status.STOPPED)[n % 2].value,
        )  # fmt: skip
        draft.create(Move(
            uid=f"v{n}", card=card.uid, at=bench.ws.now(), from_name=text, to_name=text,
            justification=text, agreed_with=text,
        ))  # fmt: skip
        draft.create(Dilemma(uid=f"d{n}", card=card.uid, kind=text, text=text, handling=text))
        for section in design().sections:
            for field in section.fields:
                uid = f"{card.uid}.{field.id}"
                draft.create(Answer(uid=uid, card=card.uid, field=field.id, text=text))
        bench.ws.commit(draft, room=Room.MEMBERS)
    yield bench
    bench.ws.close()


def _stage(place: int, shift: int) -> Stage:
    one, two, three = (TEXTS[(place + shift + step) % len(TEXTS)] for step in (0, 7, 13))
    return Stage(id=f"s{place}", name=one, short=two, help=three, exit_prompt=one)


async def look(seat: Seat) -> str:
    """Return what stands on the terminal. Nothing in it may be alive."""
    await seat.pilot.pause()
    seen = seat.seen()
    assert ALIVE.findall(seen.replace("\n", "")) == []
    assert seat.app.is_running
    return seen


async def looked_through(seat: Seat) -> str:
    """Return the first and the last window of a page, and leave it."""
    seen = await look(seat)
    await seat.pilot.press("end")
    seen += await look(seat)
    await seat.pilot.press("escape")
    return seen


@pytest.mark.parametrize("size", [SMALL, MIDDLE])
async def test_cards_their_pages_and_designs(bench: BoardBench, size: tuple[int, int]) -> None:
    uids = [card.uid for card in bench.board.cards()]
    async with seated(bench, size) as seat:
        for text, uid in zip(TEXTS, uids, strict=True):
            for page in (CardPage, DesignForm):
                seat.screen.open_page(page(seat.screen.services, uid))
                seen = await looked_through(seat)
                assert text in seen or text not in MARKUP.values()
        for _ in range(4):
            await look(seat)
            await seat.press("v")
        await seat.press("F", "enter")
        for text, uid in zip(TEXTS, uids, strict=True):
            seat.screen.open_page(PublicCardPage(seat.screen.services, uid))
            seen = await looked_through(seat)
            assert text in seen or text not in MARKUP.values()
        for _ in range(3):
            await look(seat)
            await seat.press("v")


async def test_what_pops_up_over_a_card(bench: BoardBench) -> None:
    uids = [card.uid for card in bench.board.cards()]
    async with seated(bench) as seat:
        for n, uid in enumerate(uids):
            seat.screen.open_page(CardPage(seat.screen.services, uid))
            await seat.pilot.pause()
            for key in (*WITH_WORDS, OTHERS[n % len(OTHERS)]):
                await seat.pilot.press(key)
                await look(seat)
                await seat.pilot.press("escape")
            await seat.pilot.press("greater_than_sign")
            await look(seat)
            await seat.app.push_screen(LongText(TEXTS[n], TEXTS[n], TEXTS[n], bool))
            await look(seat)
            await seat.pilot.press("escape", "escape")
        await seat.press("w")
        await looked_through(seat)
        await seat.press("x", "r")
        await looked_through(seat)


@pytest.mark.parametrize("size", [SMALL, MIDDLE])
async def test_cycles_their_stages_and_boards(bench: BoardBench, size: tuple[int, int]) -> None:
    cycles = [one.uid for one in bench.cycles.all() if bench.cycles.is_own(one.uid)]
    assert len(cycles) == len(TEXTS)
    async with seated(bench, size) as seat:
        await seat.press("t", "end")
        for _ in cycles:
            await look(seat)
            await seat.pilot.press("up")
        await seat.press("escape")
        for uid in cycles:
            text = Cycles(bench.ws, lambda: Room.MEMBERS).find(uid).name
            for page in (
                TemplateEditor(seat.screen.services, uid),
                MappingPage(seat.screen.services, uid, lambda change: None),
            ):
                seat.screen.open_page(page)
                seen = await looked_through(seat)
                assert text in seen or text not in MARKUP.values()


@pytest.mark.parametrize("shift", range(0, 20, 4))
async def test_a_board_with_such_stages(bench: BoardBench, shift: int) -> None:
    group = bench.ws.get(Group, "north")
    assert group is not None
    draft = bench.ws.draft("test.attack")
    draft.set(group, cycle=f"t{shift}", name=TEXTS[shift])
    bench.ws.commit(draft, room=Room.MEMBERS)
    async with seated(bench) as seat:
        for size in (SMALL, MIDDLE):
            await seat.pilot.resize_terminal(*size)
            for key in ("h", "escape", "m", "escape", "right", "greater_than_sign", "u", "o"):
                await seat.pilot.press(key)
                await look(seat)
            await seat.press("escape", "left")


async def test_what_is_written_here_is_cleaned(bench: BoardBench) -> None:
    stages = [_stage(place, 0) for place in range(4)]
    made = bench.cycles.make_own(TEXTS[0], stages).about[0]
    bench.cycles.edit(made, name=TEXTS[1], about=TEXTS[2], stages=stages, cyclic=True)
    mine = bench.cycles.find(made)
    words = [mine.name, mine.help]
    words += [word for one in mine.stages for word in (one.name, one.short, one.help)]
    assert all(ALIVE.search(word) is None for word in words)
