"""Gathering rules blind: lines are laid in unseen, and all are shown at once, shuffled.

What is told of them before is how many there are. Nothing that is kept tells their order, their
hours or who wrote them; in a small group people may be known by their words all the same.
"""

import secrets
from collections.abc import Callable, Mapping
from typing import TypeVar

from cartui.model.rooms import Room
from cartui.model.rules import Rule, Wording
from cartui.model.text import clean
from cartui.services.cards import worded
from cartui.services.ground_rules_wall import BOWL
from cartui.services.ground_rules_writing import NO_RULE_WORDS, Writing
from cartui.services.group_service import NothingNew
from cartui.store.events import Change
from cartui.store.problems import SaveFailed
from cartui.store.reading import last_known
from cartui.store.slips import Slips
from cartui.store.workspace import Workspace

WORDS = {"rules.reveal": "Showed {0} lines that were gathered unseen, as proposed rules"}
T = TypeVar("T")
_dice = secrets.SystemRandom()


def shuffled(things: list[T]) -> list[T]:
    """Return things in an order that nothing but chance has made."""
    return _dice.sample(things, len(things))


def _random_uid() -> str:
    return secrets.token_hex(16)


class Gathering(Writing):
    """The lines of one group on their way to become rules. `shuffle` and `new_slip` are chance."""

    def __init__(
        self,
        workspace: Workspace,
        room: Callable[[], Room],
        group_uid: str,
        *,
        shuffle: Callable[[list[str]], list[str]] = shuffled,
        new_slip: Callable[[], str] = _random_uid,
    ) -> None:
        super().__init__(workspace, room, group_uid)
        self._slips = Slips(workspace.folder / BOWL, group_uid)
        self._shuffle, self._new_slip = shuffle, new_slip

    def lay_in(self, text: str) -> int:
        """Gather one line; return how many there are now. Raises NoWords, SaveFailed, Damaged."""
        words = worded(text, NO_RULE_WORDS)
        if self._ws.read_only:
            raise SaveFailed(self._ws.read_only)
        self._slips.lay(self._new_slip(), words, self.today())
        return self.count()

    def count(self) -> int:
        """Return how many lines are gathered and not shown yet. Raises Damaged."""
        return len(self._waiting())

    def reveal(self, *, meeting: int = 0) -> Change:
        """Make a proposed rule of each line, shuffled, as one change. Lines of the same words
        become one. Raises NothingNew if none is gathered, SaveFailed, Damaged.
        """
        with self._slips.held():
            waiting = self._waiting()
            if not waiting:
                raise NothingNew("No line is gathered. Nothing was changed.")
            change = self._revealed(waiting, meeting)
            self._slips.take_out(self._slips.read(), self.today())
        return change

    def _revealed(self, waiting: Mapping[str, str], meeting: int) -> Change:
        alike: dict[str, str] = {}
        for uid, words in sorted(waiting.items()):
            alike.setdefault(_folded(words), uid)
        uids = self._shuffle(sorted(alike.values()))
        draft = self._draft("rules.reveal", str(len(waiting)), *uids)
        foot, today = self._foot(), self.today()
        for place, uid in enumerate(uids):
            # The slip's uid is the rule's: after a crash it is known which were shown already.
            draft.create(Rule(uid=uid, order=foot + place, made_on=today, meeting=meeting))
            at = f"{today}T00:00:00Z"  # the day; no hour tells when it was written
            words = clean(waiting[uid])
            draft.create(Wording(uid=self._ws.new_uid(), rule=uid, text=words, at=at))
        return self._save(draft)

    def _waiting(self) -> dict[str, str]:
        """Return the lines by slip, without those that were shown before a crash."""
        kept = self._slips.read()
        known = {uid for uid in kept if last_known(self._ws.sides(), Rule, uid, self.group_uid)}
        shown = {_folded(kept[uid]) for uid in known}
        return {uid: words for uid, words in kept.items() if _folded(words) not in shown}


def _folded(words: str) -> str:
    return " ".join(words.casefold().split()).rstrip(".!")
