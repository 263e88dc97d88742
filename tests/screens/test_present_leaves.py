"""Pages in leaves: whole at 60 by 18, five rules at most, lines of 36 cells, no sign lost."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len, split_graphemes

from cartui.model.text import ALIVE, inert
from cartui.services.pages import Page, PageKind, carried_page, passage_page, rules_page, words_page
from screens.present.leaves import (
    BESIDE_CLOCK,
    MOST_RULES,
    WIDE_CARRIED,
    WIDE_PART,
    WIDE_STEP,
    leaves,
)
from screens.present.rows import HIGH, WIDE, Leaf
from screens.present.wrapping import wrapped
from tests.hostile import HOSTILE

GERMAN = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
JAPANESE = (
    "私たちは、理解するために聞きます。答えるためではありません。"
    "「ここで話したこと」は外に出しません。"
)
KOREAN = "우리는 이해하기 위해 듣습니다 그리고 여기에서 말한 것은 여기에 남습니다"
COMBINED = "e\N{COMBINING ACUTE ACCENT}" * 50
TEXTS = st.text(
    alphabet=st.sampled_from("ab d é\u0301漢字、。「」ーっ한국👩\u200d🚀-:19\n\t[]"),
    max_size=300,
)


def texts(found: tuple[Leaf, ...]) -> str:
    return "\n".join(row.text for leaf in found for row in leaf.rows)


def bare(text: str) -> str:
    """Return a text without what wrapping may take or add."""
    return re.sub(r"[\s-]", "", text)


# --- lines


@pytest.mark.parametrize("text", [GERMAN, JAPANESE, KOREAN, COMBINED, "a " * 60, ""])
def test_no_line_is_too_long_and_no_sign_is_lost(text: str) -> None:
    lines = wrapped(text, WIDE)
    assert all(cell_len(line) <= WIDE for line in lines)
    assert bare("".join(lines)) == bare(text)


@given(TEXTS, st.integers(min_value=4, max_value=40))
@settings(max_examples=150, deadline=None)
def test_whatever_is_written_fits_and_is_whole(text: str, width: int) -> None:
    text = inert(text)  # as it is kept
    lines = wrapped(text, width)
    assert all(cell_len(line) <= width for line in lines)
    assert bare("".join(lines)) == bare(text)


def test_a_word_longer_than_a_line_is_broken_with_a_hyphen() -> None:
    first, second, *_ = wrapped(GERMAN, WIDE)
    assert first.endswith("-")
    assert cell_len(first) == WIDE
    assert second.isalpha() or second.endswith("-")


def test_an_address_is_broken_without_one() -> None:
    address = "https://example.org/" + "x1" * 30
    assert "".join(wrapped(address, WIDE)) == address


def test_japanese_fills_its_lines_and_no_line_begins_with_a_closing_mark() -> None:
    lines = wrapped(JAPANESE, WIDE)
    assert all(cell_len(line) >= WIDE - 4 for line in lines[:-1])
    for width in range(8, 40):
        for line in wrapped(JAPANESE, width):
            assert line[0] not in "、。」"
            assert line[-1] != "「"


def test_mixed_writing_goes_on_in_the_same_line() -> None:
    assert wrapped("Regel: 私たちは理解するために聞きます", 20)[0].startswith("Regel: 私")


def test_korean_is_broken_between_words() -> None:
    words = KOREAN.split()
    assert all(word in words for line in wrapped(KOREAN, 20) for word in line.split())


def test_no_letter_is_parted_from_its_accent() -> None:
    for line in wrapped(COMBINED, WIDE):
        assert not line.startswith("\N{COMBINING ACUTE ACCENT}")
        assert len(split_graphemes(line)[0]) * 2 >= len(line.rstrip("-"))


# --- leaves


def test_at_most_five_rules_stand_on_a_page_one_blank_row_between() -> None:
    page = rules_page([f"Rule number {n}" for n in range(12)])
    assert page is not None
    found = leaves(page)
    assert [sum(bool(row.lead.strip()) for row in leaf.rows) for leaf in found] == [5, 5, 2]
    first = [row.text for row in found[0].rows]
    assert first[1::2] == [""] * 4
    assert [row.lead for leaf in found for row in leaf.rows if row.lead.strip()] == [
        str(n) for n in range(1, 13)
    ]


@given(st.lists(TEXTS, max_size=14), st.sampled_from(PageKind))
@settings(max_examples=150, deadline=None)
def test_every_leaf_of_every_page_is_whole_in_the_smallest_window(
    lines: list[str], kind: PageKind
) -> None:
    lines = [inert(line) for line in lines]  # as they are kept
    page = Page(kind=kind, lines=tuple(lines), name="a" * 50, here=1, after=("Learned: x" * 9,))
    found = leaves(page)
    assert found
    clocked = (PageKind.STEP, PageKind.PART)
    wide = {PageKind.STEP: WIDE_STEP, PageKind.PART: WIDE_PART, PageKind.CARRIED: WIDE_CARRIED}
    for leaf in found:
        assert len(leaf.rows) <= (BESIDE_CLOCK if kind in clocked else HIGH)
        assert all(cell_len(row.text) <= wide.get(kind, WIDE) for row in leaf.rows)
        assert leaf.clocked == (kind in clocked)
        rules = [row for row in leaf.rows if row.lead.strip()]
        assert kind is not PageKind.RULES or len(rules) <= MOST_RULES
    if kind in (PageKind.RULES, PageKind.PASSAGE):
        assert bare(texts(found)) == bare("".join(lines))


def test_a_rule_as_long_as_two_pages_stands_on_two() -> None:
    page = rules_page(["word " * 150, "short"])
    assert page is not None
    found = leaves(page)
    assert len(found) == 2
    assert texts(found).count("word") == 150


def test_rules_that_carried_stand_wide_with_their_numbers_beside_them() -> None:
    rule = "12 Challenge the idea, and say what evidence would change your mind."
    (leaf,) = leaves(carried_page(["These came up:", rule, "2 5 minutes each"], "What carried"))
    assert [(row.lead, row.text, row.look) for row in leaf.rows if row.text] == [
        ("", "These came up:", "title"),
        ("12", "Challenge the idea, and say what evidence would", "strong"),
        (" ", "change your mind.", "strong"),
        ("2", "5 minutes each", "strong"),
    ]


def test_a_card_stands_in_one_stage_of_its_cycle() -> None:
    stages = ("Topic", "Interpretation and analysis of data for all", "Publication")
    page = Page(kind=PageKind.CARD, name="Falls log", lines=stages, here=1)
    (leaf,) = leaves(page)
    here = [row.text.strip() for row in leaf.rows if row.lead.strip()]
    assert here == ["2  Interpretation and analysis of"]
    assert [row.look for row in leaf.rows] == ["title", "strong", "", "strong", "strong", ""]


@pytest.mark.parametrize(
    ("typed", "rows", "digits"),
    [("Back at 14:30", ["Back at"], "14:30"), ("10:45", [], "10:45"), ("5", [], "5"),
     ("Tea", ["Tea"], ""), ("Read 2 Samuel 11:2 aloud", ["Read 2 Samuel 11:2 aloud"], ""),
     ("A ratio of 1:100", ["A ratio of 1:100"], ""), ("123456", ["123456"], "")],
)  # fmt: skip
def test_a_time_at_the_end_stands_in_large_digits(typed: str, rows: list[str], digits: str) -> None:
    page = words_page(typed)
    assert page is not None
    (leaf,) = leaves(page)
    assert [row.text for row in leaf.rows if row.text] == rows
    assert leaf.digits == digits


def test_digits_beside_many_words_get_a_leaf_of_their_own() -> None:
    page = words_page("word " * 80 + "14:30")
    assert page is not None
    *before, last = leaves(page)
    assert before
    assert (last.rows, last.digits) == ((), "14:30")


def test_a_passage_keeps_a_blank_row_between_paragraphs() -> None:
    page = passage_page("One.\n\nTwo.")
    assert page is not None
    (leaf,) = leaves(page)
    assert [row.text for row in leaf.rows] == ["One.", "", "Two."]


def test_nothing_alive_comes_out_even_of_a_page_made_by_hand() -> None:
    for text in HOSTILE.values():
        for kind in PageKind:
            page = Page(kind=kind, name=text, lines=(text, text), here=0, after=(text,))
            assert not [row for leaf in leaves(page) for row in leaf.rows if ALIVE.search(row.text)]
