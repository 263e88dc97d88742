"""What cannot be read as a list is refused with a sentence, and nothing trips over it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cartui.exchange.people_csv import Unreadable, guess_mapping, read_people, read_sheet
from cartui.model.problems import CartuiProblem


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"", "nothing in it"),
        (b"\xef\xbb\xbf \r\n\r\n", "nothing in it"),
        (b",,,\r\n,,,\r\n", "nothing in it"),
        (b"sep=;\r\n", "only blank lines"),
        (b"Name,Agency\r\n", "no lines below"),
        (b"PK\x03\x04\x14\x00\x06\x00", "In Excel choose Save as, CSV"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "In Excel choose Save as, CSV"),
        (b"%PDF-1.7\n", "PDF"),
        (b"{\\rtf1\\ansi", "word processor"),
        (b"<html><table><tr><td>Name", "web page"),
        (b"Name,Agency\nAda\x00,x\n", "Line 2 holds NUL"),
        ("Name\tAgency\n".encode("utf-16-le"), "Line 1 holds NUL"),
        (b"Name\n\x81\xff\x00\n", "Line 2"),
        (b"\xff\xfeN\x00a\x00m", "damaged"),
        (b"x" * (20 * 1024 * 1024 + 1), "20 MB"),
        (b'Name,Agency\nAda,Housing\nBen,"Health\nCia,Arts\n', "Line 3 opens a quotation mark"),
        (b'Name\n"' + b"x" * 140_000 + b"\n", "Line 2 opens a quotation mark"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_read_says_why_and_that_nothing_came_in(raw: bytes, says: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_sheet(raw)
    assert says in str(refused.value)
    assert "Nothing was brought in" in str(refused.value)
    assert isinstance(refused.value, CartuiProblem)


def test_a_paste_is_refused_in_the_same_words() -> None:
    for text, says in (("\n \n", "nothing in it"), ("a\0b", "NUL"), ('"Ada\nBen', "Line 1")):
        with pytest.raises(Unreadable, match=says):
            read_sheet(text)


@settings(max_examples=500, deadline=None)
@given(st.one_of(st.binary(), st.text("ab@1=',;\t\"\r\n \0\u00e9\ud800").filter(bool), st.text()))
def test_whatever_is_brought_is_read_or_refused_but_never_trips(raw: bytes | str) -> None:
    try:
        sheet = read_sheet(raw)
    except Unreadable:
        return
    assert len(sheet.rows) == len(sheet.lines) > 0
    assert sorted(set(sheet.lines)) == list(sheet.lines)
    mapping = guess_mapping(sheet)
    assert {len(row) for row in sheet.rows} == {len(mapping)}
    people, _ = read_people(sheet, mapping)
    assert all(person.name for person in people)
