"""Drafts: pieces of writing about a card, and the versions they go through."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from cartui.exchange.critic_markup import CriticComment
from cartui.exchange.critic_names import CriticWords
from cartui.exchange.draft_files import DraftFile, read_draft
from cartui.exchange.draft_text import draft_text, word_count
from cartui.exchange.markdown_blocks import Block
from cartui.model.cycles import Card
from cartui.model.drafts import Comment, Draft, DraftVersion, Place
from cartui.model.problems import NotFoundHere
from cartui.model.text import clean
from cartui.services.arrivals import Arrivals, arrivals
from cartui.services.cards import worded
from cartui.services.draft_incoming import Incoming, critic_words, incoming
from cartui.services.draft_places import carried_places
from cartui.services.draft_texts import DraftTexts
from cartui.services.gathered import version_rank
from cartui.services.group_service import GroupService, NothingNew, NoWords
from cartui.services.imported_comments import Imported
from cartui.services.names_found import Decided, NamesFound
from cartui.store.draft import Draft as ChangeDraft
from cartui.store.events import Change
from cartui.store.originals import Original

if TYPE_CHECKING:
    from cartui.services.mail_in import MailIn

WORDS = {
    "draft.add": "Began the draft {0}",
    "draft.version": "Brought in version {1} of {0}",
    "draft.edit": "Changed what stands over the draft {0}",
    "draft.turn": "The draft {0} now waits for {1}",
    "draft.turn_facilitator": "The draft {0} now waits for the facilitator",
    "draft.put_away": "Put away the draft {0}",
    "draft.bring_back": "Brought back the draft {0}",
    "feedback.mail": "Brought in {1} comments on the draft {0} from an e-mail",
    "feedback.mail_one": "Brought in a comment on the draft {0} from an e-mail",
    "feedback.mail_known": "Brought in what an e-mail adds to the comments on the draft {0}",
}
EDITED = frozenset({"title", "kind", "author", "ask", "lens", "pressure", "card"})


class Drafts(GroupService):
    """The drafts of one group. Every verb is one change."""

    # --- reading

    def drafts(self, *, away: bool = False) -> list[Draft]:
        """Return the group's drafts, the one with the newest version first."""
        newest = {version.draft: version.at for version in self._by_number()}
        found = [draft for draft in self._table().values() if draft.away == away]
        found.sort(key=lambda draft: (draft.title.casefold(), draft.uid))
        return sorted(found, key=lambda draft: newest.get(draft.uid, ""), reverse=True)

    def of_card(self, card: Card) -> list[Draft]:
        """Return the drafts of one card, in the same order."""
        return [draft for draft in self.drafts() if draft.card == card.uid]

    def draft(self, uid: str) -> Draft:
        """Return a draft as it stands now. Raises NotFoundHere."""
        found = self._table().get(uid)
        if found is None:
            raise NotFoundHere("That draft is no longer here. Nothing was changed.")
        return found

    def versions(self, draft: Draft) -> list[DraftVersion]:
        """Return the versions of a draft, newest first."""
        return [each for each in reversed(self._by_number()) if each.draft == draft.uid]

    def newest(self, draft: Draft) -> DraftVersion | None:
        """Return the newest version of a draft; None if it has no text yet."""
        return next(iter(self.versions(draft)), None)

    def text(self, version: DraftVersion) -> str:
        """Return the text of a version. Raises Damaged if it cannot be read as it was kept."""
        return self._texts.text(version.text)

    def blocks(self, version: DraftVersion) -> tuple[Block, ...]:
        """Return the blocks of a version's text. Raises Damaged."""
        return self._texts.blocks(version.text)

    @property
    def critic_words(self) -> CriticWords:
        """The names, lenses and tones by which comments of a file are understood here."""
        return critic_words(self._ws)

    def read_file(self, raw: bytes, name: str) -> DraftFile:
        """Return the draft in a file of that name, with its comments; nothing is written.

        Raises Unreadable, saying which kinds of file are read.
        """
        return read_draft(raw, name, self.critic_words)

    def incoming(
        self,
        draft: Draft | None,
        text: str,
        comments: Sequence[CriticComment] = (),
        names: Decided | None = None,
    ) -> Incoming:
        """Return what a text would be as the next version, and where its comments would go."""
        return incoming(self._ws, self.group_uid, draft, text, comments, names)

    @property
    def names(self) -> NamesFound:
        """The names in files and e-mails, and whose they are."""
        return NamesFound(self._ws, self.group_uid)

    @property
    def mails(self) -> "MailIn":
        """E-mails about the drafts on their way in."""
        from cartui.services.mail_in import MailIn  # noqa: PLC0415 - only when one comes in

        return MailIn(self._ws, self._room, self.group_uid)

    # --- changing

    def add(
        self,
        card: Card | None,
        title: str,
        text: str,
        *,
        author: str = "",
        ask: str = "",
        lens: str = "",
        kind: str = "draft",
        pressure: str = "",
        source: str = "",
        comments: Sequence[CriticComment] = (),
        original: bytes = b"",
        names: Decided | None = None,
    ) -> Change:
        """Begin a draft with its first version; its uid is the first of the change's `about`.

        `author` is a person's uid, the card's first owner unless given; `original` is the file
        `source` as it was received, which is kept back stage; `names` say whose names are in it.
        Raises NoWords for an empty title or text.
        """
        if not author and card is not None and card.owners:
            author = card.owners[0]
        said = {"author": author, "ask": ask, "lens": lens, "kind": kind, "pressure": pressure}
        made = _made(self._ws.new_uid(), card, title, said)
        draft = self._draft("draft.add", made.uid)
        draft.create(made)
        came = arrivals(self._ws, self.group_uid, None, comments, names)
        self._put(draft, made, _kept(draft, self._version(made, 1, source), original), text, came)
        return self._commit(draft)

    def new_version(
        self,
        draft: Draft,
        text: str,
        *,
        source: str = "",
        comments: Sequence[CriticComment] = (),
        original: bytes = b"",
        names: Decided | None = None,
    ) -> Change:
        """Bring in a new version; every comment is carried on to it. Its uid is in `about`.

        Comments in it that are here already are known again and stand where the file has them.

        Raises NoWords for an empty text, NothingNew for the newest text without new comments.
        """
        draft = self.draft(draft.uid)
        before, ours = self.newest(draft), (self._ws, self.group_uid)
        came = arrivals(*ours, draft, comments, names)
        same = before is not None and before.text == DraftTexts.name_of(draft_text(text))
        if same and not came.fresh:
            raise NothingNew("That is the text of the newest version already. Nothing was written.")
        number = before.number + 1 if before is not None else 1
        change = self._draft("draft.version", draft.uid, str(number))
        version = _kept(change, self._version(draft, number, source), original)
        version, placed = self._put(change, draft, version, text, came)
        uids = self._ws.new_uid
        for place in carried_places(*ours, self._texts, draft, version, uids, placed):
            change.create(place)
        change.about = (*change.about, version.uid)
        return self._commit(change)

    def edit(self, draft: Draft, *, was: str | None = None, **fields: str) -> Change:
        """Change `title`, `kind`, `author`, `ask`, `lens`, `pressure` or `card`.

        One that is reworded `was` this when it was read. Raises NoWords for an empty title,
        NothingNew, ChangedMeanwhile.
        """
        if strange := set(fields) - EDITED:
            raise TypeError(f"a draft has no {strange} to edit")
        said: dict[str, Any] = {
            name: clean(text, lines=name == "ask") for name, text in fields.items()
        }
        if "title" in said:
            said["title"] = worded(said["title"], "A draft needs a title. Nothing was changed.")
        for name, text in said.items():
            self._still(was, partial(_said_of, self, draft, name), text)
        return self._set("draft.edit", draft, **said)

    def set_turn(self, draft: Draft, person: str) -> Change:
        """Say whom the draft waits for: a person's uid, "" for the facilitator."""
        if not person:
            return self._set("draft.turn_facilitator", draft, turn="")
        return self._set("draft.turn", draft, person, turn=person)

    def put_away(self, draft: Draft) -> Change:
        """Take a draft off the list; its versions and comments are kept."""
        return self._set("draft.put_away", draft, away=True)

    def bring_back(self, draft: Draft) -> Change:
        """Put a draft back on the list."""
        return self._set("draft.bring_back", draft, away=False)

    # --- within

    @property
    def _texts(self) -> DraftTexts:
        return DraftTexts(self._ws, self.group_uid)

    def _version(self, draft: Draft, number: int, source: str) -> DraftVersion:
        uid, at = self._ws.new_uid(), self._ws.now()
        return DraftVersion(uid=uid, draft=draft.uid, number=number, source=clean(source), at=at)

    def _put(
        self, change: ChangeDraft, draft: Draft, version: DraftVersion, text: str, came: Arrivals
    ) -> tuple[DraftVersion, set[str]]:
        """Put a version into a change. Returns it, and the comments that have a place in it."""
        kept = draft_text(text)
        if not kept.strip():
            raise NoWords("There are no words in this text. Nothing was written.")
        version = replace(version, text=change.keep_text(kept), words=word_count(kept))
        change.create(version)
        placed = set()
        imported = Imported(self._ws, self.group_uid, draft, version, came)
        for record in imported.records(self._texts.read(kept)):
            change.create(record)
            if isinstance(record, Place):
                placed.add(record.comment)
        for uid, each in came.known:
            if each.resolved:  # settled since, in the file
                change.set(self._ws.table(Comment, self.group_uid)[uid], resolved=True)
        return version, placed

    def _set(self, verb: str, draft: Draft, *words: str, **fields: Any) -> Change:
        now = self.draft(draft.uid)
        change = self._draft(verb, now.uid, *words)
        change.set(now, **fields)
        return self._save(change)

    def _table(self) -> Mapping[str, Draft]:
        return self._ws.table(Draft, group=self.group_uid)

    def _by_number(self) -> list[DraftVersion]:
        """Return all versions in the order of their numbers; of two made apart the older first."""
        found = self._ws.table(DraftVersion, group=self.group_uid).values()
        return sorted(found, key=version_rank)


def _said_of(drafts: Drafts, draft: Draft, field: str) -> str:
    """Return what a field of a draft says now."""
    return str(getattr(drafts.draft(draft.uid), field))


def _made(uid: str, card: Card | None, title: str, said: Mapping[str, str]) -> Draft:
    words: dict[str, Any] = {n: clean(text, lines=n == "ask") for n, text in said.items()}
    title = worded(title, "A draft needs a title. Nothing was written.")
    return Draft(uid=uid, card=card.uid if card is not None else "", title=title, **words)


def _kept(change: ChangeDraft, version: DraftVersion, original: bytes) -> DraftVersion:
    """Return a version with the file it came from, which is kept with the change."""
    if not original:
        return version
    kept = change.keep_original(Original(original, PurePath(version.source).suffix))
    return replace(version, original=kept)
