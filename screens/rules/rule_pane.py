"""One rule, read: who stands where, what it has carried, earlier words; the back stage below."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical

from cartui.model.notes import Note
from cartui.services.ground_rules_lines import RuleLine
from screens.parts.reading import Reading, paragraphs
from screens.parts.slots import Slot
from screens.rules.rule_facts import facts_of


class RulePane(Vertical):
    """The rule under the cursor, with room for the back stage."""

    def __init__(self) -> None:
        super().__init__()
        self.facts = Reading()
        self.slot = Slot("beside-rule")
        self._uid = ""

    def compose(self) -> ComposeResult:
        """Facts above, slot below."""
        yield self.facts
        yield self.slot

    def show(self, line: RuleLine | None, group: str, today: str, notes: Sequence[Note]) -> None:
        """Show a rule, or none."""
        uid = line.uid if line is not None else ""
        said = list(facts_of(line, today, notes)) if line is not None else []
        self.facts.show(paragraphs(said), anew=uid != self._uid)
        self._uid = uid
        self.slot.tell(uid, group)
