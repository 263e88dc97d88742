"""How a thing that is raised at a meeting is called, read from open records alone."""

from collections.abc import Callable
from typing import Any

from cartui.model.cycles import Card, Dilemma, Move
from cartui.model.drafts import Comment, Draft, Reply
from cartui.model.meetings import Capture, CaptureKind, Meeting, Segment
from cartui.model.notes import Note
from cartui.model.people import Group
from cartui.model.rules import Adoption, Rule, Wording
from cartui.store.workspace import Workspace

SHORT = 90
"""Signs of a longer text that are said of it."""


def called(workspace: Workspace, uid: str, group: str) -> str:
    """Return what an open record of a group is called; "" if it is none, or is about a person."""
    if (found := workspace.get(Group, uid)) is not None:
        return f"the group {found.name}"
    for kind, say in _SAYS:
        record: Any = workspace.get(kind, uid, group)
        if record is not None:
            return say(record)
    if workspace.get(Rule, uid, group) is not None:
        return f"rule {_quoted(_rule_words(workspace, uid, group))}"
    if (within := _within(workspace, uid, group)) is not None:
        return called(workspace, within, group)
    return ""


def _within(workspace: Workspace, uid: str, group: str) -> str | None:
    """Return the uid of the thing that a move, a wording or a reply belongs to."""
    if (move := workspace.get(Move, uid, group)) is not None:
        return move.card
    if (reply := workspace.get(Reply, uid, group)) is not None:
        return reply.comment
    if (wording := workspace.get(Wording, uid, group)) is not None:
        return wording.rule
    adoption = workspace.get(Adoption, uid, group)
    return adoption.rule if adoption is not None else None


def _rule_words(workspace: Workspace, uid: str, group: str) -> str:
    worded = [each for each in workspace.table(Wording, group).values() if each.rule == uid]
    newest = max(worded, key=lambda each: (each.number, each.at, each.uid), default=None)
    return newest.text if newest is not None else ""


def _capture(record: Capture) -> str:
    word = "parked" if record.kind == CaptureKind.PARKED else record.kind
    return f"{word} {_quoted(record.text)}"


def _meeting(record: Meeting) -> str:
    return f"meeting {record.number}" + (f", {record.title}" if record.title else "")


def _quoted(text: str) -> str:
    """Return a text in quotes, a long one shortened at a blank."""
    line = " ".join(text.split())
    if len(line) > SHORT:
        line = line[:SHORT].rpartition(" ")[0] or line[:SHORT]
        line += " ..."
    return f"“{line}”"


_SAYS: tuple[tuple[type[Any], Callable[[Any], str]], ...] = (
    (Card, lambda each: f"card {_quoted(each.title)}"),
    (Draft, lambda each: f"draft {_quoted(each.title)}"),
    (Comment, lambda each: f"comment {_quoted(each.text)}"),
    (Dilemma, lambda each: f"dilemma {_quoted(each.text)}"),
    (Note, lambda each: f"note {_quoted(each.text)}"),
    (Segment, lambda each: f"agenda {_quoted(each.title)}"),
    (Capture, _capture),
    (Meeting, _meeting),
)
