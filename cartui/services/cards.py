"""Cards: writing them, wording them, saying who owns them, putting them away."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from cartui.model.cycles import Card
from cartui.model.text import clean
from cartui.services.group_service import GroupService, NoWords
from cartui.store.events import Change

WORDS = {
    "board.new": "Wrote the card {0} in {1}",
    "board.retitle": "Reworded the title of {0}",
    "board.owners": "Said who owns {0}",
    "board.owners_many": "Said who owns {0} cards",
    "board.describe": "Filled in {0}",
    "board.next_step": "Wrote the next step of {0}",
    "board.put_away": "Put away {0}",
    "board.put_away_many": "Put away {0} cards",
    "board.bring_back": "Brought back {0}",
    "board.bring_back_many": "Brought back {0} cards",
}
DESCRIBED = frozenset({"kind", "area", "scope_check", "learning", "housed_at"})


class Cards(GroupService):
    """The cards of one group, as things that are written. Where they stand is the Board's."""

    def new_card(self, title: str, stage_id: str = "", kind: str = "case study") -> Change:
        """Write a new card at the foot of a stage, of the first one unless another is named.

        Its uid is the first of the change's `about`. Raises NoWords for an empty title.
        """
        stage = next((s for s in self.stages() if s.id == stage_id), self.stages()[0])
        card = Card(
            uid=self._ws.new_uid(),
            title=worded(title),
            kind=kind,
            cycle=self.template.uid,
            stage=stage.id,
            stage_since=self._ws.today(),
            order=self._foot(),
        )
        draft = self._draft("board.new", card.uid, stage.name)
        draft.create(card)
        return self._commit(draft)

    def retitle(self, card: Card, title: str, *, was: str | None = None) -> Change:
        """Reword a card's title, which `was` this when it was read.

        Raises NoWords for an empty one, and ChangedMeanwhile.
        """
        said = worded(title)
        self._still(was, lambda: self.card(card.uid).title, said)
        return self._write("board.retitle", [card], title=said)

    def set_owners(self, owners: Iterable[str], *cards: Card) -> Change:
        """Say who owns cards; `owners` are uids of people, in the order given."""
        return self._write("board.owners", cards, owners=tuple(dict.fromkeys(owners)))

    def describe(self, card: Card, *, was: str | None = None, **words: str) -> Change:
        """Fill in `kind`, `area`, `scope_check`, `learning` or `housed_at` of a card.

        Each of them `was` this when it was read. Raises ChangedMeanwhile.
        """
        if strange := set(words) - DESCRIBED:
            raise TypeError(f"a card is not described by {strange}")
        said = {name: clean(text, lines=name == "learning") for name, text in words.items()}
        for name, text in said.items():
            self._still(was, partial(self._said_of, card, name), text)
        return self._write("board.describe", [card], **said)

    def set_next_step(
        self, card: Card, step: str, owner: str = "", due: str = "", *, was: str | None = None
    ) -> Change:
        """Write what comes next, who does it (a person's uid) and by when (an ISO date).

        The step itself `was` this when it was read. Raises ChangedMeanwhile.
        """
        said = clean(step)
        self._still(was, partial(self._said_of, card, "next_step"), said)
        return self._write(
            "board.next_step", [card], next_step=said, next_owner=owner, next_due=due
        )

    def put_away(self, *cards: Card) -> Change:
        """Take cards off the board; they are kept and can be brought back."""
        return self._write("board.put_away", cards, away=True)

    def bring_back(self, *cards: Card) -> Change:
        """Put cards back on the board where they were."""
        return self._write("board.bring_back", cards, away=False)

    def _said_of(self, card: Card, field: str) -> str:
        return str(getattr(self.card(card.uid), field))

    def _table(self) -> Mapping[str, Card]:
        return self._ws.table(Card, group=self.group_uid)

    def _foot(self) -> float:
        return max((card.order for card in self._table().values()), default=0.0) + 1.0

    def _write(self, verb: str, cards: Sequence[Card], **fields: Any) -> Change:
        now = self._now(cards)
        draft = self._draft_for(verb, now)
        for card in now:
            draft.set(card, **fields)
        return self._save(draft)


def worded(text: str, otherwise: str = "A card needs a title. Nothing was written.") -> str:
    """Return one line fit to keep. Raises NoWords, saying `otherwise`, if nothing is left."""
    text = clean(text)
    if not text:
        raise NoWords(otherwise)
    return text
