"""A raised priority that really counts.

Where the kernel groups processes by session, niceness only orders the processes within one; each
program that is measured has a session of its own, so its group must be raised too.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

GROUP = Path("/proc/self/autogroup")


def be_nice(level: int) -> None:
    """Set this process's niceness (below 0 needs root), and its group's."""
    os.setpriority(os.PRIO_PROCESS, 0, level)
    take_along()


def take_along() -> None:
    """Give this session's group the niceness of this process."""
    level = os.getpriority(os.PRIO_PROCESS, 0)
    if level and GROUP.exists():
        with contextlib.suppress(OSError):
            GROUP.write_text(str(level))
