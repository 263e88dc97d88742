"""A draft's text as blocks: nothing of it is lost, and marks are told from words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cartui.exchange.markdown_blocks import Block, block_at, blocks, headings_above

TEXT = """# Night visits

Staff told us that families
slept **better**.

- one
  more
- two
  1. inner

> They *felt* watched.
> Twice.

| who | how |
|-----|-----|
| Ann | 2   |

```
a = b
```

---

Second
======

[map]: http://maps.test/
"""


def test_each_block_has_its_kind_and_its_raw_text() -> None:
    found = [(each.kind, each.level, each.mark, each.text) for each in blocks(TEXT)]
    assert found == [
        ("heading", 1, "", "# Night visits"),
        ("paragraph", 0, "", "Staff told us that families\nslept **better**."),
        ("item", 1, "-", "- one\n  more"),
        ("item", 1, "-", "- two"),
        ("item", 2, "1.", "  1. inner"),
        ("quote", 1, "", "> They *felt* watched.\n> Twice."),
        ("table", 0, "", "| who | how |\n|-----|-----|\n| Ann | 2   |"),
        ("code", 0, "", "```\na = b\n```"),
        ("rule", 0, "", "---"),
        ("heading", 1, "", "Second\n======"),
        ("paragraph", 0, "", "[map]: http://maps.test/"),
    ]


def painted(block: Block) -> str:
    """Return what is left of a block without its hidden marks."""
    hidden = {
        at for start, end, style in block.spans if style == "hidden" for at in range(start, end)
    }
    return "".join(sign for at, sign in enumerate(block.text) if at not in hidden)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("# A *b* #", "A b"),
        ("Second\n===", "Second"),
        ("1. 1", "1"),
        ("- a\n  b", "a\nb"),
        ("> a\n> b", "a\nb"),
        ("a  \nb\\\nc", "a\nb\nc"),
        (r"2 \* 3 &amp; 4", "2 * 3 &amp; 4"),
        ('see [the map](http://x.test/(a) "t")b', "see the mapb"),
        ("<http://x.test/>", "http://x.test/"),
        ("![a map](map.png) here", "a map here"),
        ("`a b` and ``c`d``", "a b and c`d"),
        ("***both*** _one_ __two__", "both one two"),
        ("snake_case and 2*3*4", "snake_case and 234"),
        ("[by reference][map]", "[by reference][map]"),
        ("<b>not alive</b>", "<b>not alive</b>"),
        ("```py\nx = 1\n```", "x = 1\n"),
        ("    x = 1", "    x = 1"),
    ],
)
def test_marks_are_hidden_and_words_are_not(text: str, shown: str) -> None:
    [block] = blocks(text)
    assert painted(block) == shown


def test_styles_stand_where_the_words_are() -> None:
    [block] = blocks("a **b *c* d** `e` [f](g)  \nh")
    styled = [(block.text[start:end], style) for start, end, style in block.spans]
    assert [pair for pair in styled if pair[1] != "hidden"] == [
        ("b *c* d", "strong"),
        ("c", "emphasis"),
        ("e", "code"),
        ("f", "link"),
        ("\n", "break"),
    ]


def test_the_headings_above_a_block() -> None:
    found = blocks("# A\n\n## B\n\none\n\n## C ##\n\ntwo\n\n# D\n\nthree")
    above = {each.text: headings_above(found, each.index) for each in found}
    assert above["one"] == ("A", "B")
    assert above["two"] == ("A", "C")
    assert above["three"] == ("D",)
    assert above["## B"] == ("A",)


def test_the_block_at_an_offset() -> None:
    found = blocks("one\n\ntwo")
    assert [block_at(found, offset) for offset in (0, 2, 3, 4)] == [found[0]] * 4
    assert block_at(found, 5) == found[1]
    assert block_at((), 0) is None


MARKS = [
    "# ", "## ", "\n", "\n\n", "- ", "1. ", "  ", "    ", "> ", "```", "~~~", "---", "===", "|",
    "|--|--|", "*", "**", "_", "`", "[a](b)", "[a]: b", "![", "](", "<", ">", "\\", "&amp;", "\t",
    "a", "b c", "é", "漢", "\r\n", "\r", "<div>", "\0", "\u2028", "\x0b", "\x85",
]  # fmt: skip
TEXTS = st.lists(
    st.sampled_from(MARKS) | st.text(st.characters(exclude_categories=["Cs"]), max_size=4),
    max_size=30,
).map("".join)


@given(TEXTS)
@settings(max_examples=500, deadline=None)
def test_the_blocks_cover_the_text_without_loss(text: str) -> None:
    at, between = 0, []
    for index, block in enumerate(blocks(text)):
        assert block.index == index
        assert block.start >= at
        assert text[block.start : block.end] == block.text
        assert block.text.strip()
        between.append(text[at : block.start])
        at = block.end
    assert "".join([*between, text[at:]]).strip() == ""


@given(TEXTS)
@settings(max_examples=500, deadline=None)
def test_spans_stand_in_their_block_and_no_word_is_hidden(text: str) -> None:
    for block in blocks(text):
        for start, end, _ in block.spans:
            assert 0 <= start < end <= len(block.text)
        if block.kind in ("paragraph", "quote") and "](" not in block.text:
            hidden = [block.text[s:e] for s, e, style in block.spans if style == "hidden"]
            assert not any(sign.isalnum() for piece in hidden for sign in piece)
