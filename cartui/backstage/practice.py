"""The back half of a practice programme: what its facilitator alone knows, day by day.

`python -m cartui.backstage.practice` builds the shipped programmes anew, after their stories in
`data/practice/` were edited.
"""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct

import data
from cartui.backstage.comments import PrivateComments
from cartui.backstage.kinds import BACK
from cartui.backstage.private_facts import PrivateFacts
from cartui.backstage.private_notebook import PrivateNotebook
from cartui.backstage.private_whys import PrivateWhys
from cartui.backstage.storage_notes import StorageNotes
from cartui.model.rooms import Room
from cartui.practice.building import BackHalf, build
from cartui.practice.copying import SHIPPED
from cartui.practice.draft_story import drafts_of, passage_called
from cartui.practice.front import membership_of
from cartui.practice.story import known, programmes
from cartui.practice.telling import Act, Telling


class _Told(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something written down back stage on the ISO date `on`."""

    on: str

    def tell(self, told: Telling) -> None:
        """Write it down, through the service it belongs to."""


class Facts(_Told, frozen=True, kw_only=True):
    """Private facts of a member, by field of PersonBack."""

    id: str
    facts: dict[str, str]

    def tell(self, told: Telling) -> None:
        """Write them."""
        PrivateFacts(told.ws, told.now_in).write(told.uids[self.id], **self.facts)


class Hindrance(_Told, frozen=True, kw_only=True):
    """A constraint of a member; `kind` is an id of words/constraint_kinds."""

    person: str
    kind: str
    text: str

    def tell(self, told: Telling) -> None:
        """Note it."""
        facts = PrivateFacts(told.ws, told.now_in)
        facts.add_constraint(told.uids[self.person], self.kind, self.text)


class PrivateWhy(_Told, frozen=True, kw_only=True):
    """Why a member joined, in words they did not want to share then."""

    person: str
    text: str

    def tell(self, told: Telling) -> None:
        """Write it."""
        membership = membership_of(told.ws, told.uids[self.person])
        PrivateWhys(told.ws, told.now_in).write(membership, self.text)


class Shared(_Told, frozen=True, kw_only=True):
    """The day on which a member agreed that the group may see those words."""

    person: str

    def tell(self, told: Telling) -> None:
        """Share them."""
        membership = membership_of(told.ws, told.uids[self.person])
        PrivateWhys(told.ws, told.now_in).share(membership)


class OwnNote(_Told, frozen=True, kw_only=True):
    """A private note about a member's or card's id, the "group", or nothing."""

    about: str
    text: str

    def tell(self, told: Telling) -> None:
        """Write it."""
        notebook = PrivateNotebook(told.ws, told.now_in)
        notebook.write(told.uids.get(self.about, ""), self.text, told.home_of(self.about))


class Stored(_Told, frozen=True, kw_only=True):
    """Where a card's material is kept."""

    card: str
    where: str
    who_can_open: str
    until: str

    def tell(self, told: Telling) -> None:
        """Note it."""
        StorageNotes(told.ws, told.now_in).add(
            told.uids[self.card],
            told.uids["group"],
            where=self.where,
            who_can_open=self.who_can_open,
            until=self.until,
        )


class Behind(_Told, frozen=True, kw_only=True):
    """The words behind the way in which a card has ended."""

    card: str
    text: str

    def tell(self, told: Telling) -> None:
        """Write them."""
        notes = StorageNotes(told.ws, told.now_in)
        notes.write_stop_words(told.uids[self.card], told.uids["group"], self.text)


class Aside(_Told, frozen=True, kw_only=True):
    """A private comment on the newest version of a draft; `passage` stands there once."""

    draft: str
    by: str
    tone: str
    passage: str
    text: str

    def tell(self, told: Telling) -> None:
        """Write it."""
        draft = drafts_of(told).draft(told.uids[self.draft])
        version = drafts_of(told).versions(draft)[0]
        PrivateComments(told.ws, told.now_in, told.uids["group"]).write(
            draft,
            version,
            self.text,
            passage_called(told, version, self.passage),
            tone=self.tone,
            by=told.uids.get(self.by, ""),
        )


class BackStory(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The back half of a story, as `story.back.json` holds it."""

    people: tuple[Facts, ...]
    constraints: tuple[Hindrance, ...]
    whys: tuple[PrivateWhy, ...]
    shared: tuple[Shared, ...]
    notes: tuple[OwnNote, ...]
    storage: tuple[Stored, ...]
    behind: tuple[Behind, ...]
    asides: tuple[Aside, ...] = ()


def back_story(programme: str) -> BackStory:
    """Return a practice programme's back half. Raises NoSuchProgramme."""
    return data.load(f"{known(programme)}/story.back", BackStory)


def back_half(programme: str) -> BackHalf:
    """Return the back half for `cartui.practice.build`. Raises NoSuchProgramme."""
    return BackHalf(kinds=BACK, acts=tuple(_acts(back_story(programme))))


def _acts(story: BackStory) -> Iterator[Act]:
    told: tuple[_Told, ...] = (
        *story.people,
        *story.constraints,
        *story.whys,
        *story.shared,
        *story.notes,
        *story.storage,
        *story.behind,
        *story.asides,
    )
    for each in told:
        yield Act(on=each.on, do=each.tell, room=Room.BACK)


def build_anew(programme: str, target: Path) -> None:
    """Build a programme in the place of the one in `target`, without locks and generations."""
    with TemporaryDirectory() as scratch:
        built = build(programme, Path(scratch) / "built", back_half(programme))
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(
            built,
            target,
            ignore=shutil.ignore_patterns("*.lock", "generations"),
            copy_function=_copy,
        )


def _copy(source: str, target: str) -> None:
    Path(target).write_bytes(Path(source).read_bytes())


if __name__ == "__main__":
    for name in programmes():
        place = Path(str(data.place(known(name)))) / SHIPPED
        build_anew(name, place)
        sys.stdout.write(f"{place}\n")
