"""What waits to be raised at the next meeting of a group, as Home lists it."""

from collections.abc import Iterator

from cartui.model.meetings import Raised
from cartui.model.people import Group
from cartui.services.glance_errands import Errand, Matter, Thing, Where
from cartui.services.glance_news import standing
from cartui.services.raised_words import called
from cartui.store.workspace import Workspace


def raised_errands(workspace: Workspace, group: Group) -> Iterator[Errand]:
    """Yield one errand for each thing that waits. It is nothing to be done: its count is 0."""
    kept = workspace.table(Raised, group=group.uid).values()
    waits = sorted(
        (each for each in kept if not each.away and not each.meeting),
        key=lambda each: (each.at, each.uid),
    )
    seen: set[str] = set()
    for each in waits:
        key = each.about or each.uid
        if key not in seen:
            seen.add(key)
            yield _errand(workspace, group, each)


def _errand(workspace: Workspace, group: Group, raised: Raised) -> Errand:
    found = next(standing(raised.about, group.uid, workspace), None)
    where = found or Where(thing=Thing.MEETING, group=group.uid, within=raised.uid)
    return Errand(
        matter=Matter.RAISED,
        where=where,
        group=group.name,
        name=called(workspace, raised.about, group.uid) or raised.words,
        words="to raise",
        count=0,
        since=raised.at,
    )
