"""What rules have carried: at a review the group sees which came up, and which never did."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from cartui.services.ground_rules import GroundRules
from cartui.services.ground_rules_weight import Weight, weight_page, weights
from cartui.services.pages import Page
from screens.parts.frame import FrameScreen
from screens.parts.keys import verb
from screens.parts.rows import Column, Face, RowList
from screens.parts.subject import Subject
from screens.parts.symbols import mark
from screens.rules.summary_line import SummaryLine

GROUP = "What rules carried"
EMPTY = "No rule is adopted yet, so none could carry anything.\n\nEsc goes back."
COLUMNS = (
    Column(key="number", title="", least=2, right=True),
    Column(key="text", title="Rule", least=24, share=5),
    Column(key="times", title="Came up", least=22, most=26, share=1),
    Column(key="review", title="Look again", least=12, rank=1),
)
SAYS = ["Since the group last looked at each rule", "A use is noted without a name"]


class WeightPage(FrameScreen):
    """The rules that hold: those to look at again first, then by how often they came up."""

    TITLE_WORD = "Rules"
    BINDINGS: ClassVar[list[BindingType]] = [
        verb("escape,W", "leave", "back", "Go back", "weight.leave", group=GROUP, rank=5),
    ]

    def __init__(self, rules: Callable[[], GroundRules | None]) -> None:
        super().__init__()
        self._rules = rules
        self._found: dict[str, Weight] = {}
        self.summary = SummaryLine()
        self.rows = RowList(COLUMNS, empty=EMPTY, marking=False)

    def compose_body(self) -> ComposeResult:
        """What it counts, and the rules."""
        yield self.summary
        yield self.rows

    def heading(self) -> str:
        """The group."""
        rules = self._rules()
        return f"{rules.group.name}, what our rules carried" if rules is not None else ""

    def show_again(self) -> None:
        """Count again."""
        rules = self._rules()
        self._found = {each.line.uid: each for each in weights(rules)} if rules else {}
        self.summary.tell(SAYS if self._found else [])
        self.rows.show(list(self._found), self._face)

    def _face(self, uid: str) -> Face:
        each = self._found[uid]
        words = {0: "never", 1: "once", 2: "twice"}.get(each.times, f"{each.times} times")
        due = f"{mark('owed')} now" if each.due else each.line.rule.review_due
        last = f", last {each.last}" if each.last else ""
        return Face((str(each.line.number), each.line.text, words + last, due))

    def subject(self) -> Subject | None:
        """The rule under the cursor."""
        each, rules = self._found.get(self.rows.highlighted or ""), self._rules()
        if each is None or rules is None:
            return None
        text = f"{each.line.number}. {each.line.text}"
        return Subject(each.line.uid, each.line.text, rules.group_uid, text)

    def present_page(self) -> Page | None:
        """All of it for the room, without a number or a name."""
        return weight_page(list(self._found.values()))

    def on_row_list_opened(self, event: RowList.Opened) -> None:
        """Go to the rule on its own screen: R there says what a review came to."""
        event.stop()
        rules = self._rules()
        if rules is not None:
            self.post_message(self.RulesWanted("open", rules.group_uid, rule=event.uid))

    def action_leave(self) -> None:
        """Go back to where it was opened."""
        if self.is_current:
            self.app.pop_screen()
