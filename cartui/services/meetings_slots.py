"""Candidate slots for the next meeting: offered while one is planned or ends, one is picked."""

from cartui.model.meetings import Meeting, Slot
from cartui.model.problems import CartuiProblem
from cartui.services.meeting_times import read_slot, slot_words
from cartui.services.meetings_templates import MeetingsTemplates
from cartui.services.meetings_wall import when
from cartui.store.events import Change

WORDS = {
    "slot.offer": "Offered for the meeting after {0}: {1}",
    "slot.take_off": "No longer offered after the meeting {0}: {1}",
    "slot.pick": "The next meeting is {0}: {1}",
}
MOST = 5
"""More slots than this are no choice any more."""


class NoSlot(CartuiProblem):
    """A slot that cannot be offered, or is not offered any more."""


class MeetingsSlots(MeetingsTemplates):
    """The verbs of slots. Each is one change."""

    def offer_slot(self, meeting: Meeting, text: str) -> Change:
        """Offer a slot for the meeting after this one: "2026-03-16 14:00 Town hall".

        Raises WrongDate, WrongTime, NoSlot.
        """
        slot, now = read_slot(text, self._ws.today()), self.meeting(meeting.uid)
        if slot in now.slots:
            raise NoSlot("That slot is offered already.")
        if len(now.slots) >= MOST:
            raise NoSlot(f"{MOST} slots are offered already. Take one off first.")
        slots = sorted((*now.slots, slot), key=lambda each: (each.on, each.start, each.venue))
        return self._slots("slot.offer", now, tuple(slots), slot)

    def take_off_slot(self, meeting: Meeting, slot: Slot) -> Change:
        """No longer offer a slot."""
        now = self.meeting(meeting.uid)
        left = tuple(each for each in now.slots if each != slot)
        return self._slots("slot.take_off", now, left, slot)

    def pick_slot(self, meeting: Meeting, slot: Slot) -> Change:
        """Plan the meeting after this one for a slot; one that is planned already moves there.

        The uid of the next meeting is the first of the change's `about`. Raises NoSlot.
        """
        now = self.meeting(meeting.uid)
        if slot not in now.slots:
            raise NoSlot("That slot is no longer offered. Nothing was changed.")
        said = {"on": slot.on, "start": slot.start or now.start, "venue": slot.venue or now.venue}
        following = self.after(now)
        made = following or Meeting(
            uid=self._ws.new_uid(),
            number=self.next_number(),
            kind=now.kind,
            minutes=now.minutes,
            area=now.area if said["venue"] == now.venue else "",
            others=now.others,
        )
        draft = self._draft("slot.pick", made.uid, slot_words(slot))
        if following is None:
            draft.create(made)
        draft.set(made, **said)
        return self._save(draft)

    def after(self, meeting: Meeting) -> Meeting | None:
        """Return the meeting that was planned by picking a slot of this one, or one of its kind
        that has no day and no title yet.

        A day that was planned otherwise, such as a retreat, is not moved by a slot.
        """
        offered = {slot.on for slot in meeting.slots}
        later = [each for each in self.meetings() if when(each) > when(meeting)]
        for each in later:
            plain = not each.on and not each.title and each.kind == meeting.kind
            if not each.began_at and (each.on in offered or plain):
                return each
        return None

    def following(self, meeting: Meeting) -> Meeting | None:
        """Return the meeting that people are told of at the end: the one whose slot was picked,
        else the next one that is planned for a day, of whatever kind; None if there is none.
        """
        picked = self.after(meeting)
        if picked is not None and picked.on:
            return picked
        later = (each for each in self.meetings() if when(each) > when(meeting))
        return next((each for each in later if each.on and not each.began_at), None)

    def next_number(self) -> int:
        """Return the number the next meeting gets."""
        return max((each.number for each in self.meetings()), default=0) + 1

    def _slots(self, verb: str, now: Meeting, slots: tuple[Slot, ...], of: Slot) -> Change:
        draft = self._draft(verb, now.uid, slot_words(of))
        draft.set(now, slots=slots)
        return self._save(draft)
