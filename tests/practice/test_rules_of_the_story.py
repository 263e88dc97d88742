"""The practice programme's ground rules: two versions, positions with a reason, uses, reviews."""

from collections.abc import Callable
from datetime import timedelta

from cartui.model.rooms import Room
from cartui.model.rules import Position
from cartui.services.ground_rules import GroundRules
from cartui.services.ground_rules_compared import Became, compared
from cartui.services.meetings import Meetings
from tests.practice.conftest import TOLD_ON, Copy


def rules_of(copy: Copy) -> GroundRules:
    return GroundRules(copy.ws, lambda: Room.MEMBERS, copy.group.uid)


def test_there_are_two_versions_of_meeting_one_and_meeting_five(copy: Copy) -> None:
    first, second = rules_of(copy).versions()
    held = Meetings(copy.ws, lambda: Room.MEMBERS, copy.group.uid).meetings()
    meetings = [each.on for each in held]
    assert (first.on, first.meeting, len(first.lines)) == (meetings[0], 1, 7)
    assert (second.on, second.meeting, len(second.lines)) == (meetings[4], 5, 8)
    changes = [each.change for each in compared(first, second)]
    assert changes.count(Became.SAME) == 6
    assert [changes[3], changes[7]] == [Became.REWORDED, Became.NEW]
    assert second.lines[3].text == "Read two pages or say you have not."
    assert second.lines[7].text == "The author decides."


def test_five_agree_to_rule_two_and_one_can_live_with_it(copy: Copy) -> None:
    line = rules_of(copy).rules()[1]
    assert len(line.standing(Position.AGREE)) == 5
    (one,) = line.standing(Position.LIVE_WITH)
    assert line.taken[one.uid].reason == "Not in front of managers."


def test_one_has_not_adopted_the_second_version_yet(copy: Copy) -> None:
    rules = rules_of(copy)
    assert [member.name for member in rules.waiting()] == ["Ewan Tidewater"]
    assert rules.owed() == []


def test_some_rules_carried_weight_and_some_never_came_up(copy: Copy) -> None:
    carried = [line.carried for line in rules_of(copy).rules()]
    assert [each.ever for each in carried] == [2, 3, 0, 3, 1, 3, 0, 1]
    assert (carried[3].now, carried[3].ever) == (1, 3), "twice in the words before"


def test_reviews_were_held_and_one_is_due(copy: Copy) -> None:
    rules = rules_of(copy)
    reviewed = [line.rule.outcome for line in rules.rules()]
    assert reviewed == ["keep", "keep", "keep", "reword", "keep", "keep", "keep", ""]
    assert [rule.uid for rule in rules.due()] == [rules.rules()[1].uid]


def test_the_versions_move_with_the_weeks(on_day: Callable[..., Copy]) -> None:
    then, now = rules_of(on_day()), rules_of(on_day(TOLD_ON + timedelta(weeks=500)))
    gaps = {
        (later.on[:4] > before.on[:4], len(later.lines) - len(before.lines))
        for before, later in zip(then.versions(), now.versions(), strict=True)
    }
    assert gaps == {(True, 0)}
    assert now.shown() == then.shown()
