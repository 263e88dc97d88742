"""Running the meeting: on to the next part, the timer, a minute more, the end."""

from typing import ClassVar

from textual.binding import BindingType

from cartui.model.rooms import Room
from screens.meeting.live_screen import GROUP, LiveScreen, LiveServices
from screens.parts.keys import verb
from screens.parts.popup import Sure

PULSE = 0.25
"""Seconds between two looks at the clock; it is painted when a second is over."""
STAYS = "The meeting is on. E ends it; 1 to 5 go to other screens, and 6 comes back here."
NO_FURTHER = "This is the last part. p, then > shows the thank-you page; E ends the meeting."
NO_EARLIER = "This is the first part."
NO_MINUTES = "This part has no minutes of its own."
IN_TIME = "Nothing to make up."
ASKS_END = "End the meeting now? What each part took goes into its record."


class LiveRun(LiveScreen):
    """`>` `<` `t` `T` `+` `-` `m` `E`, and `q`, which never leaves a running meeting."""

    BINDINGS: ClassVar[list[BindingType]] = [
        verb("t", "clock", "timer", "Begin the meeting; let the timer run, or stand",
             "live.clock", group=GROUP, rank=1, also="start pause stop begin time"),
        verb("greater_than_sign", "turn(1)", "next", "Go on to the next part of the agenda",
             "live.next", group=GROUP, rank=2, also="segment forward", priority=True),
        verb("less_than_sign", "turn(-1)", "back", "Go back to the part before", "live.back",
             group=GROUP, rank=20, also="segment previous", priority=True),
        verb("plus", "more(1)", "a minute more", "Give this part a minute more", "live.more",
             group=GROUP, rank=8, also="longer extend time"),
        verb("minus", "more(-1)", "a minute less", "Give this part a minute less", "live.less",
             group=GROUP, rank=21, also="shorter time"),
        verb("T", "minutes", "minutes", "Say how many minutes this part has", "live.minutes",
             group=GROUP, rank=23, also="time length timer set"),
        verb("m", "absorb", "make up time", "Shorten the parts that follow so that the meeting "
             "ends in time; protected ones stay", "live.absorb", group=GROUP, rank=24,
             also="absorb overrun catch up late behind"),
        verb("u,ctrl+z", "put_back", "put back", "Put the minutes back as they were before",
             "live.put_back", group=GROUP, rank=6, also="undo minutes"),
        verb("E", "end_meeting", "end", "End the meeting", "live.end", group=GROUP, rank=22,
             also="close finish over stop"),
        verb("q,ctrl+q,escape", "leave_live", "back", "Go back to the series; not from a meeting "
             "that is on", "live.leave", group="Look around", rank=60),
    ]  # fmt: skip

    def __init__(self, services: LiveServices) -> None:
        super().__init__(services)
        self._had_begun = False

    def on_mount(self) -> None:
        """Begin to look at the clock."""
        self.set_interval(PULSE, self._look_at_clock)

    def _look_at_clock(self) -> None:
        if self.is_attached and not getattr(self.app.screen, "COVERS", False):
            self.prompt.timer.show(self.running.reading())

    def show_again(self) -> None:
        """Read anew. A beginning that was taken back is let go."""
        began = bool(self.meeting.began_at)
        if self._had_begun and not began and self.is_on:
            self.running.let_go()
        self._had_begun = began
        super().show_again()

    def possible(self, action: str) -> bool | None:
        """Before it begins there is only a beginning; after the end, looking."""
        if action in ("more", "minutes", "absorb"):
            return self.is_on and self.segment is not None
        if action == "end_meeting":
            return self.is_on
        if action == "put_back":
            return self.running.can_put_back
        if action == "clock":  # a meeting without an agenda is one too: it begins and ends
            return not self.meeting.closed_at and not (self.is_on and self.segment is None)
        if action == "turn":
            return not self.meeting.closed_at and self.segment is not None
        return super().possible(action)

    # --- the keys

    def action_clock(self) -> None:
        """Begin the meeting, or let the timer run or stand."""
        if not self.begin_now():
            self.running.start_or_pause()
            self._turned()

    def action_turn(self, steps: int) -> None:
        """Go on, or back."""
        if steps > 0 and self.begin_now():
            return
        if self.running.turn(steps):
            self.say("")
        else:
            self.say(NO_FURTHER if steps > 0 else NO_EARLIER)
        self._turned()

    def begin_now(self) -> bool:
        """Begin the meeting if it has not begun here; return whether it did."""
        if self.is_on:
            return False
        from cartui.services.meetings import Meetings  # noqa: PLC0415 - no start in one needs it

        self.running.begin()
        if not self.meeting.began_at:
            meetings, meeting = self.services.wall.beside(Meetings), self.meeting
            self.do(lambda: meetings.begin(meeting))
        self._turned()
        return True

    def action_more(self, minutes: int) -> None:
        """Give this part a minute more, or less."""
        if not self.running.more(minutes):
            self.say(NO_MINUTES)
        self._turned()

    def action_minutes(self) -> None:
        """Ask how many minutes this part has."""
        here = self.segment
        if here is None or not here.minutes:
            self.say(NO_MINUTES)
            return

        def then(text: str | None) -> None:
            if not text:
                return
            if not (text.isascii() and text.isdigit()):
                self.say(f"“{text}” is no number of minutes. Nothing was changed.", tone="problem")
            elif self.segment == here:
                self.running.set_minutes(int(text))
                self._turned()

        now = self.running.minutes(here)
        self.ask(f"Minutes for “{here.title}”, now {now}", then, id=f"live.minutes {here.uid}")

    def action_absorb(self) -> None:
        """Shorten the parts that follow; say what they have now."""
        taken = self.running.absorb()
        now = [f"“{each.title}” {self.running.minutes(each)}" for each, _ in taken]
        self._turned()
        self.say(f"Minutes now: {', '.join(now)}. u puts them back." if now else IN_TIME)

    def action_put_back(self) -> None:
        """Put the minutes back."""
        self.running.put_back()
        self._turned()
        self.say("The minutes are as they were before.")

    def action_end_meeting(self) -> None:
        """Ask once, then close the meeting."""

        def then(yes: bool | None) -> None:
            if yes:
                self.do(self.running.close)
                self._turned()

        self.app.push_screen(Sure(ASKS_END, "The end", yes="ends it", no="goes on"), then)

    def action_leave_live(self) -> None:
        """Go back to the series, but not from a meeting that is on."""
        if self.is_on and self.room is not Room.PUBLIC:
            self.say(STAYS)
        else:
            self.close_page()

    def close_page(self) -> None:
        """Go back to the series."""
        if self.is_attached and self.app.screen is self:
            self.app.pop_screen()

    def _turned(self) -> None:
        self.show_again()
        self.refresh_frame()
