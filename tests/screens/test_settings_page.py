"""The settings page, and the settings file behind it."""

from pathlib import Path

import pytest

from cartui.settings import Settings, read, write
from cartui.store.places import here
from tests.screens.stage import app_on, north, seen


async def test_settings_are_changed_by_enter_and_kept(workspace_folder: Path) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("comma")
        await pilot.pause()
        assert str(app.places.config)[:20] in seen(app)
        await pilot.press("enter", *"Kim", "enter", "down", "enter")
        await pilot.pause()
        assert app.theme == "ink"
        await pilot.press("escape")
        await pilot.pause()
        assert app.current_mode == app.rooms.mode_of("Home")
    kept, wrong = read(here().config)
    assert wrong == []
    assert (kept.name, kept.theme) == ("Kim", "ink")


async def test_the_same_colours_twice_say_which_are_shown_on_back(workspace_folder: Path) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder, settings=Settings(theme="ink", back_theme="ink"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("comma", "down", "down")
        await pilot.pause()
        assert "never the same as on FRONT; paper for now" in seen(app)


def test_a_written_setting_keeps_every_comment(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('# mine\ntheme = "paper"  # for the hall\nname = "A # B"\n\n[keys]\n# x\n')
    settings, wrong = read(path)
    assert wrong == []
    write(path, settings, theme="stage", density="cosy", name='Kim "K" \\ Lee')
    text = path.read_text()
    assert 'theme = "stage"  # for the hall' in text
    assert text.startswith("# mine\n")
    assert text.endswith("[keys]\n# x\n")
    again, wrong = read(path)
    assert wrong == []
    assert (again.theme, again.density, again.name) == ("stage", "cosy", 'Kim "K" \\ Lee')


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("theme = 3", "theme knows paper"),
        ('theme = "pink"', "theme knows paper"),
        ('colour = "red"', "no setting colour"),
        ("name = [", "left aside"),
    ],
)
def test_a_wrong_setting_is_named_and_left_aside(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "config.toml"
    path.write_text(text)
    settings, wrong = read(path)
    assert settings == Settings()
    assert says in " ".join(wrong)
    assert "left aside (" not in " ".join(wrong) or str(path) in " ".join(wrong)


@pytest.mark.parametrize("broken", [b"name = [\n# mine\n", b"name = '\xff'\n"])
async def test_a_broken_file_is_kept_and_a_new_one_holds_what_is_chosen(
    workspace_folder: Path, broken: bytes
) -> None:
    north(workspace_folder)
    config = here().config
    config.write_bytes(broken)
    config.with_name("config-broken-1.toml").write_text("an older one")
    app = app_on(workspace_folder)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.pause()  # what is told stands over the first frame, a moment after it
        assert "left aside" in seen(app)
        for key in ("enter", "comma", "down", "enter"):
            await pilot.press(key)
            await pilot.pause()
        assert app.theme == "ink"
        assert "cannot be read: it is now" in seen(app)
    assert config.with_name("config-broken-2.toml").read_bytes() == broken
    assert config.with_name("config-broken-1.toml").read_text() == "an older one"
    kept, wrong = read(config)
    assert (kept.theme, wrong) == ("ink", [])


async def test_a_folder_in_the_place_of_the_file_is_named(workspace_folder: Path) -> None:
    north(workspace_folder)
    config = here().config
    config.mkdir(parents=True)
    settings, wrong = read(config)
    assert settings == Settings()
    said = "The settings file was left aside (it is a folder). Usual settings are used."
    assert wrong == [f"{said} It is {config}"]
    app = app_on(workspace_folder)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.pause()
        assert config.name in seen(app)
        for key in ("enter", "comma", "down", "enter"):
            await pilot.press(key)
            await pilot.pause()
        assert app.theme == "ink"
        told = " ".join(seen(app).split())
        assert "is a folder. This holds until you leave." in told
        assert config.name in told
    assert [*config.iterdir()] == []
