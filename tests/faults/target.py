"""The target under attack, and its room.

A **target** is any program with the verbs of `targets/verbs.py`. A **room** is one folder that
holds all a target keeps for one trial: the workspace in `room/ws`, and, outside the workspace as on
a real machine, what the target remembers about this device in `room/state`.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

ROOT = Path(__file__).resolve().parents[2]
LIMIT = 120.0
"""Seconds after which a target counts as hung."""


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """What a target showed of a room: exit code, tokens found whole, digest of all content."""

    code: int
    tokens: tuple[int, ...] = ()
    digest: str = ""
    reason: str = ""
    warning: str = ""


class Work(msgspec.Struct, frozen=True, kw_only=True):
    """How a run of changes ended: the tokens acknowledged as saved, exit code, last complaint."""

    code: int
    acked: tuple[int, ...]
    reason: str = ""


class Target(msgspec.Struct, frozen=True, kw_only=True):
    """A program under attack, reached through its verbs only.

    `wraps_itself`: the target starts the program that is really tested, so a tracer must go round
    that one; it is then handed over in FAULT_WRAP. `refusals`: the exit codes with which the
    program may refuse to show a damaged state (empty: any but 0, for the calibration targets).
    """

    name: str
    command: tuple[str, ...]
    wraps_itself: bool = False
    refusals: tuple[int, ...] = ()
    env: dict[str, str] = {}

    def honest(self, code: int) -> bool:
        """True for 0 and for the exit codes of an honest refusal."""
        return code == 0 or not self.refusals or code in self.refusals

    def work_command(
        self, room: Path, count: int, start: int, wrap: Sequence[str] = ()
    ) -> tuple[list[str], dict[str, str]]:
        """The command and environment that make `count` changes, tokens from `start` on."""
        env = environment(self.env)
        verb = [*self.command, "work", str(room / "ws"), str(count), str(start)]
        if self.wraps_itself and wrap:
            env["FAULT_WRAP"] = msgspec.json.encode(list(wrap)).decode()
            return verb, env
        return [*wrap, *verb], env

    def work(
        self, room: Path, count: int, start: int, wrap: Sequence[str] = (), **env: str
    ) -> Work:
        """Make changes and wait for the end."""
        command, base = self.work_command(room, count, start, wrap)
        ran = run(command, base | env)
        return Work(code=ran.returncode, acked=acks(ran.stdout), reason=last_line(ran.stderr))

    def read(self, room: Path) -> Reading:
        """Ask the target what it holds."""
        ran = run([*self.command, "read", str(room / "ws")], environment(self.env))
        lines = ran.stdout.splitlines()
        digests = [line.split()[1] for line in lines if line.startswith("DIGEST ")]
        return Reading(
            code=ran.returncode,
            tokens=tuple(int(line) for line in lines if line.isdigit()),
            digest=digests[0] if digests else "",
            reason=last_line(ran.stderr),
            warning=next((line[5:] for line in lines if line.startswith("WARN ")), ""),
        )

    def readmany(self, rooms: Iterable[Path]) -> list[Reading]:
        """`read` for many rooms, in one process where the target can."""
        asked = "".join(f"{room / 'ws'}\n" for room in rooms)
        ran = subprocess.run(
            [*self.command, "readmany"],
            input=asked,
            stdout=subprocess.PIPE,
            text=True,
            env=environment(self.env),
            cwd=ROOT,
            check=True,
        )
        return [msgspec.json.decode(line, type=Reading) for line in ran.stdout.splitlines()]

    def seed(self, room: Path, count: int = 20, **env: str) -> int:
        """Fill a new room with tokens 1..count; returns count."""
        room.mkdir(parents=True, exist_ok=True)
        done = self.work(room, count, 1, **env)
        if done.code or len(done.acked) != count:
            raise SystemExit(f"{self.name} cannot even do its work: {done.reason}")
        return count


def named(name: str, *, drop: str = "", python: str = sys.executable) -> Target:
    """The target of that name: `cartui`, or a calibration target of `targets/`, less one part."""
    module = "tests.faults.target_cartui" if name == "cartui" else f"tests.faults.targets.{name}"
    command = (python, "-m", module)
    if name == "cartui":
        return Target(name=name, command=command, wraps_itself=True, refusals=(3,))
    shown = f"{name} without {drop}" if drop else name
    return Target(name=shown, command=command, env={"REF_DROP": drop} if drop else {})


def environment(extra: dict[str, str]) -> dict[str, str]:
    """This environment, without what slows a start or buffers an acknowledgement."""
    env = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return env | {"PYTHONPATH": str(ROOT)} | extra


def run(command: Sequence[str], env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run to the end; a hang becomes exit code 124 with what was printed so far."""
    try:
        return subprocess.run(
            command, capture_output=True, text=True, env=env, cwd=ROOT, timeout=LIMIT
        )
    except subprocess.TimeoutExpired as late:
        said = late.stdout.decode(errors="replace") if isinstance(late.stdout, bytes) else ""
        return subprocess.CompletedProcess(command, 124, said, f"hung for {LIMIT:.0f} s")


def acks(text: str) -> tuple[int, ...]:
    """The tokens acknowledged in a target's output; a half-written last line does not count."""
    whole = text.split("\n")[:-1]
    return tuple(int(x[4:]) for x in whole if x.startswith("ACK ") and x[4:].isdigit())


def last_line(text: str) -> str:
    """The last thing said, short enough for a report."""
    lines = text.strip().splitlines()
    return lines[-1][:160] if lines else ""
