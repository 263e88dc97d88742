"""The ground rules as a table: one line for each rule, no cell of it a formula."""

from collections.abc import Iterable

from msgspec import Struct

from cartui.exchange.safe_cells import table_out

TITLES = {
    "group": "Group",
    "number": "Number",
    "text": "Rule",
    "purpose": "For",
    "adopted": "Adopted words",
    "agree": "Agree",
    "live_with": "Can live with",
    "aside": "Stand aside",
    "object": "Object",
    "not_yet": "Not yet",
    "used_now": "Used in these words",
    "used": "Used",
    "review_due": "Look again by",
    "reviewed_on": "Looked at",
    "outcome": "It came to",
}


class RuleRow(Struct, frozen=True, kw_only=True):
    """One rule as text in columns; counts are figures."""

    group: str
    number: str
    text: str
    purpose: str = ""
    adopted: str = ""
    agree: str = "0"
    live_with: str = "0"
    aside: str = "0"
    object: str = "0"
    not_yet: str = "0"
    used_now: str = "0"
    used: str = "0"
    review_due: str = ""
    reviewed_on: str = ""
    outcome: str = ""


def rules_csv_out(rows: Iterable[RuleRow], *, excel_bom: bool = False) -> str:
    """Return rules as CSV with headings; lines end with CRLF. `excel_bom` is for Excel."""
    return table_out(TITLES, rows, excel_bom=excel_bom)
