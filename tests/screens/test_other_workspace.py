"""Another workspace is chosen by the name it gives itself; its folder stands beside it."""

import shutil
from pathlib import Path

from cartui.model.rooms import Room
from cartui.services.programmes import Programmes
from cartui.store.places import here
from cartui.store.titles import title_of
from tests.screens.stage import app_on, north, reopened, seen


async def test_programmes_are_named_and_their_folders_shortened_in_the_middle(
    workspace_folder: Path, tmp_path: Path
) -> None:
    north(workspace_folder)
    places = here()
    for name in ("workspace-1", "workspace-2"):
        shutil.copytree(workspace_folder, places.workspaces / name)
    renamed = reopened(places.workspaces / "workspace-2")
    Programmes(renamed, lambda: Room.MEMBERS).rename("Falls on the wards")
    renamed.close()
    (places.workspaces / "workspace-3").mkdir()
    app = app_on(workspace_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for key in ("colon", *"open another", "enter"):
            await pilot.press(key)
            await pilot.pause()
        rows = [line for line in seen(app).split("\n") if "workspace-" in line]
        assert ["Learning together" in rows[0], "Falls on the wards" in rows[1]] == [True, True]
        assert "workspace-3  " in rows[2]
        assert all("..." in row and f"workspace-{n}" in row for n, row in enumerate(rows, 1))


def test_a_folder_that_says_nothing_has_no_title(tmp_path: Path) -> None:
    for text in ("", "{}", "[]", '{"programme": {}}', '{"programme": {"1": 3}}'):
        (tmp_path / "programme.json").write_text(text)
        assert title_of(tmp_path) == ""
    assert title_of(tmp_path / "nowhere") == ""
