"""The groups at a glance: how many cards stand in which stage, and which whys are owed."""

from collections import Counter
from collections.abc import Callable, Sequence

from msgspec import Struct

from cartui.model.cycles import Card, Move, Stage, Status
from cartui.model.people import Group
from cartui.model.rooms import Room
from cartui.services.cycles import Cycles
from cartui.services.trail import is_owed
from cartui.store.workspace import Workspace

IN_CYCLE = frozenset({Status.LIVE.value, Status.PAUSED.value})


class StageCount(Struct, frozen=True):
    """A stage, its sign (the fewest letters that tell it from the others), and how many cards."""

    name: str
    sign: str
    count: int


class GroupLine(Struct, frozen=True, kw_only=True):
    """One group. `ended` cards have left the cycle; `owed` are whys."""

    uid: str
    name: str
    kind: str
    cycle: str
    stages: tuple[StageCount, ...]
    ended: int
    owed: int

    @property
    def cards(self) -> int:
        """How many cards are in the cycle."""
        return sum(stage.count for stage in self.stages)


class OwedWhy(Struct, frozen=True, kw_only=True):
    """A move whose why is owed. `uid` is the move's; `at` is when, ISO."""

    uid: str
    group: str
    card: str
    title: str
    went: str
    at: str


class Glance:
    """What Home shows of the groups; it reads, and changes nothing."""

    def __init__(self, workspace: Workspace, room: Callable[[], Room]) -> None:
        self._ws = workspace
        self._cycles = Cycles(workspace, room)

    def groups(self) -> list[GroupLine]:
        """Return a line for each group that is not put away, in order."""
        kept = [group for group in self._ws.table(Group).values() if not group.away]
        kept.sort(key=lambda group: (group.order, group.uid))
        return [self._line(group) for group in kept]

    def _line(self, group: Group) -> GroupLine:
        cycle = self._cycles.find(group.cycle)
        cards = [card for card in self._cards(group).values() if not card.away]
        counts = Counter(card.stage for card in cards if card.status in IN_CYCLE)
        first = cycle.stages[0].id if cycle.stages else ""
        for strange in set(counts) - {stage.id for stage in cycle.stages}:
            counts[first] += counts.pop(strange)
        return GroupLine(
            uid=group.uid,
            name=group.name,
            kind=group.kind,
            cycle=cycle.name,
            stages=tuple(
                StageCount(stage.short or stage.name, sign, counts[stage.id])
                for stage, sign in zip(cycle.stages, signs(cycle.stages), strict=True)
            ),
            ended=sum(card.status not in IN_CYCLE for card in cards),
            owed=len(self._owed(group)),
        )

    def owed(self) -> list[OwedWhy]:
        """Return the whys that are owed in all groups, oldest first."""
        found = []
        for group in self._ws.table(Group).values():
            if not group.away:
                cards = self._cards(group)
                found += [_why(move, cards[move.card], group) for move in self._owed(group)]
        return sorted(found, key=lambda why: (why.at, why.title))

    def _owed(self, group: Group) -> list[Move]:
        cards = self._cards(group)
        moves = self._ws.table(Move, group=group.uid).values()
        return [
            move
            for move in moves
            if is_owed(move) and move.card in cards and not cards[move.card].away
        ]

    def _cards(self, group: Group) -> dict[str, Card]:
        return dict(self._ws.table(Card, group=group.uid))


def _why(move: Move, card: Card, group: Group) -> OwedWhy:
    return OwedWhy(
        uid=move.uid,
        group=group.uid,
        card=card.uid,
        title=card.title,
        went=f"{move.from_name} to {move.to_name or move.status}",
        at=move.at,
    )


def signs(stages: Sequence[Stage]) -> list[str]:
    """Return for each stage the fewest letters of its short name that tell it from the others."""
    names = [(stage.short or stage.name) for stage in stages]
    found = []
    for name in names:
        length = 1
        alike = [other for other in names if other is not name]
        while length < min(4, len(name)) and any(
            other[:length].lower() == name[:length].lower() for other in alike
        ):
            length += 1
        found.append(name[:length])
    return found
