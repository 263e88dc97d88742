"""Rules: the ground rules of the group in hand, and everything done with them by key."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType

from cartui.model.rooms import Room
from cartui.model.rules import Position, Rule
from cartui.services.ground_rules import GroundRules
from cartui.services.ground_rules_lines import RuleLine
from cartui.services.notebook import Notebook
from cartui.services.pages import Page, rules_page
from cartui.store.events import Change
from screens.parts.choice import Option
from screens.parts.keys import verb
from screens.parts.new_file import WHERE, WHERE_TABLE, take_out, usual_folder
from screens.parts.rows import RowList
from screens.rules.adoption_round import AdoptionRound, RoundActs
from screens.rules.rule_acts import GROUP, RuleActs
from screens.rules.rule_list import WIDE
from screens.rules.taking_out import WAYS, file_name, taken_out
from screens.rules.versions_page import VersionsPage

PROPOSED = "Rules we are talking about"


class RulesScreen(RuleActs):
    """The rules on the screen. On FRONT public there is nothing of them: they are the group's."""

    CSS_PATH = "rules.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        verb("a", "adopt", "adoption round", "Ask where each person stands on this rule",
             "rules.adopt", group=GROUP, rank=10,
             also="agree adopt object consent vote position who agrees"),
        verb("v", "versions", "versions", "Show versions of the rules side by side",
             "rules.versions", group=GROUP, rank=14,
             also="compare differences earlier wording history older"),
        verb("b", "together('gather')", "gather blind",
             "Gather rules unseen, and show all of them together", "rules.gather", group=GROUP,
             rank=15, also="blind secret anonymous slips brainstorm collect propose reveal"),
        verb("N", "together('newcomers')", "newcomers",
             "Ask newcomers where they stand, over all rules", "rules.newcomers", group=GROUP,
             rank=33, also="new joined member adopt late welcome"),
        verb("W", "together('weight')", "what they carried",
             "Show which rules came up and which never did", "rules.weight", group=GROUP,
             rank=34, also="used count review due weight never invoked"),
        verb("o", "take_out", "output", "Write the rules to a file", "rules.out",
             group="Look around", also="export markdown csv save print share rules", rank=52),
        verb("z", "zoom", "zoom", "Give one rule the whole screen, or the list its place",
             "rules.zoom", group="Look around", show=False),
        verb("escape", "back", "back", "Close what is open, show all again, let go",
             "rules.back", group="Look around", rank=5),
    ]  # fmt: skip

    def __init__(
        self,
        rules: Callable[[], GroundRules | None],
        notebook: Notebook,
        documents: Callable[[], Path] = usual_folder,
    ) -> None:
        super().__init__(rules, notebook)
        self._documents = documents
        self._round: AdoptionRound | None = None

    def show_again(self) -> None:
        """Read the rules again, those of an open round too."""
        super().show_again()
        if self._round is not None:
            self._round.show_again()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Esc is offered while there is something to close; the rest while there is a group."""
        if action == "back":
            open_now = self.has_class("-page") or self.finding.display or bool(self.rows.marked)
            return open_now or self.away or None
        if action in ("versions", "take_out", "zoom", "together"):
            return self.room is not Room.PUBLIC and self._rules() is not None
        return super().check_action(action, parameters)

    # --- one rule

    @on(RowList.Opened)
    def _opened(self, event: RowList.Opened) -> None:
        event.stop()
        if self.size.width < WIDE:
            self.add_class("-page")
        self.pane.facts.focus()

    def turn_to(self, uid: str, within: str = "") -> None:
        """Highlight a rule in the list."""
        self.finding.clear()
        self.rows.sift("")
        self.remove_class("-page")
        if self.away:
            self.action_retired()
        self.rows.highlight(uid)
        self.rows.focus()

    def action_zoom(self) -> None:
        """Give the rule the whole screen, or go back."""
        self.toggle_class("-page")
        (self.pane.facts if self.has_class("-page") else self.rows).focus()

    def action_back(self) -> None:
        """Close the top thing: the page, then what is found, selected, retired."""
        if self.has_class("-page"):
            self.remove_class("-page")
        elif not self.finding.clear() and not self.rows.clear_marks() and self.away:
            self.action_retired()
        self.rows.focus()

    def enter_room(self, room: Room) -> None:
        """Be on this stage; outsiders see nothing of the rules, not even what was half found."""
        super().enter_room(room)
        if room is Room.PUBLIC:
            self.remove_class("-page")
        elif self.focused is None:
            self.rows.focus()

    # --- the round, the versions

    def action_adopt(self) -> None:
        """Open the adoption round of the highlighted rule."""
        if (line := self.line) is None:
            return
        if not line.asked:
            self.say("Nobody is asked yet: 2 People adds the members of this group.",
                     tone="problem")  # fmt: skip
            return
        self._round = AdoptionRound(line.number, self._acts_on(line.rule))
        self.app.push_screen(self._round, self._round_done)

    def _round_done(self, _: None) -> None:
        self._round = None

    def _acts_on(self, rule: Rule) -> RoundActs:
        rules = self.rules

        def mark(person: str, position: Position | None) -> Change | None:
            if position is None:
                return self.do(lambda: rules.unmark(rule, person))
            return self.do(lambda: rules.adopt(rule, {person: position}))

        def read() -> RuleLine | None:
            found = (line for line in rules.rules() if line.uid == rule.uid)
            return next(found, None)

        return RoundActs(
            read=read,
            mark=mark,
            rest=lambda: self.do(lambda: rules.rest_agree(rule)),
            reason=lambda who, why: self.do(lambda: rules.give_reason(rule, who, why)),
            room=lambda: self.room,
            unsaved=lambda: bool(self.around.unsaved.here(self.room)),
            half_typed=lambda: self.around.half_typed,
        )

    def action_versions(self) -> None:
        """Open the versions, side by side."""
        page = VersionsPage(self._rules)
        page.around = self.around
        self.app.push_screen(page)

    def action_together(self, what: str) -> None:
        """Do with the group what is done together."""
        self.post_message(self.RulesWanted(what))

    def present_page(self) -> Page | None:
        """The rules that hold, in order; while none is adopted, those on the table."""
        if (rules := self._rules()) is None:
            return None
        table = tuple(line.text for line in rules.on_the_table().lines)
        return rules_page(rules.shown()) or rules_page(table, PROPOSED)

    # --- out

    @work
    async def action_take_out(self) -> None:
        """Write the rules to a new file."""
        rules = self.rules
        options = [Option(way.words, way.key, way.more) for way in WAYS]
        at = await self.choose("Write the rules as", options)
        if at is None:
            return
        way, name = WAYS[at], file_name(rules, WAYS[at])
        take_out(
            self,
            self._documents() / name,
            lambda file: taken_out(way, rules, file),
            id="rules.out",
            asks=WHERE if way.is_page else WHERE_TABLE,
        )
