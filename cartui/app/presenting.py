"""Presenting: what is highlighted goes before the room, in this window or in the second one."""

from pathlib import Path
from typing import TYPE_CHECKING

from textual import on

from cartui.app.opening import Opening
from cartui.model.rooms import Room
from cartui.services.pages import Page, words_page
from screens.parts.frame import FrameScreen
from screens.parts.popup import Popup

if TYPE_CHECKING:
    from cartui.services.second_window import Shown
    from cartui.services.showing import Showing

ASKS = "Words for the room"
NOT_FOLLOWED = "A second window cannot follow: this computer's state folder cannot be written."
STAYS = "It stays on the second window. p, then q takes it off."


class Presenting(Opening):
    """`p`. Opening the page leaves BACK first; if a second window is open the page goes there, and
    this window stays where it is.
    """

    _showing: "Showing | None" = None
    _on_stage = False

    @property
    def showing(self) -> "Showing":
        """What the second window is told; there is one for each open workspace."""
        assert self.workroom is not None  # noqa: S101 - `p` answers only with a workroom
        if self._showing is None:
            from cartui.services.showing import Showing  # noqa: PLC0415 - not at the start

            self._showing = Showing(self.places.state, self.workroom.workspace.folder)
        return self._showing

    async def action_present(self) -> None:
        """Show what is highlighted to the room; if nothing is, ask for words."""
        await self._present(None)

    async def action_present_words(self) -> None:
        """Ask for words, and show them to the room."""
        if not self.showing.followed:
            await self._leave_back()
        self.call_later(self._ask_words)

    @on(FrameScreen.PresentWanted)
    async def _present_wanted(self, event: FrameScreen.PresentWanted) -> None:
        if self.workroom is not None:
            await self._present(event.page)

    async def _present(self, page: Page | None) -> None:
        if not self.showing.followed:
            await self._leave_back()
        if page is None and (frame := self.frame) is not None:
            for_this_room = frame.PUBLIC or self.stage is not Room.PUBLIC
            page = frame.present_page() if for_this_room else None
        if page is None:
            self.call_later(self._ask_words)
        else:
            self._open_page(page)

    async def _leave_back(self) -> None:
        """Go FRONT. From FRONT public there is nothing to leave: presenting never shows more."""
        if self._door is not None and self.stage is Room.BACK:
            await self._door.to_front(Room.MEMBERS, whole=True)

    def take_in(self, folder: Path, *, looking_round: bool = False) -> None:
        """Open a workspace; what was shown of the one before is taken away."""
        super().take_in(folder, looking_round=looking_round)
        self._stop_showing()

    def _ask_words(self) -> None:
        """Ask for words. Called later: a screen come FRONT takes its focus a moment after that."""
        if (frame := self.frame) is None:
            return

        def then(text: str | None) -> None:
            if text and (page := words_page(text)) is not None:
                self._open_page(page)

        frame.ask(ASKS, then, id="present.words")

    def _open_page(self, page: Page) -> None:
        """Open the page here, or in the second window and a bar for it here."""
        from screens.present.prompter import Prompter  # noqa: PLC0415 - not at the start
        from screens.present.screen import PresentScreen  # noqa: PLC0415

        def turned(leaf: int, blank: bool) -> None:
            self._tell_second(page, leaf, blank)

        beside = self.showing.followed
        if self.stage is Room.BACK and not beside:  # that window was closed in the meantime
            self.call_next(self._present, page)
            return
        self._on_stage = True
        self._tell_second(page, 0, False)
        if beside:
            self.push_screen(Prompter(page, turned), self._gone_on)
            return
        with self.batch_update():
            self.theme = "contrast" if self.settings.theme == "contrast" else "stage"
            self.refresh_css(animate=False)
            self.push_screen(PresentScreen(page, turned), self._left_page)

    def _tell_second(self, page: Page, leaf: int, blank: bool) -> None:
        from cartui.services.second_window import Shown  # noqa: PLC0415

        self._tell(Shown(page=page, leaf=leaf, blank=blank))

    def _tell(self, shown: "Shown") -> None:
        told = self.showing.show(shown)
        if not told and (frame := self.frame) is not None:
            frame.say(NOT_FOLLOWED, tone="problem")

    def leave_page(self) -> bool:
        """Leave the page if one is open; so does a `q` that was on its way when it opened."""
        if not self._on_stage or not isinstance(self.screen, Popup):
            return False
        self.screen.dismiss(True)
        return True

    def _left_page(self, _: bool | None) -> None:
        """Back to FRONT: the page is off, and the colours are those of before."""
        self._on_stage = False
        self.showing.take_away()
        if self._door is not None:
            self._door.wear_again()

    def _gone_on(self, taken_off: bool | None) -> None:
        self._on_stage = False
        if taken_off:
            self.showing.take_away()
        elif (frame := self.frame) is not None:
            frame.say(STAYS)

    def _stop_showing(self) -> None:
        """Nothing is shown any more: this workspace is left."""
        if self._showing is not None:
            self._showing.take_away()
            self._showing = None

    def _hasty(self, key: str) -> bool:
        """On a page for the room no key does anything that could be hasty."""
        return not self._on_stage and super()._hasty(key)
