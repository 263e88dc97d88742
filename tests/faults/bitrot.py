"""Damage one file at a time, every other file intact.

For every file of a small workspace (and of what the device remembers): one bit of every byte
flipped, every digit changed, cut at every length, 512-byte sectors zeroed, bytes appended, emptied,
removed, a key repeated, lines repeated, dropped and exchanged, an older version put back. Bad: the
program shows different content without a word, or crashes. Good: it shows the old content, or
refuses, or names what is missing while everything acknowledged is there. A sample also goes on
writing after the damage: what was acknowledged must not be overwritten.
"""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from collections.abc import Generator
from pathlib import Path

import msgspec

from tests.faults.damage import Damage
from tests.faults.faultlib import LATER, Verdict, clone
from tests.faults.rooms import SMALL, practice_rooms, small_rooms
from tests.faults.tally import Plan, Tally, chosen, finish, gather, parser, scratch, side_by_side
from tests.faults.target import Reading, Target
from tests.faults.tracing import spread

BATCH = 100
WRITTEN_AFTER_EVERY = 100
CONFIRMED = 3
"""So many bad ones of a batch are judged again, each by a process of its own."""


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
    """One run of the script over the damages that were picked, batch by batch."""

    def __init__(self, target: Target, root: Path, base: Path, picked: list[Damage]) -> None:
        self.target, self.root = target, root
        self.base, self.picked = base, picked
        self.good = target.readmany([base])[0]
        self.refused: Counter[str] = Counter()
        if self.good.code:
            raise SystemExit(f"the undamaged room is not readable: {self.good.reason}")

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


def judge_all(tally: Tally, plan: Plan, run: Run) -> Tally:
    """Count every verdict of a run."""
    gather(tally, plan, run.verdicts(plan.workers))
    files = [file for file in run.base.rglob("*") if file.is_file()]
    size = sum(file.stat().st_size for file in files)
    tally.note += f"{len(run.picked)} damages to {len(files)} files of {size} bytes"
    if run.refused:
        tally.note += f"; said that something is missing: {dict(run.refused)}"
    return tally


def every_byte(target: Target, plan: Plan) -> Tally:
    """Every damage of every file of a small room, or an even choice of `plan.trials` of them."""
    tally = Tally(script="bitrot", target=target.name)
    with scratch(plan) as root:
        rooms = small_rooms(target, root)
        picked = spread(rooms.every_damage(plan.seed), plan.trials)
        return judge_all(tally, plan, Run(target, root, rooms.base, picked))


def practice(target: Target, plan: Plan) -> Tally:
    """Some damages to every file of the practice programme, its back stage shown as well."""
    tally = Tally(script="bitrot on the practice programme", target=target.name)
    target = msgspec.structs.replace(target, env=target.env | {"FAULT_BACK": "1"})
    with scratch(plan) as root:
        rooms = practice_rooms(target, root)
        picked = rooms.some_damage(plan.seed, plan.trials)
        return judge_all(tally, plan, Run(target, root, rooms.base, picked))


def main() -> int:
    """Run from the command line."""
    words = parser(__doc__, trials=10_000_000)
    words.add_argument("--practice", action="store_true", help="on the practice programme")
    options = words.parse_args()
    return finish((practice if options.practice else every_byte)(*chosen(options)))


if __name__ == "__main__":
    sys.exit(main())
