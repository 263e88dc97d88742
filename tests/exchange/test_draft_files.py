"""A draft's file: its letters, its comments at their places, and what is refused in plain words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cartui.exchange.critic_names import CriticWords
from cartui.exchange.decoding import LARGEST, Unreadable
from cartui.exchange.draft_files import read_draft
from cartui.exchange.draft_review import review
from cartui.exchange.draft_text import Tidied, draft_text
from tests.exchange.test_critic_markup import PIECES


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_letters_are_read_as_they_were_meant(encoding: str) -> None:
    raw = "# Über das Café\r\n\r\n“So” £5\r\n".encode(encoding)
    read = read_draft(raw, "somewhere/Draft 3.md")
    assert read.text == "# Über das Café\n\n“So” £5"
    assert (read.title, read.source) == ("Über das Café", "Draft 3.md")


def test_without_a_heading_the_file_gives_its_name() -> None:
    assert read_draft(b"words", "night visits.txt").title == "night visits"
    assert read_draft(b"words", "-").source == ""


def test_comments_stand_where_they_stood_although_blanks_are_tidied() -> None:
    raw = (
        b"\n\nOne \t{>>Ann: a<<}\n\n{==two==}{>>Ann: b<<} \nthree {--gone--}\n{==four==}{>>c<<}\n\n"
    )
    read = read_draft(raw, "a.md")
    assert read.text == "One  \n\ntwo\nthree\nfour"
    quotes = [read.text[each.start : each.end] for each in read.comments]
    assert quotes == ["", "two", "", "four"]
    assert [each.text for each in read.comments] == ["a", "b", "Take out: “gone”", "c"]


@pytest.mark.parametrize(
    ("name", "raw", "says"),
    [
        ("a.pages", b"PK", "read from .docx, .odt, .md, .markdown and .txt files; a.pages"),
        ("a", b"words", "without an ending"),
        ("a.md", b"PK\x03\x04", "word processor's document"),
        ("a.txt", b"%PDF-1.7", "PDF"),
        ("a.md", b"", "no words"),
        ("a.md", b" \n\t\n", "no words"),
        ("a.md", b"{++++}", "no words"),
        ("a.md", b"a\0b", "NUL"),
        ("a.md", b"\xff\xfea", "cannot be read"),
        ("a.md", b"a" * (LARGEST + 1), "20 MB"),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(name: str, raw: bytes, says: str) -> None:
    with pytest.raises(Unreadable, match=says) as refused:
        read_draft(raw, name)
    assert "Nothing was brought in." in str(refused.value)


ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=40) | st.text(
    "ae \n\t\r\ufeff\u0301\x0b", max_size=30
)


@given(ANY)
@settings(max_examples=300, deadline=None)
def test_a_kept_text_stays_as_it_is(text: str) -> None:
    kept = draft_text(text)
    assert draft_text(kept) == kept
    assert Tidied(kept).text == kept


@given(st.text("ab \n", max_size=30), st.integers(0, 30))
@settings(max_examples=300, deadline=None)
def test_every_place_keeps_the_letters_before_it(text: str, offset: int) -> None:
    tidy = Tidied(text)
    assert tidy.text == draft_text(text)
    place = tidy.place(min(offset, len(text)))
    letters = sum(sign in "ab" for sign in text[:offset])
    assert sum(sign in "ab" for sign in tidy.text[:place]) == letters
    assert 0 <= place <= len(tidy.text)


@given(PIECES)
@settings(max_examples=200, deadline=None)
def test_what_was_reviewed_is_kept_without_a_change(text: str) -> None:
    read = review(text, CriticWords())
    assert draft_text(read.text) == read.text
    assert all(0 <= each.start <= each.end <= len(read.text) for each in read.comments)
