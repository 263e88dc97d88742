"""The settings: one row each, Enter changes it; and where everything is kept."""

from collections.abc import Callable
from typing import ClassVar

from msgspec import Struct
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from screens.parts.columns import Column
from screens.parts.frame import FrameScreen
from screens.parts.keys import verb
from screens.parts.rows import Face, RowList
from screens.parts.subject import Subject
from screens.parts.symbols import mark

COLUMNS = (
    Column(key="word", title="Setting", least=18),
    Column(key="value", title="Now", least=24, share=1),
)


class Row(Struct, frozen=True, kw_only=True):
    """One line of the page. With `choices` Enter goes to the next one; `id` "" only shows."""

    id: str
    word: str
    value: str
    choices: tuple[str, ...] = ()
    says: str = ""


class SettingRows(RowList):
    """The settings, one in a row."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "open", "Change", show=False, id="settings.change_too"),
        verb("enter", "open", "change", "Change the highlighted setting",
             "settings.change", group="Settings", rank=0),
    ]  # fmt: skip
    may_change = True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Grey out what only shows."""
        if action == "open" and not self.may_change:
            return None
        return super().check_action(action, parameters)


class SettingsScreen(FrameScreen):
    """Tells the app what was changed; it keeps nothing itself."""

    TITLE_WORD = "Settings"
    CSS_PATH = "settings.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        verb("escape", "close", "back", "Go back to the screen before", "settings.close",
             group="Settings", rank=1),
    ]  # fmt: skip

    class Changed(Message):
        """A setting has a new value, and `was` another when it was read; `name` "programme" is the
        programme's name.
        """

        def __init__(self, name: str, value: str, was: str) -> None:
            super().__init__()
            self.name, self.value, self.was = name, value, was

    def __init__(self, rows: Callable[[], list[Row]]) -> None:
        super().__init__()
        self._read = rows
        self._rows: list[Row] = []
        self.list = SettingRows(COLUMNS, here=mark("here"))
        self.about = Static("", id="settings-about", markup=False)

    def compose_body(self) -> ComposeResult:
        """The rows, and what the highlighted one is about."""
        yield self.list
        yield self.about

    def heading(self) -> str:
        """What this page is."""
        return "Settings"

    def show_again(self) -> None:
        """Show the settings as they are now."""
        self._rows = self._read()
        self.list.here = mark("here")
        self.list.show([str(n) for n in range(len(self._rows))], self._face)

    def _face(self, uid: str) -> Face:
        row = self._rows[int(uid)]
        return Face((row.word, row.value or "(empty)"), "" if row.id else "muted")

    @property
    def _here(self) -> Row | None:
        uid = self.list.highlighted
        return self._rows[int(uid)] if uid is not None else None

    def subject(self) -> Subject | None:
        """The highlighted row, so that a path can be copied."""
        row = self._here
        return Subject("", row.word, text=row.value) if row is not None else None

    @on(RowList.Highlighted)
    def _say_what_it_is(self) -> None:
        row = self._here
        self.list.may_change = row is not None and bool(row.id)
        self.about.update(Content(f"{row.word}: {row.says}" if row is not None else ""))
        self.refresh_hints()

    @on(RowList.Opened)
    def _opened(self, event: RowList.Opened) -> None:
        event.stop()
        self.action_change()

    def action_change(self) -> None:
        """Go to the next choice, or ask for the new words."""
        if (row := self._here) is None or not row.id:
            return
        if row.choices:
            at = row.choices.index(row.value) if row.value in row.choices else -1
            value = row.choices[(at + 1) % len(row.choices)]
            self.post_message(self.Changed(row.id, value, row.value))
            return

        def then(text: str | None) -> None:
            if text is not None:
                self.post_message(self.Changed(row.id, text, row.value))

        self.ask(row.word, then, value=row.value, id=f"settings.{row.id}")

    def action_close(self) -> None:
        """Go back."""
        self.app.pop_screen()
