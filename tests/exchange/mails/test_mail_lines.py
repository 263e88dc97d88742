"""Whose a line is: what mail programs put above a quoted mail, in many languages."""

import pytest

from cartui.exchange.mails.mail import Kind
from cartui.exchange.mails.mail_file import pasted_mail
from cartui.exchange.mails.mail_lines import mail_lines
from cartui.exchange.mails.when import moment_in
from tests.exchange.mails.make_mails import ATTRIBUTIONS, BLOCKS


@pytest.mark.parametrize("name", ATTRIBUTIONS)
def test_a_line_says_who_wrote_what_is_quoted_below_it(name: str) -> None:
    lines = mail_lines(pasted_mail(f"Fine.\n\n{ATTRIBUTIONS[name]}\n\n> The map.\n"))
    (quoted,) = [line for line in lines if line.level == 1 and line.kind is Kind.WORDS]
    assert (quoted.text, quoted.voice.name) == ("The map.", "Rowan Hathersage")
    assert quoted.voice.at == "2016-10-03T10:12:00"
    assert [line.text for line in lines if line.kind is Kind.WORDS and not line.level] == ["Fine."]


@pytest.mark.parametrize("name", BLOCKS)
def test_a_block_says_whose_the_unmarked_lines_below_it_are(name: str) -> None:
    lines = mail_lines(pasted_mail(f"Fine.\n\n{BLOCKS[name]}\n\nThe map.\n"))
    words = [(line.level, line.text, line.voice.name) for line in lines if line.kind is Kind.WORDS]
    assert words == [(0, "Fine.", ""), (1, "The map.", "Rowan Hathersage")]
    assert lines[-2].voice.at == "2016-10-03T10:12:00"


def test_a_block_above_everything_is_the_mails_own() -> None:
    lines = mail_lines(pasted_mail(f"{BLOCKS['outlook']}\n\nFine.\n"))
    assert [(line.level, line.voice.name) for line in lines if line.kind is Kind.WORDS] == [
        (0, "Rowan Hathersage")
    ]


@pytest.mark.parametrize(
    "line",
    [
        "As Moira wrote:", "On the whole I like what Ada wrote: it is clear.",
        "From: where do these figures come?", "Date: when was that?", "To: be honest, no.",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_header_is_said(line: str) -> None:
    lines = mail_lines(pasted_mail(f"> The map.\n{line}\nIt is so.\n"))
    assert line in [each.text for each in lines if each.kind is Kind.WORDS]


def test_nested_marks_are_counted_however_they_are_set() -> None:
    lines = mail_lines(pasted_mail("> > a\n>> b\n>>> c\n > d\ne"))
    assert [(line.level, line.text) for line in lines] == [
        (2, "a"), (2, "b"), (3, "c"), (1, "d"), (0, "e"),
    ]  # fmt: skip


def test_every_line_is_there_once_and_in_its_order() -> None:
    text = f"a\n\n{ATTRIBUTIONS['gmail, wrapped']}\n> b\n-- \nc\n{BLOCKS['owa']}\nd"
    assert "\n".join(line.text for line in mail_lines(pasted_mail(text))) == text.replace(
        "\n> ", "\n"
    )


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("mar. 4 oct. 2016 à 10:12", "2016-10-04T10:12:00"),
        ("Tue, Oct 4, 2016 at 9:05 PM", "2016-10-04T21:05:00"),
        ("4. März 2017", "2017-03-04T00:00:00"),
        ("13/10/2016 08h15", "2016-10-13T08:15:00"),
        ("3/4/2016", ""),  # in March, or in April?
        ("31.2.2016", ""),
        ("no day at all", ""),
    ],
)
def test_days_are_read_and_those_in_doubt_are_not(words: str, moment: str) -> None:
    assert moment_in(words) == moment
