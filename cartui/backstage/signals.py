"""Signals: dated observations of how somebody is doing, in words; never a score."""

from cartui.backstage.back_service import BackService, NothingWritten
from cartui.backstage.contact_records import Signal
from cartui.model.text import clean
from cartui.store.events import Change

WORDS = {
    "private.signal": "Noted a signal of {0}",
    "private.signal_changed": "Reworded a signal of {0}",
    "private.signal_away": "Put a signal of {0} away",
}


class Signals(BackService):
    """What was noticed of the programme's people. It stands in the programme's back file."""

    def of(self, person: str) -> list[Signal]:
        """Return what was noticed of a person, the newest first."""
        kept = [each for each in self._ws.table(Signal).values() if not each.away]
        mine = [each for each in kept if each.person == person]
        return sorted(mine, key=lambda each: (each.on, each.at, each.uid), reverse=True)

    def note(self, person: str, kind: str, text: str) -> Change:
        """Note what was noticed today; `kind` is a shipped id or own words. NothingWritten."""
        kind, text = clean(kind), clean(text)
        if not (kind or text):
            raise NothingWritten("There are no words in it, so nothing was saved.")
        draft = self._draft("private.signal", person)
        uid, now = self._ws.new_uid(), self._ws.now()
        on = self._ws.today()
        draft.create(Signal(uid=uid, person=person, kind=kind, text=text, on=on, at=now))
        return self._commit(draft)

    def reword(self, signal: Signal, text: str) -> Change | None:
        """Change the words of a signal. Returns None when they are the same."""
        draft = self._draft("private.signal_changed", signal.person)
        draft.set(signal, text=clean(text))
        return None if draft.is_empty else self._commit(draft)

    def put_away(self, signal: Signal) -> Change:
        """Put a signal away; undo brings it back."""
        draft = self._draft("private.signal_away", signal.person)
        draft.set(signal, away=True)
        return self._commit(draft)
