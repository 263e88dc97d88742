"""Newcomers and the rules: one pass over all that holds, one key for each rule.

Every mark is saved as it is made. It is the adoption round turned round: there one rule and
everybody, here everybody who is new and every rule.
"""

from collections.abc import Callable, Mapping
from typing import ClassVar

from msgspec import Struct
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from cartui.model.rules import Position
from cartui.services.ground_rules_welcome import Open
from cartui.services.ground_rules_words import positions
from cartui.store.events import Change
from screens.parts.keys import verb
from screens.parts.marking import MarkingPopup
from screens.parts.rows import Column, Face, RowList
from screens.parts.symbols import mark
from screens.rules.rule_words import NOT_YET, SIGNS

GROUP = "Newcomers and the rules"
COLUMNS = (
    Column(key="sign", title="", least=1),
    Column(key="who", title="Who", least=12, most=24, share=1),
    Column(key="number", title="", least=2, right=True),
    Column(key="rule", title="Rule", least=24, share=3),
    Column(key="where", title="Where they stand", least=17, rank=1),
)
KEYS = "a agree   c can live with   s stand aside   o object"
MORE = "A agree to the rest   u takes back   each key goes on to the next"
Key = tuple[str, str]


class WelcomeActs(Struct, frozen=True):
    """What the pass may do, each saved at once; None means that it was not done."""

    mark: Callable[[Mapping[Key, Position]], Change | None]
    taken: Callable[[], Mapping[Key, Position]]
    unsaved: Callable[[], bool]


class WelcomeRound(MarkingPopup):
    """Where newcomers stand on each rule that holds."""

    BINDINGS: ClassVar[list[BindingType]] = [
        verb("a", "take('agree')", "agree", "The newcomer agrees", "welcome.agree", group=GROUP),
        verb("c", "take('can live with')", "can live with", "The newcomer can live with it",
             "welcome.live_with", group=GROUP),
        verb("s", "take('stand aside')", "stand aside", "The newcomer stands aside",
             "welcome.aside", group=GROUP),
        verb("o", "take('object')", "object", "The newcomer objects", "welcome.object",
             group=GROUP),
        verb("A", "rest", "agree to the rest", "They agree to all that is left",
             "welcome.rest", group=GROUP),
    ]  # fmt: skip
    DEFAULT_CSS = """
    WelcomeRound .welcome--whole { text-style: bold; height: 3; margin-bottom: 1; }
    WelcomeRound .welcome--keys { color: $text-muted; margin-top: 1; }
    """

    def __init__(self, found: list[Open], acts: WelcomeActs) -> None:
        super().__init__("Newcomers and our rules")
        self._open = {f"{each.line.uid}.{each.member.uid}": each for each in found}
        self._acts = acts
        self._taken: Mapping[Key, Position] = {}
        self._whole = Static("", markup=False, classes="welcome--whole")
        self._keys = Static(Content(f"{KEYS}\n{MORE}"), classes="welcome--keys")
        self.rows = RowList(COLUMNS, marking=False)

    def compose_box(self) -> ComposeResult:
        """The highlighted rule whole, the rows, the keys."""
        yield self._whole
        yield self.rows
        yield self._keys

    def on_mount(self) -> None:
        """Begin with the first."""
        self.rows.follow = self._say
        self.show_again()
        self.set_focus(self.rows)

    def on_resize(self) -> None:
        """Give the rows the room there is."""
        self.fit_rows(len(self._open), beside=9)

    def show_again(self) -> None:
        """Read again where they stand."""
        self._taken = self._acts.taken()
        self.rows.show(list(self._open), self._face)
        self.tell_saved(unsaved=self._acts.unsaved())

    def _say(self, uid: str | None) -> None:
        found = self._open.get(uid or "")
        self._whole.update(Content(f"{found.line.number}  {found.line.text}" if found else ""))

    def _face(self, uid: str) -> Face:
        each = self._open[uid]
        position = self._taken.get(each.key)
        sign = mark("absent" if position is None else SIGNS[position])
        where = NOT_YET if position is None else positions()[position].name
        return Face((sign, each.member.name, str(each.line.number), each.line.text, where))

    def action_take(self, position: str) -> None:
        """Note where the newcomer stands on the highlighted rule, and step down."""
        if (found := self._open.get(self.rows.highlighted or "")) is not None:
            if self._taken.get(found.key) != position:
                self.marked(self._acts.mark({found.key: Position(position)}))
            self.rows.action_step(1)

    def action_rest(self) -> None:
        """Let them agree to all that is left."""
        keys = (each.key for each in self._open.values())
        rest = {key: Position.AGREE for key in keys if key not in self._taken}
        if rest:
            self.marked(self._acts.mark(rest))
