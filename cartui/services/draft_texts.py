"""The texts of a group's drafts by name: cut into blocks once, since a text never changes."""

from cartui.exchange.markdown_blocks import Block, blocks
from cartui.store.texts import name_of
from cartui.store.workspace import Workspace


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
