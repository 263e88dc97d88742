"""Painting what has changed and no more: the lines, the widgets and the cells.

Textual 8.2 draws every widget whole when a word on the screen changes, cuts each line wherever any
widget begins or ends, and sends a changed part of it from the left edge of its widget on. Beside
five columns that is most of the board. This touches what is private to Textual; a test watches it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from rich.console import Console
from rich.style import Style
from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.strip import Strip

Part = tuple[int, int, Strip]
"""Column, line and what is to stand there."""
Span = tuple[int, int]
"""The first cell and the one behind the last."""


class ExactUpdate(ChopsUpdate):
    """Parts of lines to be painted, cell for cell."""

    def __init__(self, parts: Iterable[Part]) -> None:
        super().__init__([], [], [])
        self.parts = list(parts)

    def render_segments(self, console: Console) -> str:
        """Return what the terminal is sent: a look is put on once for all that follows in it."""
        sent: list[str] = []
        run: list[str] = []
        worn: Style | None = None
        for x, y, strip in self.parts:
            run.append(f"\x1b[{y + 1};{x + 1}H")
            for text, style, _ in strip:
                if style is not worn and style != worn:
                    sent.append(_in_look("".join(run), worn, console))
                    run, worn = [], style
                run.append(text)
        return "".join([*sent, _in_look("".join(run), worn, console)])


class ExactCompositor(Compositor):
    """Puts the widgets of a screen together, as Textual does, front to back."""

    def render_partial_update(self) -> ChopsUpdate | None:
        """Return what is to be painted, if anything is: no widget beside it is asked to draw."""
        regions = self._dirty_regions.copy()
        self._dirty_regions.clear()
        if not regions:
            return None
        wanted: dict[int, list[Span]] = {}
        for y, left, right in self._regions_to_spans(regions):
            wanted.setdefault(y, []).append((left, right))
        return ExactUpdate(self._drawn(wanted))

    def _render_chops(
        self, crop: Region, is_rendered_line: Callable[[int], bool]
    ) -> Sequence[Mapping[int, Strip]]:
        """Draw the lines wanted from edge to edge."""
        lines: list[list[tuple[int, Strip]]] = [[] for _ in range(self.size.height)]
        wanted = {y: [crop.column_span] for y in crop.line_range if is_rendered_line(y)}
        for x, y, strip in self._drawn(wanted):
            lines[y].append((x, strip))
        return [dict(sorted(line, key=lambda part: part[0])) for line in lines]

    def _drawn(self, bare: dict[int, list[Span]]) -> Iterator[Part]:
        """Yield what stands on spans of lines, and take them out of `bare`. A widget that shows on
        none of them is not asked.
        """
        for widget, (region, clip) in self.visible_widgets.items():
            seen = region.intersection(clip)
            if seen and (shown := _taken(bare, seen)):
                left, top = seen.x, min(shown)
                asked = Region(left, top, seen.width, max(shown) - top + 1)
                strips = widget.render_lines(asked.translate(-region.offset))
                for y, spans in shown.items():
                    strip = strips[y - top]
                    for first, last in spans:
                        whole = last - first == seen.width
                        yield first, y, strip if whole else strip.crop(first - left, last - left)
                if not bare:
                    return


def _in_look(text: str, style: Style | None, console: Console) -> str:
    if style is None:
        return text
    return style.render(text, color_system=console._color_system)


def _taken(bare: dict[int, list[Span]], seen: Region) -> dict[int, list[Span]]:
    """Take what lies in a region out of the spans of lines, and return it."""
    left, top, right, bottom = seen.corners
    taken: dict[int, list[Span]] = {}
    for y in [y for y in bare if top <= y < bottom]:
        within = [
            (max(first, left), min(last, right))
            for first, last in bare[y]
            if first < right and left < last
        ]
        if within:
            taken[y] = within
            bare[y] = list(_beside(bare[y], left, right))
            if not bare[y]:
                del bare[y]
    return taken


def _beside(spans: Iterable[Span], left: int, right: int) -> Iterator[Span]:
    """Yield what of spans lies left or right of the cells between two."""
    for first, last in spans:
        if first < left:
            yield first, min(last, left)
        if last > right:
            yield max(first, right), last
