"""A list of Home under a caption of its own, which says in a few words how much there is."""

from collections.abc import Sequence

from rich.segment import Segment
from textual.strip import Strip

from screens.parts.cells import fit
from screens.parts.columns import Column
from screens.parts.rows import RowList
from screens.parts.rows_view import Frame
from screens.parts.symbols import mark


class Pane(RowList):
    """Rows under a caption. The caption stands there for an empty list, too."""

    COMPONENT_CLASSES = {"home--caption", "home--in-hand"}  # noqa: RUF012 - the toolkit's own

    def __init__(self, caption: str, columns: Sequence[Column], *, here: str, id: str) -> None:  # noqa: A002
        super().__init__(columns, empty="", here=here, marking=False, id=id)
        self.caption, self.sum = caption, ""

    def tell(self, sum_: str) -> None:
        """Say beside the caption how much there is."""
        if sum_ != self.sum:
            self.sum = sum_
            self.refresh()

    def draw_line(self, y: int, frame: Frame) -> Strip:
        """Draw the caption above whatever stands in the list."""
        if y:
            return super().draw_line(y, frame)
        # A look of its own: if the focus changed the caption's, every line would be drawn anew.
        width, style = frame.wide, self._look("home--in-hand" if frame.live else "home--caption")
        front = f"{mark('here')} " if frame.live else "  "
        words = f"{front}{self.caption}" + (f"   {self.sum}" if self.sum else "")
        return Strip([Segment(fit(words, width), style)], width)
