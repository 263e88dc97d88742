"""What a list knows of itself: which rows, which of them are found, highlighted and marked.

No toolkit here: a list of 10,000 is stepped through and sifted as fast as one of ten.
"""

from collections.abc import Iterable, Sequence


class Listing:
    """Rows by uid, in order; `hits` are the indexes that the needle leaves; `at` is one of them.

    `at` and `top` count in hits, not in rows. `marked` keeps marks of rows that are sifted out.
    """

    def __init__(self) -> None:
        self.uids: Sequence[str] = ()
        self.keys: Sequence[str] = ()
        self.hits: Sequence[int] = range(0)
        self.needle = ""
        self.at = 0
        self.top = 0
        self.marks: set[str] = set()

    @property
    def highlighted(self) -> str | None:
        """The uid under the cursor, None in an empty list."""
        return self.uids[self.hits[self.at]] if self.hits else None

    @property
    def marked(self) -> tuple[str, ...]:
        """The marked uids in the order of the list."""
        return tuple(uid for uid in self.uids if uid in self.marks) if self.marks else ()

    @property
    def shown(self) -> Sequence[str]:
        """The uids that the needle leaves, in order."""
        return [self.uids[hit] for hit in self.hits]

    def show(self, uids: Sequence[str], keys: Sequence[str] = ()) -> None:
        """Take new rows; the highlight stays on its uid, or else near where it was.

        `keys` are lower-cased search texts beside the uids; without them nothing can be sifted.
        """
        was = self.highlighted
        self.uids, self.keys = uids, keys
        if self.marks:
            self.marks.intersection_update(uids)
        self.hits = self._sift(range(len(uids)))
        self._settle(was)

    def sift(self, needle: str) -> None:
        """Leave only rows whose key holds every word of `needle`."""
        needle = " ".join(needle.lower().split())
        was, narrower = self.highlighted, needle.startswith(self.needle) and bool(self.needle)
        self.needle = needle
        self.hits = self._sift(self.hits if narrower else range(len(self.uids)))
        self._settle(was)

    def _sift(self, among: Sequence[int]) -> Sequence[int]:
        keys = self.keys
        if not keys:
            return among
        for word in self.needle.split():
            among = [index for index in among if word in keys[index]]
        return among

    def _settle(self, uid: str | None) -> None:
        if uid is None or not self.go_to(uid):
            self.at = max(0, min(self.at, len(self.hits) - 1))

    def go_to(self, uid: str) -> bool:
        """Highlight `uid` if it is shown; return whether it is."""
        for place, hit in enumerate(self.hits):
            if self.uids[hit] == uid:
                self.at = place
                return True
        return False

    def step(self, rows: int) -> None:
        """Move the highlight, stopping at the ends."""
        self.at = max(0, min(len(self.hits) - 1, self.at + rows))

    def keep_in_view(self, height: int) -> bool:
        """Scroll just enough that the highlight is in a window of `height` rows; say if it did."""
        was = self.top
        self.top = min(self.top, self.at)
        self.top = max(self.top, self.at - max(1, height) + 1)
        return self.scroll_to(self.top, height) or self.top != was

    def scroll_to(self, top: int, height: int) -> bool:
        """Put `top` first in the window, as far as there are rows; say whether anything moved."""
        was, last = self.top, max(0, len(self.hits) - max(1, height))
        self.top = max(0, min(top, last))
        return self.top != was

    def toggle(self, uid: str) -> None:
        """Mark a row, or take its mark away."""
        self.marks.symmetric_difference_update((uid,))

    def mark(self, uids: Iterable[str]) -> None:
        """Mark these rows beside those already marked."""
        self.marks.update(uids)
