"""Lines that are drawn once and kept: what looks as it did costs next to nothing to paint again."""

from collections.abc import Hashable, Iterable
from typing import Any, Self

from rich.style import Style
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.strip import Strip
from textual.widget import Widget

MOST = 2_000


class KeptLines(Widget):
    """Base of a widget that draws line by line. `kept` holds strips by all that they show.

    A refresh of regions draws anew what is not kept; one of the whole widget forgets all first,
    since then the toolkit does not say what has changed (the theme, the size, the rows).
    """

    ALLOW_SELECT = False
    # It has no scroll bar of the toolkit's: a size of its own need not be laid out once more.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.kept: dict[Hashable, Strip] = {}
        self._standing: tuple[object, list[Strip]] = (None, [])
        self._looks: dict[str, Style] = {}

    def draw_lines(self, lines: Iterable[int]) -> list[Strip]:
        """Return these lines of the window."""
        return [self.render_line(y) for y in lines]

    def forget(self) -> None:
        """Draw everything anew the next time."""
        self.kept.clear()

    def refresh(self, *regions: Region, **wanted: Any) -> Self:
        """Paint again; without regions nothing that was kept is trusted."""
        self._standing = (None, [])
        if not regions or len(self.kept) > MOST:
            self.forget()
        return super().refresh(*regions, **wanted)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the lines as they are painted, with the filters of the app gone over them."""
        size = self.size
        if crop != size.region or self.gutter or self.opacity < 1:
            return super().render_lines(crop)
        background, filters = self.background_colors[1], self.get_line_filters()
        seen = (size, background, *filters)
        if self._standing[0] != seen:
            strips = self.draw_lines(crop.line_range)
            for each in filters:
                strips = [strip.apply_filter(each, background) for strip in strips]
            self._standing = (seen, strips)
        return self._standing[1]

    def _look(self, name: str, *, partial: bool = False) -> Style:
        key = f"{name}{partial}"
        if (style := self._looks.get(key)) is None:
            if name:
                style = self.get_component_rich_style(name, partial=partial)
            else:
                style = self.rich_style
            self._looks[key] = style
        return style

    def notify_style_update(self) -> None:
        """Forget the colours of the theme before."""
        self._looks.clear()
        self.forget()
        self._standing = (None, [])
        super().notify_style_update()
