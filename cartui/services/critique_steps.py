"""A critique round on its way through its steps: what each key makes of it, kept at once."""

from collections.abc import Callable
from datetime import datetime

from msgspec import Struct

from cartui.services.critique_kept import KeptRound
from cartui.services.critique_round import Round
from cartui.services.critique_words import critique_words
from cartui.services.pages import Page, step_page
from cartui.services.public_clock import PublicClock, Reading, reading


class About(Struct, frozen=True, kw_only=True):
    """What a round is about, in words for the room: the draft's title, its author's ask, the
    passage ("" for the whole draft).
    """

    title: str
    ask: str = ""
    passage: str = ""


class CritiqueSteps:
    """The steps of one round. `clock` is the time now, aware."""

    def __init__(
        self, kept: KeptRound, begun: Round, about: About, clock: Callable[[], datetime]
    ) -> None:
        self._kept, self.about, self._now = kept, about, clock
        self.round = begun
        kept.keep(begun)

    # --- what is seen of it

    @property
    def page(self) -> Page:
        """This step's page for the room."""
        words, step, about = critique_words(), self.round.words, self.about
        ask = f"{words.asks}: {about.ask}" if about.ask else ""
        return step_page(step.title, step.prompt, ask, about.passage or f"“{about.title}”")

    @property
    def clock(self) -> PublicClock:
        """This step's clock for the room."""
        return self.round.clock()

    def reading(self) -> Reading:
        """Return what that clock says now."""
        return reading(self.clock, self._now())

    def overrun(self) -> float:
        """Return by how many seconds this step is over its plan; for BACK alone."""
        return self.round.overrun(self._now())

    def behind(self) -> float:
        """Return by how many seconds the round is behind, below 0 ahead; for BACK alone."""
        return self.round.behind(self._now())

    # --- the keys

    def turn(self, steps: int) -> bool:
        """Go some steps on or back; False if there is none that way."""
        before = self.round.step
        turned = self.round.turned(steps, self._now())
        if turned.step == before:
            return False
        self._keep(turned)
        return True

    def start_or_pause(self) -> None:
        """Let the clock run, or stand."""
        self._keep(self.round.started_or_paused(self._now()))

    def more(self, minutes: int) -> None:
        """Give this step so many minutes more, or fewer."""
        self._keep(self.round.with_minutes(minutes, self._now()))

    def leave(self) -> bool:
        """Leave the page; True if the round is over with that, because this was the last step."""
        if self.round.is_last:
            self._kept.forget()
        return self.round.is_last

    def _keep(self, now: Round) -> None:
        self.round = now
        self._kept.keep(now)
