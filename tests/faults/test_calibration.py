"""The fault scripts proven on stores of known worth, so that a pass means something.

The known bad must fail, the references must pass, and a reference with one property left out must
be found out by the script that is there for it.
"""

import pytest

pytest.importorskip("termios", reason="the fault scripts need a POSIX system")

from tests.faults.campaign import CAMPAIGNS
from tests.faults.tally import Plan, Tally
from tests.faults.target import named

pytestmark = pytest.mark.faults

KNOWN_BAD = [
    ("ioerr", 40, "tinydb_plain", ""),
    ("powerloss", 30, "tinydb_plain", ""),
    ("swapped", 2, "tinydb_plain", ""),
    ("bitrot", 300, "tinydb_plain", ""),
    ("powerloss", 30, "safe_ref", "fsync"),
    ("powerloss", 60, "safe_ref", "dirsync"),
    ("powerloss", 30, "safe_ref", "atomic"),
    ("twowriters", 2, "safe_ref", "lock,conflict"),
    ("bitrot", 300, "safe_ref", "seal"),
    ("powerloss", 30, "journal_ref", "fsync"),
    ("powerloss", 40, "journal_ref", "torn"),
    ("twowriters", 2, "journal_ref", "lock"),
    ("swapped", 6, "journal_ref", "inode"),
    ("bitrot", 150, "journal_ref", "seal"),
    ("bitrot", 150, "journal_ref", "witness"),
]
KNOWN_GOOD = [
    ("kill9", 8, "journal_ref"),
    ("kill9-calls", 8, "journal_ref"),
    ("ioerr", 12, "journal_ref"),
    ("diskfull", 4, "safe_ref"),
    ("powerloss", 30, "journal_ref"),
    ("powerloss", 30, "safe_ref"),
    ("powerloss", 20, "sqlite_ref"),
    ("twowriters", 2, "journal_ref"),
    ("swapped", 6, "journal_ref"),
    ("bitrot", 300, "journal_ref"),
    ("bitrot", 200, "safe_ref"),
]


def attacked(script: str, trials: int, target: str, drop: str = "", *, bad: bool = False) -> Tally:
    """One script on one calibration target; skips where the script cannot run."""
    campaign = next(c for c in CAMPAIGNS if c.name == script)
    if lacking := campaign.lacking():
        pytest.skip(f"not run here: {lacking}")
    return campaign.attack(named(target, drop=drop), Plan(trials=trials, to_first_bad=bad))


@pytest.mark.parametrize(("script", "trials", "target", "drop"), KNOWN_BAD)
def test_what_is_missing_is_found(script: str, trials: int, target: str, drop: str) -> None:
    assert attacked(script, trials, target, drop, bad=True).bad > 0


@pytest.mark.parametrize(("script", "trials", "target"), KNOWN_GOOD)
def test_what_is_sound_passes(script: str, trials: int, target: str) -> None:
    tally = attacked(script, trials, target)
    assert tally.trials > 0
    assert tally.bad == 0, tally.line()
