"""A workspace in which everything that Home lists waits or is owed, in two groups."""

from pathlib import Path

from cartui.exchange.critic_markup import CriticComment
from cartui.model.drafts import Draft, DraftVersion, Verdict
from cartui.model.kinds import OPEN
from cartui.model.people import Person
from cartui.model.rules import Position
from cartui.services.board import Board
from cartui.services.drafts import Drafts
from cartui.services.feedback import Feedback
from cartui.services.ground_rules import GroundRules
from cartui.services.programmes import Programmes
from cartui.services.roster import Roster
from cartui.store.workspace import Workspace
from tests.screens.stage import identity, members, north

WORDS = tuple(f"Word{n}" for n in range(1, 7))
TEXT = "\n\n".join(f"{word} stands in a paragraph of its own, number {word}." for word in WORDS)
RULES = ("We listen to understand, not to reply.", "Job titles stay at the door.")


def workshop(folder: Path, prefix: str = "h") -> Workspace:
    """Open the workspace to prepare something in it."""
    return Workspace.open(folder, open_kinds=OPEN, identity=identity("f0f0f0f0", prefix=prefix))


def full(folder: Path) -> tuple[str, str]:
    """North has drafts and owes a why; South has rules. Returns the uids of both groups."""
    one = north(folder)
    ws = workshop(folder)
    two = Programmes(ws, members).start_group("South").about[0]
    _owe_a_why(ws, one)
    _write_drafts(ws, one)
    _adopt_rules(ws, two)
    ws.close()
    return one, two


def _owe_a_why(ws: Workspace, group: str) -> None:
    board = Board(ws, members, group)
    board.advance(next(card for card in board.cards() if card.title == "Falls log"))


def _write_drafts(ws: Workspace, group: str) -> None:
    """One waits for the facilitator, a comment of it lost, a reason owed; one waits for Asha."""
    drafts, feedback = Drafts(ws, members, group), Feedback(ws, members, group)
    mine = begun(drafts, "Night visits")
    remarks = feedback.remarks(mine, newest(drafts, mine))
    feedback.answer([remarks[1].comment], Verdict.DECLINE)
    feedback.answer([remarks[2].comment], Verdict.LATER)
    drafts.new_version(mine, TEXT.replace("Word4 stands in", "Gone is").replace("Word4", "it"))
    hers = begun(drafts, "Carers at work")
    drafts.set_turn(hers, _person(ws, "Asha Rao"))


def begun(drafts: Drafts, title: str) -> Draft:
    """Begin a draft with a comment on the first word of each paragraph."""
    said = [
        CriticComment(start=TEXT.index(word), end=TEXT.index(word) + 5, text=f"Why {word}?")
        for word in WORDS
    ]
    return drafts.draft(drafts.add(None, title, TEXT, comments=said).about[0])


def newest(drafts: Drafts, draft: Draft) -> DraftVersion:
    """Return the newest version of a draft."""
    version = drafts.newest(draft)
    assert version is not None
    return version


def _adopt_rules(ws: Workspace, group: str) -> None:
    """Dev objects without a reason, Esi came later, and the second rule's review is due."""
    roster = Roster(ws, members)
    for name in ("Dev Patel", "Gwen Lloyd"):
        roster.add(name, group)
    rules = GroundRules(ws, members, group)
    for text in RULES:
        rules.propose(text)
    first, second = (line.rule for line in rules.rules())
    rules.rest_agree(first)
    rules.adopt(second, {_person(ws, "Dev Patel"): Position.OBJECT})
    rules.rest_agree(second)
    rules.set_review("2026-02-20", second)
    roster.add("Esi Mensah", group)


def _person(ws: Workspace, name: str) -> str:
    return next(uid for uid, each in ws.table(Person).items() if each.name == name)
