"""Hats over the months, in BACK alone: a plain list, so that a drift can be seen. No judgement."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from cartui.backstage.hats import HatStamps
from cartui.backstage.reflection_words import hat_name
from cartui.model.rooms import Room
from cartui.store.workspace import Workspace
from screens.parts.popup import Popup

NONE = "No hat has been stamped yet. In a meeting, H and a digit stamps one, on FRONT too."


class DriftBox(Popup[None]):
    """Each month with the hats that were worn in it, the most worn first."""

    KEEPS = True
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(
        self, workspace: Workspace, room: Callable[[], Room], group: str, name: str
    ) -> None:
        super().__init__(f"Hats by month: {name}")
        self._stamps = HatStamps(workspace, room, group)

    def compose_box(self) -> ComposeResult:
        """The list."""
        yield Static(Content("\n".join(drift_lines(self._stamps)) or NONE), markup=False)


def drift_lines(stamps: HatStamps) -> list[str]:
    """Return a line for each month, the latest first."""
    return [
        f"{month}   " + ", ".join(f"{hat_name(hat)} {times}" for hat, times in worn.most_common())
        for month, worn in sorted(stamps.by_month().items(), reverse=True)
    ]
