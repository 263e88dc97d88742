"""The people shown, on their way to a file: which forms there are."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from cartui.exchange.people_csv import people_csv_out
from cartui.exchange.people_markdown import people_markdown_out
from cartui.model.people import Group
from cartui.services.people_lines import PersonLine
from cartui.services.people_out import PUBLIC_COLUMNS, people_rows, public_rows


class Way(Struct, frozen=True):
    """A form in which people go out. `public` is for outsiders: role and agency."""

    words: str
    key: str
    ending: str
    public: bool = False
    more: str = ""

    @property
    def is_page(self) -> bool:
        """Whether it is a page, which may be one to print too."""
        return self.ending.endswith(".md")


WAYS = (
    Way("spreadsheet (CSV), for the group", "c", ".csv", more="names and all open fields"),
    Way("Markdown, for the group", "m", ".md", more="names and all open fields"),
    Way("spreadsheet (CSV), for outsiders", "x", "-public.csv", True, "role and agency"),
    Way("Markdown, for outsiders", "y", "-public.md", True, "role and agency"),
)


def taken_out(way: Way, lines: Iterable[PersonLine], groups: Sequence[Group], group: str) -> str:
    """Return the text of a file of these people."""
    if way.public:
        rows, columns = public_rows(lines, group), PUBLIC_COLUMNS
        if way.ending.endswith(".csv"):
            return people_csv_out(rows, excel_bom=True, columns=columns)
        return people_markdown_out(rows, title="People", columns=columns)
    rows = people_rows(lines, groups, group)
    if way.ending.endswith(".csv"):
        return people_csv_out(rows, excel_bom=True)
    return people_markdown_out(rows, title="People")
