"""What is new, as Home lists it: like changes in one line, and where the thing stands."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from cartui.model.cycles import Card, Move
from cartui.model.drafts import Comment, Draft
from cartui.model.meetings import Capture, Meeting, Segment
from cartui.model.people import Group, Person
from cartui.model.rules import Adoption, Rule, Wording
from cartui.services.glance_errands import Thing, Where
from cartui.store.events import Change
from cartui.store.workspace import Workspace

LIKE = ("feedback.", "rules.use", "presence.")
"""Verbs that are done many times in a row, and read the same each time."""


class News(Struct, frozen=True, kw_only=True):
    """A change that is new; `times` how often the same was done in a row. `change` is the newest.

    `group` is the name of the group it was done in, "" for none.
    """

    change: Change
    times: int = 1
    group: str = ""


def bundled(changes: Sequence[Change], workspace: Workspace) -> list[News]:
    """Return the news in the same order, newest first, what reads the same in one line."""
    found: list[News] = []
    for change in changes:
        last = found[-1] if found else None
        if last is not None and _alike(last.change, change):
            found[-1] = News(change=last.change, times=last.times + 1, group=last.group)
            continue
        group = workspace.get(Group, group_of(change))
        found.append(News(change=change, group=group.name if group is not None else ""))
    return found


def group_of(change: Change) -> str:
    """Return the uid of the group a change was made in, "" for none."""
    return next((event.group for event in change.events if event.group), "")


def where_of(change: Change, workspace: Workspace) -> Where | None:
    """Return where the thing stands that was changed; None if there is nothing to open (now)."""
    group = group_of(change)
    uids = tuple(dict.fromkeys((*change.about, *(event.uid for event in change.events))))
    found = next((each for uid in uids for each in standing(uid, group, workspace)), None)
    if found is None or found.thing is not Thing.DRAFT or found.within:
        return found
    comments = (workspace.get(Comment, uid, group) for uid in uids)
    within = next((each.uid for each in comments if each is not None), "")
    return Where(thing=found.thing, group=group, uid=found.uid, within=within)


def standing(uid: str, group: str, workspace: Workspace) -> Iterator[Where]:
    """Yield where a thing stands, of a group or of the programme."""
    if group:
        yield from _in_group(uid, group, workspace)
    if workspace.get(Person, uid) is not None:
        yield Where(thing=Thing.PERSON, group=group, uid=uid)
    if (found := workspace.get(Group, uid)) is not None and not found.away:
        yield Where(thing=Thing.GROUP, group=uid, uid=uid)


def _in_group(uid: str, group: str, workspace: Workspace) -> Iterator[Where]:
    if workspace.get(Card, uid, group) is not None:
        yield Where(thing=Thing.CARD, group=group, uid=uid)
    if (move := workspace.get(Move, uid, group)) is not None:
        yield Where(thing=Thing.CARD, group=group, uid=move.card, within=uid)
    if workspace.get(Draft, uid, group) is not None:
        yield Where(thing=Thing.DRAFT, group=group, uid=uid)
    if (comment := workspace.get(Comment, uid, group)) is not None:
        yield Where(thing=Thing.DRAFT, group=group, uid=comment.draft, within=uid)
    if workspace.get(Rule, uid, group) is not None:
        yield Where(thing=Thing.RULE, group=group, uid=uid)
    if (wording := workspace.get(Wording, uid, group)) is not None:
        yield Where(thing=Thing.RULE, group=group, uid=wording.rule)
    if (meeting := workspace.get(Meeting, uid, group)) is not None and not meeting.away:
        yield Where(thing=Thing.MEETING, group=group, uid=uid)
    if (capture := workspace.get(Capture, uid, group)) is not None:
        yield Where(thing=Thing.MEETING, group=group, uid=capture.meeting, within=uid)
    if (segment := workspace.get(Segment, uid, group)) is not None:
        yield Where(thing=Thing.MEETING, group=group, uid=segment.meeting)
    if (adoption := workspace.get(Adoption, uid, group)) is not None:
        yield Where(thing=Thing.RULE, group=group, uid=adoption.rule)


def _alike(one: Change, other: Change) -> bool:
    return (
        one.verb.startswith(LIKE)
        and (one.verb, one.actor, one.about[:1]) == (other.verb, other.actor, other.about[:1])
        and group_of(one) == group_of(other)
    )
