"""Who has spoken, in BACK beside a meeting that is on: one key a person; no ranking."""

from collections.abc import Callable, Mapping
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
HINT = "S, then a person's key counts; u takes it back"


class SpokenPanel(BackPanel):
    """The tally of one meeting. While it has the focus a key counts."""

    TITLE = "Spoken, for your eyes only"
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
        words = self._counted(rounds, times)
        hint = PrivateLine(key="hint", text=HINT, quiet=True)
        return [PrivateLine(key="all", text=words, edit=_nothing), *([hint] if words else [])]

    def _counted(self, rounds: Rounds, times: Mapping[str, int]) -> str:
        names = rounds.names(self._here)
        each = zip(KEYS, names, self._here, strict=False)
        return "   ".join(f"{key} {name.split()[0]} {times.get(uid, 0)}" for key, name, uid in each)

    def action_count(self, place: int) -> None:
        """Count that a person spoke."""
        if place < len(self._here):
            tally, uid, person = (
                Tally(self._ws, self._room, self.group),
                self.uid,
                self._here[place],
            )
            self.do(lambda: tally.spoke(uid, person))


def _nothing() -> None:
    """A count is not edited: its key counts, and u takes back."""
