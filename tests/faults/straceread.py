"""Reading a trace: strace's lines as calls, in the order in which they came back."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

WHOLE = re.compile(r"^(\d+) +(\w+)\((.*)\) += (-?\d+|\?)")
BEGUN = re.compile(r"^(\d+) +(\w+)\((.*) <unfinished \.\.\.>$")
RESUMED = re.compile(r"^(\d+) +<\.\.\. (\w+) resumed>(.*)\) += (-?\d+|\?)")
TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')

TRACED = (
    "openat,close,dup,dup2,dup3,fcntl,read,pread64,write,pwrite64,writev,pwritev,pwritev2,lseek,"
    "ftruncate,truncate,fallocate,fsync,fdatasync,rename,renameat,renameat2,link,linkat,symlink,"
    "symlinkat,unlink,unlinkat,mkdir,mkdirat,rmdir,sendfile,copy_file_range"
)
"""Every call that changes what is on a disk, or the place at which the next one will."""


class Call(msgspec.Struct, frozen=True):
    """One call that succeeded: its arguments as strace wrote them, and its result.

    `begun` and `ended` are line numbers: what ended before a sync began is what the sync covers.
    """

    name: str
    args: str
    result: int
    begun: int
    ended: int

    def number(self, place: int) -> int:
        """A plain number among the arguments (no text before it may hold a comma)."""
        return int(self.args.split(",")[place], 0)

    def last_number(self, back: int = 1) -> int:
        """A number counted from the end."""
        return int(self.args.rsplit(",", back)[1].split(",")[0], 0)

    def texts(self) -> list[bytes]:
        """The strings among the arguments."""
        return [bytes.fromhex(t.replace("\\x", "")) for t in TEXT.findall(self.args)]

    def folder(self, before_text: int) -> int | None:
        """The folder descriptor before the n-th path; None for the working folder."""
        named = re.findall(r"(AT_FDCWD|\d+), \"", self.args)
        if before_text >= len(named) or named[before_text] == "AT_FDCWD":
            return None
        return int(named[before_text])


def record(log: str) -> list[str]:
    """The command prefix that writes such a trace."""
    return ["strace", "-f", "-qq", "-xx", "-s", "4000000", "-o", log, "-e", f"trace={TRACED}"]


def calls(lines: Iterator[str]) -> Iterator[Call]:
    """The calls that succeeded; halves interrupted by another thread are put together."""
    open_calls: dict[tuple[str, str], tuple[str, int]] = {}
    for number, line in enumerate(lines):
        if begun := BEGUN.match(line.rstrip("\n")):
            open_calls[begun[1], begun[2]] = (begun[3], number)
            continue
        start = number
        if match := WHOLE.match(line):
            args = match[3]
        elif match := RESUMED.match(line):
            first, start = open_calls.pop((match[1], match[2]), ("", number))
            args = first + match[3]
        else:
            continue
        if match[4] not in "?" and int(match[4]) >= 0:
            yield Call(match[2], args, int(match[4]), start, number)
