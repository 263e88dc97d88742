"""Which column is what: headings in any order and wording, or none at all."""

import pytest

from cartui.exchange.people_csv import FIELDS, guess_mapping, read_sheet


def _guess(headings: str, row: str = "Ada,b,c,d,e,f") -> tuple[str, ...]:
    return guess_mapping(read_sheet(f"{headings}\n{row}\n"))


@pytest.mark.parametrize(
    ("headings", "mapping"),
    [
        ("Full name,Organisation,Job title", ("name", "agency", "job_role")),
        ("ORG,FULL NAME,POST", ("agency", "name", "job_role")),
        ("Surname,First name,Employer", ("surname", "first_name", "agency")),
        ("first_name,last_name,e-mail*", ("first_name", "surname", "email")),
        ("Name:,Role in group,Locality", ("name", "role", "area")),
        ("Name,Group,Start date,Mobile", ("name", "group", "joined", "phone")),
        ("Name,Why I joined,Date left,Profession", ("name", "why_joined", "left", "profession")),
        ("Name of organisation,Name of member", ("agency", "name")),
        ("What is your name?,Which organisation do you work for?", ("name", "agency")),
        (
            "Name,Line manager,Manager's email,Email",
            ("name", "note_ignored", "note_ignored", "email"),
        ),
        ("Name,Agency,Service", ("name", "agency", "")),
        ("Name,Group,Second group", ("name", "group", "group")),
        ("Name,Shoe size", ("name", "")),
        ("Full name,First name,Surname", ("name", "first_name", "surname")),
    ],
)
def test_headings_in_the_words_people_use(headings: str, mapping: tuple[str, ...]) -> None:
    assert _guess(headings)[: len(mapping)] == mapping


def test_a_name_beside_a_surname_is_the_first_name() -> None:
    assert _guess("Name,Surname", "Ada,Fernhollow") == ("first_name", "surname")
    assert _guess("Name,Surname", "Ada Fernhollow,Fernhollow") == ("name", "surname")


def test_without_headings_the_cells_tell() -> None:
    sheet = read_sheet(
        "ada@example.org;Ada Fernhollow;0131 496 0000;20/10/2015\n"
        "ben@example.org;Ben Alder;+44 131 496 0001;1.12.2015\n"
    )
    assert guess_mapping(sheet) == ("email", "name", "phone", "joined")


def test_a_pasted_column_is_names() -> None:
    assert guess_mapping(read_sheet("Ada Fernhollow\nBen\n")) == ("name",)


def test_two_columns_of_single_words_are_the_two_halves_of_names() -> None:
    assert guess_mapping(read_sheet("Ada\tFern\nBen\tAlder\n")) == ("first_name", "surname")
    assert guess_mapping(read_sheet("Fern, Ada\nAlder, Ben\n")) == ("surname", "first_name")
    assert guess_mapping(read_sheet("Ada Fern\tHousing\nBen Alder\tHealth\n")) == ("name", "")


def test_headings_without_a_name_leave_the_first_words_for_it() -> None:
    sheet = read_sheet("Wer,Email\nAda Fern,ada@example.org\nBen Alder,ben@example.org\n")
    assert guess_mapping(sheet) == ("name", "email")


def test_contact_details_are_marked_back_stage() -> None:
    assert [field.id for field in FIELDS if field.back] == ["email", "phone"]
    assert len({field.id for field in FIELDS}) == len(FIELDS) == 16
