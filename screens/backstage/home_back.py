"""On Home, in BACK: loose private notes, and the latest beside people and cards."""

from collections.abc import Callable, Iterator
from functools import partial

from cartui.backstage.private_notebook import PrivateNotebook
from cartui.backstage.raising import PrivateRaising
from cartui.backstage.records import PrivateRaised
from cartui.backstage.reflection_words import reflection_words
from cartui.backstage.reflections_owed import owed_reflections
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
    """Who is to be raised, reflections owed, the facilitator's own notes, as Home shows them."""

    def __init__(
        self, workspace: Workspace, room: Callable[[], Room], notes: PrivateNotebook
    ) -> None:
        super().__init__()
        self._ws, self._room, self._notes = workspace, room, notes
        self._wing = MeetingWing(workspace, room)

    def lines(self) -> list[PrivateLine]:
        """Return reflections owed, who is to be raised, the loose notes and the latest others."""
        kept = [("", note) for note in self._notes.loose()] + self._notes.latest(LATEST)
        kept.sort(key=lambda pair: pair[1].at, reverse=True)
        found = [*self._owed_lines(), *self._raised_lines()]
        found += [
            note_line(self, self._notes, note, group, self._named(note.about))
            for group, note in kept
        ]
        if found:
            return found
        return [PrivateLine(key="empty", text="No private notes yet. C writes one.", quiet=True)]

    def _owed_lines(self) -> Iterator[PrivateLine]:
        for owed in owed_reflections(self._ws):
            meeting = owed.meeting
            yield PrivateLine(
                key=f"owed.{meeting.uid}",
                title=reflection_words().owed,
                text=", ".join(filter(None, (meeting_name(meeting), meeting.on))),
                edit=partial(self._reflect, owed.group, meeting.uid),
            )

    def _raised_lines(self) -> Iterator[PrivateLine]:
        for group in self._ws.group_uids():
            raising = PrivateRaising(self._ws, self._room, group)
            for each in raising.waiting():
                yield PrivateLine(
                    key=each.uid,
                    title=f"To raise, {self._named(each.about) or 'no one'}",
                    text=each.words,
                    edit=partial(self._reword, raising, each),
                    away=partial(self.do, partial(raising.put_away, each)),
                )

    def _reword(self, raising: PrivateRaising, raised: PrivateRaised) -> None:
        self.write("To raise", lambda text: raising.reword(raised, text), value=raised.words)

    def _reflect(self, group: str, meeting: str) -> None:
        if (box := self._wing.reflection(group, meeting, self.frame)) is not None:
            self.app.push_screen(box, lambda _: self.show_again())

    def _named(self, uid: str) -> str:
        return name_of(uid, self._ws) if uid else ""

    def add(self) -> None:
        """Write a loose note."""
        self.write("Private note", lambda text: self._notes.write("", text))
