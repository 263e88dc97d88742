"""A tenth of `make fuzz` on every commit, and that it would see what it looks for."""

import sys
from pathlib import Path

import pytest

from tests.fuzz.attacks import attacks, living, seen
from tests.fuzz.run import LEAST, fields, guard

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals there")
TENTH = 1000


def test_an_attack_that_lives_is_found() -> None:
    texts = attacks(TENTH)
    raw = "\n".join(attack.text for attack in texts).encode()
    stings = sum(len(attack.stings) for attack in texts)
    assert len(living(raw, texts)) == stings
    assert seen(raw) >= set(range(TENTH))
    assert living(raw.replace(b"\x1b", b"?").replace(b"\xc2", b"?"), texts) != living(raw, texts)


def test_the_same_seed_gives_the_same_texts() -> None:
    assert attacks(50, 7) == attacks(50, 7) != attacks(50, 8)


def test_nothing_lives_in_any_field(tmp_path: Path) -> None:
    lived, shown, fewest = fields(attacks(TENTH), tmp_path, LEAST)
    assert lived == []
    assert shown > 100
    assert fewest >= LEAST


def test_nothing_lives_behind_the_guard(tmp_path: Path) -> None:
    texts = attacks(TENTH, 2)
    lived, shown = guard(texts, tmp_path)
    assert lived == []
    assert shown >= TENTH
