"""The stages of the room: at once to FRONT, in one frame, with nothing of BACK left."""

import re
from pathlib import Path

import pytest
from textual.app import App

from cartui.backstage.kinds import BACK
from cartui.backstage.private_notebook import PrivateNotebook
from cartui.model.people import Group
from cartui.model.rooms import Room
from cartui.services.notebook import Notebook
from screens.parts.popup import Sure
from screens.parts.slots import Slot
from tests.screens.stage import app_on, lines, members, north, reopened, seen

CANARY = "kingfisher"


def on_back() -> Room:
    return Room.BACK


@pytest.fixture
def with_private_notes(workspace_folder: Path) -> Path:
    """A workspace with a private note on everything there is."""
    group = north(workspace_folder)
    workspace = reopened(workspace_folder)
    workspace.open_back(BACK)
    notes = PrivateNotebook(workspace, on_back)
    notes.write("", CANARY)
    notes.write(group, CANARY)
    workspace.close()
    return workspace_folder


async def test_it_starts_on_front_members_at_home_with_no_back_file_open(
    with_private_notes: Path,
) -> None:
    app = app_on(with_private_notes)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert lines(app)[0].startswith(" FRONT members ")
        assert app.workroom is not None
        assert app.workroom.workspace.back_side is None
        assert CANARY not in seen(app)


async def test_back_needs_two_acts_and_shows_what_is_private(with_private_notes: Path) -> None:
    app = app_on(with_private_notes)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("B")
        await pilot.pause()
        assert "Go back stage? Private notes will show on this screen." in seen(app)
        await pilot.press("escape")
        await pilot.pause()
        assert app.stage is Room.MEMBERS
        await pilot.press("B", "enter")
        await pilot.pause()
        await pilot.pause()
        assert lines(app)[0].startswith(" BACK private ")
        assert " private " in lines(app)[1]
        assert CANARY in seen(app)
        assert app.theme == "ink"


@pytest.mark.parametrize("key", ["f", "ctrl+g", "f9"])
async def test_front_is_painted_in_under_two_frames(with_private_notes: Path, key: str) -> None:
    app = app_on(with_private_notes)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("B", "enter")
        await pilot.pause(0.2)
        assert CANARY in seen(app)
        frames: list[str] = []
        watched = _Watched(app, frames)
        await pilot.press(key)
        await pilot.pause(0.2)
        watched.stop()
        assert frames
        assert not any(CANARY in frame for frame in frames)
        assert frames[0].startswith(" FRONT members ")
        assert words(frames[0]) == words(frames[-1]), "only border and colours may follow"


def words(frame: str) -> list[str]:
    """What a frame says in its body, without the border that BACK stands in."""
    inside = re.sub(r"[^\w ]|private", " ", "\n".join(frame.splitlines()[1:-2]))
    return inside.split()


class _Watched:
    """Keeps what each frame shows when the compositor hands it to the terminal."""

    def __init__(self, app: App[None], frames: list[str]) -> None:
        self._app, self._display = app, app._display

        def display(screen: object, renderable: object) -> None:
            if not app._batch_count and renderable is not None:
                frames.append(seen(app))  # type: ignore[arg-type]
            self._display(screen, renderable)  # type: ignore[arg-type]

        app._display = display  # type: ignore[method-assign]

    def stop(self) -> None:
        self._app._display = self._display  # type: ignore[method-assign]


async def test_front_leaves_nothing_of_back_in_the_app(with_private_notes: Path) -> None:
    app = app_on(with_private_notes)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("B", "enter")
        await pilot.pause()
        await pilot.press("C", *"heron", "enter")
        await pilot.pause()
        app.copy_to_clipboard(CANARY)
        app.notify(CANARY)
        await pilot.press("f")
        await pilot.pause()
        for secret in (CANARY, "heron"):
            assert secret not in seen(app)
            assert secret not in app.export_screenshot()
        assert app.clipboard == ""
        assert not app._notifications
        assert app.title == "cartui"
        assert app.sub_title == ""
        assert app.workroom is not None
        assert app.workroom.workspace.back_side is None
        assert all(not slot.children for slot in app.screen.query(Slot))
        await pilot.press("u")
        await pilot.pause()
        assert "private" not in lines(app)[-2]


async def test_half_typed_text_is_unseen_on_front_and_offered_again_on_back(
    with_private_notes: Path,
) -> None:
    app = app_on(with_private_notes)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("B", "enter")
        await pilot.pause()
        await pilot.press("C", *"she said")
        assert "she said" in seen(app)
        await pilot.press("ctrl+g")
        await pilot.pause()
        assert "she said" not in seen(app)
        await pilot.press("C", *"open", "enter")
        await pilot.pause()
        await pilot.press("B", "enter")
        await pilot.pause()
        assert "she said" in seen(app)
        await pilot.press(*" no", "enter")
        await pilot.pause()
    workspace = reopened(with_private_notes)
    assert [note.text for note in Notebook(workspace, members).about("")] == ["open"]
    workspace.open_back(BACK)
    assert "she said no" in [note.text for note in PrivateNotebook(workspace, on_back).loose()]


async def test_a_pop_up_of_back_is_gone_on_front(with_private_notes: Path) -> None:
    app = app_on(with_private_notes)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("B", "enter")
        await pilot.pause()
        app.push_screen(Sure(CANARY))
        await pilot.pause()
        assert CANARY in seen(app)
        await pilot.press("f9")
        await pilot.pause()
        assert CANARY not in seen(app)
        assert len(app.screen_stack) == 1


async def test_front_public_is_read_only_and_hides_members(with_private_notes: Path) -> None:
    app = app_on(with_private_notes)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("F", "enter")
        await pilot.pause()
        assert lines(app)[0].startswith(" FRONT public ")
        assert "North" in seen(app)
        await pilot.press("n", "e", "X", "u", "c", "C", "f", "ctrl+g")
        await pilot.pause()
        assert app.stage is Room.PUBLIC
        await pilot.press("2")
        await pilot.pause()
        assert "Members only. Press 1 for Home." in seen(app)
        assert "Asha" not in seen(app)
        await pilot.press("F", "escape")
        await pilot.pause()
        assert app.stage is Room.PUBLIC
        await pilot.press("F", "enter")
        await pilot.pause()
        assert lines(app)[0].startswith(" FRONT members ")
        assert "Asha" in seen(app)
    groups = reopened(with_private_notes).table(Group)
    assert [(group.name, group.away) for group in groups.values()] == [("North", False)]


async def test_the_palette_and_help_of_front_offer_nothing_of_back(
    with_private_notes: Path,
) -> None:
    app = app_on(with_private_notes)
    async with app.run_test(size=(200, 60)) as pilot:
        for keys in (["question_mark"], ["colon", *"private"], ["f2"]):
            await pilot.press(*keys)
            await pilot.pause()
            assert "rivate line" not in seen(app)
            assert "Add something private" not in seen(app)
            await pilot.press("escape")
            await pilot.pause()


async def test_the_truth_is_told_once(with_private_notes: Path) -> None:
    app = app_on(with_private_notes)
    async with app.run_test(size=(80, 24)) as pilot:
        told = []
        for _ in range(2):
            await pilot.press("B", "enter")
            await pilot.pause()
            await pilot.press("f")
            await pilot.pause()
            told.append("We cannot see your projector" in seen(app))
        assert told == [True, False]
