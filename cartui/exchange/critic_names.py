"""Who speaks in a CriticMarkup comment, and how: `Ann (politics, concern): words`.

`Ben (reply): words` answers the comment before it, `Ann (verdict): words` decides it, and
`(resolved)` says that it is settled.
"""

import re
from collections.abc import Mapping

from msgspec import Struct

_NAMED = re.compile(r"([^:()\n]{0,60}?)[ \t]*(?:\(([^()\n]{0,80})\))?:(?:[ \t]+|(?=\n)|$)")
_PARTICLES = frozenset({"van", "de", "der", "den", "von", "zu", "la", "le", "di", "da", "al", "y"})
_NOT_IN_NAMES = re.compile(r"[:()\s]+")

REPLY, VERDICT, RESOLVED = "reply", "verdict", "resolved"
_STANDING = frozenset({REPLY, VERDICT, RESOLVED})


class Said(Struct, frozen=True, kw_only=True):
    """What somebody says, taken apart; `standing` is any of reply, verdict, resolved."""

    text: str
    name: str = ""
    lens: str = ""
    tone: str = ""
    standing: frozenset[str] = frozenset()

    @property
    def answers(self) -> bool:
        """Whether it answers the comment before it."""
        return bool(self.standing & {REPLY, VERDICT})


class CriticWords(Struct, frozen=True, kw_only=True):
    """Ids of lenses and tones by how they read in lower case, and the names of known people."""

    lenses: Mapping[str, str] = {}
    tones: Mapping[str, str] = {}
    people: frozenset[str] = frozenset()

    def read(self, words: str) -> Said:
        """Take a comment apart. What looks like neither a name nor known words stays text."""
        found = _NAMED.match(words)
        if found is None:
            return Said(text=words.strip())
        name, text = found[1].strip(), words[found.end() :].strip()
        tags = [tag.strip().casefold() for tag in (found[2] or "").split(",")]
        known = {*self.lenses, *self.tones, *_STANDING, ""}
        if found[2] is not None and known.issuperset(tags):
            lens = next((self.lenses[tag] for tag in tags if tag in self.lenses), "")
            tone = next((self.tones[tag] for tag in tags if tag in self.tones), "")
            standing = _STANDING.intersection(tags)
            return Said(text=text, name=name, lens=lens, tone=tone, standing=standing)
        if not self.is_name(name):
            return Said(text=words.strip())
        return Said(text=text, name=f"{name} ({found[2]})" if found[2] else name)

    def is_name(self, name: str) -> bool:
        """Whether words before a colon are read as a name: a known one, or a few capitals."""
        parts = name.split()
        if not parts or name.casefold() in self.people:
            return True
        return len(parts) <= 4 and all(p in _PARTICLES or not p[0].islower() for p in parts)

    def lens(self, id_: str) -> str:
        """Return how a lens reads, "" for one that is not known."""
        return next((shown for shown, known in self.lenses.items() if known == id_), "")

    def tone(self, id_: str) -> str:
        """Return how a tone reads, "" for one that is not known."""
        return next((shown for shown, known in self.tones.items() if known == id_), "")

    def write(self, said: Said) -> str:
        """Return a comment with who says it, so that `read` takes it apart the same way.

        Colons and brackets in a name become blanks.
        """
        name = _NOT_IN_NAMES.sub(" ", said.name).strip()[:60].strip()
        tags = [self.lens(said.lens), self.tone(said.tone), *sorted(said.standing)]
        if any(tags) or not self.is_name(name):
            return f"{name} ({', '.join(filter(None, tags))}): {said.text}".strip()
        if name:
            return f"{name}: {said.text}"
        return f": {said.text}" if _NAMED.match(said.text) else said.text
