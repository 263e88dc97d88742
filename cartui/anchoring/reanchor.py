"""The room's door: all passages of a text carried to its next version in one go."""

from collections.abc import Sequence

from cartui.anchoring.alignment import Alignment
from cartui.anchoring.elsewhere import carry_elsewhere
from cartui.anchoring.gaps import carry_gaps
from cartui.anchoring.landing import Landings
from cartui.anchoring.prose import Span, read
from cartui.anchoring.same_units import carry_same_units
from cartui.anchoring.settling import settle
from cartui.anchoring.standing import Standing
from cartui.anchoring.watching import Watch, look


def reanchor(
    old_text: str, new_text: str, passages: Sequence[Span], watch: Watch | None = None
) -> list[Standing]:
    """Return for each passage (start and end of its characters) where it stands in the new text.

    The texts are aligned once for all; the same texts and passages always give the same.

    Raises:
        Stopped: `watch` returned False.
    """
    return land(align(old_text, new_text, watch), passages, watch)


def land(
    landings: Landings, passages: Sequence[Span], watch: Watch | None = None
) -> list[Standing]:
    """Return for each passage where it stands, in texts that are aligned already.

    Raises:
        Stopped: `watch` returned False.
    """
    standings = []
    for done, passage in enumerate(passages):
        look(watch, 0.5 + 0.5 * done / len(passages))
        standings.append(landings.of(passage))
    look(watch, 1.0)
    return standings


def align(old_text: str, new_text: str, watch: Watch | None = None) -> Landings:
    """Return two texts aligned, ready for any passage of the old one.

    Raises:
        Stopped: `watch` returned False.
    """
    look(watch, 0.0)
    found = Alignment(read(old_text), read(new_text))
    in_order = carry_same_units(found)
    for done in carry_gaps(found, in_order):
        look(watch, 0.1 + 0.3 * done)
    look(watch, 0.4)
    settle(found)
    look(watch, 0.45)
    carry_elsewhere(found)
    return Landings(found)
