"""E-mails of many shapes beside a draft: each answer at its passage, and no line of it lost."""

from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cartui.exchange.decoding import Unreadable
from cartui.exchange.mails.mail import Mail
from cartui.exchange.mails.mail_file import pasted_mail, read_mail
from cartui.exchange.markdown_blocks import blocks
from cartui.model.drafts import Anchored
from cartui.services.mail_draft import MailDraft
from cartui.services.mail_heard import Heard, Letter
from cartui.services.mail_reading import read_letter
from cartui.services.names_found import UNNAMED
from tests.exchange.mails.make_mails import (
    ATTRIBUTIONS,
    BLOCKS,
    DRAFT,
    QUOTED,
    SAID,
    UNMARKED,
    eml,
)


def letter(mail: Mail | str, *older: str, draft: str = DRAFT) -> Letter:
    """Read a mail beside a draft that has had these earlier versions."""
    mail = pasted_mail(mail) if isinstance(mail, str) else mail
    return read_letter(mail, MailDraft(blocks(draft), lambda: [blocks(text) for text in older]))


def said(read: Letter) -> list[tuple[str, str]]:
    """Return what is said, and of which words; "" for the whole draft."""
    return [(each.text, quote(each)) for each in read.heard]


def quote(heard: Heard) -> str:
    return heard.landing.found.quote if heard.landing is not None else ""


def out(read: Letter) -> dict[str, str]:
    """Return what is left out, by why."""
    return {each.why: each.text for each in read.left_out}


@pytest.mark.parametrize("name", ATTRIBUTIONS)
def test_answers_below_marked_quotes(name: str) -> None:
    read = letter(f"{ATTRIBUTIONS[name]}\n\n{QUOTED}")
    assert said(read) == SAID
    assert [each.landing.state for each in read.heard if each.landing] == [Anchored.EXACT] * 2
    assert out(read)["the mail that it answers"].startswith("Dear all,")
    assert read.quoted == 5


@pytest.mark.parametrize("name", BLOCKS)
def test_answers_among_unmarked_lines(name: str) -> None:
    read = letter(f"Hi Rowan,\n\nA good piece.\n\nAna\n\n{BLOCKS[name]}\n\n{UNMARKED}")
    assert said(read) == [
        ("A good piece.\n\nAna", ""),
        ("I doubt that all of them did.", SAID[0][1]),
    ]
    assert read.heard[1].typed
    assert out(read)["greeting"] == "Hi Rowan,"
    assert [each.text for each in read.left_out if each.why.startswith("the mail")] == [
        "Dear all,\nhere is the draft, please answer by Friday.", "Best wishes,\nRowan",
    ]  # fmt: skip


def test_without_answers_among_them_unmarked_lines_are_the_mail_alone() -> None:
    plain = UNMARKED.replace("I doubt that all of them did.\n", "")
    read = letter(f"A good piece.\n\n{BLOCKS['outlook']}\n\n{plain}")
    assert said(read) == [("A good piece.", "")]


def test_a_mail_copied_from_the_page_has_lost_its_marks() -> None:
    read = letter(f"A good piece.\n\n{ATTRIBUTIONS['gmail']}\n\n{UNMARKED}")
    assert [text for text, _ in said(read)] == ["A good piece.", "I doubt that all of them did."]


def test_a_saved_page_with_quotations() -> None:
    page = (
        "<p>Hi Rowan,</p><p>a good&nbsp;piece.</p><div>On 3 Oct 2016, Rowan wrote:</div>"
        "<blockquote><p>The map was finished in May. Most services<br>found it useful.</p>"
        "</blockquote><p>Who&#8203; says so?</p>"
    )
    read = letter(read_mail(eml("", page), "a.eml"))
    assert said(read) == [("a good piece.", ""), SAID[0]]
    assert {each.voice.name for each in read.heard} == {"Ana Moreno"}


def test_a_flowed_mail() -> None:
    flowed = QUOTED.replace("Most services\n", "Most services \n").replace("Who", "I ask: \nwho")
    read = letter(read_mail(eml(flowed, flowed=True), "a.eml"))
    assert said(read) == [("I ask: who says so?", SAID[0][1]), SAID[1]]


def test_answers_to_answers_are_replies_of_those_who_gave_them() -> None:
    read = letter(
        "From: Ben Okoro\nSent: 5 October 2016 08:00\nSubject: Re: Draft\n\n"
        "On 4 Oct 2016 09:30, Ana Moreno wrote:\n> On 3 Oct 2016 10:12, Rowan wrote:\n"
        ">> The map was finished in May.\n> Was it?\nI saw it.\n"
        ">> Two agencies did not return the form.\nWe chased them.\n"
    )
    first, second = read.heard
    assert (first.text, first.voice.name, quote(first)) == (
        "Was it?", "Ana Moreno", "The map was finished in May.",
    )  # fmt: skip
    assert [(each.text, each.voice.name) for each in first.replies] == [("I saw it.", "Ben Okoro")]
    assert (second.text, second.voice.name) == ("We chased them.", "Ben Okoro")
    assert (first.voice.at, second.voice.at) == ("2016-10-04T09:30:00", "2016-10-05T08:00:00")


def test_who_is_quoted_without_a_name_is_not_taken_for_the_writer() -> None:
    read = letter("From: Ben\nSent: 3 Oct 2016\n\n>> The map was finished in May.\n> No.\nYes.")
    (heard,) = read.heard
    assert (heard.text, heard.voice.name) == ("No.", UNNAMED)
    assert [(each.text, each.voice.name) for each in heard.replies] == [("Yes.", "Ben")]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("May. [AM: who says so?] Most", "AM: who says so?"),
        ("May. Who says so? Most", "Who says so?"),
        ("May. --> I doubt this. Most", "--> I doubt this."),
    ],
)
def test_words_typed_into_the_quoted_lines(typed: str, words: str) -> None:
    read = letter(f"> The map was finished in {typed} services found it\n> useful.\n")
    assert said(read) == [(words, "The map was finished in May.")]
    assert read.heard[0].typed


def test_a_quoted_sentence_that_goes_on_otherwise_has_nothing_typed_in() -> None:
    read = letter("> Most services found it useful and more.\nHow many?\n")
    assert [text for text, _ in said(read)] == ["How many?"]


def test_a_quoted_line_that_was_wrapped_is_still_quoted() -> None:
    read = letter("> Two agencies did not return the\nform. It is\n> vital that partners\nYes!\n")
    assert [text for text, _ in said(read)] == ["Yes!"]


def test_unmarked_sentences_copied_above_each_answer() -> None:
    read = letter(
        "The map was finished in May.\nReally?\n\n“Two agencies did not return the form.”\nWhich?\n"
    )
    assert said(read) == [
        ("Really?", "The map was finished in May."),
        ("Which?", "Two agencies did not return the form."),
    ]


def test_an_answer_to_something_else_is_about_the_whole_and_says_what_it_answers() -> None:
    read = letter(
        "> please answer by Friday.\nFriday is fine.\n> The map was finished in May.\nOh?"
    )
    assert (read.heard[0].landing, read.heard[0].of) == (None, "please answer by Friday.")
    assert quote(read.heard[1]) == "The map was finished in May."


def test_signatures_and_closing_words_are_left_out_and_shown() -> None:
    read = letter(f"{QUOTED}\nMit freundlichen Grüßen\nAna\n-- \nAna Moreno\n01234 5\n")
    assert said(read) == SAID
    assert out(read)["closing words"] == "Mit freundlichen Grüßen\nAna"
    assert out(read)["signature"] == "--\nAna Moreno\n01234 5"
    assert said(letter("Bien.\nCordialement,\nAna\nEnvoyé de mon iPhone")) == [("Bien.", "")]


def test_only_quotes_and_no_answer() -> None:
    assert letter("> The map was finished in May.\n").heard == ()


def test_words_quoted_from_an_earlier_version_are_unsure_or_lost_and_keep_their_quote() -> None:
    older = DRAFT.replace(
        "Two agencies did not return the form.",
        "Both health boards, asked three times by letter, never answered us.",
    )
    read = letter(
        "> Both health boards, asked three times by letter, never answered us.\nOh?", older
    )
    (heard,) = read.heard
    assert heard.landing is not None
    assert heard.landing.state in (Anchored.UNSURE, Anchored.LOST)
    assert heard.landing.found.quote.startswith("Both health boards")


def test_words_quoted_from_memory_are_unsure() -> None:
    (heard,) = letter("> The map got finished last May; most found it useful.\nWho?\n").heard
    assert heard.landing is not None
    assert heard.landing.state is Anchored.UNSURE


def test_a_sentence_that_stands_twice_is_unsure_unless_its_neighbours_are_quoted() -> None:
    twice = (
        "One ward said yes. We saw it.\n\nA long day went by in between.\n\nTwo said no. We saw it."
    )
    (heard,) = letter("> We saw it.\nWhere?", draft=twice).heard
    assert heard.landing is not None
    assert heard.landing.state is Anchored.UNSURE


def test_the_mails_own_header_says_who_and_when() -> None:
    read = letter(f"{BLOCKS['german outlook']}\n\n> The map was finished in May.\nWann?")
    assert (read.voice.name, read.heard[0].voice.at) == ("Rowan Hathersage", "2016-10-03T10:12:00")


def test_the_example_that_facilitators_read_is_true() -> None:
    page = (Path(__file__).parents[2] / "docs" / "drafts.md").read_text(encoding="utf-8")
    example = page.split("Say Ana answers Rowan's mail:")[1].split("Copy all of it")[0]
    read = letter(dedent(example))
    assert said(read) == [
        ("Hi Rowan, a clear piece on the whole.", ""),
        ("How many were asked?", SAID[0][1]),
        ("Which two?", "Two agencies did not return the form."),
    ]
    assert [each.text for each in read.left_out] == [
        "Dear all, here is the draft.", "Best wishes,\nAna",
    ]  # fmt: skip


# --- no line is lost

QUOTES = [line for line in DRAFT.splitlines() if line.strip() and "**" not in line]
WORDS = st.sampled_from(
    ["zinc", "plover", "quartz", "why", "never", "ample", "Öl", "漢字", "7", "?"]
)
REPLY = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)


@st.composite
def mails(draw: st.DrawFn) -> tuple[str, list[str]]:
    """Return a mail and the lines in it that somebody says, each another."""
    lines: list[str] = []
    replies: list[str] = []
    if draw(st.booleans()):
        lines += [draw(st.sampled_from([*ATTRIBUTIONS.values()])), f"> {QUOTES[0]}"]
    for number in range(draw(st.integers(1, 8))):
        marks = draw(st.sampled_from([">", ">>", "> >", ">"]))
        quoted = draw(st.lists(st.sampled_from(QUOTES), max_size=3))
        lines += [f"{marks} {line}" for line in quoted]
        lines += draw(st.lists(st.just(""), max_size=2))
        for reply in draw(st.lists(REPLY, max_size=3)):
            replies.append(f"r{number}x{len(replies)} {reply}")
            lines += [replies[-1], *draw(st.lists(st.just(""), max_size=1))]
    if draw(st.booleans()):
        lines += ["-- ", "Somebody", "Somewhere"]
    return "\n".join(lines), replies


@given(mails())
@settings(deadline=None, max_examples=150)
def test_every_line_that_is_said_is_in_one_comment(made: tuple[str, list[str]]) -> None:
    text, replies = made
    if not text.strip():
        return
    read = letter(text)
    heard = [words for each in read.heard for words in _lines(each)]
    assert sorted(line for line in heard if line in replies) == sorted(replies)
    shown = [line for each in read.left_out for line in each.text.splitlines()]
    assert ("Somebody" in shown) == (text.endswith("Somewhere"))


def _lines(heard: Heard) -> list[str]:
    return [
        line
        for words in (heard.text, *(each.text for each in heard.replies))
        for line in words.splitlines()
    ]


PARTS = st.one_of(
    st.sampled_from([*DRAFT.splitlines(), "Dear all,", "", ">", ">>"]),
    st.sampled_from([*ATTRIBUTIONS.values(), *BLOCKS.values()]),
    st.sampled_from(["-- \nSig", "Best wishes,\nAna", "[image: x]", "Sent from my phone"]),
    REPLY.map("said {}".format),
    REPLY.map("said {}".format),
)
MARKS = st.sampled_from(["", "", "", "> ", ">> ", ">"])


@given(st.lists(st.tuples(MARKS, PARTS), min_size=1, max_size=14))
@settings(deadline=None, max_examples=200)
def test_whatever_is_mixed_each_line_is_a_comment_or_is_shown_as_left_out(
    parts: list[tuple[str, str]],
) -> None:
    """Marked, unmarked, below any header, in a signature: said lines are somewhere, and once."""
    said_lines: list[str] = []
    lines: list[str] = []
    for marks, words in parts:
        if words.startswith("said "):
            said_lines.append(f"{words} {len(said_lines)}")
            lines.append(marks + said_lines[-1])
        else:
            lines += [words] if "\n" in words else [marks + words]
    text = "\n".join(lines)
    if not text.strip():
        return
    read = letter(text)
    found = [line for each in read.heard for line in _lines(each)]
    found += [line for each in read.left_out for line in each.text.splitlines()]
    assert sorted(line for line in found if line in said_lines) == sorted(said_lines)


@given(st.text(max_size=300))
@settings(deadline=None, max_examples=150)
def test_any_words_are_read_and_all_of_them_are_somewhere(text: str) -> None:
    if not text.strip() or "\0" in text:
        return
    try:
        mail = pasted_mail(text)
    except Unreadable:
        return
    read = letter(mail)
    words = " ".join(
        [line for each in read.heard for line in _lines(each)]
        + [each.text for each in read.left_out]
        + [each.of for each in read.heard]
    )
    assert bool(words.strip()) or all(line.strip(" >") == "" for line in mail.text.splitlines())
