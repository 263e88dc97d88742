"""The records of a group's feedback, laid out by what they belong to."""

from collections.abc import Iterable
from typing import TypeVar

from msgspec import Struct, field

from cartui.model.drafts import Answered, Comment, Draft, DraftVersion, Place, Reply
from cartui.model.people import Person
from cartui.model.records import Record
from cartui.store.workspace import Workspace

READ: tuple[type[Record], ...] = (Comment, Place, Answered, Reply, Draft, DraftVersion, Person)
"""The kinds that what is shown of a draft depends on."""

_R = TypeVar("_R", Answered, Reply)


class Gathered(Struct, frozen=True, kw_only=True):
    """Comments by draft, places by version and comment, verdicts and replies by comment, and the
    newest version by draft.
    """

    comments: dict[str, list[Comment]] = field(default_factory=dict)
    places: dict[str, dict[str, Place]] = field(default_factory=dict)
    answers: dict[str, Answered] = field(default_factory=dict)
    replies: dict[str, list[Reply]] = field(default_factory=dict)
    newest: dict[str, DraftVersion] = field(default_factory=dict)


def gathered(workspace: Workspace, group: str) -> Gathered:
    """Read all the records of a group once."""
    found = Gathered(answers=answers_in(workspace, group))
    for comment in workspace.table(Comment, group).values():
        found.comments.setdefault(comment.draft, []).append(comment)
    for place in workspace.table(Place, group).values():
        here = found.places.setdefault(place.version, {})
        kept = here.get(place.comment)
        if kept is None or _weight(place) > _weight(kept):
            here[place.comment] = place
    for reply in _by_time(workspace.table(Reply, group).values()):
        if not reply.away:
            found.replies.setdefault(reply.comment, []).append(reply)
    for version in sorted(workspace.table(DraftVersion, group).values(), key=version_rank):
        found.newest[version.draft] = version
    return found


def answers_in(workspace: Workspace, group: str) -> dict[str, Answered]:
    """Return the verdict on each comment, the newest of several."""
    found = _by_time(workspace.table(Answered, group).values())
    return {answered.comment: answered for answered in found}


def version_rank(version: DraftVersion) -> tuple[int, str, str]:
    """Return the key that puts versions in order; of two made apart the older comes first."""
    return version.number, version.at, version.uid


def _weight(place: Place) -> tuple[bool, str]:
    """Of two places of one comment a person's counts more than the machine's."""
    return place.how == "hand", place.uid


def _by_time(records: Iterable[_R]) -> list[_R]:
    return sorted(records, key=lambda each: (each.at, each.uid))
