"""A screen on which a record is changed in a form, also when two windows do it at once."""

from collections.abc import Callable, Mapping
from typing import Any

from textual import on
from textual.app import ComposeResult

from cartui.model.rooms import Room
from cartui.services.meanwhile_fields import FieldsMeanwhile
from cartui.store.events import Change
from screens.parts.form import Form
from screens.parts.frame import FrameScreen
from screens.parts.meanwhile import reword
from screens.parts.unsaved import Act, Kept

Edit = Callable[..., Change]
"""Changes fields of a record; takes `was`, and raises FieldsMeanwhile."""


class FormScreen(FrameScreen):
    """Shows `form` in place of its body while it is open (class -form)."""

    def __init__(self, form: Form) -> None:
        super().__init__()
        self.form = form
        self._edit: Edit | None = None
        self._was: dict[str, Any] = {}
        self._form_place: object = None
        self._form_aside = False
        self._refused: object = None

    def compose_body(self) -> ComposeResult:
        """The form, unseen until it is opened."""
        yield self.form

    def act(self, verb: Act, place: object = None) -> Change | None:
        """Do a verb and show what has become of things."""
        if (change := self.do(verb, place)) is not None:
            self.show_again()
            self.refresh_frame()
        return change

    def first_focus(self) -> None:
        """Give the focus back to the list. Overridden by a screen that has one."""

    def open_form(self, edit: Edit, was: Mapping[str, Any]) -> None:
        """Show the form, which was filled just now; `was` holds the record's own values."""
        self._edit, self._was = edit, dict(was)
        self._form_aside, self._refused, self._form_place = False, None, object()
        self.add_class("-form")
        self.say("Enter goes on, Esc keeps what you typed and closes.")

    @on(Form.Wrong)
    def _wrong(self, event: Form.Wrong) -> None:
        event.stop()
        self.say(f"{event.problem} Esc again puts back what stood there.", tone="problem")

    @on(Form.Kept)
    def _kept(self, event: Form.Kept) -> None:
        """Save the form; after a failed save it stays, and the next Esc leaves it to the banner."""
        event.stop()
        place, edit = self._form_place, self._edit
        gone = self._refused == event.fields and self.around.unsaved.holds(place)
        if gone or edit is None or not event.fields:
            self._close_form()
            return
        filled = _Filled(edit, event.fields, self._was, self._shut_if(place))
        self.say("")
        reword(self, filled, "", "", lambda _: None, do=self.act, place=place)
        self._refused = event.fields if self.around.unsaved.holds(place) else None

    def _shut_if(self, place: object) -> Callable[[], None]:
        def shut() -> None:
            if self._form_place is place:
                self._close_form()

        return shut

    def _close_form(self) -> None:
        self.say("")  # what the form's own keys do is no longer so
        self._form_place = None
        self.remove_class("-form")
        self.first_focus()

    def try_again(self, kept: Kept) -> None:
        """Try one act again; that of the open form as it stands now."""
        if kept.place is self._form_place and self.has_class("-form"):
            self._refused = None
            self.form.action_keep()
        else:
            super().try_again(kept)

    def enter_room(self, room: Room) -> None:
        """Be on this stage; what was open stands there again when there is something to see."""
        super().enter_room(room)
        if self.focused is None and self.has_class("-form") and room is not Room.PUBLIC:
            self.form.first.focus()

    def hide_half_typed(self) -> None:
        """Put the form out of sight while the room is FRONT: it was being filled in in BACK."""
        super().hide_half_typed()
        self._form_aside = self.has_class("-form")
        self.remove_class("-form")
        if self._form_aside:
            self.set_focus(None)
            self.first_focus()

    def show_half_typed(self) -> None:
        """Let the form stand there again, unless another was opened meanwhile."""
        super().show_half_typed()
        if self._form_aside and not self.has_class("-form"):
            self.add_class("-form")
            self.form.first.focus()
        self._form_aside = False


class _Filled:
    """A filled form as a text that is reworded: whose fields stand when two windows fill one in."""

    def __init__(
        self,
        edit: Edit,
        fields: Mapping[str, Any],
        was: Mapping[str, Any],
        shut: Callable[[], None],
    ) -> None:
        self._edit, self._shut = edit, shut
        self._fields, self._was = dict(fields), dict(was)
        self._theirs: dict[str, Any] = {}

    def __call__(self, _: str, was: str | None) -> Change | None:
        """Write the form; with None put back theirs, where both had changed a field."""
        if was is None:
            return self._edit(**self._theirs)
        try:
            change = self._edit(was=self._was, **self._fields)
        except FieldsMeanwhile as changed:
            self._theirs = changed.fields
            self._was |= changed.fields
            raise
        self._shut()
        return change
