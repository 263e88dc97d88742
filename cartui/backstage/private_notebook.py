"""Private notes on anything: what a facilitator writes down for one pair of eyes."""

from cartui.backstage.back_service import BackService
from cartui.backstage.records import PrivateNote
from cartui.model.kinds import OPEN
from cartui.store.events import Change

WORDS = {
    "private.note": "Wrote a private note on {0}",
    "private.note_loose": "Wrote a private note",
    "private.note_reworded": "Reworded a private note",
    "private.note_away": "Put a private note away",
}

REMINDER = "People may ask to see what is written about them."
"""Said once in each note box, kindly; it is so under data protection law."""


class PrivateNotebook(BackService):
    """The facilitator's own notes. A note stands where the thing it is about stands: `group` is
    the group of a card, and does not matter for a person or anything else of the programme.
    """

    def write(self, about: str, text: str, group: str = "") -> Change:
        """Write a note beside `about` (a uid), a loose one if that is "". Raises NothingWritten."""
        words = self._written(text)
        verb = "private.note" if about else "private.note_loose"
        draft = self._draft(verb, *filter(None, (about,)), group=self._home(about, group))
        note = PrivateNote(
            uid=self._ws.new_uid(),
            about=about,
            text=words,
            by=self._ws.identity.actor,
            at=self._ws.now(),
        )
        draft.create(note)
        return self._commit(draft)

    def reword(
        self, note: PrivateNote, text: str, group: str = "", *, was: str | None = None
    ) -> Change | None:
        """Change the words of a note, which `was` this when it was read. None when they are the
        same. Raises NothingWritten, ChangedMeanwhile.
        """
        words = self._written(text)
        self._still(was, lambda: (self._ws.get(PrivateNote, note.uid, group) or note).text, words)
        draft = self._draft("private.note_reworded", group=group)
        draft.set(note, text=words)
        return None if draft.is_empty else self._commit(draft)

    def put_away(self, note: PrivateNote, group: str = "") -> Change:
        """Put a note away; undo brings it back."""
        draft = self._draft("private.note_away", group=group)
        draft.set(note, away=True)
        return self._commit(draft)

    def about(self, uid: str, group: str = "") -> list[PrivateNote]:
        """Return the notes beside a thing, newest first."""
        return [note for note in self._newest(self._home(uid, group)) if note.about == uid]

    def loose(self) -> list[PrivateNote]:
        """Return the notes beside nothing, newest first."""
        return self.about("")

    def latest(self, at_most: int) -> list[tuple[str, PrivateNote]]:
        """Return the newest notes beside something, each with the group whose file holds it."""
        found = [
            (group, note)
            for group in ("", *self._ws.group_uids())
            for note in self._newest(group)
            if note.about
        ]
        return sorted(found, key=lambda pair: pair[1].at, reverse=True)[:at_most]

    def _home(self, about: str, group: str) -> str:
        """Return whose file holds notes about a thing: "" for what belongs to the programme."""
        loose = not about or any(self._ws.get(kind, about) for kind in OPEN.by_type)
        return "" if loose else group

    def _newest(self, group: str) -> list[PrivateNote]:
        """Newest first; of two in the same second the one that was written later."""
        kept = [note for note in self._ws.table(PrivateNote, group).values() if not note.away]
        kept.reverse()
        return sorted(kept, key=lambda note: note.at, reverse=True)
