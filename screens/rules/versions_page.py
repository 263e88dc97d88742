"""Versions of the rules side by side: every word that differs stands in brackets."""

from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import BindingType

from cartui.services.ground_rules import GroundRules
from cartui.services.ground_rules_compared import Became, Compared, Words, compared
from cartui.services.ground_rules_versions import Version
from screens.parts.cells import fit, wrap
from screens.parts.frame import FrameScreen
from screens.parts.keys import verb
from screens.parts.symbols import mark
from screens.rules.reading import Line, Reading
from screens.rules.summary_line import SummaryLine

NONE = "Nothing is adopted yet. On a rule, a asks where each person stands."
LEGEND = "[-words that went-]   [+words that came+]"
GROUP = "Versions"


class VersionsPage(FrameScreen):
    """Two versions, the earlier on the left. It opens on the newest change."""

    TITLE_WORD = "Rules"
    CSS_PATH = "rules.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        verb("less_than_sign,left", "step(-1)", "earlier", "Show the change before this one",
             "versions.earlier", group=GROUP, rank=10, also="older previous"),
        verb("greater_than_sign,right", "step(1)", "later", "Show the change after this one",
             "versions.later", group=GROUP, rank=11, also="newer next"),
        verb("escape,v", "leave", "back to the rules", "Go back to the rules",
             "versions.leave", group=GROUP, rank=5),
    ]  # fmt: skip

    def __init__(self, rules: Callable[[], GroundRules | None]) -> None:
        super().__init__()
        self._rules = rules
        self._at: int | None = None
        self._pairs: list[tuple[Version | None, Version]] = []
        self.summary = SummaryLine()
        self.reading = Reading()

    def compose_body(self) -> ComposeResult:
        """Which two, and their rules."""
        yield self.summary
        yield self.reading

    def heading(self) -> str:
        """The group."""
        rules = self._rules()
        return f"{rules.group.name}, versions of the rules" if rules is not None else ""

    def show_again(self) -> None:
        """Read the versions again; the pair stays."""
        rules = self._rules()
        self._pairs = _pairs(rules) if rules is not None else []
        if not self._pairs:
            self.summary.tell([NONE])
            self.reading.show(lambda width: (), anew=True)
            return
        last = len(self._pairs) - 1
        at = last if self._at is None else max(0, min(last, self._at))
        before, after = self._pairs[at]
        self.summary.tell([f"{at + 1} of {last + 1} changes", LEGEND])
        rows = compared(before, after)
        titles = (title(before) if before else "before there were rules", title(after))
        self.reading.show(lambda width: list(side_by_side(titles, rows, width)), anew=True)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Grey out a step where there is nothing more that way."""
        if action == "step":
            at = len(self._pairs) - 1 if self._at is None else self._at
            return 0 <= at + int(str(parameters[0])) < len(self._pairs) or None
        return super().check_action(action, parameters)

    def action_step(self, step: int) -> None:
        """Go to another change."""
        at = len(self._pairs) - 1 if self._at is None else self._at
        self._at = max(0, min(len(self._pairs) - 1, at + step))
        self.show_again()

    def action_leave(self) -> None:
        """Go back to the rules."""
        if self.is_current:
            self.app.pop_screen()


def _pairs(rules: GroundRules) -> list[tuple[Version | None, Version]]:
    """Return each version with the one before it, and last what is on the table if it differs."""
    versions = rules.versions()
    if not versions:
        return []
    found: list[tuple[Version | None, Version]] = list(
        zip([None, *versions[:-1]], versions, strict=True)
    )
    table = rules.on_the_table()
    if {(x.rule, x.text) for x in table.lines} != {(x.rule, x.text) for x in versions[-1].lines}:
        found.append((versions[-1], table))
    return found


def title(version: Version) -> str:
    """Return how a version is called above its column."""
    if not version.on:
        return "On the table now, not all adopted"
    meeting = f", meeting {version.meeting}" if version.meeting else ""
    return f"Version {version.number}, {version.on}{meeting}"


def side_by_side(titles: tuple[str, str], rows: Sequence[Compared], width: int) -> Iterator[Line]:
    """Yield the two columns line by line, as wide as the window."""
    column = max(10, (min(width, 180) - 4) // 2)
    rule = [(f" {mark('bar')} ", "muted")]
    yield [("  " + fit(titles[0], column - 2), "word"), *rule, (fit(titles[1], column), "word")]
    for row in rows:
        yield [(" " * column, ""), *rule]
        left = _cell(row.number_before, row.before, "-", _instead(row, Became.NEW), column)
        right = _cell(row.number_after, row.after, "+", _instead(row, Became.GONE), column)
        for n in range(max(len(left), len(right))):
            one = left[n] if n < len(left) else [(" " * column, "")]
            other = right[n] if n < len(right) else []
            yield [*one, *rule, *other]


def _instead(row: Compared, when: Became) -> str:
    return (
        {Became.NEW: "(not there yet)", Became.GONE: "(no longer there)"}[row.change]
        if (row.change is when)
        else ""
    )


def _cell(number: int, words: Words, sign: str, instead: str, width: int) -> list[Line]:
    """Return one rule's lines in a column, each as wide as the column."""
    room = width - 5
    said = iter([(word, "muted") for word in instead.split()]) if instead else _signed(words, sign)
    lines = _wrapped(said, room)
    found: list[Line] = []
    for n, line in enumerate(lines):
        front = f"{number:>3}  " if number and not n else "     "
        blanks = room - sum(cell_len(text) for text, _ in line)
        found.append([(front, "muted"), *line, (" " * max(0, blanks), "")])
    return found


def _signed(words: Words, sign: str) -> Iterator[tuple[str, str]]:
    """Yield single words with their look; a piece that differs stands in brackets."""
    for text, differs in words:
        held = f"[{sign}{text}{sign}]" if differs else text
        for word in held.split(" "):
            yield word, "differs" if differs else ""


def _wrapped(words: Iterator[tuple[str, str]], width: int) -> list[list[tuple[str, str]]]:
    lines: list[list[tuple[str, str]]] = [[]]
    used = 0
    for whole, look in words:
        for word in wrap(whole, width):
            cells = cell_len(word)
            if used and used + 1 + cells > width:
                lines.append([])
                used = 0
            if used:
                before = lines[-1][-1][1]
                lines[-1].append((" ", look if look == before else ""))
            lines[-1].append((word, look))
            used += cells + (1 if used else 0)
    return lines
