"""Taking back, looking back, copying, noting: for whatever is highlighted."""

import os
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on

from cartui.app.guides import Guides
from cartui.app.workroom import Workroom
from cartui.model.rooms import Room
from cartui.store.draft import Draft
from cartui.store.events import Change
from cartui.store.problems import SaveFailed
from cartui.store.typed_path import typed_path
from screens.parts.cells import clip
from screens.parts.field import in_one_line
from screens.parts.frame import FrameScreen
from screens.parts.not_saved import NotSaved
from screens.parts.popup import Sure
from screens.parts.subject import Subject

if TYPE_CHECKING:
    from screens.parts.long_text import LongText
from screens.parts.unsaved import Kept


class Keeping(Guides):
    """Verbs over whatever record is highlighted. They need an open workroom."""

    workroom: Workroom | None = None

    @property
    def stage(self) -> Room:
        """The stage of the room."""
        return self.workroom.stage if self.workroom is not None else Room.MEMBERS

    def last_said(self) -> str:
        """Return what undo would take back, in words."""
        if self.workroom is None:
            return ""
        change = self.workroom.workspace.next_undo(self.stage)
        return self.workroom.sentence(change) if change is not None else ""

    # --- taking back

    def action_undo(self) -> None:
        """Take back the newest change that this stage may show, or let go of what is unsaved."""
        if (frame := self.frame) is not None and (kept := frame.around.unsaved.here(self.stage)):
            self._ask_to_let_go(frame, kept[-1])
            return
        if (frame := self.frame) is not None and (room := self.workroom) is not None:
            frame.do(lambda: room.workspace.undo(room.stage))
            self.read_again()

    def _ask_to_let_go(self, frame: FrameScreen, kept: Kept) -> None:
        words = "  ".join(kept.typed())

        def then(yes: bool | None) -> None:
            if yes:
                frame.let_go(kept)

        asks = "This is not saved. Let go of it?" + (f"\n\n{words}" if words else "")
        self.push_screen(Sure(asks, "Not saved", yes="lets it go", no="keeps it"), then)

    def action_redo(self) -> None:
        """Do again what was taken back last."""
        if (frame := self.frame) is not None and (room := self.workroom) is not None:
            frame.do(lambda: room.workspace.redo(room.stage))
            self.read_again()

    def read_again(self) -> None:
        """Let the screen in front read the model again."""
        if (frame := self.frame) is not None:
            frame.read_again()

    # --- looking back

    def action_history(self) -> None:
        """Show who changed what and when on the highlighted record."""
        from cartui.services.old_and_new import in_lines  # noqa: PLC0415 - when it is asked for
        from screens.parts.story import Chapter, Story  # noqa: PLC0415

        if (subject := self._subject()) is None or (room := self.workroom) is None:
            return
        changes = room.workspace.history(subject.uid)
        chapters = [
            Chapter(_local(each.at), each.actor, room.sentence(each), in_lines(each))
            for each in changes
        ]
        self.push_screen(Story(f"History of {subject.name}", chapters))

    def _subject(self) -> Subject | None:
        frame = self.frame
        return frame.subject() if frame is not None else None

    # --- copying

    def action_copy(self) -> None:
        """Copy the highlighted thing (or the marked text) for other programs, and to a file."""
        frame, subject = self.frame, self._subject()
        text = self.screen.get_selected_text() or (subject and (subject.text or subject.name))
        if frame is None or not text:
            return
        self.copy_to_clipboard(text)
        kept = self._copied_to_file(text)
        also = f" If it does not arrive: it stands in {kept} too." if kept else ""
        frame.say("Copied." + also)

    def _copied_to_file(self, text: str) -> Path | None:
        """Keep the copy where only this account can read it, for terminals without a clipboard."""
        if self.workroom is None or self.stage is Room.BACK:
            return None  # nothing private is written outside the workspace
        path = self.workroom.places.state / "copied.txt"
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                file.write(text + "\n")
        except OSError:
            return None
        return path

    # --- noting

    def action_note(self) -> None:
        """Write a note on the highlighted thing."""
        if (subject := self._subject()) is not None:
            self._ask_note(subject.uid, subject.group, subject.name)

    def action_loose_note(self) -> None:
        """Write a note on nothing in particular."""
        self._ask_note("", "", "")

    def _ask_note(self, about: str, group: str, name: str, value: str = "") -> None:
        if (frame := self.frame) is None or self.workroom is None:
            return
        kind = "Private note" if self.stage is Room.BACK else "Note for the group"
        question = f"{kind} on {name}" if name else kind

        def then(text: str | None) -> None:
            if text:
                frame.do(lambda: self.write_note(about, text, group))
                self.read_again()

        frame.ask(question, then, value=value, id=f"note.{about}")

    def write_note(self, about: str, text: str, group: str) -> Change:
        """Write a note as this stage of the room has it. The app writes private ones."""
        assert self.workroom is not None  # noqa: S101 - asked only with a workroom
        return self.workroom.notebook.write(about, text, group)

    @on(FrameScreen.Pasted)
    def _pasted(self, event: FrameScreen.Pasted) -> None:
        if self.workroom is None or self.stage is Room.PUBLIC:
            return
        words = " ".join(event.text.split())

        def then(yes: bool | None) -> None:
            if yes:
                self._ask_note("", "", "", in_one_line(event.text))

        question = f"Make a note of this?\n\n{clip(words, 60)}"
        self.push_screen(Sure(question, "Pasted", yes="makes a note", no="leaves it"), then)

    # --- what was not saved

    def action_save_again(self) -> None:
        """Try to save again, from a pop-up: first what stands in it."""
        if (text := self._unsaved_text()) is not None:
            text.try_again()
        if (frame := self.frame) is not None:
            frame.action_save_again()

    def action_save_elsewhere(self) -> None:
        """Save elsewhere, from a pop-up in which something stands that is not saved."""
        top, frame = self._unsaved_text(), self.frame
        if top is not None and frame is not None:
            top.try_again()
            if top.is_current:
                top.dismiss(None)
                self.call_later(frame.action_save_elsewhere)

    def _unsaved_text(self) -> "LongText | None":
        """Return the pop-up in front if a text stands in it that is not saved."""
        from screens.parts.long_text import LongText  # noqa: PLC0415 - no start waits for it

        top = self.screen
        return top if isinstance(top, LongText) and top.unsaved else None

    @on(FrameScreen.TriedAgain)
    def _tried_again(self) -> None:
        self.read_again()

    @on(NotSaved.Elsewhere)
    def _save_elsewhere(self) -> None:
        if (frame := self.frame) is None:
            return

        def ask(folder: str) -> None:
            frame.ask("Save in which folder?", then, value=folder, id="save.elsewhere")

        def then(text: str | None) -> None:
            if text and not frame.saved_elsewhere(lambda it: self._keep_aside(it, text), text):
                ask(text)  # to be mended, not to be typed anew

        ask(str(Path.home()))

    def _keep_aside(self, failed: SaveFailed, folder: str) -> Path:
        if self.workroom is None or not isinstance(failed.unsaved, Draft):
            raise failed
        return self.workroom.workspace.save_elsewhere(failed.unsaved, typed_path(folder))


def _local(at: str) -> str:
    """Return an ISO time in UTC as date and time on this machine's clock."""
    try:
        when = datetime.fromisoformat(at)
    except ValueError:
        return at
    return when.astimezone().strftime("%Y-%m-%d %H:%M")
