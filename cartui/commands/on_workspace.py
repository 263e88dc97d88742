"""A command on a workspace: `--data DIR` may stand behind it as well as before it."""

from collections.abc import Callable
from dataclasses import replace
from functools import update_wrapper
from pathlib import Path
from typing import Any

import click

from cartui.commands.invocation import Invocation


def on_workspace(command: Callable[..., None]) -> Callable[..., None]:
    """Let `--data DIR` stand after a command as well as before it; give the command the asked.

    The command's first argument is the Invocation.
    """

    @click.option(
        "--data",
        type=click.Path(path_type=Path),
        metavar="DIR",
        help="The workspace's folder.",
    )
    @click.pass_obj
    def asked(invocation: Invocation, /, data: Path | None, **options: Any) -> None:
        command(invocation if data is None else replace(invocation, data=data), **options)

    return update_wrapper(asked, command)
