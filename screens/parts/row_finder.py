"""Finding in a list of rows: what a screen with such a list would otherwise each say for itself."""

from cartui.services.people_lines import folded
from screens.parts.find_bar import FindBar
from screens.parts.rows import RowList


class RowFinder(FindBar):
    """The line under a list. The list narrows with each letter and has the focus afterwards.

    Its keys are told folded: neither case nor accents count.
    """

    def __init__(self, rows: RowList) -> None:
        super().__init__(self._sift)
        self._rows = rows

    def open(self) -> None:
        """Show the line and write in it, the count beside it."""
        super().open()
        self.say(*self._rows.count)

    def left(self) -> None:
        """Give the focus back to the list."""
        self._rows.focus()

    def _sift(self, text: str) -> None:
        self.say(*self._rows.sift(folded(text)))
