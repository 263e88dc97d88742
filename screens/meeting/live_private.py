"""The private side of a meeting's page: two places that BACK fills, and the keys to them."""

from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from screens.meeting.live_asides import LiveAsides
from screens.meeting.live_screen import GROUP, LiveServices
from screens.parts.keys import BACK_ONLY, verb
from screens.parts.slots import Slot


class LiveBackPlaces(LiveAsides):
    """`S` and `w`, in BACK alone. On FRONT neither place nor key is there."""

    SPOKEN_SLOT: ClassVar[str] = "live-spoken"
    BINDINGS: ClassVar[list[BindingType]] = [
        verb("S", "count_speakers", "who speaks", "Count who speaks, by each person's key",
             "live.count_speakers", group=GROUP, rank=14, rooms=BACK_ONLY,
             also="spoken tally private balance"),
        verb("w", "reflect", "reflect", "Reflect on this meeting, for your eyes only",
             "live.reflect", group=GROUP, rank=15, rooms=BACK_ONLY,
             also="reflection journal hats cues"),
    ]  # fmt: skip

    def __init__(self, services: LiveServices) -> None:
        super().__init__(services)
        self.spoken = Slot(self.SPOKEN_SLOT, words="how often each has spoken, as you count")
        self.prompt.add(self.spoken, after=self.prompt.timer)

    def possible(self, action: str) -> bool | None:
        """Who speaks is counted while the meeting is on."""
        if action == "count_speakers":
            return bool(self.spoken.children) and self.is_on
        return super().possible(action)

    def show_again(self) -> None:
        """Tell the place what it is about."""
        super().show_again()
        on_now = self.is_on and not self.meeting.closed_at
        group = self.services.wall.group_uid
        self.spoken.tell(self.running.uid if on_now else "", group if on_now else "")

    def action_count_speakers(self) -> None:
        """Go to the tally: each key there counts."""
        found = next((each for each in self.spoken.children if isinstance(each, Widget)), None)
        if found is not None:
            found.focus()

    async def action_reflect(self) -> None:
        """Open the reflection on this meeting."""
        await self.app.run_action("app.reflect")
