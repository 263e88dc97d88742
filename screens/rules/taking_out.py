"""The rules on their way to a file: which forms there are. All of them are for members."""

from pathlib import Path

from msgspec import Struct

from cartui.exchange.page_html import page_out
from cartui.exchange.rules_csv import rules_csv_out
from cartui.exchange.rules_markdown import rules_markdown_out
from cartui.services.ground_rules import GroundRules
from cartui.services.rules_out import rule_rows, rules_page
from screens.parts.new_file import plain_name


class Way(Struct, frozen=True):
    """A form in which rules go out."""

    words: str
    key: str
    ending: str
    more: str = ""

    @property
    def is_page(self) -> bool:
        """Whether it is a page, which may be one to print too."""
        return self.ending == ".md"


WAYS = (
    Way("Markdown, for the group", "m", ".md", "who stands where, and every version"),
    Way("spreadsheet (CSV), for the group", "c", ".csv", "counts only, nobody named"),
)


def taken_out(way: Way, rules: GroundRules, file: Path) -> str:
    """Return the text of a file of these rules; a page's name says whether it is to print."""
    if not way.is_page:
        return rules_csv_out(rule_rows(rules), excel_bom=True)
    return page_out(rules_markdown_out(rules_page(rules)), file)


def file_name(rules: GroundRules, way: Way) -> str:
    """Return a name of plain letters, digits and dashes."""
    return f"{plain_name(rules.group.name, 'group')}-rules-{rules.today()}{way.ending}"
