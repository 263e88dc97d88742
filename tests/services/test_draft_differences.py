"""What differs between two versions: by paragraph, and within one by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cartui.anchoring.watching import Stopped
from cartui.exchange.markdown_blocks import blocks
from cartui.services.draft_differences import Became, Paragraph, count_words, differences
from cartui.services.worded_apart import worded_apart

WORDS = st.lists(st.sampled_from(["one", "two.", "three", "夜間", "Four!", "five\n"]), max_size=30)
TEXTS = st.lists(WORDS.map(" ".join), max_size=8).map("\n\n".join)


def between(before: str, after: str) -> list[Paragraph]:
    return differences(blocks(before), blocks(after))


def side(found: list[Paragraph], sign: str) -> str:
    """The words of the side that holds this sign."""
    return " ".join(
        text for each in found for text, worn in each.pieces if worn in ("", sign)
    ).replace(" ", "").replace("\n", "")  # fmt: skip


def bare(text: str) -> str:
    return "".join("".join(block.text.split()) for block in blocks(text))


def test_a_word_that_went_and_one_that_came_stand_in_their_place() -> None:
    assert worded_apart("They felt watched at night.", "They felt safe at night.") == (
        ("They felt ", ""), ("watched ", "-"), ("safe ", "+"), ("at night.", ""),
    )  # fmt: skip


def test_blanks_and_line_breaks_alone_are_no_difference() -> None:
    assert worded_apart("One two\nthree", " One  two three ") == (("One  two three", ""),)


def test_of_a_long_passage_only_the_words_of_changed_sentences_differ() -> None:
    text = " ".join(f"This is sentence {n} of many." for n in range(300))
    found = worded_apart(text, text.replace("sentence 150 of", "sentence 150 among"))
    assert [piece for piece in found if piece[1]] == [("of ", "-"), ("among ", "+")]


def test_each_paragraph_is_said_to_be_what_it_became() -> None:
    moved = "This whole paragraph moves to the end."
    stays = "It stays.\n\nSo does this."
    before = f"{moved}\n\n{stays}\n\nWe read forty night logs of one ward.\n\nAll silent.\n\nEnd."
    after = f"{stays}\n\nWe read fifty night logs of one ward.\n\nEnd.\n\n{moved}\n\nQuite new."
    found = between(before, after)
    assert [(each.became, each.before, each.after) for each in found] == [
        (Became.SAME, 2, 1),
        (Became.SAME, 3, 2),
        (Became.REWORDED, 4, 3),
        (Became.GONE, 5, 0),
        (Became.SAME, 6, 4),
        (Became.MOVED, 1, 5),
        (Became.NEW, 0, 6),
    ]
    assert count_words(found) == "1 reworded, 1 new, 1 gone, 1 moved"
    assert count_words(between(before, before)) == "the same words"


def test_a_paragraph_that_moved_and_was_reworded_stands_once() -> None:
    went = "We asked each of the seven families what had helped them most."
    came = went.replace("seven", "eight")
    before = f"One stays.\n\n{went}\n\nTwo stays here.\n\nThree stays there."
    after = f"One stays.\n\nTwo stays here.\n\nThree stays there.\n\n{came}"
    found = between(before, after)
    assert [(each.became, each.before, each.after) for each in found][-1] == (Became.MOVED, 2, 4)
    assert [piece for piece in found[-1].pieces if piece[1]] == [("seven ", "-"), ("eight ", "+")]
    assert count_words(found) == "1 moved"


@given(TEXTS, TEXTS)
def test_no_word_is_lost_and_none_is_made_up(before: str, after: str) -> None:
    found = between(before, after)
    stands = [each for each in found if each.after]
    assert side(stands, "+") == bare(after)
    stood = sorted((each for each in found if each.before), key=lambda each: each.before)
    assert side(stood, "-") == bare(before)
    assert [each.before for each in stood] == list(range(1, len(blocks(before)) + 1))


def test_comparing_can_be_stopped() -> None:
    with pytest.raises(Stopped):
        differences(blocks("One.\n\nTwo."), blocks("Three."), lambda done: False)
