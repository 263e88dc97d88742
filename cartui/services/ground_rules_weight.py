"""What rules have carried: which were called upon since the group last looked, which never."""

from collections.abc import Sequence

from msgspec import Struct

from cartui.model.rules import RuleUse
from cartui.services.ground_rules import GroundRules
from cartui.services.ground_rules_lines import RuleLine
from cartui.services.pages import Page, carried_page

TITLE = "What our rules carried"
CAME_UP = "These came up:"
NEVER = "These never came up:"


class Weight(Struct, frozen=True, kw_only=True):
    """One rule that holds, how often it was called upon since its last review, when last, and
    whether it is to be looked at again by today. Nobody is named.
    """

    line: RuleLine
    times: int
    last: str = ""
    due: bool = False


def weights(rules: GroundRules) -> list[Weight]:
    """Return the rules that hold: those to look at again first, then those that carried most."""
    due = {rule.uid for rule in rules.due()}
    uses = rules.uses()
    found = [
        _weight(line, uses.get(line.uid, ()), due=line.uid in due)
        for line in rules.rules()
        if line.holds is not None
    ]
    return sorted(found, key=lambda each: (not each.due, -each.times, each.line.number))


def _weight(line: RuleLine, uses: Sequence[RuleUse], *, due: bool) -> Weight:
    since = line.rule.reviewed_on
    days = [use.on for use in uses if not since or use.on > since]
    return Weight(line=line, times=len(days), last=max(days, default=""), due=due)


def weight_page(found: Sequence[Weight]) -> Page | None:
    """Return it for the room: no counts, the most used first; None if no rule holds."""
    came = [each for each in found if each.times]
    never = [each for each in found if not each.times]
    blocks: list[str] = []
    for heading, own in ((CAME_UP, came), (NEVER, never)):
        if own:
            told = sorted(own, key=lambda each: (-each.times, each.line.number))
            blocks += [heading, *(f"{each.line.number} {each.line.text}" for each in told)]
    return carried_page(blocks, TITLE) if blocks else None
