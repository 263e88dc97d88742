"""The run: all programs in turn, A B C and C B A, so that the machine's moods hit them alike."""

from __future__ import annotations

import signal
import sys
from types import FrameType

from benchmarks.ptybench.contender import Contender, Terms
from benchmarks.ptybench.figures import Noise
from benchmarks.ptybench.launching import finish, launch
from benchmarks.ptybench.pressing import hold, press
from benchmarks.ptybench.terminal import LIVE, Terminal

Alive = list[tuple[Contender, Terminal]]


def run(programs: list[Contender], terms: Terms) -> Noise:
    """Measure all; the results stand in the programs. Returns the noise of the machine."""
    noise = Noise()
    leave_nothing_running()
    try:
        for number in range(-terms.warm, terms.rounds):
            order = programs if number % 2 == 0 else programs[::-1]
            for group in [[p] for p in order] if terms.solo else [order]:
                one_round(group, terms, noise, counts=number >= 0)
            if number < 0:
                for program in programs:
                    program.forget()
    finally:
        close_all()
    return noise


def one_round(group: list[Contender], terms: Terms, noise: Noise, *, counts: bool) -> None:
    """Start each, give each press to each in turn, end each."""
    alive: Alive = []
    for program in group:
        noise.tick()
        terminal = launch(program, terms)
        if terminal is not None:
            alive.append((program, terminal))
    if counts:
        press_in_turn(alive, terms, noise)
        for program, terminal in alive if terms.burst else []:
            if program.keys:
                hold(program, terminal, terms)
    for program, terminal in alive:
        finish(program, terminal)


def press_in_turn(alive: Alive, terms: Terms, noise: Noise) -> None:
    """Every press goes to A, B, C ..., never in step with what a program does on a timer."""
    for number in range(terms.presses):
        if number % 10 == 0:
            noise.tick()
        for program, terminal in list(alive):
            if program.keys:
                terminal.pump(1, ((number * 7919) % 17) / 1e3)
                if not press(program, terminal, number, terms):
                    alive.remove((program, terminal))
                    terminal.close()


def leave_nothing_running() -> None:
    """When the bench is stopped, so are the programs it started."""

    def stop(sign: int, _frame: FrameType | None) -> None:
        close_all()
        sys.exit(128 + sign)

    for sign in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(sign, stop)


def close_all() -> None:
    """Close every terminal that is open."""
    for terminal in list(LIVE.values()):
        terminal.close()
