"""What a facilitator writes down back stage in the story of a practice programme."""

from msgspec import Struct

from cartui.backstage.attendance_reasons import AttendanceReasons
from cartui.backstage.comments import PrivateComments
from cartui.backstage.contacts import Contacts
from cartui.backstage.hats import HatStamps
from cartui.backstage.private_facts import PrivateFacts
from cartui.backstage.private_notebook import PrivateNotebook
from cartui.backstage.private_whys import PrivateWhys
from cartui.backstage.reflections import Reflections
from cartui.backstage.signals import Signals
from cartui.backstage.storage_notes import StorageNotes
from cartui.model.rooms import Room
from cartui.practice.draft_story import drafts_of, passage_called
from cartui.practice.front import membership_of
from cartui.practice.meeting_story import part_id
from cartui.practice.telling import Act, Telling


class Told(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something written down back stage on the ISO date `on`."""

    on: str

    def act(self, group: str = "") -> Act:
        """Return it as an act, done in a group by its id if there are several."""
        return Act(on=self.on, do=self.tell, room=Room.BACK, group=group)

    def tell(self, told: Telling) -> None:
        """Write it down, through the service it belongs to."""


class Facts(Told, frozen=True, kw_only=True):
    """Private facts of a member, by field of PersonBack."""

    id: str
    facts: dict[str, str]

    def tell(self, told: Telling) -> None:
        """Write them."""
        PrivateFacts(told.ws, told.now_in).write(told.uids[self.id], **self.facts)


class Hindrance(Told, frozen=True, kw_only=True):
    """A constraint of a member; `kind` is an id of words/constraint_kinds."""

    person: str
    kind: str
    text: str

    def tell(self, told: Telling) -> None:
        """Note it."""
        facts = PrivateFacts(told.ws, told.now_in)
        facts.add_constraint(told.uids[self.person], self.kind, self.text)


class PrivateWhy(Told, frozen=True, kw_only=True):
    """Why a member joined, in words they did not want to share then."""

    person: str
    text: str

    def tell(self, told: Telling) -> None:
        """Write it."""
        membership = membership_of(told.ws, told.uids[self.person])
        PrivateWhys(told.ws, told.now_in).write(membership, self.text)


class Shared(Told, frozen=True, kw_only=True):
    """The day on which a member agreed that the group may see those words."""

    person: str

    def tell(self, told: Telling) -> None:
        """Share them."""
        membership = membership_of(told.ws, told.uids[self.person])
        PrivateWhys(told.ws, told.now_in).share(membership)


class OwnNote(Told, frozen=True, kw_only=True):
    """A private note about a member's or card's id, the "group", or nothing."""

    about: str
    text: str

    def tell(self, told: Telling) -> None:
        """Write it."""
        notebook = PrivateNotebook(told.ws, told.now_in)
        notebook.write(told.uids.get(self.about, ""), self.text, told.home_of(self.about))


class Stored(Told, frozen=True, kw_only=True):
    """Where a card's material is kept."""

    card: str
    where: str
    who_can_open: str
    until: str

    def tell(self, told: Telling) -> None:
        """Note it."""
        StorageNotes(told.ws, told.now_in).add(
            told.uids[self.card],
            told.uids["group"],
            where=self.where,
            who_can_open=self.who_can_open,
            until=self.until,
        )


class Behind(Told, frozen=True, kw_only=True):
    """The words behind the way in which a card has ended."""

    card: str
    text: str

    def tell(self, told: Telling) -> None:
        """Write them."""
        notes = StorageNotes(told.ws, told.now_in)
        notes.write_stop_words(told.uids[self.card], told.uids["group"], self.text)


class Aside(Told, frozen=True, kw_only=True):
    """A private comment on the newest version of a draft; `passage` stands there once."""

    draft: str
    by: str
    tone: str
    passage: str
    text: str

    def tell(self, told: Telling) -> None:
        """Write it."""
        draft = drafts_of(told).draft(told.uids[self.draft])
        version = drafts_of(told).versions(draft)[0]
        PrivateComments(told.ws, told.now_in, told.uids["group"]).write(
            draft,
            version,
            self.text,
            passage_called(told, version, self.passage),
            tone=self.tone,
            by=told.uids.get(self.by, ""),
        )


class Missing(Told, frozen=True, kw_only=True):
    """Why a member missed a meeting, or some of it."""

    meeting: str
    person: str
    reason: str

    def tell(self, told: Telling) -> None:
        """Write it beside the attendance."""
        reasons = AttendanceReasons(told.ws, told.now_in)
        missed = reasons.missed(told.uids[self.person])
        here = next(each for each in missed if each.meeting.uid == told.uids[self.meeting])
        reasons.write(here, self.reason)


class Hat(Told, frozen=True, kw_only=True):
    """A hat that the facilitator wore in part `at` (from 1) of a meeting."""

    meeting: str
    at: int
    hat: str

    def tell(self, told: Telling) -> None:
        """Stamp it."""
        part = told.uids[part_id(self.meeting, self.at)]
        stamps = HatStamps(told.ws, told.now_in, told.uids["group"])
        stamps.stamp(told.uids[self.meeting], part, self.hat)


class Reflected(Told, frozen=True, kw_only=True):
    """What the facilitator wrote down for herself after a meeting, by cue."""

    meeting: str
    cues: dict[str, str]

    def tell(self, told: Telling) -> None:
        """Write it, cue by cue."""
        reflections = Reflections(told.ws, told.now_in, told.uids["group"])
        for cue, text in self.cues.items():
            reflections.write(told.uids[self.meeting], cue, text)


class Talked(Told, frozen=True, kw_only=True):
    """A contact with members, by their ids. `said` is the line, with the minutes before it."""

    people: tuple[str, ...]
    channel: str
    purpose: str
    said: str
    follow_up: str = ""

    def tell(self, told: Telling) -> None:
        """Log it, and say what it was for and what follows."""
        contacts = Contacts(told.ws, told.now_in)
        people = [told.uids[each] for each in self.people]
        contacts.log(people, self.channel, self.said)
        contact = contacts.of(people[0])[0]
        contacts.turn_purpose(contact, self.purpose)
        if self.follow_up:
            contacts.change(contacts.of(people[0])[0], follow_up=self.follow_up)


class Noticed(Told, frozen=True, kw_only=True):
    """A signal of a member; `kind` is an id of words/signal_kinds."""

    person: str
    kind: str
    text: str

    def tell(self, told: Telling) -> None:
        """Note it."""
        Signals(told.ws, told.now_in).note(told.uids[self.person], self.kind, self.text)
