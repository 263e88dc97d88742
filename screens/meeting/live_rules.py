"""The rules in a meeting: one was used, gathered blind, newcomers, reviews that are due."""

from collections.abc import Sequence
from typing import ClassVar

from textual import work
from textual.binding import BindingType

from cartui.services.gathering_words import gathering_words
from cartui.services.ground_rules_lines import RuleLine
from cartui.services.ground_rules_wall import RulesWall
from cartui.services.rounds import Rounds
from screens.meeting.live_asides import LiveAsides
from screens.meeting.live_screen import GROUP
from screens.parts.choice import Choice, lettered
from screens.parts.keys import verb

ON_RULES = frozenset({"welcome", "rules"})
"""The kinds of segment in which the page says what waits with the rules."""
GATHER = "b gathers rules unseen, and shows all of them together."
NOBODY = ""
NO_RULES = "No rule is adopted yet, so none could be used."


class LiveRules(LiveAsides):
    """`l` `b` `N` `W`. Nobody is named with a use of a rule."""

    BINDINGS: ClassVar[list[BindingType]] = [
        verb("l", "use_rule", "rule used", "Note that a rule was used; no name is kept",
             "live.use_rule", group=GROUP, rank=12, also="log invoked called upon ground rule"),
        verb("b", "together('gather')", "gather blind",
             "Gather rules unseen, and show all of them together", "live.gather", group=GROUP,
             rank=30, also="blind secret slips collect propose reveal"),
        verb("N", "together('newcomers')", "newcomers",
             "Ask newcomers who are here where they stand, over all rules", "live.newcomers",
             group=GROUP, rank=13, also="new joined adopt rules welcome"),
        verb("W", "together('weight')", "rules' weight",
             "Show which rules came up and which never did", "live.weight", group=GROUP, rank=31,
             also="used count review due never"),
    ]  # fmt: skip

    @property
    def rules(self) -> RulesWall:
        """The rules of the group that holds the meeting, as they are read."""
        assert self.services.rules is not None  # noqa: S101 - the app gives them with the page
        return self.services.rules

    @property
    def rounds(self) -> Rounds:
        """Who is there."""
        assert self.services.rounds is not None  # noqa: S101 - the app gives them with the page
        return self.services.rounds.rounds

    def possible(self, action: str) -> bool | None:
        """A newcomer is only asked where there is one."""
        if action == "use_rule":
            return not self.meeting.closed_at
        return super().possible(action)

    def newcomers(self, lines: Sequence[RuleLine] | None = None) -> tuple[str, ...]:
        """Return who is here and has not been asked about every rule that holds.

        `lines` are the rules, if they were read just now.
        """
        here = {person.uid for person in self.rounds.there(self.meeting)}
        return tuple(each.uid for each in self.rules.waiting(lines) if each.uid in here)

    def asides(self) -> list[str]:
        """While the rules are on: what is gathered, who is new, which to look at again."""
        said = super().asides()
        here = self.segment
        if here is None or here.kind not in ON_RULES:
            return said
        if gathered := self._gathered():
            said.append(f"{gathering_words().counted(gathered)}: b shows all")
        elif here.kind == "rules":
            said.append(GATHER)
        lines = self.rules.rules()
        if new := self.newcomers(lines):
            names = ", ".join(self.rounds.names(new[:3]))
            more = f" and {len(new) - 3} more" if len(new) > 3 else ""
            said.append(f"Rules still new to: {names}{more} (N)")
        due = {rule.uid for rule in self.rules.due()}
        numbers = [str(line.number) for line in lines if line.uid in due]
        if numbers:
            which = "rule" if len(numbers) == 1 else "rules"
            said.append(f"To look at again: {which} {', '.join(numbers)} (W)")
        return said

    def _gathered(self) -> int:
        """Return how many lines wait to be shown together."""
        if not self.rules.has_bowl:
            return 0
        from cartui.services.ground_rules import GroundRules  # noqa: PLC0415 - nearly never there

        return self.rules.beside(GroundRules).gathered()

    @work
    async def action_use_rule(self) -> None:
        """Choose which rule was used, by its digit."""
        from cartui.services.ground_rules import GroundRules  # noqa: PLC0415 - not at the start

        rules, number = self.rules.beside(GroundRules), self.meeting.number
        lines = [line for line in rules.rules() if line.holds is not None]
        if not lines:
            self.say(NO_RULES)
            return
        options = lettered([line.text for line in lines])
        taken = await self.app.push_screen_wait(
            Choice("Which rule was used? No name is kept", options)
        )
        if taken is not None:
            self.do(lambda: rules.use(lines[taken].rule, meeting=number))

    def action_together(self, what: str) -> None:
        """Do with the group what is done together."""
        people = self.newcomers() if what == "newcomers" else ()
        number, group = self.meeting.number, self.services.wall.group_uid
        people = people or (NOBODY,)  # no people at all would mean all who wait, here or not
        self.post_message(self.RulesWanted(what, group, number, people))
