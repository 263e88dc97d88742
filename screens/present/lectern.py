"""What a page for the room is drawn on, cell by cell."""

from collections.abc import Iterator
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from screens.parts.cells import clip
from screens.present.sheet import Laid, Painted, Sheet, laid_out


class Lectern(Widget):
    """Shows a sheet, in whatever size the window has."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "lectern--title", "lectern--strong", "lectern--lead", "lectern--muted", "lectern--stage",
        "lectern--soon", "lectern--last", "lectern--over",
    }  # fmt: skip
    DEFAULT_CSS = """
    Lectern {
        width: 100%; height: 100%; background: $background; color: $foreground;
        & > .lectern--title { color: $focus; text-style: bold; }
        & > .lectern--strong { text-style: bold; }
        & > .lectern--lead { color: $focus; text-style: bold; }
        & > .lectern--muted { color: $text-muted; }
        & > .lectern--stage { color: $background; background: $foreground; text-style: bold; }
        & > .lectern--soon { color: $warn; text-style: bold; }
        & > .lectern--last { color: $bad; text-style: bold; }
        & > .lectern--over { color: $bad; text-style: bold; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._sheet = Sheet()
        self._laid: tuple[Size, Laid] | None = None

    def show(self, sheet: Sheet) -> None:
        """Show a sheet from now on; only what is another than before is painted."""
        before, self._sheet, self._laid = self._laid, sheet, None
        if before is None or before[0] != self.size:
            self.refresh()
            return
        self._laid = self.size, laid_out(sheet, *self.size)
        if regions := list(_changed(before[1], self._laid[1])):
            self.refresh(*regions)

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        if self._laid is None or self._laid[0] != self.size:
            self._laid = self.size, laid_out(self._sheet, *self.size)
        plain = self.rich_style
        drawn, at = [], 0
        for start, text, look in self._laid[1].get(y, ()):
            shown = clip(text, self.size.width - start)
            drawn += [Segment(" " * (start - at), plain), Segment(shown, self._look(look))]
            at = start + cell_len(shown)
        return Strip(drawn).adjust_cell_length(self.size.width, plain).simplify()

    def _look(self, name: str) -> Style:
        return self.get_component_rich_style(f"lectern--{name}") if name else self.rich_style


def _changed(before: Laid, now: Laid) -> Iterator[Region]:
    """Yield where two pictures differ, a stretch of each line: a clock changes its last digit."""
    for y in sorted(before.keys() | now.keys()):
        old, new = before.get(y, []), now.get(y, [])
        if old != new:
            left, right = _stretch(old, new)
            yield Region(left, y, right - left, 1)


def _stretch(old: list[Painted], new: list[Painted]) -> tuple[int, int]:
    if len(old) == len(new) == 1 and (one := _within(old[0], new[0])) is not None:
        return one
    ends = [(start, start + cell_len(text)) for start, text, _ in (*old, *new)]
    return min(start for start, _ in ends), max(end for _, end in ends)


def _within(old: Painted, new: Painted) -> tuple[int, int] | None:
    """Return the cells in which two texts of one place and look differ; None for wide signs."""
    (start, was, look), (place, text, now) = old, new
    if (start, look, len(was)) != (place, now, len(text)) or cell_len(was + text) != 2 * len(was):
        return None
    differ = [at for at, (one, other) in enumerate(zip(was, text, strict=True)) if one != other]
    return start + differ[0], start + differ[-1] + 1
