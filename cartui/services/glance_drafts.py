"""What waits on the drafts of a group: answers, places to look at, reasons of verdicts."""

from collections.abc import Iterator, Sequence

from cartui.model.drafts import Draft, DraftVersion, Verdict
from cartui.services.feedback_wall import FeedbackWall
from cartui.services.glance_errands import Errand, Matter, Thing, Where
from cartui.services.remarks import Remark


class DraftsGlance:
    """The drafts of one group, looked over. It asks the feedback itself."""

    def __init__(self, feedback: FeedbackWall) -> None:
        self._feedback = feedback

    def errands(self) -> Iterator[Errand]:
        """Yield what waits on each draft that is not put away."""
        for draft, version in self._feedback.open_drafts():
            yield from self._of(draft, version)

    def _of(self, draft: Draft, version: DraftVersion) -> Iterator[Errand]:
        name = f"“{draft.title}” v{version.number}"
        waiting = self._feedback.unanswered(draft, version)
        turn = self._feedback.turn(draft)
        since = _oldest(waiting) or version.at
        later = sum(remark.state == Verdict.LATER for remark in waiting)
        if not turn.person:
            some = bool(self._feedback.remarks(draft, version))
            words = "" if waiting else "all answered" if some else "to read"
            yield self._errand(Matter.DRAFT, draft, name, waiting, since, words, later=later)
        elif waiting:
            yield self._errand(Matter.ANSWER, draft, name, waiting, since, turn.name, later=later)
        if looks := self._feedback.to_look_at(draft, version):
            yield self._errand(Matter.PLACE, draft, name, looks, version.at, within=looks[0].uid)
        if owing := self._feedback.owed(draft):
            given = [each.answered.at for each in owing if each.answered is not None]
            since = min(filter(None, given), default="")
            yield self._errand(Matter.VERDICT, draft, name, owing, since, within=owing[0].uid)

    def _errand(
        self,
        matter: Matter,
        draft: Draft,
        name: str,
        remarks: Sequence[Remark],
        since: str,
        words: str = "",
        *,
        within: str = "",
        later: int = 0,
    ) -> Errand:
        uid = self._feedback.group_uid
        return Errand(
            matter=matter,
            where=Where(thing=Thing.DRAFT, group=uid, uid=draft.uid, within=within),
            group=self._feedback.group.name,
            name=name,
            words=words,
            count=len(remarks),
            later=later,
            since=since,
        )


def _oldest(remarks: Sequence[Remark]) -> str:
    return min((each.comment.at for each in remarks if each.comment.at), default="")
