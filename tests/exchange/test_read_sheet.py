"""Files as spreadsheets really save them, byte for byte, and what was pasted."""

import csv
from itertools import product

import pytest

from cartui.exchange.people_csv import Sheet, read_sheet, with_headings

LIST = [
    ("Name", "Agency", "Area"),
    ("Zoë Fernhollow", "Café & library", "North Quay"),
    ("Callum Quillfeather", "Housing, 3rd floor; east", "Mill Braes"),
    ("André Larkspur", "Fund of £20", "Easter Loan"),
]


def _written(delimiter: str, end: str) -> str:
    def cell(text: str) -> str:
        return f'"{text}"' if any(sign in text for sign in ',;\t"') else text

    return "".join(delimiter.join(map(cell, row)) + end for row in LIST)


@pytest.mark.parametrize(
    ("delimiter", "end", "encoding"),
    list(
        product(
            ",;\t",
            ("\r\n", "\n", "\r"),
            ("utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252", "mac_roman", "cp850"),
        )
    ),
)
def test_the_same_list_however_it_was_saved(delimiter: str, end: str, encoding: str) -> None:
    sheet = read_sheet(_written(delimiter, end).encode(encoding))
    assert [sheet.headings, *sheet.rows] == LIST
    assert (sheet.delimiter, sheet.encoding) == (delimiter, encoding)
    assert sheet.lines == (2, 3, 4)
    assert sheet.headings_line == 1


@pytest.mark.parametrize(
    ("mark", "codec"), [(b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")]
)
def test_excel_unicode_text_either_way_round(mark: bytes, codec: str) -> None:
    sheet = read_sheet(mark + _written("\t", "\r\n").encode(codec))
    assert sheet.rows[2] == ("André Larkspur", "Fund of £20", "Easter Loan")
    assert (sheet.encoding, sheet.delimiter) == ("utf-16", "\t")


def test_windows_letters_byte_for_byte() -> None:
    sheet = read_sheet(b"Name,Agency\r\nRen\xe9 O\x92Hara,\xa320 fund \x96 east\r\n")
    assert sheet.rows == (("René O\u2019Hara", "£20 fund \u2013 east"),)
    assert sheet.encoding == "cp1252"


def test_letters_of_an_older_mac_and_of_dos_byte_for_byte() -> None:
    assert read_sheet(b"Name,Town\rRen\x8e,Perth\r").rows == (("René", "Perth"),)
    assert read_sheet(b"Name,Town\r\nRen\x82,Perth\r\n").rows == (("René", "Perth"),)


@pytest.mark.parametrize("first", [b"sep=;", b"SEP=;", b'"sep=;"', b"sep=;;;"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_excels_own_line_names_the_delimiter(first: bytes, mark: bytes) -> None:
    sheet = read_sheet(mark + first + b"\r\nName;Group\r\nAda, Dr;North\r\n")
    assert sheet.rows == (("Ada, Dr", "North"),)
    assert sheet.delimiter == ";"
    assert (sheet.headings_line, sheet.lines) == (2, (3,))


def test_semicolons_with_decimal_commas() -> None:
    sheet = read_sheet(b"Name;Hours;Rate\nAda;1,5;2,25\nBen;2,0;3,5\nCia;0,5;1,75\n")
    assert sheet.delimiter == ";"
    assert sheet.rows[0] == ("Ada", "1,5", "2,25")
    without = read_sheet("Ada Fern;1,5\nBen Wick;2,0\nCia Drystane;0,5\n")
    assert without.delimiter == ";"
    assert without.rows[1] == ("Ben Wick", "2,0")


def test_commas_with_semicolons_between_groups() -> None:
    sheet = read_sheet("Ada Fern,North; East\nBen Wick,North; West\n")
    assert sheet.delimiter == ","
    assert sheet.rows[0] == ("Ada Fern", "North; East")


def test_what_divides_the_headings_divides_the_rows() -> None:
    sheet = read_sheet("Name,Groups,Area\nAda,North; East\nBen,North; West,x,y\nCia,x; y,z\n")
    assert sheet.delimiter == ","
    assert sheet.rows[0] == ("Ada", "North; East", "", "")


SNIFFER_MISJUDGES = (
    "Name\nAda Fernhollow\nCallum Quillfeather\nNadia Larkspur\n",
    "Name;Hours\nAda;1,5\nBen;2,5\n",
    "Ada Fernhollow\nBen Alder\n",
)


def test_the_library_sniffer_misjudges_where_counting_cells_does_not() -> None:
    wrong = 0
    for text, delimiter in zip(SNIFFER_MISJUDGES, ("", ";", ""), strict=True):
        assert read_sheet(text).delimiter == delimiter
        try:
            wrong += csv.Sniffer().sniff(text).delimiter != delimiter
        except csv.Error:
            wrong += 1
    assert wrong > 0


def test_quoted_newlines_and_blank_lines_keep_their_line_numbers() -> None:
    raw = b'Name,Why joined\r\n\r\nAda,"To show\r\nwhat visits do"\r\n\r\n,,\r\nBen,Because\r\n\r\n'
    sheet = read_sheet(raw)
    assert sheet.rows == (("Ada", "To show\nwhat visits do"), ("Ben", "Because"))
    assert sheet.lines == (3, 7)


def test_trailing_delimiters_and_empty_last_columns_are_dropped() -> None:
    sheet = read_sheet("Name,Agency,,,\nAda,Housing,,,\nBen,Health\nCia,,,,,,\n")
    assert sheet.headings == ("Name", "Agency")
    assert sheet.rows == (("Ada", "Housing"), ("Ben", "Health"), ("Cia", ""))


def test_rows_that_the_spreadsheet_cut_short_are_filled_up() -> None:
    sheet = read_sheet("Name;Agency;Area;Role\nAda;Housing\nBen;Health;East\nCia;Arts;West;x\n")
    assert sheet.rows[0] == ("Ada", "Housing", "", "")


def test_a_pasted_column_of_names_is_one_column() -> None:
    sheet = read_sheet("Ada Fernhollow\nBridie O'Stonecrop\n\nMartin Luther King, Jr.\n")
    assert sheet.delimiter == ""
    assert not sheet.has_headings
    assert sheet.rows == (
        ("Ada Fernhollow",),
        ("Bridie O'Stonecrop",),
        ("Martin Luther King, Jr.",),
    )
    assert sheet.lines == (1, 2, 4)
    assert read_sheet("Ada").rows == (("Ada",),)


def test_a_pasted_column_may_have_its_heading() -> None:
    sheet = read_sheet("Participants\nAda Fernhollow\nBen Alder\n")
    assert sheet.headings == ("Participants",)
    assert len(sheet.rows) == 2


def test_a_title_above_the_headings_is_no_person() -> None:
    sheet = read_sheet("CAR group 2016,,\n,,\nName,Agency,Area\nAda,Housing,North\n")
    assert sheet.headings == ("Name", "Agency", "Area")
    assert sheet.rows == (("Ada", "Housing", "North"),)
    assert sheet.lines == (4,)


@pytest.mark.parametrize(
    "text",
    [
        "Ada Fernhollow,Practitioner\nBen Alder,Volunteer\n",
        "Ada Fernhollow,Housing service,Area officer\nBen Alder,Health,Nurse\n",
        "Name Surname\nAda Fernhollow\n",
        "Ada Fernhollow,Housing\nName,Agency\nBen Alder,Health\n",
        "Ada Fernhollow,ada@example.org\nBen Alder,ben@example.org\nCia Wick,cia@example.org\n",
    ],
)
def test_people_are_not_taken_for_headings(text: str) -> None:
    assert not read_sheet(text).has_headings


def test_headings_nobody_knows_are_told_by_what_stands_below() -> None:
    sheet = read_sheet("Wer,Wann\nAda Fern,2016-01-26\nBen Alder,2016-03-08\n")
    assert sheet.headings == ("Wer", "Wann")


def test_the_facilitator_may_say_otherwise() -> None:
    sheet = read_sheet("Wer,Wo\nAda,North\n")
    assert not sheet.has_headings
    under = with_headings(sheet, True)
    assert (under.headings, under.rows, under.lines) == (("Wer", "Wo"), (("Ada", "North"),), (2,))
    assert with_headings(under, False) == sheet
    assert with_headings(under, True) is under


def test_a_quotation_mark_inside_a_name_is_only_a_mark() -> None:
    sheet = read_sheet('Name\nBob "Bobby" Alder\n"Big" Ben\n')
    assert sheet.rows == (('Bob "Bobby" Alder',), ("Big Ben",))


def test_a_large_list_is_read_whole() -> None:
    rows = "".join(f"Person {n},Agency {n % 7},\r\n" for n in range(50_000))
    sheet: Sheet = read_sheet(("Name,Agency,\r\n" + rows).encode())
    assert len(sheet.rows) == 50_000
    assert sheet.lines[-1] == 50_001
