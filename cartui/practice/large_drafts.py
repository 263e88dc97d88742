"""The forty drafts of the large programme as stories: written, read, answered, revised."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import chain

from msgspec import Struct

import data
from cartui.practice.dice import Dice
from cartui.practice.draft_story import (
    Described,
    DraftEntry,
    DraftStory,
    LookedAt,
    Passed,
    Said,
    Written,
)
from cartui.practice.large_pages import Page, Pen
from cartui.practice.large_people import FOLDER, Someone, here_on
from cartui.practice.large_remarks import Days, Readers


class Round(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A version that came in on the ISO date `on`, and how many comments it got."""

    on: str
    comments: int


class DraftPlan(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A draft as `drafts.json` holds it. `answered` is the share of the last version's comments
    that its author has answered, `turn` whom it waits for: author, reader, or facilitator.
    """

    id: str
    card: str
    author: str
    kind: str
    lens: str
    title: str
    ask: str
    versions: tuple[Round, ...]
    answered: float
    turn: str

    @property
    def is_done(self) -> bool:
        """Whether nearly all is answered: then nothing is put off or left unsure."""
        return self.answered >= 0.9


class Reading(Struct, frozen=True, kw_only=True):
    """A version with the comments on it, and until when they could be made and answered."""

    name: str
    on: str
    page: Page
    said: tuple[Said, ...]
    until: str
    is_last: bool


class Library:
    """Writes the drafts. `words` are what an inquiry calls things, by the card's id; `told_on` is
    the day on which the story is told: nothing happens on it or later.
    """

    def __init__(
        self,
        people: Sequence[Someone],
        words: Mapping[str, Mapping[str, str]],
        groups: Mapping[str, str],
        told_on: str,
    ) -> None:
        self.plans = data.load(f"{FOLDER}/drafts", list[DraftPlan])
        self._people = people
        self._words = words
        self._groups = groups
        self._told_on = told_on
        self._heard: Counter[str] = Counter()
        self._newest: dict[str, Page] = {}
        self.stories = {plan.id: self._story(plan) for plan in self.plans}

    def group(self, plan: DraftPlan) -> str:
        """Return the id of the group that a draft belongs to."""
        return self._groups[plan.card]

    def newest(self, plan: DraftPlan) -> Page:
        """Return the last version of a draft."""
        return self._newest[plan.id]

    def readers(self, plan: DraftPlan, day: str) -> list[str]:
        """Return who of the group could have read a draft on a day, without its author."""
        here = here_on(self._people, self.group(plan), day)
        return [each for each in here if each != plan.author]

    def _story(self, plan: DraftPlan) -> DraftStory:
        """Return the story of a draft, its texts with it."""
        dice = Dice(f"large {plan.id}")
        readers = Readers(dice, plan.id, plan.lens, self._heard)
        readings = list(self._readings(plan, dice, readers))
        self._newest[plan.id] = readings[-1].page
        entries = chain.from_iterable(self._entries(plan, each, dice, readers) for each in readings)
        return DraftStory(
            id=plan.id,
            card=plan.card,
            author=plan.author,
            title=plan.title,
            kind=_begun_as(plan),
            ask=plan.ask,
            lens=plan.lens,
            story=tuple(entries),
            texts={each.name: each.page.markdown() for each in readings},
        )

    def _readings(self, plan: DraftPlan, dice: Dice, readers: Readers) -> Iterator[Reading]:
        pen = Pen(dice, self._words[plan.card])
        page, said = pen.write(plan.title, plan.kind), list[Said]()
        circle = dice.some(self.readers(plan, plan.versions[0].on), dice.between(5, 9))
        ends = [each.on for each in plan.versions[1:]] + [self._told_on]
        for number, (version, end) in enumerate(zip(plan.versions, ends, strict=True), start=1):
            page = pen.revise(page, {each.passage for each in said}) if number > 1 else page
            until = _days_after(end, -1)
            still = set(self.readers(plan, until))
            days = Days(first=_days_after(version.on, 1), last=_between(version.on, until, 0.6))
            here = [each for each in circle if each in still]
            said = readers.read(page, version.comments, days, here)
            yield Reading(
                name=f"{plan.id}-{number}",
                on=version.on,
                page=page,
                said=tuple(said),
                until=until,
                is_last=number == len(plan.versions),
            )

    def _entries(
        self, plan: DraftPlan, reading: Reading, dice: Dice, readers: Readers
    ) -> Iterator[DraftEntry]:
        yield Written(on=reading.on, text=reading.name, source=f"{plan.title.lower()}.md")
        if reading.is_last and plan.kind != _begun_as(plan):
            yield Described(on=reading.on, kind=plan.kind)
        yield from reading.said
        if reading.on == plan.versions[0].on:
            yield Passed(on=_days_after(reading.on, 1), to=plan.author)
        sitting = _between(reading.on, reading.until, 0.8)
        yield from self._answers(plan, reading, sitting, dice, readers)
        for said in reading.said:
            if dice.happens(0.15):
                days = Days(first=said.on, last=reading.until)
                around = [plan.author, *self.readers(plan, said.on)]
                yield readers.reply(said, days.pick(dice), around)
        if reading.is_last:
            yield from self._afterwards(plan, _days_after(sitting, 1), dice)

    def _afterwards(self, plan: DraftPlan, on: str, dice: Dice) -> Iterator[DraftEntry]:
        """Yield how the last version was left."""
        if plan.is_done:
            yield LookedAt(on=on)
        if plan.turn == "reader":
            yield Passed(on=on, to=dice.pick(self.readers(plan, on)))
        elif plan.turn == "facilitator":
            yield Passed(on=on, to="")

    def _answers(
        self, plan: DraftPlan, reading: Reading, sitting: str, dice: Dice, readers: Readers
    ) -> Iterator[DraftEntry]:
        """Yield the verdicts of the author, who sits down to it once, in the order of the text."""
        share = plan.answered if reading.is_last else 0.97
        count = round(share * len(reading.said))
        for said in dice.some(reading.said, count):
            yield readers.decide(said, sitting, later=reading.is_last and not plan.is_done)


def _begun_as(plan: DraftPlan) -> str:
    """Return what a draft was called at first: one that is final now was a draft before."""
    return "draft" if plan.kind == "final" and len(plan.versions) > 1 else plan.kind


def _days_after(day: str, count: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=count)).isoformat()


def _between(first: str, last: str, share: float) -> str:
    """Return a day that lies so far on the way, at most five weeks after the first."""
    days = (date.fromisoformat(last) - date.fromisoformat(first)).days
    return _days_after(first, max(1, min(35, round(days * share))))
