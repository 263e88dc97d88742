"""The practice programme to look round in, and terminals that are what a test says they are."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from cartui.practice import fresh_copy
from screens.parts.symbols import use_ascii


@pytest.fixture
def practice(workspace_folder: Path) -> Path:
    """A fresh copy of the made-up group, told up to the day of the tests."""
    return fresh_copy("one-group", workspace_folder, today=date(2026, 3, 2))


@pytest.fixture
def plain() -> Iterator[None]:
    """Let the symbols come back after a test in ASCII."""
    yield
    use_ascii(False)
