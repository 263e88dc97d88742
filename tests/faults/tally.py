"""Counting verdicts: many trials, two at a time, one line of result."""

from __future__ import annotations

import argparse
import collections
import contextlib
import shutil
import tempfile
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

import msgspec

from tests.faults.faultlib import Verdict
from tests.faults.target import Target, named

EXAMPLES = 6
Result = TypeVar("Result")


class Tally(msgspec.Struct, kw_only=True):
    """The result of one script on one target."""

    script: str
    target: str
    counts: dict[str, int] = {}
    examples: list[str] = []
    warned: str = ""
    note: str = ""

    def add(self, verdict: Verdict, where: str) -> None:
        """Count one trial; `where` says which, if it was bad."""
        self.counts[verdict.word] = self.counts.get(verdict.word, 0) + 1
        if verdict.word == "named" and not self.warned:
            self.warned = verdict.detail
        if not verdict.good and len(self.examples) < EXAMPLES:
            self.examples.append(f"{where}: {verdict.word} {verdict.detail}".strip())

    @property
    def trials(self) -> int:
        """How many were judged."""
        return sum(self.counts.values())

    @property
    def bad(self) -> int:
        """How many lost something or showed damage as good."""
        return sum(n for word, n in self.counts.items() if not Verdict(word=word).good)

    def line(self) -> str:
        """One JSON line, and the first bad trials under it."""
        shown = {
            "script": self.script,
            "target": self.target,
            "trials": self.trials,
            "bad": self.bad,
            "counts": dict(collections.Counter(self.counts).most_common()),
            "note": self.note,
            "first warning": self.warned,
        }
        return "\n  ! ".join([msgspec.json.encode(shown).decode(), *self.examples])


class Plan(msgspec.Struct, kw_only=True, frozen=True):
    """How much to do, where, and with which dice."""

    trials: int = 300
    seed: int = 1
    workers: int = 2
    root: str | None = None
    to_first_bad: bool = False


def trials(
    tally: Tally, plan: Plan, count: int, attempt: Callable[[int, Path], tuple[Verdict, str]]
) -> Tally:
    """Run `attempt(i, folder)` for each i, `plan.workers` at a time, each in its own folder."""
    with scratch(plan) as root:

        def one(i: int) -> tuple[Verdict, str]:
            folder = root / f"trial-{i}"
            try:
                return attempt(i, folder)
            finally:
                shutil.rmtree(folder, ignore_errors=True)

        gather(tally, plan, side_by_side(one, range(count), plan.workers))
    return tally


def gather(
    tally: Tally, plan: Plan, results: Generator[tuple[Verdict, object], None, None]
) -> None:
    """Count results as they come, with `to_first_bad` only until one is bad."""
    for verdict, where in results:
        tally.add(verdict, str(where))
        if plan.to_first_bad and not verdict.good:
            break
    results.close()


def side_by_side(
    one: Callable[[int], Result], numbers: Iterable[int], workers: int
) -> Generator[Result, None, None]:
    """The results in order; threads suffice, the work is in other processes."""
    pool = ThreadPoolExecutor(workers)
    try:
        yield from pool.map(one, numbers)
    finally:
        pool.shutdown(cancel_futures=True)


@contextlib.contextmanager
def scratch(plan: Plan) -> Iterator[Path]:
    """A folder for this script, gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="fault-", dir=plan.root))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def parser(doc: str | None, trials: int = 300) -> argparse.ArgumentParser:
    """The options all scripts take."""
    words = argparse.ArgumentParser(
        description=doc, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    words.add_argument("--target", default="cartui", help="cartui, or a file of targets/")
    words.add_argument("--drop", default="", help="leave one property out of a reference target")
    words.add_argument("--trials", type=int, default=trials)
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--workers", type=int, default=2)
    words.add_argument("--root", default=None, help="where to make the scratch folders")
    return words


def chosen(options: argparse.Namespace) -> tuple[Target, Plan]:
    """The target and plan that the options name."""
    plan = Plan(
        trials=options.trials, seed=options.seed, workers=options.workers, root=options.root
    )
    return named(options.target, drop=options.drop), plan


def finish(tally: Tally) -> int:
    """Print the result; exit code 1 when anything was bad."""
    print(tally.line(), flush=True)
    return 1 if tally.bad else 0
