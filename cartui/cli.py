"""The command line: which commands there are, and what they all take.

Nothing heavy is imported here, so that `--help` and `--version` answer at once: a command's module
is imported when that command is run, and Textual only when a screen is opened.
"""

import sys
from importlib import import_module
from pathlib import Path

import click

from cartui import __version__
from cartui.commands.ending import ended
from cartui.commands.invocation import Invocation

COMMANDS = {
    "demo": ("demo", "Look round with a made-up group: a fresh copy each time."),
    "present": ("presenting", "Open a second window for the projector."),
    "import": ("importing", "Bring people in from a spreadsheet, or a draft from a text."),
    "export": ("exporting", "Give people, boards or everything out."),
    "note": ("notes", "Write group notes from the shell."),
    "backup": ("backup", "Keep a whole workspace in one file."),
    "keys": ("keys", "List every action with its key, for keys of your own."),
    "check": ("checking", "Look whether this terminal and the workspace are well."),
    "repair": ("repairing", "Put a workspace right after damage or a change by hand."),
    "where": ("where", "Say where everything is kept on this computer."),
    "completion": ("completion", "Let the Tab key finish cartui's commands in your shell."),
}
"""Every command: the module of `cartui.commands` that holds it, and what it does in one line."""

THEMES = ("paper", "ink", "stage", "contrast")

HELP = """cartui: the facilitator's tool for Collaborative Action Research groups.

Without a command it opens the workspace you used last. Everything stays on this computer.

\b
Examples
  cartui                              open the last workspace, or begin
  cartui demo                         look round with a made-up group
  cartui --data ~/groups/falls        open a workspace that stands there
  cartui present                      a second window, for the projector
  cartui import people list.csv --preview
  cartui import draft map.md --card "Asset mapping"
  cartui export people members.csv
  cartui backup ~/falls.zip

\b
It ends with 0 when all is well, 1 after an error, 2 when a command was not understood,
3 when a workspace is locked or cannot be read, 130 when you interrupted it.
"""


class Commands(click.Group):
    """The sub-commands, each imported only when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order in which `--help` shows them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, its module imported, or None if there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"cartui.commands.{COMMANDS[cmd_name][0]}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing any of them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, says) for name, (_module, says) in COMMANDS.items()])


@click.group(cls=Commands, help=HELP, invoke_without_command=True)
@click.option("--data", type=click.Path(path_type=Path), metavar="DIR",
              help="The workspace's folder. CARTUI_DATA says the same.")  # fmt: skip
@click.option("--config", type=click.Path(path_type=Path), metavar="FILE",
              help="The settings file. CARTUI_CONFIG says the same.")  # fmt: skip
@click.option("--theme", type=click.Choice(THEMES), help="The colours, this once.")
@click.option("--ascii", "plain", is_flag=True, help="Letters and plain signs only, this once.")
@click.version_option(__version__, "--version", message="cartui %(version)s")
@click.help_option("--help", "-h")
@click.pass_context
def cartui(
    ctx: click.Context, data: Path | None, config: Path | None, theme: str | None, plain: bool
) -> None:
    """Open the last workspace, or run a command on it."""
    ctx.obj = Invocation(data=data, config=config, theme=theme or "", ascii=plain)
    if ctx.invoked_subcommand is None:
        from cartui.commands.opening import open_last

        ctx.exit(open_last(ctx.obj))


def main() -> None:
    """Run the command line, and end with its exit code."""
    sys.exit(ended(lambda: cartui.main(prog_name="cartui", standalone_mode=False)))
