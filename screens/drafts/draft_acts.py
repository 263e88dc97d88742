"""What is done to a whole draft: whose turn, a critique round, what stands over it."""

from typing import ClassVar

from textual import work
from textual.binding import BindingType

from cartui.model.drafts import Draft
from cartui.model.passages import Passage
from cartui.services.draft_words import ShippedWord, draft_kinds, lenses
from cartui.store.events import Change
from screens.drafts.draft_screen import GROUP
from screens.drafts.mails_in import MailsIn
from screens.parts.choice import Option, lettered
from screens.parts.keys import verb

EDITS = (
    Option("its title", "t"), Option("who writes it", "w"), Option("the feedback asked for", "a"),
    Option("the lens asked for", "l"), Option("what kind of draft it is", "d"),
    Option("the card it is about", "c"),
)  # fmt: skip


class DraftActs(MailsIn):
    """`w` `E` `P`, on the list and on an open draft."""

    BINDINGS: ClassVar[list[BindingType]] = [
        verb("w", "turn", "whose turn", "Say whom the draft waits for", "draft.turn",
             group=GROUP, rank=34, also="pass turn assign waiting author send"),
        verb("E", "edit_draft", "edit draft", "Change the draft's title, writer, ask, lens or kind",
             "draft.edit", group=GROUP, rank=46, also="rename ask author kind who writes"),
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
        taken = await self.choose(f"Change “{draft.title}”", EDITS)
        if taken == 0:
            self._edit_line(draft)
        elif taken == 1:
            await self._edit_author(draft)
        elif taken == 2:
            drafts = self.drafts
            hint = "What the author would like to hear about, and how hard it may be."
            self.write_long(
                "Asked for", hint, draft.ask,
                lambda text, was: drafts.edit(draft, was=was, ask=text),
            )  # fmt: skip
        elif taken in (3, 4):
            await self._edit_word(draft, *(("lens", lenses()), ("kind", draft_kinds()))[taken - 3])
        elif taken == 5:
            card, left = await self._card("About which card is it?")
            if not left:
                self._set(draft, card=card.uid if card is not None else "")

    def _edit_line(self, draft: Draft) -> None:
        drafts = self.drafts
        self.reword_line(
            "Title", draft.title, lambda text, was: drafts.edit(draft, was=was, title=text),
            id=f"title {draft.uid}",
        )  # fmt: skip

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
