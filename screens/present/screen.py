"""Present: one page in large type for the room, driven by a presenter's clicker."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from cartui.model.rooms import Room
from cartui.services.pages import Page
from screens.parts.keys import EVERYWHERE, Living, living, shown, verb
from screens.parts.popup import Popup
from screens.present.leaves import leaves
from screens.present.lectern import Lectern
from screens.present.sheet import Sheet

BIGGER = "Bigger: Ctrl and + (Mac: Cmd and +)"
BLANKS = "Esc blank, and back"
"""Said on coming in: a page that is blank says nothing, for the room reads it too."""
GROUP = "Present"
AGAIN = "shows it again"
"""What the key of the blank page does while it is blank: only one's own window ever says so."""
Turned = Callable[[int, bool], None]


class Driving(Popup[bool], inherit_bindings=False):
    """A page that a clicker turns; no other keys answer. True takes the page away, else it stays.

    `turned` is told which leaf is shown from now on (from 0), and whether the page is blank.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        verb("greater_than_sign,pagedown,space", "turn(1)", "next", "Show the next page",
             "present.next", group=GROUP, rank=1, rooms=EVERYWHERE),
        verb("less_than_sign,pageup", "turn(-1)", "back", "Show the page before",
             "present.back", group=GROUP, rank=2, rooms=EVERYWHERE),
        verb("b,full_stop,f5,escape", "blank", "blank", "Make the page blank, and show it again",
             "present.blank", group=GROUP, rank=3, rooms=EVERYWHERE),
    ]  # fmt: skip

    def __init__(self, page: Page, turned: Turned) -> None:
        super().__init__()
        self.page, self._tell = page, turned
        self.leaves = leaves(page)
        self.at = 0
        self.is_blank = False

    def action_turn(self, step: int) -> None:
        """Show the next leaf or the one before; of a blank page, first what stood on it."""
        if not self.is_blank:
            self.at = max(0, min(len(self.leaves) - 1, self.at + step))
        self._turned(blank=False)

    def action_blank(self) -> None:
        """Make the page blank, or show it again."""
        self._turned(blank=not self.is_blank)

    def action_take_away(self) -> None:
        """Leave, and take the page away."""
        self.dismiss(True)

    def _turned(self, *, blank: bool) -> None:
        self.is_blank = blank
        self.show_leaf()
        self._tell(self.at, blank)

    def show_leaf(self) -> None:
        """Show what stands on the page now."""

    def keys_here(self) -> str:
        """Return the keys that do something here, in words."""
        ends = {"turn(1)": len(self.leaves) - 1, "turn(-1)": 0}
        said = living(self, Room.MEMBERS)
        wanted = [each for each in said if ends.get(each.verb.action) != self.at]
        wanted.sort(key=lambda each: each.verb.rank)
        return "   ".join(f"{shown(each.key)} {self.words_of(each)}" for each in wanted)

    def words_of(self, each: Living) -> str:
        """Return what a key does now, in words."""
        return AGAIN if self.is_blank and each.verb.action == "blank" else each.verb.words

    def place_words(self) -> str:
        """Return which page of how many; nothing if there is only one."""
        return f"page {self.at + 1} of {len(self.leaves)}" if len(self.leaves) > 1 else ""


class PresentScreen(Driving):
    """The whole window is the page."""

    COVERS: ClassVar[bool] = True
    BINDINGS: ClassVar[list[BindingType]] = [
        verb("q,ctrl+q", "take_away", "leave", "Leave the page", "present.leave",
             group=GROUP, rank=4, rooms=EVERYWHERE),
    ]  # fmt: skip
    DEFAULT_CSS = """
    PresentScreen { background: $background; color: $foreground; }
    """

    def __init__(self, page: Page, turned: Turned) -> None:
        super().__init__(page, turned)
        self._lectern = Lectern()
        self._hint = f"{BIGGER}   {BLANKS}"

    def compose(self) -> ComposeResult:
        """The page."""
        yield self._lectern

    def on_mount(self) -> None:
        """Show the first leaf."""
        self.show_leaf()

    def _turned(self, *, blank: bool) -> None:
        self._hint = ""  # it has been read by now
        super()._turned(blank=blank)

    def show_leaf(self) -> None:
        """Show the leaf, or nothing at all."""
        leaf = None if self.is_blank else self.leaves[self.at]
        foot, corner = self.keys_here(), self.place_words()
        self._lectern.show(Sheet(leaf, self.page.title, foot, corner, self._hint))
