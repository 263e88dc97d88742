"""Opening the app in this terminal: the one command module that reaches Textual, and only then."""

import gc
import os
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from msgspec.structs import replace

from cartui.commands.ending import NotUnderstood
from cartui.commands.invocation import Invocation
from cartui.commands.letters import speaks_utf8
from cartui.commands.rehearsing import clock_for
from cartui.commands.workspaces import places_of
from cartui.settings import Settings, read
from cartui.store.identity import Identity
from cartui.store.places import Places, free_name


def open_last(invocation: Invocation) -> int:
    """Open the workspace asked for, or the last one, or the first page if there is none."""
    return show(invocation, places_of(invocation).workspace())


def show(invocation: Invocation, folder: Path | None, *, looking_round: bool = False) -> int:
    """Show a workspace, or the first page for None, until it is left. Returns an exit code.

    `looking_round` says that it is a practice copy, just made.

    Raises NotUnderstood if there is no terminal, and what `Workspace.open` raises.
    """
    need_a_terminal()
    clock = clock_for(folder)
    gc.disable()  # until the first screen stands; the app enables it again
    os.environ.setdefault("ESCDELAY", "25")  # read by Textual at its import: Esc is felt at once
    leave_out_the_network()
    # Textual takes longer to import than all the rest: not before a screen is to be shown.
    from cartui.app import CartuiApp  # noqa: PLC0415

    places = places_of(invocation)
    settings, complaints = read(places.config)
    app = CartuiApp(
        folder,
        places=places,
        settings=this_once(settings, invocation),
        complaints=complaints,
        practice=lambda: practice_copy(places),
        looking_round=looking_round,
        identity=identity_with(clock, places, settings) if clock is not None else None,
    )
    app.run()
    return app.return_code or 0


def identity_with(clock: Callable[[], datetime], places: Places, settings: Settings) -> Identity:
    """Return who writes here, by another clock than the machine's."""
    return Identity(device=places.device(), actor=settings.name, clock=clock)


def leave_out_the_network() -> None:
    """Import asyncio without TLS, which it takes along if it is there: cartui has no network.

    asyncio provides for a Python built without it. Whoever asks for `ssl` later gets it.
    """
    if not {"asyncio", "ssl"} & sys.modules.keys():
        sys.modules["ssl"] = None  # type: ignore[assignment]
        import asyncio  # noqa: F401, PLC0415

        del sys.modules["ssl"]


def practice_copy(places: Places, programme: str = "") -> Path:
    """Make a fresh practice copy under a name that is free, and return its folder."""
    from cartui.practice import fresh_copy, programmes  # noqa: PLC0415  (only when it is wanted)

    name = programme or programmes()[0]
    return fresh_copy(name, free_name(places.practice, name))


def need_a_terminal() -> None:
    """Raise NotUnderstood unless keys can be read and a screen can be shown."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise NotUnderstood(
            "cartui needs a terminal to show its screens; cartui --help lists what works without."
        )


def this_once(settings: Settings, invocation: Invocation) -> Settings:
    """Return the settings with what the command line asks for; the file is not touched."""
    plain = invocation.ascii or (settings.symbols == "auto" and not speaks_utf8())
    return replace(
        settings,
        theme=invocation.theme or settings.theme,
        symbols="ascii" if plain else settings.symbols,
    )
