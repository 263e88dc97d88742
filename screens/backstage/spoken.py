"""Who has spoken, in BACK beside a meeting that is on: one key a person; no ranking."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from cartui.backstage.tally import Tally
from cartui.model.meetings import Meeting
from cartui.model.rooms import Room
from cartui.services.rounds import Rounds
from cartui.store.workspace import Workspace
from screens.backstage.panel import BackPanel
from screens.backstage.private_lines import PrivateLine

KEYS = (*"1234567890", *"bdghlmorsvwyz")
"""The keys of the people in their order: those that no other key of a panel is on."""


class SpokenPanel(BackPanel):
    """The tally of one meeting. While it has the focus a key counts."""

    TITLE = "Spoken, for your eyes only (S)"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key, f"count({place})", "Count a person who speaks", show=False,
                id=f"spoken.{key}")
        for place, key in enumerate(KEYS)
    ]  # fmt: skip

    def __init__(self, workspace: Workspace, room: Callable[[], Room]) -> None:
        super().__init__()
        self._ws, self._room = workspace, room
        self._here: list[str] = []

    def lines(self) -> list[PrivateLine]:
        """Return everybody who is there with the key and the count, in the roster's order."""
        meeting = self._ws.get(Meeting, self.uid, self.group) if self.group else None
        if meeting is None:
            return []
        rounds = Rounds(self._ws, self._room, self.group)
        self._here = [person.uid for person in rounds.there(meeting)][: len(KEYS)]
        times = Tally(self._ws, self._room, self.group).of(meeting.uid)
        names = short_names(rounds.names(self._here))
        each = zip(KEYS, names, self._here, strict=False)
        words = "  ".join(f"{key}={name}:{times.get(uid, 0)}" for key, name, uid in each)
        return [PrivateLine(key="all", text=words, edit=_nothing)] if words else []

    def show_again(self) -> None:
        """Read anew; without a meeting that is on, take no room."""
        super().show_again()
        self.display = bool(self._lines)

    def action_count(self, place: int) -> None:
        """Count that a person spoke."""
        if place < len(self._here):
            tally, uid, person = (
                Tally(self._ws, self._room, self.group),
                self.uid,
                self._here[place],
            )
            self.do(lambda: tally.spoke(uid, person))


def short_names(names: Sequence[str]) -> list[str]:
    """Return first names, with as much of the rest as tells two of one name apart."""
    first = [name.split()[0] for name in names]
    return [
        short if first.count(short) == 1 else name.replace(" ", ".")
        for short, name in zip(first, names, strict=True)
    ]


def _nothing() -> None:
    """A count is not edited: its key counts, and u takes back."""
