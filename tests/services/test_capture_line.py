"""One line typed while people speak: nothing of it is lost, and nothing in it is mistaken."""

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cartui.model.text import clean
from cartui.services.capture_line import Callings, Line, split_how, understood
from cartui.services.due_words import due_in

TODAY = date(2026, 11, 24)  # a Tuesday
PEOPLE = {
    "ben": Callings(name="Ben Okoro"),
    "bea": Callings(name="Bea Lloyd", label="BL"),
    "jose": Callings(name="José Núñez"),
    "berg": Callings(name="Jana Berg"),
    "long": Callings(name="Maria del Carmen: the first, Ruiz"),
}


def read(typed: str) -> Line:
    return understood(typed, PEOPLE, TODAY)


def test_an_action_is_whose_what_and_until_when() -> None:
    line = read("ben: ask for the log, fri")
    assert (line.owner, line.text, line.due) == ("ben", "ask for the log", "2026-11-27")
    assert not line.unsure


@pytest.mark.parametrize(
    ("typed", "owner"),
    [
        ("BEN: x", "ben"),
        ("ben o: x", "ben"),
        ("okoro: x", "ben"),
        ("bl: x", "bea"),
        ("jose: x", "jose"),
        ("núñ: x", "jose"),
        ("ber: x", "berg"),
        ("ja: x", "berg"),
        ("Maria del Carmen: the first, Ruiz: x", "long"),
    ],
)
def test_an_owner_is_a_unique_beginning_of_a_name_or_label(typed: str, owner: str) -> None:
    assert (read(typed).owner, read(typed).text) == (owner, "x")


def test_first_names_go_before_further_names() -> None:
    only = {"ben": Callings(name="Ben Okoro"), "berg": Callings(name="Jana Berg")}
    assert understood("be: x", only, TODAY).owner == "ben"


@pytest.mark.parametrize(
    ("typed", "says"),
    [("be: x", "Ben Okoro or Bea Lloyd"), ("gavin: x", "Nobody here is called “gavin”")],
)
def test_who_is_not_sure_is_said_and_kept_as_typed(typed: str, says: str) -> None:
    line = read(typed)
    assert line.owner == ""
    assert line.owner_name == typed.split(":", maxsplit=1)[0]
    assert says in line.unsure


@pytest.mark.parametrize(
    "typed",
    [
        "ask fri, and then go on",
        "say it on friday",
        "the log, may",
        "meet at 14:30",
        "see https://a.example/b",
        "what we said of it: nothing",
        "the draft, 1.2",
        "they came fri, sat and sun together",
        "ben:",
        ": x",
        ", fri",
        "ben: , fri",
    ],
)
def test_nothing_inside_the_words_is_mistaken(typed: str) -> None:
    line = read(typed)
    assert line.due == ""
    assert typed.endswith(line.text)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("today", "2026-11-24"),
        ("tomorrow", "2026-11-25"),
        ("tue", "2026-12-01"),
        ("Weds", "2026-11-25"),
        ("MONDAY", "2026-11-30"),
        ("by fri", "2026-11-27"),
        ("in 2 weeks", "2026-12-08"),
        ("in a week", "2026-12-01"),
        ("in 3 days", "2026-11-27"),
        ("3 dec", "2026-12-03"),
        ("Dec 3rd", "2026-12-03"),
        ("3/12", "2026-12-03"),
        ("3 nov", "2027-11-03"),
        ("29 feb", "2028-02-29"),
        ("2027-01-05", "2027-01-05"),
        ("5 Jan 2027", "2027-01-05"),
    ],
)
def test_days_as_they_are_said(words: str, day: str) -> None:
    assert read(f"x, {words}").due == day


@pytest.mark.parametrize(
    ("typed", "owner", "due"),
    [
        ("Ben to ask Bea for the log by Tue", "ben", "2026-12-01"),
        ("ben okoro to ask for the log", "ben", ""),
        ("BL to look at it by 3 Dec.", "bea", "2026-12-03"),
        ("Núñez to wait by the door", "jose", ""),
        ("Jana to come by bus by fri", "berg", "2026-11-27"),
    ],
)
def test_a_sentence_says_whose_it_is_and_until_when_and_stays_as_it_was_typed(
    typed: str, owner: str, due: str
) -> None:
    line = read(typed)
    assert (line.text, line.owner, line.due) == (typed, owner, due)
    assert not line.unsure


def test_a_day_after_the_comma_goes_before_one_after_by() -> None:
    line = read("Ben to ask by Tue, fri")
    assert (line.text, line.owner, line.due) == ("Ben to ask by Tue", "ben", "2026-11-27")


@pytest.mark.parametrize(
    "typed",
    [
        "Gavin to ask for the log by Tue",
        "Be to ask by Tue",
        "We want Ben to ask by Tue",
        "Ben to Bea: thanks",
        "Ben to",
        "to ask by Tue",
        "Ben goes to ask by Tue",
        "the log is due by Tue",
    ],
)
def test_what_names_nobody_just_so_is_nobodys(typed: str) -> None:
    line = read(typed)
    assert (line.owner, line.due) == ("", "")


def test_of_two_who_are_called_so_nobody_is_taken() -> None:
    two = {"a": Callings(name="Ben Okoro"), "b": Callings(name="Ben Lloyd")}
    line = understood("Ben to ask by Tue", two, TODAY)
    assert (line.text, line.owner, line.due) == ("Ben to ask by Tue", "", "")
    assert understood("Ben Lloyd to ask by Tue", two, TODAY).owner == "b"


@pytest.mark.parametrize("words", ["", "next fri", "soon", "31 feb", "31/2", "may", "2026", "12"])
def test_what_is_no_day_is_none(words: str) -> None:
    assert due_in(words, TODAY) is None


heads = st.sampled_from(["ben", "be", "bl", "José", "gavin", "some one else", "14", "fri", ""])
tails = st.sampled_from(["fri", "tomorrow", "3 dec", "may", "in 2 weeks", "x, fri", ""])
pieces = st.one_of(
    st.text(max_size=30),
    st.builds("{}: {}, {}".format, heads, st.text(max_size=20), tails),
    st.builds("{} to {} by {}".format, heads, st.text(max_size=20), tails),
)


@given(pieces)
@example("Maria del Carmen: the first, Ruiz: x, fri")
def test_whatever_was_typed_stands_in_the_text_the_owner_or_the_due(typed: str) -> None:
    line = read(typed)
    owner = f"{line.owner_typed}: " if line.owner_typed else ""
    due = f", {line.due_typed}" if line.due_typed else ""
    rebuilt = f"{owner}{line.text}{due}"
    assert "".join(rebuilt.split()) == "".join(clean(typed).split())
    told = line.says_whose
    assert bool(line.owner_typed or told) == bool(line.owner or line.owner_name)
    assert bool(line.due_typed) == bool(line.due) or told


@given(st.sampled_from(["Ben", "bl", "Jana Berg"]), st.text(max_size=30), tails)
def test_what_is_said_in_a_sentence_is_never_taken_apart(who: str, what: str, day: str) -> None:
    typed = f"{who} to ask {what} by {day}"
    line = read(typed)
    if line.says_whose and not line.due_typed:
        assert line.text == clean(typed)
    elif line.says_whose:
        assert clean(typed).startswith(line.text)
    assert line.owner_name or line.owner


@given(st.text(max_size=40))
def test_a_decision_loses_no_word_either(typed: str) -> None:
    text, how = split_how(typed)
    rebuilt = f"{text};{how}" if how else text
    assert "".join(rebuilt.split()) == "".join(clean(typed).split())


@given(st.dates(date(2020, 1, 1), date(2400, 1, 1)), st.text(max_size=15))
def test_a_day_is_a_day_whatever_is_typed_and_whenever(today: date, words: str) -> None:
    found = due_in(words, today)
    assert found is None or isinstance(found, date)


@given(st.dates(date(2020, 1, 1), date(2400, 1, 1)), st.sampled_from(["mon", "thu", "sunday"]))
def test_a_weekday_is_the_next_one_after_today(today: date, words: str) -> None:
    found = due_in(words, today)
    assert found is not None
    assert timedelta(0) < found - today <= timedelta(7)
    assert f"{found:%A}".lower().startswith(words[:3])
