"""On a disk that is full or read-only nothing typed goes away: not by a key, not by leaving."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cartui.store.identity import Identity
from screens.parts.popup import Told
from tests.screens.bad_disk import REASONS, BadDisk, app_on, bad_disk, names, press, titles
from tests.screens.stage import seen


@pytest.fixture(params=list(REASONS))
def disk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[BadDisk]:
    with bad_disk(tmp_path / "disk", request.param) as disk:
        yield disk


async def test_the_line_stays_open_with_its_text_and_enter_tries_again(
    disk: BadDisk, identity: Identity
) -> None:
    app = app_on(disk, identity)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "3")
        disk.go_bad()
        await press(pilot, "n", "'Night", "enter")
        assert "NOT SAVED: " in seen(app)
        assert REASONS[disk.kind] in seen(app)
        assert app.frame is not None
        assert app.frame._asking.half_typed == "Night"
        await press(pilot, "'s", "enter")  # reworded, and still not saved: one change, not two
        assert app.frame._asking.half_typed == "Nights"
        assert app.frame.unsaved == 1
        disk.get_well()
        await press(pilot, "enter")
        assert "NOT SAVED" not in seen(app)
        assert not app.frame._asking.asking
    assert [title for title in titles(disk.folder) if title.startswith("Night")][-1] == "Nights"
    assert "Night" not in titles(disk.folder)


async def test_f8_tries_again_from_any_screen_and_saves_what_stands_in_the_line(
    disk: BadDisk, identity: Identity
) -> None:
    app = app_on(disk, identity)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "3")
        disk.go_bad()
        await press(pilot, "n", "'Wet Zebra", "enter", "escape", "down", "1", "2", "down")
        assert "NOT SAVED" in seen(app)
        assert "“Wet Zebra”" in seen(app)
        await press(pilot, "f8")
        assert "NOT SAVED" in seen(app)
        disk.get_well()
        await press(pilot, "f8")
        assert "NOT SAVED" not in seen(app)
        assert "changes are saved" not in seen(app)
        assert "Wet Zebra" in seen(app)
        await press(pilot, "3")
        assert "Wet Zebra" in seen(app)
        await press(pilot, "f8")
        assert "Everything is saved." in seen(app)
    assert titles(disk.folder).count("Wet Zebra") == 1


async def test_moved_about_and_several_are_saved_in_their_order(
    disk: BadDisk, identity: Identity
) -> None:
    app = app_on(disk, identity)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "3")
        disk.go_bad()
        await press(pilot, "n", "'First", "enter", "escape", "n", "'Second", "enter", "escape")
        await press(pilot, "2", "n", "'Yan Tan", "enter", "escape", "1")
        assert "NOT SAVED (3 changes)" in seen(app)
        for words in ("“First”", "“Second”", "“Yan Tan”"):
            assert words in seen(app)
        disk.get_well()
        await press(pilot, "f8")
        assert "NOT SAVED" not in seen(app)
        assert "3 changes are saved now: “First”  “Second”  “Yan Tan”" in seen(app)
        assert "u undo" in seen(app)
    assert titles(disk.folder)[-2:] == ["First", "Second"]
    assert "Yan Tan" in names(disk.folder)


async def test_a_card_that_was_moved_is_named_and_enter_tries_again(
    disk: BadDisk, identity: Identity
) -> None:
    app = app_on(disk, identity)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "3")
        disk.go_bad()
        await press(pilot, ">")
        assert "NOT SAVED" in seen(app)
        assert "Moved Festival volunteers" in " ".join(seen(app).split())
        await press(pilot, "down", "up", "f8")
        assert "NOT SAVED" in seen(app)
        assert app.frame is not None
        assert app.frame.unsaved == 1
        disk.get_well()
        await press(pilot, "f8")
        assert "NOT SAVED" not in seen(app)
        await press(pilot, "u")
        assert "Took back" in seen(app)


async def test_leaving_asks_and_staying_keeps_it(disk: BadDisk, identity: Identity) -> None:
    app = app_on(disk, identity)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "3", "enter")  # a card's own page, which is gone when it is left
        disk.go_bad()
        await press(pilot, "e", "' of mine", "enter", "escape", "escape")
        assert "NOT SAVED" in seen(app)
        await press(pilot, "q", "q")
        assert "1 change is NOT SAVED and will be lost." in " ".join(seen(app).split())
        await press(pilot, "escape")
        assert app.is_running
        disk.get_well()
        await press(pilot, "f8", "q")
        assert "All saved. Leave?" in seen(app)
        await press(pilot, "escape")
    assert any(title.endswith(" of mine") for title in titles(disk.folder))


async def test_only_a_word_of_ours_lets_go_of_it(disk: BadDisk, identity: Identity) -> None:
    app = app_on(disk, identity)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "3")
        disk.go_bad()
        await press(pilot, "n", "'Zebra", "enter", "escape", "u")
        assert "This is not saved. Let go of it?" in seen(app)
        assert "Zebra" in seen(app)
        await press(pilot, "escape")
        assert "NOT SAVED" in seen(app)
        await press(pilot, "u", "enter")
        assert "NOT SAVED" not in seen(app)
        disk.get_well()
    assert "Zebra" not in titles(disk.folder)


async def test_saved_elsewhere_from_wherever_one_is(
    disk: BadDisk, identity: Identity, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    app = app_on(disk, identity)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "3")
        disk.go_bad()
        await press(pilot, "n", "'Zebra", "enter", "escape", "2", "down", "f4")
        assert app.frame is not None
        app.frame._asking._line.value = str(stick)
        await press(pilot, "enter")
        assert "NOT SAVED" not in seen(app)
        assert app.frame.unsaved == 0
        disk.get_well()
    (kept,) = stick.iterdir()
    assert b"Zebra" in kept.read_bytes()


async def test_a_folder_that_took_nothing_is_named_and_stands_again_to_be_mended(
    disk: BadDisk, identity: Identity, tmp_path: Path
) -> None:
    (tmp_path / "stick").mkdir()
    app = app_on(disk, identity)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "3")
        disk.go_bad()
        await press(pilot, "n", "'Zebra", "enter", "escape", "f4")
        await press(pilot, f"'{tmp_path}/stic", "enter")
        said = "".join(seen(app).split())
        assert f"Notsavedin{tmp_path}/stic" in said
        assert app.frame is not None
        assert app.frame._asking.half_typed == f"{tmp_path}/stic"
        await press(pilot, "k", "enter")
        assert app.frame.unsaved == 0
        disk.get_well()
    (kept,) = (tmp_path / "stick").iterdir()
    assert b"Zebra" in kept.read_bytes()


async def test_private_words_are_not_named_on_front(disk: BadDisk, identity: Identity) -> None:
    app = app_on(disk, identity)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "2", "B", "enter")
        disk.go_bad()
        await press(pilot, "c", "'Zebra secret", "enter")
        assert "Zebra secret" in seen(app)
        await press(pilot, "f9")
        assert "Zebra" not in seen(app)
        assert "NOT SAVED" not in seen(app)
        await press(pilot, "B", "enter")
        assert "Zebra secret" in seen(app)
        disk.get_well()
        await press(pilot, "f8")
        assert "NOT SAVED" not in seen(app)


async def test_a_folder_opened_for_looking_only_keeps_what_is_typed_until_it_can_be_written(
    tmp_path: Path, identity: Identity
) -> None:
    with bad_disk(tmp_path / "disk", "read-only") as disk:
        disk.go_bad()
        app = app_on(disk, identity)
        async with app.run_test(size=(80, 24)) as pilot:
            while not isinstance(app.screen, Told):  # it is said at the start
                await pilot.pause()
            await press(pilot, "enter", "3", "n", "'Zebra", "enter")
            assert "NOT SAVED" in seen(app)
            assert app.frame is not None
            assert app.frame._asking.half_typed == "Zebra"
            disk.get_well()
            await press(pilot, "f8")
            assert "NOT SAVED" not in seen(app)
        assert "Zebra" in titles(disk.folder)


async def test_another_workspace_is_not_opened_over_it(
    disk: BadDisk, identity: Identity, tmp_path: Path
) -> None:
    app = app_on(disk, identity)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "3")
        disk.go_bad()
        await press(pilot, "n", "'Zebra", "enter", "escape")
        await app.open_folder(tmp_path / "other")
        await pilot.pause()
        assert "Not opened" in seen(app)
        assert "“Zebra”" in seen(app)
        disk.get_well()
        await press(pilot, "f8")
    assert "Zebra" in titles(disk.folder)
