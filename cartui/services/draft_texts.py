"""The texts of a group's drafts: cleaned on their way in, read once, cut into blocks once."""

import re
import unicodedata
from functools import lru_cache

from cartui.exchange.markdown_blocks import Block, blocks
from cartui.model.text import inert
from cartui.store.texts import name_of
from cartui.store.workspace import Workspace

_TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)
_WORD = re.compile(r"\S*\w\S*")


class DraftTexts:
    """Texts by the names under which the store keeps them."""

    def __init__(self, workspace: Workspace, group: str) -> None:
        self._ws = workspace
        self._group = group

    name_of = staticmethod(name_of)

    def text(self, name: str) -> str:
        """Return a text. Raises Damaged if it cannot be read as it was kept."""
        return self._ws.texts.read(self._group, name)

    def blocks(self, name: str) -> tuple[Block, ...]:
        """Return the blocks of a text. Raises Damaged the first time if it cannot be read."""
        if (found := _KEPT.get(name)) is None:
            found = self.read(self.text(name))
        return found

    def read(self, text: str) -> tuple[Block, ...]:
        """Return the blocks of a text that may not be kept yet; kept by its name afterwards."""
        name = name_of(text)
        if name not in _KEPT:
            while len(_KEPT) >= _AT_MOST:
                _KEPT.pop(next(iter(_KEPT)))
            _KEPT[name] = blocks(text)
        return _KEPT[name]


_AT_MOST = 16
_KEPT: dict[str, tuple[Block, ...]] = {}
"""Blocks by the name of their text: a text never changes, so they never go stale."""


def draft_text(text: str) -> str:
    """Return a draft's text as it is kept: NFC, LF, no tabs, nothing that a terminal obeys.

    Two blanks before a line end mean a line break in Markdown, so they stay.
    """
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    lines = unicodedata.normalize("NFC", whole).replace("\r\n", "\n").replace("\r", "\n")
    plain = inert(lines.removeprefix("\ufeff").expandtabs(4))
    return _TRAILING.sub(lambda blank: "  " if len(blank[0]) > 1 else "", plain).strip("\n")


@lru_cache(maxsize=4)
def word_count(text: str) -> int:
    """Return how many words a text has; marks that stand alone are none."""
    return sum(1 for _ in _WORD.finditer(text))
