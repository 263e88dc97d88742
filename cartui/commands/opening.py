"""Opening the app in this terminal: the one command module that reaches Textual, and only then."""

import sys
from pathlib import Path

from cartui.commands.ending import NotUnderstood
from cartui.commands.invocation import Invocation
from cartui.commands.workspaces import places_of


def open_last(invocation: Invocation) -> int:
    """Open the workspace asked for, or the last one, or the first page if there is none."""
    return show(invocation, places_of(invocation).workspace())


def show(invocation: Invocation, folder: Path | None) -> int:
    """Show a workspace, or the first page for None, until it is left. Returns an exit code.

    Raises NotUnderstood if there is no terminal, and what `Workspace.open` raises.
    """
    need_a_terminal()
    # Textual takes longer to import than all the rest: not before a screen is to be shown.
    from cartui.app import CartuiApp  # noqa: PLC0415

    app = CartuiApp(places_of(invocation), folder, theme=invocation.theme, ascii=invocation.ascii)
    app.run()
    return app.return_code or 0


def need_a_terminal() -> None:
    """Raise NotUnderstood unless keys can be read and a screen can be shown."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise NotUnderstood(
            "cartui needs a terminal to show its screens; cartui --help lists what works without."
        )
