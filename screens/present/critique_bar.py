"""The bar of a critique round below one's own screen, while the second window shows its page."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget

from cartui.services.critique_steps import CritiqueSteps
from screens.parts.keys import EVERYWHERE, verb
from screens.parts.slots import Slot
from screens.present.critique import ROUND, CritiqueDriving
from screens.present.prompter import Prompter
from screens.present.screen import Turned

PRIVATE_CLOCK = "critique-clock"


class CritiqueBar(CritiqueDriving, Prompter):
    """Two lines at the foot. In BACK the private clock stands over them, given by the back wing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        verb("plus", "more(1)", "a minute more", "Give this step a minute more",
             "critique.more", group=ROUND, rank=5, rooms=EVERYWHERE, also="longer time"),
        verb("minus", "more(-1)", "a minute less", "Give this step a minute less",
             "critique.less", group=ROUND, rank=6, rooms=EVERYWHERE, also="shorter time"),
    ]  # fmt: skip
    DEFAULT_CSS = """
    CritiqueBar {
        layers: base heard; background: $background 0%; color: $foreground;
        & > .bar {
            layer: base; dock: bottom; width: 100%; height: auto;
            & > Static {
                width: 100%; height: 2; padding: 0 1;
                background: $highlight; color: $on-highlight; text-style: bold;
            }
            & > Slot { width: 100%; height: 1; }
        }
    }
    """

    def __init__(
        self, steps: CritiqueSteps, turned: Turned, hear: Callable[[int, str], bool],
        half_typed: dict[int, str], private_clock: Widget | None = None,
    ) -> None:  # fmt: skip
        back = private_clock is not None
        super().__init__(steps, turned, hear, half_typed, open_words=back)
        self._private_clock = private_clock
        self._kept = ""

    def compose(self) -> ComposeResult:
        """The slot of the private clock, the two lines, the line for what is said."""
        with Vertical(classes="bar"):
            if self._private_clock is not None:
                slot = Slot(PRIVATE_CLOCK, classes="-filled")
                slot.compose_add_child(self._private_clock)
                yield slot
            yield from super().compose()
        yield self.heard

    def said(self, words: str) -> None:
        """Say it behind the name of the step."""
        self._kept = words
        self.show_leaf()

    def show_leaf(self) -> None:
        """Say which step it is, what its clock says, and the keys."""
        self._read = now = self.steps.reading()
        state = "blank now" if self.is_blank else self.place_words()
        aside = f"({state})" if state else ""
        said = (f"{self.page.title}: {now.digits}", now.words, aside, self._kept)
        words = "   ".join(filter(None, said))
        keys = fitting(self.hints(), self.app.size.width - 2)
        self._words.update(Content(f"{words}\n{keys}"))

    def _turned(self, *, blank: bool) -> None:
        self._kept = ""
        super()._turned(blank=blank)

    def action_more(self, minutes: int) -> None:
        """Give this step a minute more, or less."""
        self.steps.more(minutes)
        self._turned(blank=self.is_blank)


def fitting(hints: Iterable[str], wide: int) -> str:
    """Return as many hints as stand whole in a line, the first ones first."""
    line = ""
    for hint in hints:
        longer = f"{line}   {hint}" if line else hint
        if cell_len(longer) <= wide:
            line = longer
    return line
