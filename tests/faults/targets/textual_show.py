"""Calibration of hostile_text.py: hostile strings in the toolkit's own widgets.

`plain` must be found alive; `guard` replaces control characters in every segment on its way to the
screen, and must not be.
"""

import re
import sys

from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.color import Color
from textual.content import Content
from textual.filter import LineFilter
from textual.widgets import Input, OptionList, Static

from tests.hostile import HOSTILE

CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


class Guard(LineFilter):
    """One choke point for all text."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Replace what a terminal would obey."""
        return [Segment(CONTROLS.sub("\ufffd", s.text), s.style, s.control) for s in segments]


class Show(App[None]):
    """All strings at once."""

    CSS = "Static { height: auto; } Input { height: 3; } OptionList { height: 14; }"

    def compose(self) -> ComposeResult:
        """One widget of each kind."""
        for text in HOSTILE.values():
            yield Static(text, markup=False)
        yield Input(HOSTILE["csi-clear"])
        yield OptionList(*[Content(text) for text in HOSTILE.values()])

    def on_mount(self) -> None:
        """Leave soon."""
        self.set_timer(1.0, self.exit)


if __name__ == "__main__":
    app = Show()
    if sys.argv[1:] == ["guard"]:
        app._filters.append(Guard())
    app.run()
