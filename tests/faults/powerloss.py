"""Power cuts, simulated.

The file calls of a run are recorded (strace) and played onto the model disk of `disk.py`; after
each call, every state that a power cut could leave there is built as a real folder, and read. Bad:
an acknowledged change is gone, the state is unreadable, or work cannot go on from it. One run
starts from a workspace, another from nothing. Not modelled: mmap, and a disk that lies about fsync.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec

from tests.faults.disk import Disk
from tests.faults.faultlib import Verdict, clone, judge
from tests.faults.replay import Replay
from tests.faults.straceread import calls, record
from tests.faults.tally import Plan, Tally, chosen, finish, parser, scratch, trials
from tests.faults.target import Target
from tests.faults.tracing import spread

SEEDED = 20
GO_ON_EVERY = 3


class Cut(msgspec.Struct, frozen=True, kw_only=True):
    """One state that a power cut could leave: the tree, and the tokens that must be in it."""

    where: str
    tree: dict[str, bytes | None]
    due: tuple[int, ...]

    def build(self, room: Path) -> Path:
        """Make it a real folder."""
        room.mkdir()
        (room / "ws").mkdir(mode=0o700)
        for name, data in sorted(self.tree.items()):
            path = room / name
            if data is None:
                path.mkdir(mode=0o700, exist_ok=True)
            else:
                path.touch(mode=0o600)
                path.write_bytes(data)
        return room


def fingerprint(tree: dict[str, bytes | None], acked: int) -> bytes:
    """The same for the same state."""
    sums = [(n, None if d is None else hashlib.sha256(d).digest()) for n, d in tree.items()]
    return hashlib.sha256(repr((acked, sorted(sums))).encode()).digest()


def cuts(base: Path, room: Path, log: Path, seeded: int, strict: bool) -> Iterator[Cut]:
    """Every different state after every call of the recorded run."""
    disk = Disk(base, strict=strict)
    replay = Replay(disk, str(room))
    seen: set[bytes] = set()
    with log.open(errors="replace") as lines:
        for call in calls(iter(lines)):
            if not replay.play(call):
                continue
            due = tuple(range(1, seeded + replay.acked + 1))
            for order, tree in disk.states():
                if (key := fingerprint(tree, replay.acked)) not in seen:
                    seen.add(key)
                    yield Cut(where=f"{order}, after {call.name}", tree=tree, due=due)
    check(disk, room)


def check(disk: Disk, room: Path) -> None:
    """The model must end where the real folder ended, or its states mean nothing."""
    real = {
        str(f.relative_to(room)): None if f.is_dir() else f.read_bytes() for f in room.rglob("*")
    }
    model = disk.tree(disk.coming, lambda _: "all")
    if model != real:
        wrong = [n for n in {*real, *model} if real.get(n, 0) != model.get(n, 0)]
        raise SystemExit(f"the model disk differs from the real one: {wrong}")


def recorded(
    target: Target, root: Path, base: Path, seeded: int, changes: int
) -> tuple[Path, Path]:
    """Record one run from that base; returns the room it ended in and the trace."""
    room, log = root / f"{base.name}-live", root / f"{base.name}.trace"
    done = target.work(
        clone(base, room), changes, seeded + 1, record(str(log)), FAULT_FILLER="6000"
    )
    if len(done.acked) != changes:
        raise SystemExit(f"the run to be recorded failed: {done.reason}")
    return room, log


def power_cuts(target: Target, plan: Plan, changes: int = 0, *, strict: bool = False) -> Tally:
    """Judge every state, or an even choice of `plan.trials` of them."""
    changes = changes or max(5, min(40, plan.trials // 12))
    tally = Tally(script="powerloss", target=target.name)
    with scratch(plan) as root:
        target.seed(root / "full", SEEDED, FAULT_FILLER="600")
        (root / "empty" / "ws").mkdir(parents=True)
        every: list[Cut] = []
        for name, seeded in (("full", SEEDED), ("empty", 0)):
            room, log = recorded(target, root, root / name, seeded, changes)
            every += cuts(root / name, room, log, seeded, strict)
        picked = spread(every, plan.trials)
        tally.note = f"{len(picked)} of {len(every)} states of two runs of {changes} changes"

        def attempt(i: int, folder: Path) -> tuple[Verdict, str]:
            room = picked[i].build(folder)
            found = judge(target, room, picked[i].due, go_on=i % GO_ON_EVERY == 0)
            return found, picked[i].where

        return trials(tally, plan, len(picked), attempt)


def main() -> int:
    """Run from the command line."""
    words = parser(__doc__, trials=500)
    words.add_argument("--changes", type=int, default=0, help="default: enough")
    words.add_argument(
        "--strict", action="store_true", help="an entry lasts by its folder's sync only"
    )
    options = words.parse_args()
    target, plan = chosen(options)
    return finish(power_cuts(target, plan, options.changes, strict=options.strict))


if __name__ == "__main__":
    sys.exit(main())
