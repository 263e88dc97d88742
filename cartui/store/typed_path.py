"""What a person means who types, drops or pastes a path: read kindly, and never with an error."""

from contextlib import suppress
from pathlib import Path
from urllib.parse import unquote, urlsplit


def typed_path(text: str) -> Path:
    """Return the file or folder meant: quotes off, `~` and file:// understood. Never raises."""
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        text = text[1:-1]
    if text.startswith("file://"):
        with suppress(ValueError):  # half an address: then it is a name
            text = unquote(urlsplit(text).path)
    plain = text.replace("\\ ", " ")  # as a terminal writes a file that is dropped on it
    return at_home(plain if plain != text and not there(at_home(text)) else text)


def at_home(text: str) -> Path:
    """Return a path with `~` for its home; as it is if nobody has, or could have, that name."""
    with suppress(RuntimeError, ValueError):
        return Path(text).expanduser()
    return Path(text)


def there(path: Path) -> bool:
    """Whether something stands at a path. A name that no disk could bear is not there."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def is_folder(path: Path) -> bool:
    """Whether a folder stands at a path. Raises nothing, however long or odd the name."""
    return there(path) and path.is_dir()


def named(path: Path) -> str:
    """Return a path as it can be found again: where a short name was looked for stands with it."""
    return str(path) if path.is_absolute() else f"{path} in {Path.cwd()}"
