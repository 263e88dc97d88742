"""The form of one person: every open field, and those of each group the person is or was in."""

from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.suggester import SuggestFromList
from textual.widget import Widget
from textual.widgets import Static

from cartui.model.people import Membership
from cartui.model.text import inert
from cartui.services.people_form import Read
from cartui.services.people_lines import PersonLine
from screens.parts.field import Line
from screens.parts.keys import verb
from screens.people.form_fields import Blank, YesNo

PERSON: tuple[tuple[str, str], ...] = (
    ("name", "Name"),
    ("label", "Short label"),
    ("agency", "Agency"),
    ("sector", "Sector"),
    ("profession", "Profession"),
    ("job_role", "Job role"),
    ("area", "Area"),
)
NAMED = ("may_be_named", "May be named")
UNNAMED = ("asks_no_name", "No name")
SAYS_UNNAMED = ("no, named in files about drafts", "yes, none in files about drafts")
MEMBERSHIP: tuple[tuple[str, str], ...] = (
    ("role", "Role"),
    ("joined", "Joined"),
    ("left", "Left"),
    ("why_joined", "Why joined"),
)
HINTS = {
    "label": "(tells apart people of one name)",
    "joined": "(2025-03-31, or only 2025-03)",
    "left": "(empty while a member)",
    "why_joined": "(the member's own words; the group sees them)",
}


class FormRow(Horizontal):
    """A word and the field it stands before; `home` is a membership's uid, or "" for the person."""

    def __init__(self, home: str, field: str, word: str, answer: Line | YesNo) -> None:
        super().__init__()
        self.home, self.field, self.answer = home, field, answer
        self._word = word
        self.before: str | bool = answer.value
        self.read: str | bool = answer.value

    def compose(self) -> ComposeResult:
        """The word, then the field."""
        yield Static(Content(self._word), markup=False)
        yield self.answer

    @property
    def is_changed(self) -> bool:
        """Whether something else stands here than was kept."""
        return self.answer.value != self.before

    @property
    def may_be_wrong(self) -> bool:
        """Whether a problem can come from here: a name taken away, or a date that was changed."""
        emptied = self.field == "name" and not str(self.answer.value).strip()
        return emptied or (self.field in ("joined", "left") and self.is_changed)

    def take(self, value: str | bool, words: Sequence[str] = ()) -> None:
        """Show what is kept; `words` are proposed while writing."""
        self.before = self.read = value
        if isinstance(self.answer, Line):
            self.before = inert(str(value))
            self.answer.value = self.before
            self.answer.cursor_position = len(self.answer.value)
            self.answer.suggester = SuggestFromList(words, case_sensitive=False) if words else None
        else:
            self.answer.action_say(bool(value))

    def put_back(self) -> None:
        """Show again what was kept."""
        if isinstance(self.answer, Line):
            self.answer.value = str(self.before)


class PersonForm(VerticalScroll, can_focus=False):
    """Enter goes on to the next field, Esc keeps what was typed and closes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        verb("escape", "keep", "keep and close", "Keep what was typed and close the form",
             "form.keep", group="The form", rank=1),
        verb("down,enter", "next", "next field", "Go to the next field",
             "form.next", group="The form", rank=2),
        verb("up", "before", "field before", "Go to the field before",
             "form.before", group="The form", rank=3),
    ]  # fmt: skip

    class Kept(Message):
        """The form was left: these fields are different. `memberships` are by uid, `was` is what
        stood in each field when the form was opened.
        """

        def __init__(
            self,
            uid: str,
            fields: dict[str, str | bool],
            memberships: dict[str, dict[str, str]],
            was: Read,
        ) -> None:
            super().__init__()
            self.uid, self.fields, self.memberships, self.was = uid, fields, memberships, was

    def __init__(self) -> None:
        super().__init__()
        self._uid = ""
        self._complained = False
        named = FormRow("", *NAMED, YesNo(False, "no, role and agency only"))
        unnamed = FormRow("", *UNNAMED, YesNo(False, *SAYS_UNNAMED))
        self._person = [*(_row(field, word) for field, word in PERSON), named, unnamed]

    def compose(self) -> ComposeResult:
        """The person's own fields stand ready; those of groups come when it is opened."""
        yield from self._person
        yield Vertical(classes="form--groups")

    def open(self, line: PersonLine, suggestions: Mapping[str, Sequence[str]]) -> None:
        """Show a person's fields and write in the first at once, so that no key goes astray.

        `suggestions` are known words by field.
        """
        self._uid, self._complained = line.uid, False
        for row in self._person:
            row.take(getattr(line.person, row.field), suggestions.get(row.field, ()))
        self.screen.set_focus(self.first)
        self.scroll_home(animate=False)
        self._show_groups(line, suggestions)

    @work(exclusive=True)
    async def _show_groups(
        self, line: PersonLine, suggestions: Mapping[str, Sequence[str]]
    ) -> None:
        groups = self.query_one(".form--groups")
        await groups.remove_children()
        await groups.mount_all(_group_rows(line, suggestions))

    @property
    def first(self) -> Line | YesNo:
        """The first field."""
        return self._person[0].answer

    def complain(self) -> None:
        """Stay open after a problem: the next Esc puts back what stood in the wrong fields."""
        self._complained = True
        wrong = [row for row in self.query(FormRow) if row.may_be_wrong]
        if wrong:
            wrong[0].answer.focus()

    def _fields(self) -> list[Line | YesNo]:
        return [row.answer for row in self.query(FormRow)]

    def action_next(self) -> None:
        """Go to the next field; after the last one, keep and close."""
        self._step(1)

    def action_before(self) -> None:
        """Go to the field before."""
        self._step(-1)

    def _step(self, way: int) -> None:
        fields = self._fields()
        here = [number for number, field in enumerate(fields) if field.has_focus]
        to = (here[0] if here else 0) + way
        if to >= len(fields):
            self.action_keep()
        else:
            fields[max(0, to)].focus(scroll_visible=True)

    @on(Line.Submitted)
    def _submitted(self, event: Line.Submitted) -> None:
        event.stop()
        self.action_next()

    def action_keep(self) -> None:
        """Hand over what is different. After a problem, what was wrong is put back first."""
        rows = list(self.query(FormRow))
        if self._complained:
            for row in rows:
                if row.may_be_wrong:
                    row.put_back()
        fields: dict[str, str | bool] = {}
        memberships: dict[str, dict[str, str]] = {}
        was: dict[tuple[str, str], str | bool] = {}
        for row in filter(lambda row: row.is_changed, rows):
            value, was[row.home, row.field] = row.answer.value, row.read
            if row.home and isinstance(value, str):
                memberships.setdefault(row.home, {})[row.field] = value
            else:
                fields[row.field] = value
        self.post_message(self.Kept(self._uid, fields, memberships, was))


def word_of(field: str) -> str:
    """Return the word that stands before a field."""
    return dict((*PERSON, NAMED, UNNAMED, *MEMBERSHIP))[field]


def _row(field: str, word: str, home: str = "") -> FormRow:
    return FormRow(home, field, word, Blank(placeholder=HINTS.get(field, "")))


def _group_rows(line: PersonLine, suggestions: Mapping[str, Sequence[str]]) -> Iterator[Widget]:
    for held, title in zip(line.memberships, line.titles, strict=True):
        yield Static(Content(title), classes="form--group", markup=False)
        for field, word in MEMBERSHIP:
            row = _row(field, word, held.uid)
            row.take(_text_of(held, field), suggestions.get(field, ()))
            row.read = getattr(held, field)
            yield row


def _text_of(held: Membership, field: str) -> str:
    """Return a field as one line; a text of several lines is only kept anew if it is changed."""
    return " ".join(str(getattr(held, field)).split("\n"))
