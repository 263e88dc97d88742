"""People: the list, one person on a page of its own, the form, lists in and out."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType

from cartui.exchange.page_html import page_out
from cartui.model.problems import CartuiProblem, ChangedMeanwhile
from cartui.model.rooms import Room
from cartui.services.bringing_in import BringingIn
from cartui.services.notebook import Notebook
from cartui.services.people_lines import PersonLine
from cartui.services.people_sieve import Sieve
from cartui.services.roles import shipped_roles
from cartui.services.roster import Roster
from cartui.store.events import Change
from cartui.store.problems import SaveFailed
from screens.parts.choice import Option
from screens.parts.keys import verb
from screens.parts.meanwhile import reword
from screens.parts.new_file import WHERE, WHERE_TABLE, take_out, usual_folder
from screens.parts.rows import RowList
from screens.parts.unsaved import Kept
from screens.people.attending import Attending
from screens.people.between import BetweenMeetings
from screens.people.bring_in import BringIn
from screens.people.form_words import FilledForm
from screens.people.people_list import WIDE
from screens.people.person_form import PersonForm
from screens.people.taking_out import WAYS, taken_out


class PeopleScreen(BetweenMeetings):
    """The roster. `bringing_in` makes the service for the present stage of the room."""

    CSS_PATH = "people.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        verb("e", "edit", "edit", "Open the form with every field", "people.edit",
             group="People", also="change form details", rank=11),
        verb("I", "bring_in", "bring in", "Bring in people from a list or a spreadsheet",
             "people.bring_in", group="People", also="import csv paste", rank=30),
        verb("o", "take_out", "output", "Write the people shown to a file", "people.take_out",
             group="People", also="export csv markdown save", rank=40),
        verb("z", "zoom", "zoom", "Give one person the whole screen, or the list its place",
             "people.zoom", group="Look around", show=False),
        verb("escape", "back", "back", "Close what is open, show all again, let go",
             "people.back", group="Look around", rank=5),
    ]  # fmt: skip

    def __init__(
        self,
        roster: Roster,
        notebook: Notebook,
        bringing_in: Callable[[], BringingIn],
        group: Callable[[], str] = lambda: "",
        documents: Callable[[], Path] = usual_folder,
        attending: Attending | None = None,
    ) -> None:
        super().__init__(roster, notebook, group, attending)
        self._bringing_in = bringing_in
        self._documents = documents
        self.form = PersonForm()
        self._half_typed = ""
        self._form_aside = False
        self._form_place: object = None
        self._refused: object = None

    def compose_body(self) -> ComposeResult:
        """The list and the person, and the form in their place while it is open."""
        yield from super().compose_body()
        yield self.form

    # --- one person

    @on(RowList.Opened)
    def _opened(self, event: RowList.Opened) -> None:
        event.stop()
        if self.size.width < WIDE:
            self.add_class("-page")
        self.pane.facts.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Esc is offered while there is something to close; the form has keys of its own."""
        if action == "back":
            open_now = self.has_class("-page") or self.finding.display or bool(self.rows.marked)
            return open_now or self.sieve != Sieve(group=self._group()) or None
        return super().check_action(action, parameters)

    def enter_room(self, room: Room) -> None:
        """Be on this stage; what was open stands there again when there is something to see."""
        super().enter_room(room)
        if room is not Room.PUBLIC and self.focused is None:
            first = self.form.first if self.has_class("-form") else self.rows
            first.focus()

    def hide_half_typed(self) -> None:
        """Put the form out of sight while the room is FRONT: it was being filled in in BACK."""
        super().hide_half_typed()
        self._form_aside = self.has_class("-form")
        self.remove_class("-form")
        if self._form_aside:
            self.set_focus(None)

    def show_half_typed(self) -> None:
        """Let the form stand there again, unless another was opened meanwhile."""
        super().show_half_typed()
        if self._form_aside and not self.has_class("-form"):
            self.add_class("-form")
            self.form.first.focus()
        self._form_aside = False

    def turn_to(self, uid: str, within: str = "") -> None:
        """Highlight a person in the list, of whatever group."""
        self.finding.clear()
        self.rows.sift("")
        self.remove_class("-page")
        if not self.rows.highlight(uid):
            self.sieve = Sieve()
            self.show_again()
            self.refresh_frame()
            self.rows.highlight(uid)
        self.rows.focus()

    def action_zoom(self) -> None:
        """Give the person the whole screen, or go back."""
        self.toggle_class("-page")
        (self.pane.facts if self.has_class("-page") else self.rows).focus()

    def action_back(self) -> None:
        """Close the top thing: the page, then what is found, then what is selected."""
        if self.has_class("-page"):
            self.remove_class("-page")
        elif not self.finding.clear() and not self.rows.clear_marks():
            self.sieve = Sieve(group=self._group())
            self.show_again()
            self.refresh_frame()
        self.rows.focus()

    def action_edit(self) -> None:
        """Open the form of the highlighted person."""
        if (line := self.line) is None:
            return
        fields = ("agency", "area", "role")
        words = {field: [value for value, _ in self.roster.facets(field)] for field in fields}
        words["role"] += [role.name for role in shipped_roles()]
        self.add_class("-form")
        self._form_aside, self._refused, self._form_place = False, None, object()
        self.form.open(line, words)
        self.say("Enter goes on, Esc keeps what you typed and closes.")

    @on(PersonForm.Kept)
    def _kept(self, event: PersonForm.Kept) -> None:
        """Save the form; it stays open after a problem, and after a failed save.

        What was not saved is left to the banner by the next Esc.
        """
        event.stop()
        place, said = self._form_place, (event.fields, event.memberships)
        if self._refused == said and self.around.unsaved.holds(place):
            self._close_form()
            return

        filled = FilledForm(self.roster, event, self.lines.get(event.uid))

        def edit(text: str, was: str | None) -> Change | None:
            try:
                change = filled.write(text, was)
            except CartuiProblem as problem:
                wrong = not isinstance(problem, SaveFailed | ChangedMeanwhile)
                if wrong and self._form_place is place:
                    self.form.complain()
                raise
            if self._form_place is place:
                self._close_form()
            return change

        self.say("")
        reword(self, edit, "", "", lambda _: None, do=self.act, place=place)
        self._refused = said if self.around.unsaved.holds(place) else None

    def try_again(self, kept: Kept) -> None:
        """Try one act again; that of the open form as it stands now."""
        if kept.place is self._form_place and self.has_class("-form"):
            self._refused = None
            self.form.action_keep()
        else:
            super().try_again(kept)

    def _close_form(self) -> None:
        self.say("")  # what the form's own keys do is no longer so
        self._form_place = None
        self.remove_class("-form")
        self.rows.focus()

    # --- lists in and out

    def action_bring_in(self) -> None:
        """Bring in people from a list."""
        screen = BringIn(
            self._bringing_in,
            self.roster.groups(),
            self.home,
            self._brought_in,
            self.roster.called,
            self._half_typed,
            self._keep_typed,
        )
        screen.around = self.around
        self.app.push_screen(screen)

    def _brought_in(self, change: Change) -> None:
        self.show_again()
        self.refresh_frame()
        self.say(self.around.sentence(change), aside="u undo")

    def _keep_typed(self, text: str) -> None:
        self._half_typed = text

    @work
    async def action_take_out(self) -> None:
        """Write the people shown to a new file."""
        options = [Option(way.words, way.key, way.more) for way in WAYS]
        at = await self.choose(f"Write the {self.rows.count[0]} people shown as", options)
        if at is None:
            return
        way = WAYS[at]
        name = f"people-{self.roster.today()}{way.ending}"

        def text(file: Path) -> str:
            people = taken_out(way, self.lines_shown(), self.roster.groups(), self.sieve.group)
            return page_out(people, file) if way.is_page else people

        asks = WHERE if way.is_page else WHERE_TABLE
        take_out(self, self._documents() / name, text, id="people.out", asks=asks)

    def lines_shown(self) -> list[PersonLine]:
        """Return the people who are found just now, in order."""
        return [self.lines[uid] for uid in self.rows.shown]
