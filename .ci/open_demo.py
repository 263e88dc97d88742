"""`make demo` as a stranger would see it: in a terminal, until the practice programme shows."""

import sys

import pexpect
import pyte

SIZE = (30, 100)


def main() -> int:
    """Return 0 if the practice programme came up and was left by its keys."""
    screen = pyte.Screen(SIZE[1], SIZE[0])
    stream = pyte.ByteStream(screen)
    child = pexpect.spawn("make", ["demo"], dimensions=SIZE, timeout=1)
    if not shows(child, screen, stream, "1 Home", seconds=120):
        print("make demo did not show the practice programme:", *screen.display, sep="\n")
        child.close(force=True)
        return 1
    for keys in ("1", "q", "\r"):
        child.send(keys)
        shows(child, screen, stream, "\0", seconds=1)
    child.expect(pexpect.EOF, timeout=20)
    child.close()
    print("make demo showed the practice programme, and was left by its keys.")
    return int(child.exitstatus or 0)


def shows(
    child: "pexpect.spawn[bytes]", screen: pyte.Screen, stream: pyte.ByteStream, word: str,
    *, seconds: int,
) -> bool:  # fmt: skip
    """Feed the screen until a word stands on it, or the time is over."""
    for _ in range(seconds * 10):
        try:
            stream.feed(child.read_nonblocking(65536, timeout=0.1))
        except pexpect.TIMEOUT:
            pass
        except pexpect.EOF:
            return False
        if any(word in line for line in screen.display):
            return True
    return False


if __name__ == "__main__":
    sys.exit(main())
