"""Whatever stands in a paper reads the same in Markdown, and every place is where it was."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from cartui.exchange.draft_text import draft_text
from cartui.exchange.markdown_blocks import blocks
from cartui.exchange.papers.lines import Line, Look, Spot, composed
from cartui.exchange.papers.page import Page, Table, Worded

READER = MarkdownIt("commonmark", {"html": False}).enable("table")
ALIVE = st.text(
    st.sampled_from(list("ab1 *_`[]()<>#+-=~|\\!&;:.@\"'/{}^é\u0301\u00a0—,")), max_size=24
)
SAMPLES = st.sampled_from(
    ["# no", "- no", "1. no", "> no", "---", "***", "===", "~~~", "    deep", "[a]: b", "[a](b)",
     "![a](b)", "<http://a.b>", "<a@b.c>", "&amp;", "a\\", "**b**", "__b__", "snake_case_word",
     "2 * 3 * 4", "`code`", "| a | b |", "--- | ---", ":--", "100)", "+", "a  ", "`` ` ``", "* * *"]
)  # fmt: skip
WORDS = ALIVE | SAMPLES | st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
LOOKS = st.sampled_from(
    [Look(), Look(), Look(bold=True), Look(italic=True), Look(bold=True, italic=True),
     Look(link="https://example.org/a_(b)?c=d e"), Look(link="javascript:alert(1)")]
)  # fmt: skip
RUNS = st.lists(st.tuples(WORDS | st.just("\n"), LOOKS), min_size=1, max_size=5)


def line_of(runs: list[tuple[str, Look]]) -> Line:
    """A line of runs, each between two spots with its number."""
    line = Line()
    for number, (words, look) in enumerate(runs):
        line.spot(Spot(str(number), "start"))
        if words == "\n":
            line.break_here()
        else:
            line.write(words, look)
        line.spot(Spot(str(number), "end"))
    return line


def read_back(text: str) -> list[str]:
    """What a reader of Markdown shows, block by block."""
    shown = []
    for token in READER.parse(text):
        if token.type == "inline":
            words = []
            for each in token.children or []:
                assert each.type != "image"
                ended = each.type in ("softbreak", "hardbreak")
                words.append("\n" if ended else each.content)
            shown.append("".join(words))
    return shown


def plain(text: str) -> str:
    """Letters only: blanks at the edges of lines mean nothing in Markdown."""
    return "\n".join(" ".join(line.split()) for line in text.split("\n"))


KINDS = ("paragraph", "heading", "item", "cell")


@given(RUNS, st.sampled_from(KINDS))
@example([("a", Look(bold=True)), ("b", Look(italic=True)), ("*", Look())], "paragraph")
@example([("!", Look()), ("a]b[", Look(link="https://x.org"))], "paragraph")
@example([("#", Look())], "heading")
@example([("a #", Look())], "heading")
@example([("a|b", Look())], "cell")
@settings(max_examples=600)
def test_words_read_letter_by_letter(runs: list[tuple[str, Look]], kind: str) -> None:
    line, page = line_of(runs), Page()
    words = composed(line, breaks=kind in ("paragraph", "item")).text
    page.put(Worded(line=with_words("Before.")))
    if kind == "cell":
        page.put(Table([[[line]], [[with_words("below")]]]))
    else:
        page.put(Worded(line=line, kind=kind, level=1, mark="-"))
    page.put(Worded(line=with_words("After.")))
    text = page.ended()
    assert text == draft_text(text)
    shown = [plain(each) for each in read_back(text)]
    between = [each for each in shown[1:-1] if each != "below"]
    if not words:
        assert "".join(between) == ""
        return
    assert shown[0] == "Before."
    assert shown[-1] == "After."
    assert between == [plain(words)]


@given(RUNS, st.sampled_from(KINDS))
@settings(max_examples=400)
def test_every_place_has_its_words(runs: list[tuple[str, Look]], kind: str) -> None:
    line, page = line_of(runs), Page()
    page.put(Worded(line=with_words("Before.")))
    if kind == "cell":
        page.put(Table([[[line]]]))
    else:
        page.put(Worded(line=line, kind=kind, level=1, mark="-"))
    text = page.ended()
    spots = page.spots
    for number, (words, _) in enumerate(runs):
        start, end = spots[Spot(str(number), "start")], spots[Spot(str(number), "end")]
        letters = [each for each in text[start : max(start, end)] if each.isalnum()]
        wanted = Line()
        wanted.write(words if words != "\n" else "")
        said = [each for each in composed(wanted).text if each.isalnum()]
        if "https" not in text and "".join(said).isascii():
            assert letters == said


def with_words(words: str) -> Line:
    line = Line()
    line.write(words)
    return line


def test_a_list_keeps_its_depths_and_numbers() -> None:
    page = Page()
    for words, depth, mark in (
        ("one", 0, "1."), ("under one", 1, "-"), ("deeper", 2, "4."), ("two", 0, "2."),
        ("bullets now", 0, "-"),
    ):  # fmt: skip
        page.put(Worded(line=with_words(words), kind="item", level=depth, mark=mark))
    page.put(Worded(line=with_words("A paragraph.")))
    found = [(each.kind, each.level, each.mark, each.content) for each in blocks(page.ended())]
    assert found == [
        ("item", 1, "1.", "one"),
        ("item", 2, "-", "under one"),
        ("item", 3, "4.", "deeper"),
        ("item", 1, "2.", "two"),
        ("item", 1, "-", "bullets now"),
        ("paragraph", 0, "", "A paragraph."),
    ]


@pytest.mark.parametrize("words", ["", " ", "\u00a0"])
def test_what_has_no_words_keeps_its_comments_beside_what_has(words: str) -> None:
    page, empty = Page(), Line()
    empty.write(words)
    empty.spot(Spot("comment 1"))
    page.put(Worded(line=with_words("Before.")))
    page.put(Worded(line=empty))
    page.put(Worded(line=with_words("After.")))
    text = page.ended()
    at = page.spots[Spot("comment 1")]
    assert text[at:].startswith("After.") or text[at - 1] == "\u00a0"
