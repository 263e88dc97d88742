"""What was half typed and left: in memory only, each on the stage of the room it was typed on."""

from cartui.model.rooms import Room


class HalfTyped:
    """Texts by question and stage. What was typed in BACK is never found from FRONT."""

    def __init__(self) -> None:
        self._texts: dict[tuple[str, Room], str] = {}

    def keep(self, question: str, room: Room, text: str) -> None:
        """Keep what stands in a question that is being left."""
        self._texts[question, room] = text

    def take(self, question: str, room: Room) -> str | None:
        """Return what was kept for a question on this stage, once; None if nothing was."""
        return self._texts.pop((question, room), None)
