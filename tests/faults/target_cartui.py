"""The installed cartui as a target, driven through its command line only.

`work` keeps one `cartui note add --stdin` and gives it a line for each token; `read` takes the
tokens out of `cartui export json -`. What this device remembers stands beside the workspace, so
that a copy of the room is the same device. `readmany` runs the program's own entry point in forks
of one interpreter that has it imported already (warm.py), which only saves its start.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tests.faults.targets.verbs import filler
from tests.faults.warm import Warm

TOKEN = re.compile(r"practice note (\d+) é (\d+) (x*)\.$")
REFUSED = 3
ID = re.compile(r"^\S+$")


def program() -> list[str]:
    """The installed program: FAULT_CARTUI, or the `cartui` beside this interpreter."""
    if said := os.environ.get("FAULT_CARTUI"):
        return shlex.split(said)
    beside = str(Path(sys.executable).parent)
    found = shutil.which("cartui", path=beside) or shutil.which("cartui")
    if found is None:
        raise SystemExit("cartui is not installed here")
    return [found]


def surroundings(folder: Path) -> dict[str, str]:
    """An environment in which the program knows nothing but this room."""
    env = {k: v for k, v in os.environ.items() if not k.startswith(("CARTUI_", "XDG_"))}
    for name in ("PYTHONPATH", "PYTHONDONTWRITEBYTECODE", "FAULT_WRAP"):
        env.pop(name, None)
    device = os.environ.get("FAULT_STATE", "state")
    beside = folder.parent / device
    return env | {"CARTUI_STATE": str(beside / "cartui"), "HOME": str(beside)}


def note(token: int) -> str:
    """The line for a token; odd ones are long, so that files grow, and say how long they are."""
    long = filler(token)
    return f"practice note {token} é {len(long)} {long}."


def whole(text: str) -> int | None:
    """The token of a note that has come back as it was written."""
    match = TOKEN.match(text)
    return int(match[1]) if match and len(match[3]) == int(match[2]) else None


def work(folder: Path, count: int, start: int) -> int:
    """Add notes one by one; each is acknowledged when its id has come back."""
    wrap = json.loads(os.environ.get("FAULT_WRAP", "[]"))
    pace = float(os.environ.get("FAULT_PACE", "0"))
    command = [*wrap, *program(), "note", "add", "--stdin", "--data", str(folder)]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=surroundings(folder),
        cwd=os.sep,
    ) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        try:
            for token in range(start, start + count):
                running.stdin.write(note(token) + "\n")
                running.stdin.flush()
                if not ID.match(running.stdout.readline()):
                    break
                os.write(1, b"ACK %d\n" % token)
                time.sleep(pace)
            running.stdin.close()
        except BrokenPipeError:
            running.stdin = None  # it has gone; its exit code says why
        return running.wait()


def export(folder: Path) -> list[str]:
    """The command that shows everything, with FAULT_BACK the back stage too."""
    back = ["--include-back", "--yes"] if os.environ.get("FAULT_BACK") else []
    return [*program(), "export", "json", "-", *back, "--data", str(folder)]


def shown(code: int, out: str, complaint: str) -> dict[str, Any]:
    """What an export says, in the form of `readmany`.

    Exit 3 says that something could not be read; what could be is still given, and is taken.
    """
    said = " / ".join(line for line in complaint.splitlines() if line.strip())[:300]
    refused = {"code": code, "tokens": [], "digest": "", "reason": said, "warning": ""}
    if code not in (0, REFUSED):
        return refused
    try:
        found = content(json.loads(out)["records"])
    except (ValueError, LookupError, TypeError, AttributeError) as problem:
        if code == REFUSED:
            return refused
        return refused | {"code": 125, "reason": f"exit 0, the export is not whole: {problem!r}"}
    return found | {"code": code, "reason": said if code else "", "warning": said}


def content(records: dict[str, list[dict[str, Any]]]) -> dict[str, Any]:
    """The tokens whose notes are whole, and the digest of all records."""
    found = []
    for record in (r for kind in records.values() for r in kind):
        for text in (v for v in record.values() if isinstance(v, str)):
            if (token := whole(text)) is not None:
                found.append(token)
    canonical = {
        kind: sorted(json.dumps(r, sort_keys=True) for r in some)
        for kind, some in sorted(records.items())
        if some
    }
    digest = hashlib.sha256(json.dumps(canonical).encode()).hexdigest()
    return {"tokens": sorted(found), "digest": digest}


def read(folder: Path) -> int:
    """Show one workspace."""
    ran = subprocess.run(
        export(folder), capture_output=True, text=True, env=surroundings(folder), cwd=os.sep
    )
    seen = shown(ran.returncode, ran.stdout, ran.stderr)
    if seen["digest"]:
        print(*seen["tokens"], sep="\n")
        print("DIGEST", seen["digest"])
    if seen["warning"]:
        print("WARN", seen["warning"])
    if seen["reason"]:
        print(seen["reason"], file=sys.stderr)
    return int(seen["code"])


def readmany(folders: Iterable[Path]) -> int:
    """Show many workspaces, one JSON line each."""
    warm = Warm("cartui")
    for folder in folders:
        ran = warm.run(export(folder)[1:], surroundings(folder))
        print(json.dumps(shown(ran.code, ran.out, ran.complaint)), flush=True)
    return 0


def main() -> int:
    """Do the verb on the command line."""
    verb, *rest = sys.argv[1:]
    if verb == "work":
        return work(Path(rest[0]), int(rest[1]), int(rest[2]))
    if verb == "read":
        return read(Path(rest[0]))
    return readmany(Path(line.rstrip("\n")) for line in sys.stdin)


if __name__ == "__main__":
    sys.exit(main())
