"""A critique round: begun on a draft, gone on with after a crash, and what is said in it kept."""

from typing import TYPE_CHECKING

from textual import on, work

from cartui.app.presenting import Presenting
from cartui.model.problems import CartuiProblem
from cartui.model.rooms import Room
from screens.parts.frame import FrameScreen

if TYPE_CHECKING:
    from cartui.app.hearing import Hearing
    from cartui.services.critique_kept import KeptRound
    from cartui.services.critique_round import Round
    from cartui.services.critique_steps import CritiqueSteps

STANDS = "A critique round stands at “{}”. P in Drafts goes on."
LEFT = "Left at “{}”. {} goes on from there."
OVER = "The round is over. What was noted waits for its answer {}."
NO_TEXT = "This draft has no text yet. N brings one in."


class Critiquing(Presenting):
    """`P` in Drafts. The round's page opens as every page for the room does."""

    _hearing: "Hearing | None" = None
    _half_heard: dict[tuple[str, Room], dict[int, str]]

    def kept_round(self) -> "KeptRound":
        """Where this machine stands in a round of the open workspace."""
        from cartui.services.critique_kept import KeptRound  # noqa: PLC0415 - not at the start

        assert self.workroom is not None  # noqa: S101 - asked only with a workroom
        ws = self.workroom.workspace
        return KeptRound(self.places.state, ws, ws.moment)

    def told(self) -> None:
        """Say that a round was cut short, if one was."""
        super().told()
        if self.workroom is None or not (self.places.state / "critique").is_dir():
            return
        if (kept := self.kept_round().standing()) is not None and (frame := self.frame) is not None:
            frame.say(STANDS.format(kept.words.title))

    @on(FrameScreen.CritiqueWanted)
    @work
    async def _critique_wanted(self, event: FrameScreen.CritiqueWanted) -> None:
        """Begin a round; if one stands already, ask whether to go on with it."""
        from cartui.app.hearing import asked_for, begin_round  # noqa: PLC0415 - not at the start

        if (room := self.workroom) is None:
            return
        room.group_in_hand = event.group or room.group_in_hand
        wanted = begin_round(room, event.draft, event.passage)
        kept = self.kept_round().standing()
        if wanted is None and kept is None and (frame := self.frame) is not None:
            frame.say(NO_TEXT)
        chosen = await asked_for(self, kept, wanted)
        if chosen is None:
            return
        if not self.showing.followed:
            await self._leave_back()
        self.call_later(self._open_round, chosen)

    def _open_round(self, chosen: "Round") -> None:
        """Open the page here, or in the second window and a bar for it here."""
        from cartui.app.hearing import Hearing  # noqa: PLC0415
        from cartui.services.critique_steps import CritiqueSteps  # noqa: PLC0415

        room, frame, door = self.workroom, self.frame, self._door
        if room is None or frame is None or door is None:
            return
        try:
            hearing = Hearing(room, chosen, door.letterbox.drop)
            about = hearing.about()
        except CartuiProblem as problem:
            self.kept_round().forget()
            frame.say(str(problem), tone="problem")
            return
        beside = self.showing.followed
        if self.stage is Room.BACK and not beside:  # that window was closed in the meantime
            self.call_next(self._leave_and_open, chosen)
            return
        self._on_stage, self._hearing = True, hearing
        steps = CritiqueSteps(self.kept_round(), chosen, about, room.workspace.moment)
        self._tell_step(steps, 0, False)
        self._push_round(steps, beside=beside)

    async def _leave_and_open(self, chosen: "Round") -> None:
        await self._leave_back()
        self._open_round(chosen)

    def _push_round(self, steps: "CritiqueSteps", *, beside: bool) -> None:
        from screens.present.critique import CritiqueScreen  # noqa: PLC0415
        from screens.present.critique_bar import CritiqueBar  # noqa: PLC0415

        def turned(leaf: int, blank: bool) -> None:
            self._tell_step(steps, leaf, blank)

        half_typed = self._half_typed(steps.round.draft)
        if beside:
            make = self._door.private_clock if self._door is not None else None
            clock = make(steps.overrun, steps.behind) if make is not None else None
            bar = CritiqueBar(steps, turned, self._hear, half_typed, clock)
            self.push_screen(bar, lambda off: self._bar_left(steps, off))
            return
        with self.batch_update():
            self.theme = "contrast" if self.settings.theme == "contrast" else "stage"
            self.refresh_css(animate=False)
            page = CritiqueScreen(steps, turned, self._hear, half_typed)
            self.push_screen(page, lambda _: self._round_left(steps))

    def _half_typed(self, draft: str) -> dict[int, str]:
        """What was half typed in this draft's round, on this stage of the room; memory alone."""
        if not hasattr(self, "_half_heard"):
            self._half_heard = {}
        return self._half_heard.setdefault((draft, self.stage), {})

    def _tell_step(self, steps: "CritiqueSteps", leaf: int, blank: bool) -> None:
        from cartui.services.second_window import Shown  # noqa: PLC0415

        self._tell(Shown(page=steps.page, leaf=leaf, blank=blank, clock=steps.clock))

    def _hear(self, number: int, words: str) -> bool:
        """Keep what was said; False if it was not saved. Which lens it was is told nowhere."""
        try:
            assert self._hearing is not None  # noqa: S101 - there is a page to press it on
            self._hearing.keep(number, words)
        except CartuiProblem:
            return False
        return True

    def _bar_left(self, steps: "CritiqueSteps", taken_off: bool | None) -> None:
        self._gone_on(taken_off)
        if taken_off:
            self._round_told(steps)

    def _round_left(self, steps: "CritiqueSteps") -> None:
        self._left_page(None)
        self._round_told(steps)

    def _round_told(self, steps: "CritiqueSteps") -> None:
        """Say where the round was left; what was noted shows on the draft now."""
        step = steps.round.words.title
        over = steps.leave()
        self.read_again()
        if (frame := self.frame) is not None:
            key, where = ("P", "here") if frame.TITLE_WORD == "Drafts" else ("Enter", "in 5 Drafts")
            frame.say(OVER.format(where) if over else LEFT.format(step, key))
