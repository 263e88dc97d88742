"""The app's way between the stages of the room: the keys, the questions, the slots."""

from typing import TYPE_CHECKING, Any

from textual import on

from cartui.app.raising import Raising
from cartui.app.stage_door import StageDoor
from cartui.model.rooms import Room
from cartui.store.events import Change
from screens.parts.frame import FrameScreen
from screens.parts.popup import Sure
from screens.parts.slots import Slot

if TYPE_CHECKING:
    from screens.people.acts import PeopleActs
    from screens.people.between import BetweenMeetings

BACK_ASKS = "Go back stage? Private notes will show on this screen."
PUBLIC_ASKS = "Show only what outsiders may see?"
PUBLIC_NEEDS_FRONT = "First f, which hides what is private; then F shows what outsiders may see."
NEED_WORKSPACE = frozenset(
    ("undo", "redo", "back_stage", "public", "loose_note", "present", "present_words")
)
LEAVE_PUBLIC_ASKS = "Leave FRONT public? What is for members will show on this screen."


class Doors(Raising):
    """`f`, `B` and `F`. There is a stage door only while a workspace is open."""

    _door: StageDoor | None = None

    async def action_front(self) -> None:
        """Hide what is private, at once. It never widens: on FRONT it does nothing."""
        if self._door is not None and self.stage is Room.BACK:
            await self._door.to_front(Room.MEMBERS)

    def action_back_stage(self) -> None:
        """Ask whether to go back stage."""

        async def then(yes: bool | None) -> None:
            if yes and self._door is not None:
                await self._door.to_back()

        self.push_screen(Sure(BACK_ASKS, "Back stage", yes="goes", no="stays"), then)

    def action_public(self) -> None:
        """Ask whether to go to FRONT public, or out of it; in BACK say what comes first."""
        if self.stage is Room.BACK:
            if (frame := self.frame) is not None:
                frame.say(PUBLIC_NEEDS_FRONT)
            return
        public = self.stage is Room.PUBLIC

        async def then(yes: bool | None) -> None:
            if yes and self._door is not None:
                await self._door.to_front(Room.MEMBERS if public else Room.PUBLIC)

        words = LEAVE_PUBLIC_ASKS if public else PUBLIC_ASKS
        self.push_screen(Sure(words, "FRONT public", yes="goes", no="stays"), then)

    def _ask_note(self, about: str, group: str, name: str, value: str = "") -> None:
        """Ask for a note; in BACK with a kind word about private notes, once."""
        super()._ask_note(about, group, name, value)
        remind = self._door.reminder if self._door is not None else None
        if remind is not None and (frame := self.frame) is not None and (word := remind()):
            frame.say(word)

    def write_note(self, about: str, text: str, group: str) -> Change:
        """Write a private note on BACK, a group note on FRONT."""
        if self.stage is Room.BACK and self._door is not None and self._door.write_note:
            return self._door.write_note(about, text, group)
        return super().write_note(about, text, group)

    def raise_privately(self, uid: str, group: str) -> Change:
        """Raise somebody for the facilitator alone, on BACK."""
        if self.stage is Room.BACK and self._door is not None and self._door.raise_privately:
            return self._door.raise_privately(uid, group)
        return super().raise_privately(uid, group)

    def read_again(self) -> None:
        """Let the screen in front and its panels read anew."""
        super().read_again()
        if self._door is not None and (frame := self.frame) is not None:
            self._door.read_again(frame)

    @on(Slot.Subject)
    def _subject_changed(self, event: Slot.Subject) -> None:
        if self._door is not None and self.frame is not None:
            self._door.about(self.frame, event)

    @on(FrameScreen.Built)
    async def _fill_slots(self) -> None:
        if self._door is not None and self.frame is not None:
            await self._door.fill(self.frame)

    def on_people_acts_why_kept_private(self, event: "PeopleActs.WhyKeptPrivate") -> None:
        """Keep back stage why somebody joined, because the group may not see it."""
        frame, keep = self.frame, self._door.keep_why if self._door is not None else None
        if frame is not None and keep is not None:
            frame.do(lambda: keep(event.membership, event.text))
            self.read_again()

    def on_between_meetings_contact_wanted(self, event: "BetweenMeetings.ContactWanted") -> None:
        """Log a contact back stage."""
        if (panel := self._beside_person()) is not None:
            panel.log_with(event.people)

    def on_between_meetings_brief_wanted(self, event: "BetweenMeetings.BriefWanted") -> None:
        """Open a brief back stage."""
        if (panel := self._beside_person()) is not None:
            panel.brief(event.people, event.at)

    def _beside_person(self) -> Any:
        if self.stage is not Room.BACK or self.frame is None:
            return None
        return next(iter(self.frame.query("#slot-beside-person > *")), None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what this stage of the room has, and what there is a subject for."""
        if action == "front":
            return self.stage is Room.BACK
        if action in NEED_WORKSPACE:
            return self.workroom is not None
        if action in ("note", "history", "copy"):
            return (self.workroom is not None and self._subject() is not None) or None
        return super().check_action(action, parameters)
