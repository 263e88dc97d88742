"""The timer on the facilitator's own page: block digits and a word, painted where they change."""

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip

from cartui.services.public_clock import Reading
from screens.parts.digits import drawn
from screens.parts.one_line import OneLine

HIGH = 5
RUNNING = "left, running"


class Timer(OneLine):
    """Shows a reading of the clock, in one line if there is no more room; without one it takes
    none.
    """

    DEFAULT_CSS = """
    Timer {
        height: 6; display: none;
        & > .line--soon { color: $warn; text-style: bold; }
        & > .line--last { color: $bad; text-style: bold; }
        & > .line--over { color: $bad; text-style: bold; }
    }
    Timer.-shown { display: block; }
    """
    COMPONENT_CLASSES = OneLine.COMPONENT_CLASSES | {"line--soon", "line--last", "line--over"}

    def __init__(self) -> None:
        super().__init__()
        self._reading: Reading | None = None
        self._rows: list[str] = []

    def show(self, reading: Reading | None) -> None:
        """Show this reading; only what has changed is painted."""
        if reading == self._reading:
            return
        before, self._reading = self._reading, reading
        old, self._rows = self._rows, self._made()
        self.set_class(reading is not None, "-shown")
        if (
            len(old) != len(self._rows)
            or before is None
            or (reading is not None and before.look != reading.look)
        ):
            self.refresh()
            return
        self.refresh(*_changed(old, self._rows))

    def on_resize(self) -> None:
        """Draw small where there is one line."""
        self._rows = self._made()
        self.refresh()

    def _made(self) -> list[str]:
        if (now := self._reading) is None:
            return []
        words = now.words or RUNNING
        large = [f" {row}" for row in drawn(now.digits, HIGH)]
        if self.size.height == 1 or 0 < self.size.width < len(large[0]):
            return [f" {now.digits} {words}"]
        return [*large, f" {words}"]

    def render_line(self, y: int) -> Strip:
        """Draw a line."""
        look = (self._reading.look if self._reading else "") or "strong"
        row = self._rows[y] if y < len(self._rows) else ""
        return Strip([Segment(row, self._look(look))]).adjust_cell_length(
            self.size.width, self._look("")
        )


def _changed(old: list[str], new: list[str]) -> list[Region]:
    """Return the stretches in which two pictures of the digits differ."""
    found = []
    for y, (was, now) in enumerate(zip(old, new, strict=True)):
        wide = max(len(was), len(now))
        cells = zip(was.ljust(wide), now.ljust(wide), strict=True)
        differ = [x for x, (one, other) in enumerate(cells) if one != other]
        if differ:
            found.append(Region(differ[0], y, differ[-1] - differ[0] + 1, 1))
    return found
