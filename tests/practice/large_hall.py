"""A fresh copy of the large programme, with all that its groups have on their walls."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from functools import cached_property
from pathlib import Path

from cartui.backstage.kinds import BACK
from cartui.model.cycles import Card
from cartui.model.drafts import Comment, Draft
from cartui.model.kinds import OPEN
from cartui.model.people import Group, Membership, Person
from cartui.model.rooms import Room
from cartui.practice import fresh_copy
from cartui.practice.large_story import large_story
from cartui.services.board import Board
from cartui.services.drafts import Drafts
from cartui.services.feedback import Feedback
from cartui.services.ground_rules import GroundRules
from cartui.services.remarks import Remark
from cartui.store.identity import Identity
from cartui.store.workspace import Workspace

TOLD_ON = date.fromisoformat(large_story().told_on)


class Large:
    """The programme in a folder, on FRONT members."""

    def __init__(self, folder: Path, identity: Identity) -> None:
        self.folder = folder
        self.ws = Workspace.open(folder, open_kinds=OPEN, identity=identity)

    @cached_property
    def groups(self) -> dict[str, Group]:
        """The groups by name, in order."""
        found = sorted(self.ws.table(Group).values(), key=lambda group: group.order)
        return {group.name: group for group in found}

    @property
    def people(self) -> Iterable[Person]:
        """Everybody."""
        return self.ws.table(Person).values()

    def members(self, group: str) -> list[Membership]:
        """Whoever was ever in a group."""
        uid = self.groups[group].uid
        return [held for held in self.ws.table(Membership).values() if held.group == uid]

    def board(self, group: str) -> Board:
        return Board(self.ws, lambda: Room.MEMBERS, self.groups[group].uid)

    def rules(self, group: str) -> GroundRules:
        return GroundRules(self.ws, lambda: Room.MEMBERS, self.groups[group].uid)

    def drafts(self, group: str) -> Drafts:
        return Drafts(self.ws, lambda: Room.MEMBERS, self.groups[group].uid)

    def feedback(self, group: str) -> Feedback:
        return Feedback(self.ws, lambda: Room.MEMBERS, self.groups[group].uid)

    def card(self, title: str) -> tuple[Board, Card]:
        """Return a card with its board."""
        for group in self.groups:
            for card in self.board(group).cards():
                if card.title == title:
                    return self.board(group), card
        raise LookupError(title)

    def all_drafts(self) -> Iterator[tuple[str, Draft]]:
        """Yield every draft with its group's name."""
        for group in self.groups:
            for draft in self.drafts(group).drafts():
                yield group, draft

    def remarks(self, group: str, draft: Draft) -> list[Remark]:
        """What was said of a draft, as it stands in the newest version."""
        newest = self.drafts(group).newest(draft)
        assert newest is not None
        return self.feedback(group).remarks(draft, newest)

    def comments(self) -> list[Comment]:
        """Every comment there is."""
        return [
            each for uid in self.ws.group_uids() for each in self.ws.table(Comment, uid).values()
        ]

    def back(self) -> "Large":
        """Open the back stage."""
        self.ws.open_back(BACK)
        return self


@contextmanager
def large_copy(folder: Path, identity: Identity, today: date = TOLD_ON) -> Iterator[Large]:
    """Make a copy as it is on a day, and leave it afterwards."""
    large = Large(fresh_copy("large", folder, today=today), identity)
    try:
        yield large
    finally:
        large.ws.close()


def morning(day: date) -> datetime:
    """Return ten o'clock on a day, as the still clock of the tests counts it."""
    return datetime.fromisoformat(f"{day}T10:00:00+00:00")
