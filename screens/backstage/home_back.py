"""On Home, in BACK: loose private notes, and the latest beside people and cards."""

from collections.abc import Callable, Iterator
from functools import partial

from cartui.backstage.private_notebook import PrivateNotebook
from cartui.backstage.private_raising import PrivateRaising
from cartui.backstage.records import PrivateNote, PrivateRaised
from cartui.backstage.reflection_words import reflection_words
from cartui.backstage.reflections import owed_reflections
from cartui.model.rooms import Room
from cartui.services.meeting_words import meeting_name
from cartui.services.wording import name_of
from cartui.store.workspace import Workspace
from screens.backstage.meeting_wing import MeetingWing
from screens.backstage.note_lines import note_line
from screens.backstage.panel import BackPanel
from screens.backstage.private_lines import PrivateLine

LATEST = 5


class HomeBack(BackPanel):
    """What the facilitator wants to raise, and her own notes, as Home shows them."""

    def __init__(
        self,
        workspace: Workspace,
        room: Callable[[], Room],
        notes: PrivateNotebook,
        raising: PrivateRaising,
    ) -> None:
        super().__init__()
        self._ws, self._notes, self._raising = workspace, notes, raising
        self._wing = MeetingWing(workspace, room)

    def lines(self) -> list[PrivateLine]:
        """Return the reflections owed, who is to be raised, the notes, newest first."""
        kept = [("", note) for note in self._notes.loose()] + self._notes.latest(LATEST)
        kept.sort(key=lambda pair: pair[1].at, reverse=True)
        found = [*self._owed_lines(), *(self._raised(each) for each in self._raising.waiting())]
        found += [
            note_line(self, self._notes, note, group, self._about(note)) for group, note in kept
        ]
        if found:
            return found
        return [PrivateLine(key="empty", text="No private notes yet. C writes one.", quiet=True)]

    def _raised(self, raised: PrivateRaised) -> PrivateLine:
        """Return who is to be raised, as a line that can be reworded and put away."""
        name, raising = name_of(raised.about, self._ws), self._raising
        return PrivateLine(
            key=raised.uid,
            title=f"To raise, {name}" if raised.words != name else "To raise",
            text=raised.words,
            edit=lambda: self.write(
                "To raise", lambda text: raising.reword(raised, text), value=raised.words
            ),
            away=lambda: self.do(lambda: self._raising.put_away(raised)),
        )

    def _owed_lines(self) -> Iterator[PrivateLine]:
        for owed in owed_reflections(self._ws):
            meeting = owed.meeting
            yield PrivateLine(
                key=f"owed.{meeting.uid}",
                title=reflection_words().owed,
                text=", ".join(filter(None, (meeting_name(meeting), meeting.on))),
                edit=partial(self._reflect, owed.group, meeting.uid),
            )

    def _reflect(self, group: str, meeting: str) -> None:
        if (box := self._wing.reflection(group, meeting, self.frame)) is not None:
            self.app.push_screen(box, lambda _: self.show_again())

    def _about(self, note: PrivateNote) -> str:
        return name_of(note.about, self._ws) if note.about else ""

    def add(self) -> None:
        """Write a loose note."""
        self.write("Private note", lambda text: self._notes.write("", text))
