"""Raising whatever is highlighted at the next meeting, by one key; a person back stage only."""

from typing import TYPE_CHECKING

from cartui.app.keeping import Keeping
from cartui.model.people import Group
from cartui.model.problems import CartuiProblem
from cartui.model.rooms import Room
from cartui.services.raised_words import called
from cartui.store.events import Change

if TYPE_CHECKING:
    from cartui.services.meetings import Meetings


class RaisedBackStage(CartuiProblem):
    """Somebody is raised in BACK only."""


class Raising(Keeping):
    """`r` on any screen, and the same in words of one's own. They need an open workroom."""

    def action_raise(self) -> None:
        """Raise the highlighted thing at the next meeting."""
        if (frame := self.frame) is None or (subject := self._subject()) is None:
            return
        frame.do(lambda: self.raise_this(subject.uid, subject.group))
        self.read_again()

    def action_raise_words(self) -> None:
        """Raise something in words of one's own at the next meeting of the group in hand."""
        if (frame := self.frame) is None or self._series("") is None:
            return

        def then(text: str | None) -> None:
            if text:
                frame.do(lambda: self._in_hand().raise_words(text))
                self.read_again()

        frame.ask("Raise at the next meeting (the group sees it)", then, id="raise.words")

    def raise_this(self, uid: str, group: str) -> Change:
        """Raise an open record of a group. Raises RaisedBackStage for what is none."""
        series = self._series(uid if self._is_group(uid) else group)
        if series is None or not called(series.workspace, uid, series.group_uid):
            return self.raise_privately(uid, series.group_uid if series is not None else "")
        return series.raise_this(uid)

    def raise_privately(self, uid: str, group: str) -> Change:
        """Raise what only the facilitator may see. The app does it in BACK."""
        raise RaisedBackStage("People are raised back stage, where only you see it: B goes there.")

    def _in_hand(self) -> "Meetings":
        series = self._series("")
        assert series is not None  # noqa: S101 - asked only while there is a group
        return series

    def _series(self, group: str) -> "Meetings | None":
        """Return the meetings of a group, or of the group in hand; None while there is none."""
        if (room := self.workroom) is None:
            return None
        if group and room.workspace.get(Group, group) is not None:
            from cartui.services.meetings import Meetings  # noqa: PLC0415 - Home starts without

            return Meetings(room.workspace, room.room, group)
        return room.meetings()

    def _is_group(self, uid: str) -> bool:
        room = self.workroom
        return room is not None and room.workspace.get(Group, uid) is not None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer it where there is something to raise, and a group to raise it in."""
        if action in ("raise", "raise_words"):
            if self.workroom is None or self.stage is Room.PUBLIC:
                return False
            if not self.workroom.programmes.groups():
                return None
            return action == "raise_words" or self._subject() is not None or None
        return super().check_action(action, parameters)
