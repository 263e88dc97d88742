"""Where the text of a draft lies, with what was said of it beside: what is shown, and how."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Container

from cartui.exchange.markdown_blocks import Block
from cartui.model.drafts import Anchored, Draft, DraftVersion, Place
from cartui.model.problems import CartuiProblem
from cartui.services.draft_words import lenses, word
from cartui.services.last_look import News
from cartui.services.remarks import Remark
from cartui.services.then_and_now import ThenAndNow
from screens.drafts.draft_acts import DraftActs
from screens.drafts.draft_screen import DraftServices
from screens.drafts.foot import Foot
from screens.drafts.remark_card import RemarkCard
from screens.drafts.remark_face import key_of, place_sign, row_of
from screens.drafts.remark_rows import RemarkRows
from screens.drafts.shown_block import NO_BREAK, Bracketed
from screens.drafts.text_pane import TextPane
from screens.drafts.title_line import TitleLine
from screens.parts.find_bar import FindBar
from screens.parts.rows import Face

WIDE, BROAD = 100, 160
NO_COMMENT = "Nothing is said of it yet. c comments on a passage, or on the whole draft."
NO_VERSION = "This draft has no text yet.\n\nN brings one in: paste it, or name its file."


class Desk(Container):
    """Where the text lies, with what was said of it."""

    BLANK = True


class DraftDesk(DraftActs):
    """The widgets of an open draft. `remarks` holds all comments by uid, in
    the order they are gone through; `labels` number them as the text goes."""

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
        self.places_say = ""
        self.cards: dict[str, tuple[Remark, ...]] = {}
        self._leads: dict[str, str] = {}
        self.news: dict[str, News] = {}
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
            passages = self._passages([*uids, *self._leads]) if blocks else {}
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
        more = "+" if uid in self.cards else ""
        face = row_of(self.on_card(uid), self.labels[uid] + more, self.news_of(uid))
        self._faces[uid] = face
        return face

    def _turn_to(self, uid: str | None) -> None:
        """Show the comment in hand beside the text, and its passage in it, in the same frame."""
        remark = self.remarks.get(uid or "")
        if remark is None:
            self.card.show((), nothing=self.nothing_here())
            self.text.point_at("", None)
        else:
            self.card.show(
                self.on_card(remark.uid),
                self.label(remark),
                self.wording(remark),
                news=self.news_of(remark.uid),
            )
            self.text.point_at(remark.uid, remark.nearest)
        self.tell_progress()

    def on_card(self, uid: str) -> tuple[Remark, ...]:
        """Return the comments on a card, that of `uid` first; none if it is not here."""
        remark = self.remarks.get(uid)
        return (remark, *self.cards.get(uid, ())) if remark is not None else ()

    def news_of(self, uid: str) -> str:
        """Return what is new on a card since this draft was last looked at; "" for nothing."""
        found = (self.news.get(each.uid) for each in self.on_card(uid))
        return next((news.value for news in found if news is not None), "")

    def label(self, remark: Remark) -> str:
        """Return the numbers of the comments on a card."""
        return ", ".join(self.labels[each.uid] for each in self.on_card(remark.uid))

    def text_blocks(self) -> tuple[Block, ...]:
        """Return the blocks of the version shown; none if there is none, or it is damaged."""
        try:
            return self.drafts.blocks(self.version) if self.version is not None else ()
        except CartuiProblem:
            return ()

    def wording(self, remark: Remark) -> ThenAndNow | None:
        """Return what a comment was said of beside what stands there now, if that differs."""
        if self.version is None:
            return None
        return self.feedback.then_and_now(remark, self.version)

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
        words = self.drafts.person_name(draft.author), f"turn: {self.turn_words(draft)}"
        asked = f"asks for: {asks}" if asks else ""
        rest = " · ".join(filter(None, words))
        self.title_line.show(f"“{draft.title}”{number}", rest, asked)

    def search_texts(self, uids: Sequence[str] = ()) -> list[str]:
        """Return what each comment of the list is found by; made only while somebody looks."""
        return [
            " ".join(key_of(each) for each in self.on_card(uid)) for uid in uids or self.rows.uids
        ]

    def _find(self, text: str) -> None:
        self.finding.say(*self.rows.sift(text))

    def here(self) -> Remark | None:
        """Return the comment in hand."""
        return self.remarks.get(self.rows.highlighted or "")


def bracketed(remark: Remark, label: str, place: Place) -> Bracketed:
    """Return how a comment's passage is set in brackets."""
    sign = place_sign(remark)
    sign = NO_BREAK if sign == " " else sign
    lost = remark.anchored is Anchored.LOST
    return Bracketed(remark.uid, label, place.start, place.end, sign, lost)
