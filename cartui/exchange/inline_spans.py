"""What stands inside a block: strong, emphasis, code, links, and the marks that are not painted."""

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

Span = tuple[int, int, str]
"""A stretch of a block's text: from, to (not counted), and its style.

Styles are strong, emphasis, code, link, "hidden" for marks that are not painted, and "break" for a
line end that is meant; any other line end reads as a blank.
"""

_BREAK = re.compile(r"(\\?[ \t]*)(\r\n?|\n)([ \t>]*)")
_TARGET = re.compile(
    r"""\(\s*(?:<[^<>\n]*>|[^\s()<]*(?:\([^\s()]*\)[^\s()]*)*)"""
    r"""(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*\)"""
)
_STYLES = {"strong": "strong", "em": "emphasis", "link": "link"}


LONGEST = 20_000
"""A block longer than this (some ten pages without a blank line) is shown as it is written."""


class _Astray(Exception):
    """The raw text is not where the parser's words say: nothing inside the block is marked."""


@lru_cache(maxsize=4096)
def inline_spans(kind: str, text: str, content: str) -> tuple[Span, ...]:
    """Return the spans of a block by its raw text and its content without containers' marks.

    What cannot be found again in the raw text is not marked; the text is then shown as written.
    Links by reference are shown as written too.
    """
    if kind == "code":
        return _fenced(text)
    if kind in ("table", "rule") or not content or len(content) > LONGEST:
        return ()
    tokens: list[Token] = []
    parser = _parser()
    parser.inline.parse(content, parser, {}, tokens)
    reading = _Reading(text, _first_word(kind, text, content))
    try:
        for token in tokens:
            reading.go_past(token)
    except _Astray:
        return ((0, reading.first, "hidden"),) if reading.first else ()
    return reading.ended(kind)


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # noqa: PLC0415 - Home counts comments and parses no text

    # Escapes and entities stay apart, so that each is found again as it was written.
    return MarkdownIt("commonmark", {"html": False}).disable("text_join")


def _fenced(text: str) -> tuple[Span, ...]:
    lines = text.split("\n")
    bare = lines[0].lstrip(" >")
    if not bare.startswith(("```", "~~~")):
        return ((0, len(text), "code"),)
    body = len(lines[0]) + 1
    closed = len(lines) > 1 and lines[-1].lstrip(" >").startswith(bare[:3])
    end = len(text) - len(lines[-1]) if closed else len(text)
    spans = [(0, min(body, len(text)), "hidden"), (body, end, "code"), (end, len(text), "hidden")]
    return tuple(span for span in spans if span[0] < span[1])


def _first_word(kind: str, text: str, content: str) -> int:
    """Return where the words of a block begin in its raw text."""
    line = re.split(r"[\r\n]", text, maxsplit=1)[0].rstrip(" \t")
    words = content.split("\n", 1)[0].rstrip(" \t")
    if kind == "heading" and not line.endswith(words):  # closed by signs
        line = line.rstrip("#").rstrip(" \t")
    return len(line) - len(words) if line.endswith(words) else 0


class _Reading:
    """Goes through the raw text of a block beside the parser's tokens."""

    def __init__(self, text: str, first: int) -> None:
        self._text = text
        self.first = self._at = first
        self._open: list[tuple[str, int]] = []
        self._spans: list[Span] = [(0, first, "hidden")] if first else []

    def go_past(self, token: "Token") -> None:
        """Find one token from here on, and go on behind it. Raises _Astray."""
        name = token.type.removesuffix("_open").removesuffix("_close")
        if token.type == "text":
            self._pass(token.content)
        elif token.type == "text_special":
            self._hide(1) if token.info == "escape" else None
            self._pass(token.content if token.info == "escape" else token.markup)
        elif token.type in ("softbreak", "hardbreak"):
            self._line_end(meant=token.type == "hardbreak")
        elif token.type == "code_inline":
            self._code(token.markup)
        elif token.type == "image":
            self._image(token)
        elif name in _STYLES and token.nesting == 1:
            self._begin(_STYLES[name], token)
        elif name in _STYLES:
            self._finish(token)
        else:
            raise _Astray

    def ended(self, kind: str) -> tuple[Span, ...]:
        """Return all spans; what is left of a heading is the sign that closes it."""
        if kind == "heading" and self._at < len(self._text):
            self._hide(len(self._text) - self._at)
        return tuple(sorted(self._spans))

    def _pass(self, words: str) -> None:
        if not self._text.startswith(words, self._at):
            raise _Astray
        self._at += len(words)

    def _hide(self, count: int) -> None:
        if count:
            self._spans.append((self._at, self._at + count, "hidden"))
        self._at += count

    def _match(self, pattern: re.Pattern[str]) -> None:
        found = pattern.match(self._text, self._at)
        if found is None:
            raise _Astray
        self._hide(len(found[0]))

    def _line_end(self, *, meant: bool) -> None:
        found = _BREAK.match(self._text, self._at)
        if found is None:
            raise _Astray
        self._hide(len(found[1]))
        if meant:
            self._spans.append((self._at, self._at + len(found[2]), "break"))
        self._at += len(found[2])
        self._hide(len(found[3]))

    def _hide_word(self, word: str) -> None:
        if not self._text.startswith(word, self._at):
            raise _Astray
        self._hide(len(word))

    def _code(self, ticks: str) -> None:
        self._hide_word(ticks)
        closing = re.compile(rf"(?<!`){ticks}(?!`)").search(self._text, self._at)
        if closing is None:
            raise _Astray
        self._spans.append((self._at, closing.start(), "code"))
        self._at = closing.start()
        self._hide_word(ticks)

    def _image(self, token: "Token") -> None:
        self._hide_word("![")
        self._pass(token.content)
        self._hide_word("]")
        self._match(_TARGET)

    def _begin(self, style: str, token: "Token") -> None:
        auto = token.markup == "autolink"
        self._hide_word(("<" if auto else "[") if style == "link" else token.markup)
        self._open.append((style, self._at))

    def _finish(self, token: "Token") -> None:
        style, start = self._open.pop()
        if start < self._at:
            self._spans.append((start, self._at, style))
        if style != "link":
            self._hide_word(token.markup)
        elif token.markup == "autolink":
            self._hide_word(">")
        else:
            self._hide_word("]")
            self._match(_TARGET)
