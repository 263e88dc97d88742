"""One person, read: who they are, their groups, why they joined, and the group's notes."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from cartui.model.notes import Note
from cartui.services.people_lines import PersonLine
from cartui.services.roles import is_unpaid
from screens.parts.cells import wrap
from screens.parts.keys import verb
from screens.parts.slots import Slot
from screens.parts.symbols import mark

Words = Iterator[tuple[str, str]]


class PersonFacts(Widget, can_focus=True):
    """The open facts of a person, wrapped and scrolled within its own window."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"facts--name", "facts--word", "facts--muted"}
    BINDINGS: ClassVar[list[BindingType]] = [
        verb("down,j", "scroll_lines(1)", "down", "Read on", "facts.down",
             show=False, group="Look around"),
        verb("up,k", "scroll_lines(-1)", "up", "Read back", "facts.up",
             show=False, group="Look around"),
        verb("pagedown", "scroll_lines(10)", "page on", "A page on", "facts.page_down",
             show=False, group="Look around"),
        verb("pageup", "scroll_lines(-10)", "page back", "A page back", "facts.page_up",
             show=False, group="Look around"),
    ]  # fmt: skip

    def __init__(self) -> None:
        super().__init__()
        self._said: list[tuple[str, str]] = []
        self._lines: list[tuple[str, str]] = []
        self._wrapped_at = 0
        self._top = 0
        self._looks: dict[str, Style] = {}

    def show(self, said: Sequence[tuple[str, str]], *, anew: bool) -> None:
        """Show (text, look) paragraphs; from the top if they are about somebody else."""
        size = self.size
        before = self._window(size)
        self._said = list(said)
        self._wrapped_at = 0
        self._top = 0 if anew else self._top
        changed = list(_unlike(before, self._window(size)))
        if changed or not size:  # out of sight it has no size, and nothing to compare with
            self.refresh(*changed)

    def render_line(self, y: int) -> Strip:
        """Draw one line of the window."""
        size = self.size
        text, look = self._line(y, size)
        strip = Strip([Segment(text, self._look(look))] if text else [])
        return strip.adjust_cell_length(size.width, self._look(""))

    def _window(self, size: Size) -> list[tuple[str, str]]:
        """Return the lines of the window, those below the text left out."""
        high = min(size.height, max(0, len(self._wrapped(size.width)) - self._top))
        return [self._line(y, size) for y in range(high)]

    def _line(self, y: int, size: Size) -> tuple[str, str]:
        lines, at = self._wrapped(size.width), self._top + y
        if y == size.height - 1 and at + 1 < len(lines):
            return f"{mark('more')} Tab, then down reads on", "muted"
        return lines[at] if at < len(lines) else ("", "")

    def _wrapped(self, width: int) -> list[tuple[str, str]]:
        if self._wrapped_at != width:
            self._lines = [
                (line, look) for text, look in self._said for line in wrap(text, min(width, 90))
            ]
            self._wrapped_at = width
        return self._lines

    def action_scroll_lines(self, lines: int) -> None:
        """Read on or back."""
        last = max(0, len(self._wrapped(self.size.width)) - self.size.height)
        self._top = max(0, min(last, self._top + lines))
        self.refresh()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Read on."""
        event.stop()
        self.action_scroll_lines(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Read back."""
        event.stop()
        self.action_scroll_lines(-3)

    def _look(self, name: str) -> Style:
        if (style := self._looks.get(name)) is None:
            style = self.get_component_rich_style(f"facts--{name}") if name else self.rich_style
            self._looks[name] = style
        return style

    def notify_style_update(self) -> None:
        """Forget the colours of the theme before."""
        self._looks.clear()
        super().notify_style_update()


def _unlike(before: Sequence[tuple[str, str]], now: Sequence[tuple[str, str]]) -> Iterator[Region]:
    """Yield what must be painted again where one window follows another: no line, no cell more."""
    for y, (was, line) in enumerate(zip_longest(before, now, fillvalue=("", ""))):
        if was != line:
            yield Region(0, y, max(cell_len(was[0]), cell_len(line[0])), 1)


class PersonPane(Vertical):
    """The person under the cursor, with room for the back stage below."""

    def __init__(self) -> None:
        super().__init__()
        self.facts = PersonFacts()
        self.slot = Slot("beside-person")
        self._uid = ""

    def compose(self) -> ComposeResult:
        """Facts above, slot below."""
        yield self.facts
        yield self.slot

    def show(self, line: PersonLine | None, group: str, notes: Sequence[Note]) -> None:
        """Show a person, or nobody; `group` is the group that the list is about."""
        uid = line.uid if line is not None else ""
        said = list(facts_of(line, group, notes)) if line is not None else []
        self.facts.show(said, anew=uid != self._uid)
        self._uid = uid
        self.slot.tell(uid, group)


def facts_of(line: PersonLine, group: str, notes: Sequence[Note]) -> Words:
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
    if person.may_be_named:
        yield "May be named to outsiders.", ""
    yield from _groups(line, group)
    if notes:
        yield "", ""
        yield "Group notes", "word"
        for note in notes:
            by = ", ".join(filter(None, (note.by, note.at[:10])))
            yield f"{note.text}{f'  ({by})' if by else ''}", ""


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
