"""What is done to rules on the list: writing, rewording, their order, using, reviewing."""

from collections.abc import Callable
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType

from cartui.model.rooms import Room
from cartui.model.rules import Rule
from cartui.services.ground_rules import RETIRE
from cartui.services.ground_rules_words import outcomes, purposes, starters
from cartui.store.events import Change
from screens.parts.choice import Option, lettered
from screens.parts.days import ask_day
from screens.parts.keys import verb
from screens.parts.meanwhile import reword
from screens.rules.rule_list import RuleList
from screens.rules.rule_rows import RuleRows
from screens.rules.starters_box import StartersBox

GROUP = "Rules"
ON_A_RULE = frozenset({"reword", "use", "adopt", "order", "retire", "bring_back", "review", "what"})
ON_THE_WALL = ON_A_RULE - {"bring_back"} | {"new", "starters"}


class RuleActs(RuleList):
    """The verbs of the rules, each by one key."""

    BINDINGS: ClassVar[list[BindingType]] = [
        verb("n", "new", "new", "Propose a new rule", "rules.new",
             group=GROUP, also="add write create ground rule", rank=12),
        verb("e", "reword", "edit", "Put the rule in other words", "rules.reword",
             group=GROUP, also="reword edit change text wording", rank=11),
        verb("l", "use", "log used", "Note that the rule was used; no name is kept", "rules.use",
             group=GROUP, also="log invoked called upon carried happened broken breach", rank=13),
        verb("R", "review", "review", "Set a day to look again, or say what a review came to",
             "rules.review", group=GROUP, rank=20,
             also="date due outcome keep retire revisit remind later"),
        verb("w", "what", "what for", "Say what the rule is for", "rules.purpose",
             group=GROUP, also="purpose challenge confidentiality time", rank=31),
        verb("J", "order(1)", "down", "Move the rule down", "rules.down",
             group=GROUP, also="order reorder later", rank=60),
        verb("K", "order(-1)", "up", "Move the rule up", "rules.up",
             group=GROUP, also="order reorder earlier", rank=61),
        verb("X", "retire", "retire", "Retire the rule; u or t brings it back", "rules.retire",
             group=GROUP, also="put away remove delete archive", rank=32),
        verb("X", "bring_back", "bring back", "Bring a retired rule back", "rules.bring_back",
             group=GROUP, also="restore unretire", rank=11),
        verb("S", "starters", "starters", "Choose among rules to begin with", "rules.starters",
             show=False, group=GROUP, also="examples suggestions template begin ideas"),
    ]  # fmt: skip

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done now."""
        ours = action in ON_A_RULE or action in ON_THE_WALL or action in ("find", "retired")
        if ours and (self.room is Room.PUBLIC or self._rules() is None):
            return False
        if (self.away and action in ON_THE_WALL) or (not self.away and action == "bring_back"):
            return False
        if action in ON_A_RULE and self.line is None:
            return None
        if action == "order" and self.rows.needle:
            return None
        return super().check_action(action, parameters)

    def act_on_chosen(self, act: Callable[[], Change | None], *, keep: bool = False) -> None:
        """Do one act for all rules that are selected; then they are let go, unless `keep`."""
        if self.act(act) is not None and not keep:
            self.rows.clear_marks()

    # --- words

    def action_new(self) -> None:
        """Propose a rule by one line."""
        rules = self.rules

        def then(text: str | None) -> None:
            if text and (change := self.act(lambda: rules.propose(text))) is not None:
                self.rows.highlight(change.about[1])

        self.ask("New rule", then, id="rules.new")

    def action_reword(self) -> None:
        """Put the highlighted rule in other words."""
        if (line := self.line) is not None:
            self.ask_words(line.rule, line.text)

    def ask_words(self, rule: Rule, now: str, typed: str | None = None) -> None:
        """Ask for other words for a rule than it has `now`; `typed` is what was typed since."""
        rules = self.rules

        def write(text: str, was: str | None) -> Change:
            return rules.reword(rule, text, was=was)

        def again(text: str) -> None:
            self.ask_words(rule, now, text)

        def then(text: str | None) -> None:
            if text is not None and text != now:
                reword(self, write, text, now, again, do=self.act)

        value = now if typed is None else typed
        self.ask("In other words", then, value=value, id=f"rules.reword.{rule.uid}")

    @on(RuleRows.NothingHere)
    def _nothing_here(self) -> None:
        if self.check_action("starters", ()):
            self.action_starters()

    @work
    async def action_starters(self) -> None:
        """Choose among shipped rules, one or several."""
        rules = self.rules
        taken = await self.app.push_screen_wait(StartersBox(starters()))
        if taken:
            self.act(lambda: rules.start_with(taken))

    # --- order, use, purpose, away

    def action_order(self, step: int) -> None:
        """Move the chosen rules by one place."""
        rules, chosen = self.rules, self.chosen()
        self.act(lambda: rules.reorder(step, *chosen))

    def action_use(self) -> None:
        """Note that the highlighted rule was used."""
        if (line := self.line) is not None:
            rules = self.rules
            self.act(lambda: rules.use(line.rule))

    @work
    async def action_what(self) -> None:
        """Choose what the rules are for."""
        rules, chosen, words = self.rules, self.chosen(), purposes()
        helps = [each.help for each in words]
        plain = lettered([each.name for each in words])
        options = [Option(one.words, one.key, more) for one, more in zip(plain, helps, strict=True)]
        if (at := await self.choose("What is it for?", options)) is not None:
            self.act_on_chosen(lambda: rules.set_purpose(words[at].id, *chosen))

    def action_retire(self) -> None:
        """Retire the chosen rules."""
        rules, chosen = self.rules, self.chosen()
        self.act_on_chosen(lambda: rules.retire(*chosen))

    def action_bring_back(self) -> None:
        """Bring the chosen rules back."""
        rules, chosen = self.rules, self.chosen()
        self.act_on_chosen(lambda: rules.bring_back(*chosen))

    # --- looking again

    @work
    async def action_review(self) -> None:
        """Choose between a day to look again, and what looking again came to."""
        rules, chosen, words = self.rules, self.chosen(), outcomes()
        options = [Option("look again by ...", "d", "a day; empty takes it away")]
        options += [
            Option(f"looked at it: {each.name}", key, each.help)
            for each, key in zip(words, "1234", strict=True)
        ]
        what = "this rule" if len(chosen) == 1 else f"{len(chosen)} rules"
        at = await self.choose(f"Looking again at {what}", options)
        if at == 0:
            await self._ask_day(chosen)
        elif at is not None:
            outcome = words[at - 1].id
            self.act_on_chosen(lambda: rules.reviewed(outcome, *chosen), keep=outcome != RETIRE)
            self._go_on(outcome)

    async def _ask_day(self, chosen: list[Rule]) -> None:
        rules = self.rules
        value = next((rule.review_due for rule in chosen if rule.review_due), "")
        question = "Look again by (like 2026-05-31, or empty)"
        day = await ask_day(self, question, value, id="rules.review")
        if day is not None and any(rule.review_due != day for rule in chosen):
            self.act_on_chosen(lambda: rules.set_review(day, *chosen))

    def _go_on(self, outcome: str) -> None:
        """Go on to what a review asks for: other words, or a rule beside this one."""
        if outcome == "reword":
            self.action_reword()
        elif outcome == "add":
            self.action_new()
