"""What was measured, as tables to read and as records to keep."""

from __future__ import annotations

from typing import Any

import msgspec

from benchmarks.ptybench.contender import Contender, Terms
from benchmarks.ptybench.figures import NOISY, Noise, Ratio, Spread, percentile, ratio, spread

Table = list[list[str]]


def spreads(program: Contender) -> dict[str, Spread | None]:
    """Every measure of one program."""
    found = {k: spread(getattr(s, k) for s in program.starts) for k in ("match", "quiet", "cpu")}
    for name in ("paint", "done", "cpu", "size", "frames"):
        found[f"key_{name}"] = spread(getattr(press, name) for press in program.presses)
    for name in ("lag", "cpu_per_key"):
        found[f"held_{name}"] = spread(getattr(burst, name) for burst in program.bursts)
    return found | {"rss": spread(program.rss), "exit": spread(program.exits)}


def missed(program: Contender) -> int:
    """How many presses never changed the screen."""
    return sum(press.paint is None for press in program.presses)


def against(base: Contender, program: Contender) -> dict[str, Ratio | None]:
    """The ratios of one program to another, pair by pair; the p95s over all."""

    def pairs(part: str, name: str) -> Ratio | None:
        one, two = getattr(base, part), getattr(program, part)
        return ratio([getattr(x, name) for x in one], [getattr(x, name) for x in two])

    found = {name: pairs("starts", name) for name in ("match", "quiet", "cpu")}
    found |= {f"key_{name}": pairs("presses", name) for name in ("paint", "done", "cpu", "size")}
    one, two = ([p.paint for p in x.presses if p.paint] for x in (base, program))
    if one and two:
        x = round(percentile(two, 95) / percentile(one, 95), 3)
        found["key_paint_p95"] = Ratio(x, x, x)
    return found | {"rss": ratio(base.rss, program.rss)}


def kept(programs: list[Contender], terms: Terms, noise: Noise) -> dict[str, Any]:
    """Everything, for a JSON file."""
    return {
        "terms": msgspec.to_builtins(terms),
        "noise": noise.level,
        "programs": [msgspec.to_builtins(program) for program in programs],
    }


def printed(programs: list[Contender], terms: Terms, noise: Noise) -> str:
    """Both tables."""
    noisy = "  (NOISY: run again)" if noise.level > NOISY else ""
    head = (
        f"# {terms.cols}x{terms.rows}, {terms.rounds} rounds, {terms.presses} presses each; "
        f"spin p50 {noise.spin_ms} ms, noise {noise.level}{noisy}"
    )
    parts = [head, aligned(measured(programs))]
    if len(programs) > 1:
        parts += [f"\n# ratio to {programs[0].name} (median of pairs, [p10..p90])"]
        parts += [aligned(ratios(programs))]
    parts += [f"! {program.name}: {note}" for program in programs for note in program.notes]
    return "\n".join(parts)


def measured(programs: list[Contender]) -> Table:
    """Milliseconds, bytes and frames."""
    head = ("program", "match", "quiet", "cpu", "rss", "paint50", "p95", "max", "done50", "done95")
    table = [[*head, "cpu/key", "B/key", "frames", "lag", "exit", "missed"]]
    for program in programs:
        found = spreads(program)
        columns = (
            ("match", "p50", 0), ("quiet", "p50", 0), ("cpu", "p50", 0), ("rss", "p50", 0),
            ("key_paint", "p50", 1), ("key_paint", "p95", 1), ("key_paint", "max", 1),
            ("key_done", "p50", 1), ("key_done", "p95", 1), ("key_cpu", "p50", 1),
            ("key_size", "p50", 0), ("key_frames", "p50", 0), ("held_lag", "p50", 0),
            ("exit", "p50", 0),
        )  # fmt: skip
        row = [shown(found[name], part, digits) for name, part, digits in columns]
        table.append([program.name, *row, str(missed(program))])
    return table


def shown(found: Spread | None, part: str, digits: int) -> str:
    """One number of a spread."""
    return "-" if found is None else f"{getattr(found, part):.{digits}f}"


def ratios(programs: list[Contender]) -> Table:
    """Each against the first."""
    names = ("match", "quiet", "cpu", "rss", "key_paint", "key_paint_p95", "key_done", "key_cpu")
    table = [["program", *names]]
    for program in programs[1:]:
        found = against(programs[0], program)
        table.append([program.name, *(str(found.get(name) or "-") for name in names)])
    return table


def aligned(table: Table) -> str:
    """Columns that stand under one another."""
    widths = [max(len(row[i]) for row in table) for i in range(len(table[0]))]
    return "\n".join(
        "  ".join(
            word.rjust(width) if i else word.ljust(width)
            for i, (word, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in table
    )
