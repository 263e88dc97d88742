"""The page of the first start: look round, start your own, or bring a list."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from screens.parts.frame import FrameScreen
from screens.parts.keys import verb

WELCOME = "cartui helps you run an action research group.\nEverything stays on this computer."
KINDLY = (
    "Every screen: ? shows the keys, u takes back, Esc goes back.\n\n"
    "Private notes are kept in files that only your account can read. They are not yet locked "
    "by a passphrase: whoever can use your account on this computer can read them."
)
WAYS = (
    ("Enter", "look round with a made-up group; nothing real can be touched"),
    ("n", "start your own group"),
    ("i", "bring a list of people from a spreadsheet"),
)


class FirstRun(FrameScreen):
    """Three ways to begin."""

    TITLE_WORD = "Welcome"
    PUBLIC = True
    CSS_PATH = "first_run.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        verb("enter", "look_round", "look round", "Look round with a made-up group",
             "first.look_round", group="Begin", rank=0, also="demo tour practice example"),
        verb("n", "start", "start your own", "Start your own group", "first.start",
             group="Begin", rank=1, also="new create begin"),
        verb("i", "bring", "bring a list", "Start a group with a list of people",
             "first.bring", group="Begin", rank=2, also="import csv paste spreadsheet"),
    ]  # fmt: skip

    class Chosen(Message):
        """One of the ways was taken: "look", "start" or "bring"."""

        def __init__(self, way: str) -> None:
            super().__init__()
            self.way = way

    def compose_body(self) -> ComposeResult:
        """The welcome, the three ways, and two things to know."""
        lines = [Content.assemble((f"  {key:<7}", "bold $focus"), words) for key, words in WAYS]
        yield Static(Content(WELCOME), id="first-welcome")
        yield Static(Content("\n").join(lines), id="first-ways")
        yield Static(Content(KINDLY), id="first-kindly")

    def action_look_round(self) -> None:
        """Look round with a made-up group."""
        self.post_message(self.Chosen("look"))

    def action_start(self) -> None:
        """Start your own group."""
        self.post_message(self.Chosen("start"))

    def action_bring(self) -> None:
        """Start with a list of people."""
        self.post_message(self.Chosen("bring"))
