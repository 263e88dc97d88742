"""Lines that are drawn once and kept: what looks as it did costs next to nothing to paint again."""

from collections.abc import Hashable, Iterable
from typing import Any, ClassVar, Self

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.strip import Strip
from textual.widget import Widget

from screens.parts.cells import one_line

MOST = 2_000


class KeptLines(Widget):
    """Base of a widget that draws line by line. `kept` holds strips by all that they show; `LOOKS`
    is what the names of its looks begin with.

    A refresh of regions draws anew what is not kept; one of the whole widget forgets all first,
    since then the toolkit does not say what has changed (the theme, the rows). A widget of another
    size is painted with all that is laid out anew: `fit` is called before, and nothing has to be
    refreshed when the toolkit tells it its size, a frame later.
    """

    ALLOW_SELECT = False
    LOOKS: ClassVar[str] = ""
    # It has no scroll bar of the toolkit's: its size need not be laid out or painted once more.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False, repaint=False)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.kept: dict[Hashable, Strip] = {}
        self._fitted: Size | None = None
        self._standing: dict[int, Strip] = {}
        self._stands_for: tuple[object, ...] = ()
        self._looks: dict[str, Style] = {}

    def fit(self) -> None:
        """Lay out what depends on the size of the window."""

    def fit_window(self) -> None:
        """Lay that out if the window has another size than it was laid out for."""
        if self._fitted != self.size:
            self._fitted = self.size
            self.fit()

    def draw_lines(self, lines: Iterable[int]) -> list[Strip]:
        """Return these lines of the window."""
        return [self.render_line(y) for y in lines]

    def forget(self) -> None:
        """Draw everything anew the next time."""
        self.kept.clear()

    def refresh(self, *regions: Region, **wanted: Any) -> Self:
        """Paint again; without regions nothing that was kept is trusted."""
        for region in regions:
            for y in region.line_range:
                self._standing.pop(y, None)
        if not regions or len(self.kept) > MOST:
            self._standing.clear()
            self.forget()
        return super().refresh(*regions, **wanted)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the lines as they are painted, with the filters of the app gone over them."""
        self.fit_window()
        if self.gutter or self.opacity < 1:
            return super().render_lines(crop)
        size, background, filters = self.size, self.background_colors[1], self.get_line_filters()
        if self._stands_for != (seen := (size, background, *filters)):
            self._stands_for = seen
            self._standing.clear()
        wanted = [y for y in crop.line_range if y not in self._standing]
        for y, strip in zip(wanted, self.draw_lines(wanted), strict=True):
            for each in filters:
                strip = strip.apply_filter(each, background)  # noqa: PLW2901 - one after the other
            self._standing[y] = strip
        left, right = crop.column_span
        strips = [self._standing[y] for y in crop.line_range]
        if (left, right) == (0, size.width):
            return strips
        return [strip.crop(left, right) for strip in strips]

    def _in_cells(self, pieces: Iterable[tuple[str, str]], width: int) -> Strip:
        """Return a line of so many cells: pieces of text, each with its look."""
        drawn = [Segment(one_line(text), self._look(look)) for text, look in pieces]
        return Strip(filled(drawn, width, self._look("")), width)

    def _look(self, name: str, *, partial: bool = False) -> Style:
        key = f"{name}{partial}"
        if (style := self._looks.get(key)) is None:
            if name:
                style = self.get_component_rich_style(self.LOOKS + name, partial=partial)
            else:
                style = self.rich_style
            self._looks[key] = style
        return style

    def notify_style_update(self) -> None:
        """Forget the colours of the theme before."""
        self._looks.clear()
        self.forget()
        self._standing.clear()
        super().notify_style_update()


def filled(drawn: list[Segment], width: int, style: Style) -> list[Segment]:
    """Return a line of exactly so many cells: filled up with blanks in a style, or cut off."""
    blanks = width - sum([cell_len(text) for text, *_ in drawn])
    if blanks < 0:
        return [*Strip(drawn).adjust_cell_length(width)]
    return [*drawn, Segment(" " * blanks, style)] if blanks else drawn
