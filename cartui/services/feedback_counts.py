"""How the comments on a draft stand, in figures, and whom the draft waits for."""

from collections.abc import Sequence

from msgspec import Struct

from cartui.model.drafts import Anchored, Verdict
from cartui.services.remarks import Remark


class Counts(Struct, frozen=True, kw_only=True):
    """How the comments of a version stand. `to_answer` have no verdict; `later` were put off.

    `answered` have been taken, adapted or declined; `owed` of these lack a reason; `resolved` were
    settled in the file they came with. `unsure` and `lost` are places that somebody has to look at,
    among all comments.
    """

    total: int = 0
    to_answer: int = 0
    later: int = 0
    take: int = 0
    adapt: int = 0
    decline: int = 0
    owed: int = 0
    resolved: int = 0
    unsure: int = 0
    lost: int = 0

    @property
    def answered(self) -> int:
        """How many have been taken, adapted or declined."""
        return self.take + self.adapt + self.decline


class Turn(Struct, frozen=True, kw_only=True):
    """Whom a draft waits for. `person` is a uid, "" for the facilitator; `name` is to be shown."""

    person: str
    name: str


def counted(remarks: Sequence[Remark]) -> Counts:
    """Return how these remarks stand."""
    states = [each.state for each in remarks]
    places = [each.anchored for each in remarks]
    return Counts(
        total=len(remarks),
        to_answer=sum(not each.state and each.waits for each in remarks),
        later=states.count(Verdict.LATER),
        take=states.count(Verdict.TAKE),
        adapt=states.count(Verdict.ADAPT),
        decline=states.count(Verdict.DECLINE),
        resolved=sum(each.settled_before for each in remarks),
        owed=sum(each.owes_reason for each in remarks),
        unsure=places.count(Anchored.UNSURE),
        lost=places.count(Anchored.LOST),
    )
