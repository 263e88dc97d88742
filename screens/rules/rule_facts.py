"""One rule, told whole: who stands where and why, what it has carried, its earlier words."""

from collections.abc import Iterator, Sequence

from cartui.model.notes import Note
from cartui.services.ground_rules_lines import WITH_OBJECTION, Carried, Member, RuleLine
from cartui.services.ground_rules_wall import owes
from cartui.services.ground_rules_words import outcomes, positions
from screens.parts.symbols import mark
from screens.rules.rule_words import NOT_YET, SIGNS, named, purpose_name

Said = Iterator[tuple[str, str]]
TRUTH = "No name and no hour is kept. In a small group people may know all the same."


def facts_of(line: RuleLine, today: str, notes: Sequence[Note]) -> Said:
    """Yield what the group may know of a rule, as (text, look)."""
    yield line.text, "name"
    made = f"made {line.rule.made_on}" if line.rule.made_on else ""
    if line.rule.meeting:
        made += f", meeting {line.rule.meeting}"
    what_for = f"for {purpose_name(line.rule.purpose)}" if line.rule.purpose else ""
    if about := "; ".join(filter(None, (what_for, made))):
        yield about, "muted"
    yield "", ""
    yield from _who_stands_where(line)
    yield "", ""
    yield used_words(line.carried), ""
    if line.carried.ever:
        yield TRUTH, "muted"
    yield from _reviews(line, today)
    yield from _earlier(line)
    if notes:
        yield "", ""
        yield "Group notes", "word"
        for note in notes:
            by = ", ".join(filter(None, (note.by, note.at[:10])))
            yield f"{note.text}{f'  ({by})' if by else ''}", ""


def _who_stands_where(line: RuleLine) -> Said:
    if line.rule.away:
        yield "Retired. X brings it back.", "word"
    elif not line.taken:
        yield "Proposed. a asks where each person stands.", "word"
    elif line.has_objection:
        yield f"{mark('concern')} Adopted {WITH_OBJECTION}: talk before you go on.", "word"
    for position, word in positions().items():
        if members := line.standing(position):
            yield f"{mark(SIGNS[position])} {word.counted(len(members))}", "word"
            yield from _people(line, members)
    if line.taken and line.not_yet and not line.rule.away:
        yield f"{mark('owed')} {len(line.not_yet)} {NOT_YET}", "word"
        newcomers = [m for m in line.not_yet if m.joined > line.wording.at[:10]]
        for member in line.not_yet:
            yield f"  {member.name}{', came later' if member in newcomers else ''}", ""


def _people(line: RuleLine, members: Sequence[Member]) -> Said:
    plain = [m for m in members if not line.taken[m.uid].reason and not owes(line.taken[m.uid])]
    if plain:
        yield f"  {named(plain)}", ""
    for member in members:
        taken = line.taken[member.uid]
        if taken.reason:
            yield f"  {member.name}: “{taken.reason}”", ""
        elif owes(taken):
            yield f"  {member.name}: {mark('owed')} reason owed", ""


def _reviews(line: RuleLine, today: str) -> Said:
    rule = line.rule
    if rule.review_due:
        due = rule.review_due <= today
        words = "It was to be looked at again by" if due else "To be looked at again by"
        yield f"{mark('owed') + ' ' if due else ''}{words} {rule.review_due}.", ""
    if rule.reviewed_on:
        yield f"Looked at {rule.reviewed_on}: {outcome_name(rule.outcome)}.", ""


def _earlier(line: RuleLine) -> Said:
    if len(line.wordings) > 1:
        yield "", ""
        yield "Earlier words", "word"
        for wording in reversed(line.wordings[:-1]):
            holds = line.holds is not None and wording.uid == line.holds.uid
            still = ", still the adopted ones" if holds else ""
            yield f"“{wording.text}”  (from {wording.at[:10]}{still})", ""


def outcome_name(id_: str) -> str:
    """Return what a review came to, in words."""
    return next((each.name for each in outcomes() if each.id == id_), id_)


def used_words(carried: Carried) -> str:
    """Return how often a rule was called upon."""
    if not carried.ever:
        return "It has not come up so far."
    earlier = f" in these words, {carried.ever} in all" if carried.ever != carried.now else ""
    return f"Used {_times(carried.now)}{earlier}; last {carried.last}."


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"
