"""Earlier states: the last ten, one a day for thirty days, found again newest first."""

import errno
import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from cartui.store.generations import Generations, flat_name
from cartui.store.problems import UnsafePlace
from cartui.store.sealing import encode, fragments
from tests.conftest import StillClock

NAME = "groups/g1/group.json"


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def live(tmp_path: Path) -> Path:
    return tmp_path / "group.json"


@pytest.fixture
def kept(tmp_path: Path, clock: StillClock) -> Generations:
    return Generations(tmp_path / "generations", clock=clock)


def sealed(number: int) -> bytes:
    tables = {"card": {"1": {"uid": "c", "n": number}}}
    return bytes(encode(fragments(tables), {"format": 1, "generation": number}))


def save(kept: Generations, live: Path, number: int, *, name: str = NAME) -> None:
    """As a save does: keep what stands there, put the new one in its place, prune."""
    if live.exists():
        kept.keep(live, name, number - 1)
        live.unlink()
    live.write_bytes(sealed(number))
    kept.prune(name)


def numbers(kept: Generations, name: str = NAME) -> list[int]:
    return [each.number for each in kept.listing(name)]


def test_names_are_made_and_say_what_they_are(kept: Generations, live: Path) -> None:
    save(kept, live, 1)
    save(kept, live, 2)
    (only,) = kept.listing(NAME)
    assert only.path.name == "groups~g1~group.json.1.20260302T100000Z"
    assert only.kept_at == datetime(2026, 3, 2, 10, tzinfo=UTC)
    assert only.path.read_bytes() == sealed(1)


def test_the_last_ten_are_kept_newest_first(
    kept: Generations, live: Path, clock: StillClock
) -> None:
    for number in range(1, 31):
        save(kept, live, number)
        clock.pass_time(seconds=1)
    assert numbers(kept) == list(range(29, 19, -1))
    assert len(os.listdir(kept.folder)) == 10


def test_one_a_day_is_kept_for_thirty_days(
    kept: Generations, live: Path, clock: StillClock
) -> None:
    number = 0
    for _ in range(45):
        for _ in range(12):
            number += 1
            save(kept, live, number)
            clock.pass_time(minutes=1)
        clock.pass_time(hours=23, minutes=48)
    listing = kept.listing(NAME)
    assert [each.number for each in listing[:10]] == list(range(number - 1, number - 11, -1))
    days = [each.kept_at.date() for each in listing[9:]]
    assert days == [days[0] - timedelta(days=back) for back in range(len(days))]
    assert 29 <= len(days) <= 31
    assert all(each.kept_at.hour == 10 and each.kept_at.minute == 11 for each in listing[10:])


def test_a_kept_state_costs_no_bytes_where_links_are_known(kept: Generations, live: Path) -> None:
    live.write_bytes(sealed(1))
    kept.keep(live, NAME, 1)
    assert kept.listing(NAME)[0].path.samefile(live)


@pytest.mark.parametrize("fault", [errno.EPERM, errno.EOPNOTSUPP, errno.EMLINK, errno.ENOSYS])
def test_where_links_are_unknown_the_bytes_are_copied_and_synced(
    kept: Generations, live: Path, monkeypatch: pytest.MonkeyPatch, fault: int
) -> None:
    synced: list[int] = []
    real = os.fsync

    def sync(fd: int) -> None:
        synced.append(os.fstat(fd).st_ino)
        real(fd)

    def refuse(*places: Any) -> None:
        raise OSError(fault, "no links")

    monkeypatch.setattr(os, "link", refuse)
    monkeypatch.setattr(os, "fsync", sync)
    live.write_bytes(sealed(1))
    kept.keep(live, NAME, 1)
    copy = kept.listing(NAME)[0].path
    assert copy.read_bytes() == sealed(1)
    assert not copy.samefile(live)
    assert copy.stat().st_mode & 0o777 == 0o600
    assert copy.stat().st_ino in synced


def test_a_full_disk_is_no_missing_link(
    kept: Generations, live: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*places: Any) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "link", full)
    live.write_bytes(sealed(1))
    with pytest.raises(OSError, match="full"):
        kept.keep(live, NAME, 1)


def test_two_states_of_the_same_second_are_both_kept(kept: Generations, live: Path) -> None:
    for content in (sealed(3), sealed(4)):
        live.unlink(missing_ok=True)
        live.write_bytes(content)
        kept.keep(live, NAME, 3)
    kept.keep(live, NAME, 3)
    found = {each.path.read_bytes() for each in kept.listing(NAME)}
    assert (len(kept.listing(NAME)), found) == (2, {sealed(3), sealed(4)})


def test_only_states_that_prove_themselves_are_offered(
    kept: Generations, live: Path, clock: StillClock
) -> None:
    for number in range(1, 6):
        save(kept, live, number)
        clock.pass_time(seconds=1)
    newest, second, *_ = kept.listing(NAME)
    newest.path.write_bytes(newest.path.read_bytes()[:-1])
    second.path.write_bytes(second.path.read_bytes().replace(b'"n":3', b'"n":9'))
    (kept.folder / f"{flat_name(NAME)}.99.20260302T100000Z").symlink_to(live)
    offered = [(each.number, reading.generation) for each, reading in kept.sound(NAME)]
    assert offered == [(2, 2), (1, 1)]


def test_files_of_like_names_are_told_apart(kept: Generations, live: Path) -> None:
    for name in ("group.json", "my.group.json", "groups/group.json"):
        live.unlink(missing_ok=True)
        save(kept, live, 1, name=name)
        save(kept, live, 2, name=name)
    assert [len(kept.listing(name)) for name in ("group.json", "my.group.json")] == [1, 1]
    assert kept.newest_number("group.json") == 1
    assert kept.newest_number("never.json") == 0


def test_what_is_set_aside_is_durable_once_and_never_pruned(
    kept: Generations, clock: StillClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[int] = []
    real = os.fsync

    def sync(fd: int) -> None:
        synced.append(os.fstat(fd).st_ino)
        real(fd)

    monkeypatch.setattr(os, "fsync", sync)
    one = kept.set_aside(b"{", NAME, "damaged")
    clock.pass_time(seconds=5)
    assert kept.set_aside(b"{", NAME, "damaged") == one
    clock.pass_time(seconds=-5)
    two = kept.set_aside(b"{}", NAME, "damaged")
    assert (one.name, two.name) == (
        "groups~g1~group.json.damaged-20260302T100000Z",
        "groups~g1~group.json.damaged-20260302T100000Z-2",
    )
    assert {one.stat().st_ino, kept.folder.stat().st_ino} <= set(synced)
    clock.pass_time(days=400)
    kept.prune(NAME)
    assert (one.read_bytes(), two.read_bytes()) == (b"{", b"{}")
    assert kept.listing(NAME) == []


@pytest.mark.parametrize(
    "name",
    ["", "..", "../x.json", "/etc/x.json", "a/../b.json", "a~b.json", "a\\b", "a\0b", ".x", "C:x"],
)
def test_a_name_never_leads_out_of_the_folder(name: str) -> None:
    with pytest.raises(UnsafePlace):
        flat_name(name)


def test_the_same_name_is_never_made_for_two_files() -> None:
    names: list[Callable[[], str]] = [
        lambda: flat_name("a/b.json"),
        lambda: flat_name("a-b.json"),
        lambda: flat_name("a.b.json"),
    ]
    assert len({name() for name in names}) == 3
