"""The clock of a rehearsal: read anew at each look, on practice copies alone."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from cartui.commands.ending import NotUnderstood
from cartui.commands.rehearsing import clock_for
from cartui.practice.copying import fresh_copy
from cartui.services.rehearsal import VARIABLE, SetClock
from tests.screens.stage import north


def test_it_adds_what_the_file_says_and_reads_it_anew(tmp_path: Path) -> None:
    file = tmp_path / "clock"
    clock = SetClock(file)
    for seconds in ("7200", "-60", "0.5"):
        file.write_text(seconds)
        late = (clock() - datetime.now(UTC)).total_seconds()
        assert late == pytest.approx(float(seconds), abs=2)
        assert clock().tzinfo is not None


@pytest.mark.parametrize("text", [None, "", "soon", "1e", "\x00"])
def test_a_file_that_is_gone_or_holds_no_number_adds_nothing(
    tmp_path: Path, text: str | None
) -> None:
    file = tmp_path / "clock"
    if text is not None:
        file.write_text(text)
    assert abs((SetClock(file)() - datetime.now(UTC)).total_seconds()) < 2


def test_without_it_the_clock_is_the_machines(tmp_path: Path) -> None:
    assert clock_for(tmp_path) is None


def test_real_work_and_no_workspace_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "clock"))
    north(tmp_path / "real")
    for folder in (tmp_path / "real", tmp_path / "none", None):
        with pytest.raises(NotUnderstood, match="practice copy alone"):
            clock_for(folder)


def test_a_practice_copy_takes_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "clock"))
    folder = fresh_copy("one-group", tmp_path / "copy")
    assert isinstance(clock_for(folder), SetClock)
