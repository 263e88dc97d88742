"""All that was said in one place: a comment with its passage, its verdict and its replies."""

from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from cartui.services.remarks import Remark
from cartui.services.then_and_now import ThenAndNow
from screens.drafts.remark_face import card_lines, date_of
from screens.parts.popup import AROUND, MEASURE, Popup

SCREENS = "screen."
"""How the ids of the verbs begin that go to a screen."""
USUAL = 84
"""Cells of its box while no line is longer."""


class Thread(Popup[str]):
    """One comment whole; the arrows scroll. Answers with the action of another screen's key, if
    one was pressed: the draft stays open at this comment meanwhile.
    """

    FOOT = "Arrows scroll   1 to 6 go to other screens   Esc closes"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "scroll(1)", show=False),
        Binding("up,k", "scroll(-1)", show=False),
        Binding("pagedown,space", "scroll(10)", show=False),
        Binding("pageup", "scroll(-10)", show=False),
        Binding("enter", "close", show=False, id="thread.close"),
    ]
    DEFAULT_CSS = """
    Thread > Box { width: 84; }
    Thread VerticalScroll { height: auto; max-height: 100%; scrollbar-size-vertical: 1; }
    """

    def __init__(
        self, remarks: tuple[Remark, ...], label: str, wording: ThenAndNow | None = None
    ) -> None:
        super().__init__(f"Comment {label}" if len(remarks) < 2 else f"Comments {label}")
        self._remarks, self._label, self._wording = remarks, label, wording

    def compose_box(self) -> ComposeResult:
        """The passage, the comment, what came of it."""
        with VerticalScroll(can_focus=False):
            yield Static(Content("\n".join(self._lines())), markup=False)

    def on_mount(self) -> None:
        """Give long lines the room there is."""
        self.make_room(max(map(cell_len, self._lines())), USUAL)

    def _lines(self) -> list[str]:
        width = min(MEASURE - AROUND, self.app.size.width - 8)
        place = self._remarks[0].place
        quote = "" if place is None else f"{place.before}{place.quote}{place.after}"
        quote = self._remarks[0].comment.of or quote
        lines = [f"Said of: “{' '.join(quote.split())}”", ""] if quote.strip() else []
        card = card_lines(self._remarks, self._label, width, self._wording)
        lines += [words for words, _ in card]
        return [*lines, "", f"Written {date_of(self._remarks[0].comment.at)}"]

    def on_key(self, event: events.Key) -> None:
        """Let the key of another screen go there, whichever key that is by now."""
        _, everywhere = self._binding_chain[-1]
        for binding in everywhere.key_to_bindings.get(event.key, ()):
            if (binding.id or "").startswith(SCREENS):
                event.stop()
                self.dismiss(binding.action)

    def action_scroll(self, lines: int) -> None:
        """Scroll without any animation."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)
