"""Rules by the real keys: written, reworded, ordered, used, reviewed, retired; read back."""

from pathlib import Path

import pytest

from screens.parts.story import Story
from tests.screens.rules_hall import LARGE, SMALL, Kept, seated, seven, twelve

SIZES = [SMALL, LARGE]


async def test_the_empty_wall_says_what_to_press(workspace_folder: Path) -> None:
    twelve(workspace_folder)
    async with seated(workspace_folder) as seat:
        seen = seat.seen()
        assert "No rules yet." in seen
        assert "n writes the first" in seen
        assert "Enter shows three" in seen


async def test_without_a_group_it_says_where_to_start(workspace_folder: Path) -> None:
    async with seated(workspace_folder) as seat:
        assert "No group yet. Press 1" in seat.seen()
        await seat.press("n", "a", "enter", "v", "l", "X", "o")
        assert len(seat.app.screen_stack) == 1
        assert seat.screen.rows.count == (0, 0)


async def test_starters_by_enter_one_or_several(workspace_folder: Path) -> None:
    group = twelve(workspace_folder)
    async with seated(workspace_folder) as seat:
        await seat.press("enter", "space", "space", "enter")
        assert "Proposed 2 rules" in seat.said
        await seat.press("S", "end", "enter")
    texts = Kept(workspace_folder, group).texts()
    assert [text.split()[0] for text in texts] == ["What", "Challenge", "We"]


@pytest.mark.parametrize("size", SIZES)
async def test_a_rule_is_written_reworded_and_moved(
    workspace_folder: Path, size: tuple[int, int]
) -> None:
    group = twelve(workspace_folder)
    async with seated(workspace_folder, size) as seat:
        await seat.press("n", "'Be kin", "enter", "n", "'Be brief", "enter")
        assert seat.screen.line is not None
        assert seat.screen.line.text == "Be brief", "the new one is highlighted"
        await seat.press("K", "down", "e", "'d", "enter")
    kept = Kept(workspace_folder, group)
    assert kept.texts() == ["Be brief", "Be kind"]
    assert len(kept.rules.rules()[1].wordings) == 1, "nobody had adopted it yet"


async def test_an_adopted_rule_keeps_its_words_until_the_new_ones_are_adopted(
    workspace_folder: Path,
) -> None:
    group = seven(workspace_folder)
    async with seated(workspace_folder) as seat:
        await seat.press("e", "' Always.", "enter")
        assert "they are not adopted yet" in seat.said
        assert "reworded, not asked yet" in seat.seen()
    line = Kept(workspace_folder, group).rules.rules()[0]
    assert [each.number for each in line.wordings] == [1, 2]
    assert line.holds == line.wordings[0]


async def test_escape_leaves_the_words_as_they_were_and_offers_them_again(
    workspace_folder: Path,
) -> None:
    group = seven(workspace_folder)
    async with seated(workspace_folder) as seat:
        await seat.press("e", "' and more", "escape", "e")
        assert seat.screen._asking.half_typed.endswith("agrees. and more")
        await seat.press("escape")
    assert Kept(workspace_folder, group).texts()[0].endswith("agrees.")


@pytest.mark.parametrize("size", SIZES)
async def test_used_is_one_key_and_keeps_no_name(
    workspace_folder: Path, size: tuple[int, int]
) -> None:
    group = seven(workspace_folder)
    async with seated(workspace_folder, size) as seat:
        await seat.press("end", "l")
        assert seat.said == "Noted that rule 7 was used. No name is kept"
        await seat.press("i")
        story = seat.app.screen
        assert isinstance(story, Story)
        assert not [each for each in story._chapters if "used" in each.what]
        await seat.press("escape", "enter")
        assert "Used once; last 2026-03-02." in " ".join(seat.seen().split())
    assert Kept(workspace_folder, group).rules.rules()[6].carried.ever == 1


async def test_every_verb_is_taken_back_and_done_again(workspace_folder: Path) -> None:
    group = seven(workspace_folder)
    before = Kept(workspace_folder, group)
    acts = (
        ("n", "'Another", "enter"), ("e", "' more", "enter"), ("l",), ("K",), ("J",),
        ("w", "1"), ("R", "d", "'2026-09-09", "enter"), ("R", "1"), ("X",),
    )  # fmt: skip
    async with seated(workspace_folder) as seat:
        for act in acts:
            await seat.press(*act)
        states = [_state(before.rules)]
        done = _state(seat.screen.rules)
        assert done != states[0]
        for _ in acts:
            await seat.press("u")
        assert _state(seat.screen.rules) == states[0]
        for _ in acts:
            await seat.press("U")
        assert _state(seat.screen.rules) == done
    assert _state(Kept(workspace_folder, group).rules) == done


def _state(rules: object) -> list[object]:
    from cartui.services.ground_rules import GroundRules

    assert isinstance(rules, GroundRules)
    return [
        (line.rule, line.wordings, dict(line.taken), line.carried)
        for away in (False, True)
        for line in rules.rules(away=away)
    ]


async def test_a_review_by_day_then_its_outcome(workspace_folder: Path) -> None:
    group = seven(workspace_folder)
    async with seated(workspace_folder) as seat:
        await seat.press("space", "space", "R", "d")
        await seat.press(*["backspace"] * 10, "'1.9.2026", "enter")
        assert "2 rules are to be looked at again by 2026-09-01" in seat.said
        await seat.press("home", "R", "2")
        assert seat.screen._asking.asking, "reworded: the new words are asked for at once"
        await seat.press("' Now.", "enter", "end", "R", "3")
        assert "Looked again at the rule" in seat.said
    kept = Kept(workspace_folder, group)
    first, second = kept.rules.rules()[:2]
    assert (first.rule.outcome, first.rule.reviewed_on) == ("reword", "2026-03-02")
    assert first.text.endswith("Now.")
    assert second.rule.review_due == "2026-09-01"
    assert kept.texts(away=True) == ["We say when a rule is not working."]


async def test_a_day_that_is_none_is_asked_again_with_what_was_typed(
    workspace_folder: Path,
) -> None:
    group = seven(workspace_folder)
    async with seated(workspace_folder) as seat:
        await seat.press("end", "R", "d", "'some day", "enter")
        assert "is not a date" in seat.said
        assert "Look again by (like 2026-05-31, or empty) some day" in seat.seen()
        assert Kept(workspace_folder, group).rules.rules()[6].rule.review_due == ""
        await seat.press("ctrl+u", "'2026-09-01", "enter")
    assert Kept(workspace_folder, group).rules.rules()[6].rule.review_due == "2026-09-01"


async def test_retired_rules_stand_under_t_and_come_back(workspace_folder: Path) -> None:
    group = seven(workspace_folder)
    async with seated(workspace_folder) as seat:
        await seat.press("down", "down", "X", "t")
        assert "Retired rules." in seat.seen()
        assert [line.text for line in seat.screen.lines.values()] == [
            "Job titles stay at the door."
        ]
        await seat.press("n", "a")
        assert len(seat.app.screen_stack) == 1
        assert not seat.screen._asking.asking
        await seat.press("X", "escape")
        assert seat.screen.rows.count == (7, 7)
    assert Kept(workspace_folder, group).texts()[2] == "Job titles stay at the door."


async def test_what_it_is_for_is_chosen_for_several_at_once(workspace_folder: Path) -> None:
    group = seven(workspace_folder)
    async with seated(workspace_folder) as seat:
        await seat.press("end", "space", "up", "up", "space", "w", "3")
        assert "Said what 2 rules are for" in seat.said
    purposes = [line.rule.purpose for line in Kept(workspace_folder, group).rules.rules()]
    assert purposes.count("time") == 4 or purposes[6] == "time"


async def test_finding_narrows_and_order_rests_meanwhile(workspace_folder: Path) -> None:
    group = seven(workspace_folder)
    async with seated(workspace_folder) as seat:
        await seat.press("slash", "'say", "enter")
        assert seat.screen.rows.count == (3, 7)
        before = Kept(workspace_folder, group).texts()
        await seat.press("J")
        await seat.press("escape")
        assert seat.screen.rows.count == (7, 7)
    assert Kept(workspace_folder, group).texts() == before


async def test_narrow_opens_a_page_wide_reads_beside(workspace_folder: Path) -> None:
    seven(workspace_folder)
    async with seated(workspace_folder, SMALL) as seat:
        assert not seat.screen.pane.display
        await seat.press("down", "enter")
        assert "not in front of managers" in seat.seen()
        await seat.press("escape")
        assert seat.screen.focused is seat.screen.rows
    async with seated(workspace_folder, LARGE) as seat:
        await seat.press("down")
        seen = " ".join(seat.seen().split())
        assert "Ben Okoro: “not in front of" in seen
        assert "Came up after the visit." in seen
        await seat.press("enter")
        assert seat.screen.focused is seat.screen.pane.facts


async def test_outsiders_see_nothing_of_the_rules(workspace_folder: Path) -> None:
    group = seven(workspace_folder)
    async with seated(workspace_folder, LARGE) as seat:
        await seat.press("F", "enter")
        seen = seat.seen()
        assert "Members only" in seen
        assert "Job titles" not in seen
        before = Kept(workspace_folder, group).texts()
        await seat.press("n", "a", "l", "X", "v", "J", "enter", "t", "y", "o")
        assert "Job titles" not in seat.seen()
        assert len(seat.app.screen_stack) == 1
        await seat.press("F", "enter")
        assert "Job titles" in seat.seen()
    assert Kept(workspace_folder, group).texts() == before


async def test_a_note_of_the_group_stands_beside_its_rule(workspace_folder: Path) -> None:
    seven(workspace_folder)
    async with seated(workspace_folder, LARGE) as seat:
        await seat.press("c", "'We used it today", "enter")
        assert "We used it today" in seat.seen()


@pytest.mark.parametrize(("key", "ending"), [("m", ".md"), ("c", ".csv")])
async def test_the_rules_go_out_to_a_file(workspace_folder: Path, key: str, ending: str) -> None:
    seven(workspace_folder)
    file = workspace_folder.parent / f"rules{ending}"
    async with seated(workspace_folder) as seat:
        await seat.press("o", key)
        await seat.press(*["backspace"] * len(seat.screen._asking.half_typed))
        await seat.press(f"'{file}", "enter")
        assert seat.said == f"Written to {file}"
    text = file.read_text(encoding="utf-8-sig")
    assert "Read two pages or say you have not" in text
    assert ("Dev Patel" in text) is (ending == ".md"), "the table counts and names nobody"


async def test_copying_gives_the_rule_with_its_number(workspace_folder: Path) -> None:
    seven(workspace_folder)
    async with seated(workspace_folder) as seat:
        await seat.press("down", "y")
        assert seat.app.clipboard.startswith("2. Challenge the idea")


async def test_the_room_is_shown_the_words_that_hold_and_nothing_else(
    workspace_folder: Path,
) -> None:
    group = seven(workspace_folder)
    async with seated(workspace_folder) as seat:
        page = seat.screen.present_page()
        assert page is not None
        assert page.lines == Kept(workspace_folder, group).rules.shown()
        assert page.lines[3] == "Read the draft or say you have not."
        assert "We say when a rule is not working." not in page.lines


async def test_before_any_is_adopted_the_room_is_shown_what_is_on_the_table(
    workspace_folder: Path,
) -> None:
    twelve(workspace_folder)
    async with seated(workspace_folder) as seat:
        assert seat.screen.present_page() is None
        await seat.press("n", "'Be kind", "enter")
        page = seat.screen.present_page()
        assert page is not None
        assert (page.title, page.lines) == ("Rules we are talking about", ("Be kind",))


@pytest.mark.parametrize("size", SIZES)
async def test_a_rule_that_holds_over_an_objection_says_so_to_members_and_never_to_the_room(
    workspace_folder: Path, size: tuple[int, int]
) -> None:
    group = twelve(workspace_folder)
    async with seated(workspace_folder, size) as seat:
        await seat.press("n", "'Be brief", "enter", "a", "o", "enter")
        assert "with an objection" not in seat.seen(), "nobody stands behind it: it is proposed"
        await seat.press("a", "A", "enter")
        assert "adopted 2026-03-02.  1 with an objection." in seat.seen()
        assert "1 objects" in seat.seen()
        await seat.press("enter") if size == SMALL else None
        assert "! Adopted with an objection" in seat.seen()
        await seat.press("escape", "p") if size == SMALL else await seat.press("p")
        assert "Be brief" in seat.seen()
        assert "objec" not in seat.seen()
        await seat.press("q", "a", "a", "enter")
        assert "with an objection" not in seat.seen()
    line = Kept(workspace_folder, group).rules.rules()[0]
    assert not line.has_objection
    assert not line.is_proposed
