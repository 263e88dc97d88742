"""Rules to begin with: one by Enter, several by Space first."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from cartui.services.ground_rules_words import Starter
from screens.parts.cells import wrap
from screens.parts.popup import Popup
from screens.parts.rows import Column, Face, RowList
from screens.rules.rule_words import purpose_name


class StartersBox(Popup[tuple[Starter, ...]]):
    """Answers with the starters taken. The highlighted one stands whole under the list."""

    FOOT = "Space selects   Enter proposes   Esc leaves"
    BINDINGS: ClassVar[list[BindingType]] = []
    DEFAULT_CSS = """
    StartersBox .starters--whole { height: 4; margin-top: 1; }
    """

    def __init__(self, offered: Sequence[Starter]) -> None:
        super().__init__("Rules to begin with; your group rewords them")
        self._offered = offered
        columns = (
            Column(key="text", title="Rule", least=30, share=1),
            Column(key="purpose", title="For", least=15, rank=1),
        )
        self._rows = RowList(columns)
        self._whole = Static("", markup=False, classes="starters--whole")

    def compose_box(self) -> ComposeResult:
        """The rules, and the highlighted one whole."""
        self._rows.styles.height = len(self._offered) + 1
        yield self._rows
        yield self._whole

    def on_mount(self) -> None:
        """Show them; all are legible in turn."""
        self._rows.follow = self._say
        self._rows.show([str(n) for n in range(len(self._offered))], self._face)
        self.set_focus(self._rows)

    def _face(self, uid: str) -> Face:
        starter = self._offered[int(uid)]
        return Face((starter.text, purpose_name(starter.purpose)))

    def _say(self, uid: str | None) -> None:
        starter = self._offered[int(uid or 0)]
        lines = [*wrap(starter.text, 70), *wrap(f"Why: {starter.help}.", 70)]
        self._whole.update(Content("\n".join(lines)))

    def on_row_list_opened(self, event: RowList.Opened) -> None:
        """Take those selected, or the highlighted one."""
        event.stop()
        self.dismiss(tuple(self._offered[int(uid)] for uid in self._rows.chosen))
