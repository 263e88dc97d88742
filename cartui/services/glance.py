"""The groups at a glance: how many cards stand in which stage, what waits and what is owed."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from cartui.model.cycles import Card, Move, Stage, Status
from cartui.model.drafts import Draft
from cartui.model.meetings import Meeting, Raised
from cartui.model.people import Group
from cartui.model.rooms import Room
from cartui.model.rules import Rule
from cartui.services.cycles import Cycles
from cartui.services.glance_errands import Errand, Matter, Thing, Where, in_order
from cartui.services.glance_news import News, bundled, where_of
from cartui.services.trail import is_owed
from cartui.store.events import Change
from cartui.store.workspace import Workspace

if TYPE_CHECKING:
    from cartui.services.glance_lookout import Lookout

IN_CYCLE = frozenset({Status.LIVE.value, Status.PAUSED.value})


class StageCount(Struct, frozen=True):
    """A stage, its sign (the fewest letters that tell it from the others), and how many cards."""

    name: str
    sign: str
    count: int


class GroupLine(Struct, frozen=True, kw_only=True):
    """One group. `ended` cards have left the cycle."""

    uid: str
    name: str
    kind: str
    cycle: str
    stages: tuple[StageCount, ...]
    ended: int

    @property
    def cards(self) -> int:
        """How many cards are in the cycle."""
        return sum(stage.count for stage in self.stages)


class Glance:
    """What Home shows of the groups; it reads, and changes nothing."""

    def __init__(self, workspace: Workspace, room: Callable[[], Room]) -> None:
        self._ws, self._room = workspace, room
        self._cycles = Cycles(workspace, room)
        self._lookout: Lookout | None = None

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
        )

    def whys(self) -> list[Errand]:
        """Return the moves whose why is owed, in all groups."""
        found = []
        for group in self._ws.table(Group).values():
            if not group.away:
                cards = self._cards(group)
                found += [_why(move, cards[move.card], group) for move in self._owed(group)]
        return sorted(found, key=in_order)

    def is_all(self) -> bool:
        """Whether whys are all that can be owed: no group has drafts, rules or meetings yet."""
        return not any(
            self._ws.table(kind, group=group.uid)
            for group in self._ws.table(Group).values()
            if not group.away
            for kind in (Draft, Rule, Raised, Meeting)
        )

    def errands(self) -> list[Errand]:
        """Return all that waits and is owed, in all groups, in order.

        The first time this opens drafts and rules: their services are imported here, not before.
        """
        if self.is_all():
            return self.whys()
        from cartui.services.glance_raised import raised_errands  # noqa: PLC0415

        if self._lookout is None:
            from cartui.services.glance_lookout import Lookout  # noqa: PLC0415 - not at the start

            self._lookout = Lookout(self._ws, self._room)
        groups = [group for group in self._ws.table(Group).values() if not group.away]
        raised = [each for group in groups for each in raised_errands(self._ws, group)]
        return sorted([*self.whys(), *self._lookout.errands(groups), *raised], key=in_order)

    def told(self, changes: Sequence[Change]) -> list[News]:
        """Return what is new, newest first, what reads the same in one line."""
        return bundled(changes, self._ws)

    def where(self, change: Change) -> Where | None:
        """Return where the thing stands that was changed; None if there is nothing to open."""
        return where_of(change, self._ws)

    def card_title(self, where: Where) -> str:
        """Return the title of a card; "" for any other thing."""
        card = self._ws.get(Card, where.uid, where.group) if where.thing is Thing.CARD else None
        return card.title if card is not None else ""

    def text_of(self, errand: Errand) -> str:
        """Return the text to copy of what a meeting left; "" if its own words are to be copied."""
        if errand.matter not in (Matter.ACTION, Matter.RECORD):
            return ""
        from cartui.services.glance_copying import text_to_copy  # noqa: PLC0415 - when it is asked
        from cartui.services.meeting_record import MeetingRecord  # noqa: PLC0415

        return text_to_copy(errand, MeetingRecord(self._ws, self._room, errand.where.group))

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


def _why(move: Move, card: Card, group: Group) -> Errand:
    return Errand(
        matter=Matter.WHY,
        where=Where(thing=Thing.CARD, group=group.uid, uid=card.uid, within=move.uid),
        group=group.name,
        name=f"“{card.title}”",
        words=f"{move.from_name} to {move.to_name or move.status}",
        since=move.at,
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
