"""Ethical dilemmas on a card: what kind, how it is handled, how it stands."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

import data
from cartui.model.cycles import Card, Dilemma
from cartui.model.text import clean
from cartui.services.group_service import GroupService, NoWords
from cartui.store.events import Change

WORDS = {
    "dilemma.add": "Wrote a dilemma on {0}",
    "dilemma.edit": "Reworded a dilemma on {0}",
    "dilemma.state": "A dilemma on {0} is now {1}",
    "dilemma.put_away": "Put away a dilemma on {0}",
    "dilemma.bring_back": "Brought back a dilemma on {0}",
}


class Word(Struct, frozen=True, kw_only=True):
    """A word to choose, with a line of help."""

    id: str
    name: str
    help: str = ""


def dilemma_kinds() -> list[Word]:
    """Return the shipped kinds of dilemma."""
    return data.load("words/dilemma_kinds", list[Word])


def dilemma_states() -> list[Word]:
    """Return the shipped states, from open to settled."""
    return data.load("words/dilemma_states", list[Word])


class Dilemmas(GroupService):
    """The dilemmas of a group's cards."""

    def of(self, card: Card, *, away: bool = False) -> list[Dilemma]:
        """Return a card's dilemmas in the order they were written."""
        found = [each for each in self._table().values() if each.card == card.uid]
        return [each for each in found if each.away == away]

    def add(self, card: Card, kind: str, text: str, handling: str = "") -> Change:
        """Write a dilemma; its uid is the last of the change's `about`. Raises NoWords."""
        made = Dilemma(
            uid=self._ws.new_uid(),
            card=self.card(card.uid).uid,
            kind=kind,
            text=_said(text),
            handling=clean(handling, lines=True),
        )
        draft = self._draft("dilemma.add", card.uid, made.uid)
        draft.create(made)
        return self._commit(draft)

    def edit(self, dilemma: Dilemma, *, kind: str, text: str, handling: str) -> Change:
        """Change all the words of a dilemma at once. Raises NoWords."""
        said = {"text": _said(text), "handling": clean(handling, lines=True)}
        return self._set("dilemma.edit", dilemma, kind=kind, **said)

    def reword(self, dilemma: Dilemma, text: str, *, was: str | None = None) -> Change:
        """Reword a dilemma, whose text `was` this. Raises NoWords and ChangedMeanwhile."""
        said = _said(text)
        self._still(was, lambda: self._now_of(dilemma).text, said)
        return self._set("dilemma.edit", dilemma, text=said)

    def handle(self, dilemma: Dilemma, text: str, *, was: str | None = None) -> Change:
        """Write how a dilemma is handled, which `was` this. Raises ChangedMeanwhile."""
        said = clean(text, lines=True)
        self._still(was, lambda: self._now_of(dilemma).handling, said)
        return self._set("dilemma.edit", dilemma, handling=said)

    def set_state(self, dilemma: Dilemma, state: str) -> Change:
        """Say how a dilemma stands, in one of the shipped words."""
        return self._set("dilemma.state", dilemma, state, state=state)

    def put_away(self, dilemma: Dilemma) -> Change:
        """Take a dilemma off the card; it is kept."""
        return self._set("dilemma.put_away", dilemma, away=True)

    def bring_back(self, dilemma: Dilemma) -> Change:
        """Put a dilemma back on its card."""
        return self._set("dilemma.bring_back", dilemma, away=False)

    def _set(self, verb: str, dilemma: Dilemma, *words: str, **fields: Any) -> Change:
        draft = self._draft(verb, dilemma.card, *words, dilemma.uid)
        draft.set(dilemma, **fields)
        return self._save(draft)

    def _now_of(self, dilemma: Dilemma) -> Dilemma:
        return self._table().get(dilemma.uid, dilemma)

    def _table(self) -> Mapping[str, Dilemma]:
        return self._ws.table(Dilemma, group=self.group_uid)


def _said(text: str) -> str:
    said = clean(text, lines=True)
    if not said:
        raise NoWords("A dilemma needs words. Nothing was written.")
    return said
