"""A screen on which things are done and shown, and texts reworded that others may change too."""

from collections.abc import Callable

from cartui.store.events import Change
from screens.parts.frame import FrameScreen
from screens.parts.long_text import LongText, keeping
from screens.parts.meanwhile import Rewording, reword


class ActingScreen(FrameScreen):
    """Gives `act`, and fields for words that may be changed in another window meanwhile."""

    def act(self, what: Callable[[], Change | None], place: object = None) -> Change | None:
        """Do a verb and show the result; `place` is where its words were typed."""
        change = self.do(what, place)
        if change is not None:
            self.after(change)
        return change

    def after(self, change: Change) -> None:
        """Show what a change has made of the picture."""
        self.show_again()
        self.refresh_frame()

    def write_long(
        self, title: str, hint: str, before: str, verb: Rewording, typed: str | None = None
    ) -> None:
        """Let a text of several lines be written, and do a verb with it.

        `before` is what stood there when it was read, `typed` what was typed since.
        """

        def again(text: str) -> None:
            self.write_long(title, hint, before, verb, text)

        def write(text: str, place: object) -> Change | None:
            return reword(self, verb, text, before, again, do=self.act, place=place)

        keep = keeping(self, before, write)
        text = before if typed is None else typed
        self.app.push_screen(LongText(title, hint, text, keep))

    def reword_line(
        self,
        question: str,
        before: str,
        verb: Rewording,
        typed: str | None = None,
        *,
        id: str,  # noqa: A002
    ) -> None:
        """Let one line be reworded that was `before` when it was read; `typed` since."""

        def again(text: str) -> None:
            self.reword_line(question, before, verb, text, id=id)

        def then(text: str | None) -> None:
            if text is not None and text != " ".join(before.split()):
                reword(self, verb, text, before, again, do=self.act)

        value = before if typed is None else typed
        self.ask(question, then, value=" ".join(value.split()), id=id)
