"""What is done to a whole draft: new ones and new versions, whose turn, what stands over it."""

from collections.abc import Callable
from typing import ClassVar

from textual import work
from textual.binding import BindingType

from cartui.model.cycles import Card
from cartui.model.drafts import Draft
from cartui.services.draft_words import ShippedWord, draft_kinds, lenses
from cartui.services.passages import Passage
from cartui.store.events import Change
from screens.drafts.draft_screen import GROUP
from screens.drafts.taking_out import TakingOut
from screens.drafts.text_in import NotRead, TextIn, pasted, text_from
from screens.parts.choice import Option, lettered
from screens.parts.keys import verb
from screens.parts.long_text import LongText

PASTE_HINT = "Paste the text; Markdown and CriticMarkup comments are read."
EDITS = (
    Option("its title", "t"), Option("who writes it", "w"), Option("the feedback asked for", "a"),
    Option("the lens asked for", "l"), Option("what kind of draft it is", "d"),
    Option("the card it is about", "c"),
)  # fmt: skip


class DraftActs(TakingOut):
    """`w` `N` `E` `P`, on the list and on an open draft."""

    BINDINGS: ClassVar[list[BindingType]] = [
        verb("w", "turn", "whose turn", "Say whom the draft waits for", "draft.turn",
             group=GROUP, rank=34, also="pass turn assign waiting author"),
        verb("N", "new_version", "new version", "Bring in a new version of this draft",
             "draft.version", group=GROUP, rank=44, also="import revise update text file"),
        verb("E", "edit_draft", "edit draft", "Change the draft's title, writer, ask, lens or kind",
             "draft.edit", group=GROUP, rank=46, also="rename ask author kind"),
        verb("P", "critique", "critique round", "Hold a critique round on this, before the room",
             "draft.critique", group=GROUP, rank=48, also="present warm cool feedback clock meet"),
    ]  # fmt: skip

    # --- a critique round

    def passage_here(self) -> Passage | None:
        """Return the passage that is highlighted and that the group knows of; None for none."""
        return None

    def action_critique(self) -> None:
        """Hold a critique round on the passage in hand, or on the whole draft."""
        if (draft := self.draft_here()) is not None:
            here = self.passage_here()
            at = (here.block, here.start, here.end) if here is not None else None
            self.post_message(self.CritiqueWanted(draft.uid, at))

    # --- a text comes in

    @work
    async def action_new_draft(self) -> None:
        """Ask for the card, the text and a title, and begin a draft."""
        card, left = await self._card("About which card is it?")
        if left:
            return
        await self._text_in("New draft", lambda text: self._begin(card, text))

    def _begin(self, card: Card | None, text: TextIn) -> None:
        drafts = self.drafts

        def then(title: str | None) -> None:
            if title is None:
                return
            change = self.act(
                lambda: drafts.add(
                    card, title, text.text, source=text.source, comments=text.comments
                )
            )
            if change is not None:
                self.begun(change.about[0])

        self.ask("Title", then, value=text.title, id=f"title of {text.source or 'a paste'}")

    def begun(self, uid: str) -> None:
        """A draft was begun; the list highlights it."""

    @work
    async def action_new_version(self) -> None:
        """Bring in another version of the same draft."""
        if (draft := self.draft_here()) is not None:
            title = f"New version of {draft.title}"
            await self._text_in(title, lambda text: self._add_version(draft, text))

    def _add_version(self, draft: Draft, text: TextIn) -> None:
        drafts = self.drafts
        self.act(
            lambda: drafts.new_version(draft, text.text, source=text.source, comments=text.comments)
        )

    async def _text_in(self, title: str, then: Callable[[TextIn], None]) -> None:
        """Let a text be pasted or a file be named, and go on with it."""
        options = [Option("paste the text", "p"), Option("from a .md or .txt file", "f")]
        taken = await self.choose(title, options)
        if taken == 0:
            self._paste(title, then)
        elif taken == 1:
            await self._file(then)

    def _paste(self, title: str, then: Callable[[TextIn], None]) -> None:
        def keep(text: str) -> bool:
            if text.strip():
                self.call_later(then, pasted(text))
            return True

        self.app.push_screen(LongText(title, PASTE_HINT, "", keep))

    async def _file(self, then: Callable[[TextIn], None]) -> None:
        value = ""
        while (
            path := await self.ask_line("Which .md or .txt file?", value, id="file")
        ) is not None:
            try:
                text = text_from(path)
            except NotRead as problem:
                self.say(str(problem), tone="problem")
                value = path
                continue
            then(text)
            return

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

    # --- whose turn

    def next_turn(self, draft: Draft) -> str:
        """Return whose turn comes next: the author's, then the facilitator's."""
        return draft.author if draft.turn != draft.author else ""

    def action_turn(self) -> None:
        """Choose whom the draft waits for."""
        self._choose_turn()

    @work
    async def _choose_turn(self) -> None:
        """Choose whom the draft waits for; who would be next is highlighted."""
        if (draft := self.draft_here()) is None:
            return
        people = self.people()
        uids = ["", *(person.uid for person in people)]
        options = [Option("the facilitator", "0"), *lettered([person.name for person in people])]
        wanted = self.next_turn(draft)
        at = uids.index(wanted) if wanted in uids else 0
        taken = await self.choose(f"Whose turn is “{draft.title}”?", options, at=at)
        if taken is not None:
            drafts = self.drafts
            self.act(lambda: drafts.set_turn(draft, uids[taken]))

    # --- what stands over it

    @work
    async def action_edit_draft(self) -> None:
        """Choose what to change, and change it."""
        if (draft := self.draft_here()) is None:
            return
        taken = await self.choose(f"Change of “{draft.title}”", EDITS)
        if taken == 0:
            self._edit_line(draft)
        elif taken == 1:
            await self._edit_author(draft)
        elif taken == 2:
            drafts = self.drafts
            hint = "What the author would like to hear about, and how hard it may be."
            self.write_long("Asked for", hint, draft.ask, lambda text: drafts.edit(draft, ask=text))
        elif taken in (3, 4):
            await self._edit_word(draft, *(("lens", lenses()), ("kind", draft_kinds()))[taken - 3])
        elif taken == 5:
            card, left = await self._card("About which card is it?")
            if not left:
                self._set(draft, card=card.uid if card is not None else "")

    def _edit_line(self, draft: Draft) -> None:
        def then(title: str | None) -> None:
            if title is not None and title != draft.title:
                self._set(draft, title=title)

        self.ask("Title", then, value=draft.title, id=f"title {draft.uid}")

    async def _edit_author(self, draft: Draft) -> None:
        people = self.people()
        uids = [*(person.uid for person in people), ""]
        options = [*lettered([person.name for person in people]), Option("nobody named", "0")]
        at = uids.index(draft.author) if draft.author in uids else 0
        taken = await self.choose("Who writes it?", options, at=at)
        if taken is not None:
            self._set(draft, author=uids[taken])

    async def _edit_word(self, draft: Draft, field: str, words: tuple[ShippedWord, ...]) -> None:
        options = [Option(word.name, str(n), word.help) for n, word in enumerate(words, 1)]
        options.append(Option("none in particular", "0"))
        taken = await self.choose("Lens" if field == "lens" else "Kind of draft", options)
        if taken is not None:
            self._set(draft, **{field: words[taken].id if taken < len(words) else ""})

    def _set(self, draft: Draft, **fields: str) -> Change | None:
        drafts = self.drafts
        return self.act(lambda: drafts.edit(draft, **fields))
