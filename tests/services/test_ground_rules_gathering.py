"""Gathering blind: nothing is lost on the way, and nothing that is kept tells the order."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from itertools import count, permutations
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cartui.model.rooms import Room
from cartui.model.rules import Rule, Wording
from cartui.services.ground_rules_gathering import Gathering, shuffled
from cartui.services.ground_rules_wall import BOWL
from cartui.services.group_service import NothingNew, NoWords
from cartui.store.identity import Identity
from cartui.store.problems import Damaged, SaveFailed
from tests.conftest import StillClock, counting_ids
from tests.services.rules_bench import RulesBench

LINES = ("Listen first", "Start on time", "Ask what you do not know", "Say it here")


@pytest.fixture
def bench(workspace_folder: Path, identity: Identity) -> Iterator[RulesBench]:
    made = RulesBench(workspace_folder, identity)
    yield made
    made.ws.close()


def gathering(bench: RulesBench) -> Gathering:
    return Gathering(bench.ws, lambda: Room.MEMBERS, "north")


def journals(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted((folder / "journal").glob("*.jsonl")))


def test_only_a_count_is_told_and_the_journal_knows_nothing_until_the_reveal(
    bench: RulesBench,
) -> None:
    lines = gathering(bench)
    before = journals(bench.folder)
    assert [lines.lay_in(words) for words in LINES] == [1, 2, 3, 4]
    assert journals(bench.folder) == before
    assert bench.texts() == []
    change = lines.reveal(meeting=3)
    assert sorted(bench.texts()) == sorted(LINES)
    assert {line.rule.meeting for line in bench.rules.rules()} == {3}
    assert all(line.is_proposed for line in bench.rules.rules())
    assert bench.says(change) == "Showed 4 lines that were gathered unseen, as proposed rules"
    assert lines.count() == 0
    assert sorted(os.listdir(bench.folder / BOWL)) == [".north.lock"]


def test_a_line_needs_words_and_a_reveal_needs_lines(bench: RulesBench) -> None:
    with pytest.raises(NoWords):
        gathering(bench).lay_in(" \t ")
    with pytest.raises(NothingNew):
        gathering(bench).reveal()


def test_gathering_goes_on_after_a_restart_and_in_two_windows(bench: RulesBench) -> None:
    gathering(bench).lay_in(LINES[0])
    bench.again()
    other = gathering(bench)
    assert other.lay_in(LINES[1]) == 2
    assert gathering(bench).count() == 2
    other.reveal()
    assert gathering(bench).count() == 0
    with pytest.raises(NothingNew):
        gathering(bench).reveal()


def test_one_key_takes_the_reveal_back_and_one_does_it_again(bench: RulesBench) -> None:
    lines = gathering(bench)
    for words in LINES:
        lines.lay_in(words)
    lines.reveal()
    shown = bench.texts()
    bench.ws.undo(Room.MEMBERS)
    assert bench.texts() == []
    bench.ws.redo(Room.MEMBERS)
    assert bench.texts() == shown
    bench.again()
    assert bench.texts() == shown


def test_the_same_words_become_one_rule(bench: RulesBench) -> None:
    lines = gathering(bench)
    for words in ("Start on time.", "start on  time", "Listen"):
        lines.lay_in(words)
    lines.reveal()
    assert len(bench.texts()) == 2


def test_what_was_shown_before_a_crash_is_not_shown_twice(bench: RulesBench) -> None:
    lines = gathering(bench)
    for words in (*LINES, LINES[0].upper()):
        lines.lay_in(words)
    bowl = bench.folder / BOWL / "north.json"
    whole = bowl.read_bytes()
    lines.reveal()
    bowl.write_bytes(whole)  # the power went between the change and the bowl
    assert lines.count() == 0
    assert lines.lay_in("Later") == 1
    lines.reveal()
    assert sorted(bench.texts()) == sorted([*bench.texts()[:4], "Later"])
    assert len(bench.texts()) == 5


def test_on_a_full_disk_nothing_is_half_there(
    bench: RulesBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = gathering(bench)
    lines.lay_in(LINES[0])

    def refuse(_descriptor: int) -> None:
        raise OSError(28, "no space left")

    with monkeypatch.context() as disk:
        disk.setattr(os, "fsync", refuse)
        with pytest.raises(SaveFailed):
            lines.lay_in(LINES[1])
        with pytest.raises(SaveFailed):
            lines.reveal()
    assert lines.count() == 1
    lines.reveal()
    assert bench.texts() == [LINES[0]]


def test_a_bowl_that_is_not_whole_is_left_as_it_is(bench: RulesBench) -> None:
    lines = gathering(bench)
    lines.lay_in(LINES[0])
    bowl = bench.folder / BOWL / "north.json"
    bowl.write_bytes(bowl.read_bytes()[:-3])
    torn = bowl.read_bytes()
    with pytest.raises(Damaged):
        lines.lay_in(LINES[1])
    with pytest.raises(Damaged):
        lines.reveal()
    assert bowl.read_bytes() == torn


# --- nothing tells the order


def test_file_names_ages_and_places_tell_nothing(bench: RulesBench, clock: StillClock) -> None:
    lines = gathering(bench)
    for words in LINES:
        lines.lay_in(words)
        clock.pass_time(minutes=7)
    bowl = bench.folder / BOWL
    assert sorted(os.listdir(bowl)) == [".north.lock", "north.json"]
    kept = bowl / "north.json"
    assert oct(kept.stat().st_mode & 0o077) == "0o0"
    assert kept.stat().st_mtime == bowl.stat().st_mtime == 1772409600  # 2 March, midnight
    uids = list(json.loads(kept.read_bytes()))
    assert uids == sorted(uids)
    assert len({len(uid) for uid in uids}) == 1


def test_in_the_journal_all_lines_have_the_same_day_and_no_hour(
    bench: RulesBench, clock: StillClock
) -> None:
    lines = gathering(bench)
    for words in LINES:
        lines.lay_in(words)
        clock.pass_time(minutes=7)
    before = journals(bench.folder)
    change = lines.reveal()
    (line,) = journals(bench.folder)[len(before) :].splitlines()
    assert json.loads(line)["id"] == change.id  # one change
    fields = [event.value for event in change.events]
    assert {value["at"] for value in fields if "at" in value} == {"2026-03-02T00:00:00Z"}
    assert {key for value in fields for key in value} <= {"order", "made_on", "rule", "text", "at"}


texts = st.text("abcdefgh ", min_size=1, max_size=6).filter(str.strip)
rows = st.lists(
    texts, max_size=7, min_size=1, unique_by=lambda text: " ".join(text.casefold().split())
)
orders = rows.flatmap(lambda row: st.tuples(st.just(row), st.permutations(row), st.integers()))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(orders)
def test_the_file_and_the_reveal_are_the_same_in_whatever_order_lines_were_written(
    case: tuple[list[str], list[str], int],
) -> None:
    lines, otherwise, seed = case
    names = {words: f"{number:032x}" for number, words in enumerate(lines)}
    assert _told(lines, names, seed) == _told(otherwise, names, seed)


def _told(lines: list[str], names: dict[str, str], seed: int) -> tuple[bytes, list[object]]:
    """Return all that is kept of lines written in this order: the bowl, then the change."""
    slips = iter([names[words] for words in lines])
    with TemporaryDirectory() as place:
        identity = Identity(
            device="d0d0d0d0", actor="Rowan", clock=StillClock(), new_id=counting_ids(),
            new_mark=lambda: "0" * 10,
        )  # fmt: skip
        bench = RulesBench(Path(place) / "workspace", identity)
        dice = Random(seed)
        made = Gathering(
            bench.ws, lambda: Room.MEMBERS, "north", new_slip=lambda: next(slips),
            shuffle=lambda uids: dice.sample(uids, len(uids)),
        )  # fmt: skip
        for words in lines:
            made.lay_in(words)
        bowl = (bench.folder / BOWL / "north.json").read_bytes()
        change = made.reveal()
        rules = bench.ws.table(Rule, "north"), bench.ws.table(Wording, "north")
        told = [change, *rules[0].values(), *rules[1].values(), bench.texts()]
        bench.ws.close()
        return bowl, told


def test_every_order_comes_out_of_the_bowl() -> None:
    drawn = {tuple(shuffled([1, 2, 3])) for _ in range(400)}
    assert drawn == set(permutations([1, 2, 3]))  # one is missing once in 10 to the 31


KILLED = """
import sys
from pathlib import Path
from cartui.model.kinds import OPEN
from cartui.model.rooms import Room
from cartui.services.ground_rules_gathering import Gathering
from cartui.store.identity import Identity
from cartui.store.workspace import Workspace
ws = Workspace.open(Path(sys.argv[1]), open_kinds=OPEN, identity=Identity(device="e1e1e1e1"))
lines = Gathering(ws, lambda: Room.MEMBERS, "north")
for number in range(1000):
    lines.lay_in(f"line {number}")
    print(number, flush=True)
"""


def test_killed_while_gathering_no_line_that_was_taken_is_lost(bench: RulesBench) -> None:
    command = [sys.executable, "-c", KILLED, str(bench.folder)]
    for goes in count(1):
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
            assert child.stdout is not None
            taken = [int(child.stdout.readline()) for _ in range(5 * goes)]
            child.send_signal(signal.SIGKILL)
            child.wait()
        kept = json.loads((bench.folder / BOWL / "north.json").read_bytes())
        assert {f"line {number}" for number in taken} <= set(kept.values())
        if goes == 3:
            break
    lines = gathering(bench)
    lines.reveal()
    assert set(bench.texts()) >= {f"line {number}" for number in range(15)}
