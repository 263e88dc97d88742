"""Words that stand in a text just so: whatever the signs and line breaks between them."""

from collections import defaultdict
from collections.abc import Sequence

from cartui.anchoring.prose import Prose

_MOST = 200
"""Places of one first word that are tried; a rarer word of the quote is tried then."""


class Verbatim:
    """A text in which runs of words are looked up."""

    def __init__(self, text: Prose) -> None:
        self.text = text
        self._where: dict[str, list[int]] = defaultdict(list)
        for at, key in enumerate(text.keys):
            self._where[key].append(at)

    def once(self, keys: Sequence[str]) -> int | None:
        """Return the word with which a run begins if it stands there exactly once."""
        found = self._all(keys)
        return found[0] if len(found) == 1 else None

    def stands(self, keys: Sequence[str]) -> bool:
        """Whether a run stands there at all."""
        return bool(self._all(keys))

    def goes_on(self, keys: Sequence[str], at: int) -> bool:
        """Whether a run stands at this very word."""
        return bool(keys) and tuple(self.text.keys[at : at + len(keys)]) == tuple(keys)

    def _all(self, keys: Sequence[str]) -> list[int]:
        """Return where a run begins, of several places at least two."""
        if not keys or any(key not in self._where for key in keys):
            return []
        lead = min(range(len(keys)), key=lambda at: len(self._where[keys[at]]))
        found: list[int] = []
        for there in self._where[keys[lead]][:_MOST]:
            if there >= lead and self.goes_on(keys, there - lead):
                found.append(there - lead)
                if len(found) > 1:
                    break
        return found
