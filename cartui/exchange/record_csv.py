"""What was said at meetings as a table: a row for each line that was caught."""

from collections.abc import Iterable

from msgspec import Struct

from cartui.exchange.safe_cells import table_out


class CaptureRow(Struct, frozen=True, kw_only=True):
    """One line that was caught, in words."""

    group: str
    meeting: str
    on: str
    kind: str
    text: str
    owner: str = ""
    due: str = ""
    how: str = ""
    outcome: str = ""


TITLES = {
    "group": "Group",
    "meeting": "Meeting",
    "on": "Day",
    "kind": "Kind",
    "text": "What",
    "owner": "Whose",
    "due": "Due",
    "how": "How it was reached",
    "outcome": "What became of it",
}


def captures_csv_out(rows: Iterable[CaptureRow], *, excel_bom: bool = False) -> str:
    """Return the rows as CSV; no cell is a formula."""
    return table_out(TITLES, rows, excel_bom=excel_bom)
