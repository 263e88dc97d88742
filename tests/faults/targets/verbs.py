"""The verbs of a target, and the calibration targets' way to them.

  work DIR N START   make N changes (tokens START..START+N-1); after each save that RETURNED, print
                     "ACK <token>" and flush. Exit non-zero on refusal.
  read DIR           print each token present and whole, one a line, then "DIGEST <hex>" of all
                     content; "WARN <text>" if it is shown with a warning. Exit non-zero (reason
                     on stderr) rather than show bad data.
  readmany           for each DIR on stdin one JSON line: code, tokens, digest, reason, warning.

Odd tokens grow a file by FAULT_FILLER bytes (24 KB), even ones are small: a save must survive both.
FAULT_PACE is a pause between changes, in seconds.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

Doc = dict[str, Any]


class Store(Protocol):
    """What a calibration target can do."""

    def change(self, token: int) -> None:
        """Save one change durably."""

    def content(self) -> list[Doc]:
        """All records; those with a "token" are the notes."""

    def close(self) -> None:
        """Let go of files."""


Opener = Callable[[Path, bool], Store]


def filler(token: int) -> str:
    """What an odd token drags along."""
    return "x" * int(os.environ.get("FAULT_FILLER", "24000")) if token % 2 else ""


def dropped() -> set[str]:
    """The properties that a reference target leaves out in this run."""
    return set(os.environ.get("REF_DROP", "").split(",")) - {""}


def work(store: Store, count: int, start: int) -> None:
    """Make changes, one by one, acknowledging each."""
    pace = float(os.environ.get("FAULT_PACE", "0"))
    for token in range(start, start + count):
        store.change(token)
        os.write(1, b"ACK %d\n" % token)
        if pace:
            time.sleep(pace)


def reading(open_store: Opener, folder: Path) -> Doc:
    """What `read` and `readmany` show; every failure is a refusal."""
    shown = {"code": 0, "tokens": [], "digest": "", "reason": "", "warning": ""}
    try:
        store = open_store(folder, False)
        content = store.content()
        store.close()
        shown["tokens"] = sorted(doc["token"] for doc in content if "token" in doc)
    except Exception as problem:
        return shown | {"code": 1, "reason": f"{type(problem).__name__}: {problem}"[:160]}
    canonical = sorted(json.dumps(doc, sort_keys=True) for doc in content)
    digest = hashlib.sha256(json.dumps(canonical).encode()).hexdigest()
    return shown | {"digest": digest}


def main(open_store: Opener) -> int:
    """Do the verb on the command line."""
    verb, *rest = sys.argv[1:]
    if verb == "work":
        work(open_store(Path(rest[0]), True), int(rest[1]), int(rest[2]))
        return 0
    if verb == "readmany":
        for line in sys.stdin:
            print(json.dumps(reading(open_store, Path(line.rstrip("\n")))), flush=True)
        return 0
    shown = reading(open_store, Path(rest[0]))
    if shown["code"]:
        print(shown["reason"], file=sys.stderr)
        return int(shown["code"])
    print(*shown["tokens"], sep="\n")
    print("DIGEST", shown["digest"])
    return 0
