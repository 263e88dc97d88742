"""The log of contacts: who was talked to between meetings, how, what for, and what follows."""

from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace

from cartui.backstage.back_service import BackService, NothingWritten
from cartui.backstage.contact_records import Contact
from cartui.backstage.contact_words import said
from cartui.backstage.records import PrivateNote
from cartui.model.problems import CartuiProblem
from cartui.model.text import clean
from cartui.services.memberships import dated
from cartui.store.events import Change

WORDS = {
    "private.contact": "Logged a contact with {0}",
    "private.contact_many": "Logged a contact with {0} people",
    "private.contact_of_note": "Made a private note a contact with {0}",
    "private.contact_changed": "Changed a contact with {0}",
    "private.contact_away": "Put a contact with {0} away",
}
NOBODY = "Nobody is highlighted, so there is no one it was with. Nothing was logged."
TIMES = "Minutes are a whole number up to a day: 15. Nothing was changed."
DAY = 24 * 60


class WrongMinutes(CartuiProblem):
    """A time that is no whole number of minutes of a day."""


class Contacts(BackService):
    """Contacts with the programme's people. They stand in the programme's back file."""

    def of(self, person: str) -> list[Contact]:
        """Return the contacts with a person, the newest first."""
        kept = [each for each in self._ws.table(Contact).values() if not each.away]
        mine = [each for each in kept if person in each.people]
        return sorted(mine, key=lambda each: (each.on, each.at, each.uid), reverse=True)

    def log(self, people: Sequence[str], channel: str, typed: str, on: str = "") -> Change:
        """Note a contact: minutes may stand first, "15 min: no hours this month".

        `on` is the day, today if it is left out. Raises NothingWritten without people, WrongDate.
        """
        if not people:
            raise NothingWritten(NOBODY)
        one = len(people) == 1
        verb, about = ("private.contact", people[0]) if one else ("", str(len(people)))
        draft = self._draft(verb or "private.contact_many", about)
        draft.create(self._contact(tuple(people), channel, typed, dated(on)))
        return self._commit(draft)

    def from_note(
        self, note: PrivateNote, person: str, channel: str, on: str, group: str = ""
    ) -> Change:
        """Let a private note be a contact of the day `on`; the note itself is put away.

        `group` is the one whose file holds the note. Raises NothingWritten, WrongDate.
        """
        if not person:
            raise NothingWritten(NOBODY)
        draft = self._draft("private.contact_of_note", person)
        contact = self._contact((person,), channel, "", dated(on))
        draft.create(replace(contact, gist=" ".join(note.text.split())))
        draft.set(note, group, away=True)
        return self._commit(draft)

    def change(self, contact: Contact, **fields: str) -> Change | None:
        """Change `gist`, `began`, `follow_up`, `channel`, the day `on` or the `minutes`, as typed.

        Returns None when nothing is different. Raises WrongDate, WrongMinutes.
        """
        texts: dict[str, Any] = {name: clean(text) for name, text in fields.items()}
        if "on" in texts:
            texts["on"] = dated(texts["on"]) or contact.on
        if "minutes" in texts:
            texts["minutes"] = minutes(texts["minutes"])
        return self._set(contact, **texts)

    def turn_purpose(self, contact: Contact, purpose: str) -> Change | None:
        """Say that a contact was for this, too; or not, if it was said before."""
        now = self._ws.get(Contact, contact.uid) or contact
        kept = tuple(each for each in now.purposes if each != purpose)
        added = (*now.purposes, purpose) if kept == now.purposes else kept
        return self._set(contact, purposes=added)

    def put_away(self, contact: Contact) -> Change:
        """Put a contact away; undo brings it back."""
        draft = self._draft("private.contact_away", *contact.people[:1])
        draft.set(contact, away=True)
        return self._commit(draft)

    def _set(self, contact: Contact, **fields: Any) -> Change | None:
        draft = self._draft("private.contact_changed", *contact.people[:1])
        draft.set(contact, **fields)
        return None if draft.is_empty else self._commit(draft)

    def _contact(self, people: tuple[str, ...], channel: str, typed: str, on: str) -> Contact:
        length, gist = said(typed)
        return Contact(
            uid=self._ws.new_uid(),
            people=people,
            on=on or self._ws.today(),
            channel=channel,
            minutes=length,
            gist=gist,
            by=self._ws.identity.actor,
            at=self._ws.now(),
        )


def minutes(text: str) -> int:
    """Return minutes as they were typed, 0 for nothing. Raises WrongMinutes."""
    words = text.removesuffix("min").strip()
    if not words:
        return 0
    if not (words.isascii() and words.isdigit()) or int(words) > DAY:
        raise WrongMinutes(TIMES)
    return int(words)
