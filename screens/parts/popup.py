"""A pop-up over a screen: the top thing, which Esc always closes."""

from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

Answer = TypeVar("Answer")
MEASURE = 100
"""Cells beyond which no box goes for its text's sake: longer lines are hard to read."""
AROUND = 5
"""Cells of a box that its text does not get: the frame, a blank on each side, a scroll bar."""
BESIDE = 4
"""Cells of the window that stay free beside a box that has grown."""


class Box(Vertical):
    """The frame of a pop-up."""


class Popup(ModalScreen[Answer | None], Generic[Answer], inherit_bindings=False):
    """A pop-up with a title and a foot line. Give `compose_box`; end with `dismiss`.

    `KEEPS` says that something half typed may stand in it: when the room goes FRONT it is put out
    of sight whole and stands there again on BACK; any other pop-up is closed. `TYPES` says that
    a field in it must have the focus before the next key is read.
    """

    KEEPS: ClassVar[bool] = False
    TYPES: ClassVar[bool] = False
    TITLE_WORD: ClassVar[str] = ""
    FOOT: ClassVar[str] = "Esc closes"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Close", show=False, id="popup.close"),
        Binding("tab", "app.focus_next", "Next field", show=False, id="popup.next"),
        Binding("shift+tab", "app.focus_previous", "Field before", show=False, id="popup.before"),
        Binding("f8", "app.save_again", "Try again", show=False, id="popup.again"),
        Binding("f4", "app.save_elsewhere", "Save elsewhere", show=False, id="popup.elsewhere"),
    ]
    DEFAULT_CSS = """
    Popup {
        align: center middle; background: $background 0%; color: $foreground;
        & > Box {
            width: 76; max-width: 100%; height: auto; max-height: 90%; padding: 0 1;
            background: $background; border: heavy $focus; border-title-color: $focus;
            border-title-background: $background; border-title-style: bold;
            border-subtitle-color: $text-muted; border-subtitle-background: $background;
        }
        & Static { height: auto; }
    }
    """

    def __init__(self, title: str = "", foot: str = "") -> None:
        super().__init__()
        self._title_text = title or self.TITLE_WORD
        self._foot = foot or self.FOOT

    def compose_box(self) -> ComposeResult:
        """Yield what stands in the box."""
        yield from ()

    def compose(self) -> ComposeResult:
        """Build the box."""
        with Box() as box:
            yield from self.compose_box()
        box.border_title = Content(self._title_text) if self._title_text else None
        box.border_subtitle = Content(self._foot) if self._foot else None

    def width_for(self, cells: int, usual: int) -> int:
        """Return how wide the box is for a line of `cells`: whole where the window has the room
        and it reads well, but never narrower than `usual`.
        """
        most = min(MEASURE, self.app.size.width - BESIDE)
        return max(usual, min(most, cells + AROUND))

    def make_room(self, cells: int, usual: int) -> None:
        """Let a line of `cells` stand in the box as `width_for` says."""
        self.query_one(Box).styles.width = self.width_for(cells, usual)

    def dismiss(self, result: Answer | None = None) -> AwaitComplete:
        """Close with an answer, once: a key that was on its way to it closes nothing else."""
        if self.app.screen is self:
            return super().dismiss(result)
        return AwaitComplete()

    def action_close(self) -> None:
        """Close without an answer."""
        self.dismiss(None)


class Sure(Popup[bool]):
    """One question that Enter answers with yes; Esc leaves things as they are."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "yes", "Yes", show=False, id="sure.yes"),
    ]
    DEFAULT_CSS = """
    Sure > Box { width: auto; min-width: 40; max-width: 90%; padding: 1 2; }
    Sure Static { width: auto; max-width: 100%; }
    """

    def __init__(self, question: str, title: str = "", *, yes: str = "yes", no: str = "no") -> None:
        super().__init__(title, f"Enter {yes}   Esc {no}")
        self._question = question

    def compose_box(self) -> ComposeResult:
        """The question."""
        yield Static(Content(self._question))

    def action_yes(self) -> None:
        """Yes."""
        self.dismiss(True)


class Told(Sure):
    """Something to be read before going on; Enter and Esc both close it."""

    def __init__(self, text: str, title: str = "") -> None:
        super().__init__(text, title)
        self._foot = "Enter or Esc closes"
