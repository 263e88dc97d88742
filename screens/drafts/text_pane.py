"""The text of a draft, worked by keys or mouse: scrolling, and choosing a passage."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from cartui.model.passages import Passage
from screens.drafts.choosing import Choosing
from screens.drafts.text_view import TextView
from screens.parts.keys import verb

CHOOSING = frozenset({"mark", "word", "sentence", "paragraph", "whole", "take", "drop"})
GROUP = "Choose a passage"


class TextPane(TextView, can_focus=True):
    """Arrows scroll; while a passage is being chosen they go by word and line instead."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "line(1)", "A line on", show=False, id="text.down"),
        Binding("up,k", "line(-1)", "A line back", show=False, id="text.up"),
        Binding("pagedown", "page(1)", "A page on", show=False, id="text.page_down"),
        Binding("pageup", "page(-1)", "A page back", show=False, id="text.page_up"),
        Binding("home", "end(-1)", "To the beginning", show=False, id="text.first"),
        Binding("end", "end(1)", "To the end", show=False, id="text.last"),
        Binding("right", "word(1)", "Next word", show=False, id="text.word"),
        Binding("left", "word(-1)", "Word before", show=False, id="text.word_back"),
        verb("space", "mark", "start here", "Let the passage start here; again lets it go",
             "passage.start", group=GROUP, rank=6, also="select begin"),
        verb("s", "sentence", "sentence", "Take the whole sentence; again, the next one too",
             "passage.sentence", group=GROUP, rank=0, also="select"),
        verb("p", "paragraph", "paragraph", "Take the whole paragraph",
             "passage.paragraph", group=GROUP, rank=1, also="select"),
        verb("w", "whole", "whole draft", "Say it of the whole draft, not of a passage",
             "passage.whole", group=GROUP, rank=2, also="general everything"),
        verb("enter", "take", "take it", "Take this passage", "passage.take",
             group=GROUP, rank=3, also="comment"),
        verb("escape", "drop", "leave", "Choose no passage after all", "passage.drop",
             group=GROUP, rank=4),
    ]  # fmt: skip

    class Chosen(Message):
        """A passage was chosen; `passage` is None for the whole draft."""

        def __init__(self, passage: Passage | None) -> None:
            super().__init__()
            self.passage = passage

    class Marked(Message):
        """The passage starts at the cursor from now on, or no longer if `begun` is False."""

        def __init__(self, begun: bool) -> None:
            super().__init__()
            self.begun = begun

    class Dropped(Message):
        """No passage was chosen after all."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._choosing: Choosing | None = None
        self._whole_too = True

    @property
    def choosing(self) -> bool:
        """Whether a passage is being chosen."""
        return self._choosing is not None

    def begin(self, *, whole_too: bool = True) -> None:
        """Let a passage be chosen, from the one in hand if it is in sight, else from the top."""
        if not self.sheet.blocks:
            return
        self._whole_too = whole_too
        self._choosing = Choosing(self.sheet, self._from_where())
        self.choose(self._choosing.passage)
        self.focus()
        self.refresh_bindings()

    def _from_where(self) -> Passage:
        here = self._here[1]
        if here is not None:
            line = self.sheet.line_of(here.block, here.start)
            if self.sheet.lines_between(self.top, line, self.size.height) is not None:
                return here
        block, line_number = self.top
        laid = self.sheet.laid(block)
        if line_number >= len(laid.lines):
            return Passage(min(block + 1, len(self.sheet.blocks) - 1), 0, 0)
        shown = laid.shown
        piece = shown.pieces[shown.piece_at(laid.lines[line_number][0])] if shown.pieces else None
        return Passage(block, piece.raw if piece else 0, 0)

    def stop(self) -> bool:
        """Choose no longer; return whether anything was being chosen."""
        was, self._choosing = self.choosing, None
        if was:
            self.choose(None)
            self.refresh_bindings()
        return was

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The keys of choosing answer only while a passage is chosen."""
        if action == "whole":
            return self.choosing and self._whole_too
        return self.choosing if action in CHOOSING else True

    # --- scrolling, or going about while choosing

    def action_line(self, lines: int) -> None:
        """Scroll by lines, or go to the line under or over the cursor."""
        if self._choosing is None:
            self.scroll_lines(lines)
            return
        self._choosing.by_line(lines)
        self.choose(self._choosing.passage)

    def action_page(self, way: int) -> None:
        """Scroll by a window, leaving a line in common."""
        lines = way * max(1, self.size.height - 1)
        if self._choosing is None:
            self.scroll_lines(lines)
            return
        for _ in range(abs(lines)):
            self._choosing.by_line(way)
        self.choose(self._choosing.passage)

    def action_end(self, way: int) -> None:
        """Go to the beginning or the end of the text."""
        if self._choosing is None:
            self.go_to_line(self.sheet.first_line() if way < 0 else self.sheet.last_line())

    def action_word(self, words: int) -> None:
        """Go on or back by a word."""
        if self._choosing is not None:
            self._choosing.by_word(words)
            self.choose(self._choosing.passage)

    def action_mark(self) -> None:
        """Mark where the passage starts."""
        if self._choosing is not None:
            self._choosing.mark()
            self.choose(self._choosing.passage)
            self.post_message(self.Marked(self._choosing.begun))

    def action_sentence(self) -> None:
        """Take the sentence."""
        if self._choosing is not None:
            self._choosing.sentence()
            self.choose(self._choosing.passage)

    def action_paragraph(self) -> None:
        """Take the paragraph."""
        if self._choosing is not None:
            self._choosing.paragraph()
            self.choose(self._choosing.passage)

    def action_take(self) -> None:
        """Take what is chosen."""
        if self._choosing is not None:
            passage = self._choosing.passage
            self.stop()
            self.post_message(self.Chosen(passage))

    def action_whole(self) -> None:
        """Take the whole draft."""
        if self.stop():
            self.post_message(self.Chosen(None))

    def action_drop(self) -> None:
        """Choose nothing."""
        if self.stop():
            self.post_message(self.Dropped())

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll on."""
        event.stop()
        self.scroll_lines(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll back."""
        event.stop()
        self.scroll_lines(-3)
