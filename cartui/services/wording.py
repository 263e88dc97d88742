"""What a change did, in words made when it is read: no name stands in the journal as prose."""

from collections.abc import Mapping

from cartui.model.cycles import Card, CycleTemplate, Dilemma
from cartui.model.drafts import Draft
from cartui.model.meetings import AgendaTemplate, Capture, Meeting, Raised, Segment
from cartui.model.people import Group, Person, Programme
from cartui.model.records import Record
from cartui.model.rules import Rule
from cartui.model.rules import Wording as RuleWording
from cartui.store.events import Change
from cartui.store.reading import last_known
from cartui.store.workspace import Workspace

TURNED = {"undo": "Took back: {}", "redo": "Did again: {}"}
NAMED: tuple[tuple[type[Record], str], ...] = (
    (Person, "name"),
    (Group, "name"),
    (Programme, "name"),
    (CycleTemplate, "name"),
)
NAMED_IN_GROUPS: tuple[tuple[type[Record], str], ...] = (
    (Card, "title"),
    (Dilemma, "text"),
    (RuleWording, "text"),
    (Draft, "title"),
    (Segment, "title"),
    (Capture, "text"),
    (Raised, "words"),
    (AgendaTemplate, "name"),
)


class Wording:
    """Sentences for changes. `verbs` maps a verb's name to its words, with {0} for what it is
    about; the app adds the back stage's verbs in BACK only.
    """

    def __init__(self, *verbs: Mapping[str, str]) -> None:
        self._verbs: dict[str, str] = {}
        for words in verbs:
            self._verbs.update(words)

    def sentence(self, change: Change, workspace: Workspace) -> str:
        """Return what a change did, in one plain sentence without a full stop."""
        if change.verb in TURNED:
            verb, *about = _what_was_done(change)
            words = self._words(verb, tuple(about), workspace)
            return TURNED[change.verb].format(words[:1].lower() + words[1:])
        return self._words(change.verb, change.about, workspace)

    def _words(self, verb: str, about: tuple[str, ...], workspace: Workspace) -> str:
        words = self._verbs.get(verb)
        if words is None:
            return "Made a change"
        names = [name_of(uid, workspace) for uid in about]
        return words.format(*names, *[""] * words.count("{")).strip()


def _what_was_done(change: Change) -> tuple[str, ...]:
    """Return the verb and what it was about, of a change taken back and done again any times."""
    about = change.about
    while about and about[0] in TURNED:
        about = about[1:]
    return about or ("",)


def name_of(uid: str, workspace: Workspace) -> str:
    """Return the name of what a uid stands for now, or stood for before it was taken back.

    Words that are no uid stay as they are.
    """
    for kind, field in NAMED:
        if (known := last_known(workspace.sides(), kind, uid)) is not None and known.get(field):
            return str(known[field])
    for group in workspace.group_uids():
        for kind, field in NAMED_IN_GROUPS:
            known = last_known(workspace.sides(), kind, uid, group)
            if known is not None and known.get(field):
                return str(known[field])
        if last_known(workspace.sides(), Rule, uid, group) is not None:
            return _words_of_rule(uid, workspace, group)
        if (known := last_known(workspace.sides(), Meeting, uid, group)) is not None:
            return str(known.get("title") or f"no. {known.get('number', 0)}")
    return "something put away" if len(uid) == 32 and uid.isalnum() else uid


def _words_of_rule(uid: str, workspace: Workspace, group: str) -> str:
    """Return a ground rule as it is worded now; a rule has no other name."""
    worded = [each for each in workspace.table(RuleWording, group).values() if each.rule == uid]
    newest = max(worded, key=lambda each: (each.number, each.at, each.uid), default=None)
    return f"“{newest.text}”" if newest is not None else "a rule"
