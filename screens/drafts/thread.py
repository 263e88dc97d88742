"""All that was said in one place: a comment with its passage, its verdict and its replies."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from cartui.services.remarks import Remark
from cartui.services.then_and_now import ThenAndNow
from screens.drafts.remark_face import card_lines, date_of
from screens.parts.popup import Popup


class Thread(Popup[None]):
    """One comment whole; the arrows scroll."""

    FOOT = "Arrows scroll   Esc closes"
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

    def _lines(self) -> list[str]:
        width = min(76, self.app.size.width - 8)
        place = self._remarks[0].place
        quote = "" if place is None else f"{place.before}{place.quote}{place.after}"
        quote = self._remarks[0].comment.of or quote
        lines = [f"Said of: “{' '.join(quote.split())}”", ""] if quote.strip() else []
        card = card_lines(self._remarks, self._label, width, self._wording)
        lines += [words for words, _ in card]
        return [*lines, "", f"Written {date_of(self._remarks[0].comment.at)}"]

    def action_scroll(self, lines: int) -> None:
        """Scroll without any animation."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)
