"""Whose the names in a file are: the table of them, as it stands while somebody decides."""

from collections.abc import Callable, Sequence

from cartui.services.names_found import NOBODY, NameFound
from screens.parts.columns import Column
from screens.parts.rows import Face
from screens.parts.symbols import mark

NAME_COLUMNS = (
    Column(key="name", title="Name as found", least=16, most=30, share=1),
    Column(key="says", title="Says", least=4, right=True, rank=1),
    Column(key="whose", title="Whose it is", least=34, share=3),
)
WRITER = "(whoever wrote it)"


class Whose:
    """A table `found name -> member | nobody here | as it is written`.

    `called` names a person by uid. Only what somebody has decided is in `decided`; what is certain
    is done all the same, and what is only perhaps so stays as it is written.
    """

    def __init__(self, names: Sequence[NameFound], called: Callable[[str], str]) -> None:
        first = sorted(names, key=_asks_most)
        self.names = {each.name: each for each in first}
        self.decided: dict[str, str] = {}
        self.signature = ""
        self._as_written: set[str] = set()
        self._called = called

    @property
    def in_doubt(self) -> int:
        """How many names are perhaps somebody's, and nobody has decided."""
        return sum(self.is_doubtful(name) for name in self.names)

    def is_doubtful(self, name: str) -> bool:
        """Whether a name is perhaps somebody's, and nobody has decided."""
        found = self.names[name]
        open_yet = name not in self.decided and name not in self._as_written
        return open_yet and not found.sure and bool(found.person)

    @property
    def writer_unknown(self) -> bool:
        """Whether it is still to be said who wrote an e-mail."""
        return "" in self.names and "" not in self.decided and not self.signature

    def person(self, name: str) -> str:
        """Return whom a name stands for now, a uid; "" for nobody here."""
        if name in self.decided:
            return self.decided[name]
        found = self.names[name]
        return found.person if found.sure and name not in self._as_written else NOBODY

    def shown(self, name: str) -> str:
        """Return the name to show for one that was found."""
        if name in self.names and (person := self.person(name)):
            return self._called(person)
        return name or self.signature

    def decide(self, name: str, person: str) -> None:
        """Say whose a name is: a person's uid, or NOBODY."""
        self._as_written.discard(name)
        self.decided[name] = person

    def leave(self, name: str) -> None:
        """Leave a name as it is written, and undecided; one that is certain is nobody's then."""
        self.decided.pop(name, None)
        if self.names[name].sure:
            self.decided[name] = NOBODY
        else:
            self._as_written.add(name)

    def sign(self, name: str) -> None:
        """Say who wrote an e-mail, by a name that is nobody's here."""
        self.decided.pop("", None)
        self.signature = name

    def next(self, name: str) -> None:
        """Go on: the person it is, or perhaps is; nobody here; as it is written."""
        found = self.names[name]
        ways: list[str | None] = [*filter(None, [found.person]), NOBODY]
        ways += [] if found.sure else [None]
        settled = name in self.decided or found.sure
        now = self.person(name) if settled else None
        following = ways[(ways.index(now) + 1) % len(ways)] if now in ways else ways[0]
        if following is None:
            self.leave(name)
        else:
            self.decide(name, following)

    def face(self, name: str) -> Face:
        """Return the row of a name."""
        found = self.names[name]
        tone = "strong" if self.is_doubtful(name) or (not name and self.writer_unknown) else ""
        return Face((name or WRITER, f"{found.says:,}", self.words(name)), tone)

    def words(self, name: str) -> str:
        """Return whose a name is, in words."""
        found, person = self.names[name], self.person(name)
        if person:
            why = "" if name in self.decided else f"  ({found.why})"
            return f"{mark('arrow')} {self._called(person)}{why}"
        if not name:
            return f"{mark('arrow')} {self.signature}" if self.signature else "? w says who"
        if self.is_doubtful(name):
            return f"? perhaps {self._called(found.person)} ({found.why}); s says yes"
        if name in self._as_written:
            return "as it is written"
        decided = name in self.decided or found.decided
        return "nobody here; the name stays" if decided else "as it is written"


def _asks_most(found: NameFound) -> tuple[int, int]:
    """Return what puts names in order: nobody named, perhaps somebody, a stranger, a member."""
    if found.sure:
        return 3, -found.says
    return (0 if not found.name else 1 if found.person else 2), -found.says
