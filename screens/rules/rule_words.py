"""What a list and a page say of a rule, in words."""

from collections.abc import Iterable, Sequence

from cartui.model.rules import Position
from cartui.services.ground_rules_adopting import tally
from cartui.services.ground_rules_lines import Member, RuleLine, objected
from cartui.services.ground_rules_versions import Version
from cartui.services.ground_rules_words import positions, purposes
from screens.parts.symbols import mark

SIGNS = {
    Position.AGREE: "done",
    Position.LIVE_WITH: "late",
    Position.ASIDE: "apologies",
    Position.OBJECT: "concern",
}
"""The mark of each position; its word always stands beside it."""
NOT_YET = "not yet"
NOTHING_YET = "Nothing is adopted yet"


def standing(line: RuleLine) -> str:
    """Return where the group stands on a rule; what asks for something comes first."""
    if line.rule.away:
        return "retired"
    if not line.taken:
        return "proposed" if line.holds is None else "reworded, not asked yet"
    counts = dict(tally(line))
    objects = counts.pop(Position.OBJECT, 0)
    words = [positions()[position].counted(count) for position, count in counts.items()]
    if late := len(line.not_yet):
        words.insert(0, f"{mark('owed')} {late} {NOT_YET}")
    if objects:
        words.insert(0, f"{mark('concern')} {positions()[Position.OBJECT].counted(objects)}")
    if not late and list(counts) == [Position.AGREE] and not objects:
        words = [f"{mark('done')} all {counts[Position.AGREE]} agree"]
    return ", ".join(words)


def summary(
    version: Version | None, lines: Sequence[RuleLine], waiting: Sequence[Member], due: int,
    owed: int, more: Sequence[str],
) -> list[str]:  # fmt: skip
    """Return what stands above the list: the version, and what waits, most pressing first."""
    words = [f"Version {version.number}, adopted {version.on}" if version else NOTHING_YET, *more]
    words += filter(None, (objected(lines),))
    if waiting:
        words.append(f"{NOT_YET.capitalize()}: {named(waiting, 3)}")
    if due:
        words.append(f"{due} to look at again")
    if owed:
        words.append(f"{owed} {'reason' if owed == 1 else 'reasons'} owed")
    return words


def named(members: Iterable[Member], most: int = 0) -> str:
    """Return names in a row; beyond `most` only how many more there are."""
    names = [member.name for member in members]
    if most and len(names) > most:
        return f"{', '.join(names[:most])} and {len(names) - most} more"
    return ", ".join(names)


def purpose_name(id_: str) -> str:
    """Return a purpose in words; one of a group's own stands as it is."""
    return next((each.name for each in purposes() if each.id == id_), id_)
