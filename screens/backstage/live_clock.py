"""The facilitator's own clock in a meeting: ahead or behind, what `m` would take. BACK alone."""

from collections.abc import Sequence
from typing import Protocol, cast

from cartui.model.meetings import Segment
from screens.backstage.private_clock import PULSE, private_words
from screens.parts.cells import clip, wrap
from screens.parts.one_line import OneLine, Piece

MOST, MOST_NARROW = 5, 2


class Running(Protocol):
    """What is asked of a running meeting: seconds, and who would give how many minutes."""

    def overrun(self) -> float:
        """By how much the part that is on is over its plan."""

    def behind(self) -> float:
        """By how much the meeting is behind, below 0 ahead."""

    def too_much(self) -> float:
        """How much does not fit before the locked end."""

    def takes(self) -> list[tuple[Segment, int]]:
        """From which parts how many minutes would be taken."""


class HasRunning(Protocol):
    """The page of a meeting."""

    running: Running
    is_on: bool


class LiveClock(OneLine):
    """A panel of two lines or three, which looks at the meeting twice a second."""

    DEFAULT_CSS = """
    LiveClock { height: auto; width: 100%; background: $panel; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._words: Sequence[str] = ()
        self._dark = False

    def on_mount(self) -> None:
        """Begin to look."""
        self.set_interval(PULSE, self.show_again)
        self.show_again()

    def show(self, uid: str, group: str = "") -> None:
        """Be about a meeting: the one of the page it stands on."""
        self.show_again()

    def go_dark(self) -> None:
        """Show nothing from now on: the room goes FRONT."""
        self._dark = True
        self._words = ()

    def show_again(self) -> None:
        """Look how the meeting stands to its plan."""
        page = cast(HasRunning, self.screen) if self.is_attached and not self._dark else None
        words = live_words(page.running) if page is not None and page.is_on else ()
        if words != self._words:
            self._words = words
            self.styles.height = max(1, len(self.lines_of_pieces(self.size.width or 40)))
            self.refresh()

    def on_resize(self) -> None:
        """Take as many lines as the words need."""
        self.styles.height = max(1, len(self.lines_of_pieces(self.size.width)))

    def lines_of_pieces(self, width: int) -> list[list[Piece]]:
        """The sentences, each on lines of its own; one after the other where there is no room."""
        narrow = self.is_attached and self.screen.has_class("-narrow")
        most, gap = (MOST_NARROW, "; ") if narrow else (MOST, "\n")
        lines = wrap_few(gap.join(self._words), max(1, width - 2), most) if self._words else []
        return [[(f" {line}", "strong")] for line in lines]


def live_words(running: Running) -> tuple[str, ...]:
    """Return how a meeting stands to its plan, and what making up for it would take."""
    stands = f"private: {private_words(running.overrun(), running.behind())}"
    minutes = -int(-running.too_much() // 60)
    if minutes < 1:
        return (stands,)
    taken = running.takes()
    if not taken:
        return (stands, f"{minutes} min too much, and nothing that could give any")
    gives = ", ".join(f"{much} from “{each.title}”" for each, much in taken)
    short = minutes - sum(much for _, much in taken)
    rest = f"; {short} stay over" if short > 0 else ""
    return (stands, f"{minutes} min too much: m takes {gives}{rest}")


def wrap_few(text: str, width: int, most: int) -> list[str]:
    """Return `text` in at most `most` lines; what has no room ends in an ellipsis."""
    lines = wrap(text, width)
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], clip(" ".join(lines[most - 1 :]), width)]
