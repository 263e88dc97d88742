"""Every fault script on the installed cartui: `make faults`.

Prints a line for each script, the totals, and a table for docs/quality.md. Exit code 1 when
anything acknowledged was lost or any damage was shown as good.
"""

from __future__ import annotations

import argparse
import sys
import time

import msgspec

from tests.faults.campaign import CAMPAIGNS, Campaign
from tests.faults.tally import Plan, Tally
from tests.faults.target import Target, named

OWN = ("hostile_text", "bitrot-practice")
"""Scripts that only make sense on cartui."""


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """One campaign's result, or why there is none."""

    campaign: Campaign
    seconds: float = 0.0
    tally: Tally | None = None
    lacking: str = ""

    def row(self) -> str:
        """One line of the table."""
        promise = self.campaign.promise
        if self.tally is None:
            return f"| {promise} | not run: {self.lacking} | - | - |"
        tally, took = self.tally, f"{self.seconds:.0f} s"
        words = ", ".join(f"{n} {word}" for word, n in sorted(tally.counts.items()))
        return f"| {promise} | {tally.trials} ({words}) | {tally.bad} | {took} |"


def go(campaign: Campaign, target: Target, plan: Plan) -> Done:
    """Run one campaign, or say why it cannot be."""
    if lacking := campaign.lacking():
        print(f"{campaign.name}: NOT RUN, {lacking}", flush=True)
        return Done(campaign=campaign, lacking=lacking)
    began = time.monotonic()
    tally = campaign.attack(target, plan)
    done = Done(campaign=campaign, tally=tally, seconds=time.monotonic() - began)
    print(f"{tally.line()}  [{done.seconds:.0f} s]", flush=True)
    return done


def summary(target: Target, done: list[Done]) -> str:
    """The totals and the table."""
    ran = [d.tally for d in done if d.tally is not None]
    trials, bad = sum(t.trials for t in ran), sum(t.bad for t in ran)
    missing = len(done) - len(ran)
    head = f"{target.name}: {trials} trials, {bad} bad" + (f", {missing} not run" * bool(missing))
    table = ["| fault | trials (what came of them) | bad | time |", "| --- | --- | --- | --- |"]
    return "\n".join(["", head, "", *table, *(d.row() for d in done)])


def main() -> int:
    """Run from the command line."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--full", action="store_true", help="the whole length (the default)")
    words.add_argument("--short", action="store_true", help="a tenth or less, as in CI")
    words.add_argument("--target", default="cartui")
    words.add_argument("--drop", default="", help="leave one property out of a reference target")
    words.add_argument("--only", nargs="*", default=[], help="these scripts only")
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--workers", type=int, default=2)
    options = words.parse_args()
    target = named(options.target, drop=options.drop)
    done = []
    for campaign in CAMPAIGNS:
        count = campaign.short if options.short else campaign.full
        chosen = campaign.name in options.only if options.only else count > 0
        if chosen and (target.wraps_itself or campaign.name not in OWN):
            plan = Plan(trials=max(1, count), seed=options.seed, workers=options.workers)
            done.append(go(campaign, target, plan))
    print(summary(target, done))
    return 1 if any(d.tally is not None and d.tally.bad for d in done) else 0


if __name__ == "__main__":
    sys.exit(main())
