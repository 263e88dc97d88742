"""The bar that turns the pages of the second window, below one's own screen."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from cartui.services.pages import Page
from screens.parts.cells import clip
from screens.parts.keys import EVERYWHERE, verb
from screens.present.screen import GROUP, Driving, Turned


class Prompter(Driving):
    """Two lines at the foot; one's own screen stays as it was. Enter leaves the page standing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        verb("enter", "go_on", "go on, page stays", "Go on; the page stays on the second window",
             "present.go_on", group=GROUP, rank=0, rooms=EVERYWHERE),
        verb("q,ctrl+q", "take_away", "takes it off", "Take the page off the second window",
             "present.take_off", group=GROUP, rank=4, rooms=EVERYWHERE),
    ]  # fmt: skip
    DEFAULT_CSS = """
    Prompter {
        align: left bottom; background: $background 0%; color: $foreground;
        & > Static {
            dock: bottom; width: 100%; height: 2; padding: 0 1;
            background: $highlight; color: $on-highlight; text-style: bold;
        }
    }
    """

    def __init__(self, page: Page, turned: Turned) -> None:
        super().__init__(page, turned)
        self._words = Static("", markup=False)

    def compose(self) -> ComposeResult:
        """The two lines."""
        yield self._words

    def on_mount(self) -> None:
        """Say what the second window shows."""
        self.show_leaf()

    def on_resize(self) -> None:
        """Fit the words to the window."""
        self.show_leaf()

    def show_leaf(self) -> None:
        """Say what the second window shows, and which keys turn it."""
        state = "blank now" if self.is_blank else self.place_words()
        aside = f" ({state})" if state else ""
        room = max(10, self.app.size.width - len(aside) - 24)
        name = clip(self.page.name or self.page.title or self.page.lines[0], room)
        words = f"On the second window: {name}{aside}\n{self.keys_here()}"
        self._words.update(Content(words))

    def action_go_on(self) -> None:
        """Go on; the page stays where it is."""
        self.dismiss(False)
