"""Hostile text in every field of a workspace, and the bytes that reach a real terminal."""

from pathlib import Path

import pytest

from cartui.backstage.kinds import BACK
from cartui.model.cycles import Answer, Card, Dilemma, Move
from cartui.model.drafts import Answered, Comment, Draft, DraftVersion, Place, Reply
from cartui.model.kinds import OPEN
from cartui.model.meetings import (
    AgendaTemplate,
    Attendance,
    Capture,
    CaptureKind,
    Meeting,
    Part,
    Raised,
    Segment,
    Slot,
)
from cartui.model.notes import Note
from cartui.model.people import Group, Membership, Partnership, Person, Programme
from cartui.model.records import Record
from cartui.model.rooms import Room
from cartui.model.rules import Adoption, Line, Rule, RulesVersion, RuleUse, Wording
from cartui.store.identity import Identity
from cartui.store.workspace import Workspace
from tests.e2e.conftest import Open
from tests.hostile import CONTROL, HOSTILE, MARKUP, alive

WALK = {
    "1": ("down", "tab", "down", "i", "esc", "f2", "esc"),
    "2": ("down", "down", "enter", "esc", "i", "esc", "f2", "esc", "/", "A", "esc", "esc"),
    "3": ("down", "enter", "esc", "i", "esc", "l", "esc", "right", "f2", "esc", ">", "u"),
    "4": (
        "down",
        "enter",
        "esc",
        "i",
        "esc",
        "a",
        "down",
        "esc",
        "v",
        "<",
        "esc",
        "R",
        "esc",
        "f2",
        "esc",
        "/",
        "A",
        "esc",
        "esc",
        "l",
        "u",
    ),
}
WALK["5"] = (
    *("down", "i", "esc", "w", "esc", "e", "esc", "enter", "v", ">", "down", "z", "z", "enter"),
    *("esc", "c", "s", "enter", "esc", "e", "esc", "t", "u", "R", "esc", "E", "esc", "f2", "esc"),
    *("esc", "esc"),
)
WALK["6"] = (
    *(
        "home",
        "down",
        "e",
        "esc",
        "d",
        "down",
        "e",
        "esc",
        "w",
        "esc",
        "t",
        "esc",
        "esc",
        "S",
        "esc",
    ),
    *("R", "esc", "m", "esc", "z", "z", "v", "v", "i", "esc", "f2", "esc", "/", "A", "esc", "esc"),
    *("r", "u", "X", "u"),
    *("enter", "down", "v", "esc", "L", "esc", "a", "esc", "i", "esc", "f2", "esc", "esc"),
)
EVERYWHERE = (":", "esc", "?", "esc", "g", "esc", "c", "x", "enter", "u")
PRESENTED = ("p", ">", "b", "b", "q", "esc")
"""The page for the room; where it asks for words instead, they are let go."""


@pytest.fixture
def attacked(workspace_folder: Path, identity: Identity) -> Path:
    """A workspace whose every text is hostile, written past everything that cleans."""
    ws = Workspace.open(workspace_folder, open_kinds=OPEN, identity=identity)
    ws.open_back(BACK)
    for number, text in enumerate(HOSTILE.values()):
        group, person = f"g{number}", f"p{number}"
        draft = ws.draft("test.attack", about=(text,))
        if number == 0:
            draft.create(Programme(uid="pr", name=text))
        draft.create(Partnership(uid=f"ps{number}", name=text, kind=text))
        draft.create(Group(uid=group, name=text, kind=text, area=text, cycle="CS5"))
        draft.create(Person(
            uid=person, name=text, label=text, agency=text, profession=text, job_role=text,
            area=text, sector=text,
        ))  # fmt: skip
        draft.create(Membership(
            uid=f"m{number}", person=person, group="g0", role=text, why_joined=text, joined=text,
        ))  # fmt: skip
        draft.create(Note(uid=f"n{number}", about=person, text=text, by=text, at=ws.now()))
        ws.commit(draft, room=Room.MEMBERS)
        draft = ws.draft("test.attack", about=(text,), group="g0")
        draft.create(Card(
            uid=f"c{number}", title=text, kind=text, owners=(person,), area=text, cycle="CS5",
            stage="topic", next_step=text, next_owner=person, next_due=text, learning=text,
        ))  # fmt: skip
        draft.create(Move(
            uid=f"v{number}", card=f"c{number}", from_name=text, to_name=text, justification="",
            at=ws.now(), agreed_with=text,
        ))  # fmt: skip
        draft.create(Answer(uid=f"a{number}", card=f"c{number}", field="aim", text=text))
        draft.create(Dilemma(uid=f"d{number}", card=f"c{number}", text=text, handling=text))
        made = (*_rules(number, person, text), *_feedback(number, person, text))
        for record in (*made, *_meeting(number, person, text)):
            draft.create(record)
        kept = draft.keep_text(f"{text}\n\n# {text}\n\n- {text}\n\n> {text}")
        draft.create(DraftVersion(uid=f"dv{number}", draft=f"dr{number}", text=kept, source=text))
        ws.commit(draft, room=Room.MEMBERS)
    ws.close()
    return workspace_folder


def _rules(number: int, person: str, text: str) -> tuple[Record, ...]:
    """Return a rule in two wordings, with positions, a use and the version of a day."""
    rule, worded = f"r{number}", (f"w{number}", f"x{number}")
    return (
        Rule(uid=rule, purpose=text, order=number, made_on=text, review_due="2026-01-01",
             reviewed_on=text, outcome=text),
        *(Wording(uid=uid, rule=rule, number=n, text=text, at=text)
          for n, uid in enumerate(worded, start=1)),
        *(Adoption(uid=f"{uid}.{person}", rule=rule, wording=uid, person=person, position="object",
                   reason=text, on=text) for uid in worded),
        RuleUse(uid=f"z{number}", rule=rule, wording=worded[0], on=text),
        RulesVersion(uid=f"y{number}", number=number, on=f"2026-01-{number + 1:02}",
                     lines=(Line(rule=rule, wording=worded[0]),)),
    )  # fmt: skip


def _feedback(number: int, person: str, text: str) -> tuple[Record, ...]:
    """Return a draft with a comment on a passage, its verdict and a reply."""
    draft, comment = f"dr{number}", f"dc{number}"
    return (
        Draft(uid=draft, title=text, author=person, ask=text, lens=text, turn=person),
        Comment(uid=comment, draft=draft, by=person, name=text, lens=text, tone=text, text=text),
        Place(uid=f"dp{number}", comment=comment, version=f"dv{number}", end=3, quote=text,
              before=text, after=text, state="unsure"),
        Answered(uid=f"da{number}", comment=comment, verdict="decline", reason=text),
        Reply(uid=f"ds{number}", comment=comment, name=text, text=text),
    )  # fmt: skip


def _meeting(number: int, person: str, text: str) -> tuple[Record, ...]:
    """Return a meeting: a part of its agenda, what was caught and raised, a slot, a template."""
    meeting = f"e{number}"
    return (
        Meeting(uid=meeting, number=number, title=text, kind=text, on=text, start=text, venue=text,
                area=text, slot_agreed_by=text, slots=(Slot(on=text, start=text, venue=text),)),
        Segment(uid=f"s{number}", meeting=meeting, title=text, kind=text, owner=person,
                questions=(text, text), resource=text, about=f"dr{number}"),
        Raised(uid=f"ra{number}", words=text, at=text, meeting=meeting if number % 2 else ""),
        AgendaTemplate(uid=f"at{number}", name=text, parts=(Part(title=text, kind=text),)),
        Attendance(uid=f"at.{number}", meeting=meeting, person=person, state=text),
        *(Capture(uid=f"cp{number}{kind}", meeting=meeting, segment=f"s{number}", kind=kind,
                  text=text, owner=person, owner_name=text, due=text, how=text, at=text)
          for kind in CaptureKind),
    )  # fmt: skip


def test_nothing_of_it_lives_in_the_terminal(open_cartui: Open, attacked: Path) -> None:
    terminal = open_cartui("--data", str(attacked), size=(40, 120))
    terminal.wait_for("Home")
    for screen, keys in WALK.items():
        terminal.press(screen)
        shown = terminal.text()
        for key in (*keys, *EVERYWHERE, *PRESENTED):
            terminal.press(key)
            shown += terminal.text()
        assert any(text in shown for text in MARKUP.values())
        assert "FRONT members" in terminal.wait_for("FRONT")
    assert alive(bytes(terminal.sent)) == []
    assert CONTROL["bidi"][1].encode() not in terminal.sent
    assert CONTROL["c1-csi"][1].encode() not in terminal.sent
