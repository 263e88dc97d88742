"""On Home, in BACK: loose private notes, and the latest beside people and cards."""

from cartui.backstage.private_notebook import PrivateNotebook
from cartui.backstage.records import PrivateNote
from cartui.services.wording import name_of
from cartui.store.workspace import Workspace
from screens.backstage.note_lines import note_line
from screens.backstage.panel import BackPanel
from screens.backstage.private_lines import PrivateLine

LATEST = 5


class HomeBack(BackPanel):
    """The facilitator's own notes, as Home shows them."""

    def __init__(self, workspace: Workspace, notes: PrivateNotebook) -> None:
        super().__init__()
        self._ws, self._notes = workspace, notes

    def lines(self) -> list[PrivateLine]:
        """Return every loose note and the latest of the others, newest first."""
        kept = [("", note) for note in self._notes.loose()] + self._notes.latest(LATEST)
        kept.sort(key=lambda pair: pair[1].at, reverse=True)
        found = [
            note_line(self, self._notes, note, group, self._about(note)) for group, note in kept
        ]
        if found:
            return found
        return [PrivateLine(key="empty", text="No private notes yet. C writes one.", quiet=True)]

    def _about(self, note: PrivateNote) -> str:
        return name_of(note.about, self._ws) if note.about else ""

    def add(self) -> None:
        """Write a loose note."""
        self.write("Private note", lambda text: self._notes.write("", text))
