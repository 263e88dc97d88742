"""One frame for what changes at one time: no screen paints before its widgets have spoken."""

from typing import Any

from textual.screen import Screen
from textual.widget import Widget


def in_one_frame(screen: Screen[Any]) -> None:
    """Let every widget of a screen say now what of it is to be painted.

    Each would say so when its turn comes, and a screen that lays itself out before that paints
    without it. This touches what is private to Textual: the canary reads the frames.
    """
    for widget in (screen, *screen.walk_children(Widget)):
        widget._check_refresh()
