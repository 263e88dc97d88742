"""Starting a program: until its screen stands, and until it is quiet."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import time
from pathlib import Path

from benchmarks.ptybench import kernel
from benchmarks.ptybench.contender import Contender, Start, Terms
from benchmarks.ptybench.keys import encode
from benchmarks.ptybench.terminal import Terminal, now

UNFAIR = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "NO_COLOR", "COLUMNS", "LINES")
"""Settings of the bench's own surroundings that change what is measured."""


def launch(program: Contender, terms: Terms) -> Terminal | None:
    """Start it and measure the start. None when it did not come up, or was only run once."""
    for source, target in program.copy:
        fresh(Path(source), Path(target))
    env = {name: value for name, value in os.environ.items() if name not in UNFAIR}
    env |= {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"} | program.env
    argv = shlex.split(program.command)
    terminal = Terminal(argv, env, program.cwd, (terms.cols, terms.rows), sync=terms.sync)
    if program.once:
        run_once(program, terminal, terms)
        return None
    up = come_up(program, terminal, terms) and prepare(program, terminal, terms)
    if not up:
        terminal.close()
    return terminal if up else None


def fresh(source: Path, target: Path) -> None:
    """A new copy of a file or folder."""
    if source.is_dir():
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(source, target)
    else:
        shutil.copy2(source, target)


def run_once(program: Contender, terminal: Terminal, terms: Terms) -> None:
    """Measure a program that exits by itself."""
    end = terminal.t0 + terms.timeout_s
    while not terminal.reap() and now() < end:
        terminal.read(0.001 if terminal.eof else 0.005)
    if terminal.status is None:
        program.note("time-out")
    else:
        took = (terminal.exit_time - terminal.t0) * 1e3
        program.starts.append(Start(match=took, quiet=took, cpu=terminal.own_cpu * 1e3))
        if terminal.status:
            program.note(f"exit code {terminal.status}")
    terminal.close()


def come_up(program: Contender, terminal: Terminal, terms: Terms) -> bool:
    """Wait for its screen and then for silence."""
    pattern = re.compile(program.wait) if program.wait else None
    start, matched, last = Start(), pattern is None, None
    deadline = terminal.t0 + terms.timeout_s
    while now() < deadline:
        quiet = terminal.pump(terms.quiet / 1e3, min(1.0, max(0.01, deadline - now())))
        for chunk in terminal.replay(None if matched else pattern):
            last = (chunk.at - terminal.t0) * 1e3
            start.first_out = last if start.first_out is None else start.first_out
            if chunk.matched and start.match is None:
                start.match, matched = last, True
        if quiet and matched and last is not None:
            start.quiet = last
            break
        if terminal.reap():
            break
    start.cpu = terminal.cpu() * 1e3
    return came_up(program, terminal, start, matched and last is not None)


def came_up(program: Contender, terminal: Terminal, start: Start, shown: bool) -> bool:
    """Keep the start, or say why there is none."""
    if terminal.eof:
        end = now() + 0.3
        while not terminal.reap() and now() < end:
            time.sleep(0.005)
    program.last_screen = terminal.picture.text()
    if not shown or terminal.reap():
        why = "time-out" if terminal.status is None else f"exited with {terminal.status}"
        program.note(f"start failed ({why}); screen: {squeezed(program.last_screen)}")
        return False
    if start.quiet is None:
        program.note("never quiet during start")
    program.starts.append(start)
    return True


def prepare(program: Contender, terminal: Terminal, terms: Terms) -> bool:
    """Press the keys that open what is to be measured."""
    for key in program.pre.split():
        terminal.write(encode(key))
        terminal.pump(terms.settle / 1e3, 5, floor=0.15)
        terminal.replay()
    if not program.pre_wait:
        return True
    pattern, end = re.compile(program.pre_wait), now() + terms.timeout_s
    while not pattern.search(terminal.picture.text()) and now() < end:
        terminal.pump(terms.settle / 1e3, 1, floor=0.05)
        terminal.replay()
    if pattern.search(terminal.picture.text()):
        return True
    program.note(f"{program.pre_wait!r} not seen; screen: {squeezed(terminal.picture.text())}")
    return False


def finish(program: Contender, terminal: Terminal) -> None:
    """Take its memory and last screen, measure its exit, close."""
    if not terminal.reap():
        program.rss.append(kernel.peak_rss(terminal.pid))
        terminal.replay()
        program.last_screen = terminal.picture.text()
        if program.quit:
            sent = now()
            for key in program.quit.split():
                terminal.write(encode(key))
                terminal.read(0.05 if " " in program.quit else 0)
            while not terminal.reap() and now() - sent < 10:
                terminal.read(0.002)
            if terminal.status is None:
                program.note("the quit key did not end it")
            else:
                program.exits.append((terminal.exit_time - sent) * 1e3)
    terminal.close()


def squeezed(text: str) -> str:
    """A screen in one line, short."""
    return re.sub(r"\s+", " ", text).strip()[:300]
