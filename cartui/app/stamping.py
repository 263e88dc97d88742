"""Hats: `H` and a digit. On FRONT it works unseen; nothing is painted, said or opened for it.

The key is taken before any screen has it, so that there is nothing that could show it was pressed.
"""

from contextlib import suppress
from typing import Any

from textual import events, work
from textual.dom import DOMNode

from cartui.app.rules_together import RulesTogether
from cartui.app.shell import Typing
from cartui.model.rooms import Room
from cartui.store.problems import SaveFailed
from screens.parts.keys import typing_in

WAITS = 2.0
"""Seconds after `H` in which a digit names the hat. Later, or after another key, it is a digit."""
TRIES_AGAIN = 5.0
NOT_KEPT = "A hat stamp could not be saved yet: {}. It is tried again by itself."


class Stamping(RulesTogether):
    """Stamps of the meeting that is on, on whatever screen, page for the room or pop-up."""

    _stamped: Any = None
    _stamped_at: float | None = None
    """When the terminal sent `H`: a busy machine may come to the digit much later than the hand."""
    _unsent: dict[str, Any]

    async def _send_key(self, key: events.Key) -> DOMNode:
        if self._takes_silently(key):
            return self.focused or self.screen
        return await super()._send_key(key)

    def _takes_silently(self, key: events.Key) -> bool:
        """Whether a key on FRONT was a stamp, or its hat."""
        seen = self.stage is Room.BACK and not self._on_stage  # there the key has its own verb
        if self.workroom is None or seen or isinstance(self.screen, Typing):
            return False
        if typing_in(self.screen):
            return False
        if key.key in self._hat_keys():
            return self._stamp_unseen(key.time)
        number = self._number_waited_for(key)
        self._stamped_at = None
        if not number:
            return False
        self._name_unseen(number)
        return True

    def _hat_keys(self) -> list[str]:
        return self.settings.keys.get("app.hat", "H").split(",")

    def _number_waited_for(self, key: events.Key) -> int:
        """Return the digit pressed just after `H`; 0 for any other key, or one pressed later."""
        if self._stamped_at is None or self.workroom is None or key.key not in "123456789":
            return 0
        late = key.time - self._stamped_at > WAITS
        within = self._door is not None and int(key.key) <= self._door.letterbox.hats
        return int(key.key) if within and not late else 0

    def _stamp_unseen(self, sent_at: float) -> bool:
        """Drop in a stamp whose hat is not named yet; False where no meeting is on."""
        run = self.standing_run()
        if run is None or self._door is None or self.workroom is None:
            return False
        box = self._door.letterbox
        self._stamped = box.new_stamp(run.group, run.meeting, run.segment)
        self._stamped_at = sent_at
        self._send(box, self._stamped)
        return True

    def _name_unseen(self, number: int) -> None:
        if self._door is not None and self._stamped is not None:
            box = self._door.letterbox
            self._send(box, box.named(self._stamped, number))
            self._stamped = None

    def _send(self, box: Any, stamp: Any) -> None:
        """Drop in a stamp; one that the disk does not take is tried again later, unseen."""
        if not hasattr(self, "_unsent"):
            self._unsent = {}
        uid = stamp.stamp.uid
        self._unsent[uid] = stamp
        try:
            box.drop_stamp(stamp)
        except SaveFailed as failed:
            if self.stage is Room.BACK and (frame := self.frame) is not None:
                frame.say(NOT_KEPT.format(failed.reason), tone="problem")
            self.set_timer(TRIES_AGAIN, lambda: self._send_again(box, uid))
            return
        del self._unsent[uid]
        if self.stage is Room.BACK:  # driven from the bar, with the room's page elsewhere
            self.set_timer(WAITS + 0.5, lambda: self._take_in(box))

    def _send_again(self, box: Any, uid: str) -> None:
        """Try again with what the stamp says by now, unless it has been kept meanwhile."""
        if (stamp := self._unsent.get(uid)) is not None:
            self._send(box, stamp)

    def _take_in(self, box: Any) -> None:
        """Show in BACK what was dropped in there."""
        if self.stage is Room.BACK:
            with suppress(SaveFailed):
                box.empty()
            self.read_again()

    # --- in BACK

    @work
    async def action_stamp_hat(self) -> None:
        """Choose which hat you wear, in BACK: the same two keys, seen."""
        from screens.parts.choice import Choice, Option  # noqa: PLC0415

        run, door, frame = self.standing_run(), self._door, self.frame
        wing = door.meeting_wing if door is not None else None
        if run is None or wing is None or frame is None:
            return
        options = [
            Option(name, str(number), more) for number, (name, more) in enumerate(wing.hats(), 1)
        ]
        at = await self.push_screen_wait(Choice("Which hat do you wear?", options))
        if at is not None and self.stage is Room.BACK:
            frame.do(lambda: wing.stamp(run.group, run.meeting, run.segment, at))
            self.read_again()

    def action_reflect(self) -> None:
        """Open the reflection on the meeting in front, or else on the newest one that is owed."""
        wing = self._door.meeting_wing if self._door is not None else None
        frame, live = self.frame, self.live_page()
        if wing is None or frame is None:
            return
        if live is not None and frame is live:
            about: tuple[str, str] | None = (live.services.wall.group_uid, live.running.uid)
        else:
            about = wing.owed()
        box = wing.reflection(*about, frame) if about is not None else None
        if box is None:
            frame.say("No reflection is owed. After a meeting, w on its page opens it again.")
            return
        self.push_screen(box, lambda _: self.read_again())

    def action_hats(self) -> None:
        """Show the hats of the group in hand by month."""
        wing = self._door.meeting_wing if self._door is not None else None
        room = self.workroom
        if wing is not None and room is not None and (board := room.board()) is not None:
            self.push_screen(wing.drift(board.group_uid))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In BACK alone; a hat is only stamped while a meeting is on."""
        if action in ("stamp_hat", "reflect", "hats"):
            if self.workroom is None or self.stage is not Room.BACK:
                return False
            return action != "stamp_hat" or self.standing_run() is not None
        return super().check_action(action, parameters)
