"""Reading what was said of a group's drafts; read anew only after something has changed."""

from collections.abc import Iterator, Mapping
from operator import is_not

from msgspec.structs import replace

from cartui.model.drafts import (
    CERTAIN,
    WHOLE,
    Answered,
    Comment,
    Draft,
    DraftVersion,
    Place,
    Reply,
)
from cartui.model.people import Person
from cartui.model.records import Record
from cartui.services.gathered import READ, Gathered, answers_in, gathered, version_rank
from cartui.services.remarks import Remark, in_order
from cartui.store.workspace import Workspace


class Remarks:
    """Reads the comments of a group's drafts; made anew only after something has changed."""

    def __init__(self, workspace: Workspace, group: str) -> None:
        self._ws = workspace
        self._group = group
        self._seen: Mapping[str, int] | None = None
        self._kept: dict[tuple[str, str, bool], list[Remark]] = {}
        self._gathered = Gathered()
        self._tables: dict[type[Record], dict[str, Record]] = {}

    def of(self, draft: Draft, version: DraftVersion, *, away: bool = False) -> list[Remark]:
        """Return the remarks in a version: on the whole draft first, then in document order."""
        self._catch_up()
        key = (draft.uid, version.uid, away)
        if key not in self._kept:
            self._kept[key] = sorted(self._read(draft, version, away), key=in_order)
        return self._kept[key]

    def one(self, comment: Comment, version: DraftVersion) -> Remark | None:
        """Return one remark as it stands in a version."""
        self._catch_up()
        draft = self._ws.get(Draft, comment.draft, self._group)
        found = self.of(draft, version, away=comment.away) if draft is not None else []
        return next((each for each in found if each.uid == comment.uid), None)

    def answer_to(self, comment: str) -> Answered | None:
        """Return the verdict on a comment; of two given apart the newer one."""
        self._catch_up()
        return self._gathered.answers.get(comment)

    def newest(self, draft: Draft) -> DraftVersion | None:
        """Return the newest version of a draft; None if it has no text."""
        self._catch_up()
        return self._gathered.newest.get(draft.uid)

    def _catch_up(self) -> None:
        """Read what has changed: after a verdict only the verdicts, which come key after key."""
        now = self._ws.mark()
        if now == self._seen:
            return
        self._seen = now
        changed = {kind for kind in READ if self._is_other(kind)}
        if changed - {Answered}:
            self._kept = {}
            self._gathered = gathered(self._ws, self._group)
        elif changed:
            answers = answers_in(self._ws, self._group)
            self._gathered = replace(self._gathered, answers=answers)
            self._kept = {
                key: [_with_answer(each, answers.get(each.uid)) for each in remarks]
                for key, remarks in self._kept.items()
            }

    def _is_other(self, kind: type[Record]) -> bool:
        """Whether records of a kind have come, gone or changed. They are never changed in place."""
        home = "" if kind is Person else self._group
        before, now = self._tables.get(kind, {}), dict(self._ws.table(kind, home))
        self._tables[kind] = now
        if len(before) != len(now):
            return True
        return any(map(is_not, before.values(), now.values()))

    def _read(self, draft: Draft, version: DraftVersion, away: bool) -> Iterator[Remark]:
        places = self._gathered.places.get(version.uid, {})
        comments = [c for c in self._gathered.comments.get(draft.uid, ()) if c.away == away]
        homeless = {c.uid for c in comments if c.about != WHOLE and c.uid not in places}
        newest = bool(homeless) and self._is_newest(draft, version)
        if newest:
            from cartui.services.draft_places import found_now  # noqa: PLC0415 - seldom, and heavy

            places = {**places, **found_now(self._ws, self._group, draft, version, homeless)}
        for comment in comments:
            # Nothing is dropped from the newest version, even if its place cannot be told.
            if newest or comment.uid not in homeless:
                yield self._remark(comment, places.get(comment.uid))

    def place_row(self, comment: str, version: str) -> Place | None:
        """Return the place kept for a comment in a version, of the whole draft or not."""
        self._catch_up()
        return self._gathered.places.get(version, {}).get(comment)

    def place_before(self, comment: str, version: DraftVersion) -> Place | None:
        """Return the last place of a comment in a version before this one that was certain."""
        self._catch_up()
        earlier = [
            each
            for each in self._ws.table(DraftVersion, self._group).values()
            if each.draft == version.draft and version_rank(each) < version_rank(version)
        ]
        for each in sorted(earlier, key=version_rank, reverse=True):
            place = self._gathered.places.get(each.uid, {}).get(comment)
            if place is not None and place.state in CERTAIN:
                return place
        return None

    def _is_newest(self, draft: Draft, version: DraftVersion) -> bool:
        newest = self.newest(draft)
        return newest is not None and newest.uid == version.uid

    def _remark(self, comment: Comment, place: Place | None) -> Remark:
        replies = self._gathered.replies.get(comment.uid, ())
        return Remark(
            comment=comment,
            place=place if comment.about != WHOLE else None,
            answered=self._gathered.answers.get(comment.uid),
            replies=tuple(replace(each, name=self._who(each)) for each in replies),
            who=self._who(comment),
        )

    def _who(self, said: Comment | Reply) -> str:
        """Return who said it: the member's name as it is now, else the name it came with."""
        person = self._tables[Person].get(said.by) if said.by else None
        return person.name if isinstance(person, Person) else said.name


def _with_answer(remark: Remark, answered: Answered | None) -> Remark:
    return remark if remark.answered is answered else replace(remark, answered=answered)
