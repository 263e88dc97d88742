"""Rounds in a meeting: whose turn it is, who comes next, who was skipped and comes again."""

from typing import ClassVar

from textual.binding import BindingType

from cartui.model.meetings import Segment
from cartui.services.rounds import CLOSING, ROUNDS, KeptRounds, Turns
from cartui.services.stepping import Steps
from screens.meeting.live_asides import LiveAsides
from screens.meeting.live_screen import GROUP
from screens.meeting.live_showing import LiveShowing
from screens.parts.keys import verb
from screens.parts.symbols import mark


class LiveRounds(LiveAsides, LiveShowing):
    """`n` `x` and Backspace, in a part of the agenda that is a round."""

    BINDINGS: ClassVar[list[BindingType]] = [
        verb("n", "next_person", "next person", "The next person's turn", "live.next_person",
             group=GROUP, rank=3, also="round check-in turn speaker"),
        verb("x", "skip_person", "skip", "Skip this person for now; they come again at the end",
             "live.skip_person", group=GROUP, rank=4, also="round pass later turn"),
        verb("backspace", "turn_back", "a turn back", "Go back to the turn before",
             "live.turn_back", group=GROUP, rank=25, also="round previous person"),
    ]  # fmt: skip

    @property
    def kept_rounds(self) -> KeptRounds:
        """Where this machine stands in the rounds."""
        assert self.services.rounds is not None  # noqa: S101 - the app gives them with the page
        return self.services.rounds

    @property
    def round(self) -> Segment | None:
        """The segment that is on, if it is a round."""
        here = self.segment
        return here if here is not None and here.kind in ROUNDS and self.is_on else None

    def turns(self) -> Turns | None:
        """Return where the round stands; None outside one."""
        here = self.round
        return self.kept_rounds.turns(self.meeting, here.uid) if here is not None else None

    def possible(self, action: str) -> bool | None:
        """Outside a round there are no turns, and at its end nobody is next."""
        if action in ("next_person", "skip_person", "turn_back"):
            if (turns := self.turns()) is None:
                return False
            return bool(turns.steps if action == "turn_back" else turns.now) or None
        return super().possible(action)

    def asides(self) -> list[str]:
        """In a round: whose turn it is, in what place, and who comes next."""
        said = super().asides()
        if (turns := self.turns()) is None:
            return said
        rounds, whole = self.kept_rounds.rounds, len(turns.order)
        if not turns.now:
            return [*said, f"{mark('done')} All {whole} have had their turn."]
        now, *later = rounds.names(turns.waiting)
        place = whole - len(turns.waiting) + 1
        again = "again: " if turns.now in turns.skipped else ""
        said.append(f"{mark('here')} {again}{now}, turn {place} of {whole}")
        if later:
            said.append(f"  then {', '.join(later[:3])}")
        if turns.skipped:
            said.append(f"  comes again: {', '.join(rounds.names(turns.skipped))}")
        here = self.round
        if here is not None and here.kind == CLOSING and (why := rounds.why_joined(turns.now)):
            said.append(f"  why {now} joined: “{' '.join(why.split())}”")
        return said

    def show_at(self, place: str) -> Steps:
        """Return the pages of the meeting; in a round they say how many are still to come."""
        from cartui.services.meeting_show import MeetingShow  # noqa: PLC0415 - once it is shown
        from cartui.services.round_show import RoundShow  # noqa: PLC0415

        show = super().show_at(place)
        assert isinstance(show, MeetingShow)  # noqa: S101 - a meeting's page shows a meeting
        round_ = RoundShow(show, self.turns, self._kept)
        show.round_page, show.turn_person = round_.page_of, round_.turn
        return show

    def action_next_person(self) -> None:
        """The next one's turn."""
        self._on(skip=False)

    def action_skip_person(self) -> None:
        """This one later."""
        self._on(skip=True)

    def _on(self, *, skip: bool) -> None:
        if (turns := self.turns()) is not None:
            self._kept(turns.on(skip=skip))

    def action_turn_back(self) -> None:
        """A turn back."""
        if (turns := self.turns()) is not None:
            self._kept(turns.back())

    def _kept(self, turns: Turns) -> None:
        if (here := self.round) is not None:
            self.kept_rounds.keep(self.meeting, here.uid, turns)
            if self.is_attached:
                self.show_again()
                self.refresh_frame()
                self.post_message(self.MeetingTurned())
