"""The workspaces that are measured: the practice programmes, and made ones of several sizes."""

from __future__ import annotations

import shutil
from pathlib import Path

from benchmarks.make_large import Size, make, members
from cartui.model.kinds import OPEN
from cartui.model.people import Group
from cartui.practice import fresh_copy, programmes
from cartui.services.meeting_run_kept import KeptRun
from cartui.services.meeting_running import RunningMeeting
from cartui.services.meetings import Meetings
from cartui.store.identity import Identity
from cartui.store.workspace import Workspace

SIZES = {
    "small": Size(people=100, cards=100, groups=2, rules=7, words=2_000, comments=20),
    "review": Size(people=10, cards=1, groups=1, words=50_000, comments=200),
    "middle": Size(people=1_000, cards=300, groups=10, meetings=60),
    "large": Size(
        people=10_000, cards=5_000, groups=10, rules=50, words=50_000, comments=1_000, meetings=60
    ),
    "1,000 records": Size(people=1_000, cards=0, groups=0),
    "5,000 records": Size(people=5_000, cards=0, groups=0),
}

PRACTICE = dict(zip(("practice", "programme"), programmes(), strict=True))
"""The shipped programmes: one group, and four with 87 people."""


def made(name: str, shelf: Path) -> Path:
    """The workspace of that name, made on first use and then kept on the shelf."""
    folder = shelf / name.replace(" ", "-").replace(",", "")
    if not folder.exists():
        shelf.mkdir(parents=True, exist_ok=True)
        half_made = folder.with_name(folder.name + ".half")
        shutil.rmtree(half_made, ignore_errors=True)
        if name in PRACTICE:
            fresh_copy(PRACTICE[name], half_made)
            _close_once(half_made)
        else:
            make(half_made, SIZES[name])
        half_made.rename(folder)
    return folder


def copied(name: str, shelf: Path, to: Path) -> Path:
    """A copy of one's own, without the earlier generations: they are not read."""
    shutil.copytree(made(name, shelf), to, ignore=shutil.ignore_patterns("generations"))
    return to


def begin(folder: Path, state: Path) -> None:
    """Begin the first meeting of a workspace, as this machine's `state` folder keeps it."""
    workspace = Workspace.open(folder, open_kinds=OPEN, identity=Identity(device="be" * 16))
    try:
        group = next(uid for uid in workspace.table(Group) if _meetings(workspace, uid).meetings())
        meetings = _meetings(workspace, group)
        kept = KeptRun(state, workspace, workspace.moment)
        uid = meetings.meetings()[0].uid
        running = RunningMeeting(meetings, kept, uid, workspace.moment)
        running.begin()
        meetings.begin(running.meeting)
    finally:
        workspace.close()


def _close_once(folder: Path) -> None:
    """Open a copy and close it: from then on it has its tables, as every workspace in use."""
    Workspace.open(folder, open_kinds=OPEN, identity=Identity(device="be" * 16)).close()


def _meetings(workspace: Workspace, group: str) -> Meetings:
    return Meetings(workspace, members, group)
