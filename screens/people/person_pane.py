"""One person, read: who they are, their groups, why they joined, and the group's notes."""

from collections.abc import Iterator, Sequence

from textual.app import ComposeResult
from textual.containers import Vertical

from cartui.model.notes import Note
from cartui.model.people import Person
from cartui.services.people_lines import PersonLine
from cartui.services.presences_series import Mark
from cartui.services.roles import is_unpaid
from screens.parts.reading import Reading, paragraphs
from screens.parts.slots import Slot
from screens.parts.symbols import mark
from screens.people.attending import series_words

Words = Iterator[tuple[str, str]]


class PersonPane(Vertical):
    """The person under the cursor, with room for the back stage below."""

    def __init__(self) -> None:
        super().__init__()
        self.facts = Reading()
        self.slot = Slot("beside-person")
        self._uid = ""

    def compose(self) -> ComposeResult:
        """Facts above, slot below."""
        yield self.facts
        yield self.slot

    def show(
        self,
        line: PersonLine | None,
        group: str,
        notes: Sequence[Note],
        marks: Sequence[Mark] = (),
    ) -> None:
        """Show a person, or nobody; `group` is the group that the list is about, `marks` how the
        person was at meetings.
        """
        uid = line.uid if line is not None else ""
        said = list(facts_of(line, group, notes, marks)) if line is not None else []
        self.facts.show(paragraphs(said), anew=uid != self._uid)
        self._uid = uid
        self.slot.tell(uid, group)


def facts_of(
    line: PersonLine, group: str, notes: Sequence[Note], marks: Sequence[Mark] = ()
) -> Words:
    """Yield what the group may know of a person, as (text, look)."""
    person = line.person
    yield line.name, "name"
    if person.label and f"({person.label})" not in line.name:
        yield person.label, "muted"
    work = ", ".join(filter(None, (person.job_role, person.profession)))
    place = ", ".join(filter(None, (person.agency, person.sector and f"{person.sector} sector")))
    for text in (work, place, person.area):
        if text:
            yield text, ""
    if person.away:
        yield "Put away. X brings back.", "muted"
    yield from _named(person)
    yield from _groups(line, group)
    yield from series_words(marks)
    if notes:
        yield "", ""
        yield "Group notes", "word"
        for note in notes:
            by = ", ".join(filter(None, (note.by, note.at[:10])))
            yield f"{note.text}{f'  ({by})' if by else ''}", ""


def _named(person: Person) -> Words:
    if person.may_be_named:
        yield "May be named to outsiders.", ""
    if person.asks_no_name:
        yield "Asks for no name in files about drafts.", ""


def _groups(line: PersonLine, group: str) -> Words:
    if not line.memberships:
        yield "", ""
        yield "In no group yet. m adds to one.", "muted"
    titles = dict(_titles(line))
    first = sorted(line.memberships, key=lambda held: held.group != group)
    for held in first:
        yield "", ""
        yield titles[held.uid], "word"
        if held.role:
            unpaid = is_unpaid(held.role)
            yield f"{mark('unpaid')} {held.role}, unpaid" if unpaid else held.role, ""
        dates = (held.joined and f"joined {held.joined}", held.left and f"left {held.left}")
        if any(dates):
            yield ", ".join(filter(None, dates)), ""
        if held.why_joined:
            yield f"Says: “{held.why_joined}”", ""


def _titles(line: PersonLine) -> Iterator[tuple[str, str]]:
    for held, title in zip(line.memberships, line.titles, strict=True):
        yield held.uid, title
