"""Damage one file at a time, every other file intact.

For every file of a small workspace (and of what the device remembers): one bit of every byte
flipped, every digit changed, cut at every length, 512-byte sectors zeroed, bytes appended, emptied,
removed, a key repeated, lines repeated, dropped and exchanged, an older version put back. Bad: the
program shows different content without a word, or crashes. Good: it shows the old content, or
refuses, or names what is missing while everything acknowledged is there. A sample also goes on
writing after the damage: what was acknowledged must not be overwritten.
"""

from __future__ import annotations

import random
import shutil
import sys
from collections import Counter
from collections.abc import Generator
from pathlib import Path

from tests.faults.damage import Damage, damages
from tests.faults.faultlib import LATER, Verdict, clone
from tests.faults.tally import Plan, Tally, chosen, finish, gather, parser, scratch, side_by_side
from tests.faults.target import Reading, Target
from tests.faults.tracing import spread

SEEDED = 5
BATCH = 100
SMALL = {"FAULT_FILLER": "40"}
WRITTEN_AFTER_EVERY = 100
CONFIRMED = 3
"""So many bad ones of a batch are judged again, each by a process of its own."""


def small_rooms(target: Target, root: Path) -> tuple[Path, Path]:
    """A small room, and the same room two changes earlier."""
    base, older = root / "base", root / "older"
    target.seed(base, SEEDED - 2, **SMALL)
    clone(base, older)
    target.work(base, 2, SEEDED - 1, **SMALL)
    return base, older


def every_damage(base: Path, older: Path, seed: int) -> list[Damage]:
    """All damages of all files."""
    found: list[Damage] = []
    for file in sorted(f for f in base.rglob("*") if f.is_file()):
        name = file.relative_to(base)
        before = older / name
        earlier = before.read_bytes() if before.is_file() else None
        found += damages(name, file.read_bytes(), earlier, random.Random(f"{seed}-{name}"))
    return found


def judged(reading: Reading, good: Reading, target: Target) -> Verdict:
    """What a damaged room shows, against what it showed before."""
    if not target.honest(reading.code):
        return Verdict(word="CRASHED", detail=f"exit {reading.code}: {reading.reason}")
    if reading.digest == good.digest:
        return Verdict(word="named" if reading.warning else "ok", detail=reading.warning)
    if reading.code:
        return Verdict(word="refused", detail=reading.reason)
    if set(good.tokens) <= set(reading.tokens) and reading.warning:
        return Verdict(word="named", detail=reading.warning)
    return Verdict(word="SILENT", detail=f"{len(reading.tokens)} of {len(good.tokens)} shown")


def alone(target: Target, base: Path, room: Path, damage: Damage, good: Reading) -> Verdict:
    """One damage, judged by a process of its own; then one more save, judged again."""
    damage.do(clone(base, room))
    first = judged(target.read(room), good, target)
    if not first.good:
        return first
    done = target.work(room, 1, LATER, **SMALL)
    after = target.read(room)
    lost = set(good.tokens) - set(after.tokens)
    if after.code == 0 and lost:
        return Verdict(word="OVERWROTE", detail=f"{len(lost)} gone after the next save")
    if LATER in done.acked and LATER not in after.tokens and after.code == 0:
        return Verdict(word="LOST-LATER", detail="the save after the damage is gone")
    return first


class Run:
    """One run of the script: small rooms, batches, and the tally."""

    def __init__(self, target: Target, plan: Plan, root: Path) -> None:
        self.target = target
        self.root = root
        self.base, older = small_rooms(target, root)
        self.good = target.readmany([self.base])[0]
        self.all = every_damage(self.base, older, plan.seed)
        self.picked = spread(self.all, plan.trials)
        self.refused: Counter[str] = Counter()

    def batch(self, first: int) -> list[tuple[Verdict, Damage]]:
        """Judge a batch in one process; the bad ones, and a sample, again each in its own."""
        some = self.picked[first : first + BATCH]
        rooms = [clone(self.base, self.root / f"b{first + j}") for j in range(len(some))]
        for room, damage in zip(rooms, some, strict=True):
            damage.do(room)
        out, confirmed = [], 0
        readings = self.target.readmany(rooms)
        for j, (room, damage, reading) in enumerate(zip(rooms, some, readings, strict=True)):
            verdict = judged(reading, self.good, self.target)
            sample = (first + j) % WRITTEN_AFTER_EVERY == 0
            confirmed += not verdict.good
            if sample or (not verdict.good and confirmed <= CONFIRMED):
                verdict = self._again(verdict, room, damage)
            if verdict.word == "refused":
                self.refused[str(damage.file)] += 1
            out.append((verdict, damage))
            shutil.rmtree(room)
        return out

    def _again(self, verdict: Verdict, room: Path, damage: Damage) -> Verdict:
        """The same by a process of its own, and one more save: the two must agree."""
        again = alone(self.target, self.base, room, damage, self.good)
        if again.good == verdict.good or again.word in ("OVERWROTE", "LOST-LATER"):
            return again
        return Verdict(word="DIFFERENT", detail=f"{verdict.word}, then {again.word}")

    def verdicts(self, workers: int) -> Generator[tuple[Verdict, Damage], None, None]:
        """All verdicts, in order."""
        for some in side_by_side(self.batch, range(0, len(self.picked), BATCH), workers):
            yield from some


def every_byte(target: Target, plan: Plan) -> Tally:
    """Every damage of every file, or an even choice of `plan.trials` of them."""
    tally = Tally(script="bitrot", target=target.name)
    with scratch(plan) as root:
        run = Run(target, plan, root)
        if run.good.code:
            raise SystemExit(f"the undamaged room is not readable: {run.good.reason}")
        gather(tally, plan, run.verdicts(plan.workers))
        size = sum(f.stat().st_size for f in run.base.rglob("*") if f.is_file())
        tally.note = f"{len(run.picked)} of {len(run.all)} damages to {size} bytes"
        if run.refused:
            tally.note += f"; said that something is missing: {dict(run.refused)}"
    return tally


def main() -> int:
    """Run from the command line."""
    return finish(every_byte(*chosen(parser(__doc__, trials=10_000_000).parse_args())))


if __name__ == "__main__":
    sys.exit(main())
