"""The whole meeting of product.md d1 through the real program; the plug is pulled at random.

The long form, the plug pulled twenty times: `MEETING_PULLS=20 pytest tests/e2e/test_meeting.py`.
"""

import os
from pathlib import Path

from tests.e2e import meeting_between
from tests.e2e.conftest import Open
from tests.e2e.meeting_desk import meeting_of
from tests.e2e.meeting_script import AGENDA, held
from tests.hostile import alive

PULLS = int(os.environ.get("MEETING_PULLS", "3"))
SEED = int(os.environ.get("MEETING_SEED", "1"))


def test_two_hours_and_nothing_is_needed_outside_the_program(
    open_cartui: Open, tmp_path: Path
) -> None:
    desk = held(tmp_path / "workspace", tmp_path / "clock", open_cartui, (40, 120))
    meeting = meeting_of(tmp_path / "workspace")
    assert meeting.began_at
    assert meeting.closed_at
    assert alive(bytes(desk.terminal.sent)) == []
    assert {meeting_between.TALKED, meeting_between.NOTICED} <= set(desk.said)
    assert b"private: " not in bytes(desk.terminal.sent).split(b"FRONT members")[-1]


def test_killed_at_random_moments_nothing_is_lost_and_it_opens_in_the_same_place(
    open_cartui: Open, tmp_path: Path
) -> None:
    desk = held(
        tmp_path / "workspace", tmp_path / "clock", open_cartui, (24, 80), pulls=PULLS, seed=SEED
    )
    assert desk.pulled == PULLS
    assert meeting_of(tmp_path / "workspace").closed_at
    assert len(desk.said) >= 2
    assert len(AGENDA) == 13
