"""What Home shows: the next step, the groups, what waits, what is owed, what is new."""

from collections import Counter
from collections.abc import Callable, Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Static

from cartui.model.rooms import Room
from cartui.services.glance import Glance, GroupLine
from cartui.services.glance_errands import Errand, Where, next_of
from cartui.services.glance_news import News
from cartui.services.looking import Looking
from cartui.services.pages import Page, group_page, words_page
from cartui.services.programmes import Programmes
from screens.home.errand_lines import OWED, WAITS, errand_face, next_words, owed_sum, waits_sum
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
from screens.home.pane import Pane
from screens.home.sharing import shared
from screens.parts.columns import lay_out
from screens.parts.frame import FrameScreen
from screens.parts.rows import Face, RowList
from screens.parts.slots import Slot
from screens.parts.subject import Subject
from screens.parts.symbols import mark

WIDE = 110
FRAME = 4
"""Lines of the frame and of the next step."""
WRITTEN = 0.01
"""Seconds in which the first frame is written to the terminal, before this thread goes on."""
LEAST_BACK, MOST_BACK = 4, 10
"""Lines of the back stage where all stands one above the other, with the focus and without."""
NO_GROUPS = "No groups yet. Press n to start your first one."
NOTHING_WAITS = "Nothing waits for you. 5 shows all drafts."
NOTHING_OWED = "Nothing is owed."
NOTHING_NEW = "Nothing has changed."


class Panes(Container):
    """Where the lists stand; when its size changes they share out the lines anew."""

    def __init__(self, share: Callable[[], None]) -> None:
        super().__init__(id="home-panes")
        self._share = share

    def on_resize(self) -> None:
        """Share out the lines."""
        self._share()


class HomePanes(FrameScreen):
    """The lists of Home. At the first paint drafts, rules and news are not read yet: the frame
    after it has them.
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
        self._panes = Panes(self._set_heights)
        self.next_step = Static("", id="home-next", markup=False)
        here = mark("here")
        self.groups = RowList(GROUPS, empty=NO_GROUPS, here=here, marking=False, id="home-groups")
        self.waits = Pane("Waits for you", WAITS, here=here, id="home-waits")
        self.owed = Pane("Owed", OWED, here=here, id="home-owed")
        self.news = Pane("Since you last looked", NEWS, here=here, id="home-news")

    def compose_body(self) -> ComposeResult:
        """What to do next, the groups, what waits and is owed; what is new, the back stage."""
        self.set_class(self.app.size.width >= WIDE, "-wide", update=False)
        yield self.next_step
        with self._panes:
            with Vertical(id="home-left"):
                yield self.groups
                yield self.waits
                yield self.owed
            with Vertical(id="home-right"):
                yield self.news
                yield Slot("home-back")

    def heading(self) -> str:
        """The programme's name."""
        return self._programmes.name()

    # --- showing

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
        self.groups.show([*self._lines], self._group_face)
        self._set_heights()

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
        self.next_step.update(Content(f" {mark('here')} {words}"))

    # --- room for each list

    def _set_heights(self) -> None:
        """Share out the lines: the list with the focus first. Nothing is laid out anew in vain."""
        wide, pitch = self.has_class("-wide"), 2 if self.around.cosy() else 1
        lists: list[RowList] = [self.groups]
        if self.room is not Room.PUBLIC:
            lists += [self.waits, self.owed] if wide else [self.waits, self.owed, self.news]
        wants = [max(1, len(rows.uids)) * pitch + 1 for rows in lists]
        first = next((at for at, rows in enumerate(lists) if rows is self.focused), -1)
        high = self._high() - (len(lists) if wide else self._back_lines())
        for rows, lines in zip(lists, shared(wants, first, high), strict=True):
            rows.styles.height = lines
        if wide:
            back = MOST_BACK if self.room is Room.BACK else 0
            self.news.styles.height = min(len(self.news.uids) * pitch + 2, self._high() - 1 - back)

    def _high(self) -> int:
        """Return how many lines there are for all lists; before the first layout, how many will."""
        if self._panes.size.height:
            return self._panes.size.height
        return self.app.size.height - FRAME - 2 * (self.room is Room.BACK)

    def _back_lines(self) -> int:
        """Return how many lines the back stage takes where all stands one above the other."""
        if self.room is not Room.BACK:
            return 0
        return MOST_BACK if self.query_one(Slot).has_pseudo_class("focus-within") else LEAST_BACK

    def watch_focused(self) -> None:
        """Give the list that has the focus its lines in the frame that shows the focus there."""
        if self.is_mounted:
            self._set_heights()

    def on_resize(self, event: events.Resize) -> None:
        """Set the panes side by side where there is room, else one above the other."""
        self.set_class(event.size.width >= WIDE, "-wide")
        if self.room is not Room.PUBLIC and (self._whole or self.next is not None):
            self._show_next([*self._errands.values()])

    # --- what is highlighted

    @property
    def group(self) -> GroupLine | None:
        """The highlighted group, while the groups have the focus (or no list has it)."""
        if any(pane.has_focus for pane in (self.waits, self.owed, self.news)):
            return None
        return self._lines.get(self.groups.highlighted or "")

    @property
    def errand(self) -> Errand | None:
        """The highlighted errand, if it has the focus."""
        pane = next((pane for pane in (self.waits, self.owed) if pane.has_focus), None)
        return self._errands.get(pane.highlighted or "") if pane is not None else None

    def where(self) -> Where | None:
        """Return where the highlighted thing stands."""
        if (errand := self.errand) is not None:
            return errand.where
        news = self._news.get(self.news.highlighted or "") if self.news.has_focus else None
        return self._glance.where(news.change) if news is not None else None

    def subject(self) -> Subject | None:
        """The highlighted group, or what the highlighted line is about."""
        if self.room is Room.PUBLIC:
            return None
        if (line := self.group) is not None:
            text = f"{line.name}: " + ", ".join(f"{s.name} {s.count}" for s in line.stages)
            return Subject(line.uid, line.name, "", text)
        if (errand := self.errand) is not None:
            face = errand_face(errand, self.around.clock())
            text = ", ".join(filter(None, face.cells))
            return Subject(errand.where.uid, errand.name, errand.where.group, text)
        return None

    def present_page(self) -> Page | None:
        """The highlighted group, or the card whose why is owed; the rest is not for show."""
        if (errand := self.errand) is not None:
            title = self._glance.card_title(errand.where)
            return words_page(title) if title else None
        if (line := self.group) is None:
            return None
        return group_page(self._programmes.name(), line.name, (line.kind, line.cycle))


def _by_group(errands: Sequence[Errand]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for errand in errands:
        counts[errand.where.group] += errand.count
    return counts
