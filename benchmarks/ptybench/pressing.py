"""Pressing a key, or holding it, and seeing when the screen has answered."""

from __future__ import annotations

import re

from benchmarks.ptybench.contender import Burst, Contender, Press, Terms
from benchmarks.ptybench.keys import encode
from benchmarks.ptybench.picture import Chunk
from benchmarks.ptybench.terminal import Terminal, now

GAP = 0.003
"""s without output that end a frame, for a program that does not mark its frames."""


def press(program: Contender, terminal: Terminal, number: int, terms: Terms) -> bool:
    """Press one key and measure. False when the program has gone."""
    keys = program.keys.split()
    said = program.expect.replace("{n}", str(number + 1))
    pattern = re.compile(said) if said else None
    terminal.pump(0.002, 0.05)
    terminal.replay()
    before, sent = terminal.cpu(), now()
    terminal.write(encode(keys[number % len(keys)]))
    chunks: list[Chunk] = []
    deadline = sent + terms.key_timeout_s
    while True:
        settled = terminal.settle(terms.settle / 1e3, max(0.01, min(1.0, deadline - now())))
        chunks += terminal.replay(pattern)
        answered = any(chunk.matched if pattern else chunk.changed for chunk in chunks)
        if (answered and settled) or now() > deadline or terminal.eof:
            break
    used = (terminal.cpu() - before) * 1e3
    program.presses.append(pressed(chunks, sent, used, expected=pattern is not None))
    if terminal.reap():
        program.note(f"exited with {terminal.status} at press {number}")
        return False
    return True


def pressed(chunks: list[Chunk], sent: float, cpu: float, *, expected: bool) -> Press:
    """What came of a key."""
    found = Press(
        cpu=cpu, size=sum(c.size for c in chunks), frames=sum(c.frame_end for c in chunks)
    )
    changes = [chunk for chunk in chunks if chunk.changed]
    if changes:
        found.done = (changes[-1].at - sent) * 1e3
    if expected:
        hits = [chunk for chunk in chunks if chunk.matched]
        found.paint = (hits[0].at - sent) * 1e3 if hits else None
    elif changes:
        found.paint = (first_frame(chunks[chunks.index(changes[0]) :]) - sent) * 1e3
        found.done = max(found.done or 0.0, found.paint)
    return found


def first_frame(chunks: list[Chunk]) -> float:
    """When the first frame was whole: at its closing mark if the program marks frames, else at
    the last chunk before a gap."""
    marked, at = any(chunk.frame_end for chunk in chunks), chunks[0].at
    for chunk in chunks:
        if not marked and chunk.at - at > GAP:
            break
        at = chunk.at
        if marked and chunk.frame_end:
            break
    return at


def hold(program: Contender, terminal: Terminal, terms: Terms) -> None:
    """Hold a key down: `burst` presses at `hz`."""
    keys = [encode(key) for key in program.keys.split()]
    terminal.pump(0.05, 1)
    terminal.replay()
    before, first = terminal.cpu(), now()
    for i in range(terms.burst):
        at = first + i / terms.hz
        while now() < at:
            terminal.read(at - now())
        terminal.write(keys[i % len(keys)])
    sent = now()
    terminal.settle(max(0.2, terms.settle / 1e3), 60)
    changes = [chunk for chunk in terminal.replay() if chunk.changed]
    used = (terminal.cpu() - before) * 1e3 / terms.burst
    lag = max(0.0, (changes[-1].at - sent) * 1e3) if changes else None
    program.bursts.append(Burst(lag=lag, cpu_per_key=used))
