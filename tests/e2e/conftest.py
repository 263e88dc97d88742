"""A home folder with nothing in it, and a terminal that is closed whatever happens."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytest.importorskip("pexpect", reason="no pseudo-terminals on this system")

from tests.e2e.terminal import Terminal

Open = Callable[..., Terminal]


@pytest.fixture
def open_cartui(own_places: Path) -> Iterator[Open]:
    """Return what opens cartui in a terminal of its own, at home in an empty folder."""
    opened: list[Terminal] = []

    def start(*words: str, size: tuple[int, int] = (24, 80), clock: Path | None = None) -> Terminal:
        opened.append(Terminal(own_places, *words, size=size, clock=clock))
        return opened[-1]

    yield start
    for terminal in opened:
        terminal.close()
