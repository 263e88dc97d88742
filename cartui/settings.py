"""The facilitator's settings: one TOML file, written by hand or here; its comments are kept."""

import os
import re
from collections.abc import Mapping
from itertools import count
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

THEMES = ("paper", "ink", "stage", "contrast")
SYMBOLS = ("auto", "symbols", "ascii")
DENSITIES = ("dense", "cosy")
CHOICES: Mapping[str, tuple[str, ...]] = {
    "theme": THEMES, "back_theme": THEMES, "symbols": SYMBOLS, "density": DENSITIES,
}  # fmt: skip
HEAD = "# Settings of cartui. Lines that begin with # are yours to keep.\n"


class Settings(Struct, frozen=True, kw_only=True):
    """What can be chosen. `keys` maps ids of verbs to keys ("board.advance" to "n,right")."""

    name: str = ""
    theme: str = "paper"
    back_theme: str = "ink"
    symbols: str = "auto"
    density: str = "dense"
    keys: dict[str, str] = {}

    @property
    def theme_on_back(self) -> str:
        """The theme of BACK, which is never that of FRONT."""
        if self.back_theme != self.theme:
            return self.back_theme
        return "paper" if self.theme != "paper" else "ink"


def read(path: Path) -> tuple[Settings, list[str]]:
    """Return the settings of a file, and in plain sentences what in it could not be used."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return Settings(), []
    except (OSError, ValueError):
        return _left_aside(path, "it is a folder" if path.is_dir() else "it cannot be read")
    import tomllib  # noqa: PLC0415 - most people have no such file, and no start waits for this

    try:
        found = tomllib.loads(text)
    except ValueError as error:
        return _left_aside(path, str(error))
    complaints: list[str] = []
    kept = {name: _usable(name, value, complaints) for name, value in found.items()}
    usable = {name: value for name, value in kept.items() if value is not None}
    return Settings(**usable), complaints


def _left_aside(path: Path, why: str) -> tuple[Settings, list[str]]:
    said = f"The settings file was left aside ({why}). Usual settings are used."
    return Settings(), [f"{said} It is {path}"]


def _usable(name: str, value: Any, complaints: list[str]) -> Any:
    if name == "keys" and isinstance(value, dict):
        return {str(verb): str(keys) for verb, keys in value.items()}
    if name in CHOICES and value not in CHOICES[name]:
        known = ", ".join(CHOICES[name])
        complaints.append(f"The setting {name} knows {known}. It was left aside.")
        return None
    if name not in Settings.__struct_fields__ or not isinstance(value, str):
        complaints.append(f"There is no setting {name} of that kind. It was left aside.")
        return None
    return value


def put_aside(path: Path) -> Path | None:
    """Give a file that cannot be understood another name, so that nothing is written into it.

    Returns where it stands now; None if there is no file, or nothing wrong with it. Raises OSError.
    """
    import tomllib  # noqa: PLC0415 - as above

    try:
        tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return None
    except ValueError:  # no UTF-8, or no TOML
        numbered = (path.with_name(f"{path.stem}-broken-{n}{path.suffix}") for n in count(1))
        aside = next(name for name in numbered if not os.path.lexists(name))
        os.replace(path, aside)
        return aside
    return None


def write(path: Path, settings: Settings, **changed: str) -> Settings:
    """Change settings in the file, line by line, and return them. Raises OSError.

    The file must be one that can be understood: see `put_aside`.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        text = HEAD
    for name, value in changed.items():
        text = with_line(text, name, value)
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    os.replace(draft, path)
    return msgspec.structs.replace(settings, **changed)


def with_line(text: str, name: str, value: str) -> str:
    """Return TOML text with one top-level string set; every other line stays as it is."""
    lines = text.splitlines()
    top = next((n for n, line in enumerate(lines) if line.lstrip().startswith("[")), len(lines))
    wanted = f"{name} = {_quoted(value)}"
    setting = re.compile(rf"""\s*{name}\s*=\s*("(?:[^"\\]|\\.)*"|'[^']*'|[^#\s]*)\s*(#.*)?$""")
    for number, line in enumerate(lines[:top]):
        if (found := setting.match(line)) is not None:
            lines[number] = f"{wanted}  {found[2]}" if found[2] else wanted
            break
    else:
        lines.insert(top, wanted)
    return "\n".join(lines) + "\n"


def _quoted(value: str) -> str:
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
