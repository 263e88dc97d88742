"""The list of people: what it shows, in which order, and finding in it."""

from collections.abc import Callable
from typing import ClassVar

from msgspec.structs import replace
from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from cartui.model.people import Person
from cartui.services.notebook import Notebook
from cartui.services.people_lines import PersonLine
from cartui.services.people_sieve import Order, Sieve, Standing
from cartui.services.presences_series import Mark, Strips
from cartui.services.roster import Roster
from cartui.store.events import Change
from screens.parts.choice import Option, lettered
from screens.parts.frame import FrameScreen
from screens.parts.keys import verb
from screens.parts.row_finder import RowFinder
from screens.parts.rows import Face, RowList
from screens.parts.subject import Subject
from screens.parts.taking_attendance import TakingAttendance
from screens.people.attending import LAST, Attending, Legend, marks_of, strip
from screens.people.columns import columns_for, face_of
from screens.people.person_pane import PersonPane

EMPTY = (
    "Nobody is on the roster yet.\n\nn adds the first person by name; I brings in a list that you"
    " have, by pasting a column or from a spreadsheet."
)
WIDE = 100


class ListSide(Vertical):
    """The list and its find line. They cover it, so nothing of it is ever drawn."""

    BLANK = True


class PeopleList(FrameScreen):
    """The roster as a list with the person beside it. `group` says which group it opens on."""

    TITLE_WORD = "People"
    BLANK = True  # covered by what stands on it
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 - the toolkit's own
    BINDINGS: ClassVar[list[BindingType]] = [
        verb("slash,ctrl+f", "find", "find", "Find people in this list", "people.find",
             group="Look around", also="search filter", rank=20),
        verb("s", "sort", "sort", "Sort the list", "people.sort",
             group="Look around", also="order by name agency", rank=22),
        verb("v", "view", "view", "Show a group, an agency, who left, who was put away",
             "people.view", group="Look around", also="filter facets archived", rank=21),
        verb("A", "mark_all", "select all", "Select everybody shown, or let all go",
             "people.mark_all", show=False, group="Look around"),
    ]  # fmt: skip

    def __init__(
        self,
        roster: Roster,
        notebook: Notebook,
        group: Callable[[], str] = lambda: "",
        attending: Attending | None = None,
    ) -> None:
        super().__init__()
        self._attending = attending
        self._legend = Legend()
        self.roster = roster
        self._notebook = notebook
        self._group = group
        self.sieve = Sieve(group=group())
        self.order = Order.OWN
        self._opened_on = self.sieve.group
        self._selecting = False
        self.taking = TakingAttendance(self)
        self.lines: dict[str, PersonLine] = {}
        self._groups_held: set[tuple[str, ...]] = set()
        self.rows = RowList(columns_for(self.sieve), empty=EMPTY)
        self.rows.follow = self._show_person
        self.finding = RowFinder(self.rows)
        self.pane = PersonPane()

    def compose_body(self) -> ComposeResult:
        """The list with its find line, and the person beside it."""
        with ListSide():
            yield self.rows
            yield self._legend
            yield self.finding
        yield self.pane

    # --- showing

    def show_again(self) -> None:
        """Read the roster again; highlight, marks and finding stay."""
        if (group := self._group()) != self._opened_on:
            self._opened_on, self.sieve = group, Sieve(group=group)
        lines = self.roster.lines(self.sieve, self.order)
        self.lines = {line.uid: line for line in lines}
        self._groups_held = {line.groups for line in lines}
        self._read_strips()
        self.rows.sorted_by = self.order.value
        narrow = self.sieve != Sieve(group=self.sieve.group) or self.sieve.group
        self.rows.empty = "Nobody here. v shows other people, n adds one." if narrow else EMPTY
        self.rows.show(list(self.lines), self._face, [line.key for line in lines])
        self._show_person()
        self.taking.show_again()
        self.refresh_bindings()

    def _read_strips(self) -> None:
        strips = self.strips
        if strips is not None:
            strips.read(self.sieve.group)
        met = strips is not None and strips.any
        alike = len(self._groups_held) < 2
        self.rows.columns = columns_for(self.sieve, alike=alike, met=met)
        self._legend.display = met
        if met:
            lately = (each for line in self.lines.values() for each in self._marks(line)[-LAST:])
            self._legend.tell(lately)

    @property
    def strips(self) -> Strips | None:
        """How people were at meetings, if this screen is told."""
        return self._attending.strips if self._attending is not None else None

    def _marks(self, line: PersonLine) -> list[Mark]:
        return marks_of(self.strips, line, self.sieve.group)

    def _face(self, uid: str) -> Face:
        line, strips = self.lines[uid], self.strips
        last = strip(self._marks(line)[-LAST:]) if strips is not None and strips.any else ""
        return face_of(line, self.sieve, self.rows.columns, last)

    def heading(self) -> str:
        """Which group, how many people, what they are narrowed to and sorted by."""
        groups = {group.uid: group.name for group in self.roster.groups()}
        people = len(self.lines)
        only = tuple(groups.values()) if len(groups) == 1 else ()
        everybody = only[0] if only and self._groups_held == {only} else "All groups"
        texts = [
            groups.get(self.sieve.group, everybody),
            f"{people} {'person' if people == 1 else 'people'}",
            self.sieve.narrowed,
            "" if self.order is Order.OWN else f"by {self.order.value}",
        ]
        return ", ".join(filter(None, texts))

    def subject(self) -> Subject | None:
        """The person under the cursor."""
        line = self.line
        if line is None:
            return None
        text = ", ".join(filter(None, (line.name, line.person.agency, line.role())))
        return Subject(line.uid, line.name, text=text)

    @property
    def line(self) -> PersonLine | None:
        """The person under the cursor, with all that is shown of them."""
        return self.lines.get(self.rows.highlighted or "")

    @property
    def home(self) -> str:
        """The group that newcomers join: the one shown, or the only one there is."""
        groups = self.roster.groups()
        return self.sieve.group or (groups[0].uid if len(groups) == 1 else "")

    def chosen(self) -> list[Person]:
        """Whom an act is for: the selected people, or else the highlighted one."""
        return [self.lines[uid].person for uid in self.rows.chosen if uid in self.lines]

    def act(self, verb: Callable[[], Change | None], place: object = None) -> Change | None:
        """Do a verb of the roster and show what has become of it."""
        self._selecting = False
        if (change := self.do(verb, place)) is not None:
            self.show_again()
            self.refresh_frame()
        return change

    def _show_person(self, _: str | None = None) -> None:
        line = self.line
        notes = self._notebook.about(line.uid) if line is not None else []
        marks = self._marks(line) if line is not None else []
        self.pane.show(line, self.sieve.group, notes, marks)

    @on(RowList.Marked)
    def _marked(self, event: RowList.Marked) -> None:
        event.stop()
        count = len(event.uids)
        if count or self._selecting:
            self.say(f"{count} selected: one act is for all of them. Esc lets go." if count else "")
        self._selecting = bool(count)

    # --- finding, sorting, narrowing

    def action_find(self) -> None:
        """Find as it is typed."""
        self.finding.open()

    def action_mark_all(self) -> None:
        """Select everybody shown, or let all go."""
        if not self.rows.clear_marks():
            self.rows.mark()

    @work
    async def action_sort(self) -> None:
        """Choose what the list is sorted by."""
        orders = list(Order)
        options = lettered([order.value for order in orders])
        at = await self.choose("Sort by", options, at=orders.index(self.order))
        if at is not None:
            self.order = orders[at]
            self.show_again()
            self.refresh_frame()

    @work
    async def action_view(self) -> None:
        """Choose whom the list shows."""
        groups = self.roster.groups()
        offers: list[tuple[str, Sieve | str]] = [
            ("everybody who is here, all groups", Sieve()),
            *((f"group: {group.name}", Sieve(group=group.uid)) for group in groups),
            *(
                (standing.value, Sieve(group=self.sieve.group, standing=standing))
                for standing in Standing
                if standing is not Standing.HERE
            ),
            *((f"one {field} ...", field) for field in ("agency", "role", "area")),
        ]
        at = await self.choose("Show", lettered([words for words, _ in offers]))
        if at is None:
            return
        wanted = offers[at][1]
        sieve = await self._facet(wanted) if isinstance(wanted, str) else wanted
        if sieve is not None:
            self.sieve = sieve
            self.rows.clear_marks()
            self.show_again()
            self.refresh_frame()

    async def _facet(self, field: str) -> Sieve | None:
        found = self.roster.facets(field, self.sieve.group)
        if not found:
            self.say(f"Nobody here has a known {field} yet. e fills it in.", tone="problem")
            return None
        options = [
            Option(value, option.key, str(count))
            for (value, count), option in zip(
                found, lettered([value for value, _ in found]), strict=True
            )
        ]
        at = await self.choose(f"Show one {field}", options)
        return (
            None if at is None else replace(Sieve(group=self.sieve.group), **{field: found[at][0]})
        )
