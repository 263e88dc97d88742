"""What was caught in this meeting, the newest last; the newest three in a small window."""

from collections.abc import Callable

from cartui.model.meetings import Capture, Outcome
from cartui.services.capture_words import day_words, sign_of, words_of
from cartui.services.captures import owes_how
from screens.parts.columns import Column
from screens.parts.rows import Face, RowList
from screens.parts.symbols import mark

CAPTURED = "Captured now"
NOTHING = "Nothing caught yet. A action, D decision, P parked, Q question, c note."
HOW_OWED = "how?"
SETTLED = frozenset({Outcome.DONE.value, Outcome.DROPPED.value})


def _columns(title: str) -> tuple[Column, ...]:
    return (
        Column(key="sign", title="", least=1),
        Column(key="words", title=title, least=12, share=1),
        Column(key="due", title="", least=7, most=11, right=True),
    )


class CapturedPane(RowList):
    """Lines that were caught while people spoke, under a heading."""

    def __init__(self, title: str = CAPTURED, empty: str = NOTHING) -> None:
        super().__init__(_columns(title), empty=empty, marking=False)
        self.lines: dict[str, Capture] = {}
        self._faces: dict[str, Face] = {}

    def show_lines(self, lines: list[Capture], owner: Callable[[Capture], str], today: str) -> None:
        """Show what was caught; the highlight stays, and goes to what is new."""
        new = [each.uid for each in lines if each.uid not in self.lines]
        begun = bool(self.lines)
        self.lines = {each.uid: each for each in lines}

        faces = {each.uid: _face(each, owner, today) for each in lines}
        if faces != self._faces or list(faces) != list(self._faces):
            self._faces = faces
            self.show(list(faces), faces.__getitem__)
        if new and (begun or len(lines) > 1):
            self.highlight(new[-1])

    @property
    def in_hand(self) -> Capture | None:
        """The line under the cursor."""
        return self.lines.get(self.highlighted or "")


def _face(line: Capture, owner: Callable[[Capture], str], today: str) -> Face:
    after = day_words(line.due, today)
    if owes_how(line):
        after = f"{mark('owed')} {HOW_OWED}"
    if line.outcome in SETTLED:
        return Face((sign_of(line), words_of(line, owner(line)), line.outcome), "muted")
    return Face((sign_of(line), words_of(line, owner(line)), after))
