"""The rules on their way to a file: which forms there are. All of them are for members."""

import re

from msgspec import Struct

from cartui.exchange.rules_csv import rules_csv_out
from cartui.exchange.rules_markdown import rules_markdown_out
from cartui.services.ground_rules import GroundRules
from cartui.services.rules_out import rule_rows, rules_page


class Way(Struct, frozen=True):
    """A form in which rules go out."""

    words: str
    key: str
    ending: str
    more: str = ""


WAYS = (
    Way("Markdown, for the group", "m", ".md", "who stands where, and every version"),
    Way("spreadsheet (CSV), for the group", "c", ".csv", "counts only, nobody named"),
)


def taken_out(way: Way, rules: GroundRules) -> str:
    """Return the text of a file of these rules."""
    if way.ending == ".csv":
        return rules_csv_out(rule_rows(rules), excel_bom=True)
    return rules_markdown_out(rules_page(rules))


def file_name(rules: GroundRules, way: Way) -> str:
    """Return a name of plain letters, digits and dashes."""
    plain = re.sub(r"[^a-z0-9]+", "-", rules.group.name.lower()).strip("-")[:40]
    return f"{plain or 'group'}-rules-{rules.today()}{way.ending}"
