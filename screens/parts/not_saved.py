"""The banner that stays while something is not saved: why, and what to press."""

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from screens.parts.cells import clip
from screens.parts.unsaved import Kept


class NotSaved(Widget, can_focus=True):
    """Stands while `kept()` returns something. After a failure it has the focus, if no field has:
    Enter and `o` act then, and a key that moves gives the focus back.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "screen.save_again", "try again", show=False, id="banner.again"),
        Binding("o", "screen.save_elsewhere", "save elsewhere", show=False, id="banner.elsewhere"),
        *(
            Binding(key, f"give_back('{key}')", show=False)
            for key in ("up", "down", "left", "right", "home", "end", "pageup", "pagedown",
                        "j", "k", "space", "escape")
        ),
    ]  # fmt: skip
    DEFAULT_CSS = """
    NotSaved {
        height: auto; max-height: 5; display: none; background: $bad-back; color: $bad-fore;
        padding: 0 1; text-style: bold;
    }
    """

    class Elsewhere(Message):
        """What is not saved is to be saved in another folder."""

    def __init__(self, kept: Callable[[], list[Kept]], words: Callable[[Kept], str]) -> None:
        super().__init__()
        self._kept, self._words = kept, words
        self._back: Widget | None = None

    def take_focus(self) -> None:
        """Have the focus, and remember who had it."""
        if not self.has_focus:
            self._back = self.screen.focused
        self.screen.set_focus(self)

    def settle(self) -> None:
        """Stand there if anything of this side is left, else go away."""
        stands = bool(self._kept())
        if not stands and not self.display:
            return
        if not stands and self.has_focus:
            self._give_back()
        self.display = stands
        self.refresh(layout=True)

    def give_way(self) -> None:
        """Let another have the focus after this: whoever had it before."""
        if self.has_focus:
            self._give_back()

    def _give_back(self) -> None:
        back, self._back = self._back, None
        if back is not None and back.is_mounted and back.display:
            self.screen.set_focus(back)
        else:
            self.screen.focus_next()

    def action_give_back(self, key: str) -> None:
        """Give the focus back to who had it, and the key too."""
        self._give_back()
        if not self.has_focus and key != "escape":
            self.app.simulate_key(key)

    def render(self) -> Content:
        """Draw why, what, and what to press."""
        here = self._kept()
        if not here:
            return Content("")
        many = "" if len(here) == 1 else f" ({len(here)} changes)"
        lines = [
            f"NOT SAVED{many}: {here[-1].failed.reason}",
            "Nothing is lost while this stands.  F8 tries again, F4 saves elsewhere.",
        ]
        if words := "  ".join(filter(None, map(self._words, here))):
            lines.append(clip(words, 2 * max(20, self.app.size.width - 4)))
        return Content("\n".join(lines))
