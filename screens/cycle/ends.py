"""The ways for a card to leave the cycle, and how many have gone which way, in words."""

from collections import Counter
from collections.abc import Iterable

from cartui.model.cycles import Status

ENDS = (
    (Status.PUBLISHED, "Published", "Out"),
    (Status.COMPLETED, "Completed", "Done"),
    (Status.HELD_LOCALLY, "Held locally", "Held"),
    (Status.REDIRECTED, "Redirected", "Led on"),
    (Status.STOPPED, "Stopped", "Stopped"),
)


def gone(statuses: Iterable[str]) -> tuple[str, ...]:
    """Return how many cards ended which way: a line for each way, then in short; () if none."""
    ended = list(statuses)
    return ("\n".join(_ways(ended)), f"{len(ended)} ended") if ended else ()


def gone_line(statuses: Iterable[str], way: str) -> tuple[str, ...]:
    """Return the line under a board: how many cards ended, and the `way` to see them."""
    ended = list(statuses)
    if not (ways := _ways(ended)):
        return ()
    short, whole = f"{len(ended)} ended", ", ".join(ways)
    if len(ways) > 1:
        whole = f"{short}: {whole}"
    them = "it" if len(ended) == 1 else "them"
    return f"{whole} · {way} {them}", f"{short} · {way} {them}", short


def _ways(ended: Iterable[str]) -> list[str]:
    counts = Counter(ended)
    return [f"{counts[end]} {name.lower()}" for end, name, _ in ENDS if counts[end]]
