"""Lists of people in from spreadsheets and out to them: the one door to both."""

from collections.abc import Iterable, Sequence

from cartui.exchange.decoding import Unreadable
from cartui.exchange.mapping import FIELDS, PersonField, guess_mapping
from cartui.exchange.people_rows import Complaint, PersonRow, groups_of, read_people
from cartui.exchange.safe_cells import table_out
from cartui.exchange.sheet import Sheet, read_sheet, with_headings

__all__ = [
    "COLUMNS",
    "FIELDS",
    "Complaint",
    "PersonField",
    "PersonRow",
    "Sheet",
    "Unreadable",
    "groups_of",
    "guess_mapping",
    "people_csv_out",
    "read_people",
    "read_sheet",
    "with_headings",
]

# What members may see. Email and phone are back stage: a caller that may show them adds them.
COLUMNS = (
    "name",
    "agency",
    "sector",
    "profession",
    "job_role",
    "role",
    "area",
    "group",
    "joined",
    "left",
    "why_joined",
)


def people_csv_out(
    rows: Iterable[PersonRow], *, excel_bom: bool = False, columns: Sequence[str] = COLUMNS
) -> str:
    """Return people as CSV with headings, no cell of it a formula; lines end with CRLF.

    `excel_bom` puts the mark in front by which Excel knows UTF-8. Read back by `read_sheet` and
    `read_people`, it gives the same people.
    """
    titles = {field.id: field.title for field in FIELDS}
    return table_out({column: titles[column] for column in columns}, rows, excel_bom=excel_bom)
