"""What Home shows: the next step, the groups, what waits, what is owed, what is new."""

from collections import Counter
from collections.abc import Sequence

from textual import events
from textual.content import Content

from cartui.model.rooms import Room
from cartui.services.glance import Glance, GroupLine
from cartui.services.glance_errands import Errand, next_of
from cartui.services.glance_news import News
from cartui.services.looking import Looking
from cartui.services.programmes import Programmes
from screens.home.errand_lines import OWED, WAITS, errand_face, next_words, owed_sum, waits_sum
from screens.home.home_lists import HomeLists
from screens.home.lines import (
    GROUPS,
    NEWS,
    PUBLIC_GROUPS,
    GroupCounts,
    fitted,
    group_face,
    news_face,
    public_face,
    with_groups,
)
from screens.parts.columns import lay_out
from screens.parts.rows import Face

WRITTEN = 0.01
"""Seconds in which the first frame is written to the terminal, before this thread goes on."""
NOTHING_WAITS = "Nothing waits for you. 5 shows all drafts."
NOTHING_OWED = "Nothing is owed."
NOTHING_NEW = "Nothing has changed."


class HomePanes(HomeLists):
    """What stands in the lists of Home. At the first paint drafts, rules and news are not read
    yet: the frame after it has them.
    """

    def __init__(self, glance: Glance, programmes: Programmes, looking: Looking) -> None:
        super().__init__()
        self._glance, self._programmes, self._looking = glance, programmes, looking
        self._whole = self._promised = False
        self._lines: dict[str, GroupLine] = {}
        self._errands: dict[str, Errand] = {}
        self._news: dict[str, News] = {}
        self._counts = GroupCounts()
        self.next: Errand | None = None

    def heading(self) -> str:
        """The programme's name."""
        return self._programmes.name()

    def show_again(self) -> None:
        """Read the groups, then what waits, what is owed and what is new."""
        public = self.room is Room.PUBLIC
        self.set_class(public, "-public")
        lines = self._glance.groups()
        self._lines = {line.uid: line for line in lines}
        self.groups.columns = fitted(PUBLIC_GROUPS if public else GROUPS, lines)
        if not public:
            if self._whole or (self._glance.is_all() and not self._looking.has_news):
                self._show_rest()
            elif not self._promised:
                self._promised = True
                self.call_after_refresh(self._show_soon)
        self._be_quiet()
        self.groups.show([*self._lines], self._group_face)
        self.share_lines()

    def _be_quiet(self) -> None:
        """Where nothing is new, let what stands beside it have the room."""
        news = bool(self._news) if self._whole else self._looking.has_news
        self.set_class(self.room is not Room.BACK and not news, "-quiet")

    def _show_soon(self) -> None:
        """Let the first frame go to the terminal, if there is one, before anything is read."""
        if self.app.is_headless:
            self.show_whole()
        else:
            self.set_timer(WRITTEN, self.show_whole)

    def show_whole(self) -> None:
        """Show the rest too, from now on; a key that came before it need not wait."""
        if not self._whole and self.is_mounted and self.room is not Room.PUBLIC:
            self._whole = True
            self.read_again()

    def _show_rest(self) -> None:
        self._whole = True
        errands = self._glance.errands()
        news = self._glance.told(self._looking.news())
        self._errands = {errand.key: errand for errand in errands}
        self._news = {each.change.id: each for each in news}
        waits = [each for each in errands if each.waits]
        owed = [each for each in errands if not each.waits]
        self._counts = GroupCounts(_by_group(waits), _by_group(owed))
        self.waits.empty, self.owed.empty = NOTHING_WAITS, NOTHING_OWED
        self.news.empty = NOTHING_NEW
        for pane, columns in ((self.waits, WAITS), (self.owed, OWED), (self.news, NEWS)):
            pane.columns = with_groups(columns, self._lines.values())
        self.waits.show([each.key for each in waits], self._errand_face)
        self.owed.show([each.key for each in owed], self._errand_face)
        self.news.show([*self._news], self._news_face)
        self.waits.tell(waits_sum(waits))
        self.owed.tell(owed_sum(owed))
        self.news.tell(str(len(news) or ""))
        self._show_next(errands)

    def _group_face(self, uid: str) -> Face:
        places = lay_out(self.groups.columns, self.groups.size.width - 2)
        wide = next(place.width for place in places if place.column.key == "stages")
        if self.room is Room.PUBLIC:
            return public_face(self._lines[uid], wide)
        return group_face(self._lines[uid], wide, self._counts)

    def _errand_face(self, key: str) -> Face:
        return errand_face(self._errands[key], self.around.clock())

    def _news_face(self, uid: str) -> Face:
        news = self._news[uid]
        return news_face(news, self.around.sentence(news.change), self.around.clock())

    def _show_next(self, errands: Sequence[Errand]) -> None:
        self.next = next_of(errands)
        if self.next is not None:
            words = next_words(self.next, self.size.width - 6, self.around.clock())
        elif not self._lines:
            words = "Next: press n to start your first group."
        elif not any(line.cards or line.ended for line in self._lines.values()):
            words = "Next: Enter opens the board; there n writes the first case study."
        else:
            words = "Nothing waits for you. Enter opens a group's board."
        self.next_step.update(Content(f"  {words}"))

    def on_resize(self, event: events.Resize) -> None:
        """Say the next step in as many words as there is room for."""
        if self.room is not Room.PUBLIC and (self._whole or self.next is not None):
            self._show_next([*self._errands.values()])


def _by_group(errands: Sequence[Errand]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for errand in errands:
        counts[errand.where.group] += errand.count
    return counts
