"""Where a list comes from: a file by its path, or names typed or pasted one on each line."""

from pathlib import Path
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.suggester import Suggester
from textual.widgets import Static, TextArea

from cartui.exchange.decoding import LARGEST
from cartui.model.problems import CartuiProblem
from cartui.model.text import with_line_feeds
from cartui.store.typed_path import at_home, is_folder, named
from screens.parts.field import Line
from screens.parts.keys import verb


class NotRead(CartuiProblem):
    """A path from which no list can be read."""


def is_list(text: str) -> bool:
    """Whether a paste has several lines, whatever ends them: terminals send a carriage return."""
    return len(text.strip().splitlines()) > 1


def bytes_of(path: Path) -> bytes:
    """Return a file's bytes. Raises NotRead with what to do."""
    if is_folder(path):
        raise NotRead(f"{path} is a folder. Write the name of a file in it.")
    try:
        if path.stat().st_size > LARGEST:
            raise NotRead(f"{path.name} is larger than any list of people. Nothing was read.")
        return path.read_bytes()
    except FileNotFoundError:
        raise NotRead(f"There is no file {named(path)}. Look at the name and try again.") from None
    except OSError as error:
        why = error.strerror or "it cannot be read"
        raise NotRead(f"{path.name} was not read: {why}.") from error


class Files(Suggester):
    """Proposes the rest of a file's name; the right arrow takes it."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        """Return the first path that begins so, lists of people before other files."""
        folder, slash, start = value.rpartition("/")
        try:
            names = sorted(
                (entry.name + ("/" if entry.is_dir() else ""))
                for entry in at_home(folder + slash or ".").iterdir()
                if entry.name.startswith(start) and (start or not entry.name.startswith("."))
            )
        except OSError:
            return None
        lists = [name for name in names if name.lower().endswith((".csv", ".tsv", ".txt"))]
        found = [*lists, *names]
        return f"{folder}{slash}{found[0]}" if found and value else None


class PathLine(Line):
    """The path; a pasted list of several lines is taken as the list itself."""

    BINDINGS: ClassVar[list[BindingType]] = [
        verb("enter", "submit", "go on", "Read the list and show its columns",
             "bring_in.read", group="The list", rank=5),
    ]  # fmt: skip

    class Pasted(Message):
        """Several lines were pasted."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def on_paste(self, event: events.Paste) -> None:
        """Take a pasted list whole: it is not shown before its columns are understood."""
        if is_list(event.text):
            event.stop()
            event.prevent_default()
            self.post_message(self.Pasted(event.text))


class NamesBox(TextArea, inherit_bindings=True):
    """Names typed one on each line; Esc leaves it and keeps them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        verb("escape", "leave", "then Enter: next",
             "Go back to the path, where Enter goes on; what was typed stays",
             "bring_in.leave_names", group="The list", rank=5),
    ]  # fmt: skip

    def on_paste(self, event: events.Paste) -> None:
        """Take a pasted list whole; beside what is typed already, it is more of the same."""
        event.stop()
        event.text = with_line_feeds(event.text)
        if not self.text.strip() and is_list(event.text):
            event.prevent_default()
            self.post_message(PathLine.Pasted(event.text))

    def action_leave(self) -> None:
        """Go back to the path; what was typed stays."""
        self.screen.query_one(PathLine).focus()


class Source(Vertical):
    """The first step. Tells the list that was chosen, pasted or typed."""

    class Chosen(Message):
        """Enter was pressed: a path, or the names typed below."""

        def __init__(self, path: str, typed: str) -> None:
            super().__init__()
            self.path, self.typed = path, typed

    def __init__(self, typed: str = "") -> None:
        super().__init__()
        self.path = PathLine(placeholder="such as Downloads/people.csv", id="path")
        self.path.suggester = Files()
        self.names = NamesBox(typed, soft_wrap=False, id="names")
        self.names.cursor_blink = False

    def compose(self) -> ComposeResult:
        """The path, then the box for names."""
        yield Static(Content(_ABOUT), classes="source--about")
        yield Static(Content("File"), classes="source--word")
        yield self.path
        yield Static(Content(_NAMES), classes="source--word")
        yield self.names

    @on(Line.Submitted)
    def _submitted(self, event: Line.Submitted) -> None:
        event.stop()
        self.post_message(self.Chosen(event.value, self.names.text))


_NAMES = "or names, one on each line (Tab goes here; Esc, then Enter, goes on)"
_ABOUT = (
    "Bring in a list: write the path of a file saved as CSV, or paste the list itself: a column of"
    " names, or several columns with their headings, copied from a spreadsheet. Nothing is written"
    " before you have seen what would happen."
)
