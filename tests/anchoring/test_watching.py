"""Re-anchoring tells how far it is, and stops when it is told to."""

import pytest

from cartui.anchoring.reanchor import reanchor
from cartui.anchoring.watching import Stopped
from tests.anchoring.revisions import revision

ONE = revision(1)
SPANS = [(each.start, each.end) for each in ONE.passages]


def test_progress_rises_from_nothing_to_all() -> None:
    seen: list[float] = []

    def watch(done: float) -> bool:
        seen.append(done)
        return True

    assert reanchor(ONE.old, ONE.new, SPANS, watch) == reanchor(ONE.old, ONE.new, SPANS)
    assert seen == sorted(seen)
    assert (seen[0], seen[-1]) == (0.0, 1.0)
    assert len(seen) > len(SPANS)


@pytest.mark.parametrize("part", [0.0, 0.2, 0.7])
def test_it_stops_at_once(part: float) -> None:
    seen: list[float] = []

    def watch(done: float) -> bool:
        seen.append(done)
        return done < part

    with pytest.raises(Stopped):
        reanchor(ONE.old, ONE.new, SPANS, watch)
    assert [done for done in seen if done >= part] == seen[-1:]
