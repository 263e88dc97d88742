"""What a file would do to the drafts, before anything is written: for previews and reports."""

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct

from cartui.exchange.critic_markup import CriticComment
from cartui.exchange.critic_names import CriticWords
from cartui.exchange.draft_text import draft_text, word_count
from cartui.model.drafts import Draft, DraftVersion, Place
from cartui.model.people import Person
from cartui.services.arrivals import Arrivals, arrivals, names_in
from cartui.services.draft_places import carried_places
from cartui.services.draft_texts import DraftTexts
from cartui.services.draft_words import ShippedWord, lenses, tones
from cartui.services.names_found import Decided, NameFound, NamesFound
from cartui.store.workspace import Workspace


class Incoming(Struct, frozen=True, kw_only=True):
    """A version as it would come in, with `comments` that are new.

    `known` are in the file but here already; the next four count those carried on to it.
    `speakers` are the names in the file, in the order in which they are met.
    """

    number: int
    words: int
    comments: int
    known: int = 0
    exact: int = 0
    moved: int = 0
    unsure: int = 0
    lost: int = 0
    speakers: tuple[NameFound, ...] = ()

    @property
    def carried(self) -> str:
        """What becomes of the comments of before, in words; "" if there were none."""
        kept = self.exact + self.moved
        if not kept + self.unsure + self.lost:
            return ""
        return f"{kept} kept, {self.unsure} to check, {self.lost} without their passage"


def incoming(
    workspace: Workspace,
    group: str,
    draft: Draft | None,
    text: str,
    comments: Sequence[CriticComment] = (),
    decided: Decided | None = None,
) -> Incoming:
    """Return what this text would be as the next version of a draft; None for a new draft."""
    kept = draft_text(text)
    speakers, words = _speakers(workspace, group, comments), word_count(kept)
    if draft is None:
        return Incoming(number=1, words=words, comments=len(comments), speakers=speakers)
    came = arrivals(workspace, group, draft, comments, decided)
    versions = workspace.table(DraftVersion, group).values()
    numbers = [each.number for each in versions if each.draft == draft.uid]
    return Incoming(
        number=max(numbers, default=0) + 1,
        words=words,
        comments=len(came.fresh),
        known=len(came.known),
        speakers=speakers,
        **_carried(workspace, group, draft, kept, came),
    )


def _carried(
    workspace: Workspace, group: str, draft: Draft, kept: str, came: Arrivals
) -> dict[str, int]:
    """Count what would become of the comments of before that are not in the file."""
    texts = DraftTexts(workspace, group)
    placed = {uid for uid, each in came.known if each.start < each.end}
    version = DraftVersion(uid="", draft=draft.uid, text=DraftTexts.name_of(kept))
    texts.read(kept)
    return _states(carried_places(workspace, group, texts, draft, version, str, placed))


def _speakers(
    workspace: Workspace, group: str, comments: Sequence[CriticComment]
) -> tuple[NameFound, ...]:
    """Return who speaks in a file, in comments and in replies, and how often."""
    names = NamesFound(workspace, group)
    named = Counter(names_in(comments))
    return tuple(names.look_up(name, says) for name, says in named.items() if name)


def _states(places: Iterable[Place]) -> dict[str, int]:
    counts = Counter(place.state for place in places)
    return {state: counts[state] for state in ("exact", "moved", "unsure", "lost")}


def critic_words(workspace: Workspace) -> CriticWords:
    """Return the names, lenses and tones by which comments of a file are understood here."""
    people = workspace.table(Person).values()
    names = {name.casefold() for person in people for name in (person.name, person.label)}
    return CriticWords(
        lenses=_by_name(lenses()), tones=_by_name(tones()), people=frozenset(names - {""})
    )


def _by_name(words: Sequence[ShippedWord]) -> dict[str, str]:
    """Return ids by how they may read; the name first, by which they are written out."""
    names = {each.name.casefold(): each.id for each in words}
    return names | {each.id: each.id for each in words}
