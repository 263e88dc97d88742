"""Names, one per line: a column of a spreadsheet can be pasted as it is."""

import re

from cartui.model.text import clean
from screens.parts.long_text import Keep, LongText

HINT = (
    "One name per line; a spreadsheet's column can be pasted."
    "\nIt may stay empty: people can be added any time."
)
_ADDRESS = re.compile(r"\s*<[^<>@\s]+@[^<>@\s]+>[,;]?$")
_HEADINGS = ("name", "names")


class NamesBox(LongText):
    """Esc goes on with the names that stand there, which may be none."""

    FOOT = "Esc goes on   u takes it back later"
    DEFAULT_CSS = """
    NamesBox > Box { width: 76; }
    """

    def __init__(self, group: str, keep: Keep) -> None:
        super().__init__(f"Who is in {group}?", HINT, "", keep)


def names_in(text: str) -> list[str]:
    """Return the names that stand in lines of text.

    A column's heading is no person, and an address pasted from an e-mail is no part of a name.
    """
    lines = [_ADDRESS.sub("", line) for line in map(clean, text.splitlines()) if line]
    if lines and lines[0].casefold() in _HEADINGS:
        del lines[0]
    return [name for name in lines if name]
