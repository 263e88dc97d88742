"""Lens and tone of a comment, chosen by one key each; any other letter begins the words."""

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from cartui.services.draft_words import lenses, tones
from screens.parts.cells import fit
from screens.parts.symbols import mark

POLITICS = "politics"


class Marks(Widget, can_focus=True):
    """`1` to `6` choose the lens, a sign the tone; the same key again takes it away.

    Where a comment `may_be_private` it is kept back stage at first; `0` makes it the group's.
    """

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "write(None)", "To the words", show=False, id="marks.words"),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"marks--here", "marks--key"}
    DEFAULT_CSS = """
    Marks {
        height: 3; color: $foreground;
        & > .marks--here { text-style: bold; color: $focus; }
        & > .marks--key { color: $text-muted; }
    }
    """

    class Write(Message):
        """Something else was typed: the words begin, with this letter if there is one."""

        def __init__(self, letter: str) -> None:
            super().__init__()
            self.letter = letter

    class Changed(Message):
        """Another lens or tone is chosen."""

    def __init__(self, lens: str, tone: str, private: bool, *, may_be_private: bool) -> None:
        super().__init__()
        self.lens, self.tone = lens, tone
        self._may = may_be_private
        self.private = private or may_be_private
        self.styles.height = 4 if may_be_private else 3

    def action_write(self, _: object) -> None:
        """Go on to the words."""
        self.post_message(self.Write(""))

    def on_key(self, event: events.Key) -> None:
        """Choose by digit or sign; any other letter is the first of the words."""
        letter = event.character or ""
        if not letter or not letter.isprintable():
            return
        event.stop()
        event.prevent_default()
        if not self.take(letter):
            self.post_message(self.Write(letter))

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted are words."""
        event.stop()
        self.post_message(self.Write(event.text))

    def take(self, letter: str) -> bool:
        """Choose what a key stands for; return whether it stands for anything."""
        digits = {str(n): word for n, word in enumerate(lenses(), 1)}
        signs = {word.sign: word for word in tones()}
        if letter == "0" and self._may:
            self.private = not self.private
        elif (lens := digits.get(letter)) is not None:
            self.lens = "" if self.lens == lens.id else lens.id
        elif (tone := signs.get(letter)) is not None:
            self.tone = "" if self.tone == tone.id else tone.id
        else:
            return False
        self.refresh()
        self.post_message(self.Changed())
        return True

    def on_focus(self) -> None:
        """Show that keys choose now."""
        self.refresh()

    def on_blur(self) -> None:
        """Show that keys choose no longer."""
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw a line: the first three lenses, the others, the tones, and whether it is private."""
        width, plain, key = self.size.width, self.rich_style, self._style("marks--key")
        rows = self._rows()
        if y >= len(rows):
            return Strip.blank(width, plain)
        name, words = rows[y]
        here = mark("here") if self.has_focus and not y else " "
        drawn = [Segment(fit(f"{here} {name}", 8), key)]
        chosen = self._style("marks--here")
        cells = 11 if len(words) > 3 else 16
        for sign, words_, on in words:
            look = chosen if on else plain
            drawn += [Segment("[x]" if on else "   ", look), Segment(f"{sign} ", key),
                      Segment(fit(words_, cells), look)]  # fmt: skip
        return Strip(drawn).adjust_cell_length(width, plain)

    def _rows(self) -> list[tuple[str, list[tuple[str, str, bool]]]]:
        """Return the lines: what it is, then (key, words, whether it is chosen) of each choice."""
        digits = [(str(n), one.name, one.id == self.lens) for n, one in enumerate(lenses(), 1)]
        signs = [(one.sign, one.name, one.id == self.tone) for one in tones()]
        rows = [("Lens", digits[:3]), ("", digits[3:]), ("Tone", signs)]
        return [*rows, ("Who", [("0", "back stage", self.private)])] if self._may else rows

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(name)
