"""What waits and what is owed, read from a workspace, and read anew only where it changed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cartui.model.drafts import Comment, Draft, Verdict
from cartui.model.people import Group, Person
from cartui.services.board import Board
from cartui.services.drafts import Drafts
from cartui.services.feedback import Feedback
from cartui.services.glance import Glance
from cartui.services.glance_errands import Errand, Matter, Thing, next_of
from cartui.services.glance_rules import RulesGlance
from cartui.services.ground_rules import GroundRules
from cartui.services.meetings import Meetings
from cartui.services.programmes import Programmes
from cartui.services.roster import Roster
from cartui.store.workspace import Workspace
from tests.screens.home_hall import full, newest, workshop
from tests.screens.stage import members, north


@pytest.fixture
def groups(workspace_folder: Path) -> tuple[str, str]:
    return full(workspace_folder)


@pytest.fixture
def ws(workspace_folder: Path, groups: tuple[str, str]) -> Workspace:
    return workshop(workspace_folder, "w")


def by_matter(ws: Workspace) -> dict[Matter, Errand]:
    return {each.matter: each for each in Glance(ws, members).errands()}


def mine(ws: Workspace, group: str) -> Draft:
    drafts = Drafts(ws, members, group)
    return next(draft for draft in drafts.drafts() if not draft.turn)


def test_every_matter_is_told_once_with_how_many(ws: Workspace, groups: tuple[str, str]) -> None:
    one, two = groups
    found = Glance(ws, members).errands()
    assert [(each.matter, each.where.group, each.count) for each in found] == [
        (Matter.DRAFT, one, 5),
        (Matter.PLACE, one, 1),
        (Matter.REVIEW, two, 1),
        (Matter.ADOPTION, two, 1),
        (Matter.WHY, one, 1),
        (Matter.VERDICT, one, 1),
        (Matter.POSITION, two, 1),
        (Matter.ANSWER, one, 6),
    ]
    assert [each.waits for each in found] == [True, True, *[False] * 6]
    assert len({each.key for each in found}) == len(found)


def test_figures_are_those_of_the_services(ws: Workspace, groups: tuple[str, str]) -> None:
    one, two = groups
    feedback, drafts = Feedback(ws, members, one), Drafts(ws, members, one)
    draft = mine(ws, one)
    counts = feedback.counts(draft, newest(drafts, draft))
    told = by_matter(ws)
    assert told[Matter.DRAFT].count == counts.to_answer + counts.later
    assert told[Matter.DRAFT].later == counts.later == 1
    assert told[Matter.PLACE].count == counts.unsure + counts.lost
    assert told[Matter.VERDICT].count == len(feedback.owed())
    assert told[Matter.WHY].count == len(Board(ws, members, one).owed())
    rules = GroundRules(ws, members, two)
    assert told[Matter.ADOPTION].count == len(rules.waiting())
    assert told[Matter.POSITION].count == len(rules.owed())
    assert told[Matter.REVIEW].since == rules.due()[0].review_due


def test_names_say_who(ws: Workspace) -> None:
    told = by_matter(ws)
    assert told[Matter.ANSWER].words == "Asha Rao"
    assert told[Matter.POSITION].words == "Dev Patel"
    assert told[Matter.ADOPTION].words == "Esi Mensah"
    assert told[Matter.WHY].name == "“Falls log”"


def test_what_enter_opens_is_the_very_thing(ws: Workspace, groups: tuple[str, str]) -> None:
    told = by_matter(ws)
    things = {matter: each.where.thing for matter, each in told.items()}
    assert things[Matter.DRAFT] is Thing.DRAFT
    assert things[Matter.WHY] is Thing.CARD
    assert things[Matter.REVIEW] is Thing.RULE
    feedback = Feedback(ws, members, groups[0])
    assert told[Matter.VERDICT].where.within == feedback.owed()[0].uid
    draft = mine(ws, groups[0])
    version = newest(Drafts(ws, members, groups[0]), draft)
    assert told[Matter.PLACE].where.within == feedback.to_look_at(draft, version)[0].uid


def test_a_draft_that_is_answered_waits_for_its_turn_to_be_passed(
    ws: Workspace, groups: tuple[str, str]
) -> None:
    feedback, drafts = Feedback(ws, members, groups[0]), Drafts(ws, members, groups[0])
    draft = mine(ws, groups[0])
    waiting = feedback.unanswered(draft, newest(drafts, draft))
    feedback.answer([each.comment for each in waiting], Verdict.TAKE)
    told = by_matter(ws)[Matter.DRAFT]
    assert (told.count, told.words) == (0, "all answered")
    drafts.set_turn(draft, next(iter(ws.table(Person))))
    assert Matter.DRAFT not in by_matter(ws)


def test_what_there_is_nothing_to_do_about_is_never_next(
    ws: Workspace, groups: tuple[str, str]
) -> None:
    drafts = Drafts(ws, members, groups[0])
    drafts.put_away(mine(ws, groups[0]))
    drafts.add(None, "A fresh one", "No words of others yet.")
    errands = Glance(ws, members).errands()
    assert errands[0].words == "to read"
    step = next_of(errands)
    assert step is not None
    assert step.matter is Matter.REVIEW


def test_of_the_meetings_of_several_groups_the_soonest_stands_first(
    ws: Workspace, groups: tuple[str, str]
) -> None:
    soon, late = groups[1], groups[0]  # by the names of the groups it would be the other way
    Meetings(ws, members, late).add(on="2099-12-16", start="10:00")
    Meetings(ws, members, soon).add(on="2099-12-02", start="13:30")
    found = [each for each in Glance(ws, members).errands() if each.matter is Matter.MEETING]
    assert [each.where.group for each in found] == [soon, late]


def test_groups_put_away_neither_wait_nor_owe(ws: Workspace, groups: tuple[str, str]) -> None:
    programmes = Programmes(ws, members)
    programmes.put_away_group(ws.table(Group)[groups[1]])
    assert {each.where.group for each in Glance(ws, members).errands()} == {groups[0]}


def test_one_look_sees_each_change_of_every_kind(ws: Workspace, groups: tuple[str, str]) -> None:
    """A glance that has looked before tells the same as one that looks for the first time."""
    old = Glance(ws, members)
    rules, roster = GroundRules(ws, members, groups[1]), Roster(ws, members)
    feedback, drafts = Feedback(ws, members, groups[0]), Drafts(ws, members, groups[0])
    draft = mine(ws, groups[0])
    version = newest(drafts, draft)

    def lost() -> Comment:
        return feedback.to_look_at(draft, version)[0].comment

    acts: list[Callable[[], object]] = [
        lambda: rules.set_review("", rules.rules()[1].rule),
        lambda: rules.rest_agree(rules.rules()[0].rule),
        lambda: roster.add("Finn O'Hara", groups[1]),
        lambda: feedback.add(draft, version, "And why?"),
        lambda: feedback.give_reason(feedback.owed()[0].comment, "Said before."),
        lambda: feedback.place_by_hand(lost(), version, None),
        lambda: drafts.set_turn(draft, next(iter(ws.table(Person)))),
        lambda: drafts.edit(draft, title="Nights"),
        lambda: ws.undo(members()),
    ]
    for number, act in enumerate(acts):
        before = old.errands()
        act()
        assert old.errands() == Glance(ws, members).errands(), number
        assert old.errands() != before, number


def test_nothing_is_read_anew_that_has_not_changed(
    ws: Workspace, groups: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    glance, asked = Glance(ws, members), list[RulesGlance]()
    first = glance.errands()
    plain = RulesGlance.errands

    def counted(self: RulesGlance) -> object:
        asked.append(self)
        return plain(self)

    monkeypatch.setattr(RulesGlance, "errands", counted)
    Board(ws, members, groups[0]).new_card("Bus times", "topic")
    assert glance.errands() == first
    assert asked == []
    GroundRules(ws, members, groups[1]).propose("We start with what works.")
    assert glance.errands() == first  # a proposal is owed by nobody yet
    assert len(asked) == 1


def test_whys_alone_need_neither_drafts_nor_rules(workspace_folder: Path) -> None:
    group = north(workspace_folder)
    ws = workshop(workspace_folder)
    glance = Glance(ws, members)
    assert glance.is_all()
    assert glance.errands() == []
    Drafts(ws, members, group).add(None, "Night visits", "A text.")
    assert not glance.is_all()
