"""The ground rules on their way out, for members: they are the group's own, never for outsiders."""

from cartui.exchange.rules_csv import RuleRow
from cartui.exchange.rules_markdown import RulePage, RulesPage
from cartui.model.rules import Position
from cartui.services.ground_rules import GroundRules
from cartui.services.ground_rules_lines import WITH_OBJECTION, Member, RuleLine, objected
from cartui.services.ground_rules_wall import owes
from cartui.services.ground_rules_words import outcomes, positions, purposes


def rules_page(rules: GroundRules) -> RulesPage:
    """Return the rules with who stands where, what each has carried, and every version."""
    versions, lines = rules.versions(), rules.rules()
    newest = versions[-1] if versions else None
    adopted = f"Version {newest.number}, adopted {newest.on}" if newest else "Nothing adopted yet"
    adopted = ", ".join(filter(None, (adopted, objected(lines))))
    return RulesPage(
        title=f"Ground rules of {rules.group.name}",
        about=(f"{adopted}. Written out {rules.today()}.",),
        rules=tuple(_page(line) for line in lines),
        versions=tuple(
            (f"Version {each.number}, {each.on}", tuple(line.text for line in each.lines))
            for each in reversed(versions)
        ),
    )


def _page(line: RuleLine) -> RulePage:
    rule = line.rule
    return RulePage(
        text=line.text,
        about=tuple(
            filter(
                None,
                (
                    f"For {_purpose(rule.purpose)}" if rule.purpose else "",
                    "Proposed, not adopted" if line.is_proposed else "",
                    f"Adopted {WITH_OBJECTION}" if line.has_objection else "",
                    f"Look again by {rule.review_due}" if rule.review_due else "",
                    f"Looked at {rule.reviewed_on}: {_outcome(rule.outcome)}"
                    if rule.reviewed_on
                    else "",
                ),
            )
        ),
        standing=tuple(_standing(line)),
        carried=_carried(line),
        earlier=tuple(wording.text for wording in reversed(line.wordings[:-1])),
    )


def _standing(line: RuleLine) -> list[str]:
    found = [
        f"{word.counted(len(members))}: {', '.join(_with_reason(line, m) for m in members)}"
        for position, word in positions().items()
        if (members := line.standing(position))
    ]
    if line.not_yet:
        found.append(f"{len(line.not_yet)} not yet: {', '.join(m.name for m in line.not_yet)}")
    return found


def _with_reason(line: RuleLine, member: Member) -> str:
    taken = line.taken[member.uid]
    if taken.reason:
        return f"{member.name} (“{taken.reason}”)"
    return f"{member.name} (reason owed)" if owes(taken) else member.name


def _carried(line: RuleLine) -> str:
    carried = line.carried
    if not carried.ever:
        return "Never came up so far"
    return f"Used in these words: {carried.now}; in all: {carried.ever}; last on {carried.last}"


def rule_rows(rules: GroundRules) -> list[RuleRow]:
    """Return a row for each rule, counts only: nobody is named."""
    group = rules.group.name
    return [_row(line, group) for line in rules.rules()]


def _row(line: RuleLine, group: str) -> RuleRow:
    count = {position: str(len(line.standing(position))) for position in Position}
    rule = line.rule
    return RuleRow(
        group=group,
        number=str(line.number),
        text=line.text,
        purpose=_purpose(rule.purpose),
        adopted=line.holds.text if line.holds is not None else "",
        agree=count[Position.AGREE],
        live_with=count[Position.LIVE_WITH],
        aside=count[Position.ASIDE],
        object=count[Position.OBJECT],
        not_yet=str(len(line.not_yet)),
        used_now=str(line.carried.now),
        used=str(line.carried.ever),
        review_due=rule.review_due,
        reviewed_on=rule.reviewed_on,
        outcome=_outcome(rule.outcome),
    )


def _purpose(id_: str) -> str:
    return next((each.name for each in purposes() if each.id == id_), id_)


def _outcome(id_: str) -> str:
    return next((each.name for each in outcomes() if each.id == id_), id_)
