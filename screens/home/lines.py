"""What stands in the rows of Home, in words."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from msgspec.structs import replace
from rich.cells import cell_len

from cartui.services.glance import GroupLine
from cartui.services.glance_news import News
from screens.parts.columns import Column
from screens.parts.rows import Face
from screens.parts.symbols import mark

GROUPS = (
    Column(key="name", title="Group", least=14, most=36, share=1),
    Column(key="stages", title="Where the cards are", least=46, share=9),
    Column(key="waits", title="Waits", least=5, rank=2, right=True),
    Column(key="owed", title="Owed", least=5, rank=1, right=True),
    Column(key="ended", title="Ended", least=5, rank=3, right=True),
    Column(key="cycle", title="Cycle", least=22, most=28, share=1, rank=4),
)
# What names and signs may share where the panes stand side by side, beside waits and owed.
NARROWEST = 52
FOR_MEMBERS = frozenset({"waits", "owed"})
PUBLIC_GROUPS = tuple(column for column in GROUPS if column.key not in FOR_MEMBERS)
NEWS = (
    Column(key="when", title="When", least=7),
    Column(key="what", title="What", least=24, share=4),
    Column(key="group", title="Group", least=8, rank=1),
    Column(key="who", title="Who", least=8, most=16, rank=2),
)


class GroupCounts:
    """How much waits and is owed, by group."""

    def __init__(
        self, waits: Mapping[str, int] | None = None, owed: Mapping[str, int] | None = None
    ) -> None:
        self.waits, self.owed = waits or {}, owed or {}


def fitted(columns: Sequence[Column], lines: Sequence[GroupLine]) -> tuple[Column, ...]:
    """Return the columns for these groups: names are whole before stages are spelt out."""
    names = max((cell_len(line.name) for line in lines), default=0)
    signs = max(20, min(46, max((len(_short(line)) for line in lines), default=0)))
    whole = max(14, min(36, names))
    fits = {
        "name": {"share": 9, "most": whole, "least": max(14, min(whole, NARROWEST - signs))},
        "stages": {"share": 1, "least": signs},
    }
    return tuple(replace(column, **fits.get(column.key, {})) for column in columns)


def with_groups(columns: Sequence[Column], lines: Iterable[GroupLine]) -> tuple[Column, ...]:
    """Return the columns with room for the groups' names; none is needed where there is one."""
    names = [cell_len(line.name) for line in lines]
    if len(names) < 2:
        return tuple(replace(c, least=0, most=0) if c.key == "group" else c for c in columns)
    least = max(5, min(16, max(names)))
    return tuple(replace(c, least=least) if c.key == "group" else c for c in columns)


def group_face(line: GroupLine, wide: int, counts: GroupCounts) -> Face:
    """Return a group's row; with little room the stages shrink to their signs."""
    owes, waits = counts.owed.get(line.uid, 0), counts.waits.get(line.uid, 0)
    owed = f"{mark('owed')} {owes}" if owes else ""
    return Face(
        (line.name, stage_words(line, wide), str(waits or ""), owed, _ended(line), line.cycle)
    )


def public_face(line: GroupLine, wide: int) -> Face:
    """Return a group's row for outsiders: nothing of what waits or is owed."""
    return Face((line.name, stage_words(line, wide), _ended(line), line.cycle))


def _ended(line: GroupLine) -> str:
    return str(line.ended) if line.ended else ""


def stage_words(line: GroupLine, wide: int) -> str:
    """Return "Topic 1 | Data 3" in `wide` cells, or "T1 D3" if that is too long.

    If even that is too long the empty stages are left out.
    """
    gap = f" {mark('bar')} "
    whole = gap.join(f"{stage.name} {stage.count}" for stage in line.stages)
    if len(whole) <= wide:
        return whole
    short = _short(line)
    if len(short) <= wide:
        return short
    return " ".join(f"{stage.sign}{stage.count}" for stage in line.stages if stage.count)


def _short(line: GroupLine) -> str:
    return " ".join(f"{stage.sign}{stage.count}" for stage in line.stages)


def news_face(news: News, words: str, now: datetime) -> Face:
    """Return the row of what is new."""
    change = news.change
    what = f"{news.times} times: {words}" if news.times > 1 else words
    return Face((short_time(change.at, now), what, news.group, change.actor or "not said"))


def short_time(at: str, now: datetime) -> str:
    """Return a time today as HH:MM, this year as "2 Mar", else as year and month."""
    try:
        when = datetime.fromisoformat(at).astimezone()
    except ValueError:
        return ""
    today = now.astimezone()
    if when.date() == today.date():
        return when.strftime("%H:%M")
    if when.year == today.year:
        return f"{when.day} {when:%b}"
    return when.strftime("%Y-%m")
