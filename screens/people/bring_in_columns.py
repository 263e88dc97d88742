"""The second step of bringing a list in: what each of its columns means."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from cartui.exchange.people_csv import FIELDS, Sheet, guess_mapping, with_headings
from screens.parts.choice import Choice, lettered
from screens.parts.keys import verb
from screens.parts.rows import RowList
from screens.people.bring_in_rows import MAPPING_COLUMNS, TITLES, joining_words, mapping_face

MEANINGS = [field for field in FIELDS if field.id != "note_ignored"]


class ColumnRows(RowList):
    """The columns of the list, one in a row."""

    BINDINGS: ClassVar[list[BindingType]] = [
        verb("enter", "open", "go on", "See what would happen; nothing is written yet",
             "bring_in.look", group="Columns", rank=5),
    ]  # fmt: skip


class ColumnsStep(Vertical):
    """Shows the first rows under the guessed meanings, which the arrows change."""

    BINDINGS: ClassVar[list[BindingType]] = [
        verb("e", "which", "choose meaning", "Choose what the column means",
             "bring_in.which_field", group="Columns", rank=11),
        verb("right", "turn(1)", "next meaning", "The column means the next field",
             "bring_in.next_field", group="Columns", rank=12),
        verb("left", "turn(-1)", "meaning before", "The column means the field before",
             "bring_in.field_before", group="Columns", show=False),
        verb("h", "headings", "headings or not", "Take the first row as headings, or as a person",
             "bring_in.headings", group="Columns", rank=14),
        verb("m", "group", "into group", "Choose which group they join",
             "bring_in.group", group="Columns", rank=13),
    ]  # fmt: skip

    class GoOn(Message):
        """Enter was pressed: the meanings are right."""

    class Trouble(Message):
        """Something cannot be done now."""

        def __init__(self, says: str) -> None:
            super().__init__()
            self.says = says

    def __init__(self, groups: Mapping[str, str], group: str, private: Callable[[], bool]) -> None:
        super().__init__(classes="bring-in--step")
        self._groups = groups
        self._private = private
        self.group = group
        self.sheet: Sheet | None = None
        self.mapping: list[str] = []
        self._about = Static("", markup=False, classes="bring-in--about")
        self.rows = ColumnRows(MAPPING_COLUMNS, id="columns")

    def compose(self) -> ComposeResult:
        """What the list is, then its columns."""
        yield self._about
        yield self.rows

    def take(self, sheet: Sheet) -> None:
        """Take a list and guess what its columns mean."""
        self.sheet, self.mapping = sheet, list(guess_mapping(sheet))

    def show(self) -> None:
        """Show the columns as they are understood now."""
        if (sheet := self.sheet) is None:
            return
        private, mapping = self._private(), tuple(self.mapping)
        count = len(sheet.rows)
        lines = f"{count} {'line' if count == 1 else 'lines'}."
        where = joining_words(sheet, mapping, self._groups.get(self.group, ""))
        known = "" if sheet.has_headings else "No headings found; h takes the first row."
        self._about.update(Content(" ".join(filter(None, (lines, where, known)))))
        self.rows.show(
            [str(at) for at in range(len(mapping))],
            lambda uid: mapping_face(sheet, mapping, int(uid), private=private),
        )

    @on(RowList.Opened)
    def _opened(self, event: RowList.Opened) -> None:
        event.stop()
        self.post_message(self.GoOn())

    def action_turn(self, way: int) -> None:
        """Let the highlighted column mean the next field, or the one before."""
        ids = ["", *(field.id for field in MEANINGS)]
        now = self.mapping[self._at]
        self._mean(ids[((ids.index(now) if now in ids else 0) + way) % len(ids)])

    @work
    async def action_which(self) -> None:
        """Choose what the highlighted column means."""
        options = lettered([*(field.title for field in MEANINGS), TITLES[""]])
        chosen = await self.app.push_screen_wait(Choice("This column means", options))
        if chosen is not None:
            self._mean(MEANINGS[chosen].id if chosen < len(MEANINGS) else "")

    @property
    def _at(self) -> int:
        return int(self.rows.highlighted or 0)

    def _mean(self, field: str) -> None:
        """Give a column its meaning; a field that may come once is taken from the other column."""
        if field and field != "group":
            self.mapping = ["" if other == field else other for other in self.mapping]
        self.mapping[self._at] = field
        self.show()

    def action_headings(self) -> None:
        """Take the first row as headings, or as a person."""
        if (sheet := self.sheet) is None:
            return
        if len(sheet.rows) < 2 and not sheet.has_headings:
            self.post_message(self.Trouble("There is only one line, so it is a person."))
            return
        kept = self.mapping
        self.take(with_headings(sheet, not sheet.has_headings))
        self.mapping = self.mapping if any(self.mapping) else kept
        self.show()

    @work
    async def action_group(self) -> None:
        """Choose which group they join."""
        uids = [*self._groups, ""]
        options = lettered([*self._groups.values(), "no group"])
        at = await self.app.push_screen_wait(
            Choice("They join", options, at=uids.index(self.group) if self.group in uids else 0)
        )
        if at is not None:
            self.group = uids[at]
            self.show()
