"""The back half of the large practice programme, put together from `story.back.json`."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import cycle

from msgspec import Struct

import data
from cartui.backstage.practice_acts import Aside, Behind, Facts, Hindrance, OwnNote, Stored, Told
from cartui.backstage.private_whys import PrivateWhys
from cartui.practice.dice import Dice
from cartui.practice.front import membership_of
from cartui.practice.large import all_people, library
from cartui.practice.large_drafts import Library
from cartui.practice.large_people import FOLDER, Someone
from cartui.practice.large_story import large_story
from cartui.practice.telling import Act, Telling

_PICKED = (
    "preferred_channel",
    "seniority",
    "experience",
    "voluntary",
    "duties_dropped",
    "recruited_by",
    "knows",
    "exit_terms",
)


class NoteBehind(OwnNote, frozen=True, kw_only=True):
    """A private note about a group, a card of it, or nothing; `group` is a group's id or ""."""

    group: str


class UnsharedWhy(Told, frozen=True, kw_only=True):
    """Why somebody joined, in words that they did not want to share; `seat` is a seat's id."""

    seat: str
    text: str

    def tell(self, told: Telling) -> None:
        """Write it."""
        held = membership_of(told.ws, told.uids[self.seat], told.uids["group"])
        PrivateWhys(told.ws, told.now_in).write(held, self.text)


class LargeBack(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the facilitator of the large programme alone knows, and what it is put together from.

    `constraints` and `asides` begin with their kind and their tone.
    """

    preferred_channel: tuple[str, ...]
    seniority: tuple[str, ...]
    experience: tuple[str, ...]
    voluntary: tuple[str, ...]
    duties_dropped: tuple[str, ...]
    recruited_by: tuple[str, ...]
    knows: tuple[str, ...]
    exit_terms: tuple[str, ...]
    managers: tuple[str, ...]
    member_managers: dict[str, str]
    recruits: dict[str, str]
    exit_reasons: dict[str, str]
    constraints: tuple[str, ...]
    about_people: tuple[str, ...]
    loose: tuple[NoteBehind, ...]
    whys: tuple[UnsharedWhy, ...]
    storage: tuple[Stored, ...]
    behind: tuple[Behind, ...]
    asides: tuple[str, ...]


def large_back() -> LargeBack:
    """Return the back half as it is written down."""
    return data.load(f"{FOLDER}/story.back", LargeBack)


def large_back_acts() -> Iterator[Act]:
    """Yield every act of the back half; not yet in the order of time."""
    told, people, dice = large_back(), all_people(), Dice("large back stage")
    books = library(people)
    groups = {plan.card: books.group(plan) for plan in books.plans}
    yield from _facts(told, people, dice)
    yield from _of_people(told, people, dice)
    for note in told.loose:
        yield note.act(note.group)
    for why in told.whys:
        yield why.act(why.seat.partition("-")[0])
    for kept in told.storage:
        yield kept.act(groups[kept.card])
    for behind in told.behind:
        yield behind.act(groups[behind.card])
    yield from _asides(told, books, dice)


def _facts(told: LargeBack, people: list[Someone], dice: Dice) -> Iterator[Act]:
    """Yield the private facts of everybody, written on the day on which they were added."""
    names = {seat.id: person.name for person in people for seat in person.seats}
    managers = cycle(told.managers)
    for number, person in enumerate(people):
        facts = {field: dice.pick(getattr(told, field)) for field in _PICKED}
        manager, recruiter = told.member_managers.get(person.id), told.recruits.get(person.id)
        facts |= {
            # Ofcom keeps these numbers free for drama.
            "phone": f"01632 960{number + 200}",
            "email": f"{person.name.split()[-1].lower()}{number}@example.invalid",
            "line_manager": f"{names[manager]}, who sits here too" if manager else next(managers),
            "agreed_on": person.on,
        }
        if recruiter:
            facts["recruited_by"] = f"{names[recruiter]}, and would not have come otherwise"
        yield Facts(on=person.on, id=person.id, facts=facts).act()
        for seat in person.seats:
            if reason := told.exit_reasons.get(seat.id):
                yield Facts(on=seat.left, id=person.id, facts={"exit_reason": reason}).act()


def _of_people(told: LargeBack, people: list[Someone], dice: Dice) -> Iterator[Act]:
    """Yield what makes a time or place hard for every second person, and notes about some."""
    constraints = cycle(dice.shuffled(told.constraints))
    for person in dice.some(people, len(people) // 2):
        kind, _, text = next(constraints).partition(": ")
        yield Hindrance(on=person.on, person=person.id, kind=kind, text=text).act()
    for text, person in zip(told.about_people, dice.shuffled(people), strict=False):
        on = _later(person.seats[0].joined, dice.between(1, 6))
        yield OwnNote(on=on, about=person.id, text=text).act()


def _asides(told: LargeBack, books: Library, dice: Dice) -> Iterator[Act]:
    """Yield private comments on the newest versions, each on a sentence that stands there once."""
    for said, plan in zip(told.asides, dice.shuffled(books.plans), strict=False):
        tone, _, text = said.partition(": ")
        on = _later(plan.versions[-1].on, 1)
        page = books.newest(plan)
        once = [each for _, each in page.sentences() if page.markdown().count(each) == 1]
        made = Aside(
            on=on,
            draft=plan.id,
            by=dice.pick(["", *books.readers(plan, on)]),
            tone=tone,
            passage=dice.pick(once),
            text=text,
        )
        yield made.act(books.group(plan))


def _later(day: str, count: int) -> str:
    """Return a day so much later, but before the story is told."""
    latest = date.fromisoformat(large_story().told_on) - timedelta(days=1)
    return min(date.fromisoformat(day) + timedelta(days=count), latest).isoformat()
