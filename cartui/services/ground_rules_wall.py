"""A group's ground rules as they are read: wordings, positions, who is not there yet."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from cartui.model.people import Membership, Person
from cartui.model.problems import NotFoundHere
from cartui.model.rules import Adoption, Position, Rule, RuleUse, Wording
from cartui.services.ground_rules_lines import Carried, Member, RuleLine
from cartui.services.group_service import GroupService, NothingChosen
from cartui.services.people_lines import names_apart
from cartui.services.roles import is_facilitating
from cartui.store.draft import Draft

BEHIND = frozenset({Position.AGREE.value, Position.LIVE_WITH.value})
"""The positions of people who stand behind a wording."""
BOWL = "gathering"
"""The folder in a workspace in which lines are gathered unseen."""


class OwedReason(Struct, frozen=True, kw_only=True):
    """A position whose reason is owed: whose, on which rule."""

    line: RuleLine
    adoption: Adoption
    name: str


class RulesWall(GroupService):
    """The rules of one group, read. Every reading is one pass over the group's tables."""

    def rules(self, *, away: bool = False) -> list[RuleLine]:
        """Return the rules in the group's order; with `away` those that were retired."""
        if not (rules := self._in_order(away=away)):
            return []  # without rules nobody is asked: who belongs to the group is not read
        wordings, taken = self._wordings(), self._positions()
        uses, asked = self._uses(), self.asked()
        here = {member.uid for member in asked}
        found: list[RuleLine] = []
        for rule in rules:
            own = wordings.get(rule.uid)
            if not own:
                continue
            line = RuleLine(
                rule=rule,
                number=len(found) + 1,
                wordings=tuple(own),
                holds=_holding(own, taken),
                taken={uid: one for uid, one in taken[own[-1].uid].items() if uid in here},
                asked=asked,
                carried=_carried(uses[rule.uid], own[-1]),
            )
            found.append(line)
        return found

    def line(self, rule: Rule) -> RuleLine:
        """Return one rule as it stands now. Raises NotFoundHere."""
        for away in (False, True):
            for line in self.rules(away=away):
                if line.uid == rule.uid:
                    return line
        raise NotFoundHere("That rule is no longer here. Nothing was changed.")

    def shown(self) -> tuple[str, ...]:
        """Return the words that hold, in order: of a rule being reworded, those adopted last."""
        return tuple(line.holds.text for line in self.rules() if line.holds is not None)

    def asked(self) -> list[Member]:
        """Return who is asked where they stand, in the roster's order."""
        people, today = self._ws.table(Person), self._ws.today()
        names = self._ws.made_of(Person, names_apart)
        held: dict[str, list[Membership]] = defaultdict(list)
        for each in self._ws.naming(Membership, self.group_uid):
            left = each.left and each.left <= today
            if each.group == self.group_uid and not each.away and not left:
                held[each.person].append(each)
        here = [people[uid] for uid in held if uid in people and not people[uid].away]
        return [
            Member(
                uid=person.uid,
                name=names.get(person.uid, person.name),
                joined=min((each.joined for each in held[person.uid] if each.joined), default=""),
            )
            for person in sorted(here, key=lambda one: (one.order, one.name, one.uid))
            if not any(is_facilitating(each.role) for each in held[person.uid])
        ]

    def not_yet(self, rule: Rule) -> list[Member]:
        """Return who has taken no position on a rule's current words."""
        return self.line(rule).not_yet

    def waiting(self, lines: Sequence[RuleLine] | None = None) -> list[Member]:
        """Return who has taken no position yet on at least one rule that holds.

        `lines` are the rules, if they were read just now.
        """
        here = self.rules() if lines is None else lines
        asked = here[0].asked if here else ()
        late = {member.uid for line in here if not line.is_proposed for member in line.not_yet}
        return [member for member in asked if member.uid in late]

    def owed(self, lines: Sequence[RuleLine] | None = None) -> list[OwedReason]:
        """Return the positions on current words that ask for a reason and have none yet.

        `lines` are the rules, if they were read just now.
        """
        return [
            OwedReason(line=line, adoption=taken, name=member.name)
            for line in (self.rules() if lines is None else lines)
            for member in line.asked
            if (taken := line.taken.get(member.uid)) is not None and owes(taken)
        ]

    def due(self) -> list[Rule]:
        """Return the rules whose review is due today or was due before."""
        today = self.today()
        return [rule for rule in self._in_order() if rule.review_due and rule.review_due <= today]

    @property
    def has_bowl(self) -> bool:
        """Whether lines were ever gathered unseen in this workspace; perhaps some wait."""
        return (self._ws.folder / BOWL).is_dir()

    def carried(self, rule: Rule) -> Carried:
        """Return how often a rule was called upon."""
        return self.line(rule).carried

    def today(self) -> str:
        """Return today's date, ISO 8601."""
        return self._ws.today()

    # --- what the verbs build on

    def _in_order(self, *, away: bool = False) -> list[Rule]:
        table = self._ws.table(Rule, group=self.group_uid)
        return sorted((r for r in table.values() if r.away == away), key=lambda r: (r.order, r.uid))

    def _wordings(self) -> dict[str, list[Wording]]:
        found: dict[str, list[Wording]] = defaultdict(list)
        for each in self._ws.table(Wording, group=self.group_uid).values():
            found[each.rule].append(each)
        for own in found.values():
            own.sort(key=lambda each: (each.number, each.at, each.uid))
        return found

    def _positions(self) -> dict[str, dict[str, Adoption]]:
        """Return every position taken, by wording and person, of people who have left too."""
        found: dict[str, dict[str, Adoption]] = defaultdict(dict)
        for each in self._ws.table(Adoption, group=self.group_uid).values():
            if each.position:
                found[each.wording][each.person] = each
        return found

    def _uses(self) -> dict[str, list[RuleUse]]:
        found: dict[str, list[RuleUse]] = defaultdict(list)
        for each in self._ws.table(RuleUse, group=self.group_uid).values():
            found[each.rule].append(each)
        return found

    def _now_of(self, rules: Iterable[Rule]) -> list[Rule]:
        """Return rules as they stand now, each once. Raises NotFoundHere."""
        table = self._ws.table(Rule, group=self.group_uid)
        uids = list(dict.fromkeys(rule.uid for rule in rules))
        if any(uid not in table for uid in uids):
            raise NotFoundHere("That rule is no longer here. Nothing was changed.")
        return [table[uid] for uid in uids]

    def _draft_of(self, verb: str, rules: Sequence[Rule], *words: str) -> Draft:
        """Begin a change about rules. Its sentence gets the words of one, or how many there are."""
        if not rules:
            raise NothingChosen("No rule is highlighted. Press n to write the first one.")
        uids = [rule.uid for rule in rules]
        if len(uids) > 1:
            return self._draft(f"{verb}_many", str(len(uids)), *words, *uids)
        worded = self._wordings().get(uids[0])
        return self._draft(verb, worded[-1].uid if worded else uids[0], *words, *uids)


def owes(adoption: Adoption) -> bool:
    """Whether a position asks for a reason that is not written yet."""
    position = adoption.position
    return bool(position) and Position(position).asks_why and not adoption.reason


def _holding(own: Sequence[Wording], taken: Mapping[str, Mapping[str, Adoption]]) -> Wording | None:
    for wording in reversed(own):
        if any(each.position in BEHIND for each in taken.get(wording.uid, {}).values()):
            return wording
    return None


def _carried(uses: Sequence[RuleUse], wording: Wording) -> Carried:
    now = sum(each.wording == wording.uid for each in uses)
    return Carried(now=now, ever=len(uses), last=max((each.on for each in uses), default=""))
