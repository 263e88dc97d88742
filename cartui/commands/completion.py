"""`cartui completion SHELL`: the lines that let a shell finish cartui's commands."""

import click
from click.shell_completion import get_completion_class

from cartui.commands.saying import say

_WHERE_TO = {
    "bash": "echo 'eval \"$(cartui completion bash)\"' >> ~/.bashrc",
    "zsh": "echo 'eval \"$(cartui completion zsh)\"' >> ~/.zshrc",
    "fish": "cartui completion fish > ~/.config/fish/completions/cartui.fish",
    "powershell": "cartui completion powershell >> $PROFILE",
}


@click.command("completion", epilog="\b\n" + "\n".join(_WHERE_TO.values()))
@click.argument("shell", type=click.Choice(list(_WHERE_TO)))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print the lines that your shell needs; the commands below put them in their place."""
    complete = get_completion_class(shell)
    assert complete is not None  # noqa: S101  (the choice above lists click's own shells)
    say(complete(ctx.find_root().command, {}, "cartui", "_CARTUI_COMPLETE").source())
