"""The case study design template: eight sections, and what a card answers to each field."""

from functools import cache

from msgspec import Struct

import data
from cartui.model.cycles import Answer, Card
from cartui.model.people import Membership
from cartui.model.text import clean
from cartui.services.group_service import GroupService
from cartui.store.events import Change

WORDS = {"board.answer": "Wrote “{1}” on the design of {0}"}


class DesignField(Struct, frozen=True, kw_only=True):
    """One field of the design: `prompt` asks, `hint` says what a good answer holds."""

    id: str
    number: int
    title: str
    prompt: str = ""
    hint: str = ""


class DesignSection(Struct, frozen=True, kw_only=True):
    """A section of the design, in the words of its source."""

    id: str
    title: str
    fields: tuple[DesignField, ...]


class Design(Struct, frozen=True, kw_only=True):
    """A whole design template, as it is shipped."""

    id: str
    name: str
    origin: str = ""
    sections: tuple[DesignSection, ...]


class Completeness(Struct, frozen=True):
    """How many of a section's fields have an answer."""

    section: DesignSection
    answered: int

    @property
    def of(self) -> int:
        """How many fields the section has."""
        return len(self.section.fields)


@cache
def design() -> Design:
    """Return the shipped case study design template."""
    return data.load("design_template", Design)


class Designs(GroupService):
    """The designs of a group's cards."""

    def answers(self, card: Card) -> dict[str, str]:
        """Return the answers of a card by field id; a field without one is left out."""
        found = {}
        for field in _fields():
            answer = self._ws.get(Answer, _uid(card, field.id), group=self.group_uid)
            if answer is not None and answer.text:
                found[field.id] = answer.text
        return found

    def answer(self, card: Card, field_id: str, text: str, *, was: str | None = None) -> Change:
        """Write an answer, which `was` this when it was read; an empty one takes it back.

        Raises KeyError for an unknown field, and ChangedMeanwhile.
        """
        field = {field.id: field for field in _fields()}[field_id]
        said = clean(text, lines=True)
        self._still(was, lambda: self.answers(card).get(field_id, ""), said)
        draft = self._draft("board.answer", self.card(card.uid).uid, field.title)
        uid = _uid(card, field_id)
        before = self._ws.get(Answer, uid, group=self.group_uid)
        if before is not None:
            draft.set(before, text=said)
        elif said:
            draft.create(Answer(uid=uid, card=card.uid, field=field_id, text=said))
        return self._save(draft)

    def completeness(self, card: Card) -> list[Completeness]:
        """Return how far each section has come, in the order of the template."""
        answered = self.answers(card)
        return [
            Completeness(section, sum(field.id in answered for field in section.fields))
            for section in design().sections
        ]

    def why_joined(self, card: Card) -> list[str]:
        """Return the owners' own words at joining this group, where they agreed to show them."""
        memberships = self._ws.table(Membership).values()
        return [
            member.why_joined
            for member in memberships
            if member.person in card.owners and member.group == self.group_uid and member.why_joined
        ]


def _fields() -> list[DesignField]:
    return [field for section in design().sections for field in section.fields]


def _uid(card: Card, field_id: str) -> str:
    # Two devices that answer the same field at the same time must meet in one record.
    return f"{card.uid}.{field_id}"
