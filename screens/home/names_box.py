"""Names, one per line: a column of a spreadsheet can be pasted as it is."""

from cartui.model.text import clean
from screens.parts.long_text import Keep, LongText

HINT = (
    "One name per line; a spreadsheet's column can be pasted."
    "\nIt may stay empty: people can be added any time."
)


class NamesBox(LongText):
    """Esc goes on with the names that stand there, which may be none."""

    FOOT = "Esc goes on   u takes it back later"
    DEFAULT_CSS = """
    NamesBox > Box { width: 76; }
    """

    def __init__(self, group: str, keep: Keep) -> None:
        super().__init__(f"Who is in {group}?", HINT, "", keep)


def names_in(text: str) -> list[str]:
    """Return the names that stand in lines of text."""
    return [name for line in text.splitlines() if (name := clean(line))]
