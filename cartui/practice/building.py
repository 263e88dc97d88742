"""Building a practice programme: its story is told through the services, then set down once."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct

from cartui.model.kinds import OPEN
from cartui.model.records import Registry
from cartui.practice.copying import empty_place
from cartui.practice.draft_story import draft_acts
from cartui.practice.front import open_acts
from cartui.practice.large import large_acts
from cartui.practice.meeting_story import meeting_acts
from cartui.practice.rule_story import rule_acts
from cartui.practice.story import (
    card_stories,
    draft_stories,
    meeting_stories,
    opening,
    rule_stories,
    story,
)
from cartui.practice.telling import Act, StoryClock, Telling, storyteller, tell
from cartui.store.durable import saving, write_new
from cartui.store.folders import prepare_below
from cartui.store.identity import Identity
from cartui.store.workspace import Workspace

LARGE = "large"


class BackHalf(Struct, frozen=True, kw_only=True):
    """The back stage's part of a story, given by the back stage itself."""

    kinds: Registry
    acts: Sequence[Act]


def build(programme: str, target: Path, back: BackHalf | None = None) -> Path:
    """Build a practice programme in an empty or missing folder, with its history; return it.

    Built twice it is the same, byte for byte, on the same local dates. Without `back` it has no
    back stage. Raises NoSuchProgramme, NotAPracticeFolder if anything stands in the folder.
    """
    empty_place(target)
    told, clock = opening(programme), StoryClock()
    acts = _WRITTEN_ELSEWHERE.get(programme, partial(_acts_of, programme))()
    acts += back.acts if back else ()
    with TemporaryDirectory() as scratch:
        first = Path(scratch) / "told"
        identity = storyteller(programme, told.facilitator, clock)
        workspace = _opened(first, identity, back)
        try:
            tell(acts, Telling(workspace), clock)
        finally:
            workspace.close()
        _only_journals_and_texts(first, target)
    # The tables are written once, from the journals: how often they were on the way is chance.
    _opened(target, identity, back).close()
    return target


_WRITTEN_ELSEWHERE: Mapping[str, Callable[[], list[Act]]] = {LARGE: large_acts}
"""Programmes that are more than one group, and are put together from what is written."""


def _acts_of(programme: str) -> list[Act]:
    acts = open_acts(story(programme), card_stories(programme))
    acts += [*rule_acts(rule_stories(programme)), *draft_acts(draft_stories(programme))]
    held = meeting_stories(programme)
    return [*acts, *meeting_acts(held)] if held is not None else acts


def _opened(folder: Path, identity: Identity, back: BackHalf | None) -> Workspace:
    workspace = Workspace.open(folder, open_kinds=OPEN, identity=identity)
    if back is not None:
        workspace.open_back(back.kinds)
    return workspace


def _only_journals_and_texts(source: Path, target: Path) -> None:
    with saving():
        for each in sorted([*source.glob("journal/*.jsonl"), *source.glob("groups/*/texts/*.md")]):
            relative = each.relative_to(source).as_posix()
            prepare_below(target, relative)
            write_new(target / relative, each.read_bytes())
