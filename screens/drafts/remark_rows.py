"""The list of comments beside a draft: one row each, in the order of the text."""

from collections.abc import Iterable

from screens.drafts.remark_face import COLUMNS
from screens.parts.rows import RowList


class RemarkRows(RowList):
    """A list whose rows can be painted anew one by one, when a verdict changes what they say."""

    def __init__(self) -> None:
        super().__init__(COLUMNS, empty="", headings=False)

    def in_sight(self) -> list[tuple[int, str]]:
        """Return (place among the rows, uid) of the rows in the window."""
        top, hits = self._list.top, self._list.hits
        last = min(len(hits), top + self.rows_high)
        return [(at, self._list.uids[hits[at]]) for at in range(top, last)]

    def highlight(self, uid: str) -> bool:
        """Move the highlight to `uid` if it is shown, painting no more than a step would."""
        before, found = self._list.at, self._list.go_to(uid)
        to, self._list.at = self._list.at, before
        self._move(to)
        return found

    def repaint(self, uids: Iterable[str]) -> None:
        """Draw these rows anew, if they are in the window."""
        changed = set(uids)
        for shows in [each for each in self.kept if isinstance(each, tuple) and each[0] in changed]:
            del self.kept[shows]
        lines = [self.line_of(at) for at, uid in self.in_sight() if uid in changed]
        if lines:
            self.refresh(*lines)
