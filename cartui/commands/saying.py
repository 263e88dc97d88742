"""What a command says: plain text that no terminal obeys."""

import sys

from cartui.model.text import inert


def say(text: str) -> None:
    """Say something that was asked for, on standard output, at once."""
    print(inert(text), flush=True)


def remark(text: str) -> None:
    """Say something beside the matter, on standard error, where it spoils no pipe."""
    print(inert(text), file=sys.stderr, flush=True)


def pour(content: bytes | str) -> None:
    """Write a whole document to standard output as UTF-8, its line ends kept."""
    text = content.decode(errors="replace") if isinstance(content, bytes) else content
    lines = [inert(line) for line in text.split("\r\n")]
    sys.stdout.flush()
    sys.stdout.buffer.write("\r\n".join(lines).encode(errors="replace"))
    sys.stdout.buffer.flush()
