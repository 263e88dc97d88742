"""Threads, suggestions, names and dates: what a paper says as comments of a draft."""

import pytest

from cartui.exchange.papers.reader import read_paper
from cartui.exchange.papers.said import said_in
from cartui.exchange.papers.spoken import moment, name_of
from tests.exchange.papers.make_word_files import (
    comment,
    deleted,
    inserted,
    p,
    run,
    said_of,
    thread,
    word_file,
)


def test_replies_stand_under_the_comment_that_began_the_thread() -> None:
    raw = word_file(
        p(*(said_of(each, run(f"w{each} ")) for each in "123")),
        comments=[comment("1", "a"), comment("2", "b", "Ben Moss"), comment("3", "c")],
        threads=[thread("1", done=True), thread("2", answers="1"), thread("3", answers="2")],
    )
    (root,) = said_in(read_paper(raw))
    assert (root.text, root.resolved) == ("a", True)
    assert [(each.text, each.name) for each in root.replies] == [
        ("b", "Ben Moss"), ("c", "Carys Hale")
    ]  # fmt: skip


def test_words_in_the_place_of_others_are_one_suggestion_of_one_person() -> None:
    raw = word_file(
        p(run("It was "), deleted("bad"), inserted("good"), run(" and "), deleted("very ", "Ann"),
          inserted("so ", "Ben Moss"), run("long.")),
    )  # fmt: skip
    said = said_in(read_paper(raw))
    assert [(each.text, each.name, each.tone) for each in said] == [
        ("Put “good” in the place of “bad”", "Ben Moss", "suggestion"),
        ("Take out: “very ”", "Ann", "suggestion"),
        ("Put in: “so ”", "Ben Moss", "suggestion"),
    ]
    assert {each.at for each in said} == {"2026-02-03T10:11:00Z"}


@pytest.mark.parametrize(
    ("author", "name"),
    [
        ("Ann Bell", "Ann Bell"),
        ("Ann Bell <ann@example.org>", "Ann Bell"),
        ("Ann Bell <Ann Bell <ann@example.org>>", "Ann Bell"),
        ("ann@example.org", "ann"),
        ("<ann@example.org>", "ann"),
        ("", ""),
    ],
)
def test_addresses_stay_out_of_names(author: str, name: str) -> None:
    assert name_of(author) == name


@pytest.mark.parametrize(
    ("date", "at"),
    [
        ("2024-04-02T16:57:00Z", "2024-04-02T16:57:00Z"),
        ("2009-08-03T12:09:45.123456789", "2009-08-03T12:09:45"),
        ("2024-04-02T16:57:00+02:00", "2024-04-02T16:57:00+02:00"),
        ("yesterday", ""),
        ("", ""),
    ],
)
def test_dates_are_read_or_left_out(date: str, at: str) -> None:
    assert moment(date) == at
