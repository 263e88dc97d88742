"""A text of several lines, in a pop-up: Esc leaves it and keeps what was typed.

`keep` gets the text and says whether that is settled. If it could not be saved the text stays
here: the next Esc leaves it to the banner, and F8 tries again.
"""

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static, TextArea

from cartui.model.text import with_line_feeds
from cartui.store.events import Change
from screens.parts.doing import DoingScreen
from screens.parts.popup import Box, Popup

Keep = Callable[[str], bool]
NOT_SAVED = "NOT SAVED   F8 tries again   F4 saves elsewhere   Esc leaves it unsaved"


class Page(TextArea, inherit_bindings=False):
    """Lines to write in. Only editing keys act here; Esc, F keys and Ctrl+G are left alone."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "cursor_up", show=False),
        Binding("down", "cursor_down", show=False),
        Binding("left", "cursor_left", show=False),
        Binding("right", "cursor_right", show=False),
        Binding("ctrl+left", "cursor_word_left", show=False),
        Binding("ctrl+right", "cursor_word_right", show=False),
        Binding("home", "cursor_line_start", show=False),
        Binding("end", "cursor_line_end", show=False),
        Binding("pageup", "cursor_page_up", show=False),
        Binding("pagedown", "cursor_page_down", show=False),
        Binding("backspace", "delete_left", show=False),
        Binding("delete", "delete_right", show=False),
        Binding("ctrl+c", "copy", show=False),
        Binding("ctrl+z", "undo", show=False),
        Binding("ctrl+y", "redo", show=False),
    ]

    def on_paste(self, event: events.Paste) -> None:
        """Take a paste as it can be painted, and let nobody else take it too."""
        event.stop()
        event.text = with_line_feeds(event.text)


class LongText(Popup[None]):
    """Hands the text to `keep` when it is left; u takes the change back after."""

    KEEPS = True
    TYPES = True
    FOOT = "Esc leaves and keeps the text   u takes it back later"
    BINDINGS: ClassVar[list[BindingType]] = []
    DEFAULT_CSS = """
    LongText > Box { width: 90; }
    LongText Static { color: $text-muted; }
    LongText Page {
        height: 10; border: none; background: $panel; color: $foreground; padding: 0 1;
        &:focus { border: none; }
        & .text-area--cursor-line { background: $panel; }
    }
    """

    def __init__(self, title: str, hint: str, text: str, keep: Keep) -> None:
        super().__init__(title)
        self._hint, self._keep = hint, keep
        self._refused: str | None = None
        self._page = Page(
            text, soft_wrap=True, show_line_numbers=False, tab_behavior="focus", compact=True
        )
        self._page.cursor_blink = False

    def compose_box(self) -> ComposeResult:
        """The hint, and the lines."""
        if self._hint:
            yield Static(Content(self._hint))
        yield self._page

    def on_mount(self) -> None:
        """Write at the end."""
        self._page.move_cursor(self._page.document.end)
        self.begin()

    def begin(self) -> None:
        """Give the focus to what is to be written in first."""
        self.set_focus(self._page)

    @property
    def text(self) -> str:
        """What stands here now."""
        return self._page.text

    @property
    def unsaved(self) -> bool:
        """Whether what stands here was tried, and not saved."""
        return self._refused is not None

    def action_close(self) -> None:
        """Leave, keeping the text. What was not saved just now is left to the banner."""
        if self._refused == self.text:
            self.dismiss(None)
        else:
            self.try_again()

    def keep_now(self) -> None:
        """Keep the text because all ends now, whether or not that can be said."""
        self._keep(self.text)

    def try_again(self) -> None:
        """Keep the text; if it is not saved, stay here with it."""
        if self._keep(self.text):
            self.dismiss(None)
        else:
            self._refused = self.text
            self.query_one(Box).border_subtitle = Content(NOT_SAVED)


def keeping(screen: DoingScreen, before: str, act: Callable[[str, object], Change | None]) -> Keep:
    """Return a `keep` that does `act` with another text than stood there before.

    `act` also gets the place where it was typed, to hand on to `do`.
    """
    place = object()

    def keep(text: str) -> bool:
        if text.strip() == before.strip():
            screen.around.unsaved.drop(place)
            screen.refresh_frame()
            return True
        act(text, place)
        return not screen.around.unsaved.holds(place)

    return keep
