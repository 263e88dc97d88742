"""The board that is worked by keys or mouse: as quick with 10,000 cards as with ten."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset

from screens.cycle.stage_cursor import StageCursor
from screens.cycle.stage_places import HEAD
from screens.parts.keys import EVERYWHERE, verb


def _going(key: str, action: str, words: str, id: str) -> Binding:  # noqa: A002
    """A key that moves the highlight: at once, not when it has gone all its way up to the app."""
    return Binding(key, action, words, id=id, show=False, priority=True)


class StageBoard(StageCursor, can_focus=True):
    """Columns of cards; arrows step, Space marks, Enter opens."""

    BINDINGS: ClassVar[list[BindingType]] = [
        _going("down,j", "step(1)", "Next card", "stages.down"),
        _going("up,k", "step(-1)", "Card before", "stages.up"),
        _going("right", "turn(1)", "Next stage", "stages.right"),
        _going("left", "turn(-1)", "Stage before", "stages.left"),
        _going("home", "end(-1)", "First card", "stages.first"),
        _going("end", "end(1)", "Last card", "stages.last"),
        _going("pagedown", "page(1)", "A page on", "stages.page_down"),
        _going("pageup", "page(-1)", "A page back", "stages.page_up"),
        Binding("space", "mark", "Select", id="stages.mark", show=False),
        verb(
            "enter",
            "open",
            "open",
            "Open the highlighted card",
            "stages.open",
            group="Look around",
            rank=9,
            rooms=EVERYWHERE,
        ),
    ]

    def action_step(self, cards: int) -> None:
        """Move the highlight within its column."""
        if self._slices:
            self._move(self._here.at[self.column] + cards)

    def action_end(self, way: int) -> None:
        """Go to the first or the last card of the column."""
        if self._slices:
            self._move(0 if way < 0 else len(self._here.shown[self.column]))

    def action_page(self, way: int) -> None:
        """Go one window of cards on or back."""
        if self._slices:
            self.action_step(way * self._room(self.column))

    def action_turn(self, way: int) -> None:
        """Go to the next stage or the one before."""
        self._enter(self.column + way)

    def action_mark(self) -> None:
        """Mark the highlighted card or unmark it, and step on."""
        if (uid := self.highlighted) is not None:
            self._here.toggle(uid)
            self._tell_marks()
            self.action_step(1)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Grey out opening in an empty stage."""
        if action == "open" and self.highlighted is None:
            return None
        return super().check_action(action, parameters)

    def action_open(self) -> None:
        """Say that the highlighted card was opened."""
        if (uid := self.highlighted) is not None:
            self.post_message(self.Opened(uid))

    def landmarks(self) -> list[tuple[Offset, Callable[[], None]]]:
        """Return the heads of the columns and every card in sight, for `g`."""
        found: list[tuple[Offset, Callable[[], None]]] = []
        for column, place in enumerate(self._slices):
            found.append((Offset(place.x, 0), partial(self._go_to, column, None)))
            top = self._here.tops[column]
            shown = len(self._here.shown[column]) - top
            for card in range(top, top + min(shown, self._room(column))):
                y = HEAD + (card - top) * self._pitch(column)
                found.append((Offset(place.x, y), partial(self._go_to, column, card)))
        return found

    def _go_to(self, column: int, card: int | None) -> None:
        self._enter(column)
        if card is not None:
            self._move(card)

    def on_click(self, event: events.Click) -> None:
        """Highlight the card under the mouse; a second click opens it."""
        offset = event.get_content_offset(self)
        found = self.card_at(offset.x, offset.y) if offset is not None else None
        if found is None:
            return
        self._go_to(*found)
        if found[1] is not None and event.chain == 2:
            self.action_open()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Go down the column."""
        event.stop()
        self.action_step(1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Go up the column."""
        event.stop()
        self.action_step(-1)

    def fit(self) -> None:
        """Lay the columns out for this window; the highlight stays in view."""
        self._lay_out()
        self._drawn.clear()

    def on_focus(self) -> None:
        """Show the highlight as the live one."""
        self._repaint_card()

    def on_blur(self) -> None:
        """Show the highlight as resting."""
        self._repaint_card()
