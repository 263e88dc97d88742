"""Home: where the groups stand, what waits for the facilitator, what changed since last time."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from cartui.model.rooms import Room
from cartui.services.glance import Glance, GroupLine, OwedWhy
from cartui.services.looking import Looking
from cartui.services.pages import Page, group_page, words_page
from cartui.services.programmes import Programmes
from cartui.store.events import Change
from screens.home.lines import (
    GROUPS,
    NEWS,
    OWED,
    PUBLIC_GROUPS,
    fitted,
    group_face,
    news_face,
    owed_face,
    public_face,
)
from screens.parts.cells import clip
from screens.parts.columns import lay_out
from screens.parts.frame import FrameScreen
from screens.parts.keys import EVERYWHERE, verb
from screens.parts.rows import Face, RowList
from screens.parts.slots import Slot
from screens.parts.subject import Subject
from screens.parts.symbols import mark

WIDE = 110
NO_GROUPS = "No groups yet. Press n to start your first one."
NOTHING_OWED = "No whys are owed."
NOTHING_NEW = "Nothing has changed since you last looked."


class HomeScreen(FrameScreen):
    """The first screen of a workspace, and what outsiders see first on FRONT public."""

    TITLE_WORD = "Home"
    PUBLIC = True
    CSS_PATH = "home.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        verb("enter", "open", "open", "Open this group's board, or what is highlighted",
             "home.open", group="Home", rank=1, rooms=EVERYWHERE),
        verb("n", "new_group", "new group", "Start a group", "home.new_group",
             group="Home", also="create begin add", rank=2),
        verb("e", "rename_group", "rename", "Rename this group", "home.rename_group",
             group="Home", also="edit name title", rank=20),
        verb("X", "put_away", "put away", "Put this group away", "home.put_away",
             group="Home", also="remove delete close archive hide", rank=35),
        verb("l", "looked", "seen", "All that is new has been seen", "home.looked",
             group="Home", also="mark read news clear", rank=36),
    ]  # fmt: skip

    class GroupOpened(Message):
        """A group's board is wanted; `card` is the one to highlight, perhaps ""."""

        def __init__(self, group: str, card: str = "") -> None:
            super().__init__()
            self.group, self.card = group, card

    class GroupWanted(Message):
        """A new group is to be started."""

    def __init__(self, glance: Glance, programmes: Programmes, looking: Looking) -> None:
        super().__init__()
        self._glance, self._programmes, self._looking = glance, programmes, looking
        self._lines: dict[str, GroupLine] = {}
        self._whys: dict[str, OwedWhy] = {}
        self._news: dict[str, Change] = {}
        self.next_step = Static("", id="home-next", markup=False)
        here = mark("here")
        self.groups = RowList(GROUPS, empty=NO_GROUPS, here=here, id="home-groups")
        self.owed = RowList(OWED, empty=NOTHING_OWED, headings=False, here=here, id="home-owed")
        self.news = RowList(NEWS, empty=NOTHING_NEW, headings=False, here=here, id="home-news")

    def compose_body(self) -> ComposeResult:
        """What to do next, then the groups, what is owed, and what is new."""
        self.set_class(self.app.size.width >= WIDE, "-wide", update=False)
        yield self.next_step
        with Container(id="home-panes"):
            with Vertical(id="home-left"):
                yield self.groups
                yield Static("Whys owed", classes="home--title members", markup=False)
                yield self.owed
            with Vertical(id="home-right"):
                yield Static("Since you last looked", classes="home--title members", markup=False)
                yield self.news
                yield Slot("home-back")

    def heading(self) -> str:
        """The programme's name."""
        return self._programmes.name()

    # --- showing

    def show_again(self) -> None:
        """Read the groups, what is owed and what is new."""
        public = self.room is Room.PUBLIC
        self.set_class(public, "-public")
        lines = self._glance.groups()
        whys = [] if public else self._glance.owed()
        news = [] if public else self._looking.news()
        self._lines = {line.uid: line for line in lines}
        self._whys = {why.uid: why for why in whys}
        self._news = {change.id: change for change in news}
        self.groups.columns = fitted(PUBLIC_GROUPS if public else GROUPS, lines)
        self.groups.show([*self._lines], self._group_face)
        self.groups.styles.height = max(2, min(len(lines) + 1, self._most_groups()))
        now = self.around.clock()
        self.owed.show([*self._whys], lambda uid: owed_face(self._whys[uid], now))
        self.news.show([*self._news], lambda uid: self._news_face(self._news[uid]))
        self._show_next(lines, whys)

    def _most_groups(self) -> int:
        return max(3, self.size.height // 3)

    def _group_face(self, uid: str) -> Face:
        columns = self.groups.columns
        places = lay_out(columns, self.groups.size.width - 2)
        wide = next(place.width for place in places if place.column.key == "stages")
        face = public_face if self.room is Room.PUBLIC else group_face
        return face(self._lines[uid], wide)

    def _news_face(self, change: Change) -> Face:
        return news_face(change, self.around.sentence(change), self.around.clock())

    def _show_next(self, lines: Sequence[GroupLine], whys: Sequence[OwedWhy]) -> None:
        words = _next_words(lines, whys, self.size.width - 6)
        self.next_step.update(Content(f" {mark('here')} {words}"))
        self.next_step.display = self.room is not Room.PUBLIC

    def on_resize(self, event: events.Resize) -> None:
        """Set the panes side by side where there is room, else one above the other."""
        self.set_class(event.size.width >= WIDE, "-wide")
        self.groups.styles.height = max(2, min(len(self._lines) + 1, self._most_groups()))

    # --- what is highlighted

    @property
    def group(self) -> GroupLine | None:
        """The highlighted group."""
        return self._lines.get(self.groups.highlighted or "")

    def subject(self) -> Subject | None:
        """The highlighted group, or the card whose why is owed."""
        if self.owed.has_focus:
            why = self._whys.get(self.owed.highlighted or "")
            return Subject(why.card, why.title, why.group, why.title) if why else None
        if (line := self.group) is None or self.room is Room.PUBLIC:
            return None
        text = f"{line.name}: " + ", ".join(f"{s.name} {s.count}" for s in line.stages)
        return Subject(line.uid, line.name, "", text)

    def present_page(self) -> Page | None:
        """The highlighted group, or the card whose why is owed, by name; news are not for show."""
        if self.owed.has_focus:
            why = self._whys.get(self.owed.highlighted or "")
            return words_page(why.title) if why else None
        if (line := self.group) is None or self.news.has_focus:
            return None
        return group_page(self._programmes.name(), line.name, (line.kind, line.cycle))

    # --- doing

    @on(RowList.Opened)
    def _row_opened(self, event: RowList.Opened) -> None:
        event.stop()
        self.action_open()

    def action_open(self) -> None:
        """Open the highlighted group's board; on an owed why, with its card."""
        if self.owed.has_focus and (why := self._whys.get(self.owed.highlighted or "")):
            self.post_message(self.GroupOpened(why.group, why.card))
        elif not self.news.has_focus and (line := self.group) is not None:
            self.post_message(self.GroupOpened(line.uid))

    def action_new_group(self) -> None:
        """Start a group."""
        self.post_message(self.GroupWanted())

    def action_rename_group(self) -> None:
        """Ask for the group's new name."""
        if (line := self.group) is None:
            return

        def then(text: str | None) -> None:
            group = {group.uid: group for group in self._programmes.groups()}.get(line.uid)
            if text and group is not None:
                self.do(lambda: self._programmes.rename_group(group, text))
                self.read_again()

        self.ask("Name of the group", then, value=line.name, id=f"group.name.{line.uid}")

    def action_put_away(self) -> None:
        """Put the highlighted group away."""
        line = self.group
        group = next((g for g in self._programmes.groups() if line and g.uid == line.uid), None)
        if group is not None:
            self.do(lambda: self._programmes.put_away_group(group))
            self.read_again()

    def action_looked(self) -> None:
        """Put what is new away as seen."""
        self._looking.looked()
        self.read_again()
        self.say("All that was new has been seen.")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Grey out what needs a group, or news."""
        if action in ("rename_group", "put_away"):
            return self.group is not None or None
        if action == "open":
            return bool(self._lines) or None
        if action == "looked":
            return bool(self._news) or None
        return True


def _next_words(lines: Sequence[GroupLine], whys: Sequence[OwedWhy], wide: int) -> str:
    """Return the one next step, in a sentence with its key."""
    if not lines:
        return "Next: press n to start your first group."
    if whys:
        many = "a why is owed" if len(whys) == 1 else f"{len(whys)} whys are owed, first"
        rest = f"Next: {many}: “”. Tab, then Enter opens it."
        title = clip(whys[0].title, max(10, wide - len(rest)))
        return rest.replace("“”", f"“{title}”")
    if not any(line.cards or line.ended for line in lines):
        return "Next: Enter opens the board; there n writes the first case study."
    return "Nothing waits for you. Enter opens a group's board."
