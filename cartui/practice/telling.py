"""Telling a story into a workspace: each act on its own day, through the services."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from random import Random

from msgspec import Struct

from cartui.model.cycles import Card
from cartui.model.rooms import Room
from cartui.services.board import Board
from cartui.services.ground_rules import GroundRules
from cartui.services.notebook import Notebook
from cartui.services.partnerships import Partnerships
from cartui.services.roster import Roster
from cartui.store.events import Change
from cartui.store.identity import Identity
from cartui.store.workspace import Workspace

# Ten in the morning, UTC, is the same day from Hawaii to New South Wales: `today` is a local date.
_TEN = 10
_STEP = timedelta(minutes=2)


class StoryClock:
    """A clock that stands on the day an act is told, and goes on a little at each act."""

    def __init__(self) -> None:
        self._now = datetime(1970, 1, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        """Return the moment of the act at hand."""
        return self._now

    def go(self, on: str, after: int = 0) -> None:
        """Go on to the next act, which happens on the ISO date `on`, `after` so many minutes."""
        morning = datetime.fromisoformat(on).replace(hour=_TEN, tzinfo=UTC)
        self._now = max(morning, self._now + max(_STEP, timedelta(minutes=after)))


class Telling:
    """A workspace that a story is told into; `uids` says who and what each id of it has become.

    "group" is always the group in which the act at hand is done.
    """

    def __init__(self, workspace: Workspace) -> None:
        self.ws = workspace
        self.room = Room.MEMBERS
        self.uids: dict[str, str] = {}
        self.partnerships = Partnerships(workspace, self.now_in)
        self.roster = Roster(workspace, self.now_in)
        self.notebook = Notebook(workspace, self.now_in)

    def now_in(self) -> Room:
        """Return the stage of the room in which the act at hand is done."""
        return self.room

    def board(self) -> Board:
        """Return the group's board."""
        return Board(self.ws, self.now_in, self.uids["group"])

    def rules(self) -> GroundRules:
        """Return the group's ground rules."""
        return GroundRules(self.ws, self.now_in, self.uids["group"])

    def card(self, id_: str) -> Card:
        """Return a card as it stands now."""
        return self.board().card(self.uids[id_])

    def because(self, why: str, change: Change) -> None:
        """Write why the cards of a change moved; without words that stays owed."""
        board = self.board()
        if why:
            board.justify(why, *board.moves(change))

    def home_of(self, id_: str) -> str:
        """Return the group whose file a note about this thing stands in; "" for the programme's."""
        group = self.uids.get("group", "")
        cards = self.ws.table(Card, group=group)
        return group if self.uids.get(id_) in cards else ""


class Act(Struct, frozen=True, kw_only=True):
    """One thing that was done on the day `on` (ISO), in a stage of the room.

    `group` is the id of the group in which it was done, "" in a story that has but one; `after`
    are the minutes since the act before it, if they are more than a few.
    """

    on: str
    do: Callable[[Telling], object]
    room: Room = Room.MEMBERS
    group: str = ""
    after: int = 0


def tell(acts: Iterable[Act], telling: Telling, clock: StoryClock) -> None:
    """Do every act in the order of time; acts of one day in the order in which they are given."""
    for act in sorted(acts, key=lambda act: act.on):
        clock.go(act.on, act.after)
        telling.room = act.room
        if act.group:
            telling.uids["group"] = telling.uids[act.group]
        act.do(telling)


def storyteller(name: str, facilitator: str, clock: StoryClock) -> Identity:
    """Return an identity that gives the same ids whenever a programme is built anew."""
    dice = Random(name)
    return Identity(
        device=f"{dice.getrandbits(128):032x}",
        actor=facilitator,
        clock=clock,
        new_id=lambda: f"{dice.getrandbits(128):032x}",
        new_mark=lambda: f"{dice.getrandbits(40):010x}",
    )
