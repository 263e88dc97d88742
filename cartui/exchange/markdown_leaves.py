"""The parser's view of a text: which lines are a heading, a paragraph, an item, and how deep."""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

LINE_END = re.compile(r"\r\n?|\n")
_LEAVES = {
    "heading_open": "heading",
    "paragraph_open": "paragraph",
    "fence": "code",
    "code_block": "code",
    "hr": "rule",
    "table_open": "table",
}
_WORDED = {"paragraph_open", "heading_open"}


class Found(Struct, frozen=True):
    """Lines `first` to `last` (not counted) that are one block."""

    first: int
    last: int
    kind: str
    level: int = 0
    mark: str = ""
    content: str = ""


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # noqa: PLC0415 - Home counts comments and parses no text

    return MarkdownIt("commonmark", {"html": False}).enable("table")


def leaves(text: str) -> Iterator[Found]:
    """Yield the blocks that the parser finds, in order. What is inside the lines waits."""
    parser = _parser()
    tokens: list[Token] = []
    plain = LINE_END.sub("\n", text).replace("\0", "\N{REPLACEMENT CHARACTER}")
    parser.block.parse(plain, parser, {}, tokens)
    within = _Within()
    for at, token in enumerate(tokens):
        within.pass_by(token)
        if token.type in _LEAVES and token.map and not (within.table and token.type in _WORDED):
            content = tokens[at + 1].content if token.type in _WORDED else ""
            kind, level = within.kind_of(token)
            yield Found(token.map[0], token.map[1], kind, level, within.take_mark(), content)


class _Within:
    """What the token at hand stands in: quotes, items, a table."""

    def __init__(self) -> None:
        self.quotes = self.items = 0
        self.table = False
        self._mark = ""

    def pass_by(self, token: "Token") -> None:
        """Note what begins or ends here."""
        if token.type in ("blockquote_open", "blockquote_close"):
            self.quotes += token.nesting
        elif token.type in ("list_item_open", "list_item_close"):
            self.items += token.nesting
            self._mark = f"{token.info}{token.markup}" if token.nesting == 1 else ""
        elif token.type in ("table_open", "table_close"):
            self.table = token.nesting == 1

    def take_mark(self) -> str:
        """Return the mark of the item that has just begun; its later blocks have none."""
        mark, self._mark = self._mark, ""
        return mark

    def kind_of(self, token: "Token") -> tuple[str, int]:
        """Return the kind and level of a block."""
        kind = _LEAVES[token.type]
        if kind == "heading":
            return kind, int(token.tag[1])
        if kind == "paragraph" and self.items:
            return "item", self.items
        if kind == "paragraph" and self.quotes:
            return "quote", self.quotes
        return kind, 0
