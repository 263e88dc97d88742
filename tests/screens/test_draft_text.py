"""The text of a draft on the screen: lines, brackets, places, and choosing, for any text."""

from collections.abc import Callable
from functools import partial
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from cartui.exchange.markdown_blocks import blocks
from cartui.model.passages import Passage
from cartui.model.text import inert
from screens.drafts.choosing import Choosing
from screens.drafts.line_breaks import broken
from screens.drafts.sheet import Sheet
from screens.drafts.shown_block import Bracketed, ShownBlock

LETTERS = st.sampled_from("ab cd. e \n*_`> -夜間、é\u0301家👩‍👧")
TEXTS = st.text(LETTERS, min_size=1, max_size=200)
WORDS = st.text(st.sampled_from("ab cdef 夜間、e\u0301\n"), max_size=200)


@given(WORDS, st.integers(4, 40))
def test_no_line_is_too_wide_and_no_letter_is_lost(text: str, width: int) -> None:
    lines = broken(text, width - 2, width)
    kept = "".join(text[start:end] for start, end in lines)
    assert kept.replace(" ", "") == text.replace("\n", "").replace(" ", "")
    for n, (start, end) in enumerate(lines):
        line = text[start:end]
        assert cell_len(line.rstrip()) <= (width if n else width - 2) or len(line.strip()) <= 2
    assert all(one[1] <= other[0] for one, other in pairwise(lines))


def test_long_words_and_wide_letters_are_broken_where_they_must_be() -> None:
    assert broken("Verwaltungsvereinfachung", 10, 10) == [(0, 10), (10, 20), (20, 24)]
    assert broken("夜間の訪問", 4, 4) == [(0, 2), (2, 4), (4, 5)]
    assert broken("ab 夜間、c", 7, 7) == [(0, 4), (4, 7)]
    assert broken("cafe\u0301 de la", 4, 4) == [(0, 5), (6, 8), (9, 11)]


@given(TEXTS, st.integers(0, 20), st.integers(0, 20))
def test_every_place_shown_is_a_place_of_the_block(text: str, start: int, end: int) -> None:
    for block in blocks(inert(text)):  # as it is kept
        passage = Bracketed("c", "1", min(start, end), max(start, end))
        shown = ShownBlock(block, (passage,))
        assert "".join(shown.text[p.at : p.at + p.length] for p in shown.pieces) == shown.text
        for piece in shown.pieces:
            if piece.uid or not piece.length:
                continue
            words = shown.text[piece.at : piece.at + piece.length]
            raw = block.text[piece.raw : piece.raw + piece.length]
            assert words.replace("\n", " ") == raw.replace("\n", " ").replace("\t", " ")
            assert shown.shown(piece.raw) == piece.at


def test_markup_is_hidden_and_passages_stand_in_numbered_brackets() -> None:
    (block,) = blocks("We *read* forty **night** logs of [one](http://x) ward.")
    at = block.text.index("forty")
    shown = ShownBlock(block, (Bracketed("c", "7", at, at + 5), Bracketed("d", "8", at, at + 15)))
    text = shown.text.replace("\N{NO-BREAK SPACE}", " ")
    assert text == "We read [8 [7 forty 7] night 8] logs of one ward."


def test_scrolling_by_lines_comes_to_every_line_and_back() -> None:
    sheet = Sheet()
    sheet.show(blocks("# A\n\n- one\n- two\n\n" + "word " * 60 + "\n\nend"), {})
    sheet.resize(30)
    places, place = [sheet.first_line()], sheet.first_line()
    while (on := sheet.step(place, 1)) != place:
        place = on
        places.append(place)
    assert places == list(sheet.window(sheet.first_line(), 99))[: len(places)]
    assert sheet.step(places[0], len(places) - 1) == places[-1]
    assert sheet.step(places[-1], 1 - len(places)) == places[0]
    assert sheet.lines_between(places[0], places[7], 99) == 7
    assert sheet.lines_between(places[0], places[7], 7) is None


def test_only_blocks_whose_passages_change_are_laid_anew() -> None:
    found = blocks("one\n\ntwo\n\nthree")
    sheet = Sheet()
    sheet.show(found, {})
    kept = [sheet.laid(n) for n in range(3)]
    assert sheet.show(found, {1: (Bracketed("c", "1", 0, 3),)}) == {1}
    assert sheet.laid(0) is kept[0]
    assert sheet.laid(1) is not kept[1]


def chosen(text: str, *steps: str) -> str:
    """What is chosen after these steps, from the beginning of a text."""
    sheet = Sheet()
    sheet.show(blocks(text), {})
    choosing = Choosing(sheet, Passage(0, 0, 0))
    for step in steps:
        act: dict[str, Callable[[], None]] = {
            "right": partial(choosing.by_word, 1), "left": partial(choosing.by_word, -1),
            "space": choosing.mark, "s": choosing.sentence, "p": choosing.paragraph,
            "down": partial(choosing.by_line, 1), "up": partial(choosing.by_line, -1),
        }  # fmt: skip
        act[step]()
    passage = choosing.passage
    return sheet.blocks[passage.block].text[passage.start : passage.end]


def test_choosing_by_words_sentences_and_paragraphs() -> None:
    text = "One **two** three. Four five?\n\n- six\n- seven"
    assert chosen(text) == "One"
    assert chosen(text, "right") == "two"
    assert chosen(text, "right", "space", "right") == "two** three."
    assert chosen(text, "right", "space", "left") == "One **two"
    assert chosen(text, "s") == "One **two** three."
    assert chosen(text, "s", "s") == "One **two** three. Four five?"
    assert chosen(text, "s", "right") == "One **two** three. Four"
    assert chosen(text, "p") == "One **two** three. Four five?"
    assert chosen(text, "down") == "six"
    assert chosen(text, "down", "down") == "seven"
    assert chosen(text, "down", "down", "up", "up") == "One"
    assert chosen(text, "space", "space") == "One"
    assert chosen(text, *["right"] * 5) == "six"
    assert chosen(text, "space", *["right"] * 9) == "One **two** three. Four five?"


def test_choosing_in_a_text_without_blanks() -> None:
    assert chosen("夜間の訪問。家族。", "s") == "夜間の訪問。"
    assert chosen("夜間の訪問。家族。", "right", "space", "right") == "間の"


@given(TEXTS, st.lists(st.sampled_from(["right", "left", "space", "s", "p", "down", "up"])))
def test_what_is_chosen_is_always_words_of_one_block(text: str, steps: list[str]) -> None:
    if blocks(text):
        chosen(text, *steps)
