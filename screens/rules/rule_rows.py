"""The rows of the list of rules: what stands in each column, and the highlighted one whole."""

from textual.message import Message

from cartui.services.ground_rules_lines import RuleLine
from screens.parts.columns import Column
from screens.parts.reading import Reading
from screens.parts.rows import Face, RowList
from screens.parts.symbols import mark
from screens.rules.rule_words import standing

COLUMNS = (
    Column(key="number", title="", least=2, right=True),
    Column(key="text", title="Rule", least=30, share=5),
    Column(key="standing", title="Where people stand", least=22, most=44, share=2, rank=1),
    Column(key="used", title="Used", least=4, right=True, rank=2),
)


class RuleRows(RowList):
    """The list; Enter on an empty one asks for rules to begin with."""

    class NothingHere(Message):
        """Enter was pressed in an empty list."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer Enter in an empty list too."""
        if action == "open" and not self.uids:
            return True
        return super().check_action(action, parameters)

    def action_open(self) -> None:
        """Open the highlighted rule."""
        if self.highlighted is None and not self.uids:
            self.post_message(self.NothingHere())
        super().action_open()


class Whole(Reading, can_focus=False):
    """The highlighted rule's words whole, where there is no room for it beside the list."""

    AWAY = "Enter reads on"


def face_of(line: RuleLine, today: str) -> Face:
    """Return one rule's row; what is not adopted in these words, or retired, is muted."""
    rule, used = line.rule, str(line.carried.ever) if line.carried.ever else ""
    stand = standing(line)
    if rule.review_due and rule.review_due <= today and not rule.away:
        stand = f"{mark('owed')} look again, {stand}"
    cells = ("" if rule.away else str(line.number), line.text, stand, used)
    return Face(cells, "muted" if line.is_proposed or rule.away else "")
