"""The highlight and the marks of a board: kept true, repainted alone, told to the screen."""

from collections.abc import Callable, Mapping

from textual.geometry import Region
from textual.message import Message

from screens.cycle.picture import BoardPicture, no_picture
from screens.cycle.stage_view import StageView
from screens.cycle.widths import slices


class StageCursor(StageView):
    """A board with one highlight, marks and sifting; what is pressed is the StageBoard's."""

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
        self.follow: Callable[[str | None], None] | None = None
        self._keys: Mapping[str, str] | None = None

    # --- what the screen says and asks

    def show(self, picture: BoardPicture) -> None:
        """Show this board; highlight, marks and sifting stay where they are.

        The first time it opens on a card, not on an empty column.
        """
        opens = not any(self._here.shown)
        self.picture = picture
        self._faces.clear()
        self._keys = None
        self._here.show(picture.columns, self._search_texts(self._here.needle))
        if opens:
            self._here.find_any()
        self._settle()

    def nothing(self, words: str) -> None:
        """Show one sentence in place of a board."""
        self.show(no_picture(words))

    def sift(self, needle: str) -> tuple[int, int]:
        """Show only cards whose text holds every word of `needle`; return (shown, all)."""
        self._here.sift(needle, self._search_texts(needle))
        self._settle()
        return self._here.count

    def _search_texts(self, needle: str) -> Mapping[str, str] | None:
        """Return the search texts of this picture, made when they are first needed."""
        if not needle.strip():
            return None
        if self._keys is None:
            self._keys = self.picture.keys()
        return self._keys

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

    def highlight_any(self) -> None:
        """Move the highlight to the first column that holds a card, if it is in an empty one."""
        if self.highlighted is None:
            self._here.find_any()
            self._settle()

    def clear_marks(self) -> bool:
        """Take all marks away; return whether there were any."""
        had = bool(self._here.marks)
        self._here.marks.clear()
        if had:
            self._tell_marks()
        return had

    # --- keeping the picture true, and telling the screen

    def _enter(self, column: int) -> None:
        before, laid = self.column, self._slices
        self._here.turn(column - before)
        if self.column == before or not laid:
            return
        was = [self._shape_of(each) for each in range(len(laid))]
        if slices(len(laid), self.size.width, self.column) != laid:
            self._lay_out()
        for each, shape in enumerate(was):
            if shape != self._shape_of(each):
                self.refresh(self._column_region(each))
            elif each in (before, self.column):
                self._repaint_highlight(each)
        self._tell()

    def _shape_of(self, column: int) -> tuple[object, ...]:
        """What all lines of a column hang on, beside the highlight."""
        return self._slices[column], self._pitches[column], self._here.tops[column]

    def _repaint_highlight(self, column: int) -> None:
        """Repaint what shows where the highlight is: the head of a column, and its card."""
        place = self._slices[column]
        self.refresh(Region(self.gutter.left + place.x, self.gutter.top, place.width, 1))
        if self._here.shown[column]:
            self.refresh(self._region(column, self._here.at[column]))

    def _move(self, to: int) -> None:
        column = self.column
        before = self._here.at[column]
        self._here.step(to - before)
        if self._here.keep_in_view(column, self._room(column)):
            self.refresh(self._column_region(column))
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
            if self.follow is not None:
                self.follow(self.highlighted)  # at once, so that all of it is one frame
            else:
                self.post_message(self.Highlighted(*now))

    def _tell_marks(self) -> None:
        self.refresh()
        self.post_message(self.Marked(self.chosen if self._here.marks else ()))
