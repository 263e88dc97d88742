"""A critique round by a clock that is moved by hand: steps, pauses, sleep, summer time, crashes."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cartui.model.kinds import OPEN
from cartui.services.critique_kept import KeptRound
from cartui.services.critique_round import FORGOTTEN, Round, begun, can_go_on
from cartui.services.critique_steps import About, CritiqueSteps
from cartui.services.critique_words import critique_words
from cartui.services.draft_words import lenses
from cartui.services.public_clock import PublicClock, reading
from cartui.store.identity import Identity
from cartui.store.workspace import Workspace
from tests.conftest import StillClock

ABOUT = About(title="Night visits", ask="Is it too strong?", passage="Staff told us.")


@pytest.fixture
def ws(workspace_folder: Path, identity: Identity) -> Workspace:
    return Workspace.open(workspace_folder, open_kinds=OPEN, identity=identity)


def steps_of(ws: Workspace, state: Path, clock: StillClock) -> CritiqueSteps:
    kept = KeptRound(state, ws, clock)
    return CritiqueSteps(kept, begun("g", "d", "v", clock()), ABOUT, clock)


@pytest.fixture
def steps(ws: Workspace, tmp_path: Path, clock: StillClock) -> CritiqueSteps:
    return steps_of(ws, tmp_path / "state", clock)


def test_the_shipped_round_has_the_five_steps_of_the_product() -> None:
    words = critique_words()
    assert [step.minutes for step in words.steps] == [5, 3, 5, 7, 5]
    assert all(step.title and step.prompt for step in words.steps)
    assert set(words.lenses) <= {lens.id for lens in lenses()}
    assert words.lenses == ("interpretation", "analysis", "writing-style", "politics")


def test_a_page_has_step_prompt_ask_and_passage_and_nothing_else(steps: CritiqueSteps) -> None:
    page, first = steps.page, critique_words().steps[0]
    assert (page.title, page.name) == (first.title, first.prompt)
    assert (page.after, page.lines) == (("Asked for: Is it too strong?",), ("Staff told us.",))
    assert page.here == -1


def test_the_clock_runs_stands_and_runs_on(steps: CritiqueSteps, clock: StillClock) -> None:
    assert steps.reading().digits == "05:00"
    clock.pass_time(minutes=3)
    assert steps.reading().digits == "05:00"
    steps.start_or_pause()
    clock.pass_time(minutes=1, seconds=1)
    assert steps.reading().digits == "03:59"
    steps.start_or_pause()
    clock.pass_time(minutes=9)
    assert steps.reading().digits == "03:59"
    assert steps.reading().words == critique_words().stands
    steps.start_or_pause()
    clock.pass_time(seconds=9)
    assert steps.reading().digits == "03:50"


@pytest.mark.parametrize(
    ("left", "look"), [(61, ""), (60, "soon"), (16, "soon"), (15, "last"), (1, "last"), (0, "over")]
)
def test_words_at_a_fifth_at_a_twentieth_and_at_the_end(
    steps: CritiqueSteps, clock: StillClock, left: int, look: str
) -> None:
    steps.start_or_pause()
    clock.pass_time(seconds=300 - left)
    words = critique_words()
    said = {"": "", "soon": words.soon, "last": words.last, "over": words.over}[look]
    assert (steps.reading().look, steps.reading().words) == (look, said)


def test_the_room_never_sees_an_overrun(steps: CritiqueSteps, clock: StillClock) -> None:
    steps.start_or_pause()
    clock.pass_time(minutes=8, seconds=10)
    assert steps.reading().digits == "00:00"
    assert steps.reading().words == critique_words().over
    assert steps.overrun() == 190
    assert steps.behind() == 190


def test_a_running_clock_runs_on_in_the_next_step_and_each_step_keeps_its_own(
    steps: CritiqueSteps, clock: StillClock
) -> None:
    steps.start_or_pause()
    clock.pass_time(minutes=2)
    assert steps.turn(1)
    assert steps.reading().digits == "03:00"
    clock.pass_time(minutes=1)
    assert steps.turn(-1)
    assert steps.reading().digits == "03:00"
    assert not steps.turn(-1)
    assert steps.behind() == 60  # three minutes have passed, of which two were for this step


def test_ahead_of_the_plan(steps: CritiqueSteps, clock: StillClock) -> None:
    steps.start_or_pause()
    clock.pass_time(minutes=2)
    steps.turn(1)
    assert steps.behind() == -180


def test_a_minute_more_and_less(steps: CritiqueSteps, clock: StillClock) -> None:
    steps.start_or_pause()
    clock.pass_time(minutes=5)
    steps.more(1)
    assert steps.reading().digits == "01:00"
    for _ in range(9):
        steps.more(-1)
    assert steps.reading().digits == "00:00"
    assert steps.round.minutes[0] == 1


def test_summer_time_and_another_zone_take_no_minute(ws: Workspace, tmp_path: Path) -> None:
    """At 01:59 on the morning of the change, seen from London, which then flies to New York."""
    london, york = ZoneInfo("Europe/London"), ZoneInfo("America/New_York")
    now = [datetime(2026, 3, 29, 0, 59, tzinfo=london)]
    kept = KeptRound(tmp_path / "state", ws, lambda: now[0])
    steps = CritiqueSteps(kept, begun("g", "d", "v", now[0]), ABOUT, lambda: now[0])
    steps.start_or_pause()
    now[0] = (now[0].astimezone(UTC) + timedelta(minutes=2)).astimezone(london)
    assert now[0].hour == 2
    assert steps.reading().digits == "03:00"
    now[0] = (now[0].astimezone(UTC) + timedelta(minutes=1)).astimezone(york)
    assert steps.reading().digits == "02:00"


def test_the_lid_closed_the_clock_has_gone_on(steps: CritiqueSteps, clock: StillClock) -> None:
    steps.start_or_pause()
    clock.pass_time(hours=2)
    assert steps.reading().look == "over"
    assert steps.turn(1)
    assert steps.reading().digits == "03:00"


def test_a_clock_set_back_gives_no_time(steps: CritiqueSteps, clock: StillClock) -> None:
    steps.start_or_pause()
    clock.pass_time(minutes=-30)
    assert steps.reading().digits == "05:00"
    steps.start_or_pause()
    assert steps.reading().digits == "05:00"


def test_after_a_crash_it_goes_on_in_the_same_place_with_the_clock_right(
    ws: Workspace, tmp_path: Path, clock: StillClock
) -> None:
    state = tmp_path / "state"
    steps = steps_of(ws, state, clock)
    steps.start_or_pause()
    clock.pass_time(minutes=4)
    steps.turn(1)
    clock.pass_time(minutes=1)
    kept = KeptRound(state, ws, clock).standing()  # as another process reads it
    assert kept == steps.round
    again = CritiqueSteps(KeptRound(state, ws, clock), kept, ABOUT, clock)
    assert again.page.title == critique_words().steps[1].title
    assert again.reading().digits == "02:00"
    assert oct((state / "critique").stat().st_mode & 0o077) == "0o0"


def test_nothing_of_the_draft_stands_in_the_state_folder(
    steps: CritiqueSteps, tmp_path: Path
) -> None:
    (kept,) = (tmp_path / "state" / "critique").iterdir()
    assert "Staff" not in kept.read_text()
    assert "Night" not in kept.read_text()


def test_a_round_of_yesterday_a_strange_file_and_one_that_is_over_are_not_offered(
    ws: Workspace, tmp_path: Path, clock: StillClock
) -> None:
    state = tmp_path / "state"
    steps, kept = steps_of(ws, state, clock), KeptRound(state, ws, clock)
    clock.now += FORGOTTEN
    assert kept.standing() is None
    clock.now -= FORGOTTEN
    while steps.turn(1):
        assert not steps.round.is_last or kept.standing() is not None
    assert steps.leave()
    assert kept.standing() is None
    (file,) = (state / "critique").iterdir()
    for content in (b"{", b"[]", b'{"group":"g","draft":"d","version":"v","touched":"noon"}'):
        file.write_bytes(content)
        assert kept.standing() is None


def test_a_round_of_other_steps_than_todays_is_not_gone_on_with(clock: StillClock) -> None:
    one = begun("g", "d", "v", clock())
    assert can_go_on(one, clock())
    assert not can_go_on(Round(group="g", draft="d", version="v", touched=one.touched), clock())


@given(st.lists(st.tuples(st.sampled_from("><t+-"), st.integers(0, 900)), max_size=30))
def test_whatever_is_pressed_the_time_that_ran_is_the_time_that_passed(
    pressed: list[tuple[str, int]],
) -> None:
    now, ran = datetime(2026, 3, 29, 0, 30, tzinfo=UTC), 0
    one = begun("g", "d", "v", now)
    for key, seconds in pressed:
        one = {
            ">": lambda one=one, now=now: one.turned(1, now),
            "<": lambda one=one, now=now: one.turned(-1, now),
            "t": lambda one=one, now=now: one.started_or_paused(now),
            "+": lambda one=one, now=now: one.with_minutes(1, now),
            "-": lambda one=one, now=now: one.with_minutes(-1, now),
        }[key]()
        now += timedelta(seconds=seconds)
        ran += seconds if one.runs else 0
        left = one.clock().seconds_left(now)
        assert abs(left - max(0.0, one.minutes[one.step] * 60 - one.ran(now))) < 0.001
    assert abs(sum(one.banked(now).spent) - ran) < 0.001


@given(st.floats(0.5, 6000), st.floats(-10, 7000))
def test_a_clock_reads_between_nothing_and_its_whole(whole: float, passed: float) -> None:
    start = datetime(2026, 1, 1, tzinfo=UTC)
    clock = PublicClock(
        whole=whole, left=whole, ends=(start + timedelta(seconds=whole)).isoformat()
    )
    said = reading(clock, start + timedelta(seconds=passed))
    minutes, seconds = said.digits.split(":")
    assert 0 <= int(minutes) * 60 + int(seconds) <= whole + 1
    assert (said.look == "over") == (clock.seconds_left(start + timedelta(seconds=passed)) <= 0)
