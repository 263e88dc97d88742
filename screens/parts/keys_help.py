"""`?`: the keys of this screen, then of all screens, from the verbs' own declarations."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from screens.parts.cells import wrap
from screens.parts.keys import EVERYWHERE_GROUPS, UNSAVED_GROUP, Verb, shown
from screens.parts.popup import AROUND, MEASURE, Popup

USUAL = 78
"""Cells of its box while no line is longer."""

Page = Sequence[tuple[Verb, str]]
"""Verbs with the key that each answers to now."""


class KeysHelp(Popup[None]):
    """The keys by groups. `?` again turns to all screens; the arrows scroll."""

    FOOT = "? all screens   Esc closes"
    FOOT_OF_ALL = "? this screen   Esc closes"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "turn", "All screens", show=False, id="help.turn"),
        Binding("down,j", "scroll(1)", show=False),
        Binding("up,k", "scroll(-1)", show=False),
        Binding("pagedown,space", "scroll(12)", show=False),
        Binding("pageup", "scroll(-12)", show=False),
    ]
    DEFAULT_CSS = """
    KeysHelp > Box { width: 78; }
    KeysHelp VerticalScroll { height: auto; max-height: 100%; scrollbar-size-vertical: 1; }
    """

    def __init__(self, screen_word: str, here: Page, everywhere: Page, last: str = "") -> None:
        self._here = f"Keys on this screen: {screen_word}"
        super().__init__(self._here)
        self._pages = (here, everywhere)
        self._at = 0
        self._last = last
        self._text = Static("", markup=False)

    def compose_box(self) -> ComposeResult:
        """The keys, and how to take back a mistake."""
        with VerticalScroll(can_focus=False):
            yield self._text

    def on_mount(self) -> None:
        """Show this screen's keys first."""
        longest = (cell_len(line.plain) for at in (0, 1) for line in self._lines_of(at))
        self.make_room(1 + max(longest), USUAL)
        self._show()

    def _show(self) -> None:
        self._text.update(Content("\n").join(self._lines_of(self._at)))

    def _lines_of(self, page: int) -> Iterable[Content]:
        width = min(MEASURE - AROUND - 1, self.app.size.width - 10)
        return _lines(self._pages[page], width, self._last)

    def action_turn(self) -> None:
        """Turn to the keys of all screens, and back."""
        self._at = 1 - self._at
        box = self.query_one("Box")
        words = (self._here, "Keys of all screens")[self._at]
        box.border_title = Content(words)
        box.border_subtitle = Content((self.FOOT, self.FOOT_OF_ALL)[self._at])
        self._show()

    def action_scroll(self, lines: int) -> None:
        """Scroll without any animation."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)


def _lines(page: Page, width: int, last: str) -> Iterable[Content]:
    made = f" (last: {last})" if last else ""
    yield from (Content(line) for line in wrap(f"Made a mistake?  u takes it back{made}", width))
    order = sorted(page, key=lambda pair: (_place(pair[0]), pair[0].rank))
    for group, verbs in groupby(order, key=lambda pair: pair[0].group or "On this screen"):
        yield Content("")
        yield Content.styled(group, "bold $focus")
        for verb, key in verbs:
            yield from _entry(verb, key, width)


def _place(verb: Verb) -> tuple[int, str]:
    """Order groups: the screen's own first, what is everywhere the same last."""
    last = ("Look around", *EVERYWHERE_GROUPS, UNSAVED_GROUP)
    return (last.index(verb.group) + 1 if verb.group in last else 0, verb.group)


def _entry(verb: Verb, key: str, width: int) -> Iterable[Content]:
    keys = " ".join(dict.fromkeys([shown(key), *map(shown, verb.keys[1:])]))
    first, *rest = wrap(verb.tooltip, max(20, width - 14))
    gap = " " * max(2, 14 - cell_len(keys))
    yield Content.assemble((keys, "bold"), gap, first)
    for line in rest:
        yield Content(" " * 14 + line)
