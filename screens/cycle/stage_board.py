"""The board that is worked by keys or mouse: as quick with 10,000 cards as with ten."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.message import Message

from screens.cycle.picture import BoardPicture, no_picture
from screens.cycle.stage_view import StageView


class StageBoard(StageView, can_focus=True):
    """Columns of cards with one highlight, `[x]` marks and sifting in place."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "step(1)", "Next card", id="stages.down", show=False),
        Binding("up,k", "step(-1)", "Card before", id="stages.up", show=False),
        Binding("right", "turn(1)", "Next stage", id="stages.right", show=False),
        Binding("left", "turn(-1)", "Stage before", id="stages.left", show=False),
        Binding("home", "end(-1)", "First card", id="stages.first", show=False),
        Binding("end", "end(1)", "Last card", id="stages.last", show=False),
        Binding("pagedown", "page(1)", "A page on", id="stages.page_down", show=False),
        Binding("pageup", "page(-1)", "A page back", id="stages.page_up", show=False),
        Binding("space", "mark", "Select", id="stages.mark", show=False),
        Binding("enter", "open", "Open", id="stages.open", show=False),
    ]

    class Highlighted(Message):
        """The highlight stands elsewhere; `uid` is None in an empty column."""

        def __init__(self, uid: str | None, column: int) -> None:
            super().__init__()
            self.uid, self.column = uid, column

    class Opened(Message):
        """Enter was pressed on a card, or it was clicked twice."""

        def __init__(self, uid: str) -> None:
            super().__init__()
            self.uid = uid

    class Marked(Message):
        """The marks have changed; `uids` are the marked cards in board order."""

        def __init__(self, uids: tuple[str, ...]) -> None:
            super().__init__()
            self.uids = uids

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._told: tuple[str | None, int] | None = None

    # --- what the screen says and asks

    def show(self, picture: BoardPicture) -> None:
        """Show this board; highlight, marks and sifting stay where they are."""
        self.picture = picture
        self._faces.clear()
        keys = picture.keys() if self._here.needle else None
        self._here.show(picture.columns, keys)
        self._settle()

    def nothing(self, words: str) -> None:
        """Show one sentence in place of a board."""
        self.show(no_picture(words))

    def sift(self, needle: str) -> tuple[int, int]:
        """Show only cards whose text holds every word of `needle`; return (shown, all)."""
        self._here.sift(needle, self.picture.keys() if needle.strip() else None)
        self._settle()
        return self._here.count

    @property
    def count(self) -> tuple[int, int]:
        """How many cards are shown, and how many there are."""
        return self._here.count

    @property
    def highlighted(self) -> str | None:
        """The uid under the highlight."""
        return self._here.highlighted

    @property
    def column(self) -> int:
        """The column that has the highlight."""
        return self._here.column

    @property
    def chosen(self) -> tuple[str, ...]:
        """What an act is for: the marked cards, or else the highlighted one."""
        return self._here.chosen

    def highlight(self, uid: str) -> bool:
        """Move the highlight to a card if it is shown; return whether it is."""
        found = self._here.go_to(uid)
        self._settle()
        return found

    def clear_marks(self) -> bool:
        """Take all marks away; return whether there were any."""
        had = bool(self._here.marks)
        self._here.marks.clear()
        if had:
            self._tell_marks()
        return had

    # --- keys and mouse

    def action_step(self, cards: int) -> None:
        """Move the highlight within its column."""
        if self._slices:
            self._move(self._here.at[self.column] + cards)

    def action_end(self, way: int) -> None:
        """Go to the first or the last card of the column."""
        if self._slices:
            self._move(0 if way < 0 else len(self._here.shown[self.column]))

    def action_page(self, way: int) -> None:
        """Go one window of cards on or back."""
        if self._slices:
            self.action_step(way * self._room(self.column))

    def action_turn(self, way: int) -> None:
        """Go to the next stage or the one before."""
        self._enter(self.column + way)

    def action_mark(self) -> None:
        """Mark the highlighted card or unmark it, and step on."""
        if (uid := self.highlighted) is not None:
            self._here.toggle(uid)
            self._tell_marks()
            self.action_step(1)

    def action_open(self) -> None:
        """Say that the highlighted card was opened."""
        if (uid := self.highlighted) is not None:
            self.post_message(self.Opened(uid))

    def on_click(self, event: events.Click) -> None:
        """Highlight the card under the mouse; a second click opens it."""
        offset = event.get_content_offset(self)
        found = self.card_at(offset.x, offset.y) if offset is not None else None
        if found is None:
            return
        column, card = found
        self._enter(column)
        if card is not None:
            self._move(card)
            if event.chain == 2:
                self.action_open()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Go down the column."""
        event.stop()
        self.action_step(1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Go up the column."""
        event.stop()
        self.action_step(-1)

    def on_resize(self) -> None:
        """Keep the highlight in view when the window changes."""
        self._settle()

    def on_focus(self) -> None:
        """Show the highlight as the live one."""
        self._repaint_card()

    def on_blur(self) -> None:
        """Show the highlight as resting."""
        self._repaint_card()

    # --- keeping the picture true, and telling the screen

    def _enter(self, column: int) -> None:
        before, laid = self.column, self._slices
        self._here.turn(column - before)
        if self.column == before or not laid:
            return
        self._lay_out()
        self.refresh()
        self._tell()

    def _move(self, to: int) -> None:
        column = self.column
        before = self._here.at[column]
        self._here.step(to - before)
        if self._here.keep_in_view(column, self._room(column)):
            place = self._slices[column]
            left = self.gutter.left + place.x
            self.refresh(Region(left, self.gutter.top, place.width, self.size.height))
        elif self._here.at[column] != before:
            now = self._here.at[column]
            self.refresh(self._region(column, before), self._region(column, now))
        self._tell()

    def _repaint_card(self) -> None:
        if self._slices and self.highlighted is not None:
            self.refresh(self._region(self.column, self._here.at[self.column]))

    def _settle(self) -> None:
        self._lay_out()
        self.refresh()
        self._tell()

    def _tell(self) -> None:
        now = (self.highlighted, self.column)
        if now != self._told:
            self._told = now
            self.post_message(self.Highlighted(*now))

    def _tell_marks(self) -> None:
        self.refresh()
        self.post_message(self.Marked(self.chosen if self._here.marks else ()))
