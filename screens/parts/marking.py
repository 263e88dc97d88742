"""A pop-up in which marks are made, one key each: every mark is saved as it is made.

`u` takes back what was marked in it, and no more.
"""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from cartui.store.events import Change
from screens.parts.popup import Box, Popup
from screens.parts.rows import RowList

NOT_SAVED = "NOT SAVED   F8 tries again   F4 saves elsewhere   Esc leaves it unsaved"
DONE = "Enter or Esc: done, all of it is saved"
FEWEST_ROWS = 3


class MarkingPopup(Popup[None]):
    """Rows that are marked one after the other. Subclasses give `show_again` and set `rows`."""

    KEEPS = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("u,ctrl+z", "turn('undo')", "Take back", show=False, id="marking.undo"),
        Binding("U,ctrl+y", "turn('redo')", "Do again", show=False, id="marking.redo"),
    ]
    rows: RowList

    def __init__(self, title: str, foot: str = DONE) -> None:
        super().__init__(title, foot)
        self._made = self._taken_back = 0

    def show_again(self) -> None:
        """Read what is marked, and show it; the highlight stays on its row."""

    def on_screen_resume(self) -> None:
        """Show what may have changed while it was out of sight."""
        self.show_again()

    def fit_rows(self, count: int, beside: int) -> None:
        """Give so many rows the room there is; `beside` lines of the window are taken already."""
        room = self.app.size.height * 9 // 10 - beside
        self.rows.styles.height = max(FEWEST_ROWS, min(room, count + 1))

    def tell_saved(self, *, unsaved: bool) -> None:
        """Say at the foot whether all of it is saved."""
        for box in self.query(Box):
            box.border_subtitle = Content(NOT_SAVED if unsaved else DONE)

    def marked(self, change: Change | None) -> None:
        """A mark was made; None if it was not saved."""
        if change is not None:
            self._made, self._taken_back = self._made + 1, 0
        self.show_again()

    async def action_turn(self, way: str) -> None:
        """Take back what was marked here, and no more; or do it again."""
        if way == "undo" and self._made:
            self._made, self._taken_back = self._made - 1, self._taken_back + 1
        elif way == "redo" and self._taken_back:
            self._made, self._taken_back = self._made + 1, self._taken_back - 1
        else:
            return
        await self.app.run_action(f"app.{way}")
        self.show_again()

    def on_row_list_opened(self, event: RowList.Opened) -> None:
        """Enter: done."""
        event.stop()
        self.dismiss(None)
