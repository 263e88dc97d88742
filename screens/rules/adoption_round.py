"""The adoption round: one rule, everybody who is asked, one key for each position.

Every mark is saved as it is made; the rule's words stand above.
"""

from collections.abc import Callable
from typing import ClassVar

from msgspec import Struct
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from cartui.model.rooms import Room
from cartui.model.rules import Position
from cartui.services.ground_rules_lines import RuleLine
from cartui.services.ground_rules_wall import owes
from cartui.services.ground_rules_words import positions
from cartui.store.events import Change
from screens.parts.ask_bar import AskBar, Question
from screens.parts.cells import wrap
from screens.parts.half_typed import HalfTyped
from screens.parts.keys import verb
from screens.parts.marking import MarkingPopup
from screens.parts.rows import Column, Face, RowList
from screens.parts.symbols import mark
from screens.rules.rule_words import NOT_YET, SIGNS, standing

GROUP = "Adoption round"
COLUMNS = (
    Column(key="sign", title="", least=1),
    Column(key="name", title="Who", least=16, most=36, share=2),
    Column(key="where", title="Where they stand", least=17, share=1),
    Column(key="reason", title="Why", least=12, share=3, rank=1),
)
KEYS = "a agree   c can live with   s stand aside   o object   x not yet asked"
MORE = "A the rest agree   e why   u takes back   each key goes on to the next"


class RoundActs(Struct, frozen=True):
    """What the round may do, each saved at once; None means that it was not done."""

    read: Callable[[], RuleLine | None]
    mark: Callable[[str, Position | None], Change | None]
    rest: Callable[[], Change | None]
    reason: Callable[[str, str], Change | None]
    room: Callable[[], Room]
    unsaved: Callable[[], bool]
    half_typed: Callable[[], HalfTyped]


class AdoptionRound(MarkingPopup):
    """Where each person stands on the words of one rule."""

    BINDINGS: ClassVar[list[BindingType]] = [
        verb("a", "take('agree')", "agree", "This person agrees", "round.agree", group=GROUP),
        verb("c", "take('can live with')", "can live with", "This person can live with it",
             "round.live_with", group=GROUP),
        verb("s", "take('stand aside')", "stand aside", "This person stands aside",
             "round.aside", group=GROUP),
        verb("o", "take('object')", "object", "This person objects", "round.object", group=GROUP),
        verb("x", "take('')", "not yet asked", "This person is still to be asked",
             "round.not_yet", group=GROUP),
        verb("A", "rest", "rest agree", "Everybody else agrees", "round.rest", group=GROUP),
        verb("e", "reason", "why", "Write this person's reason", "round.reason", group=GROUP),
    ]  # fmt: skip
    DEFAULT_CSS = """
    AdoptionRound .round--rule { text-style: bold; max-height: 4; }
    AdoptionRound .round--tally { margin-bottom: 1; }
    AdoptionRound .round--keys { color: $text-muted; margin-top: 1; }
    AdoptionRound AskBar { margin-top: 1; }
    """

    def __init__(self, number: int, acts: RoundActs) -> None:
        super().__init__(f"Rule {number}: where does each of us stand?")
        self._acts = acts
        self._line: RuleLine | None = None
        self._just: tuple[str, str | None] = ("", None)
        """Whom the last key marked, and whom the highlight went on to."""
        self._rule = Static("", markup=False, classes="round--rule")
        self._tally = Static("", markup=False, classes="round--tally")
        self._keys = Static(Content(f"{KEYS}\n{MORE}"), classes="round--keys")
        self.rows = RowList(COLUMNS, marking=False)
        self._bar = AskBar(acts.half_typed)

    def compose_box(self) -> ComposeResult:
        """The rule, the people, the keys, and the line for a reason."""
        yield self._rule
        yield self._tally
        yield self.rows
        yield self._keys
        yield self._bar

    def on_mount(self) -> None:
        """Begin with the first who is still to be asked."""
        self.show_again()
        if self._line is not None and self._line.not_yet:
            self.rows.highlight(self._line.not_yet[0].uid)
        self.set_focus(self.rows)

    def on_resize(self) -> None:
        """Give the people the room there is."""
        self._fit()

    def show_again(self) -> None:
        """Read the rule again; the highlight stays on its person."""
        self._line = line = self._acts.read()
        if line is None:  # it was taken back, or retired in another window
            if self.is_current:
                self.dismiss(None)
            return
        self._rule.update(Content(line.text))
        self._tally.update(Content(standing(line)))
        self.rows.show([member.uid for member in line.asked], self._face)
        self._fit()
        self.tell_saved(unsaved=self._acts.unsaved())

    def _fit(self) -> None:
        if self._line is not None:
            words = min(4, len(wrap(self._line.text, min(72, self.app.size.width - 4))))
            self.fit_rows(len(self._line.asked), beside=words + 8)

    def _face(self, uid: str) -> Face:
        line = self._line
        name = next((m.name for m in line.asked if m.uid == uid), "") if line else ""
        taken = line.taken.get(uid) if line else None
        if taken is None:
            return Face((mark("absent"), name, NOT_YET, ""))
        position = Position(taken.position)
        why = f"{mark('owed')} owed (e)" if owes(taken) else taken.reason
        return Face((mark(SIGNS[position]), name, positions()[position].name, why))

    # --- marking

    def action_take(self, position: str) -> None:
        """Note where the highlighted person stands, and step down."""
        if (uid := self.rows.highlighted) is not None:
            taken = self._line.taken.get(uid) if self._line is not None else None
            if (taken.position if taken is not None else "") != position:
                where = Position(position) if position else None
                self.marked(self._acts.mark(uid, where))
            self.rows.action_step(1)
            self._just = (uid, self.rows.highlighted)

    def action_rest(self) -> None:
        """Let everybody agree who has not been asked yet."""
        if self._line is not None and self._line.not_yet:
            self.marked(self._acts.rest())

    def action_reason(self) -> None:
        """Ask for a reason: of the one just marked if it is owed, or of the one highlighted."""
        uid, line = self._whose(), self._line
        if uid is None or line is None or (taken := line.taken.get(uid)) is None:
            return
        name = next(member.name for member in line.asked if member.uid == uid)

        def then(text: str | None) -> None:
            self._keys.display = True
            if text is not None and text != taken.reason:
                self.marked(self._acts.reason(uid, text))

        self._keys.display = False  # the line for the reason stands in their place
        asks = f"Why, in the words of {name}"
        ident = f"round.{line.wording.uid}.{uid}"
        self._bar.ask(Question(asks, then, ident, self._acts.room(), taken.reason))

    def _whose(self) -> str | None:
        """Return whose reason e writes: a key that marks goes on, and e after it means that one."""
        here, taken = self.rows.highlighted, self._line.taken if self._line is not None else {}
        marked, went_to = self._just
        if went_to == here and marked in taken and owes(taken[marked]):
            owed_here = here is not None and here in taken and owes(taken[here])
            return here if owed_here else marked
        return here
