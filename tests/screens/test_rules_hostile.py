"""Texts that attack a terminal, in every field of the rules: shown, never obeyed."""

from pathlib import Path

import pytest

from cartui.exchange.rules_csv import rules_csv_out
from cartui.exchange.rules_markdown import rules_markdown_out
from cartui.model.notes import Note
from cartui.model.people import Group, Membership, Person
from cartui.model.rooms import Room
from cartui.model.rules import Adoption, Line, Position, Rule, RulesVersion, RuleUse, Wording
from cartui.model.text import ALIVE
from cartui.services.ground_rules import GroundRules
from cartui.services.rules_out import rule_rows, rules_page
from tests.hostile import CONTROL, HOSTILE, MARKUP
from tests.screens.rules_hall import LARGE, SMALL, Seat, seated
from tests.screens.stage import members, north, reopened

TEXTS = list(HOSTILE.values())


@pytest.fixture
def attacked(workspace_folder: Path) -> tuple[Path, str]:
    """Twenty rules, each with one of the texts in all its fields; written past all cleaning."""
    group = north(workspace_folder)
    ws = reopened(workspace_folder)
    draft = ws.draft("test.attack", about=(TEXTS[0],))
    draft.set(ws.table(Group)[group], name=TEXTS[12])
    for n, text in enumerate(TEXTS):
        draft.create(Person(uid=f"p{n}", name=text, label=text, agency=text))
        draft.create(Membership(uid=f"m{n}", person=f"p{n}", group=group, joined="2026-01-01"))
    ws.commit(draft, room=Room.MEMBERS)
    draft = ws.draft("test.attack", about=TEXTS[:2], group=group)
    for n, text in enumerate(TEXTS):
        draft.create(Rule(
            uid=f"r{n}", order=float(n), purpose=text, made_on=text, review_due=text,
            reviewed_on=text, outcome=text, away=n % 10 == 9,
        ))  # fmt: skip
        draft.create(Note(uid=f"n{n}", about=f"r{n}", text=text, by=text, at=text))
        draft.create(RuleUse(uid=f"u{n}", rule=f"r{n}", wording=f"w{n}.1", on=text))
        for number in (1, 2):
            uid = f"w{n}.{number}"
            said = text if number == 1 else f"{TEXTS[n - 1]} {text}"
            draft.create(Wording(uid=uid, rule=f"r{n}", number=number, text=said, at=text))
            for person, position in zip(range(n, n + 4), Position, strict=True):
                draft.create(Adoption(
                    uid=f"{uid}.p{person % 20}", rule=f"r{n}", wording=uid,
                    person=f"p{person % 20}", position=position.value, reason=text, on=text,
                ))  # fmt: skip
    for number in (1, 2):
        lines = tuple(Line(rule=f"r{n}", wording=f"w{n}.{number}") for n in range(20))
        on = f"{TEXTS[number]}{number}"
        draft.create(RulesVersion(uid=f"v{number}", number=number, on=on, lines=lines))
    ws.commit(draft, room=Room.MEMBERS)
    ws.close()
    return workspace_folder, group


async def look(seat: Seat) -> str:
    """Return what stands on the terminal. Nothing in it may be alive."""
    await seat.pilot.pause()
    seen = seat.seen()
    assert ALIVE.findall(seen.replace("\n", "")) == []
    assert seat.app.is_running
    return seen


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_rules_their_pages_rounds_and_versions(
    attacked: tuple[Path, str], size: tuple[int, int]
) -> None:
    async with seated(attacked[0], size) as seat:
        seen = await look(seat)
        for n in range(18):
            await seat.press("enter")
            seen += await look(seat)
            await seat.press("escape", *(() if n % 4 else ("a",)))
            seen += await look(seat)
            if not n % 4:
                await seat.press("down", "e")
                seen += await look(seat)
                await seat.press("escape", "escape")
            await seat.press("down")
        await seat.press("v")
        for _ in range(12):
            seen += await look(seat)
            await seat.press("pagedown")
        await seat.press("escape", "t")
        seen += await look(seat)
        assert all(text in seen for text in MARKUP.values())


@pytest.mark.parametrize("key", ["e", "R", "w", "i", "c", "f2", "y", "l", "X", "J", "slash", "o"])
async def test_what_is_done_to_such_rules(attacked: tuple[Path, str], key: str) -> None:
    async with seated(attacked[0]) as seat:
        for _ in range(6):
            await seat.press(key)
            await look(seat)
            await seat.press("escape", "escape", "down")
            await look(seat)


def test_what_goes_out_is_plain_text(attacked: tuple[Path, str]) -> None:
    folder, group = attacked
    ws = reopened(folder)
    rules = GroundRules(ws, members, group)
    page, table = rules_markdown_out(rules_page(rules)), rules_csv_out(rule_rows(rules))
    ws.close()
    assert ALIVE.findall(page.replace("\n", "")) == []
    assert "](" not in page.replace(r"\]", "")
    assert not [name for name, text in CONTROL.items() if text in page]
    assert not [line for line in table.split("\r\n") if line[:1] in "=+-@" and line]


async def test_what_is_written_here_is_cleaned(workspace_folder: Path) -> None:
    group = north(workspace_folder)
    ws = reopened(workspace_folder)
    rules = GroundRules(ws, members, group)
    for text in TEXTS:
        uid = rules.propose(text).about[1]
        rule = next(line.rule for line in rules.rules() if line.uid == uid)
        member = rules.asked()[0]
        rules.adopt(rule, {member.uid: Position.OBJECT})
        rules.give_reason(rule, member.uid, text)
        rules.reword(rule, f"{text} again")
    kept = [each.text for each in ws.table(Wording, group).values()]
    kept += [each.reason for each in ws.table(Adoption, group).values()]
    ws.close()
    assert len(kept) == 60
    assert all(ALIVE.search(text) is None for text in kept)
