"""The door of the program: `cartui`, and `python -m cartui`."""

import os
import sys

from cartui.commands.ending import ended


def main() -> None:
    """Open the last workspace, or do what is asked for; end with an exit code.

    Where nothing is asked for, no command line is read, and what reads it is not imported: that
    is how cartui is started every day.
    """
    if len(sys.argv) == 1 and "_CARTUI_COMPLETE" not in os.environ:
        from cartui.commands.invocation import Invocation  # noqa: PLC0415
        from cartui.commands.opening import open_last  # noqa: PLC0415

        sys.exit(ended(lambda: open_last(Invocation())))
    from cartui.cli import main as understood  # noqa: PLC0415

    understood()


if __name__ == "__main__":
    main()
