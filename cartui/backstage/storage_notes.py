"""Behind a card: where its material is kept, who can open it, and why it stopped in plain words."""

from cartui.backstage.back_service import BackService, NothingWritten
from cartui.backstage.records import CardBack, StorageNote
from cartui.model.text import clean
from cartui.store.events import Change

WORDS = {
    "private.storage": "Noted where the material of {0} is kept",
    "private.storage_changed": "Changed where the material of {0} is kept",
    "private.storage_away": "Put a storage note of {0} away",
    "private.stop_words": "Wrote why {0} stopped",
}


class StorageNotes(BackService):
    """Data storage notes of a group's cards. `group` is the uid of the card's group."""

    def of(self, card_uid: str, group: str) -> list[StorageNote]:
        """Return the storage notes of a card in the order in which they were made."""
        kept = self._ws.table(StorageNote, group).values()
        return [note for note in kept if note.card == card_uid and not note.away]

    def add(
        self, card_uid: str, group: str, *, where: str, who_can_open: str = "", until: str = ""
    ) -> Change:
        """Note where something is kept. Raises NothingWritten if all three are empty."""
        texts = [clean(text) for text in (where, who_can_open, until)]
        if not any(texts):
            raise NothingWritten("There are no words in it, so nothing was saved.")
        draft = self._draft("private.storage", card_uid, group=group)
        note = StorageNote(
            uid=self._ws.new_uid(),
            card=card_uid,
            where=texts[0],
            who_can_open=texts[1],
            until=texts[2],
        )
        draft.create(note)
        return self._commit(draft)

    def change(self, note: StorageNote, group: str, **fields: str) -> Change | None:
        """Change `where`, `who_can_open` or `until`. None when nothing is different."""
        draft = self._draft("private.storage_changed", note.card, group=group)
        draft.set(note, **{field: clean(text) for field, text in fields.items()})
        return None if draft.is_empty else self._commit(draft)

    def put_away(self, note: StorageNote, group: str) -> Change:
        """Put a storage note away; undo brings it back."""
        draft = self._draft("private.storage_away", note.card, group=group)
        draft.set(note, away=True)
        return self._commit(draft)

    def stop_words(self, card_uid: str, group: str) -> str:
        """Return why a card stopped, in the facilitator's words; "" if nothing was written."""
        kept = self._ws.get(CardBack, card_uid, group)
        return kept.stop_reason if kept is not None else ""

    def write_stop_words(self, card_uid: str, group: str, text: str) -> Change | None:
        """Write down why a card stopped. The general reason on the card stays as it is."""
        words = clean(text, lines=True)
        if words == self.stop_words(card_uid, group):
            return None
        draft = self._draft("private.stop_words", card_uid, group=group)
        self._set_beside(draft, CardBack(uid=card_uid), group, stop_reason=words)
        return self._commit(draft)
