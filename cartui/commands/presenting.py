"""`cartui present`: a second, read-only window for the projector, following the first."""

import os

import click

from cartui.commands.invocation import Invocation
from cartui.commands.on_workspace import on_workspace
from cartui.commands.opening import need_a_terminal, this_once
from cartui.commands.rehearsing import set_clock
from cartui.commands.saying import remark
from cartui.commands.workspaces import places_of
from cartui.settings import read
from cartui.store.identity import now


@click.command("present")
@on_workspace
def command(invocation: Invocation) -> None:
    """Open a second window for the projector: it shows what you present, and nothing else.

    Put it on the projector and leave your own window on the laptop. There, p shows what is
    highlighted in this window within half a second; your own stays as it is, back stage or not.
    It reads no workspace, and follows whichever is presented on this computer; with --data that
    one alone. q closes it.

    \b
    Examples
      cartui present
      cartui --theme paper present           for a light room
    """
    need_a_terminal()
    os.environ.setdefault("ESCDELAY", "25")
    # Textual takes longer to import than all the rest: not before a screen is to be shown.
    from cartui.app.second_window import SecondWindow  # noqa: PLC0415
    from cartui.services.following import Following  # noqa: PLC0415

    places = places_of(invocation)
    settings, complaints = read(places.config)
    for sentence in complaints:
        remark(sentence)
    settings = this_once(settings, invocation)
    theme = invocation.theme or ("contrast" if settings.theme == "contrast" else "stage")
    following = Following(places.state, places.chosen)
    plain = settings.symbols == "ascii"
    app = SecondWindow(following, places.reports, theme, plain=plain, clock=set_clock() or now)
    app.run()
    click.get_current_context().exit(app.return_code or 0)
