"""The rules as a group makes and meets them together: from Rules, and from a meeting's page."""

from typing import TYPE_CHECKING

from textual import on, work

from cartui.app.meeting_on import MeetingOn
from cartui.model.problems import CartuiProblem
from cartui.model.rooms import Room
from cartui.model.rules import Position
from screens.parts.frame import FrameScreen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cartui.app.workroom import Workroom
    from cartui.services.ground_rules_gathering import Gathering
    from cartui.services.ground_rules_welcome import Welcoming
    from cartui.store.events import Change
    from screens.meeting.live_screen import LiveServices
    from screens.rules.welcome_round import WelcomeActs

NOBODY_NEW = "Everybody who is here has been asked about every rule."
SHOWN = "p shows them to the room; e rewords one, X lets one go, a asks where each person stands."


class RulesTogether(MeetingOn):
    """Gathering blind, newcomers over all rules, what rules carried."""

    _halves: dict[str, list[str]]

    @on(FrameScreen.RulesWanted)
    @work
    async def _rules_wanted(self, event: FrameScreen.RulesWanted) -> None:
        """Do what a screen asks for with the rules of a group."""
        if (room := self.workroom) is None or self.stage is Room.PUBLIC:
            return
        if event.group:
            room.group_in_hand = event.group
        if (board := room.board()) is None:
            return
        group = board.group_uid
        if event.what == "gather":
            await self._gather(room, group, event.meeting)
        elif event.what == "newcomers":
            self._ask_newcomers(room, group, event)
        elif event.what == "open":
            await self._open_rule(room, group, event.rule)
        else:
            self._show_weights(room)

    def live_services(self, room: "Workroom", meeting: str, group: str) -> "LiveServices":
        """Give the page of a meeting the rules of its group, and its rounds."""
        from cartui.services.ground_rules_wall import RulesWall  # noqa: PLC0415
        from cartui.services.rounds import KeptRounds, Rounds  # noqa: PLC0415

        services, ws = super().live_services(room, meeting, group), room.workspace
        services.rules = RulesWall(ws, room.room, group)
        services.rounds = KeptRounds(self.places.state, ws, Rounds(ws, room.room, group))
        return services

    # --- gathering blind

    async def _gather(self, room: "Workroom", group: str, meeting: int) -> None:
        """Gather, or show together what is gathered."""
        from cartui.services.gathering_words import gathering_words  # noqa: PLC0415 - not at start
        from cartui.services.ground_rules_gathering import Gathering  # noqa: PLC0415
        from screens.parts.choice import Choice, Option  # noqa: PLC0415

        lines, frame = Gathering(room.workspace, room.room, group), self.frame
        assert frame is not None  # noqa: S101 - it has asked for this
        try:
            count = lines.count()
        except CartuiProblem as problem:
            frame.say(str(problem), tone="problem")
            return
        if count:
            options = [Option("gather more", "g"), Option("show all of them now, shuffled", "s")]
            title = gathering_words().counted(count)
            taken = await self.push_screen_wait(Choice(title, options))
            if taken is None:
                return
            if taken == 1:
                await self._reveal(lines, frame, meeting)
                return
        self._open_bowl(lines, frame)

    def _open_bowl(self, lines: "Gathering", frame: FrameScreen) -> None:
        from screens.rules.gather_box import GatherActs, GatherBox  # noqa: PLC0415

        if not hasattr(self, "_halves"):
            self._halves = {}
        halves = self._halves.setdefault(lines.group_uid, [])
        box = GatherBox(GatherActs(lines.lay_in, lines.count, halves))
        self.push_screen(box, lambda _: frame.read_again())

    async def _reveal(self, lines: "Gathering", frame: FrameScreen, meeting: int) -> None:
        change = frame.do(lambda: lines.reveal(meeting=meeting))
        if change is None:
            return
        assert self.workroom is not None  # noqa: S101 - the lines are of its workspace
        await self._open_rule(self.workroom, lines.group_uid, change.about[1])
        if (rules := self.frame) is not None:
            rules.say(SHOWN, aside="u undo")

    async def _open_rule(self, room: "Workroom", group: str, rule: str) -> None:
        """Go to a rule on its own screen."""
        from cartui.app.turning import open_thing  # noqa: PLC0415
        from cartui.services.glance_errands import Thing, Where  # noqa: PLC0415

        await open_thing(self, room, Where(thing=Thing.RULE, group=group, uid=rule))

    # --- newcomers

    def _ask_newcomers(self, room: "Workroom", group: str, event: FrameScreen.RulesWanted) -> None:
        from cartui.services.ground_rules_welcome import Welcoming  # noqa: PLC0415
        from screens.rules.welcome_round import WelcomeRound  # noqa: PLC0415

        rules, frame = Welcoming(room.workspace, room.room, group), self.frame
        here = event.people or tuple(member.uid for member in rules.waiting())
        found = rules.open_for(here)
        if frame is None:
            return
        if not found:
            frame.say(NOBODY_NEW)
            return
        acts = self._welcome_acts(rules, frame, event.meeting)
        self.push_screen(WelcomeRound(found, acts), lambda _: frame.read_again())

    def _welcome_acts(self, rules: "Welcoming", frame: FrameScreen, meeting: int) -> "WelcomeActs":
        from screens.rules.welcome_round import WelcomeActs  # noqa: PLC0415

        def marked(marks: "Mapping[tuple[str, str], Position]") -> "Change | None":
            return frame.do(lambda: rules.welcome(marks, meeting=meeting))

        def taken() -> "Mapping[tuple[str, str], Position]":
            return {
                (line.uid, person): Position(held.position)
                for line in rules.rules()
                for person, held in line.taken.items()
            }

        unsaved = frame.around.unsaved
        return WelcomeActs(marked, taken, lambda: bool(unsaved.here(frame.room)))

    # --- what they carried

    def _show_weights(self, room: "Workroom") -> None:
        from screens.rules.weight_page import WeightPage  # noqa: PLC0415

        page = WeightPage(room.rules)
        page.around = self.rooms.around
        self.push_screen(page)
