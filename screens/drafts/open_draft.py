"""An open draft: which version, which comments, which of them is in hand."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Container

from cartui.exchange.markdown_blocks import Block
from cartui.model.drafts import Anchored, Draft, DraftVersion, Place
from cartui.model.problems import CartuiProblem
from cartui.model.rooms import Room
from cartui.services.draft_words import lenses, word
from cartui.services.remarks import Remark, in_order
from screens.drafts.draft_acts import DraftActs
from screens.drafts.draft_screen import DraftServices, acts_here
from screens.drafts.foot import Foot
from screens.drafts.remark_card import RemarkCard
from screens.drafts.remark_face import key_of, place_sign, row_of
from screens.drafts.remark_rows import RemarkRows
from screens.drafts.shown_block import NO_BREAK, Bracketed
from screens.drafts.text_pane import TextPane
from screens.parts.cells import clip
from screens.parts.find_bar import FindBar
from screens.parts.one_line import OneLine, Piece
from screens.parts.rows import Face
from screens.parts.subject import Subject

WIDE, BROAD = 100, 160
NEEDS_REMARK = frozenset({"answer", "reply", "put_away", "place", "forward", "edit_comment"})
NO_COMMENT = "Nothing is said of it yet. c comments on a passage, or on the whole draft."
NO_VERSION = "This draft has no text yet.\n\nN brings one in: paste it, or name a .md or .txt file."


class Desk(Container):
    """Where the text lies, with what was said of it."""

    BLANK = True


class TitleLine(OneLine):
    """What the draft is, and what its author asks for."""

    def __init__(self) -> None:
        super().__init__()
        self._title, self._rest = "", ""

    def show(self, title: str, rest: str) -> None:
        """Show the title, and the rest as far as there is room."""
        if (title, rest) != (self._title, self._rest):
            self._title, self._rest = title, rest
            self.refresh()

    def pieces(self, width: int) -> list[Piece]:
        """Title and rest."""
        title = clip(self._title, width - 2)
        rest = clip(self._rest, max(0, width - cell_len(title) - 4))
        return [(f" {title}", "strong"), (f"  {rest}", "muted")]


class OpenDraft(DraftActs):
    """What an open draft shows. `remarks` holds all comments by uid, in the order of the text."""

    TITLE_WORD = "Drafts"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide"), (BROAD, "-broad")]  # noqa: RUF012 - the toolkit's own

    def __init__(self, services: DraftServices, uid: str) -> None:
        super().__init__(services)
        self.uid = uid
        self.title_line, self.text, self.card = TitleLine(), TextPane(), RemarkCard()
        self.rows = RemarkRows()
        self.rows.follow = self._turn_to
        self.finding = FindBar(self._find)
        self.foot = Foot()
        self.version: DraftVersion | None = None
        self.remarks: dict[str, Remark] = {}
        self.labels: dict[str, str] = {}
        self.states: dict[str, str] = {}
        self.to_place = 0
        self._stopping = False
        self._in_view: set[str] = set()
        self._placed: list[tuple[str, str, Place | None]] = []
        self._brackets: dict[int, tuple[Bracketed, ...]] = {}
        self._faces: dict[str, Face] = {}

    def compose_body(self) -> ComposeResult:
        """The title, the text with its comments, the line to find in, how far we are."""
        yield self.title_line
        with Desk():
            yield self.text
            yield self.rows
            yield self.card
        yield self.finding
        yield self.foot

    # --- what is read

    def draft_here(self) -> Draft | None:
        """The draft of this page."""
        drafts = self.services.drafts()
        if drafts is None or self.room is Room.PUBLIC:
            return None
        try:
            return drafts.draft(self.uid)
        except CartuiProblem:
            return None

    def show_again(self) -> None:
        """Read the draft anew. One that is gone, or outsiders looking: back to the list."""
        draft = self.draft_here()
        if draft is None:
            self.call_later(self.action_leave)
            return
        version = self.drafts.newest(draft)
        if version is None or self.version is None or version.uid != self.version.uid:
            self._in_view.clear()
        self.version = version
        self._read(draft)
        uids = self.listed()
        self._show_text(uids)
        self._show_rows(uids)
        self._show_title(draft)
        self.tell_progress()

    def _read(self, draft: Draft) -> None:
        """Take the comments as they are now, the private ones only where BACK lends them."""
        version, private = self.version, self.services.private()
        found = self.feedback.remarks(draft, version) if version is not None else []
        self.labels = {remark.uid: str(n) for n, remark in enumerate(found, 1)}
        if private is not None and version is not None:
            more = private.remarks(draft, version)
            self.labels |= {remark.uid: f"p{n}" for n, remark in enumerate(more, 1)}
            found = sorted([*found, *more], key=in_order) if more else found
        self.remarks = {remark.uid: remark for remark in found}
        self.states = {remark.uid: remark.state for remark in found if not remark.private}
        self.to_place = sum(remark.asks_a_look for remark in found if remark.place is not None)

    def wanted(self, remark: Remark) -> bool:
        """Whether a comment belongs to the view; overridden by what `v` chooses."""
        return True

    def listed(self) -> list[str]:
        """Return the comments of the view; what was answered meanwhile stays until `v`."""
        found = [
            uid
            for uid, remark in self.remarks.items()
            if uid in self._in_view or self.wanted(remark)
        ]
        self._in_view.update(found)
        return found

    def view_anew(self) -> None:
        """Let the view hold what belongs to it now, and nothing else."""
        self._in_view.clear()
        self.show_again()
        self.refresh_frame()

    # --- what is shown

    def _show_text(self, uids: Sequence[str]) -> None:
        blocks: tuple[Block, ...] = ()
        passages: dict[int, tuple[Bracketed, ...]] = {}
        self.text.empty = NO_VERSION
        if self.version is not None:
            try:
                blocks = self.drafts.blocks(self.version)
            except CartuiProblem as problem:
                self.text.empty = str(problem)
            passages = self._passages(uids) if blocks else {}
        self.text.show(blocks, passages)

    def _passages(self, uids: Sequence[str]) -> dict[int, tuple[Bracketed, ...]]:
        """Return the brackets by block; the same again while no comment and no place is another."""
        placed = [(uid, self.labels[uid], self.remarks[uid].place) for uid in uids]
        if placed == self._placed:
            return self._brackets
        found: dict[int, list[Bracketed]] = {}
        for uid, label, place in placed:
            if place is not None:
                found.setdefault(place.block, []).append(bracketed(self.remarks[uid], label, place))
        self._placed = placed
        self._brackets = {block: tuple(each) for block, each in found.items()}
        return self._brackets

    def _show_rows(self, uids: Sequence[str]) -> None:
        if self.rows.uids == uids:
            before = [(uid, self._faces.get(uid)) for _, uid in self.rows.in_sight()]
            self.rows.repaint(uid for uid, face in before if face != self._face(uid))
        else:
            self._faces.clear()
            keys = self.search_texts(uids) if self.finding.display else ()
            self.rows.show(uids, self._face, keys)
        self._turn_to(self.rows.highlighted)

    def _face(self, uid: str) -> Face:
        face = row_of(self.remarks[uid], self.labels[uid])
        self._faces[uid] = face
        return face

    def _turn_to(self, uid: str | None) -> None:
        """Show the comment in hand beside the text, and its passage in it, in the same frame."""
        remark = self.remarks.get(uid or "")
        if remark is None:
            self.card.show(None, nothing=self.nothing_here())
            self.text.point_at("", None)
        else:
            self.card.show(remark, self.labels[remark.uid])
            self.text.point_at(remark.uid, remark.passage)
        self.tell_progress()

    def nothing_here(self) -> str:
        """Return what stands in place of a comment."""
        return NO_COMMENT if self.version is not None else ""

    def tell_progress(self) -> None:
        """Say how far we are; overridden by what counts verdicts."""

    def _show_title(self, draft: Draft) -> None:
        number = f" v{self.version.number}" if self.version is not None else ""
        asks = ", ".join(
            filter(None, (word(lenses(), draft.lens).name if draft.lens else "",
                          " ".join(draft.ask.split())))
        )  # fmt: skip
        words = (
            self.drafts.person_name(draft.author),
            f"turn: {self.turn_words(draft)}",
            f"asks for: {asks}" if asks else "",
        )
        self.title_line.show(f"“{draft.title}”{number}", " · ".join(filter(None, words)))

    def heading(self) -> str:
        """The group."""
        draft = self.draft_here()
        return "" if draft is None else self.drafts.group.name

    def subject(self) -> Subject | None:
        """The comment in hand, or else the draft, for history and copying."""
        remark = self.here()
        if remark is None or remark.private:
            return self.subject_of(self.draft_here())
        name = " ".join(remark.comment.text.split())
        named = name if len(name) < 40 else name[:40] + "..."
        return Subject(remark.uid, f"“{named}”", self.drafts.group_uid, remark.comment.text)

    def here(self) -> Remark | None:
        """Return the comment in hand."""
        return self.remarks.get(self.rows.highlighted or "")

    def chosen(self) -> list[Remark]:
        """Return the comments that an act is for: the selected ones, or the one in hand."""
        return [self.remarks[uid] for uid in self.rows.chosen if uid in self.remarks]

    # --- finding

    def search_texts(self, uids: Sequence[str] = ()) -> list[str]:
        """Return what each comment of the list is found by; made only while somebody looks."""
        return [key_of(self.remarks[uid]) for uid in uids or self.rows.uids]

    def _find(self, text: str) -> None:
        self.finding.say(*self.rows.sift(text))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a passage is chosen, only that; grey out what needs a comment."""
        if self.text.choosing and action in acts_here() and action != "comment":
            return False
        if action in NEEDS_REMARK and self.here() is None:
            return None
        return super().check_action(action, parameters)

    def stop_soon(self) -> None:
        """Remember in a moment where we are; while keys follow on one another, only once."""
        if not self._stopping:
            self._stopping = True
            self.set_timer(1.0, self.stop)

    def stop(self) -> None:
        """Remember where we are."""
        self._stopping = False
        draft, remark = self.draft_here(), self.here()
        if draft is not None and remark is not None and not remark.private:
            self.feedback.stop_at(draft, remark.uid)

    def action_leave(self) -> None:
        """Go back to the list."""
        if self.is_attached and self.app.screen is self:
            self.app.pop_screen()


def bracketed(remark: Remark, label: str, place: Place) -> Bracketed:
    """Return how a comment's passage is set in brackets."""
    sign = place_sign(remark)
    sign = NO_BREAK if sign == " " else sign
    lost = remark.anchored is Anchored.LOST
    return Bracketed(remark.uid, label, place.start, place.end, sign, lost)
