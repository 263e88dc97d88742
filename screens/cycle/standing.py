"""Where the highlight stands on a board: which column, which card in each, what is sifted out."""

from collections.abc import Mapping, Sequence


class Standing:
    """Columns of uids with one cursor each; `column` is the one that has the highlight.

    `tops` are the first cards in view, by column. No toolkit here, so 10,000 cards cost as much
    as ten.
    """

    def __init__(self) -> None:
        self.all: Sequence[Sequence[str]] = ()
        self.shown: list[Sequence[str]] = []
        self.column = 0
        self.at: list[int] = []
        self.tops: list[int] = []
        self.marks: set[str] = set()
        self.needle = ""

    @property
    def highlighted(self) -> str | None:
        """The uid under the highlight; None in an empty column."""
        if not self.shown or not self.shown[self.column]:
            return None
        return self.shown[self.column][self.at[self.column]]

    @property
    def chosen(self) -> tuple[str, ...]:
        """What an act is for: the marked cards in board order, or else the highlighted one."""
        if self.marks:
            return tuple(uid for column in self.all for uid in column if uid in self.marks)
        here = self.highlighted
        return (here,) if here is not None else ()

    @property
    def count(self) -> tuple[int, int]:
        """How many cards are shown, and how many there are."""
        return sum(map(len, self.shown)), sum(map(len, self.all))

    def show(self, columns: Sequence[Sequence[str]], keys: Mapping[str, str] | None) -> None:
        """Take new columns; the highlight stays on its card, wherever that stands now."""
        was = self.highlighted
        if len(columns) != len(self.all):
            self.at, self.tops = [0] * len(columns), [0] * len(columns)
            self.column = min(self.column, max(0, len(columns) - 1))
        self.all = columns
        if self.marks:
            self.marks &= {uid for column in columns for uid in column}
        self.sift(self.needle, keys, was)

    def sift(self, needle: str, keys: Mapping[str, str] | None, was: str | None = None) -> None:
        """Leave only cards whose key holds every word of `needle`."""
        was = was or self.highlighted
        self.needle = " ".join(needle.lower().split())
        words = self.needle.split()
        self.shown = list(self.all)
        if words and keys is not None:
            self.shown = [
                [uid for uid in column if all(word in keys[uid] for word in words)]
                for column in self.all
            ]
        self.at = [
            max(0, min(at, len(column) - 1)) for at, column in zip(self.at, self.shown, strict=True)
        ]
        found = was is not None and self.go_to(was)
        if not found and self.needle and self.highlighted is None:
            self.find_any()  # while sifting, never stand in an empty column

    def find_any(self) -> None:
        """Go to the first column that holds a card."""
        full = [index for index, column in enumerate(self.shown) if column]
        self.column = full[0] if full else self.column

    def go_to(self, uid: str) -> bool:
        """Highlight a card if it is shown; return whether it is."""
        first = self.column if self.column < len(self.shown) else 0
        for column in (first, *range(len(self.shown))):
            if self.shown and uid in self.shown[column]:
                self.column, self.at[column] = column, self.shown[column].index(uid)
                return True
        return False

    def step(self, cards: int) -> None:
        """Move the highlight within its column, stopping at the ends."""
        if self.shown:
            last = len(self.shown[self.column]) - 1
            self.at[self.column] = max(0, min(last, self.at[self.column] + cards))

    def turn(self, columns: int) -> None:
        """Move the highlight to another column, stopping at the ends."""
        self.column = max(0, min(len(self.shown) - 1, self.column + columns))

    def keep_in_view(self, column: int, room: int) -> bool:
        """Scroll a column just enough for its cursor, `room` cards being in view; say if it did."""
        was, at, last = self.tops[column], self.at[column], len(self.shown[column])
        room = max(1, room)
        top = max(min(was, at), at - room + 1)
        self.tops[column] = max(0, min(top, last - room))
        return self.tops[column] != was

    def toggle(self, uid: str) -> None:
        """Mark a card, or take its mark away."""
        self.marks.symmetric_difference_update((uid,))
