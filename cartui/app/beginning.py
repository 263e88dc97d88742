"""Beginning: the first start, a new group, another workspace. One question after the other."""

from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from pathlib import Path

from cartui.app.naming import ask_name
from cartui.app.opening import Opening
from cartui.model.problems import CartuiProblem
from cartui.model.text import clean, inert
from cartui.services.cycles import Cycles
from cartui.store.events import Change
from cartui.store.titles import title_of
from cartui.store.typed_path import is_folder, named, typed_path
from screens.home.names_box import NamesBox, names_in
from screens.parts.choice import Choice, Option
from screens.parts.frame import FrameScreen
from screens.parts.long_text import keeping

NAME_ASKS = "Your name, for the history (may stay empty)"
PATH = 40
NO_PRACTICE = "The made-up group is not here. Press n to start your own."


async def begin(app: Opening, way: str) -> None:
    """Go one of the ways of the first page: "look", "start" or "bring"."""
    if way == "look":
        await practise(app)
        return
    frame = app.frame
    if frame is None:
        return
    name = await frame.ask_line(NAME_ASKS, app.settings.name)
    if name is None:
        return
    if name != app.settings.name:
        app.change_setting("name", name)
    await app.open_folder(app.places.chosen or app.places.new_workspace())
    if await start_group(app, with_names=way == "start") and way == "bring":
        await app.switch_to("People")
        if app.frame is not None:
            await app.run_action("bring_in", app.frame)


async def start_group(app: Opening, *, with_names: bool = True) -> bool:
    """Ask for a group's name, its cycle and its people; return whether it was started."""
    frame, room = app.frame, app.workroom
    if frame is None or room is None:
        return False
    name = await frame.ask_line("Name of the group", id="group.new")
    if not name:
        return False
    cycles = Cycles(room.workspace, room.room).all()
    options = [Option(cycle.name, more=cycle.help) for cycle in cycles]
    taken = await app.push_screen_wait(Choice("Which cycle does the group work in?", options))
    if taken is None:
        return False
    cycle = cycles[taken].uid
    change = frame.do(lambda: room.programmes.start_group(name, cycle=cycle))
    app.read_again()
    if change is None:
        return False
    if with_names:
        keep = keeping(frame, "", partial(_bring_in, app, frame, change.about[0]))
        await app.push_screen_wait(NamesBox(name, keep))
    return True


def _bring_in(
    app: Opening, frame: FrameScreen, group: str, text: str, place: object
) -> Change | None:
    """Bring in people by their names alone, in one change."""
    from cartui.exchange.people_csv import PersonRow  # noqa: PLC0415
    from cartui.services.bringing_in import BringingIn  # noqa: PLC0415

    names = names_in(text)
    if (room := app.workroom) is None or not names:
        return None
    rows = [PersonRow(line=number, name=each) for number, each in enumerate(names, 1)]
    bringing = BringingIn(room.workspace, room.room)
    change = frame.do(lambda: bringing.bring_in(rows, group=group), place)
    app.read_again()
    return change


async def practise(app: Opening) -> None:
    """Open a fresh copy of a made-up group."""
    if app.practice is None:
        if app.frame is not None:
            app.frame.say(NO_PRACTICE, tone="problem")
        return
    try:
        folder = app.practice()
    except (CartuiProblem, OSError) as problem:
        app.cannot_open(problem)
    else:
        await app.open_folder(folder, looking_round=True)


async def rename(app: Opening) -> None:
    """Ask for the programme's name."""
    if (room := app.workroom) is not None:
        name = room.programmes.name()
        ask_name(app, name, name)


async def open_other(app: Opening) -> None:
    """Choose one of the workspaces in their usual place, or say which folder."""
    frame = app.frame
    if frame is None:
        return
    folder = app.places.workspaces
    known = sorted(path for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []
    options = [Option(clean(title_of(path)) or path.name, more=_short(path)) for path in known]
    options.append(Option("another folder ..."))
    taken = await app.push_screen_wait(Choice("Which workspace?", options))
    if taken is None:
        return
    if taken < len(known):
        await app.open_folder(known[taken])
        return
    await _open_asked(app, frame)


async def _open_asked(app: Opening, frame: FrameScreen) -> None:
    """Ask for a folder until one is opened or the question is left; what was typed stays."""
    text: str | None = str(Path.home())
    while text := await frame.ask_line("Folder of the workspace", text or "", id="workspace.open"):
        path = typed_path(text)
        if not is_folder(path):
            frame.say(
                f"There is no folder {named(path)}. This workspace stays open.", tone="problem"
            )
        elif await app.open_folder(path):
            return


def _short(path: Path) -> str:
    """Return a path whose beginning and end can both be read on one line."""
    whole = inert(str(path))
    return (
        whole if len(whole) <= PATH else f"{whole[: PATH // 3]}...{whole[-(PATH * 2 // 3 - 3) :]}"
    )


async def start_workspace(app: Opening) -> None:
    """Begin a new workspace, and its first group."""
    await app.open_folder(app.places.new_workspace())
    await start_group(app)


ACTS: Mapping[str, Callable[[Opening], Awaitable[None]]] = {
    "rename": rename,
    "open": open_other,
    "start": start_workspace,
    "practise": practise,
}
