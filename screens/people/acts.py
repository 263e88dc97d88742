"""What is done to people on the list: one act for one person, or for all who are selected."""

from collections.abc import Awaitable, Callable, Iterator, Sequence
from functools import partial
from typing import ClassVar

from textual import work
from textual.binding import BindingType
from textual.message import Message

from cartui.model.people import Group, Membership, Person
from cartui.model.rooms import Room
from cartui.services.people_lines import PersonLine
from cartui.services.people_sieve import Order, Standing
from cartui.services.roles import known_role, shipped_roles
from cartui.store.events import Change
from screens.parts.choice import Option, lettered
from screens.parts.keys import verb
from screens.parts.meanwhile import reword
from screens.people.attendance_acts import AttendanceActs

ON_SOMEBODY = frozenset(("put_away", "bring_back", "groups", "role", "why", "edit"))
OTHER_WORDS = "in other words ..."
Offer = Callable[[], Awaitable[None]]


class PeopleActs(AttendanceActs):
    """The verbs of the roster, each by one key."""

    BINDINGS: ClassVar[list[BindingType]] = [
        verb("n", "new", "new", "Add a person: name; agency", "people.new",
             group="People", also="add create member", rank=10),
        verb("w", "role", "role", "Say which role they have", "people.role",
             group="People", also="activist volunteer officer", rank=13),
        verb("m", "groups", "groups", "Add to a group, or leave one", "people.groups",
             group="People", also="join move", rank=12),
        verb("W", "why", "why joined", "Write why somebody joined, in their own words",
             "people.why", group="People", also="reason", rank=31),
        verb("X", "put_away", "put away", "Put people away; u or v brings them back",
             "people.put_away", group="People", also="delete remove archive", rank=32),
        verb("X", "bring_back", "bring back", "Bring people back who were put away",
             "people.bring_back", group="People", also="restore unarchive", rank=11),
        verb("J", "order(1)", "move down", "Move the person down in the list", "people.down",
             show=False, group="People", also="order"),
        verb("K", "order(-1)", "move up", "Move the person up in the list", "people.up",
             show=False, group="People", also="order"),
    ]  # fmt: skip

    class WhyKeptPrivate(Message):
        """A member's words on why they joined, which the group may not see: for the back stage."""

        def __init__(self, membership: Membership, text: str) -> None:
            super().__init__()
            self.membership, self.text = membership, text

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done now."""
        if self.room is Room.PUBLIC:
            return False
        if action == "attendance":
            return self._attending is not None
        away = self.sieve.standing is Standing.AWAY
        if action in ("put_away", "bring_back") and away is not (action == "bring_back"):
            return False
        if action in ON_SOMEBODY and self.rows.highlighted is None:
            return None
        if action == "order" and (self.order is not Order.OWN or self.rows.needle):
            return None
        return True

    def action_new(self) -> None:
        """Add a person by one line."""
        self.ask("New person: name; agency", self._add, id="people.new")

    def _add(self, text: str | None) -> None:
        if text is None:
            return
        group = self.home
        change = self.act(lambda: self.roster.add(text, group))
        if change is None:
            return
        uid = change.about[0]
        self.rows.highlight(uid)
        person, called = self.roster.person(uid), self.roster.called(uid)
        if called != person.name:
            self.say(
                f"Added {called}: the name is there already. e tells them apart.", aside="u undo"
            )

    def action_put_away(self) -> None:
        """Put them away."""
        people = self.chosen()
        self.act_on_all(lambda: self.roster.put_away(*people))

    def action_bring_back(self) -> None:
        """Bring them back."""
        people = self.chosen()
        self.act_on_all(lambda: self.roster.bring_back(*people))

    def act_on_all(self, act: Callable[[], Change | None]) -> None:
        """Do one act for all who are selected; when it is done they are let go."""
        if self.act(act) is not None:
            self.rows.clear_marks()

    def action_order(self, steps: int) -> None:
        """Move the highlighted person among those shown."""
        if (line := self.line) is not None:
            shown = self.rows.uids
            self.act(lambda: self.roster.reorder(line.person, shown, steps))

    @work
    async def action_role(self) -> None:
        """Choose a role for them; an own word is as good as a shipped one."""
        people, group = self.chosen(), self.sieve.group
        shipped = shipped_roles()
        own = [name for name, _ in self.roster.facets("role") if known_role(name) is None]
        words = [*(role.name for role in shipped), *own, OTHER_WORDS, "no role"]
        helps = dict(enumerate(role.help for role in shipped))
        options = [
            Option(option.words, option.key, helps.get(number, ""))
            for number, option in enumerate(lettered(words))
        ]
        at = await self.choose(f"The role of {self.whom(people)}", options)
        if at is None:
            return

        def then(role: str | None) -> None:
            if role is not None:
                self.act_on_all(lambda: self.roster.set_role(people, role, group))

        role = "" if at == len(words) - 1 else words[at]
        if role == OTHER_WORDS:
            self.ask("Role", then, id="people.role")
        else:
            then(role)

    @work
    async def action_groups(self) -> None:
        """Choose a group to join, to leave, or to move to."""
        people = self.chosen()
        offers = list(self._group_offers(people))
        if not offers:
            self.say("There is no group yet. Start one on Home.", tone="problem")
            return
        at = await self.choose(
            f"Groups of {self.whom(people)}", lettered([words for words, _ in offers])
        )
        if at is not None:
            await offers[at][1]()

    def _group_offers(self, people: Sequence[Person]) -> Iterator[tuple[str, Offer]]:
        """Yield what can be done, joining first, then moving, leaving, taking off."""
        groups = self.roster.groups()
        held = {group.uid: self.roster.current(people, group.uid) for group in groups}
        for group in groups:
            if len({each.person for each in held[group.uid]}) < len(people):
                yield f"add to {group.name}", partial(self._join, people, group)
        member_of = [group for group in groups if held[group.uid]]
        if len(member_of) == 1:
            for group in groups:
                if group is not member_of[0]:
                    words = f"move from {member_of[0].name} to {group.name}"
                    yield words, partial(self._move, people, member_of[0], group)
        for group in member_of:
            yield f"left {group.name} ...", partial(self._leave, people, group)
        for group in member_of:
            if len(people) == 1:
                off = partial(self._take_off, held[group.uid][0])
                yield f"was never in {group.name}, take off", off

    async def _join(self, people: Sequence[Person], group: Group) -> None:
        self.act_on_all(lambda: self.roster.join(people, group.uid))

    async def _move(self, people: Sequence[Person], group: Group, to: Group) -> None:
        self.act_on_all(lambda: self.roster.move(people, group.uid, to.uid))

    async def _leave(self, people: Sequence[Person], group: Group) -> None:
        question = f"{self.whom(people)} left {group.name} on"

        def then(on: str | None) -> None:
            if on is not None:
                self.act_on_all(lambda: self.roster.leave(people, group.uid, on=on))

        self.ask(question, then, value=self.roster.today(), id="people.left")

    async def _take_off(self, held: Membership) -> None:
        self.act_on_all(lambda: self.roster.take_off(held))

    @work
    async def action_why(self) -> None:
        """Write down why the highlighted person joined."""
        if (line := self.line) is None:
            return
        if (held := await self._which_membership(line)) is None:
            self.say("Joining is always joining a group. m adds to one first.", tone="problem")
            return
        self._ask_why(line.name, held, " ".join(held.why_joined.split("\n")))

    def _ask_why(self, name: str, held: Membership, typed: str) -> None:
        """Ask for the words; `typed` is what stands there, or what was typed since."""
        seen = " (the group sees this)" if self.room is not Room.BACK else ""

        def then(text: str | None) -> None:
            if text is None or text == " ".join(held.why_joined.split("\n")):
                return
            if self.room is Room.BACK and text:
                self._keep_why(name, held, text)
            else:
                self._write_why(name, held, text)

        self.ask(f"Why {name} joined{seen}", then, value=typed, id=f"why.{held.uid}")

    def _write_why(self, name: str, held: Membership, text: str) -> None:
        def write(words: str, was: str | None) -> Change | None:
            return self.roster.set_why(held, words, was=was)

        def again(words: str) -> None:
            self._ask_why(name, held, words)

        reword(self, write, text, held.why_joined, again, do=self.act)

    @work
    async def _keep_why(self, name: str, held: Membership, text: str) -> None:
        """Ask in BACK who may see it, and keep it there."""
        answers = [Option("yes, the member agreed", "y"), Option("no, keep it private", "n")]
        at = await self.choose("May the group see these words?", answers)
        if at is None or self.room is not Room.BACK:
            return
        if at == 1:
            self.post_message(self.WhyKeptPrivate(held, text))
        else:
            self._write_why(name, held, text)

    async def _which_membership(self, line: PersonLine) -> Membership | None:
        """Return the membership of the group shown, or of the one chosen among several."""
        if self.sieve.group or len(line.memberships) < 2:
            return line.membership(self.sieve.group)
        at = await self.choose("Why they joined which group?", lettered(line.titles))
        return None if at is None else line.memberships[at]

    def whom(self, people: Sequence[Person]) -> str:
        """Return whom an act is for, in words."""
        return self.roster.called(people[0].uid) if len(people) == 1 else f"{len(people)} people"
