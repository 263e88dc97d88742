"""What people really write, at its worst: long, German, Japanese, with accents on their own."""

from datetime import date, timedelta
from pathlib import Path
from unicodedata import normalize

from cartui.exchange.critic_markup import CriticComment
from cartui.model.cycles import Card
from cartui.model.kinds import OPEN
from cartui.model.meetings import Meeting, Segment, Slot
from cartui.model.people import Membership, Person
from cartui.model.rules import Position
from cartui.services.board import Board
from cartui.services.drafts import Drafts
from cartui.services.ground_rules import GroundRules
from cartui.services.meetings import Meetings
from cartui.services.programmes import Programmes
from cartui.services.roster import Roster
from cartui.store.workspace import Workspace
from tests.screens.stage import identity, members

GERMAN = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle"
JAPANESE = "夜間訪問の予告が家族の睡眠にどのような影響を与えるかについての共同研究"
ACCENTS = normalize(
    "NFC", "Ọ̀rọ̀ àwọn ẹbí tó ń ṣàbẹ̀wò lóru, àti oorun wọn nínú ilé ìwòsàn àdúgbò wa yìí"
)
LONG = (
    "Whether families who visit at night sleep better when each visit is announced an hour before"
)
HARD = (LONG, GERMAN, JAPANESE, ACCENTS)
MANY = 200


def hard(number: int) -> str:
    """Return a text of one of the four kinds, its number before it so that no two are alike."""
    return f"{number} {HARD[number % len(HARD)]}"


def crowded(folder: Path) -> None:
    """Make a workspace with a group of 200 people, 200 cards and 200 rules, and 40 drafts."""
    ws = Workspace.open(folder, open_kinds=OPEN, identity=identity(prefix="c"))
    programmes = Programmes(ws, members)
    programmes.rename(LONG)
    group = programmes.start_group(hard(0)).about[0]
    programmes.start_group(hard(1))
    people = _fill_the_roster(ws, group)
    board = _fill_the_board(ws, group)
    _write_rules(ws, group, people)
    board.set_owners(people[:3], *board.cards()[:40])
    board.set_next_step(board.cards()[0], LONG, people[1], "2026-03-09")
    board.advance(board.cards()[1])
    _write_drafts(ws, group)
    _plan_meetings(ws, group, people)
    ws.close()


def with_one(folder: Path) -> None:
    """Make a workspace with one of everything."""
    ws = Workspace.open(folder, open_kinds=OPEN, identity=identity(prefix="o"))
    Programmes(ws, members).rename(GERMAN)
    group = Programmes(ws, members).start_group(JAPANESE).about[0]
    Roster(ws, members).add(f"{ACCENTS}; {GERMAN}", group)
    Board(ws, members, group).new_card(GERMAN)
    GroundRules(ws, members, group).propose(JAPANESE)
    Drafts(ws, members, group).add(None, ACCENTS, GERMAN)
    Meetings(ws, members, group).add(on="2026-03-10", start="14:00", title=JAPANESE, venue=GERMAN)
    ws.close()


def _plan_meetings(ws: Workspace, group: str, people: list[str]) -> None:
    """Plan 200 meetings in one change; the coming one has 40 parts, slots and things raised."""
    meetings = Meetings(ws, members, group)
    draft = meetings._draft("meeting.add", "")
    uids = [ws.new_uid() for _ in range(MANY)]
    for n, uid in enumerate(uids):
        on = (date(2026, 3, 3) + timedelta(weeks=n)).isoformat()
        draft.create(Meeting(
            uid=uid, number=n + 1, title=hard(n), kind=hard(n + 1), on=on, start="14:00",
            venue=hard(n + 2), area=hard(n + 3), slot_agreed_by=LONG,
            slots=tuple(Slot(on=on, start="10:00", venue=hard(s)) for s in range(4)),
        ))  # fmt: skip
    for n in range(40):
        draft.create(Segment(
            uid=ws.new_uid(), meeting=uids[0], order=float(n), title=hard(n), minutes=15 + n,
            kind=hard(n + 1) if n % 2 else "discussion", questions=(hard(n), hard(n + 1)),
            owner=people[n], resource=hard(n + 2), protected=n % 3 == 0,
        ))  # fmt: skip
    ws.commit(draft, room=members())
    for n in range(12):
        meetings.raise_words(hard(n))


def with_none(folder: Path) -> None:
    """Make a workspace with a group and nothing in it."""
    ws = Workspace.open(folder, open_kinds=OPEN, identity=identity(prefix="n"))
    Programmes(ws, members).start_group("North")
    ws.close()


def _fill_the_roster(ws: Workspace, group: str) -> list[str]:
    """Add people in one change; return their uids."""
    people = [
        Person(uid=ws.new_uid(), name=hard(n), agency=hard(n + 1), area=hard(n + 2), order=n)
        for n in range(MANY)
    ]
    draft = ws.draft("people.bring_in", about=tuple(person.uid for person in people))
    for person in people:
        draft.create(person)
        draft.create(
            Membership(
                uid=ws.new_uid(), person=person.uid, group=group, role="practitioner",
                joined="2026-01-12", why_joined=LONG,
            )
        )  # fmt: skip
    ws.commit(draft, room=members())
    return [person.uid for person in people]


def _fill_the_board(ws: Workspace, group: str) -> Board:
    """Write cards in one change, most of them in the first stage."""
    board = Board(ws, members, group)
    first, second = board.stages()[:2]
    draft = board._draft("board.new", first.id, first.name)
    for n in range(MANY):
        stage = second if n % 9 == 0 else first
        draft.create(
            Card(
                uid=ws.new_uid(), title=hard(n + 2), cycle=board.template.uid, stage=stage.id,
                stage_since="2025-11-03", order=n, area=hard(n),
            )
        )  # fmt: skip
    ws.commit(draft, room=members())
    return board


def _write_rules(ws: Workspace, group: str, people: list[str]) -> None:
    """Propose rules in one change; one of them is taken up, and somebody objects to it."""
    rules = GroundRules(ws, members, group)
    draft = rules._draft("rules.propose", "", "")
    for n in range(MANY):
        rule, wording = rules._new(hard(n + 3), "", float(n), 1)
        draft.create(rule)
        draft.create(wording)
    ws.commit(draft, room=members())
    first = rules.rules()[0].rule
    rules.adopt(first, {people[0]: Position.OBJECT, people[1]: Position.ASIDE})
    rules.rest_agree(first)


def _write_drafts(ws: Workspace, group: str) -> None:
    """Begin forty drafts; the first has 200 paragraphs and a comment in each."""
    drafts = Drafts(ws, members, group)
    paragraphs = [f"{hard(n)}. It goes on." for n in range(MANY)]
    text, said, at = "\n\n".join(paragraphs), [], 0
    for n, paragraph in enumerate(paragraphs):
        said.append(CriticComment(start=at, end=at + len(paragraph), text=hard(n + 1)))
        at += len(paragraph) + 2
    for n in range(40):
        drafts.add(None, hard(n), text if n == 0 else "One line.", comments=said if n == 0 else ())
