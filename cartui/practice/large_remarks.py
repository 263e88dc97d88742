"""What is said of the drafts of the large programme: comments, verdicts on them, replies."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from msgspec import Struct

import data
from cartui.model.drafts import Verdict
from cartui.practice.dice import Dice
from cartui.practice.draft_story import Decided, Replied, Said
from cartui.practice.large_pages import Page
from cartui.practice.large_people import FOLDER

_LENSES = {
    "interpretation": 26.0,
    "analysis": 25.0,
    "writing-style": 25.0,
    "politics": 12.0,
    "ethics": 7.0,
    "literature": 5.0,
}
_ASKED_FOR = 25.0
_TONES = {"+": "strength", "?": "question", ">": "suggestion", "!": "concern"}
_VERDICTS = {
    "strength": (94.0, 4.0, 1.0, 1.0),
    "question": (40.0, 30.0, 15.0, 15.0),
    "suggestion": (58.0, 20.0, 12.0, 10.0),
    "concern": (42.0, 33.0, 17.0, 8.0),
}
"""How often each verdict is given by the tone of a comment: take, adapt, decline, later."""
_BETWEEN = re.compile(r"[,;:.] ")
_SHORT_WORDS = ("vital", "robust", "key", "people", "useful", "trust", "hub", "form")


class Bank(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What can be said, by lens and by part of a draft; a comment begins with the sign of its tone.

    `whole` is said of whole drafts, by lens; the others are replies and reasons for verdicts.
    """

    interpretation: dict[str, tuple[str, ...]]
    analysis: dict[str, tuple[str, ...]]
    writing_style: dict[str, tuple[str, ...]]
    politics: dict[str, tuple[str, ...]]
    ethics: dict[str, tuple[str, ...]]
    literature: dict[str, tuple[str, ...]]
    whole: dict[str, tuple[str, ...]]
    replies: tuple[str, ...]
    adapt: tuple[str, ...]
    decline: tuple[str, ...]
    take: tuple[str, ...]

    def of(self, lens: str, part: str) -> Sequence[str]:
        """Return what a lens has to say of a part; of the whole draft if that is ""."""
        if not part:
            return self.whole[lens]
        found: dict[str, tuple[str, ...]] = getattr(self, lens.replace("-", "_"))
        return found[part]


class Days(Struct, frozen=True, kw_only=True):
    """Between which two ISO dates something is done, both included."""

    first: str
    last: str

    def pick(self, dice: Dice) -> str:
        """Return one of these days."""
        first, last = date.fromisoformat(self.first), date.fromisoformat(self.last)
        return (first + timedelta(days=dice.below((last - first).days + 1))).isoformat()


class Readers:
    """The readers of one draft; none of them says what was said of it before.

    `heard` counts what was said of any draft: of all that fits they say what was heard least.
    """

    def __init__(self, dice: Dice, draft: str, lens: str, heard: Counter[str]) -> None:
        self._bank = data.load(f"{FOLDER}/comments", Bank)
        self._dice = dice
        self._draft = draft
        self._lenses = dict(_LENSES)
        if lens:
            self._lenses[lens] += _ASKED_FOR
        self._heard = heard
        self._said: set[str] = set()
        self._count = 0

    def read(self, page: Page, count: int, days: Days, readers: Sequence[str]) -> list[Said]:
        """Return so many comments on a version, by the day."""
        found = [self._comment(page, days, readers) for _ in range(count)]
        return sorted(found, key=lambda each: each.on)

    def decide(self, said: Said, on: str, *, later: bool) -> Decided:
        """Return the author's verdict on a comment, which may be `later`, or one that stands.

        Now and then its reason is owed.
        """
        weights = dict(zip(Verdict, _VERDICTS[said.tone], strict=True))
        if not later:
            del weights[Verdict.LATER]
        verdict = self._dice.weighed(weights)
        reasons: Sequence[str] = getattr(self._bank, verdict.value, ())
        given = bool(reasons) and self._dice.happens(0.86 if verdict.asks_why else 0.06)
        reason = self._dice.pick(reasons) if given else ""
        return Decided(on=on, comment=said.id, verdict=verdict.value, reason=reason)

    def reply(self, said: Said, on: str, by: Sequence[str]) -> Replied:
        """Return a reply to a comment, by somebody else than who made it."""
        who = self._dice.pick([each for each in by if each != said.by])
        return Replied(on=on, comment=said.id, by=who, text=self._dice.pick(self._bank.replies))

    def _comment(self, page: Page, days: Days, readers: Sequence[str]) -> Said:
        lens, part, passage, text = self._words(page)
        self._count += 1
        return Said(
            on=days.pick(self._dice),
            id=f"{self._draft}-{self._count}",
            by="" if self._dice.happens(0.05) else self._dice.pick(readers),
            lens=lens,
            tone=_TONES[text[0]],
            passage=passage if part else "",
            text=text[2:],
            via="spoken" if self._dice.happens(0.15) else "written",
        )

    def _words(self, page: Page) -> tuple[str, str, str, str]:
        """Return lens, part, passage and the words of a comment that was not made before."""
        while True:
            lens = self._dice.weighed(self._lenses)
            part, sentence = self._dice.pick(page.sentences())
            if self._dice.happens(0.07):
                part = ""
            left = [each for each in self._bank.of(lens, part) if each not in self._said]
            passage = self._passage(page, sentence)
            if left and passage:
                least = min(self._heard[each] for each in left)
                text = self._dice.pick([each for each in left if self._heard[each] == least])
                self._said.add(text)
                self._heard[text] += 1
                return lens, part, passage, text

    def _passage(self, page: Page, sentence: str) -> str:
        """Return a sentence, a clause of it, or a short word; "" unless that stands there once."""
        passage = sentence
        clauses = [each for each in _BETWEEN.split(sentence.rstrip(".?")) if each.count(" ") > 1]
        words = [word for word in re.findall(r"\w+", sentence) if word in _SHORT_WORDS]
        if len(clauses) > 1 and self._dice.happens(0.4):
            passage = self._dice.pick(clauses)
        elif words and self._dice.happens(0.2):
            passage = words[0]
        return passage if page.markdown().count(passage) == 1 else ""
