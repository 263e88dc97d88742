"""The second window: shows what the first one presents, and nothing of its own."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen

from cartui.services.following import Following
from cartui.services.public_clock import Reading, reading
from cartui.services.second_window import Shown
from screens.parts.exact_paint import ExactCompositor
from screens.parts.keys import EVERYWHERE, verb
from screens.present.leaves import leaves
from screens.present.lectern import Lectern
from screens.present.rows import WIDE, Leaf, Row
from screens.present.screen import BIGGER
from screens.present.sheet import Sheet
from screens.present.wrapping import wrapped

PULSE = 0.2
"""Seconds between two looks at what is shown."""
NOTHING = (
    "Nothing is shown just now.",
    "In the first window press p.\nThis window follows by itself.\nq closes it.",
)
GONE = (
    "The first window is gone.",
    "Open cartui again and press p there.\nThis window follows by itself.\nq closes it.",
)


class SecondScreen(Screen[None], inherit_bindings=False):
    """Follows. Only leaving is done here, so that nothing on the projector can go wrong."""

    BINDINGS: ClassVar[list[BindingType]] = [
        verb("q,ctrl+q", "leave", "close", "Close the second window", "second.leave",
             group="Present", rooms=EVERYWHERE),
    ]  # fmt: skip

    def __init__(
        self, following: Following, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        super().__init__()
        self._compositor = ExactCompositor()
        self._clock = clock
        self._following = following
        self._lectern = Lectern()
        self._stands: object = self

    def compose(self) -> ComposeResult:
        """The page."""
        yield self._lectern

    def on_mount(self) -> None:
        """Begin to follow."""
        self._following.begin()
        self._follow()
        self.set_interval(PULSE, self._follow)

    def on_unmount(self) -> None:
        """Follow no longer."""
        self._following.end()

    def _follow(self) -> None:
        shown = self._following.look()
        clock = reading(shown.clock, self._clock()) if shown is not None and shown.clock else None
        now = (shown, clock) if shown is not None else self._following.is_alone
        if now == self._stands:
            return
        self._stands = now
        if shown is not None:
            self._show(shown, clock)
        else:
            self._lectern.show(Sheet(_told(GONE if now else NOTHING), hint=BIGGER))

    def _show(self, shown: Shown, clock: Reading | None) -> None:
        found = leaves(shown.page)
        at = max(0, min(shown.leaf, len(found) - 1))
        corner = f"page {at + 1} of {len(found)}" if len(found) > 1 else ""
        leaf = None if shown.blank else found[at]
        self._lectern.show(Sheet(leaf, shown.page.title, corner=corner, clock=clock))

    def action_leave(self) -> None:
        """Close this window."""
        self.app.exit()


def _told(words: tuple[str, str]) -> Leaf:
    first, second = (wrapped(text, WIDE) for text in words)
    rows = [*(Row(line) for line in first), Row(""), *(Row(line, "") for line in second)]
    return Leaf(rows=tuple(rows), centred=True)
