"""A list of people as a Markdown table."""

from collections.abc import Iterable, Sequence

from cartui.exchange.mapping import FIELDS
from cartui.exchange.markdown_text import literal
from cartui.exchange.people_csv import COLUMNS
from cartui.exchange.people_rows import PersonRow


def people_markdown_out(
    rows: Iterable[PersonRow], *, title: str = "", columns: Sequence[str] = COLUMNS
) -> str:
    """Return people as a table under `title`; what they wrote stands there as plain text."""
    titles = {field.id: field.title for field in FIELDS}
    lines = [f"# {literal(title)}", ""] if title else []
    lines.append(_row(titles[column] for column in columns))
    lines.append(_row("---" for _ in columns))
    lines += [_row(literal(getattr(row, column)) for column in columns) for row in rows]
    return "\n".join(lines) + "\n"


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"
