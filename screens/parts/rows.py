"""A list that is worked by keys or mouse: as quick with 10,000 rows as with ten.

A row is drawn only when it is on the screen, by the `face` that the screen gives; moving the
highlight repaints two lines.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message

from screens.parts.columns import Column
from screens.parts.keys import EVERYWHERE, verb
from screens.parts.rows_view import Face, RowView

__all__ = ["Column", "Face", "RowList"]


class RowList(RowView, can_focus=True):
    """Rows under column headings, with a highlight, `[x]` marks and sifting in place.

    `empty` is what stands there when there are no rows: one sentence and the next key. Without
    `marking` there is no selecting, as in a list from which one thing is chosen.
    """

    # The steps have priority: so a held key is not first carried through four widgets to the app.
    BINDINGS: ClassVar[list[BindingType]] = [
        verb("down,j", "step(1)", "down", "One row down", "rows.down",
             show=False, group="Look around", rooms=EVERYWHERE, priority=True),
        verb("up,k", "step(-1)", "up", "One row up", "rows.up",
             show=False, group="Look around", rooms=EVERYWHERE, priority=True),
        verb("home", "end(-1)", "first", "To the first row", "rows.first",
             show=False, group="Look around", rooms=EVERYWHERE),
        verb("end", "end(1)", "last", "To the last row", "rows.last",
             show=False, group="Look around", rooms=EVERYWHERE),
        verb("pagedown", "page(1)", "page on", "A page on", "rows.page_down",
             show=False, group="Look around", rooms=EVERYWHERE),
        verb("pageup", "page(-1)", "page back", "A page back", "rows.page_up",
             show=False, group="Look around", rooms=EVERYWHERE),
        verb("space", "mark", "select", "Select the row or let it go, to act on many", "rows.mark",
             show=False, group="Look around", rooms=EVERYWHERE),
        verb("enter", "open", "open", "Open what is highlighted", "rows.open",
             show=True, rank=4, group="Look around", rooms=EVERYWHERE),
    ]  # fmt: skip

    class Highlighted(Message):
        """Another row is under the cursor; `uid` is None when the list is empty."""

        def __init__(self, rows: "RowList", uid: str | None) -> None:
            super().__init__()
            self.rows, self.uid = rows, uid

        @property
        def control(self) -> "RowList":
            """The list it happened in."""
            return self.rows

    class Opened(Message):
        """Enter was pressed on a row, or it was clicked twice."""

        def __init__(self, rows: "RowList", uid: str) -> None:
            super().__init__()
            self.rows, self.uid = rows, uid

        @property
        def control(self) -> "RowList":
            """The list it happened in."""
            return self.rows

    class Marked(Message):
        """The marks have changed; `uids` are all the marked rows in order."""

        def __init__(self, rows: "RowList", uids: tuple[str, ...]) -> None:
            super().__init__()
            self.rows, self.uids = rows, uids

        @property
        def control(self) -> "RowList":
            """The list it happened in."""
            return self.rows

    def __init__(
        self,
        columns: Sequence[Column],
        *,
        empty: str = "",
        headings: bool = True,
        here: str = "",
        marking: bool = True,
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(columns, empty=empty, headings=headings, here=here, name=id)
        self._told: str | None = None
        self._marking = marking
        # Called at once when another row is highlighted, so that what stands beside the list is
        # painted in the same frame; the message, which would come later, is then not sent.
        self.follow: Callable[[str | None], None] | None = None

    # --- what the screen says and asks

    def show(
        self, uids: Sequence[str], face: Callable[[str], Face], keys: Sequence[str] = ()
    ) -> None:
        """Show these rows; highlight, marks and sifting stay. `keys` are lower-cased texts."""
        self._face = face
        self._list.show(uids, keys)
        self._settle()

    def sift(self, needle: str) -> tuple[int, int]:
        """Show only rows whose key holds every word of `needle`; return (shown, all)."""
        self._list.sift(needle)
        self._list.keep_in_view(self.rows_high)
        self.refresh(self.size.region)
        self._tell()
        return self.count

    @property
    def count(self) -> tuple[int, int]:
        """How many rows are shown, and how many there are."""
        return len(self._list.hits), len(self._list.uids)

    @property
    def shown(self) -> Sequence[str]:
        """The uids that the sifting leaves, in order."""
        return self._list.shown

    @property
    def highlighted(self) -> str | None:
        """The uid under the cursor."""
        return self._list.highlighted

    @property
    def marked(self) -> tuple[str, ...]:
        """The marked uids in the order of the list."""
        return self._list.marked

    @property
    def chosen(self) -> tuple[str, ...]:
        """What an act is for: the marked rows in order, or else the highlighted one."""
        here = self.highlighted
        return self._list.marked or ((here,) if here is not None else ())

    def highlight(self, uid: str) -> bool:
        """Move the highlight to `uid` if it is shown; return whether it is."""
        found = self._list.go_to(uid)
        self._settle()
        return found

    def mark(self, uids: Iterable[str] | None = None) -> None:
        """Mark these rows too; without uids, all that are shown."""
        self._list.mark(self._list.shown if uids is None else uids)
        self._tell_marks()

    def clear_marks(self) -> bool:
        """Take all marks away; return whether there were any."""
        had = bool(self._list.marks)
        self._list.marks.clear()
        if had:
            self._tell_marks()
        return had

    # --- keys and mouse

    def action_step(self, rows: int) -> None:
        """Move the highlight by rows."""
        self._move(self._list.at + rows)

    def action_end(self, way: int) -> None:
        """Go to the first or the last row."""
        self._move(0 if way < 0 else len(self._list.hits))

    def action_page(self, way: int) -> None:
        """Go one window of rows on or back."""
        self._move(self._list.at + way * self.rows_high)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to open only what is there."""
        if action == "open" and self.highlighted is None:
            return None
        return super().check_action(action, parameters)

    def action_mark(self) -> None:
        """Mark the highlighted row or unmark it, and step on."""
        if (uid := self.highlighted) is not None and self._marking:
            self._list.toggle(uid)
            self._tell_marks()
            self.action_step(1)

    def action_open(self) -> None:
        """Say that the highlighted row was opened."""
        if (uid := self.highlighted) is not None:
            self.post_message(self.Opened(self, uid))

    def on_click(self, event: events.Click) -> None:
        """Highlight the row under the mouse; a second click opens it."""
        offset = event.get_content_offset(self)
        if offset is None or (row := self.row_at(offset.y)) is None:
            return
        self._move(row)
        if event.chain == 2:
            self.action_open()

    def fit(self) -> None:
        """Keep the highlight in view when the window changes."""
        self._list.keep_in_view(self.rows_high)

    # --- keeping the picture true, and telling the screen

    def _move(self, to: int) -> None:
        before = self._list.at
        self._list.step(to - before)
        if self._list.keep_in_view(self.rows_high):
            self.refresh(self.size.region)
        elif self._list.at != before:
            self.refresh(self.line_of(before), self.line_of(self._list.at))
        self._tell()

    def _settle(self) -> None:
        self._list.keep_in_view(self.rows_high)
        self.refresh()
        self._tell()

    def _tell(self) -> None:
        if self.highlighted != self._told:
            if self.highlighted is None or self._told is None:
                self.refresh_bindings()
            self._told = self.highlighted
            if self.follow is not None:
                self.follow(self._told)
            else:
                self.post_message(self.Highlighted(self, self._told))

    def _tell_marks(self) -> None:
        self.refresh()
        self.post_message(self.Marked(self, self._list.marked))
