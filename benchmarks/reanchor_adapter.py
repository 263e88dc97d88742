"""Our re-anchoring in the batch form of the scorer of revision pairs."""

from collections.abc import Sequence

from cartui.anchoring.reanchor import reanchor as _reanchor
from cartui.model.drafts import Anchored

Found = tuple[int, int, float] | None


def reanchor(old: str, new: str, passages: Sequence[tuple[int, int]]) -> list[Found]:
    """Return for each passage its place in the new text and how sure it is, None if it is lost."""
    return [
        None if each.state is Anchored.LOST else (each.start, each.end, each.confidence)
        for each in _reanchor(old, new, passages)
    ]
