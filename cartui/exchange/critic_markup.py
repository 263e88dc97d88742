"""CriticMarkup: comments and suggestions in the midst of a plain text, read out of it.

`{==passage==}{>>Ann: comment<<}`, `{>>comment<<}` alone, `{++put in++}`, `{--taken out--}`,
`{~~old~>new~~}`. A backslash before a mark makes it plain text. Marks that do not close stay.
"""

import re

from msgspec import Struct
from msgspec.structs import replace

from cartui.exchange.critic_marks import Mark, alive, closed, halved, plain
from cartui.exchange.critic_names import RESOLVED, VERDICT, CriticWords, Said
from cartui.exchange.suggested import suggested

_REST_OF_LINE = re.compile(r"[ \t]*(?:\n(?:[ \t]*\n)*|\Z)")
_WORDLESS = "Marked without words."


class CriticReply(Struct, frozen=True, kw_only=True):
    """An answer under a comment; `at` is an ISO time, "" if the file does not say.

    `verdict` says that it tells what the author decided, as cartui writes it on the way out.
    """

    text: str
    name: str = ""
    at: str = ""
    verdict: bool = False


class CriticComment(Struct, frozen=True, kw_only=True):
    """A comment with its passage, offsets `start` to `end` of the clean text.

    `start` and `end` are the same for a comment between two characters; `whole` is for one that
    stands before the text and is about all of it. `lens` and `tone` are "" unless the file says.
    Word processors' files say more: `at` is when it was made, `resolved` that it is settled, and
    `of` the words it was said of, if they were taken out or stand in several lines. On the way
    out `decided` is what the author decided of it, None while it waits; `verdict` is for one that
    was such a decision when it went out.
    """

    start: int = 0
    end: int = 0
    text: str = ""
    name: str = ""
    lens: str = ""
    tone: str = ""
    whole: bool = False
    at: str = ""
    resolved: bool = False
    of: str = ""
    decided: CriticReply | None = None
    verdict: bool = False
    replies: tuple[CriticReply, ...] = ()


class Reviewed(Struct, frozen=True, kw_only=True):
    """A text without marks, insertions taken in and deletions left out, and what was said of it."""

    text: str
    comments: tuple[CriticComment, ...] = ()


def read_critic(text: str, words: CriticWords | None = None) -> Reviewed:
    """Return a text and the comments that stood in it; the time it takes is linear.

    `words` says which names, lenses and tones are known.
    """
    reading = _Reading(text, words or CriticWords())
    for mark in closed(alive(text)):
        reading.up_to(mark)
        if mark.sign == "{==":
            reading.begin_passage()
        elif mark.sign == "==}":
            reading.end_passage()
        elif mark.sign == "{>>":
            reading.comment(mark)
        else:
            reading.suggestion(mark)
    return reading.ended()


class _Reading:
    """The clean text as it comes out, and the comments with their places in it."""

    def __init__(self, text: str, words: CriticWords) -> None:
        self._text, self._words = text, words
        self._at = self._length = 0
        self._parts: list[str] = []
        self._open: list[int] = []
        self._passage: tuple[int, int] | None = None
        self._bare_passage = False
        self._last = 0
        self._waiting: list[Said] = []
        self._comments: list[CriticComment] = []

    def up_to(self, mark: Mark) -> None:
        """Take over the plain text before a mark."""
        self._plain(mark.start)
        self._at = mark.end

    def begin_passage(self) -> None:
        """A passage begins here."""
        self._settle()
        self._open.append(self._length)

    def end_passage(self) -> None:
        """The passage that began last ends here; the comments behind it are about it."""
        self._settle()
        self._passage = (self._open.pop(), self._length)
        self._bare_passage = True

    def comment(self, mark: Mark) -> None:
        """Somebody says something."""
        self._waiting.append(self._words.read(self._inside(mark)))

    def suggestion(self, mark: Mark) -> None:
        """Somebody put in, took out or replaced words: that is done, and kept as a comment."""
        self._settle()
        inside = self._inside(mark)
        old, _, new = inside.partition("~>")
        if mark.sign != "{~~":
            old, new = (inside, "") if mark.sign == "{--" else ("", inside)
        start = self._length
        self._emit(new)
        self._add(Said(text=suggested(old, new), tone="suggestion"), start, self._length)
        self._passage = (start, self._length)

    def ended(self) -> Reviewed:
        """Take over the rest, and return everything."""
        self._plain(len(self._text))
        self._settle()
        found = sorted(self._comments, key=lambda each: (not each.whole, each.start, each.end))
        return Reviewed(text="".join(self._parts), comments=tuple(found))

    def _inside(self, mark: Mark) -> str:
        """Return what stands between a mark and its closer, and go on behind that."""
        self._at = mark.to + 3
        inside = self._text[mark.end : mark.to]
        return plain(halved(inside))

    def _plain(self, to: int) -> None:
        """Take over plain text up to a place; comments that stand alone take their line along."""
        if self._waiting and self._on_own_line():
            rest = _REST_OF_LINE.match(self._text, self._at)
            if rest is not None:
                self._settle(alone=True)
                self._at = rest.end()
        words = self._text[self._at : to]
        if to < len(self._text):  # before a mark that is alive two backslashes are one
            words = halved(words)
        if words.strip(" \t") or (words and self._waiting):
            self._settle()
        self._emit(plain(words))

    def _on_own_line(self) -> bool:
        return self._passage is None and (not self._parts or self._parts[-1].endswith("\n"))

    def _emit(self, words: str) -> None:
        if words.strip():
            self._last = self._length + len(words.rstrip()) - 1
        if words:
            self._parts.append(words)
            self._length += len(words)

    def _settle(self, *, alone: bool = False) -> None:
        """Give the comments that were just read their passage: the one they stand behind."""
        start, end = self._passage or (self._length, self._length)
        if alone:
            start = end = self._last
        if self._bare_passage and not self._waiting:
            self._add(Said(text=_WORDLESS), start, end)
        first = len(self._comments)
        for said in self._waiting:
            if said.answers and len(self._comments) > first:
                self._answer(said)
            else:
                self._add(said, start, end, whole=alone and not self._length)
        self._waiting, self._passage, self._bare_passage = [], None, False

    def _answer(self, said: Said) -> None:
        """Put an answer under the comment it stands behind."""
        last, verdict = self._comments[-1], VERDICT in said.standing
        reply = CriticReply(text=said.text, name=said.name, verdict=verdict)
        self._comments[-1] = replace(last, replies=(*last.replies, reply))

    def _add(self, said: Said, start: int, end: int, *, whole: bool = False) -> None:
        self._comments.append(
            CriticComment(
                start=start,
                end=end,
                text=said.text,
                name=said.name,
                lens=said.lens,
                tone=said.tone,
                whole=whole,
                resolved=RESOLVED in said.standing,
            )
        )
