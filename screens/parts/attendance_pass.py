"""The pass: everybody who is expected, one key for each, and one for all the rest.

Every mark is saved as it is made. No reason stands here: those are back stage.
"""

from collections.abc import Callable
from typing import ClassVar

from msgspec import Struct
from msgspec.structs import replace
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from cartui.services.presences import AHEAD, Pass
from cartui.services.presences_series import expected_words
from cartui.services.presences_words import COMING, SIGNS
from cartui.store.events import Change
from screens.parts.keys import verb
from screens.parts.marking import MarkingPopup
from screens.parts.rows import Column, Face, RowList
from screens.parts.symbols import mark

GROUP = "Attendance"
COLUMNS = (
    Column(key="sign", title="", least=1),
    Column(key="name", title="Who", least=16, most=36, share=2),
    Column(key="state", title="How they were there", least=20, share=1),
)
COLUMNS_AHEAD = (*COLUMNS[:-1], replace(COLUMNS[-1], title="What they said"))
KEYS = "p present   l late   e left early   a apologies   x absent"
KEYS_AHEAD = "p is coming   a sends apologies"
MORE = "P the rest present   u takes back   each key goes on to the next"
MORE_AHEAD = "P the rest are coming   u takes back   each key goes on to the next"
NOT_MARKED = "not marked yet"
NOT_HEARD = "not heard"
SAID_YES = "said yes, not marked yet"
NOBODY = "Nobody belongs to this group on that day. Press 2 and n to add people."


class PassActs(Struct, frozen=True):
    """What the pass may do, each saved at once; None means that it was not done, or is no more."""

    read: Callable[[], Pass | None]
    mark: Callable[[str, str], Change | None]
    rest: Callable[[], Change | None]
    unsaved: Callable[[], bool]


class AttendancePass(MarkingPopup):
    """Who is here, at one meeting; before its day, who is coming."""

    BINDINGS: ClassVar[list[BindingType]] = [
        verb("p", "take('present')", "present", "This person is present (ahead: is coming)",
             "pass.present", group=GROUP),
        verb("l", "take('late')", "late", "This person came late", "pass.late", group=GROUP),
        verb("e", "take('left early')", "left early", "This person left early", "pass.early",
             group=GROUP),
        verb("a", "take('apologies')", "apologies", "This person sent apologies",
             "pass.apologies", group=GROUP),
        verb("x", "take('absent')", "absent", "This person is absent", "pass.absent",
             group=GROUP),
        verb("P", "rest", "rest present", "Everybody else is present", "pass.rest", group=GROUP),
    ]  # fmt: skip
    DEFAULT_CSS = """
    AttendancePass .pass--said { text-style: bold; margin-bottom: 1; }
    AttendancePass .pass--keys { color: $text-muted; margin-top: 1; }
    """

    def __init__(self, title: str, acts: PassActs) -> None:
        super().__init__(title)
        self._acts = acts
        self._pass: Pass | None = None
        self._said = Static("", markup=False, classes="pass--said")
        self._keys = Static("", markup=False, classes="pass--keys")
        self.rows = RowList(COLUMNS, empty=NOBODY, marking=False)

    def compose_box(self) -> ComposeResult:
        """How many, the people, the keys."""
        yield self._said
        yield self.rows
        yield self._keys

    def on_mount(self) -> None:
        """Begin with the first who is not marked yet."""
        self.show_again()
        if self._pass is not None and self._pass.unmarked:
            self.rows.highlight(self._pass.unmarked[0])
        self.set_focus(self.rows)

    def on_resize(self) -> None:
        """Give the people the room there is."""
        self._fit()

    def show_again(self) -> None:
        """Read the pass again; the highlight stays on its person."""
        self._pass = pass_ = self._acts.read()
        if pass_ is None:  # the meeting was taken back, or put away in another window
            if self.is_current:
                self.dismiss(None)
            return
        self._said.update(Content(expected_words(pass_)))
        lines = (KEYS_AHEAD, MORE_AHEAD) if pass_.ahead else (KEYS, MORE)
        self._keys.update(Content("\n".join(lines)))
        self.rows.columns = COLUMNS_AHEAD if pass_.ahead else COLUMNS
        self.rows.show([each.uid for each in pass_.people], self._face)
        self._fit()
        self.tell_saved(unsaved=self._acts.unsaved())

    def _fit(self) -> None:
        if self._pass is not None:
            self.fit_rows(len(self._pass.people), beside=7)

    def _face(self, uid: str) -> Face:
        pass_ = self._pass
        name = pass_.names.get(uid, "") if pass_ else ""
        state = pass_.taken.get(uid, "") if pass_ else ""
        if not state:
            words = NOT_HEARD if pass_ and pass_.ahead else NOT_MARKED
            return Face((mark("owed"), name, words), "muted")
        if state == COMING and pass_ is not None and not pass_.ahead:
            return Face((mark("owed"), name, SAID_YES), "muted")
        return Face((mark(SIGNS.get(state, "owed")), name, state))

    # --- marking

    def action_take(self, state: str) -> None:
        """Note how the highlighted person was there, and step down."""
        if (uid := self.rows.highlighted) is None or self._pass is None:
            return
        wanted = COMING if self._pass.ahead and state == "present" else state
        if self._pass.ahead and wanted not in AHEAD:
            return  # only the day can tell
        if self._pass.taken.get(uid, "") != wanted:
            self.marked(self._acts.mark(uid, wanted))
        self.rows.action_step(1)

    def action_rest(self) -> None:
        """Mark everybody present who is not marked yet."""
        if self._pass is not None and self._pass.unmarked:
            self.marked(self._acts.rest())
