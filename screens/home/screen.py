"""Home: where the groups stand, what waits for the facilitator, what changed since last time."""

from typing import ClassVar

from textual import events, on
from textual.binding import BindingType
from textual.message import Message

from cartui.services.glance_errands import Thing, Where
from cartui.store.events import Change
from screens.home.home_highlight import HomeHighlight
from screens.parts.keys import EVERYWHERE, verb
from screens.parts.meanwhile import reword
from screens.parts.rows import RowList
from screens.parts.unsaved import Act


class HomeScreen(HomeHighlight):
    """The first screen of a workspace, and what outsiders see first on FRONT public."""

    TITLE_WORD = "Home"
    PUBLIC = True
    CSS_PATH = "home.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        verb("enter", "open", "open", "Open this group's board, or what is highlighted",
             "home.open", group="Home", rank=1, rooms=EVERYWHERE, also="board"),
        verb("greater_than_sign", "next_step", "next step", "Go on with what is next",
             "home.next_step", group="Home", rank=2,
             also="begin review waits what now todo continue"),
        verb("n", "new_group", "new group", "Start a new group", "home.new_group",
             group="Home", also="create begin add another", rank=3),
        verb("e", "rename_group", "rename", "Rename this group", "home.rename_group",
             group="Home", also="edit name title change", rank=20),
        verb("X", "put_away", "put away", "Put this group away", "home.put_away",
             group="Home", also="remove delete close archive hide", rank=35),
        verb("l", "looked", "seen", "All that is new has been seen", "home.looked",
             group="Home", also="mark read news clear", rank=36),
    ]  # fmt: skip

    class GroupWanted(Message):
        """A new group is to be started."""

    @on(RowList.Opened)
    def _row_opened(self, event: RowList.Opened) -> None:
        event.stop()
        self.action_open()

    def action_open(self) -> None:
        """Open the highlighted group's board, or what the highlighted line is about."""
        if (line := self.group) is not None:
            self.post_message(self.ThingWanted(Where(thing=Thing.GROUP, group=line.uid)))
        elif (where := self.where()) is not None:
            self.post_message(self.ThingWanted(where))
        elif self.news is self.focused and self.news.highlighted:
            self.say("There is nothing to open: it is no longer here, or it is no page of its own.")

    def action_next_step(self) -> None:
        """Open what is next."""
        self.show_whole()
        if self.next is not None:
            self.post_message(self.ThingWanted(self.next.where))

    def on_click(self, event: events.Click) -> None:
        """A click on the next step goes on with it."""
        if event.widget is self.next_step:
            self.action_next_step()

    def action_new_group(self) -> None:
        """Start a group."""
        self.post_message(self.GroupWanted())

    def action_rename_group(self) -> None:
        """Ask for the group's new name."""
        if (line := self.group) is not None:
            self._ask_name(line.uid, line.name, line.name)

    def _ask_name(self, uid: str, before: str, typed: str) -> None:
        """Ask for the name of a group that was `before`; `typed` stands in the line."""

        def write(text: str, was: str | None) -> Change | None:
            group = {group.uid: group for group in self._programmes.groups()}.get(uid)
            return self._programmes.rename_group(group, text, was=was) if group else None

        def again(text: str) -> None:
            self._ask_name(uid, before, text)

        def then(text: str | None) -> None:
            if text and text != before:
                reword(self, write, text, before, again, do=self._act)

        self.ask("Name of the group", then, value=typed, id=f"group.name.{uid}")

    def _act(self, act: Act, place: object) -> Change | None:
        change = self.do(act, place)
        self.read_again()
        return change

    def action_put_away(self) -> None:
        """Put the highlighted group away."""
        line = self.group
        group = next((g for g in self._programmes.groups() if line and g.uid == line.uid), None)
        if group is not None:
            self.do(lambda: self._programmes.put_away_group(group))
            self.read_again()

    def action_looked(self) -> None:
        """Put what is new away as seen."""
        self._looking.looked()
        self.read_again()
        self.say("All that was new has been seen.")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Grey out what needs a group, a next step, or news."""
        if action in ("rename_group", "put_away"):
            return self.group is not None or None
        if action == "open":
            return bool(self._lines) or None
        if action == "next_step":
            return self.next is not None or not self._whole or None
        if action == "looked":
            return bool(self._news) or None
        return True
