"""Texts on their way into the drafts: a new draft, a new version; pasted, or from a file."""

from asyncio import to_thread
from collections.abc import Callable
from typing import ClassVar

from msgspec.structs import replace
from textual import work
from textual.binding import BindingType

from cartui.model.cycles import Card
from cartui.model.drafts import Draft
from cartui.services.draft_incoming import Incoming
from screens.drafts.arrival import arrival_words
from screens.drafts.carrying_box import CarryingBox
from screens.drafts.draft_screen import GROUP, DraftServices
from screens.drafts.look_first import LookFirst
from screens.drafts.taking_out import TakingOut
from screens.drafts.text_in import NotRead, TextIn, pasted, text_from
from screens.drafts.whose import Whose
from screens.parts.choice import Option, lettered
from screens.parts.keys import verb
from screens.parts.long_text import LongText
from screens.parts.popup import Sure

FILES = ".docx, .odt, .md or .txt"
PASTE_HINT = "Paste the text; Markdown and CriticMarkup comments are read."


class TextsIn(TakingOut):
    """`N` on the list and on an open draft; a new draft too."""

    BINDINGS: ClassVar[list[BindingType]] = [
        verb("N", "new_version", "new version", "Bring in a new version of this draft",
             "draft.version", group=GROUP, rank=44,
             also="import revise update text file second revised"),
    ]  # fmt: skip

    def __init__(self, services: DraftServices) -> None:
        super().__init__(services)
        self._pasted: dict[str, str] = {}

    @work
    async def action_new_draft(self) -> None:
        """Ask for the card, the text and a title, and begin a draft."""
        card, left = await self._card("About which card is it?")
        if left:
            return
        await self._text_in("New draft", None, lambda text: self._begin(card, text))

    def _begin(self, card: Card | None, text: TextIn) -> None:
        drafts = self.drafts

        def then(title: str | None) -> None:
            if title is None:
                return
            change = self.act(
                lambda: drafts.add(
                    card,
                    title,
                    text.text,
                    source=text.source,
                    comments=text.comments,
                    original=text.original,
                    names=text.names,
                )
            )
            if change is not None:
                self._pasted.clear()
                self.begun(change.about[0])

        self.ask("Title", then, value=text.title, id=f"title of {text.source or 'a paste'}")

    def begun(self, uid: str) -> None:
        """A draft was begun; the list highlights it."""

    @work
    async def action_new_version(self) -> None:
        """Bring in another version of the same draft."""
        if (draft := self.draft_here()) is not None:
            title = f"New version of {draft.title}"
            await self._text_in(title, draft, lambda text: self._bring_in(draft, text))

    def _bring_in(self, draft: Draft, text: TextIn) -> None:
        drafts = self.drafts
        change = self.act(
            lambda: drafts.new_version(
                draft,
                text.text,
                source=text.source,
                comments=text.comments,
                original=text.original,
                names=text.names,
            )
        )
        if change is not None:
            self._pasted.clear()

    async def _carried(self, draft: Draft | None, text: TextIn) -> bool:
        """Carry the comments of a draft in another thread, if that would hold up the screen.

        Returns whether to go on: False if it was stopped.
        """
        ahead = self.feedback.carrying_ahead(draft, text.text) if draft is not None else None
        if ahead is None:
            return True
        if await self.app.push_screen_wait(CarryingBox(ahead)):
            return True
        self.say("Stopped. Nothing was brought in, and the draft is as it was.")
        return False

    async def _text_in(
        self, title: str, draft: Draft | None, then: Callable[[TextIn], None]
    ) -> None:
        """Let a text be pasted or a file be named, and go on with it."""
        options = [Option("paste the text", "p"), Option("from a file", "f", FILES)]
        taken = await self.choose(title, options)
        if taken == 0:
            self._paste(title, draft, then)
        elif taken == 1:
            await self._file(title, draft, then)

    def _paste(self, title: str, draft: Draft | None, then: Callable[[TextIn], None]) -> None:
        """Let a text be pasted; one that did not come in after all stands there again."""

        def keep(text: str) -> bool:
            self._pasted[title] = text
            if text.strip():
                self.call_later(self._carry_first, draft, pasted(text), then)
            return True

        self.app.push_screen(LongText(title, PASTE_HINT, self._pasted.get(title, ""), keep))

    @work
    async def _carry_first(
        self, draft: Draft | None, text: TextIn, then: Callable[[TextIn], None]
    ) -> None:
        if await self._carried(draft, text):
            then(text)

    async def _file(self, title: str, draft: Draft | None, then: Callable[[TextIn], None]) -> None:
        """Ask for a file until one can be read; say what is in it; go on after Enter alone."""
        value, words = "", self.drafts.critic_words
        while (path := await self.ask_line(f"Which file ({FILES})?", value, id="file")) is not None:
            try:
                text = await to_thread(text_from, path, words)
            except NotRead as problem:
                self.say(str(problem), tone="problem")
                value = path
                continue
            self.say("")  # a wrong name before this one is put right
            if not await self._carried(draft, text):
                return
            seen = self.drafts.incoming(draft, text.text, text.comments)
            if seen.speakers:
                self._whose_names(title, text, seen, then)
                return
            sure = Sure(arrival_words(text, seen), title, yes="brings it in", no="leaves it")
            if await self.app.push_screen_wait(sure):
                then(text)
            return

    def _whose_names(
        self, title: str, text: TextIn, seen: Incoming, then: Callable[[TextIn], None]
    ) -> None:
        """Say what is in a file and whose its names are; go on after Enter alone."""
        whose = Whose(seen.speakers, self.drafts.person_name)
        about = arrival_words(text, seen)
        page = LookFirst(
            title, about, whose, self.people(), self.called,
            lambda looked: then(replace(text, names=looked.names)),
        )  # fmt: skip
        page.around = self.around
        self.app.push_screen(page)

    async def _card(self, title: str) -> tuple[Card | None, bool]:
        """Return the card chosen, None for no card; and whether the choice was left."""
        board = self.services.board()
        cards = board.cards() if board is not None else []
        if not cards:
            return None, False
        options = [*lettered([card.title for card in cards]), Option("no card", "0")]
        taken = await self.choose(title, options)
        if taken is None:
            return None, True
        return (cards[taken] if taken < len(cards) else None), False
