"""The box in which a comment is written: lens, tone, words, who says it."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from msgspec import Struct
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from cartui.model.people import Person
from screens.drafts.marks import POLITICS, Marks
from screens.parts.field import Line
from screens.parts.long_text import LongText

OPENLY = "The group reads this at once. In BACK it would be kept back stage first."
PRIVATELY = "Between two people, until m brings it forward. 0 gives it to the group."


class Said(Struct, frozen=True, kw_only=True):
    """A comment as it was written. `by` is a person's uid, "" for the facilitator.

    A `private` one is kept back stage.
    """

    text: str
    lens: str = ""
    tone: str = ""
    by: str = ""
    private: bool = False


class CommentBox(LongText):
    """Digits and signs choose while no word stands there; Enter or Esc keeps the comment.

    In BACK a new comment is kept back stage, unless `0` says that it is for the group. `typed` is
    what was written since it was `said` so.
    """

    FOOT = "Enter keeps it   Tab goes on to lens, words, who   u takes it back later"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "close", "Keep it", show=False, priority=True, id="comment.keep"),
    ]
    DEFAULT_CSS = """
    CommentBox > Box { width: 78; }
    CommentBox Page { height: 5; }
    CommentBox .comment--quote { color: $text-muted; max-height: 3; margin-bottom: 1; }
    CommentBox .comment--whose {
        height: 1;
        & > Static { width: 11; padding-left: 2; color: $text-muted; }
        & > Line { width: 1fr; }
        &:focus-within > Static { color: $focus; text-style: bold; }
    }
    CommentBox .comment--by { height: 1; padding-left: 2; color: $text-muted; }
    """

    def __init__(
        self,
        title: str,
        quote: str,
        said: Said,
        people: Sequence[Person],
        keep: Callable[[Said], bool],
        *,
        back: bool,
        typed: Said | None = None,
    ) -> None:
        now = typed or said
        super().__init__(title, "", now.text, lambda _: keep(self.said))
        self._quote, self._people, self._back = quote, people, back
        changeable = back and not said.text
        self.marks = Marks(now.lens, now.tone, now.private, may_be_private=changeable)
        self._before = said
        self._named = next((person.name for person in people if person.uid == said.by), "")
        self._by = Line(self._named, placeholder="the first letters of a name; empty is you")
        self._who = Static("", markup=False, classes="comment--by")

    def compose_box(self) -> ComposeResult:
        """What it is about, the marks, the words, who."""
        if self._quote:
            yield Static(Content(self._quote), classes="comment--quote")
        yield self.marks
        yield self._page
        with Horizontal(classes="comment--whose"):
            yield Static("By", markup=False)
            yield self._by
        yield self._who

    def begin(self) -> None:
        """A new comment begins with its lens; one that stands begins with its words."""
        self._tell()
        self.set_focus(self._page if self.text else self.marks)

    @property
    def said(self) -> Said:
        """What stands here now."""
        return Said(text=self.text, lens=self.marks.lens, tone=self.marks.tone,
                    by=self._speaker(), private=self.marks.private)  # fmt: skip

    def _speaker(self) -> str:
        if self._by.value == self._named:
            return self._before.by
        person = self._found()
        return person.uid if person is not None else ""

    def _found(self) -> Person | None:
        typed = self._by.value.strip().casefold()
        if not typed:
            return None
        names = [(person.name.casefold(), person) for person in self._people]
        begins = [p for name, p in names if any(w.startswith(typed) for w in (name, *name.split()))]
        return begins[0] if begins else None

    @on(Marks.Write)
    def _write(self, event: Marks.Write) -> None:
        event.stop()
        self.set_focus(self._page)
        if event.letter:
            self._page.insert(event.letter)

    @on(Marks.Changed)
    @on(Line.Changed)
    def _changed(self) -> None:
        self._tell()

    def _tell(self) -> None:
        """Say who it is that says it, or what becomes of this lens."""
        typed, person = self._by.value.strip(), self._found()
        words = f"said by {person.name}" if person is not None else ""
        if typed and person is None:
            words = f"nobody here is called “{typed}”; it is kept as yours"
        notice = PRIVATELY if self.marks.private else ""
        if self._back and not self._before.text and not self.marks.private:
            notice = "For the group to read."
        elif self.marks.lens == POLITICS and not self._before.text and not self._back:
            notice = OPENLY
        self._who.update(Content(words or notice))

    def try_again(self) -> None:
        """Keep the comment, if there is one and it is not as it was; else leave."""
        if not self.text.strip() or self.said == self._before:
            self.dismiss(None)
        else:
            super().try_again()
