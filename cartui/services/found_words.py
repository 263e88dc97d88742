"""What was found in a draft's file, in words."""

from collections.abc import Sequence

from cartui.services.draft_found import Found


def in_words(found: Found) -> list[str]:
    """Return what was found as sentences; what is not there is not spoken of."""
    parts = (
        (found.n_headings, "heading"),
        (found.n_list_paras, "list item"),
        (found.n_tables, "table"),
        (found.n_footnotes, "footnote"),
    )
    said = (
        (found.n_comments - found.n_replies, "comment"),
        (found.n_replies, "reply"),
        (found.n_resolved, "resolved"),
        (len(found.changes), "tracked change"),
    )
    return [
        f"{_listed([(found.n_words, 'word'), *parts], always=1)}.",
        f"{_listed(said, always=1)}.",
    ]


def counted(count: int, thing: str) -> str:
    """Return so many of a thing in words."""
    if count == 1 or thing == "resolved":
        return f"{count:,} {thing}"
    return f"{count:,} {thing[:-1]}ies" if thing.endswith("y") else f"{count:,} {thing}s"


def _listed(counts: Sequence[tuple[int, str]], *, always: int) -> str:
    """Return counts in words; the first `always` of them even where there is nothing."""
    kept = [each for at, each in enumerate(counts) if each[0] or at < always]
    return ", ".join(counted(*each) for each in kept)
