"""Group notes: what anybody in the group may read, beside a thing or loose."""

from cartui.model.notes import Note
from cartui.model.text import clean
from cartui.services.service import Service
from cartui.store.events import Change

WORDS = {
    "notebook.write": "Wrote a group note on {0}",
    "notebook.write_loose": "Wrote a group note",
    "notebook.reword": "Reworded a group note",
    "notebook.put_away": "Put a group note away",
}


class Notebook(Service):
    """The group's notes. A note about a card stands in its group's file (`group`)."""

    def write(self, about: str, text: str, group: str = "") -> Change:
        """Write a note beside `about` (a uid), or a loose one if that is empty."""
        note = Note(
            uid=self._ws.new_uid(),
            about=about,
            text=clean(text, lines=True),
            by=self._ws.identity.actor,
            at=self._ws.now(),
        )
        verb = "notebook.write" if about else "notebook.write_loose"
        draft = self._ws.draft(verb, about=(about,) if about else (), group=group)
        draft.create(note)
        return self._commit(draft)

    def reword(self, note: Note, text: str, group: str = "") -> Change:
        """Change the words of a note."""
        draft = self._ws.draft("notebook.reword", about=(note.uid,), group=group)
        draft.set(note, text=clean(text, lines=True))
        return self._commit(draft)

    def put_away(self, note: Note, group: str = "") -> Change:
        """Take a note off the wall; undo brings it back."""
        draft = self._ws.draft("notebook.put_away", about=(note.uid,), group=group)
        draft.set(note, away=True)
        return self._commit(draft)

    def about(self, uid: str, group: str = "") -> list[Note]:
        """Return the notes beside a thing, newest first; loose ones if `uid` is empty."""
        notes = self._ws.table(Note, group).values()
        return sorted(
            (note for note in notes if note.about == uid and not note.away),
            key=lambda note: note.at,
            reverse=True,
        )
