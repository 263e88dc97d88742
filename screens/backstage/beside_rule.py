"""Beside a ground rule, in BACK: what the facilitator noted for themselves."""

from cartui.backstage.private_notebook import PrivateNotebook
from screens.backstage.note_lines import note_line
from screens.backstage.panel import BackPanel
from screens.backstage.private_lines import PrivateLine

EMPTY = "Nothing private is kept of this rule. c writes a note."


class BesideRule(BackPanel):
    """The private side of one rule."""

    def __init__(self, notes: PrivateNotebook) -> None:
        super().__init__()
        self._notes = notes

    def lines(self) -> list[PrivateLine]:
        """Return the private notes beside the rule, newest first."""
        if not self.uid:
            return []
        found = [
            note_line(self, self._notes, note, self.group)
            for note in self._notes.about(self.uid, self.group)
        ]
        return found or [PrivateLine(key="empty", text=EMPTY, quiet=True)]

    def add(self) -> None:
        """Write a private note on the rule."""
        if uid := self.uid:
            group = self.group
            self.write("Private note", lambda text: self._notes.write(uid, text, group))
