"""Rows become people; what cannot be understood is complained of by line, in plain words."""

import pytest

from cartui.exchange.dates import read_date
from cartui.exchange.people_csv import (
    Complaint,
    PersonRow,
    groups_of,
    guess_mapping,
    read_people,
    read_sheet,
)


def _read(text: str) -> tuple[tuple[PersonRow, ...], tuple[Complaint, ...]]:
    sheet = read_sheet(text)
    return read_people(sheet, guess_mapping(sheet))


def test_a_whole_row() -> None:
    people, complaints = _read(
        "Surname,First name,Agency,Group,Other group,Role,Joined,Why joined,Email,Phone,Notes\n"
        'Fernhollow,Ada,Housing,North,East,practitioner,20 Oct 2015,"To show\nit",a@b.org,0131,x\n'
    )
    assert complaints == ()
    assert people == (
        PersonRow(
            line=2,
            name="Ada Fernhollow",
            agency="Housing",
            group="North; East",
            role="practitioner",
            joined="2015-10-20",
            why_joined="To show\nit",
            email="a@b.org",
            phone="0131",
        ),
    )
    assert groups_of(people[0].group) == ("North", "East")
    assert groups_of(" North ;; East; North") == ("North", "East")


def test_names_are_put_in_one_line_and_trimmed() -> None:
    people, _ = _read('Name,Agency\n"  Ada \u00a0\nFernhollow ", Housing \n')
    assert people[0].name == "Ada Fernhollow"
    assert people[0].agency == "Housing"


def test_a_wrong_date_is_named_with_its_line_and_the_way_to_write_it() -> None:
    people, complaints = _read("Name,Joined\nAda,31/01/2025\n\n\n\n\nBen,31/31/2025\n")
    says = "Line 7: “31/31/2025” is not a date. Write it as 2025-03-31."
    assert complaints == (Complaint(line=7, column="Joined", says=says),)
    assert [(person.name, person.joined) for person in people] == [
        ("Ada", "2025-01-31"),
        ("Ben", ""),
    ]


def test_each_complaint_knows_its_line() -> None:
    people, complaints = _read(
        "Name,Agency,Joined,Left\n"
        ",Housing,,\n"
        "Ada,,2016-03,2015-12-01\n"
        "Ben,,42460,\n"
        '"Cia\nDee,x\nEve",,,\n'
        f"{'x' * 201},,,\n"
        "Flo,,2016-03,2016\n"
    )
    assert [person.name for person in people] == ["Ada", "Ben", "Flo"]
    assert [(complaint.line, complaint.column) for complaint in complaints] == [
        (2, "Name"),
        (3, "Left"),
        (4, "Joined"),
        (5, "Name"),
        (8, "Name"),
    ]
    assert all(complaint.says.startswith(f"Line {complaint.line}: ") for complaint in complaints)


def test_a_complaint_quotes_only_the_beginning_of_a_long_cell() -> None:
    _, complaints = _read(f"Name,Joined\nAda,{'long ' * 50}\n")
    assert len(complaints[0].says) < 120


def test_without_a_name_column_nobody_is_made_up() -> None:
    sheet = read_sheet("Agency,Area\nHousing,North\n")
    people, complaints = read_people(sheet, ("agency", "area"))
    assert people == ()
    assert [(said.line, said.column) for said in complaints] == [(0, "Name")]


def test_columns_left_out_and_columns_shared() -> None:
    sheet = read_sheet("Name,Org,Unit\nAda,Parks,Council\n,x,\n")
    people, complaints = read_people(sheet, ("name", "agency", "agency"))
    assert people[0].agency == "Parks, Council"
    assert complaints[0].line == 3
    people, complaints = read_people(sheet, ("name", "note_ignored", ""))
    assert people == (PersonRow(line=2, name="Ada"),)
    assert complaints == ()
    with pytest.raises(ValueError, match="shoe"):
        read_people(sheet, ("name", "shoe", ""))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2016-03-31", "2016-03-31"),
        ("2016/3/31", "2016-03-31"),
        ("2016-03-31 00:00:00", "2016-03-31"),
        ("2016-03-31T09:30Z", "2016-03-31"),
        ("31/03/2016", "2016-03-31"),
        ("1/2/2016", "2016-02-01"),
        ("31/03/2016 00:00", "2016-03-31"),
        ("31.3.2016", "2016-03-31"),
        ("31-03-16", "2016-03-31"),
        ("31/03/98", "1998-03-31"),
        ("31 Mar 2016", "2016-03-31"),
        ("31-Mar-16", "2016-03-31"),
        ("31st of March 2016", "2016-03-31"),
        ("Thu, 31 March 2016", "2016-03-31"),
        ("3 Sept. 2016", "2016-09-03"),
        ("Mar 2016", "2016-03"),
        ("Mar-16", "2016-03"),
        ("march, 2016", "2016-03"),
        ("03/2016", "2016-03"),
        ("2016-03", "2016-03"),
        ("2016", "2016"),
        ("29 Feb 2016", "2016-02-29"),
    ],
)
def test_dates_as_people_write_them(written: str, meant: str) -> None:
    assert read_date(written) == meant


@pytest.mark.parametrize(
    "written",
    [
        "31/31/2025",
        "03/31/2016",
        "29 Feb 2015",
        "2016-13",
        "31 Smarch 2016",
        "soon",
        "42460",
        "",
        "16",
        "0/1/2016",
        "2016-03-00",
        "31/03-2016",
        "1999 2000",
        "5 2016",
    ],
)
def test_what_is_no_date_is_not_guessed(written: str) -> None:
    assert read_date(written) is None
