"""A round before the room: its question, its clock, and how many are still to come. No names.

Whose turn it is the person themselves knows, or is told; a page on the wall names nobody.
"""

from collections.abc import Callable

from msgspec.structs import replace

from cartui.services.meeting_show import MeetingShow, Place
from cartui.services.pages import Page
from cartui.services.rounds import Turns

ALL_HAD = "Everybody has had a turn."
LAST_ONE = "The last one, please."
NEXT = "Next, please. {} still to come."
BEGIN = "Each in turn."


class RoundShow:
    """Adds to the pages of a meeting where its round stands. `turns` gives that, None outside a
    round; `keep` keeps it.
    """

    def __init__(
        self, show: MeetingShow, turns: Callable[[], Turns | None], keep: Callable[[Turns], None]
    ) -> None:
        self._show, self._turns, self._keep = show, turns, keep

    def page_of(self, page: Page) -> Page:
        """Return a page with the words of its round, if it is one."""
        turns = self._turns() if self._show.place is Place.PART else None
        if turns is None or not turns.order:
            return page
        return replace(page, after=(*page.after, words_of(turns)))

    def turn(self, steps: int) -> bool:
        """Go a turn on or back; False where no round has begun, or there is none that way.

        A round begins on one's own page, so that whoever counts no turns is not held up by it.
        """
        turns = self._turns() if self._show.place is Place.PART else None
        if turns is None or not turns.steps or not (steps < 0 or turns.now):
            return False
        self._keep(turns.on() if steps > 0 else turns.back())
        return True


def words_of(turns: Turns) -> str:
    """Return where a round stands, for the room."""
    left = len(turns.waiting)
    if not left:
        return ALL_HAD
    if not turns.had and not turns.skipped:
        return BEGIN
    return LAST_ONE if left == 1 else NEXT.format(left)
