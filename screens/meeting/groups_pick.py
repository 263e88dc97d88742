"""Choosing the groups that take part in a meeting: a small list with marks."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from cartui.model.people import Group
from screens.parts.columns import Column
from screens.parts.popup import Popup
from screens.parts.rows import Face, RowList


class GroupsPick(Popup[tuple[str, ...]]):
    """Answers with the uids of the groups marked; Space marks, Enter takes them, perhaps none."""

    FOOT = "Space marks   Enter takes the marked   Esc leaves"
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, groups: Sequence[Group], chosen: Iterable[str]) -> None:
        super().__init__("Who takes part besides this group")
        self._groups = {group.uid: group for group in groups}
        self._chosen = [uid for uid in chosen if uid in self._groups]
        columns = (
            Column(key="name", title="Name", least=16, share=2),
            Column(key="area", title="Area", least=10, share=1, rank=1),
        )
        self._rows = RowList(columns, headings=False)

    def compose_box(self) -> ComposeResult:
        """The groups."""
        self._rows.styles.height = max(1, min(14, len(self._groups)))
        yield self._rows

    def on_mount(self) -> None:
        """Show them, those chosen before marked."""
        self._rows.show(list(self._groups), self._face)
        self._rows.mark(self._chosen)
        self.set_focus(self._rows)

    def _face(self, uid: str) -> Face:
        group = self._groups[uid]
        return Face((group.name, group.area))

    def on_row_list_opened(self, event: RowList.Opened) -> None:
        """Take those marked."""
        event.stop()
        self.dismiss(self._rows.marked)
