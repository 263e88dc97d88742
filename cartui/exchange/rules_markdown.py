"""The ground rules as a Markdown page, for members."""

from collections.abc import Iterator

from msgspec import Struct

from cartui.exchange.markdown_text import literal


class RulePage(Struct, frozen=True, kw_only=True):
    """One rule in words. `standing` are lines such as "9 agree", `earlier` its words before."""

    text: str
    about: tuple[str, ...] = ()
    standing: tuple[str, ...] = ()
    carried: str = ""
    earlier: tuple[str, ...] = ()


class RulesPage(Struct, frozen=True, kw_only=True):
    """All rules of a group in words. `versions` are lines of their own at the end."""

    title: str
    about: tuple[str, ...] = ()
    rules: tuple[RulePage, ...] = ()
    versions: tuple[tuple[str, tuple[str, ...]], ...] = ()


def rules_markdown_out(page: RulesPage) -> str:
    """Return the rules as Markdown; every text stands in it as plain text."""
    return "\n".join(_page(page)) + "\n"


def _page(page: RulesPage) -> Iterator[str]:
    yield f"# {literal(page.title) or 'Ground rules'}"
    for line in filter(None, page.about):
        yield from ("", literal(line))
    if not page.rules:
        yield from ("", "No rules yet.")
    for number, rule in enumerate(page.rules, start=1):
        yield from ("", f"## {number}. {literal(rule.text) or 'Without words'}", "")
        for line in filter(None, (*rule.about, *rule.standing, rule.carried)):
            yield f"- {literal(line)}"
        for line in filter(None, rule.earlier):
            yield f"- Earlier: {literal(line)}"
    for title, lines in page.versions:
        yield from ("", f"## {literal(title)}", "")
        for number, text in enumerate(lines, start=1):
            yield f"{number}. {literal(text)}"
        if not lines:
            yield "No rules."
