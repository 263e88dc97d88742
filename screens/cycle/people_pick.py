"""Choosing people of a group, one or several: a small list with marks."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from cartui.model.people import Person
from screens.parts.columns import Column
from screens.parts.popup import Popup
from screens.parts.rows import Face, RowList


class PeoplePick(Popup[tuple[str, ...]]):
    """Answers with uids of people. Space marks; Enter takes the marked, or the highlighted one."""

    FOOT = "Space selects   Enter takes them   0 nobody   Esc leaves"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("0", "nobody", "Nobody", show=False, id="pick.nobody"),
    ]
    DEFAULT_CSS = """
    PeoplePick RowList { height: 12; }
    """

    def __init__(self, title: str, people: Sequence[Person], chosen: Iterable[str]) -> None:
        super().__init__(title)
        self._people = {person.uid: person for person in people}
        self._chosen = [uid for uid in chosen if uid in self._people]
        columns = (
            Column(key="name", title="Name", least=16, share=2),
            Column(key="agency", title="Agency", least=12, share=1, rank=1),
        )
        self._rows = RowList(
            columns, headings=False, empty="Nobody is in this group yet. Esc, then 2 for People."
        )

    def compose_box(self) -> ComposeResult:
        """The people."""
        self._rows.styles.height = max(3, min(14, len(self._people)))
        yield self._rows

    def on_mount(self) -> None:
        """Show them, those chosen before marked."""
        self._rows.show(list(self._people), self._face)
        self._rows.mark(self._chosen)
        self.set_focus(self._rows)

    def _face(self, uid: str) -> Face:
        person = self._people[uid]
        return Face((person.name, person.agency))

    def on_row_list_opened(self, event: RowList.Opened) -> None:
        """Take those marked in the order of their marks before, new ones last."""
        event.stop()
        now = self._rows.chosen
        kept = [uid for uid in self._chosen if uid in now]
        self.dismiss((*kept, *(uid for uid in now if uid not in kept)))

    def action_nobody(self) -> None:
        """Take nobody."""
        self.dismiss(())
