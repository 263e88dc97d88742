"""The tour: it begins by itself in a made-up group, and from the palette wherever it is wanted."""

from pathlib import Path

from textual.actions import parse
from textual.dom import DOMNode
from textual.screen import Screen

from cartui.app.stamping import Stamping
from cartui.model.rooms import Room
from cartui.services.tour import Tour, tour_words
from screens.parts.keys import typing_in
from screens.parts.tour_strip import answering, filled


class Touring(Stamping):
    """Looking round, and the tour's two verbs. The strip itself is a part of every frame."""

    tour: Tour

    def take_in(self, folder: Path, *, looking_round: bool = False) -> None:
        """Open a workspace. A tour of the one before rests; looking round, it may begin."""
        super().take_in(folder, looking_round=looking_round)
        self.tour.leave()
        if looking_round and self.rooms.first != self.rooms.home and not self.tour.seen:
            self.tour.begin(practice=True)

    def action_tour(self) -> None:
        """Begin the tour, or begin it again."""
        if self.workroom is not None and (frame := self.frame) is not None:
            self.tour.begin(practice=self.workroom.programmes.is_practice())
            frame.refresh_frame()

    def action_end_tour(self) -> None:
        """End the tour at whatever step; where it was finished there is nothing to be said."""
        finished = self.tour.step is None
        self.tour.end()
        if (frame := self.frame) is not None:
            if not finished:
                frame.say(filled(tour_words().ended, answering(frame, self.stage)))
            frame.refresh_frame()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the tour where there is a workspace, and its end where Esc closes nothing else."""
        if action == "tour":
            return self.workroom is not None
        if action == "end_tour":
            return self.tour.going and self.stage is not Room.PUBLIC and self._nothing_else_closes()
        return super().check_action(action, parameters)

    def _nothing_else_closes(self) -> bool:
        """Whether no pop-up, field or choice is open, which Esc would close first."""
        frame = self.frame
        if frame is None or self.screen is not frame or typing_in(frame):
            return False
        parts = frame.focused.ancestors_with_self if frame.focused is not None else ()
        return not any(_closes(part) for part in parts if not isinstance(part, Screen | Touring))


def _closes(part: DOMNode) -> bool:
    """Whether this part of a screen has a use for Esc just now."""
    found = part._bindings.key_to_bindings.get("escape", ())
    asked = (parse(binding.action) for binding in found)
    return any(part.check_action(name, parameters) for _, name, parameters in asked)
