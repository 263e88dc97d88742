"""Feedback on drafts as a table: one line for each comment, no cell of it a formula."""

from collections.abc import Iterable

from msgspec import Struct

from cartui.exchange.safe_cells import table_out

TITLES = {
    "draft": "Draft",
    "version": "Version",
    "lens": "Lens",
    "tone": "Tone",
    "passage": "Passage",
    "place": "Place",
    "comment": "Comment",
    "who": "From",
    "verdict": "Decision",
    "reason": "Reason",
    "decided_by": "Decided by",
    "replies": "Replies",
    "at": "Date",
}


class FeedbackRow(Struct, frozen=True, kw_only=True):
    """One comment as text in columns. `passage` is "" for the whole draft; `place` how sure."""

    draft: str
    version: str
    comment: str
    lens: str = ""
    tone: str = ""
    passage: str = ""
    place: str = ""
    who: str = ""
    verdict: str = ""
    reason: str = ""
    decided_by: str = ""
    replies: str = ""
    at: str = ""


def feedback_csv_out(rows: Iterable[FeedbackRow], *, excel_bom: bool = False) -> str:
    """Return feedback as CSV with headings; lines end with CRLF. `excel_bom` is for Excel."""
    return table_out(TITLES, rows, excel_bom=excel_bom)
