"""Property: whatever is done on a board, undo-all gives it back, redo-all does it again."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cartui.model.cycles import Card
from cartui.model.problems import CartuiProblem
from cartui.model.rooms import Room
from cartui.services.cycles import shipped
from cartui.services.designs import design
from cartui.store.identity import Identity
from tests.services.board_bench import BoardBench

Act = Callable[[BoardBench, list[Card], int], object]
FIELDS = [field.id for section in design().sections for field in section.fields]


def _change_cycle(bench: BoardBench, _cards: list[Card], n: int) -> object:
    new = list(shipped().values())[n % len(shipped())]
    return bench.board.change_template(new, bench.board.propose_mapping(new))


def _settle(bench: BoardBench, cards: list[Card], n: int) -> object:
    dilemmas = bench.board.dilemmas
    return [dilemmas.set_state(one, f"state {n}") for one in dilemmas.of(cards[0])]


def _own_cycle(bench: BoardBench, _cards: list[Card], n: int) -> object:
    return bench.cycles.make_own(f"Own {n}", bench.board.stages(), copy_of="CS5")


def _own(bench: BoardBench, *, away: bool = False) -> list[str]:
    return [one.uid for one in bench.cycles.all(away=away) if bench.cycles.is_own(one.uid)]


def _edit_cycle(bench: BoardBench, _cards: list[Card], n: int) -> object:
    uid = _own(bench)[n % 2]
    now = bench.cycles.find(uid)
    stages = now.stages[::-1] if n % 3 else now.stages[:-1]
    return bench.cycles.edit(uid, name=f"Way {n}", about="", stages=stages, cyclic=bool(n % 5))


def _work_in_own(bench: BoardBench, _cards: list[Card], n: int) -> object:
    new = bench.cycles.find(_own(bench)[0])
    return bench.board.change_template(new, bench.board.propose_mapping(new))


def _dilemma(bench: BoardBench, cards: list[Card], n: int) -> object:
    return bench.board.dilemmas.add(cards[0], "anonymity", f"text {n}")


def _edit_dilemma(bench: BoardBench, cards: list[Card], n: int) -> object:
    one = bench.board.dilemmas.of(cards[0])[0]
    return bench.board.dilemmas.edit(one, kind="consent", text=f"text {n}", handling=f"so {n}")


ACTS: list[Act] = [
    lambda bench, cards, n: bench.board.new_card(f"Card {n}", bench.board.stages()[n % 3].id),
    lambda bench, cards, n: bench.board.advance(*cards),
    lambda bench, cards, n: bench.board.send_back(*cards),
    lambda bench, cards, n: bench.board.move_to(bench.board.stages()[n % 3].id, *cards),
    lambda bench, cards, n: bench.board.reorder(1 if n % 2 else -1, *cards),
    lambda bench, cards, n: bench.board.justify(f"because {n}", *bench.board.owed()[:2]),
    lambda bench, cards, n: bench.board.waive(*bench.board.owed(cards[0])),
    lambda bench, cards, n: bench.board.retitle(cards[0], f"Title {n}"),
    lambda bench, cards, n: bench.board.set_owners(["ada", "ben"][: n % 3], *cards),
    lambda bench, cards, n: bench.board.set_next_step(cards[0], f"step {n}", "ada", "2026-04-01"),
    lambda bench, cards, n: bench.board.describe(cards[0], area=f"area {n}"),
    lambda bench, cards, n: bench.board.put_away(*cards),
    lambda bench, cards, n: bench.board.bring_back(*bench.board.cards(away=True)),
    lambda bench, cards, n: bench.board.pause(*cards),
    lambda bench, cards, n: bench.board.resume(*cards),
    lambda bench, cards, n: bench.board.stop("no time", *cards),
    lambda bench, cards, n: bench.board.redirect(cards[0], title=f"Heir {n}"),
    lambda bench, cards, n: bench.board.redirect(cards[0], to=cards[-1]),
    lambda bench, cards, n: bench.board.publish(*cards, housed_at="site"),
    lambda bench, cards, n: bench.board.hold_locally(*cards),
    lambda bench, cards, n: bench.board.complete(*cards, learning=f"learned {n}"),
    lambda bench, cards, n: bench.board.designs.answer(cards[0], FIELDS[n % 15], f"said {n}"),
    lambda bench, cards, n: bench.board.designs.answer(cards[0], FIELDS[n % 15], ""),
    _dilemma,
    lambda bench, cards, n: bench.board.dilemmas.put_away(bench.board.dilemmas.of(cards[0])[0]),
    lambda bench, cards, n: bench.board.dilemmas.bring_back(
        bench.board.dilemmas.of(cards[0], away=True)[0]
    ),
    _edit_dilemma,
    _settle,
    _change_cycle,
    _own_cycle,
    _edit_cycle,
    _work_in_own,
    lambda bench, cards, n: bench.cycles.put_away(_own(bench)[0]),
    lambda bench, cards, n: bench.cycles.bring_back(_own(bench, away=True)[0]),
]
FIRST = [(ACTS[0], 1, 1), (ACTS[0], 2, 1), (_own_cycle, 1, 1), (_dilemma, 1, 1)]
STEP = st.tuples(st.sampled_from(ACTS), st.integers(0, 40), st.integers(1, 3))


def _identity() -> Identity:
    return Identity(device="d0d0d0d0", clock=lambda: datetime(2026, 3, 2, tzinfo=UTC))


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(STEP, min_size=10, max_size=60))
def test_undo_all_and_redo_all_give_equal_boards(steps: list[tuple[Act, int, int]]) -> None:
    with TemporaryDirectory() as folder:
        bench = BoardBench(Path(folder) / "ws", _identity())
        states = [bench.state()]
        for act, n, many in [*FIRST, *steps]:
            cards = bench.board.cards()
            start = n % len(cards) if cards else 0
            try:
                act(bench, cards[start : start + many], n)
            except (CartuiProblem, IndexError):
                continue
            if bench.state() != states[-1]:
                states.append(bench.state())
        bench.again()
        assert bench.state() == states[-1]
        while bench.state() != states[0]:
            bench.ws.undo(Room.MEMBERS)
        bench.again()
        assert bench.state() == states[0]
        while bench.ws.next_redo(Room.MEMBERS) is not None:
            bench.ws.redo(Room.MEMBERS)
        bench.again()
        assert bench.state() == states[-1]
        bench.ws.close()
