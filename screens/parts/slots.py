"""Named places on a screen which the app may fill on BACK, and which stay empty on FRONT."""

from textual.containers import Vertical
from textual.message import Message


class Slot(Vertical):
    """A place for a back-stage panel ("beside-person"). Empty, it takes no room at all. `words`
    say for BACK what stands there, when it is told what FRONT does not show.

    The screen says what is highlighted by `tell`; who fills the slot listens for `Subject`.
    """

    DEFAULT_CSS = """
    Slot { height: auto; width: auto; display: none; }
    Slot.-filled { display: block; }
    """

    class Subject(Message):
        """What the slot `name` is about now; `uid` is "" when nothing is highlighted."""

        def __init__(self, name: str, uid: str, group: str = "") -> None:
            super().__init__()
            self.name, self.uid, self.group = name, uid, group

    def __init__(self, name: str, *, words: str = "", classes: str | None = None) -> None:
        super().__init__(name=name, id=f"slot-{name}", classes=classes)
        self.words = words
        self.subject: tuple[str, str] = ("", "")

    def read_again(self) -> None:
        """Let what fills it read anew: it may have been written to on another screen."""
        for panel in self.children:
            if callable(read := getattr(panel, "show_again", None)):
                read()

    def tell(self, uid: str, group: str = "") -> None:
        """Say what this slot is about now (the highlight has moved).

        An empty slot has nobody to tell: who fills it asks for `subject`.
        """
        if (uid, group) == self.subject:
            return
        self.subject = (uid, group)
        if self.children:
            # From the slot itself: Textual stops a message at the screen whose code made it.
            self.post_message(self.Subject(self.name or "", uid, group).set_sender(self))
