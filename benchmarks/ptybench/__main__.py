"""Measure any terminal program from outside, in a pseudo-terminal.

  python -m benchmarks.ptybench -p NAME 'COMMAND' [-w REGEX] [-k 'down up'] ... [-p NAME2 ...]

Options that follow a -p belong to that program. Ratios are to the first. How it stays honest on a
small noisy machine: output is stamped as it is read and parsed afterwards; all programs are
measured in one run, interleaved, and compared pair by pair; CPU time is given beside wall time; a
fixed spin loop is timed all along (noise = its p95/min: over 1.5, run again).
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from benchmarks.ptybench.contender import Contender, Terms
from benchmarks.ptybench.priority import be_nice
from benchmarks.ptybench.report import kept, printed
from benchmarks.ptybench.rounds import run

OF_A_PROGRAM = {
    "-w --wait": ("wait", "the program has started when this regex is on the screen"),
    "-k --keys": ("keys", "keys pressed in turn: down enter ctrl+x f2, or any character"),
    "--expect": ("expect", "a press is painted when this matches; {n} is its number"),
    "--pre": ("pre", "keys sent once before measuring"),
    "--pre-wait": ("pre_wait", "wait for this regex after --pre"),
    "--quit": ("quit", "keys that end it: measure the exit too"),
    "--env": ("env", "K=V"),
    "--cwd": ("cwd", "its working folder"),
    "--copy": ("copy", "FROM=TO: a fresh copy before each launch"),
}


class NewProgram(argparse.Action):
    """-p NAME COMMAND."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: str | Sequence[Any] | None,
        option_string: str | None = None,
    ) -> None:
        """Begin a program."""
        name, command = map(str, values or ("", ""))
        namespace.programs.append(Contender(name=name, command=command))


class OfProgram(argparse.Action):
    """An option of the program before it."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: str | Sequence[Any] | None,
        option_string: str | None = None,
    ) -> None:
        """Add to that program."""
        if not namespace.programs:
            parser.error(f"{option_string} must follow a -p")
        program: Contender = namespace.programs[-1]
        if self.dest == "once":
            program.once = True
        elif self.dest in ("env", "copy"):
            left, _, right = str(values).partition("=")
            if self.dest == "env":
                program.env[left] = right
            else:
                program.copy.append((left, right))
        else:
            setattr(program, self.dest, values)


def parser() -> argparse.ArgumentParser:
    """All options."""
    words = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    words.set_defaults(programs=[])
    words.add_argument("-p", "--program", nargs=2, metavar=("NAME", "COMMAND"), action=NewProgram)
    for flags, (name, meaning) in OF_A_PROGRAM.items():
        words.add_argument(*flags.split(), dest=name, action=OfProgram, help=meaning)
    words.add_argument("--once", dest="once", nargs=0, action=OfProgram, help="runs until it exits")
    for field in msgspec.structs.fields(Terms):
        flag = "--" + field.name.replace("_s", "").replace("_", "-")
        if field.name == "solo":
            words.add_argument("--solo", action="store_true", help="one alive at a time")
        elif field.name == "sync":
            words.add_argument("--no-sync", dest="sync", action="store_false")
        else:
            kind = type(field.default)
            words.add_argument(flag, dest=field.name, type=kind, default=field.default)
    words.add_argument("--nice", type=int, default=0, help="root: -10 on a busy machine")
    words.add_argument("--json", type=Path, help="write everything here")
    words.add_argument("--show", action="store_true", help="print each program's last screen")
    return words


def main() -> int:
    """Run from the command line."""
    words = parser()
    options = words.parse_args()
    if not options.programs:
        words.error("no program: -p NAME COMMAND")
    if options.nice:
        be_nice(options.nice)
    names = [field.name for field in msgspec.structs.fields(Terms)]
    terms = Terms(**{name: getattr(options, name) for name in names})
    noise = run(options.programs, terms)
    if options.json:
        options.json.write_bytes(msgspec.json.encode(kept(options.programs, terms, noise)))
    print(printed(options.programs, terms, noise))
    for program in options.programs if options.show else []:
        print(
            f"--- {program.name}\n" + "\n".join(x.rstrip() for x in program.last_screen.split("\n"))
        )
    return 1 if any(program.notes for program in options.programs) else 0


if __name__ == "__main__":
    sys.exit(main())
