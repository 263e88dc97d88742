"""A group with a card, and its drafts, as the tests of drafts and feedback work on them."""

from pathlib import Path

from cartui.exchange.critic_markup import CriticComment
from cartui.model.cycles import Card
from cartui.model.drafts import Draft, DraftVersion
from cartui.model.kinds import OPEN
from cartui.model.passages import Passage
from cartui.model.people import Group, Person
from cartui.model.rooms import Room
from cartui.services.drafts import Drafts
from cartui.services.feedback import Feedback
from cartui.services.passages import passage_of
from cartui.services.remarks import Remark
from cartui.services.stopping import Stopping
from cartui.store.identity import Identity
from cartui.store.workspace import Workspace

TEXT = """# Night visits

Staff told us that families slept better. Two families disagreed.

We therefore think that announcing visits should be the norm.

Managers did not reply."""


class DraftBench:
    """A workspace on the disk with one group; `again` reads everything anew from there."""

    def __init__(self, folder: Path, identity: Identity) -> None:
        self.folder, self.identity = folder, identity
        self._open()
        draft = self.ws.draft("test.build")
        draft.create(Group(uid="north", name="North group"))
        draft.create(Person(uid="carys", name="Carys Hale", label="Carys"))
        draft.create(Person(uid="ben", name="Ben Moss"))
        draft.create(Card(uid="visits", title="Night visits", owners=("carys",)), group="north")
        self.ws.commit(draft, room=Room.MEMBERS)

    def _open(self) -> None:
        self.ws = Workspace.open(self.folder, open_kinds=OPEN, identity=self.identity)
        self.drafts = Drafts(self.ws, lambda: Room.MEMBERS, "north")
        stopping = Stopping(self.ws, self.folder.parent / "state")
        self.feedback = Feedback(self.ws, lambda: Room.MEMBERS, "north", stopping)

    def again(self) -> "DraftBench":
        """Leave, and come in as on another day."""
        self.ws.close()
        self._open()
        return self

    @property
    def card(self) -> Card:
        card = self.ws.get(Card, "visits", "north")
        assert card is not None
        return card

    def begin(self, text: str = TEXT, *comments: CriticComment) -> Draft:
        """Begin a draft of the card."""
        change = self.drafts.add(self.card, "Night visits", text, comments=comments)
        return self.drafts.draft(change.about[0])

    def newest(self, draft: Draft) -> DraftVersion:
        """Return its newest version."""
        found = self.drafts.newest(draft)
        assert found is not None
        return found

    def passage(self, version: DraftVersion, words: str) -> Passage:
        """Return the first passage that reads so."""
        for block in self.drafts.blocks(version):
            if (start := block.text.find(words)) >= 0:
                return passage_of(block, start, start + len(words))
        raise AssertionError(f"{words} is not in version {version.number}")

    def comment(self, draft: Draft, words: str = "", text: str = "Why?", **said: str) -> Remark:
        """Comment on a passage, or on the whole draft."""
        version = self.newest(draft)
        at = self.passage(version, words) if words else None
        change = self.feedback.add(draft, version, text, at, **said)
        return self.remark(draft, change.about[-1])

    def remark(self, draft: Draft, comment: str) -> Remark:
        """Return a remark as it stands in the newest version."""
        found = self.feedback.remarks(draft, self.newest(draft))
        return next(each for each in found if each.uid == comment)
