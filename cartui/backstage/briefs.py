"""The brief on one person: what a facilitator reads before a meeting or a call, on one page."""

from collections.abc import Callable, Iterator

from msgspec import Struct

from cartui.backstage.back_service import BackService
from cartui.backstage.contact_words import contact_line, signal_line
from cartui.backstage.contacts import Contacts
from cartui.backstage.private_facts import PrivateFacts, constraint_kinds
from cartui.backstage.private_notebook import PrivateNotebook
from cartui.backstage.private_whys import PrivateWhys
from cartui.backstage.raising import PrivateRaising
from cartui.backstage.signals import Signals
from cartui.model.drafts import Draft
from cartui.model.meetings import CaptureKind
from cartui.model.people import Group, Membership, Person
from cartui.model.rooms import Room
from cartui.services.captures_wall import CapturesWall
from cartui.services.ground_rules_wall import RulesWall
from cartui.services.presences_series import Strips, in_words
from cartui.store.workspace import Workspace

FEW = 3
"""How many contacts, signals and notes a brief holds: the newest."""
NEVER = "No contact is logged yet."


class BriefPart(Struct, frozen=True):
    """One heading of a brief with its lines; without lines it is left out."""

    title: str
    lines: tuple[str, ...]


class Briefs(BackService):
    """Briefs on the programme's people, read from both sides of the house; nothing is changed."""

    def __init__(self, workspace: Workspace, room: Callable[[], Room]) -> None:
        super().__init__(workspace, room)
        self._facts = PrivateFacts(workspace, room)
        self._whys = PrivateWhys(workspace, room)
        self._contacts, self._signals = Contacts(workspace, room), Signals(workspace, room)
        self._notes = PrivateNotebook(workspace, room)

    def name(self, person: str) -> str:
        """Return what a person is called."""
        found = self._ws.get(Person, person)
        return found.name if found is not None else ""

    def of(self, person: str) -> list[BriefPart]:
        """Return what there is to know of a person now, in the order in which it is wanted.

        Raises NotBackStage.
        """
        self._must_be_back()
        held = self._memberships(person)
        groups = [group for each in held if (group := self._ws.get(Group, each.group)) is not None]
        parts = (
            ("Why they joined", self._joined(held)),
            ("Last contacts", self._last_contacts(person)),
            ("Signals", self._seen(person)),
            ("What makes it hard", self._hard(person)),
            ("Owed", [line for group in groups for line in self._owed(person, group)]),
            ("To raise", [line for group in groups for line in self._to_raise(person, group)]),
            ("Your notes", [note.text for note in self._notes.about(person)[:FEW]]),
            ("At meetings", self._at_meetings(person, held)),
            ("Best reached by", self._reached(person)),
        )
        found = [BriefPart(title, tuple(lines)) for title, lines in parts]
        return [part for part in found if part.lines]

    def _memberships(self, person: str) -> list[Membership]:
        today = self._ws.today()
        held = self._ws.table(Membership).values()
        mine = [each for each in held if each.person == person and not each.away]
        return [each for each in mine if not each.left or each.left > today]

    def _joined(self, held: list[Membership]) -> list[str]:
        said = [each.why_joined or self._whys.of(each) for each in held]
        return [f"“{words}”" for words in said if words]

    def _last_contacts(self, person: str) -> list[str]:
        found = self._contacts.of(person)[:FEW]
        return [f"{each.on}  {contact_line(each)}" for each in found] or [NEVER]

    def _seen(self, person: str) -> list[str]:
        return [f"{each.on}  {signal_line(each)}" for each in self._signals.of(person)[:FEW]]

    def _hard(self, person: str) -> list[str]:
        names = {kind.id: kind.name for kind in constraint_kinds()}
        found = self._facts.constraints(person)
        said = ((names.get(each.kind, each.kind), each.text) for each in found)
        return [", ".join(filter(None, words)) for words in said]

    def _owed(self, person: str, group: Group) -> Iterator[str]:
        """Yield open actions, drafts whose turn it is, and rules not adopted yet."""
        for line in CapturesWall(self._ws, self._room, group.uid).open_now():
            if line.kind == CaptureKind.ACTION.value and line.owner == person:
                yield f"action: {line.text}{f', due {line.due}' if line.due else ''}"
        for draft in self._ws.table(Draft, group.uid).values():
            if draft.turn == person and not draft.away:
                yield f"their turn: the draft “{draft.title}”"
        waiting = RulesWall(self._ws, self._room, group.uid).waiting()
        if any(member.uid == person for member in waiting):
            yield "has not taken a position on every ground rule"

    def _to_raise(self, person: str, group: Group) -> list[str]:
        raising = PrivateRaising(self._ws, self._room, group.uid)
        return [each.words for each in raising.waiting(person)]

    def _at_meetings(self, person: str, held: list[Membership]) -> list[str]:
        strips = Strips(self._ws, self._room)
        strips.read()
        words = in_words(strips.of(person, held))
        return [words] if words else []

    def _reached(self, person: str) -> list[str]:
        kept = self._facts.of(person)
        return [text for text in (kept.preferred_channel, kept.phone, kept.email) if text]


def as_text(name: str, parts: list[BriefPart]) -> str:
    """Return a brief as plain text, to be printed or read elsewhere."""
    blocks = [f"{part.title}\n" + "\n".join(f"  {line}" for line in part.lines) for part in parts]
    return "\n\n".join([name, *blocks]) + "\n"
