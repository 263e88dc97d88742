"""What was asked on the command line beyond the command itself."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Invocation:
    """The options that every command takes; what was left out is None or empty."""

    data: Path | None = None
    config: Path | None = None
    theme: str = ""
    ascii: bool = False
