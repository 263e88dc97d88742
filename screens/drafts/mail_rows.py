"""What an e-mail says of a draft, row by row, before it comes in."""

from collections import Counter
from collections.abc import Callable, Collection

from cartui.exchange.values import without_contacts
from cartui.model.drafts import Anchored
from cartui.services.found_words import counted
from cartui.services.mail_heard import Heard, LeftOut, Letter
from screens.parts.columns import Column
from screens.parts.rows import Face

SAID_COLUMNS = (
    Column(key="number", title="", least=2, right=True),
    Column(key="place", title="Place", least=8),
    Column(key="who", title="Who", least=10, most=22, share=1, rank=2),
    Column(key="passage", title="Passage", least=20, most=50, share=2, rank=1),
    Column(key="says", title="What is said", least=24, share=3),
)
_ROOM = 200
"""Characters of a text that a row can show at most."""
_PLACES = {Anchored.EXACT: "exact", Anchored.UNSURE: "unsure ?", Anchored.LOST: "lost x"}


class MailRows:
    """The rows of a letter. `out` are those that are left, `also` lines that are taken in.

    `here` says what is here already, `who` whose a name as it was found is taken to be; while
    `veiled`, addresses and telephone numbers in signatures stay unseen: they are back stage.
    """

    def __init__(
        self,
        letter: Letter,
        here: Callable[[], Collection[int]],
        who: Callable[[str], str],
        veiled: Callable[[], bool],
    ) -> None:
        self.letter = letter
        self.who, self._here, self._veiled = who, here, veiled
        self.here: Collection[int] = ()
        self.out: set[str] = set()
        self.also: set[str] = set()
        self._heard = {f"said {at}": each for at, each in enumerate(letter.heard)}
        self._left = {f"left {at}": each for at, each in enumerate(letter.left_out)}

    def look(self) -> None:
        """See anew what is here already: whose the names are may have been decided."""
        self.here = self._here()

    @property
    def uids(self) -> list[str]:
        """The rows: what is said, then what is left out."""
        return [*self._heard, *self._left]

    @property
    def without(self) -> frozenset[int]:
        """The numbers of what is said and is to be left out."""
        return frozenset(at for at, uid in enumerate(self._heard) if uid in self.out)

    @property
    def taken_in(self) -> tuple[LeftOut, ...]:
        """Lines that were left out and become comments all the same."""
        return tuple(each for uid, each in self._left.items() if uid in self.also)

    def turn(self, uid: str) -> None:
        """Leave out what would come in, or take in what would be left out."""
        kept = self.out if uid in self._heard else self.also
        kept ^= {uid}

    def face(self, uid: str) -> Face:
        """Return a row."""
        if (left := self._left.get(uid)) is not None:
            place, tone = ("whole", "") if uid in self.also else ("left out", "muted")
            words = _line(self._seen(left.text))
            return Face(("", place, self.who(left.voice.name), f"({left.why})", words), tone)
        heard, at = self._heard[uid], int(uid.removeprefix("said "))
        out, known = uid in self.out, at in self.here
        place = "left out" if out else "known" if known else place_of(heard)
        passage = _line(heard.landing.found.quote if heard.landing is not None else heard.of)
        words = _line(heard.text)
        if heard.replies:
            words += f"  (+{counted(len(heard.replies), 'reply')})"
        tone = "muted" if out or known else ""
        return Face((str(at + 1), place, self.who(heard.voice.name), passage, words), tone)

    def whole(self, uid: str) -> str:
        """Return all that a row says, for below the list."""
        if (left := self._left.get(uid)) is not None:
            taken = (
                "Taken in, {}. X leaves it out."
                if uid in self.also
                else "Left out, {}. X takes it in."
            )
            return f"{taken.format(left.why)}\n{_line(self._seen(left.text), 600)}"
        heard = self._heard[uid]
        words = " / ".join(_line(each, 600) for each in heard.text.splitlines() if each.strip())
        answers = "".join(
            f"\n  {self.who(each.voice.name)}: {_line(each.text)}" for each in heard.replies
        )
        return f"{_about(heard)}\n{words}{answers}"

    def _seen(self, text: str) -> str:
        return without_contacts(text) if self._veiled() else text

    def summary(self) -> str:
        """Return what was found, in a sentence."""
        heard = self.letter.heard
        places = Counter(place_of(each) for each in heard)
        at_home, doubtful = places["exact"], places["unsure ?"] + places["lost x"]
        known = len(self.here)
        words = f"{counted(len(heard), 'comment')}: {at_home} at their passages, "
        words += f"{doubtful} to check, {places['whole']} on the whole draft."
        return words + (f" {known} here already." if known else "")


def place_of(heard: Heard) -> str:
    """Return in a word how sure the place of a comment is."""
    return "whole" if heard.landing is None else _PLACES[heard.landing.state]


def _about(heard: Heard) -> str:
    typed = " Typed among the quoted lines." if heard.typed else ""
    if heard.landing is None:
        what = f"answers “{_line(heard.of)}”, not in the draft" if heard.of else "whole draft"
        return f"On the whole draft ({what}).{typed}" if heard.of else f"On the {what}.{typed}"
    quote = _line(heard.landing.found.quote)
    says = {
        Anchored.EXACT: f"On “{quote}”.",
        Anchored.UNSURE: f"Quoted: “{quote}”. Perhaps on: “{_line(heard.stands)}”.",
        Anchored.LOST: f"“{quote}” is not in the draft any more.",
    }
    return says[heard.landing.state] + typed


def _line(text: str, most: int = _ROOM) -> str:
    words = " ".join(text[: most + 1].split())
    return words if len(text) <= most else f"{words[: most - 1]}…"
