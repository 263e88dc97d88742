"""Speed, measured: `make bench`.

One interleaved run of two bare programs and the installed cartui, on the practice programme and on
made workspaces up to 10,000 people and 5,000 cards; then the store beside bare durable writes. All
as ratios: milliseconds are this machine on this day. Prints both raw tables and a Markdown table of
the budgets. Exit code 1 when a budget is missed. Linux; a few minutes.
"""

from __future__ import annotations

import argparse
import asyncio
import shutil
import sys
import tempfile
from pathlib import Path

import msgspec

from benchmarks import goals
from benchmarks.durable import Cost, Freeze, freeze, saves, tables
from benchmarks.goals import Goal
from benchmarks.programs import all_programs
from benchmarks.ptybench.contender import Contender, Terms
from benchmarks.ptybench.figures import NOISY, Noise
from benchmarks.ptybench.priority import be_nice
from benchmarks.ptybench.report import kept, printed
from benchmarks.ptybench.rounds import run
from benchmarks.workspaces import copied

SCREENED = ("practice", "middle", "large")


def judged(programs: dict[str, Contender]) -> list[Goal]:
    """What the interleaved run says of budgets 1, 3, 4, 5, 6 and 11."""
    hello, found = programs["hello"], list[Goal]()
    for name in SCREENED:
        found += goals.starts(hello, programs[f"{name} board"])
    for name in SCREENED:
        for screen in ("board", "people"):
            found += goals.keys(hello, programs[f"{name} {screen}"])
    for screen in ("home", "rules", "drafts"):
        found += goals.keys(hello, programs[f"programme {screen}"])
    found += goals.keys(hello, programs["large rules"])
    for name in ("middle", "large"):
        found += goals.starts(hello, programs[f"{name} meeting"], " in a meeting")
        found += goals.keys(hello, programs[f"{name} meeting"])
        found += goals.keys(hello, programs[f"{name} meetings"])
    for name in ("programme", "large"):
        found += goals.keys(hello, programs[f"{name} draft"], "7")
        found += goals.verdicts(programs[f"{name} verdict"])
    for screen in ("draft", "verdict"):
        found += goals.review(programs[f"review {screen}"])
    found += goals.starts(hello, programs["programme home"])
    for screen in ("board", "people", "draft"):
        found += goals.growth(programs[f"small {screen}"], programs[f"large {screen}"])
    found += goals.filtering(programs["input"], programs["5,000 records filter"])
    return found + goals.lag_while_saving(programs["middle board, saving"])


def stored(shelf: Path, scratch: Path, rounds: int, noise: Noise) -> list[Goal]:
    """Budgets 10 and 11, beside the bare writes."""
    folders = {name: copied(name, shelf, scratch / f"save-{name}") for name in SCREENED}
    noise.tick()
    costs: dict[str, Cost] = saves(folders, scratch, 20 * rounds)
    table = tables(copied("1,000 records", shelf, scratch / "table"), scratch, 6 * rounds)
    stops: dict[str, Freeze] = {}
    for name in ("practice", "1,000 records", "5,000 records", "large"):
        noise.tick()
        folder = copied(name, shelf, scratch / f"stop-{name}")
        stops[name] = asyncio.run(freeze(folder, rounds))
    return goals.durable(costs, table) + goals.freezes(stops)


def table(found: list[Goal], noise: Noise) -> str:
    """The Markdown table."""
    order = sorted(found, key=lambda goal: int(goal.number))
    head = [
        "| budget | of | limit | measured | met | noise |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    met = sum(goal.met for goal in found if goal.limit is not None)
    limited = sum(goal.limit is not None for goal in found)
    last = f"\n{met} of {limited} limits met; noise of the machine {noise.level}"
    noisy = f" (over {NOISY}: run again on a quiet machine)" if noise.level > NOISY else ""
    return "\n".join([*head, *(goal.row(noise.level) for goal in order), last + noisy])


def options() -> argparse.Namespace:
    """The command line."""
    words = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    words.add_argument("--rounds", type=int, default=5)
    words.add_argument("--presses", type=int, default=30)
    words.add_argument("--shelf", type=Path, help="keep the made workspaces here for next time")
    words.add_argument("--nice", type=int, default=0, help="root: -10 on a busy machine")
    words.add_argument("--json", type=Path, help="write every start and press here")
    return words.parse_args()


def main() -> int:
    """Run from the command line."""
    said = options()
    if said.nice:
        be_nice(said.nice)
    scratch = Path(tempfile.mkdtemp(prefix="bench-"))
    shelf = said.shelf or scratch / "shelf"
    terms = Terms(rounds=said.rounds, presses=said.presses, burst=30)
    try:
        programs = all_programs(shelf, scratch / "side-by-side")
        noise = run(list(programs.values()), terms)
        print(printed(list(programs.values()), terms, noise), "\n", flush=True)
        found = judged(programs) + stored(shelf, scratch, said.rounds, noise)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    if said.json:
        said.json.write_bytes(msgspec.json.encode(kept(list(programs.values()), terms, noise)))
    print(table(found, noise))
    failed = any(program.notes for program in programs.values())
    return 1 if failed or not all(goal.met for goal in found) else 0


if __name__ == "__main__":
    sys.exit(main())
