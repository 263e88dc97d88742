"""A group with ground rules on the disk, closed and opened anew whenever a test asks."""

from pathlib import Path
from typing import Any

from cartui.model.kinds import OPEN
from cartui.model.people import Group, Membership, Person
from cartui.model.records import Record, plain
from cartui.model.rooms import Room
from cartui.model.rules import Adoption, Rule, RulesVersion, RuleUse, Wording
from cartui.services.ground_rules import GroundRules
from cartui.services.ground_rules_lines import RuleLine
from cartui.services.house_words import house_wording
from cartui.store.events import Change
from cartui.store.identity import Identity
from cartui.store.workspace import Workspace

GROUPED: tuple[type[Record], ...] = (Rule, Wording, Adoption, RulesVersion, RuleUse)


class RulesBench:
    """One group, North: three members, one who left, and a facilitator."""

    def __init__(self, folder: Path, identity: Identity) -> None:
        self.folder, self.identity = folder, identity
        self._open()
        draft = self.ws.draft("start")
        draft.create(Group(uid="north", name="North", cycle="CS5"))
        self.ws.commit(draft, room=Room.MEMBERS)
        for place, name in enumerate(("Ada", "Ben", "Carys"), start=1):
            self.join(name, order=float(place))
        self.join("Dev", order=4.0, left="2026-01-31")
        self.join("Rowan", order=0.0, role="facilitator")

    def join(self, name: str, *, order: float = 9.0, **membership: Any) -> str:
        """Let somebody join the group; return the uid, which is the name in small letters."""
        uid = name.lower()
        draft = self.ws.draft("join")
        draft.create(Person(uid=uid, name=name, order=order))
        membership.setdefault("joined", self.ws.today())
        draft.create(Membership(uid=f"m-{uid}", person=uid, group="north", **membership))
        self.ws.commit(draft, room=Room.MEMBERS)
        return uid

    def _open(self) -> None:
        self.ws = Workspace.open(self.folder, open_kinds=OPEN, identity=self.identity)
        self.rules = GroundRules(self.ws, lambda: Room.MEMBERS, "north")

    def again(self) -> GroundRules:
        """Close the workspace, open it from the disk, and return its rules."""
        self.ws.close()
        self._open()
        return self.rules

    def propose(self, text: str) -> Rule:
        """Propose a rule and return it."""
        uid = self.rules.propose(text).about[1]
        return next(line.rule for line in self.rules.rules() if line.uid == uid)

    def line(self, place: int = 0) -> RuleLine:
        """Return a rule as it stands, by its place in the group's order."""
        return self.rules.rules()[place]

    def texts(self) -> list[str]:
        """Return the words of all rules in order."""
        return [line.text for line in self.rules.rules()]

    def says(self, change: Change) -> str:
        """Return what a change did, in words."""
        return house_wording().sentence(change, self.ws)

    def state(self) -> dict[str, Any]:
        """Return every visible record of the rules by kind and uid, as plain values."""
        return {
            kind.__name__: {uid: plain(one) for uid, one in self.ws.table(kind, "north").items()}
            for kind in GROUPED
        }
