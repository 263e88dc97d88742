"""Two simulated hours of a meeting, second by second where it matters: right within one second.

The clock that is moved is the machine's: it sleeps, it is carried into another time zone, summer
time begins and ends on it. How long has really passed is counted beside it.
"""

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cartui.store.identity import Identity
from tests.conftest import StillClock
from tests.services.meeting_bench import PARTS, MeetingBench

NIGHTS = (datetime(2026, 3, 29, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 0, 30, tzinfo=UTC))
"""Half an hour before Europe's clocks go forward, and before they go back."""


@pytest.fixture
def in_zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    yield monkeypatch
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def bench(
    workspace_folder: Path, tmp_path: Path, identity: Identity, clock: StillClock
) -> MeetingBench:
    return MeetingBench(workspace_folder, tmp_path / "state", identity, clock)


def seconds(digits: str) -> int:
    """Return the seconds that digits stand for."""
    minutes, _, rest = digits.partition(":")
    return int(minutes) * 60 + int(rest)


@pytest.mark.parametrize("night", NIGHTS, ids=lambda each: f"{each:%d %b}")
def test_over_two_hours_with_sleep_zones_and_summer_time(
    bench: MeetingBench, clock: StillClock, in_zone: pytest.MonkeyPatch, night: datetime
) -> None:
    in_zone.setenv("TZ", "Europe/London")
    time.tzset()
    clock.now, real = night, 0.0
    running = bench.begin()
    bench.running.set_minutes(120)
    worst = 0.0
    for minute in range(120):
        slept = 313.0 if minute % 40 == 39 else 60.0  # the lid is closed now and then
        clock.pass_time(seconds=slept)
        real += slept
        if minute == 50:
            in_zone.setenv("TZ", "Asia/Kolkata")
            time.tzset()
        clock.now = clock.now.astimezone()  # as the machine tells it, in its zone of now
        if minute in (30, 90):
            running = bench.killed_and_opened()
        left = max(0.0, 7200 - real)
        worst = max(worst, abs(seconds(bench.digits()) - left))
        assert abs(running.behind() - max(0.0, real - 600)) <= 1
    assert worst <= 1
    assert running.ends is not None
    assert running.ends.timestamp() == night.timestamp() + 100 * 60


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["wait", "wait", "next", "back", "pause", "more", "crash", "zone"]),
        st.floats(0, 900),
    ),
    max_size=25,
)
ZONES = ("UTC", "America/St_Johns", "Pacific/Auckland", "Europe/Berlin")


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=STEPS)
def test_whatever_is_pressed_what_ran_is_what_passed(
    tmp_path_factory: pytest.TempPathFactory, identity: Identity, clock: StillClock,
    in_zone: pytest.MonkeyPatch, steps: list[tuple[str, float]],
) -> None:  # fmt: skip
    place = tmp_path_factory.mktemp("run")
    bench = MeetingBench(place / "w", place / "s", identity, clock)
    bench.begin()
    ran, at, runs = [0.0] * len(PARTS), 0, True
    for number, (step, much) in enumerate(steps):
        if step == "wait":
            clock.pass_time(seconds=much)
            ran[at] += much if runs else 0
        elif step in ("next", "back"):
            way = 1 if step == "next" else -1
            moves = 0 <= at + way < len(PARTS)
            assert bench.running.turn(way) is moves
            at += way if moves else 0
        elif step == "pause":
            bench.running.start_or_pause()
            runs = not runs
        elif step == "more":
            bench.running.more(1)
        elif step == "crash":
            bench.killed_and_opened()
        else:
            in_zone.setenv("TZ", ZONES[number % len(ZONES)])
            time.tzset()
            clock.now = clock.now.astimezone()
    found = [bench.running.ran(each) for each in bench.running.agenda]
    assert found == pytest.approx(ran, abs=1)
    assert bench.running.at == at
    left = bench.minutes()[at] * 60 - ran[at]
    assert seconds(bench.digits()) == pytest.approx(max(0.0, left), abs=1)
    bench.ws.close()
