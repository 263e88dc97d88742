"""A meeting before the room: its pages in this window, or in the second and a bar for it here."""

from typing import TYPE_CHECKING, cast

from textual import on

from cartui.app.critiquing import Critiquing
from cartui.model.rooms import Room
from cartui.services.pages import Page
from screens.parts.frame import FrameScreen
from screens.parts.popup import Sure
from screens.parts.slots import Slot
from screens.parts.stepped import Stepped

if TYPE_CHECKING:
    from cartui.services.meeting_show import MeetingShow

CHECK = "The room will see the welcome page, then this page. Hidden there:\n\n{}"
NOTHING_HIDDEN = "nothing: there is nothing private on it"


class MeetingShowing(Critiquing):
    """`p` and `s` on the page of a meeting."""

    _stands: "MeetingShow | None" = None

    async def _present(self, page: Page | None) -> None:
        frame = self.frame
        members = self.stage is not Room.PUBLIC
        if page is None and members and isinstance(frame, Stepped):
            await self._show_meeting(cast("MeetingShow", frame.present_steps()))
        else:
            await super()._present(page)

    @on(FrameScreen.MeetingShown)
    async def _meeting_shown(self, event: FrameScreen.MeetingShown) -> None:
        show = cast("MeetingShow", event.show)
        if event.checked and self.stage is Room.BACK and (frame := self.frame) is not None:
            said = "\n".join(f"  {words}" for words in hidden_words(frame)) or NOTHING_HIDDEN

            async def then(yes: bool | None) -> None:
                if yes:
                    await self._show_meeting(show)

            asks = Sure(CHECK.format(said), "Stage check", yes="shows it", no="stays")
            self.push_screen(asks, then)
        else:
            await self._show_meeting(show)

    async def _show_meeting(self, show: "MeetingShow") -> None:
        """Leave BACK unless the page goes to the second window, and open it."""
        if not self.showing.followed:
            await self._leave_back()
        self.call_later(self._open_meeting_pages, show)

    def _open_meeting_pages(self, show: "MeetingShow") -> None:
        from screens.present.meeting import MeetingBar, MeetingPage  # noqa: PLC0415

        def turned(leaf: int, blank: bool) -> None:
            self._tell_meeting(show, leaf, blank)

        beside = self.showing.followed
        if self.stage is Room.BACK and not beside:  # that window was closed in the meantime
            self.call_next(self._show_meeting, show)
            return
        self._on_stage, self._stands = True, None
        self._tell_meeting(show, 0, False)
        if beside:
            self.push_screen(
                MeetingBar(show, turned), lambda off: self._meeting_bar_left(show, off)
            )
            return
        with self.batch_update():
            self.theme = "contrast" if self.settings.theme == "contrast" else "stage"
            self.refresh_css(animate=False)
            self.push_screen(MeetingPage(show, turned), self._left_page)

    def _tell_meeting(self, show: "MeetingShow", leaf: int, blank: bool) -> None:
        from cartui.services.second_window import Shown  # noqa: PLC0415

        self._tell(Shown(page=show.page, leaf=leaf, blank=blank, clock=show.clock))

    def _meeting_bar_left(self, show: "MeetingShow", taken_off: bool | None) -> None:
        self._gone_on(taken_off)
        self._stands = None if taken_off else show

    @on(FrameScreen.MeetingTurned)
    def _meeting_turned(self) -> None:
        """Let a page that stands on the second window follow the meeting."""
        shows = self.showing.shows if self._stands is not None else None
        if self._stands is None or shows is None:
            return
        page = self._stands.follow().page
        leaf = shows.leaf if shows.page == page else 0
        self._tell_meeting(self._stands, leaf, shows.blank)


def hidden_words(frame: FrameScreen) -> list[str]:
    """Return, for BACK, what of a screen FRONT does not show."""
    return [slot.words for slot in frame.query(Slot) if slot.words and slot.children]
