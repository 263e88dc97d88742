"""A draft goes out as a Word file and comes back: nobody's words, passage or state is lost."""

from pathlib import Path
from tempfile import TemporaryDirectory

import docx
from hypothesis import given, settings
from hypothesis import strategies as st

from cartui.exchange.critic_markup import CriticComment, CriticReply
from cartui.exchange.critic_names import CriticWords
from cartui.exchange.draft_files import read_draft
from cartui.exchange.draft_text import draft_text
from cartui.exchange.markdown_blocks import blocks
from cartui.exchange.papers.word_out import word_out
from cartui.services.passages import passage_at

PARTS = st.lists(
    st.sampled_from(
        ["# The falls", "We saw **seven** falls in *March*.", "- the night staff\n- two families",
         "1. first\n2. second\n   - under it", "Staff \\*told\\* us & <others>.", "> Said once.",
         "| Place | Falls |\n| --- | --- |\n| Ward A | seven |", "夜間の訪問について。",
         "a_b_c 2 * 3", "A line\\\nand another."]
    ),
    min_size=1, max_size=5,
)  # fmt: skip
NAMES = st.sampled_from(["", "Carys Hale", "Ben Moss", "Jo"])
SAID = st.sampled_from(["Why?", "Two\nlines", "Ben: quoted", "(really): no lens", "é & <b>"])
WHEN = st.sampled_from(["2026-01-02T03:04:05Z", "2026-02-03T04:05:06Z"])
REPLIES = st.lists(st.builds(CriticReply, text=SAID, name=NAMES, at=WHEN), max_size=2)
WORDS = CriticWords(lenses={"politics": "politics"}, tones={"concern": "concern"})
PLACES = st.tuples(st.floats(0, 1), st.floats(0, 1))


@st.composite
def drafts(draw: st.DrawFn) -> tuple[str, list[CriticComment]]:
    """A text, and comments that stand as cartui places them: within one block."""
    text = draft_text("\n\n".join(draw(PARTS)))
    found = blocks(text)
    comments = []
    for first, last in draw(st.lists(PLACES, max_size=5)):
        start, end = sorted((int(first * len(text)), int(last * len(text))))
        at = passage_at(found, start, end)
        assert at is not None
        whole = draw(st.booleans()) and draw(st.booleans())
        offset = found[at.block].start
        comments.append(
            CriticComment(
                start=0 if whole else offset + at.start, end=0 if whole else offset + at.end,
                text=draw(SAID), name=draw(NAMES), at=draw(WHEN), whole=whole,
                lens=draw(st.sampled_from(["", "politics"])), resolved=draw(st.booleans()),
                replies=tuple(draw(REPLIES)),
            )
        )  # fmt: skip
    return text, comments


def letters(words: str) -> str:
    """The letters of a passage, without the marks that Markdown puts beside them."""
    return "".join(each for each in words if each.isalnum() and not each.isdecimal())


def told(text: str, comment: CriticComment) -> tuple[object, ...]:
    return (
        comment.text, comment.name, comment.at, comment.lens, comment.resolved, comment.whole,
        letters(text[comment.start : comment.end]), letters(text[: comment.start]),
        tuple((each.text, each.name, each.at) for each in comment.replies),
    )  # fmt: skip


@given(drafts())
@settings(max_examples=50, deadline=None)
def test_what_goes_out_comes_back(draft: tuple[str, list[CriticComment]]) -> None:
    text, comments = draft
    back = read_draft(word_out("Falls", text, comments, WORDS), "falls.docx", WORDS)
    assert letters(back.text) == letters(text)
    assert sorted(map(repr, (told(back.text, each) for each in back.comments))) == sorted(
        map(repr, (told(text, each) for each in comments))
    )


def test_word_itself_would_find_passages_exactly() -> None:
    text = "We saw **seven** falls in March."
    at = text.index("seven")
    said = CriticComment(start=at, end=at + 5, text="Only?", name="Ben Moss")
    with TemporaryDirectory() as folder:
        path = Path(folder) / "falls.docx"
        path.write_bytes(word_out("Falls", text, [said]))
        document = docx.Document(str(path))
    assert [each.text for each in document.paragraphs[0].runs if each.text] == [
        "We saw ", "seven", " falls in March."
    ]  # fmt: skip
    (comment,) = document.comments
    assert (comment.text, comment.author, comment.initials) == ("Only?", "Ben Moss", "BM")
