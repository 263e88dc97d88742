"""The list of ground rules: what it shows, and finding in it."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from cartui.model.rules import Rule
from cartui.services.gathering_words import gathering_words
from cartui.services.ground_rules import GroundRules
from cartui.services.ground_rules_lines import RuleLine
from cartui.services.notebook import Notebook
from cartui.services.people_lines import folded
from cartui.store.events import Change
from screens.parts.frame import FrameScreen
from screens.parts.keys import verb
from screens.parts.reading import paragraphs
from screens.parts.row_finder import RowFinder
from screens.parts.rows import Face
from screens.parts.subject import Subject
from screens.rules.rule_pane import RulePane
from screens.rules.rule_rows import COLUMNS, RuleRows, Whole, face_of
from screens.rules.rule_words import summary
from screens.rules.summary_line import SummaryLine

EMPTY = (
    "No rules yet. Groups often make them at the first meeting.\n\n"
    "n writes the first, Enter shows three to begin with."
)
NO_GROUP = "No group yet. Press 1 for Home and start one; its rules stand here then."
NONE_RETIRED = "No rule has been retired. t shows the rules that are on the wall."
RETIRED = ["Retired rules", "t shows those on the wall", "X brings one back"]
WIDE = 100


class RuleSide(Vertical):
    """The list with what stands above and below it. They cover it."""

    BLANK = True


class RuleList(FrameScreen):
    """The rules of the group in hand with one of them beside the list."""

    TITLE_WORD = "Rules"
    BLANK = True  # covered by what stands on it
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 - the toolkit's own
    BINDINGS: ClassVar[list[BindingType]] = [
        verb("slash,ctrl+f", "find", "find", "Find in the rules", "rules.find",
             group="Look around", also="search filter", rank=50),
        verb("t", "retired", "retired", "Show the retired rules, or those on the wall",
             "rules.retired", group="Look around", also="away archived old removed", rank=51),
    ]  # fmt: skip

    def __init__(self, rules: Callable[[], GroundRules | None], notebook: Notebook) -> None:
        super().__init__()
        self._rules = rules
        self._notebook = notebook
        self._shown_of = self._today = ""
        self.away = False
        self.lines: dict[str, RuleLine] = {}
        self.rows = RuleRows(COLUMNS, empty=EMPTY)
        self.rows.follow = self._show_rule
        self.finding = RowFinder(self.rows)
        self.summary = SummaryLine()
        self.whole = Whole()
        self.pane = RulePane()

    def compose_body(self) -> ComposeResult:
        """The list with its lines, and the rule beside it."""
        with RuleSide():
            yield self.summary
            yield self.rows
            yield self.whole
            yield self.finding
        yield self.pane

    # --- showing

    @property
    def rules(self) -> GroundRules:
        """The rules. Actions run only while there is a group (`check_action`)."""
        rules = self._rules()
        if rules is None:
            raise LookupError("there is no group yet")
        return rules

    def show_again(self) -> None:
        """Read the rules again; highlight, marks and finding stay."""
        rules = self._rules()
        if rules is None:
            self.lines = {}
            self.rows.empty = NO_GROUP
            self.rows.show([], self._face)
            self.summary.tell([])
            return
        if rules.group_uid != self._shown_of:
            self._shown_of, self.away = rules.group_uid, False
        self._today = rules.today()
        self.lines = {line.uid: line for line in rules.rules(away=self.away)}
        self.rows.empty = NONE_RETIRED if self.away else EMPTY
        self.rows.begins = not self.away
        self.rows.show(list(self.lines), self._face, [folded(x.text) for x in self.lines.values()])
        self.summary.tell(self._summary(rules))
        self._show_rule()
        self.refresh_bindings()

    def _summary(self, rules: GroundRules) -> list[str]:
        if self.away:
            return RETIRED if self.lines else RETIRED[:1]
        versions = rules.versions()
        newest = versions[-1] if versions else None
        gathered = rules.gathered()
        unseen = [f"{gathering_words().counted(gathered)} unseen: b shows them"] if gathered else []
        if not self.lines and newest is None:
            return unseen
        lines = list(self.lines.values())
        due, owed = len(rules.due()), len(rules.owed())
        return summary(newest, lines, rules.waiting(), due, owed, unseen)

    def _face(self, uid: str) -> Face:
        return face_of(self.lines[uid], self._today)

    def heading(self) -> str:
        """The group, and whether these are the retired ones."""
        rules = self._rules()
        if rules is None:
            return ""
        return f"{rules.group.name}, retired rules" if self.away else rules.group.name

    def subject(self) -> Subject | None:
        """The rule under the cursor."""
        line = self.line
        if line is None:
            return None
        text = line.text if self.away else f"{line.number}. {line.text}"
        return Subject(line.uid, line.text, self.rules.group_uid, text)

    @property
    def line(self) -> RuleLine | None:
        """The rule under the cursor, with all that is shown of it."""
        return self.lines.get(self.rows.highlighted or "")

    def chosen(self) -> list[Rule]:
        """Which rules an act is for: the selected ones, or else the highlighted one."""
        return [self.lines[uid].rule for uid in self.rows.chosen if uid in self.lines]

    def act(self, verb: Callable[[], Change | None], place: object = None) -> Change | None:
        """Do a verb and show what has become of the rules."""
        if (change := self.do(verb, place)) is not None:
            self.show_again()
            self.refresh_frame()
        return change

    def _show_rule(self, _: str | None = None) -> None:
        line, rules = self.line, self._rules()
        self.whole.set_class(line is None, "-empty")
        if rules is None or line is None:
            self.pane.show(None, "", "", [])
            self.whole.show(paragraphs([]), anew=True)
            return
        self.whole.show(paragraphs([(line.text, "name")]), anew=True)
        notes = self._notebook.about(line.uid, rules.group_uid)
        self.pane.show(line, rules.group_uid, self._today, notes)

    # --- finding, the retired ones

    def action_find(self) -> None:
        """Find as it is typed."""
        self.finding.open()

    def action_retired(self) -> None:
        """Turn to the retired rules, or back."""
        self.away = not self.away
        self.rows.clear_marks()
        self.show_again()
        self.refresh_frame()
