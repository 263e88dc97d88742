"""Under a card, in BACK: where its material is kept, why it stopped in words, what was noted."""

from functools import partial

from textual import work

from cartui.backstage.private_notebook import PrivateNotebook
from cartui.backstage.records import CardBack, StorageNote
from cartui.backstage.storage_notes import StorageNotes
from cartui.backstage.titles import titles
from screens.backstage.note_lines import note_line
from screens.backstage.panel import BackPanel
from screens.backstage.private_lines import PrivateLine


class UnderCard(BackPanel):
    """The private side of one card."""

    def __init__(self, storage: StorageNotes, notes: PrivateNotebook) -> None:
        super().__init__()
        self._storage, self._notes = storage, notes

    def lines(self) -> list[PrivateLine]:
        """Return the stop reason, the storage notes, then private notes."""
        if not self.uid:
            return []
        found = [
            *self._stop_line(),
            *(line for note in self._kept() for line in self._storage_lines(note)),
            *(
                note_line(self, self._notes, note, self.group)
                for note in self._notes.about(self.uid, self.group)
            ),
        ]
        if found:
            return found
        empty = "Nothing private is kept of this card. Tab comes here, n adds, c writes a note."
        return [PrivateLine(key="empty", text=empty, quiet=True)]

    def _kept(self) -> list[StorageNote]:
        return self._storage.of(self.uid, self.group)

    def _stop_line(self) -> list[PrivateLine]:
        words = self._storage.stop_words(self.uid, self.group)
        if not words:
            return []
        uid, group = self.uid, self.group
        return [
            PrivateLine(
                key="stop",
                title=titles(CardBack)["stop_reason"],
                text=words,
                edit=self._ask_stop,
                away=lambda: self.do(lambda: self._storage.write_stop_words(uid, group, "")),
            )
        ]

    def _ask_stop(self) -> None:
        uid, group = self.uid, self.group
        self.ask(
            "Why it stopped, for yourself",
            f"stop.{uid}",
            lambda text: self._storage.write_stop_words(uid, group, text),
            value=self._storage.stop_words(uid, group),
        )

    def _storage_lines(self, note: StorageNote) -> list[PrivateLine]:
        group = self.group
        return [
            PrivateLine(
                key=f"{note.uid}.{field}",
                title=title,
                text=getattr(note, field),
                edit=partial(self._ask_storage, note, field),
                away=lambda: self.do(lambda: self._storage.put_away(note, group)),
            )
            for field, title in titles(StorageNote).items()
            if getattr(note, field)
        ]

    def _ask_storage(self, note: StorageNote, field: str) -> None:
        group = self.group
        self.ask(
            titles(StorageNote)[field],
            f"{field}.{note.uid}",
            lambda text: self._storage.change(note, group, **{field: text}),
            value=getattr(note, field),
        )

    # --- adding

    def add(self) -> None:
        """Offer what is not written down yet."""
        if self.uid:
            self._offer()

    @work
    async def _offer(self) -> None:
        """Ask what to add: a missing part of the newest storage note, or a new one."""
        newest = self._kept()[-1:]
        gaps = [
            (field, title)
            for note in newest
            for field, title in titles(StorageNote).items()
            if not getattr(note, field)
        ]
        another = "Where more is kept" if newest else titles(StorageNote)["where"]
        words = [title for _, title in gaps] + [another]
        if not self._storage.stop_words(self.uid, self.group):
            words.append(titles(CardBack)["stop_reason"])
        chosen = await self.pick("Add, for yourself", words)
        if chosen is None:
            return
        if chosen < len(gaps):
            self._ask_storage(newest[0], gaps[chosen][0])
        elif chosen == len(gaps):
            self._ask_where()
        else:
            self._ask_stop()

    def _ask_where(self) -> None:
        uid, group = self.uid, self.group
        self.ask(
            titles(StorageNote)["where"],
            f"where.{uid}",
            lambda text: self._storage.add(uid, group, where=text),
        )
