"""What waits and what is owed, in words: its row, the sum above the list, the one next step."""

from collections.abc import Callable, Sequence
from datetime import datetime

from msgspec.structs import replace

from cartui.services.glance_errands import Errand, Matter
from screens.parts.cells import clip
from screens.parts.columns import Column
from screens.parts.rows import Face
from screens.parts.symbols import mark

OWED = (
    Column(key="what", title="What", least=12),
    Column(key="name", title="Of", least=16, most=60, share=3),
    Column(key="more", title="More", least=12, share=2, rank=2),
    Column(key="age", title="Since", least=9, rank=1, right=True),
    Column(key="group", title="Group", least=8, rank=3),
)
# What waits is said in its first words; so its names have the room, and all that room: the
# columns at the right stand under each other in both lists.
_NO_MORE = {"more": {"least": 0, "most": 0, "share": 0}, "name": {"most": 0}}
WAITS = tuple(replace(column, **_NO_MORE.get(column.key, {})) for column in OWED)


def many(count: int, one: str, more: str = "") -> str:
    """Return "1 why" or "3 whys"."""
    return f"1 {one}" if count == 1 else f"{count} {more or one + 's'}"


# --- rows

_WHAT: dict[Matter, Callable[[int], str]] = {
    Matter.MEETING: lambda n: "meeting",
    Matter.DRAFT: lambda n: f"{n} to answer",
    Matter.PLACE: lambda n: f"{n} to place",
    Matter.REVIEW: lambda n: "review due",
    Matter.ADOPTION: lambda n: f"{n} to adopt",
    Matter.WHY: lambda n: "why",
    Matter.VERDICT: lambda n: many(n, "reason"),
    Matter.POSITION: lambda n: many(n, "reason"),
    Matter.ANSWER: lambda n: many(n, "answer"),
    Matter.ACTION: lambda n: "action",
    Matter.HOW: lambda n: "how",
    Matter.RECORD: lambda n: "to confirm",
    Matter.RAISED: lambda n: "to raise",
}


MORE = {Matter.VERDICT: "of verdicts", Matter.HOW: "it was decided"}
"""What is said after the name, so that the row reads as words."""


def errand_face(errand: Errand, now: datetime) -> Face:
    """Return the row of an errand."""
    old, group = age(errand.since, now), errand.group
    if errand.matter is Matter.MEETING:  # when it begins is said, not how old that is
        words = errand.words or "meeting"
        return Face((words, errand.name, "", "", group), "strong" if errand.count else "muted")
    if not errand.count:
        return Face((errand.words or "your turn", errand.name, "", old, group), "muted")
    what = _WHAT[errand.matter](errand.count)
    if errand.waits:
        return Face((what, errand.name, "", old, group))
    more = errand.words or MORE.get(errand.matter, "")
    return Face((f"{mark('owed')} {what}", errand.name, more, old, group))


def age(since: str, now: datetime) -> str:
    """Return how long ago a time was: "today", "9 days", "11 weeks", "9 months", "2 years"; "" if
    unknown. It goes from weeks to months, and on to years, when the time in a stage does.
    """
    try:
        when = datetime.fromisoformat(since)
    except ValueError:
        return ""
    day = when.astimezone().date() if when.tzinfo is not None else when.date()
    days = (now.astimezone().date() - day).days
    if days < 1:
        return "today"
    if days < 28:
        return many(days, "day")
    if days < 84:
        return many(days // 7, "week")
    return many(days // 30, "month") if days < 730 else many(days // 365, "year")


# --- the sum above a list


ALIKE = frozenset({"to adopt", "to say how", "record to confirm"})
"""Words that are the same for several."""


def waits_sum(errands: Sequence[Errand]) -> str:
    """Return what waits, summed up."""
    drafts = [each for each in errands if each.matter is Matter.DRAFT]
    answers = sum(each.count for each in drafts)
    places = sum(each.count for each in errands if each.matter is Matter.PLACE)
    words = [many(len(drafts), "draft") if drafts else ""]
    words += [f"{answers} to answer" if answers else "", f"{places} to place" if places else ""]
    return ", ".join(filter(None, words))


def owed_sum(errands: Sequence[Errand]) -> str:
    """Return what is owed, summed up by what it is."""
    sums: list[tuple[tuple[Matter, ...], str]] = [
        ((Matter.REVIEW,), "review"),
        ((Matter.ADOPTION,), "to adopt"),
        ((Matter.WHY,), "why"),
        ((Matter.VERDICT, Matter.POSITION), "reason"),
        ((Matter.ANSWER,), "answer"),
        ((Matter.ACTION,), "action"),
        ((Matter.HOW,), "to say how"),
        ((Matter.RECORD,), "record to confirm"),
    ]
    found = []
    for matters, word in sums:
        count = sum(each.count for each in errands if each.matter in matters)
        if count:
            found.append(f"{count} {word}" if word in ALIKE else many(count, word))
    return ", ".join(found)


# --- the next step

OPENS = "> opens it."
STOPS = ".?!"
"""What ends a sentence already, also within its quotes."""

_NEXT: dict[Matter, Callable[[Errand], str]] = {
    Matter.MEETING: lambda e: f"{e.words or 'the meeting'}, ",
    Matter.DRAFT: lambda e: f"{many(e.count, 'comment waits', 'comments wait')} for you on ",
    Matter.PLACE: lambda e: f"show where {many(e.count, 'comment belongs', 'comments belong')} in ",
    Matter.REVIEW: lambda e: "look again at the rule ",
    Matter.ADOPTION: lambda e: f"{many(e.count, 'person has', 'people have')} still to adopt ",
    Matter.WHY: lambda e: "a why is owed: ",
    Matter.VERDICT: lambda e: f"{many(e.count, 'verdict owes its', 'verdicts owe their')} reason: ",
    Matter.POSITION: lambda e: f"{many(e.count, 'reason is', 'reasons are')} owed on ",
    Matter.ANSWER: lambda e: f"{many(e.count, 'answer is', 'answers are')} owed on ",
    Matter.ACTION: lambda e: "an action is open: ",
    Matter.HOW: lambda e: "say how it was decided: ",
    Matter.RAISED: lambda e: "to be raised: ",
    Matter.RECORD: lambda e: "the group has still to confirm the record of ",
}


def next_words(errand: Errand, wide: int, now: datetime) -> str:
    """Return the next step in `wide` cells: the name gives way, the key never does."""
    waits = age(errand.since, now) if errand.matter is Matter.DRAFT else ""
    oldest = f", the oldest {waits}" if waits not in ("", "today") else ""
    before, after = f"Next: {_NEXT[errand.matter](errand)}", f". {OPENS}"
    title, quoted, more = errand.name.rpartition("”")  # what is cut off is cut within the quotes
    room = wide - len(before) - len(after)
    if room - len(oldest) >= min(30, len(errand.name)):
        room, after = room - len(oldest), oldest + after
    if quoted and title.startswith("“"):
        said = f"{before}“{clip(title[1:], max(10, room - 2 - len(more)))}”{more}"
    else:
        said = f"{before}{clip(errand.name, max(10, room))}"
    ended = said.rstrip("”").endswith((*STOPS, mark("more")))
    return said + (after.removeprefix(".") if ended else after)
