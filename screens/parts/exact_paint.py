"""Painting what has changed and no more: the lines, the widgets and the cells.

Textual 8.2 draws every widget whole when a word on the screen changes, and sends a changed part of
a line from the left edge of its widget on, again for each further part. Beside five columns that is
most of the board. This touches what is private to Textual; a test watches it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from rich.console import Console
from rich.control import Control
from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.strip import Strip

Chops = list[dict[int, Strip | None]]


class ExactUpdate(ChopsUpdate):
    """A part of the screen to be painted, cell for cell."""

    def parts(self) -> Iterator[tuple[int, int, Strip]]:
        """Yield column, line and what is to stand there."""
        for y, left, right in self.spans:
            for end, (start, strip) in zip(self.chop_ends[y], self.chops[y].items(), strict=False):
                first, last = max(start, left), min(end, right)
                if strip is not None and first < last:
                    yield first, y, strip.crop(first - start, last - start)

    def render_segments(self, console: Console) -> str:
        """Return what the terminal is sent."""
        sent: list[str] = []
        for x, y, strip in self.parts():
            sent += [Control.move_to(x, y).segment.text, strip.render(console)]
        return "".join(sent)


class ExactCompositor(Compositor):
    """Puts the widgets of a screen together, as Textual does, front to back."""

    def render_partial_update(self) -> ChopsUpdate | None:
        """Return what is to be painted, if anything is: no widget beside it is asked to draw."""
        regions = self._dirty_regions.copy()
        self._dirty_regions.clear()
        if not regions:
            return None
        spans = list(self._regions_to_spans(regions))
        wanted: dict[int, tuple[int, int]] = {}
        for y, left, right in spans:
            first, last = wanted.get(y, (left, right))
            wanted[y] = min(first, left), max(last, right)
        return ExactUpdate(self._drawn(wanted), spans, [cuts[1:] for cuts in self.cuts])

    def _render_chops(
        self, crop: Region, is_rendered_line: Callable[[int], bool]
    ) -> Sequence[Mapping[int, Strip]]:
        """Draw the lines wanted from edge to edge."""
        return self._drawn({  # type: ignore[return-value]
            y: crop.column_span for y in crop.line_range if is_rendered_line(y)
        })  # fmt: skip

    def _drawn(self, wanted: Mapping[int, tuple[int, int]]) -> Chops:
        """Draw between two cells of each line wanted, by widget; one that shows nowhere there is
        not asked.
        """
        chops: Chops = [dict.fromkeys(ends[:-1]) for ends in self.cuts]
        for widget, (region, clip) in self.visible_widgets.items():
            seen = region.intersection(clip)
            left, right = seen.column_span
            lines = [
                y
                for y in seen.line_range
                if y in wanted
                and left < wanted[y][1]
                and wanted[y][0] < right
                and _bare(chops[y], left, right)
            ]
            if lines:
                top, high = lines[0], lines[-1] - lines[0] + 1
                asked = Region(left, top, right - left, high).translate(-region.offset)
                strips = widget.render_lines(asked)
                for y in lines:
                    self._lay_in(chops[y], self.cuts[y], strips[y - top], left, right)
        return chops

    @staticmethod
    def _lay_in(
        line: dict[int, Strip | None], cuts: list[int], strip: Strip, left: int, right: int
    ) -> None:
        """Put a widget's part of a line where nothing in front of it stands."""
        own = [cut for cut in cuts if left <= cut <= right]
        for cut, part in zip(own, strip.divide([cut - left for cut in own[1:]]), strict=False):
            if line.get(cut) is None:
                line[cut] = part


def _bare(line: Mapping[int, Strip | None], left: int, right: int) -> bool:
    """Whether nothing has been laid yet somewhere between two cells of a line."""
    return any(part is None and left <= cut < right for cut, part in line.items())
