"""One ground rule as it is shown: its wordings, who is asked, who stands where, what it carried."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from cartui.model.rules import Adoption, Position, Rule, Wording

WITH_OBJECTION = "with an objection"
"""What is said of a rule that holds although somebody objects; nobody is named by it."""


class Member(Struct, frozen=True, kw_only=True):
    """Somebody who is asked where they stand: here now, and not facilitating."""

    uid: str
    name: str
    joined: str = ""


class Carried(Struct, frozen=True, kw_only=True):
    """How often a rule was called upon: in this wording, ever; `last` is the ISO date of the last.

    Nobody is named and no hour is kept.
    """

    now: int = 0
    ever: int = 0
    last: str = ""


def objected(lines: Sequence["RuleLine"]) -> str:
    """Return how many of these rules hold over an objection, in words; "" for none."""
    many = sum(line.has_objection for line in lines)
    return f"{many} {WITH_OBJECTION}" if many else ""


class RuleLine(Struct, frozen=True, kw_only=True):
    """One rule with all that is shown of it. `wordings` go from the first to the current one.

    `number` counts from 1 in the group's order; `holds` is the newest wording that somebody
    stands behind, None for a rule that is only proposed. `taken` are the positions on the current
    wording by person, of those who are `asked`.
    """

    rule: Rule
    number: int
    wordings: tuple[Wording, ...]
    holds: Wording | None
    taken: Mapping[str, Adoption]
    asked: Sequence[Member]
    carried: Carried

    @property
    def uid(self) -> str:
        """The rule's uid."""
        return self.rule.uid

    @property
    def wording(self) -> Wording:
        """The words as they are put now."""
        return self.wordings[-1]

    @property
    def text(self) -> str:
        """The words themselves."""
        return self.wording.text

    @property
    def not_yet(self) -> list[Member]:
        """Who has taken no position on these words yet, newcomers among them."""
        return [member for member in self.asked if member.uid not in self.taken]

    @property
    def is_proposed(self) -> bool:
        """Whether nobody stands behind these very words yet."""
        return self.holds is None or self.holds.uid != self.wording.uid

    @property
    def has_objection(self) -> bool:
        """Whether these very words hold although somebody who is asked objects to them."""
        return not self.is_proposed and bool(self.standing(Position.OBJECT))

    def standing(self, position: Position) -> list[Member]:
        """Return who has taken a position on these words."""
        held = {uid for uid, taken in self.taken.items() if taken.position == position}
        return [member for member in self.asked if member.uid in held]
