"""Versions of the rules side by side: every word that differs stands in brackets."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from cartui.services.ground_rules import GroundRules
from cartui.services.ground_rules_compared import compared
from cartui.services.ground_rules_versions import Version
from screens.parts.comparing import LEGEND, ComparingPage
from screens.parts.keys import verb
from screens.rules.side_by_side import side_by_side
from screens.rules.summary_line import SummaryLine

NONE = "Nothing is adopted yet. On a rule, a asks where each person stands"
GROUP = "Versions"


class VersionsPage(ComparingPage):
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
        self.summary.tell([f"Change {at + 1} of {last + 1}", LEGEND])
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
