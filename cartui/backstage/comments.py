"""Comments between two people, and on politics, until the author brings them forward."""

from collections.abc import Callable, Mapping
from typing import Any

from cartui.backstage.back_service import BackService, NothingWritten
from cartui.backstage.records import PrivateComment
from cartui.model.drafts import WHOLE, Comment, Draft, DraftVersion, Place
from cartui.model.passages import Passage
from cartui.model.people import Person
from cartui.model.problems import NotFoundHere
from cartui.model.rooms import Room
from cartui.model.text import clean
from cartui.services.draft_places import carried
from cartui.services.draft_texts import DraftTexts
from cartui.services.passages import quoted
from cartui.services.remarks import Remark, in_order
from cartui.store.events import Change
from cartui.store.workspace import Workspace

WORDS = {
    "private.comment": "Wrote a private comment on the draft {0}",
    "private.comment_changed": "Changed a private comment on the draft {0}",
    "private.comment_away": "Put a private comment on the draft {0} away",
}
EDITED = frozenset({"text", "lens", "tone", "by", "name", "via"})
_PLACE = ("block", "start", "end", "quote", "before", "after", "headings", "block_hash")
_SAID = ("draft", "about", "by", "name", "via", "lens", "tone", "text", "at")


class PrivateComments(BackService):
    """The private comments on one group's drafts. Every verb raises NotBackStage on FRONT."""

    def __init__(self, workspace: Workspace, room: Callable[[], Room], group_uid: str) -> None:
        super().__init__(workspace, room)
        self.group_uid = group_uid
        self._texts = DraftTexts(workspace, group_uid)

    def remarks(self, draft: Draft, version: DraftVersion) -> list[Remark]:
        """Return them as they stand in a version, each marked private, in document order.

        An earlier version has only those that were made on it or before it.
        """
        kept = [each for each in self._table().values() if each.draft == draft.uid]
        shown = [each for each in kept if not each.away and self._is_by(each, version)]
        places = self._places(shown, version)
        return sorted((self._remark(each, places) for each in shown), key=in_order)

    def write(
        self,
        draft: Draft,
        version: DraftVersion,
        text: str,
        passage: Passage | None = None,
        *,
        lens: str = "politics",
        tone: str = "",
        by: str = "",
        name: str = "",
        via: str = "written",
    ) -> Change:
        """Write a private comment; its uid is the last of the `about`. Raises NothingWritten."""
        said: dict[str, Any] = {
            "text": self._written(text),
            "lens": lens,
            "tone": tone,
            "by": by,
            "via": via,
        }
        said["name"] = clean(name)
        made = self._made(draft, version, passage, said)
        change = self._draft("private.comment", draft.uid, made.uid, group=self.group_uid)
        change.create(made)
        return self._commit(change)

    def _made(
        self, draft: Draft, version: DraftVersion, passage: Passage | None, said: dict[str, Any]
    ) -> PrivateComment:
        where: dict[str, Any] = {"about": WHOLE}
        if passage is not None:
            here = quoted(self._texts.blocks(version.text), passage)
            where = {field: getattr(here, field) for field in _PLACE}
        ids: dict[str, Any] = {"draft": draft.uid, "version": version.uid, "at": self._ws.now()}
        return PrivateComment(uid=self._ws.new_uid(), **ids, **said, **where)

    def edit(self, remark: Remark, *, was: str | None = None, **fields: str) -> Change:
        """Change `text`, `lens`, `tone`, `by`, `name` or `via`; its text `was` this when read.

        Raises NothingWritten, ChangedMeanwhile.
        """
        if strange := set(fields) - EDITED:
            raise TypeError(f"a comment has no {strange} to edit")
        if "text" in fields:
            fields["text"] = self._written(fields["text"])
            self._still(was, lambda: self._kept(remark).text, fields["text"])
        return self._set("private.comment_changed", remark, **fields)

    def put_away(self, remark: Remark) -> Change:
        """Take a private comment off the list; undo brings it back."""
        return self._set("private.comment_away", remark, away=True)

    def bring_forward(self, remark: Remark) -> Change:
        """Let the group see a comment, now that the author agrees; one change on both sides."""
        kept = self._kept(remark)
        # Named as the open side names it, because the group reads this line of its history.
        change = self._draft("feedback.add", kept.draft, kept.uid, group=self.group_uid)
        change.create(Comment(uid=kept.uid, **{field: getattr(kept, field) for field in _SAID}))
        for place in self._open_places(kept, remark):
            change.create(place)
        change.delete(kept)
        return self._commit(change)

    def _open_places(self, kept: PrivateComment, remark: Remark) -> list[Place]:
        """Return where it was made, and where it stands in the version at hand if that is later."""
        if kept.about == WHOLE:
            return []
        found = [_place_of(kept, self._ws.new_uid())]
        if remark.place is not None and remark.place.version != kept.version:
            found.append(_again(remark.place, self._ws.new_uid()))
        return found

    def _set(self, verb: str, remark: Remark, **fields: Any) -> Change:
        kept = self._kept(remark)
        change = self._draft(verb, kept.draft, kept.uid, group=self.group_uid)
        change.set(kept, **fields)
        if change.is_empty:
            raise NothingWritten("That is how it stands already. Nothing was changed.")
        return self._commit(change)

    def _kept(self, remark: Remark) -> PrivateComment:
        found = self._table().get(remark.uid)
        if found is None:
            raise NotFoundHere("That comment is no longer here. Nothing was changed.")
        return found

    def _table(self) -> Mapping[str, PrivateComment]:
        return self._ws.table(PrivateComment, group=self.group_uid)

    def _is_by(self, comment: PrivateComment, version: DraftVersion) -> bool:
        made_on = self._ws.get(DraftVersion, comment.version, self.group_uid)
        return made_on is None or made_on.number <= version.number

    def _places(self, comments: list[PrivateComment], version: DraftVersion) -> dict[str, Place]:
        """Return the place of each in a version: carried there when read, and not kept."""
        own = [_place_of(each, "") for each in comments if each.about != WHOLE]
        here = [place for place in own if place.version == version.uid]
        earlier = [place for place in own if place.version != version.uid]
        found = carried(self._ws, self.group_uid, self._texts, version, earlier, str)
        return {place.comment: place for place in (*here, *found)}

    def _remark(self, comment: PrivateComment, places: Mapping[str, Place]) -> Remark:
        person = self._ws.get(Person, comment.by) if comment.by else None
        said: dict[str, Any] = {field: getattr(comment, field) for field in _SAID}
        return Remark(
            comment=Comment(uid=comment.uid, **said),
            place=places.get(comment.uid),
            who=person.name if person is not None else comment.name,
            private=True,
        )


def _place_of(comment: PrivateComment, uid: str) -> Place:
    where: dict[str, Any] = {field: getattr(comment, field) for field in _PLACE}
    return Place(uid=uid, comment=comment.uid, version=comment.version, **where)


def _again(place: Place, uid: str) -> Place:
    fields: dict[str, Any] = {field: getattr(place, field) for field in place.__struct_fields__}
    return Place(**{**fields, "uid": uid})
