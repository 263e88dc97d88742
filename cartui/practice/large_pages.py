"""The drafts of the large programme as pages: parts of paragraphs of sentences, and revisions."""

from collections.abc import Collection, Mapping

from msgspec import Struct
from msgspec.structs import replace

import data
from cartui.practice.dice import Dice
from cartui.practice.large_people import FOLDER

PARTS = ("why", "done", "found", "means", "comes")
_LIST = "comes"
_TOLD = "found"


class Prose(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What drafts are written with. `shapes` says how many sentences of each part a kind has."""

    shapes: dict[str, dict[str, int]]
    headings: dict[str, tuple[str, ...]]
    numbers: dict[str, tuple[str, ...]]
    in_short: str
    once_more: str
    why: tuple[str, ...]
    done: tuple[str, ...]
    found: tuple[str, ...]
    means: tuple[str, ...]
    comes: tuple[str, ...]
    voices: tuple[str, ...]


class Part(Struct, frozen=True, kw_only=True):
    """A part of a page: its heading, its paragraphs; `voice` is what somebody said, quoted."""

    name: str
    heading: str
    paragraphs: tuple[tuple[str, ...], ...]
    voice: str = ""


class Page(Struct, frozen=True, kw_only=True):
    """One version of a draft. `short` is a sentence said again at the top."""

    title: str
    parts: tuple[Part, ...]
    short: str = ""

    def sentences(self) -> list[tuple[str, str]]:
        """Return each sentence with the name of its part."""
        return [
            (part.name, sentence)
            for part in self.parts
            for paragraph in part.paragraphs
            for sentence in paragraph
        ]

    def markdown(self) -> str:
        """Return the text of this version."""
        found = [f"# {self.title}"]
        if self.short:
            found.append(self.short)
        for part in self.parts:
            found += _written(part)
        return "\n\n".join(found) + "\n"


class Pen:
    """Writes one draft and revises it; no sentence is used twice in it."""

    def __init__(self, dice: Dice, words: Mapping[str, str]) -> None:
        self._prose = data.load(f"{FOLDER}/prose", Prose)
        self._dice = dice
        self._words = words
        self._left = {part: dice.shuffled(getattr(self._prose, part)) for part in PARTS}
        self._voices = dice.shuffled(self._prose.voices)

    def write(self, title: str, kind: str) -> Page:
        """Return the first version of a draft of a kind."""
        shape = self._prose.shapes[kind]
        return Page(title=title, parts=tuple(self._part(*each) for each in shape.items()))

    def revise(self, page: Page, remarked: Collection[str]) -> Page:
        """Return the next version: sentences come and go, a paragraph moves, one is said twice.

        That is one of the sentences that were `remarked` upon.
        """
        parts = list(page.parts)
        for _ in range(self._dice.between(2, 4)):
            self._add(parts)
        for _ in range(self._dice.between(1, 2)):
            self._drop(parts)
        if self._dice.happens(0.7):
            self._move(parts)
        short = page.short
        if not short and self._dice.happens(0.6):
            short = self._again(parts, remarked)
        return replace(page, parts=tuple(parts), short=short)

    def _part(self, name: str, count: int) -> Part:
        sentences = [self._sentence(name) for _ in range(count)]
        paragraphs: list[tuple[str, ...]] = []
        while sentences:
            size = self._dice.between(3, 5) if len(sentences) > 5 else len(sentences)
            paragraphs.append(tuple(sentences[:size]))
            del sentences[:size]
        return Part(
            name=name,
            heading=self._dice.pick(self._prose.headings[name]),
            paragraphs=tuple(paragraphs),
            voice=self._voices.pop() if name == _TOLD else "",
        )

    def _sentence(self, part: str) -> str:
        numbers = {word: self._dice.pick(each) for word, each in self._prose.numbers.items()}
        text: str = self._left[part].pop().format(**self._words, **numbers)
        return text[0].upper() + text[1:]

    def _add(self, parts: list[Part]) -> None:
        at = self._dice.below(len(parts))
        if self._left[parts[at].name]:
            where = self._dice.below(len(parts[at].paragraphs))
            now = parts[at].paragraphs[where]
            place = self._dice.between(1, len(now))
            more = self._sentence(parts[at].name)
            self._put(parts, at, where, (*now[:place], more, *now[place:]))

    def _drop(self, parts: list[Part]) -> None:
        at = self._dice.below(len(parts))
        where = self._dice.below(len(parts[at].paragraphs))
        now = parts[at].paragraphs[where]
        if len(now) > 2:
            gone = self._dice.below(len(now))
            self._put(parts, at, where, (*now[:gone], *now[gone + 1 :]))

    def _move(self, parts: list[Part]) -> None:
        """Let the last paragraph of the longest part be its first."""
        at = max(range(len(parts)), key=lambda each: len(parts[each].paragraphs))
        now = parts[at].paragraphs
        parts[at] = replace(parts[at], paragraphs=(now[-1], *now[:-1]))

    def _again(self, parts: list[Part], remarked: Collection[str]) -> str:
        """Say a sentence at the top and at the end; where it stood there is another one."""
        stand = [
            (at, where, sentence)
            for at, part in enumerate(parts)
            for where, paragraph in enumerate(part.paragraphs)
            for sentence in paragraph
            if sentence in remarked and self._left[part.name]
        ]
        if not stand:
            return ""
        at, where, sentence = self._dice.pick(stand)
        more = self._sentence(parts[at].name)
        now = parts[at].paragraphs[where]
        self._put(parts, at, where, tuple(more if each == sentence else each for each in now))
        end = parts[-1].paragraphs[-1]
        again = f"{self._prose.once_more} {sentence}"
        self._put(parts, len(parts) - 1, len(parts[-1].paragraphs) - 1, (*end, again))
        return f"{self._prose.in_short} {sentence}"

    def _put(self, parts: list[Part], at: int, where: int, sentences: tuple[str, ...]) -> None:
        paragraphs = list(parts[at].paragraphs)
        paragraphs[where] = sentences
        parts[at] = replace(parts[at], paragraphs=tuple(paragraphs))


def _written(part: Part) -> list[str]:
    found = [f"## {part.heading}"]
    if part.name == _LIST:
        lines = [f"- {sentence}" for paragraph in part.paragraphs for sentence in paragraph]
        return [*found, "\n".join(lines)]
    found += [" ".join(paragraph) for paragraph in part.paragraphs]
    if part.voice:
        found.insert(2, f"> {part.voice}")
    return found
