"""What is owed on the ground rules of a group: adoptions, reasons, reviews that are due."""

from collections.abc import Iterator, Sequence

from cartui.services.glance_errands import Errand, Matter, Thing, Where
from cartui.services.ground_rules_lines import RuleLine
from cartui.services.ground_rules_wall import RulesWall


class RulesGlance:
    """The ground rules of one group, looked over. It asks the rules themselves."""

    def __init__(self, rules: RulesWall) -> None:
        self._rules = rules

    def errands(self) -> Iterator[Errand]:
        """Yield who has not adopted yet, which positions lack a reason, which reviews are due."""
        lines = self._rules.rules()
        yield from self._adoptions(lines)
        yield from self._reasons(lines)
        names = {line.uid: line.text for line in lines}
        for rule in self._rules.due():
            if rule.uid in names:
                name = f"“{names[rule.uid]}”"
                yield self._errand(Matter.REVIEW, rule.uid, name, since=rule.review_due)

    def _adoptions(self, lines: Sequence[RuleLine]) -> Iterator[Errand]:
        """Yield one errand for the group: it opens the first rule that somebody has not adopted."""
        late = self._rules.waiting(lines)
        open_ = next((each for each in lines if each.not_yet and not each.is_proposed), None)
        if late and open_ is not None:
            words = ", ".join(member.name for member in late)
            yield self._errand(
                Matter.ADOPTION, open_.uid, "the ground rules", words, count=len(late)
            )

    def _reasons(self, lines: Sequence[RuleLine]) -> Iterator[Errand]:
        owed = self._rules.owed(lines)
        for line in lines:
            here = [each for each in owed if each.line.uid == line.uid]
            if here:
                yield self._errand(
                    Matter.POSITION,
                    line.uid,
                    f"“{line.text}”",
                    ", ".join(each.name for each in here),
                    count=len(here),
                    since=min((each.adoption.on for each in here if each.adoption.on), default=""),
                )

    def _errand(
        self,
        matter: Matter,
        rule: str,
        name: str,
        words: str = "",
        *,
        count: int = 1,
        since: str = "",
    ) -> Errand:
        return Errand(
            matter=matter,
            where=Where(thing=Thing.RULE, group=self._rules.group_uid, uid=rule),
            group=self._rules.group.name,
            name=name,
            words=words,
            count=count,
            since=since,
        )
