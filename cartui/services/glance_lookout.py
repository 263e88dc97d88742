"""Looks over drafts, ground rules and meetings of the groups, and again only what has changed."""

from collections.abc import Callable

from cartui.model.drafts import Answered, Comment, Draft, DraftVersion, Place
from cartui.model.meetings import Attendance, Capture, Meeting
from cartui.model.people import Group, Membership, Person
from cartui.model.rooms import Room
from cartui.model.rules import Adoption, Rule, Wording
from cartui.services.captures_wall import CapturesWall
from cartui.services.feedback_wall import FeedbackWall
from cartui.services.glance_drafts import DraftsGlance
from cartui.services.glance_errands import Errand
from cartui.services.glance_meetings import MeetingsGlance
from cartui.services.glance_rules import RulesGlance
from cartui.services.glance_watch import Watch
from cartui.services.ground_rules_wall import RulesWall
from cartui.store.workspace import Workspace


class Lookout:
    """What waits and is owed in each group, besides the whys."""

    def __init__(self, workspace: Workspace, room: Callable[[], Room]) -> None:
        self._ws, self._room = workspace, room
        self._names = Watch(workspace, [(Person, ""), (Group, "")])
        self._members = Watch(workspace, [(Membership, "")])
        self._day = ""
        self._groups: dict[str, _GroupLookout] = {}

    def errands(self, groups: list[Group]) -> list[Errand]:
        """Return the errands of these groups, not in order."""
        # Who belongs to a group matters to rules and meetings alone: without them nobody reads it.
        asks = [self._ws.table(kind, each.uid) for each in groups for kind in (Rule, Meeting)]
        others = any(asks) and self._members.changed()
        anew = self._names.changed() or others or self._day != self._ws.today()
        self._day = self._ws.today()
        return [errand for group in groups for errand in self._of(group.uid).errands(anew=anew)]

    def _of(self, uid: str) -> "_GroupLookout":
        if uid not in self._groups:
            self._groups[uid] = _GroupLookout(self._ws, self._room, uid)
        return self._groups[uid]


class _GroupLookout:
    """One group: its drafts, its rules and its meetings are watched apart."""

    def __init__(self, workspace: Workspace, room: Callable[[], Room], uid: str) -> None:
        self._drafts = DraftsGlance(FeedbackWall(workspace, room, uid))
        self._rules = RulesGlance(RulesWall(workspace, room, uid))
        kinds = (Draft, DraftVersion, Comment, Place, Answered)
        self._of_drafts = Watch(workspace, [(kind, uid) for kind in kinds])
        self._of_rules = Watch(workspace, [(kind, uid) for kind in (Rule, Wording, Adoption)])
        self._meetings = MeetingsGlance(CapturesWall(workspace, room, uid))
        self._of_meetings = Watch(
            workspace, [(kind, uid) for kind in (Meeting, Capture, Attendance)]
        )
        self._found: tuple[list[Errand], list[Errand], list[Errand]] = ([], [], [])

    def errands(self, *, anew: bool) -> list[Errand]:
        """Return what waits and is owed here; `anew` even if all stands as it did."""
        drafts, rules, meetings = self._found
        if self._of_drafts.changed() or anew:
            drafts = list(self._drafts.errands())
        if self._of_rules.changed() or anew:
            rules = list(self._rules.errands())
        if self._of_meetings.changed() or anew:
            meetings = list(self._meetings.errands())
        self._found = drafts, rules, meetings
        return [*drafts, *rules, *meetings]
