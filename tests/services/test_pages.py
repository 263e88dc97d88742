"""Pages for the room: plain words, nobody named, nothing of the group's own."""

from pathlib import Path

import msgspec

from cartui.model.rooms import Room
from cartui.model.text import ALIVE
from cartui.model.views import PublicBoard, PublicCard, PublicStage
from cartui.services.pages import (
    Page,
    PageKind,
    card_page,
    group_page,
    passage_page,
    rules_page,
    words_page,
)
from cartui.services.public_board import public_board
from cartui.store.identity import Identity
from tests.hostile import HOSTILE
from tests.services.board_bench import BoardBench

STAGES = (PublicStage(id="a", name="Topic"), PublicStage(id="b", name="Storage"))
BOARD = PublicBoard(group="North", cycle="Case study cycle", stages=STAGES)


def public_card(**fields: object) -> PublicCard:
    return msgspec.convert({"uid": "c1", "title": "Falls log", **fields}, PublicCard)


def test_rules_stand_in_their_order_and_empty_ones_do_not() -> None:
    page = rules_page(["We listen", " ", "We end on time "])
    assert page == Page(
        kind=PageKind.RULES, title="Our ground rules", lines=("We listen", "We end on time")
    )
    assert rules_page([]) is None
    assert rules_page([" ", ""]) is None


def test_a_card_shows_where_it_stands_and_names_nobody() -> None:
    page = card_page(
        BOARD,
        public_card(stage="b", kind="case study", area="North Quay", owners=("Ada Fernhollow",),
                    round=7, time_in_stage="3 weeks", status="live"),
    )  # fmt: skip
    assert (page.name, page.title) == ("Falls log", "Case study, North Quay")
    assert (page.lines, page.here) == (("Topic", "Storage"), 1)
    assert "Ada" not in repr(page)
    assert "7" not in repr(page)
    assert "weeks" not in repr(page)


def test_a_card_that_has_ended_says_what_became_of_it() -> None:
    page = card_page(
        BOARD,
        public_card(stage="b", ended=True, status="published", learning="Ask early",
                    housed_at="the library", led_to="Night visits"),
    )  # fmt: skip
    assert (page.lines, page.here) == ((), -1)
    assert page.after == (
        "published", "Led to: Night visits", "Learned: Ask early", "Kept at: the library",
    )  # fmt: skip


def test_a_card_in_a_stage_that_is_no_more_stands_nowhere() -> None:
    assert card_page(BOARD, public_card(stage="gone")).here == -1


def test_a_group_says_what_its_name_does_not() -> None:
    page = group_page("Learning Together", "Case study group", ("case study", "Sagor's seven"))
    assert (page.title, page.name) == ("Learning Together", "Case study group")
    assert page.lines == ("Sagor's seven",)


def test_a_passage_keeps_its_paragraphs() -> None:
    page = passage_page("One line\nand on.\n\n\nTwo.")
    assert page is not None
    assert page.lines == ("One line\nand on.", "Two.")
    assert passage_page(" \n ") is None
    assert words_page("") is None


def test_nothing_alive_comes_onto_a_page() -> None:
    for text in HOSTILE.values():
        board = PublicBoard(group=text, cycle=text, stages=(PublicStage(id="s", name=text),))
        card = public_card(title=text, kind=text, area=text, stage="s", learning=text)
        pages = [rules_page([text], text), passage_page(text, text), words_page(text, text),
                 group_page(text, text, [text]), card_page(board, card)]  # fmt: skip
        for page in pages:
            assert page is not None
            texts = (page.title, page.name, *page.lines, *page.after)
            assert not [each for each in texts if ALIVE.search(each)]


def test_what_the_group_knows_of_a_card_does_not_get_onto_its_page(
    workspace_folder: Path, identity: Identity
) -> None:
    bench = BoardBench(workspace_folder, identity)
    card = bench.write("Falls log")
    draft = bench.ws.draft("test.fill", about=(card.uid,), group="north")
    draft.set(card, next_step="ring Ada", scope_check="only ours", next_due="2026-04-01")
    bench.ws.commit(draft, room=Room.MEMBERS)
    group = bench.board.group
    board = public_board(bench.ws, bench.cycles, group)
    page = card_page(board, board.cards[0])
    told = msgspec.json.encode(page).decode()
    assert "Falls log" in told
    assert not [word for word in ("ring Ada", "only ours", "2026-04-01", card.uid) if word in told]
    bench.ws.close()
