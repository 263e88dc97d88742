"""Our re-anchoring beside simple ways to do it, on the same revision pairs, as one table.

    python -m benchmarks.anchoring_table DIR [--by-source] [--time]

DIR holds revision pairs: JSON with old_text, new_text and passages with their truth. They are no
part of the project; without them nothing is measured, and that is said. `--by-source` adds a line
for each place the pairs come from, `--time` the seconds for 1,000 passages on 50,000 words.
"""

import argparse
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks import anchoring_baselines as simple
from benchmarks.anchoring_scores import Method, Pair, Span, figures, pairs, rows
from benchmarks.reanchor_adapter import reanchor

METHODS: dict[str, Method] = {
    "exact text only": simple.exact_text,
    "difflib on words": simple.word_diff,
    "rapidfuzz partial_ratio": simple.partial_ratio,
    "Hypothes.is scoring": simple.hypothesis_scoring,
    "ours": reanchor,
}
SLOW = {"Hypothes.is scoring"}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--by-source", action="store_true")
    parser.add_argument("--time", action="store_true")
    asked = parser.parse_args()
    found = pairs(asked.folder) if asked.folder.is_dir() else []
    if not found:
        print(f"skipped: no revision pairs in {asked.folder}")
        return
    print(f"{len(found)} pairs, {sum(len(each['passages']) for each in found)} passages\n")
    _table(METHODS, found)
    if asked.by_source:
        _by_source(found)
    if asked.time:
        long = _long(found, 50_000, 1_000)
        print()
        print("seconds for 1,000 passages on 50,000 words")
        for name, method in METHODS.items():
            print(f"{name:28}{_seconds(name, method, *long):9.2f}", flush=True)


def _table(methods: dict[str, Method], found: Sequence[Pair]) -> None:
    head = True
    for name, method in methods.items():
        got, seconds = rows(method, found)
        shares = figures(got)
        if head:
            print(f"{'':28}" + "".join(f"{each:>9}" for each in shares) + f"{'seconds':>9}")
            head = False
        line = "".join(f"{each:9.3f}" for each in shares.values())
        print(f"{name:28}{line}{seconds:9.2f}", flush=True)


def _by_source(found: Sequence[Pair]) -> None:
    print()
    sources = sorted({each["source"]["repo"] for each in found})
    for half, names in (("first half", sources[::2]), ("second half", sources[1::2])):
        mine = [each for each in found if each["source"]["repo"] in names]
        print(f"{half}: {', '.join(names)}")
        _table({"ours": reanchor}, mine)
    for name in sources:
        mine = [each for each in found if each["source"]["repo"] == name]
        print(f"{name}: {sum(len(each['passages']) for each in mine)} passages")
        _table({"ours": reanchor}, mine)


def _long(found: Sequence[Pair], words: int, count: int) -> tuple[str, str, list[Span]]:
    """Return one long text made of the pairs end to end, and as many passages of it."""
    old = new = ""
    spans: list[Span] = []
    at = 0
    while len(old.split()) < words:
        pair = found[at % len(found)]
        spans += [(each["start"] + len(old), each["end"] + len(old)) for each in pair["passages"]]
        old += pair["old_text"] + "\n\n"
        new += pair["new_text"] + "\n\n"
        at += 1
    shorter = [(start, start + (end - start) * 2 // 3) for start, end in spans]
    return old, new, [*spans, *shorter][:count]


def _seconds(name: str, method: Method, old: str, new: str, spans: Sequence[Span]) -> float:
    """Return how long a method takes; what takes minutes is reckoned from one passage in fifty."""
    part = spans[::50] if name in SLOW else spans
    began = time.perf_counter()
    method(old, new, part)
    return (time.perf_counter() - began) * len(spans) / len(part)


if __name__ == "__main__":
    main()
