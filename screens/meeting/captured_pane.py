"""What was caught in this meeting, the newest last; the newest three in a small window."""

from collections.abc import Callable

from cartui.model.meetings import Capture
from cartui.services.capture_words import day_words, sign_of, words_of
from cartui.services.captures import owes_how
from screens.parts.columns import Column
from screens.parts.rows import Face, RowList
from screens.parts.symbols import mark

COLUMNS = (
    Column(key="sign", title="", least=1),
    Column(key="words", title="Captured now", least=12, share=1),
    Column(key="due", title="", least=6, most=11, right=True),
)
NOTHING = "Nothing caught yet. A action, D decision, P parked, Q question, c note."
HOW_OWED = "how?"


class CapturedPane(RowList):
    """Lines that were caught while people spoke."""

    def __init__(self) -> None:
        super().__init__(COLUMNS, empty=NOTHING, marking=False)
        self.lines: dict[str, Capture] = {}

    def show_lines(self, lines: list[Capture], owner: Callable[[Capture], str], today: str) -> None:
        """Show what was caught; the highlight stays, and goes to what is new."""
        new = [each.uid for each in lines if each.uid not in self.lines]
        begun = bool(self.lines)
        self.lines = {each.uid: each for each in lines}

        def face(uid: str) -> Face:
            line = self.lines[uid]
            after = day_words(line.due, today)
            if owes_how(line):
                after = f"{mark('owed')} {HOW_OWED}"
            return Face((sign_of(line), words_of(line, owner(line)), after))

        self.show(list(self.lines), face)
        if new and (begun or len(lines) > 1):
            self.highlight(new[-1])

    @property
    def in_hand(self) -> Capture | None:
        """The line under the cursor."""
        return self.lines.get(self.highlighted or "")
