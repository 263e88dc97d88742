"""Home, the first start, the settings page, and what a crash leaves."""

import stat
from pathlib import Path
from typing import Any

import pytest

from cartui.model.cycles import Stage
from cartui.model.people import Group, Person
from cartui.model.rooms import Room
from cartui.services.board import Board
from cartui.services.cycles import Cycles
from cartui.services.glance import signs
from cartui.services.looking import Looking
from cartui.services.programmes import NameTaken, NoName, Programmes
from cartui.settings import Settings, read, write
from cartui.store.places import here
from tests.screens.stage import app_on, lines, members, north, reopened, seen

SECRET = "kingfisher"  # noqa: S105 - a word to look for


async def test_an_empty_home_says_the_next_key(workspace_folder: Path) -> None:
    app = app_on(workspace_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Next: press n to start your first group." in seen(app)
        assert "No groups yet. Press n to start your first one." in seen(app)


async def test_groups_stand_at_a_glance_with_their_stages(workspace_folder: Path) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3", "greater_than_sign", "1")
        await pilot.pause()
        row = next(line for line in lines(app) if "North" in line)
        assert "T1 D1 S0 I0 P0" in row
        assert "? 1" in row
        assert "Next: a why is owed" in seen(app)


async def test_ten_stages_are_legible_at_80_by_24(workspace_folder: Path) -> None:
    workspace = reopened(workspace_folder)
    names = ("Plan", "Pilot", "Do", "Data", "Store", "Study", "Act", "Adapt", "Share", "Publish")
    stages = tuple(Stage(id=name.lower(), name=name, short=name) for name in names)
    cycle = Cycles(workspace, members).make_own("Ten", stages).about[0]
    Programmes(workspace, members).start_group("A group with a rather long name", cycle=cycle)
    workspace.close()
    app = app_on(workspace_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        row = next(line for line in lines(app) if "A group" in line)
        assert "Pl0 Pi0 Do0 Da0 Sto0 Stu0 Ac0 Ad0 Sh0 Pu0" in row


def test_signs_tell_stages_apart_by_the_fewest_letters() -> None:
    named = [Stage(id=name, name=name) for name in ("Topic", "Data", "Test", "Tests")]
    assert signs(named) == ["To", "D", "Test", "Test"]
    assert signs([]) == []


async def test_enter_opens_the_groups_board_and_an_owed_why_its_group(
    workspace_folder: Path,
) -> None:
    north(workspace_folder)
    workspace = reopened(workspace_folder)
    south = Programmes(workspace, members).start_group("South").about[0]
    board = Board(workspace, members, south)
    board.new_card("Harbour walks", "topic")
    board.advance(board.cards()[0])
    workspace.close()
    app = app_on(workspace_folder)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("down", "enter")
        await pilot.pause()
        assert "Harbour walks" in seen(app)
        await pilot.press("1", "home", "enter")
        await pilot.pause()
        assert "Night visits" in seen(app)
        await pilot.press("1", "tab", "enter")
        await pilot.pause()
        assert "Harbour walks" in seen(app)


async def test_what_changed_since_i_last_looked(workspace_folder: Path) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("q", "enter")
    other = reopened(workspace_folder)
    programmes = Programmes(other, members)
    programmes.start_group("West")
    other.close()
    app = app_on(workspace_folder)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert "Started the group West" in seen(app)
        await pilot.press("l")
        await pilot.pause()
        assert "Started the group West" not in seen(app)
        assert "Nothing has changed since you last looked." in seen(app)


def test_the_mark_of_looking_holds_no_words(workspace_folder: Path, tmp_path: Path) -> None:
    north(workspace_folder)
    workspace = reopened(workspace_folder)
    looking = Looking(workspace, tmp_path / "state")
    assert looking.news() == []
    looking.looked()
    Programmes(workspace, members).start_group(SECRET)
    assert [change.verb for change in looking.news()] == ["group.start"]
    kept = list((tmp_path / "state").rglob("*.json"))
    assert len(kept) == 1
    assert SECRET not in kept[0].read_text()
    assert stat.S_IMODE(kept[0].stat().st_mode) == 0o600
    assert Looking(workspace, tmp_path / "state").news() != []
    workspace.close()


async def test_starting_a_group_with_its_people_by_keys(workspace_folder: Path) -> None:
    app = app_on(workspace_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n", *"Harbour", "enter")
        await pilot.pause()
        await pilot.press("down", "enter")
        await pilot.pause()
        await pilot.press(*"Asha Rao", "enter", *"Ben", "escape")
        await pilot.pause()
        assert "Brought in 2 people" in seen(app)
    workspace = reopened(workspace_folder)
    (group,) = workspace.table(Group).values()
    assert (group.name, group.cycle) == ("Harbour", "AR4")
    assert sorted(p.name for p in workspace.table(Person).values()) == ["Asha Rao", "Ben"]


async def test_renaming_and_putting_a_group_away_and_taking_it_back(
    workspace_folder: Path,
) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("e", *" side", "enter", "X")
        await pilot.pause()
        assert "Put away the group North side" in seen(app)
        await pilot.press("u")
        await pilot.pause()
    (group,) = reopened(workspace_folder).table(Group).values()
    assert (group.name, group.away) == ("North side", False)


def test_groups_need_names_of_their_own(workspace_folder: Path) -> None:
    north(workspace_folder)
    programmes = Programmes(reopened(workspace_folder), members)
    with pytest.raises(NameTaken):
        programmes.start_group("north")
    with pytest.raises(NoName):
        programmes.start_group("  ")
    group = programmes.groups()[0]
    assert programmes.rename_group(group, "North") is None
    assert programmes.rename_group(group, "NORTH") is not None


# --- the first start


async def test_the_first_page_says_three_ways_and_two_truths() -> None:
    app = app_on(None)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        page = " ".join(seen(app).split())
        for words in (
            "cartui helps you run an action research group.",
            "Everything stays on this computer.",
            "Enter look round",
            "n start your own group",
            "i bring a list",
            "not yet locked by a passphrase",
            "? shows the keys, u takes back, Esc goes back.",
        ):
            assert words in page
        assert "1 Home" not in page
        await pilot.press("escape", "u", "c", "B", "i", "escape")
        assert app.is_running


async def test_starting_my_own_makes_a_workspace_and_remembers_it() -> None:
    app = app_on(None)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n", *"Rowan", "enter")
        await pilot.pause()
        await pilot.press(*"North", "enter")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert "1 Home" in lines(app)[0]
        assert "Next: Enter opens the board" in seen(app)
        assert app.workroom is not None
        folder = app.workroom.workspace.folder
        assert app.workroom.workspace.identity.actor == "Rowan"
    assert here().workspace() == folder
    assert [group.name for group in reopened(folder).table(Group).values()] == ["North"]
    assert read(here().config)[0].name == "Rowan"


async def test_bringing_a_list_leads_to_the_list() -> None:
    app = app_on(None)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("i", "enter")
        await pilot.pause()
        await pilot.press(*"North", "enter")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause(0.3)
        assert "ring in" in seen(app)


async def test_looking_round_opens_the_practice_programme(tmp_path: Path) -> None:
    def practice() -> Path:
        north(tmp_path / "practice")
        return tmp_path / "practice"

    app = app_on(None, practice=practice)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await pilot.pause(0.2)
        assert "North" in seen(app)


def test_a_practice_copy_is_not_the_workspace_to_open_next(tmp_path: Path) -> None:
    from cartui.practice import fresh_copy, programmes

    app = app_on(fresh_copy(programmes()[0], tmp_path / "practice"))
    assert app.workroom is not None
    app.workroom.close()
    assert here().workspace() is None


async def test_another_workspace_opens_in_place_of_this_one(
    workspace_folder: Path, tmp_path: Path
) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("B", "enter")
        await pilot.pause()
        other = tmp_path / "other"
        other.mkdir()
        await app.open_folder(other)
        await pilot.pause()
        assert app.stage is Room.MEMBERS
        assert "No groups yet" in seen(app)
        await pilot.press("2", "3", "1")
        await pilot.pause()
        assert "North" not in seen(app)


async def test_a_folder_that_cannot_be_opened_leaves_this_one_open(
    workspace_folder: Path, tmp_path: Path
) -> None:
    north(workspace_folder)
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "home")
    app = app_on(workspace_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await app.open_folder(link)
        await pilot.pause()
        assert "North" in seen(app)
        await pilot.press("e", "x", "enter")
        await pilot.pause()
    assert [g.name for g in reopened(workspace_folder).table(Group).values()] == ["Northx"]


# --- settings


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


# --- a crash


async def test_a_crash_leaves_one_sentence_and_a_report_without_words(
    workspace_folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    north(workspace_folder)
    app: Any = app_on(workspace_folder)

    def broken() -> None:
        private = SECRET
        raise ValueError(private)

    async def until_it_breaks() -> None:
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("2", "1")
            monkeypatch.setattr(app.frame, "action_put_away", broken)
            await pilot.press("X")
            await pilot.pause()

    with pytest.raises(ValueError, match="kingfisher"):
        await until_it_breaks()
    (report,) = app.places.reports.glob("*.txt")
    text = report.read_text()
    assert "ValueError" in text
    assert "home.put_away" in text
    assert SECRET not in text
    assert "North" not in text
    assert stat.S_IMODE(report.stat().st_mode) == 0o600
    assert app.return_code == 1
    assert SECRET not in "".join(capsys.readouterr())


async def test_what_was_found_at_the_opening_is_said_first(workspace_folder: Path) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder, complaints=["The settings file was left aside."])
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.pause()
        assert "Before you begin" in seen(app)
        assert "The settings file was left aside." in seen(app)


@pytest.mark.parametrize(("key", "name"), [("t", "Harbour"), ("p", "North"), ("escape", "North")])
async def test_a_file_changed_by_hand_is_offered(
    workspace_folder: Path, key: str, name: str
) -> None:
    north(workspace_folder)
    file = workspace_folder / "programme.json"
    file.write_text(file.read_text().replace("North", "Harbour"))
    app = app_on(workspace_folder)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        await pilot.pause()
        assert "programme.json is not as cartui wrote it" in seen(app)
        await pilot.press("enter")
        await pilot.pause()
        await pilot.pause()
        assert "“North” became “Harbour”" in seen(app)
        await pilot.press(key)
        await pilot.pause()
        assert "Changed by hand" not in seen(app)
        assert name in seen(app)
    (group,) = reopened(workspace_folder).table(Group).values()
    assert group.name == name


async def test_the_mouse_works_on_tabs_and_hints(workspace_folder: Path) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        at = lines(app)[0].index("2 People")
        await pilot.click(offset=(at + 3, 0))
        await pilot.pause()
        assert "Asha Rao" in seen(app)
        at = lines(app)[-1].index("help")
        await pilot.click(offset=(at, 29))
        await pilot.pause()
        assert "Keys on this screen: People" in seen(app)
