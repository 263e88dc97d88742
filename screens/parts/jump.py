"""`g`: a letter on every pane and row in sight; pressing it goes there. `gg` is the first."""

from collections.abc import Callable, Iterator
from string import ascii_lowercase
from typing import ClassVar, Protocol, runtime_checkable

from msgspec import Struct
from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Offset
from textual.screen import ModalScreen, Screen
from textual.widget import Widget
from textual.widgets import Static

from screens.parts.rows import RowList

LETTERS = [letter for letter in ascii_lowercase if letter != "g"]


class Landmark(Struct, frozen=True):
    """A place in sight, in cells of the screen, and how to go there."""

    at: Offset
    go: Callable[[], None]


@runtime_checkable
class HasLandmarks(Protocol):
    """A widget that names places inside itself, at offsets of its own content."""

    def landmarks(self) -> list[tuple[Offset, Callable[[], None]]]:
        """Return the places that are in sight now."""


def landmarks(screen: Screen[object]) -> Iterator[Landmark]:
    """Yield every pane of a screen and every row in sight, from top to bottom."""
    for widget in screen.focus_chain:
        inside = list(_inside(widget))
        yield from inside or [Landmark(widget.content_region.offset, _focus(widget))]


def _inside(widget: Widget) -> Iterator[Landmark]:
    origin = widget.content_region.offset
    if isinstance(widget, HasLandmarks):
        for at, go in widget.landmarks():
            yield Landmark(origin + at, _focus(widget, go))
    elif isinstance(widget, RowList):
        seen: set[int] = set()
        for y in range(widget.size.height):
            row = widget.row_at(y)
            if row is not None and row not in seen:
                seen.add(row)
                yield Landmark(origin + Offset(0, y), _focus(widget, _to_row(widget, row)))


def _to_row(rows: RowList, row: int) -> Callable[[], None]:
    def go() -> None:
        rows.action_end(-1)
        rows.action_step(row)

    return go


def _focus(widget: Widget, then: Callable[[], None] | None = None) -> Callable[[], None]:
    def go() -> None:
        widget.focus(scroll_visible=False)
        if then is not None:
            then()

    return go


def labels(count: int) -> list[str]:
    """Return so many labels, none the beginning of another; the first is `g`."""
    if count <= len(LETTERS) + 1:
        return ["g", *LETTERS][:count]
    pairs = [first + second for first in LETTERS for second in ascii_lowercase]
    return ["g", *pairs][:count]


class Jump(ModalScreen[None], inherit_bindings=False):
    """The labels over a screen. A key that is no label leaves."""

    BINDINGS: ClassVar[list[BindingType]] = []
    DEFAULT_CSS = """
    Jump {
        background: $background 0%;
        & > Static {
            position: absolute; width: auto; height: 1; background: $highlight;
            color: $on-highlight; text-style: bold;
        }
    }
    """

    def __init__(self, places: list[Landmark]) -> None:
        super().__init__()
        self._by_label = dict(zip(labels(len(places)), places, strict=False))
        self._typed = ""

    def compose(self) -> ComposeResult:
        """One label for each place."""
        for label, place in self._by_label.items():
            tag = Static(Content(label))
            tag.styles.offset = (place.at.x, place.at.y)
            yield tag

    def on_key(self, event: events.Key) -> None:
        """Go to the place whose label has been typed."""
        event.stop()
        event.prevent_default()
        self._typed += event.character or "?"
        if (place := self._by_label.get(self._typed)) is not None:
            self.dismiss()
            place.go()
        elif not any(label.startswith(self._typed) for label in self._by_label):
            self.dismiss()
