"""Read as plain text, line by line, without colours: to a screen reader and in ASCII."""

from itertools import combinations
from pathlib import Path

import pytest

from cartui.model.drafts import Verdict
from cartui.model.people import Person
from cartui.model.rules import Position
from cartui.services.board import Board
from cartui.services.ground_rules import GroundRules
from cartui.settings import Settings
from screens.parts.frame import FrameScreen
from tests.looks import states
from tests.looks.tour import Tour, touring
from tests.screens.drafts_hall import Bench
from tests.screens.rules_hall import opened, twelve
from tests.screens.stage import members

TOGETHER = {"versions"}
"""Here two wordings stand side by side because they are compared."""


@pytest.mark.usefixtures("plain")
async def test_in_ascii_every_state_is_plain_letters_and_signs(practice: Path) -> None:
    async with touring(practice, (80, 24), settings=Settings(symbols="ascii")) as tour:
        strange: dict[str, set[str]] = {}
        async for name in tour.states(states.MANY_SIZES):
            painted = {*"".join(tour.lines())}
            if found := {sign for sign in painted if ord(sign) > 127}:
                strange[name] = found
        assert strange == {}


async def test_at_80_columns_no_line_holds_words_of_two_panes(practice: Path) -> None:
    async with touring(practice, (80, 24)) as tour:
        async for name in tour.states(states.MANY_SIZES):
            screen = tour.app.screen
            if not isinstance(screen, FrameScreen) or name in TOGETHER:
                continue
            panes = [pane for pane in screen.focus_chain if pane.region.area]
            for one, other in combinations(panes, 2):
                a, b = one.region, other.region
                beside = a.y < b.bottom and b.y < a.bottom
                assert not beside or a.contains_region(b) or b.contains_region(a), (name, panes)


def _says(tour: Tour, row: str, word: str, *, within: str = "") -> bool:
    """Whether a line of the list says this of what it is about."""
    lines = [line for line in tour.lines() if row in line and within in line]
    return any(word in line for line in lines)


async def test_where_each_person_stands_is_a_word_in_their_line(workspace_folder: Path) -> None:
    group = twelve(workspace_folder)
    ws = opened(workspace_folder, "r")
    rules = GroundRules(ws, members, group)
    rules.propose("What is said here stays here.")
    people = {person.name: person.uid for person in ws.table(Person).values()}
    names = ("Asha Rao", "Ben Okoro", "Carys Tudor", "Dev Patel")
    taken = dict(zip((people[name] for name in names), Position, strict=True))
    rules.adopt(rules.rules()[0].rule, taken)
    ws.close()
    async with touring(workspace_folder, (120, 40)) as tour:
        await tour.go("4 a")
        words = ("agree", "can live with", "stand", "object", "not yet")
        for name, word in zip((*names, "Esi Mensah"), words, strict=True):
            assert _says(tour, name, word, within="┃"), (name, word)


async def test_how_each_comment_was_answered_is_a_word_in_its_line(workspace_folder: Path) -> None:
    bench = Bench(workspace_folder)
    bench.begin_with(5)
    for remark, verdict in zip(bench.remarks, Verdict, strict=False):
        bench.feedback.answer([remark.comment], verdict)
    bench.ws.close()
    async with touring(workspace_folder, (120, 40)) as tour:
        await tour.go("5 enter v")
        for number, verdict in enumerate(Verdict, 1):
            assert _says(tour, f"Comment {number}.", verdict.value), "\n".join(tour.lines())
            assert not _says(tour, "Comment 5.", verdict.value)


async def test_how_each_card_stands_is_a_word_on_the_board(workspace_folder: Path) -> None:
    group = Bench(workspace_folder).group
    ws = opened(workspace_folder, "b")
    board = Board(ws, members, group)
    titles = [f"Card {letter}" for letter in "ABCDEF"]
    for title in titles:
        board.new_card(title)
    cards = {card.title: card for card in board.cards()}
    board.pause(cards["Card A"])
    board.advance(cards["Card B"])
    ws.close()
    async with touring(workspace_folder, (120, 40)) as tour:
        await tour.go("3 right left")
        text = "\n".join(tour.lines())
        assert "paused" in text
        assert "why owed" in text
