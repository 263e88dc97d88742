"""A draft and its comments as one page: every letter, every comment, and nothing that is alive."""

import re
from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st

from cartui.exchange.commented import Commented
from cartui.exchange.commented_html import commented_html
from cartui.exchange.critic_markup import CriticComment, CriticReply
from cartui.exchange.critic_names import CriticWords
from tests.hostile import HOSTILE
from tests.services.test_word_round_trip import drafts, letters

WORDS = CriticWords(lenses={"politics": "politics"}, tones={"concern": "concern"})


class Page(HTMLParser):
    """A page as a reader has it: the marked words by comment, all words, all tags, all ids."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.marked = ""
        self.words = ""
        self.links: list[str] = []
        self._marks = 0
        self._quiet = 0
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.ids += [value or "" for name, value in attrs if name == "id"]
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]
        self._marks += tag == "mark"
        self._quiet += tag in ("sup", "style")

    def handle_endtag(self, tag: str) -> None:
        self._marks -= tag == "mark"
        self._quiet -= tag in ("sup", "style")

    def handle_data(self, data: str) -> None:
        if not self._quiet:
            self.words += data
            self.marked += data if self._marks else ""


def test_the_passage_is_marked_and_what_was_said_stands_beside_it() -> None:
    text = "# Falls\n\nWe saw **seven** falls & more."
    at = text.index("seven")
    page = commented_html(
        Commented(
            title="Falls <1>", text=text, words=WORDS,
            comments=(
                CriticComment(start=at, end=at + 5, text="Only?", name="Ben", lens="politics",
                              replies=(CriticReply(text="Yes.", name="Ada"),),
                              decided=CriticReply(text="Taken.", name="Ada")),
                CriticComment(text="Good.", whole=True),
            ),
        )
    )  # fmt: skip
    read = Page(page)
    assert '<strong><mark id="c1">' in page or '<mark id="c1"><strong>seven</strong></mark>' in page
    assert read.marked == "seven"
    assert read.ids == ["c1", "n1", "n2"]
    assert read.links == ["#n1", "#c1"]
    for words in (
        "Ben · politics",
        "Only?",
        "Ada: Yes.",
        "Taken.",
        "on the whole draft",
        "Falls <1>",
    ):
        assert words in read.words


@given(drafts())
@settings(max_examples=60, deadline=None)
def test_every_letter_and_every_comment_is_there(draft: tuple[str, list[CriticComment]]) -> None:
    text, comments = draft
    page = commented_html(Commented(title="", text=text, comments=tuple(comments), words=WORDS))
    read = Page(page)
    section = page[page.index("<section>") : page.index("</section>")]
    assert letters(Page(section).words) == letters(text)
    assert [each for each in read.ids if each.startswith("n")] == [
        f"n{n}" for n in range(1, len(comments) + 1)
    ]
    places = {each for each in read.ids if each.startswith("c")}
    assert places == {f"c{n}" for n, each in enumerate(comments, 1) if not each.whole}
    assert len(set(read.ids)) == len(read.ids)
    covered = set[int]()
    for each in comments:
        covered |= set(range(each.start, each.end)) if not each.whole else set()
    assert letters(read.marked) == letters("".join(text[at] for at in sorted(covered)))


ALIVE = (
    "<script>alert(1)</script>", "<img src=x onerror=a>", '"><b id="c1">', "</aside>&lt;x>",
    "[x](javascript:alert(1))", "![x](http://evil/x.png)", "<http://evil>", "<svg/onload=a>",
)  # fmt: skip
TEXTS = st.sampled_from([*HOSTILE.values(), *ALIVE])


@given(TEXTS, TEXTS)
@settings(max_examples=100, deadline=None)
def test_nothing_in_it_is_alive(one: str, other: str) -> None:
    said = CriticComment(start=0, end=4, text=one, name=other, lens=one,
                         replies=(CriticReply(text=other, name=one),))  # fmt: skip
    page = commented_html(Commented(title=other, about=(one,), text=one, comments=(said,)))
    read = Page(page)
    assert not {"script", "img", "iframe", "svg", "object", "link", "form"} & set(read.tags)
    assert all(re.fullmatch(r"#[cn]\d+", each) for each in read.links)
    assert "default-src 'none'" in page
