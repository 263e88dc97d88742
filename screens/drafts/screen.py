"""Drafts: the list of what is being written, with what waits for an answer."""

from enum import StrEnum
from typing import ClassVar

from msgspec import Struct
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from cartui.model.drafts import Draft
from cartui.services.draft_words import lenses, word
from cartui.services.people_lines import folded
from screens.drafts.draft_acts import DraftActs
from screens.drafts.draft_page import DraftPage
from screens.drafts.draft_screen import GROUP, DraftServices
from screens.drafts.foot import Foot
from screens.parts.columns import Column
from screens.parts.keys import verb
from screens.parts.row_finder import RowFinder
from screens.parts.rows import Face, RowList
from screens.parts.subject import Subject

LOOK = "Look around"
EMPTY = (
    "No drafts yet.\n\nn begins one: paste its text, or name a Word, OpenDocument, Markdown or "
    "text file. Comments that stand in it come with it."
)
NO_GROUP = "No group yet. Press 1 for Home and start one; its drafts stand here then."
COLUMNS = (
    Column(key="title", title="Draft", least=25, share=4),
    Column(key="card", title="Card", least=14, share=2, rank=2),
    Column(key="version", title="Version", least=7, rank=1),
    Column(key="waits", title="To answer", least=9, right=True),
    Column(key="turn", title="Whose turn", least=14, most=24, share=1),
)


class Order(StrEnum):
    """What the list is sorted by."""

    WAITING = "what waits"
    NEWEST = "newest version"
    CARD = "card"
    TURN = "whose turn"
    TITLE = "title"


class Shown(StrEnum):
    """Which drafts are shown."""

    ALL = "all"
    MINE = "waiting for the facilitator"
    AWAY = "put away"


class DraftLine(Struct, frozen=True):
    """A draft as the list shows it."""

    draft: Draft
    card: str
    version: int
    waits: int
    of: int
    turn: str

    @property
    def key(self) -> str:
        """What it is found by."""
        return folded(f"{self.draft.title} {self.card} {self.turn} {self.draft.ask}")


class DraftsScreen(DraftActs):
    """The drafts of the group in hand."""

    TITLE_WORD = "Drafts"
    BINDINGS: ClassVar[list[BindingType]] = [
        verb("n", "new_draft", "new draft", "Begin a draft: paste a text, or name a file",
             "draft.new", group=GROUP, rank=20, also="add import bring in text create upload"),
        verb("e", "edit_draft", "edit", "Change the draft's title, writer, ask, lens or kind",
             "draft.edit_here", group=GROUP, rank=30, also="rename ask author kind who writes"),
        verb("X", "put_draft_away", "put away", "Put the draft away, or bring it back",
             "draft.put_away", group=GROUP, rank=50, also="delete remove archive bring back"),
        verb("s", "sort", "sort", "Sort the list", "draft.sort", group=LOOK, rank=62,
             also="order"),
        verb("v", "view", "view", "Show all drafts, those that wait for you, those put away",
             "draft.view", group=LOOK, rank=61, also="filter mine archived"),
        verb("slash,ctrl+f", "find", "find", "Find drafts in this list", "draft.find",
             group=LOOK, rank=60, also="filter search"),
        verb("escape", "settle", "show all", "Show all drafts again", "draft.settle", group=LOOK,
             show=False),
    ]  # fmt: skip

    def __init__(self, services: DraftServices) -> None:
        super().__init__(services)
        self.rows = RowList(COLUMNS, empty=EMPTY, marking=False)
        self.rows.follow = self._tell
        self.finding = RowFinder(self.rows)
        self.foot = Foot()
        self.lines: dict[str, DraftLine] = {}
        self.order, self.shown = Order.WAITING, Shown.ALL

    def compose_body(self) -> ComposeResult:
        """The list, the line to find in, and what the highlighted draft asks for."""
        yield self.rows
        yield self.finding
        yield self.foot

    # --- what is shown

    def show_again(self) -> None:
        """Read the drafts anew; the highlight stays."""
        if self.services.drafts() is None:
            self.rows.empty = NO_GROUP
            self.rows.show([], self._face)
            return
        found = self.drafts.drafts(away=self.shown is Shown.AWAY)
        lines = [self._line(draft) for draft in found]
        if self.shown is Shown.MINE:
            lines = [line for line in lines if not line.draft.turn]
        self.lines = {line.draft.uid: line for line in self._sorted(lines)}
        none_here = f"No draft is {self.shown.value}. v shows others."
        self.rows.empty = EMPTY if self.shown is Shown.ALL else none_here
        self.rows.show(list(self.lines), self._face, [line.key for line in self.lines.values()])
        self._tell()

    def _line(self, draft: Draft) -> DraftLine:
        version = self.drafts.newest(draft)
        remarks = self.feedback.remarks(draft, version) if version is not None else []
        return DraftLine(
            draft,
            self.card_title(draft),
            version.number if version is not None else 0,
            sum(remark.waits for remark in remarks),
            len(remarks),
            self.turn_words(draft),
        )

    def _sorted(self, lines: list[DraftLine]) -> list[DraftLine]:
        keys = {
            Order.WAITING: lambda line: (bool(line.draft.turn), -line.waits),
            Order.CARD: lambda line: (not line.card, line.card.casefold()),
            Order.TURN: lambda line: (bool(line.draft.turn), line.turn.casefold()),
            Order.TITLE: lambda line: line.draft.title.casefold(),
        }
        key = keys.get(self.order)
        return lines if key is None else sorted(lines, key=key)

    def _face(self, uid: str) -> Face:
        line = self.lines[uid]
        version = f"v{line.version}" if line.version else "no text"
        waits = f"{line.waits} of {line.of}" if line.of else "none yet"
        return Face((line.draft.title, line.card, version, waits, line.turn))

    def heading(self) -> str:
        """The group, how many drafts, how they are shown."""
        if self.services.drafts() is None:
            return ""
        count = len(self.lines)
        words = [self.drafts.group.name, "1 draft" if count == 1 else f"{count} drafts"]
        if self.shown is not Shown.ALL:
            words.append(self.shown.value)
        return ", ".join(words)

    def draft_here(self) -> Draft | None:
        """The draft under the cursor."""
        line = self.lines.get(self.rows.highlighted or "")
        return line.draft if line is not None else None

    def subject(self) -> Subject | None:
        """The draft under the cursor, for notes, history and copying."""
        return self.subject_of(self.draft_here())

    def _tell(self, _: str | None = None) -> None:
        """Say under the list what the highlighted draft asks for."""
        draft, words = self.draft_here(), ""
        if draft is not None:
            lens = word(lenses(), draft.lens).name if draft.lens else ""
            by = self.drafts.person_name(draft.author)
            asks = ", ".join(filter(None, (lens, " ".join(draft.ask.split()))))
            words = " · ".join(filter(None, (by, f"asks for: {asks}" if asks else "")))
        self.foot.tell(words)

    # --- looking around

    @on(RowList.Opened)
    def _opened(self, event: RowList.Opened) -> None:
        event.stop()
        self._open(event.uid)

    def turn_to(self, uid: str, within: str = "") -> None:
        """Open a draft: at a comment, or where it was left."""
        self.rows.highlight(uid)
        self._open(uid, within)

    def _open(self, uid: str, comment: str = "") -> None:
        page = DraftPage(self.services, uid, comment)
        page.around = self.around
        self.app.push_screen(page)

    def begun(self, uid: str) -> None:
        """Highlight the draft that was begun."""
        self.rows.highlight(uid)

    def action_sort(self) -> None:
        """Sort by the next order."""
        orders = list(Order)
        self.order = orders[(orders.index(self.order) + 1) % len(orders)]
        self.show_again()
        self.say(f"Sorted by: {self.order.value}. s changes it.")

    def action_view(self) -> None:
        """Show the next view."""
        views = list(Shown)
        self.shown = views[(views.index(self.shown) + 1) % len(views)]
        self.show_again()
        self.refresh_frame()
        self.say(f"View: {self.shown.value}. v changes it.")

    def action_find(self) -> None:
        """Find as it is typed."""
        self.finding.open()

    def action_settle(self) -> None:
        """Show all again."""
        if not self.finding.clear() and self.shown is not Shown.ALL:
            self.shown = Shown.ALL
            self.show_again()
            self.refresh_frame()
        self.rows.focus()

    def action_put_draft_away(self) -> None:
        """Put away; what is away already comes back."""
        if (draft := self.draft_here()) is not None:
            drafts = self.drafts
            self.act(lambda: drafts.bring_back(draft) if draft.away else drafts.put_away(draft))
