"""Pages to print: whole, readable, and nothing in them is alive."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cartui.exchange.board_markdown import BoardPage, CardLine, StageColumn, board_markdown_out
from cartui.exchange.markdown_text import literal
from cartui.exchange.page_html import page_html_out, page_out
from cartui.model.text import clean
from tests.hostile import HOSTILE

DEAD = {"html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "h4", "h5", "h6", "p",
        "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "blockquote", "hr", "br",
        "em", "strong", "code", "pre"}  # fmt: skip


class Reading(HTMLParser):
    """What a browser would find in a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.named: set[str] = set()
        self.words: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.named |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return "".join(self.words)


def board_with(words: str) -> str:
    card = CardLine(title=words, owners=words, trail=(words,))
    return board_markdown_out(
        BoardPage(title=words, about=(words,), stages=(StageColumn(name=words, cards=(card,)),))
    )


def test_a_board_becomes_a_page_with_its_name_as_title() -> None:
    page = page_html_out(board_with("Falls & slips"))
    read = Reading(page)
    assert page.startswith("<!doctype html>")
    assert "<title>Falls &amp; slips</title>" in page
    assert {"h1", "body", "style"} <= read.tags <= DEAD
    assert "Falls & slips" in read.text


ALIVE = ["<script>alert(1)</script>", "[x](http://y.example)", "![x](y.png)",
         "<http://y.example>", "<b onclick=x>b</b>"]  # fmt: skip


@pytest.mark.parametrize("words", [*HOSTILE.values(), *ALIVE])
def test_nothing_in_a_page_is_alive(words: str) -> None:
    for markdown in (board_with(words), words, f"# {words}\n\n| {words} |\n| --- |\n| {words} |"):
        read = Reading(page_html_out(markdown))
        assert read.tags <= DEAD
        assert read.named <= {"lang", "charset", "name", "content", "http-equiv", "start"}


@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=60))
def test_words_are_read_as_they_were_written(words: str) -> None:
    shown = " ".join(clean(words).split())
    if shown:
        assert shown in " ".join(Reading(page_html_out(f"# {literal(words)}")).text.split())


def test_the_name_of_the_file_says_which_form() -> None:
    assert page_out("# A", "a.md") == "# A"
    assert page_out("# A", "a.HTML").startswith("<!doctype html>")
