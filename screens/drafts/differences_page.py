"""What differs between two versions of a draft, word by word, read by keys."""

import asyncio
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType

from cartui.anchoring.watching import Stopped
from cartui.exchange.markdown_blocks import Block
from cartui.model.drafts import Draft, DraftVersion
from cartui.model.problems import CartuiProblem
from cartui.services.draft_differences import Paragraph, count_words, differences
from screens.drafts.difference_lines import DifferenceLines
from screens.drafts.draft_screen import DraftScreen, DraftServices
from screens.drafts.foot import Foot
from screens.drafts.title_line import TitleLine
from screens.parts.choice import Option, lettered
from screens.parts.comparing import LEGEND, ComparingPage
from screens.parts.keys import verb
from screens.parts.reading import Made, paragraphs

GROUP = "Differences"
AT_ONCE = 30_000
"""Characters of both texts up to which they are compared before the next picture."""
Two = tuple[tuple[Block, ...], tuple[Block, ...]]


class DifferencesPage(ComparingPage, DraftScreen):
    """Two versions in one text. It opens on the last two; `<` and `>` go from change to change."""

    TITLE_WORD = "Drafts"
    BINDINGS: ClassVar[list[BindingType]] = [
        verb("greater_than_sign,n", "change(1)", "next change", "Go to the next change",
             "differences.next", group=GROUP, rank=10, also="following"),
        verb("less_than_sign", "change(-1)", "change before", "Go to the change before",
             "differences.before", group=GROUP, rank=11, also="previous"),
        verb("left", "pair(-1)", "earlier", "Show what the version before this one changed",
             "differences.earlier", group=GROUP, rank=12, also="older versions"),
        verb("right", "pair(1)", "later", "Show what the version after this one changed",
             "differences.later", group=GROUP, rank=13, also="newer versions"),
        verb("s", "two", "which two", "Choose any two versions", "differences.two", group=GROUP,
             rank=14, also="select compare versions from to"),
        verb("z", "whole", "whole text", "Show what stayed the same too, or only what changed",
             "differences.whole", group=GROUP, rank=15, also="fold unfold all unchanged"),
        verb("escape,D", "leave", "back", "Go back to the draft", "differences.leave", group=GROUP,
             rank=5),
    ]  # fmt: skip

    def __init__(self, services: DraftServices, uid: str) -> None:
        super().__init__(services)
        self.uid = uid
        self.title_line, self.foot = TitleLine(), Foot()
        self.pair: tuple[str, str] | None = None
        self.whole = False
        self._compared: tuple[tuple[str, str], list[Paragraph]] | None = None
        self._lines = DifferenceLines((), whole=False)
        self._left = False

    def compose_body(self) -> ComposeResult:
        """Which two, their words, what the signs mean."""
        yield self.title_line
        yield self.reading
        yield self.foot

    def draft_here(self) -> Draft | None:
        """The draft; None once it is gone, or for outsiders."""
        return self.draft_called(self.uid)

    def heading(self) -> str:
        """The group."""
        return "" if self.draft_here() is None else f"{self.drafts.group.name}, differences"

    # --- which two

    def versions(self) -> list[DraftVersion]:
        """Return the versions, the oldest first."""
        draft = self.draft_here()
        return self.drafts.versions(draft)[::-1] if draft is not None else []

    def show_again(self) -> None:
        """Show the two versions; texts never change, so that they are compared once."""
        draft, versions = self.draft_here(), self.versions()
        by_uid = {version.uid: version for version in versions}
        if draft is None or len(versions) < 2:
            self._show(lambda width: ())
            self.call_later(self.action_leave)
            return
        if self.pair is None or not all(uid in by_uid for uid in self.pair):
            self.pair = versions[-2].uid, versions[-1].uid
        was, now = (by_uid[uid] for uid in self.pair)
        self.title_line.show(
            f"“{draft.title}” v{was.number} against v{now.number}",
            f"{was.at[:10]}, {was.words} words · {now.at[:10]}, {now.words} words",
        )
        if self._compared is not None and self._compared[0] == self.pair:
            return
        try:
            texts = self.drafts.blocks(was), self.drafts.blocks(now)
        except CartuiProblem as problem:
            self._show(paragraphs([(str(problem), "problem")]))
            return
        self._compare(self.pair, texts)

    def _compare(self, pair: tuple[str, str], texts: Two) -> None:
        self._compared = None
        if sum(len(block.text) for each in texts for block in each) <= AT_ONCE:
            self._take(pair, differences(*texts))
            return
        self._show(paragraphs([("Comparing the two. Esc goes back.", "muted")]))
        self.foot.tell("")
        self._compare_long(pair, texts)

    @work(exclusive=True)
    async def _compare_long(self, pair: tuple[str, str], texts: Two) -> None:
        """Compare in another thread, so that keys answer meanwhile."""
        try:
            found = await asyncio.to_thread(differences, *texts, lambda _: self._wants(pair))
        except Stopped:
            return
        if self._wants(pair):
            self._take(pair, found)

    def _wants(self, pair: tuple[str, str]) -> bool:
        return not self._left and pair == self.pair

    def _take(self, pair: tuple[str, str], found: list[Paragraph]) -> None:
        self._compared = pair, found
        self._lay_out(found)

    def _lay_out(self, found: list[Paragraph]) -> None:
        self._lines = DifferenceLines(found, whole=self.whole)
        self._show(self._lines.made)
        self.foot.tell(count_words(found), LEGEND)

    def _show(self, made: Made) -> None:
        self.reading.show(made, anew=True)

    # --- keys

    def action_change(self, way: int) -> None:
        """Go to the next change, or the one before."""
        top, starts = self.reading.top, self._lines.starts
        there = [at for at in starts if (at > top if way > 0 else at < top)]
        if there:
            self.reading.action_scroll_lines((there[0] if way > 0 else there[-1]) - top)

    def action_pair(self, way: int) -> None:
        """Show the next two versions that follow one another, that way."""
        uids = [version.uid for version in self.versions()]
        if self.pair is None or self.pair[1] not in uids:
            return
        at = uids.index(self.pair[1]) + way
        if 1 <= at < len(uids):
            self.pair = uids[at - 1], uids[at]
            self.show_again()
        else:
            self.say("There is no other version that way.")

    @work
    async def action_two(self) -> None:
        """Choose the earlier and the later one."""
        versions = self.versions()
        uids = [version.uid for version in versions]
        names = [f"v{each.number}, {each.at[:10]}, {each.words} words" for each in versions]
        options: list[Option] = lettered(names)
        at = [uids.index(uid) if uid in uids else 0 for uid in self.pair or ()] or [0, 0]
        was = await self.choose("Which was before?", options, at=at[0])
        if was is None:
            return
        now = await self.choose(f"Against which, after v{versions[was].number}?", options, at=at[1])
        if now is not None:
            self.pair = uids[was], uids[now]
            self.show_again()

    def action_whole(self) -> None:
        """Show all, or only what changed."""
        if self._compared is not None:
            self.whole = not self.whole
            self._lay_out(self._compared[1])

    def action_leave(self) -> None:
        """Go back to the draft."""
        self._left = True
        super().action_leave()
