"""The canary: a marker in every back field, every key on FRONT, and not one sight of it."""

from pathlib import Path

import pytest

from cartui.store.identity import Identity
from screens.parts.rows import RowList
from tests.canary.opened import back_files, files_opened
from tests.canary.planting import MARK
from tests.canary.walking import walking
from tests.canary.witness import files_holding, painted

SIZES = [(80, 24), (120, 40)]
PAGES = ["1", "2", "2 enter", "2 I", "3", "3 enter", "3 enter D", "3 t", "comma"]
PAGES += ["4", "4 enter", "4 a", "4 v", "4 W"]
FEW_KEYS = {"4 a", "4 v", "4 W", "6 up enter v"}
"""Where few keys answer: a pop-up, and a page to read."""
PAGES += ["5", "5 enter"]
PAGES += ["6", "6 d", "6 up enter v"]
"""The keys that lead to every page there is on FRONT members."""
PUBLIC_PAGES = ["1", "2", "3", "3 enter", "4", "5", "6"]
PART = MARK[:-1]
"""Most of the marker: it is typed to search for the marker without being it."""


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("page", PAGES)
async def test_no_key_on_front_members_shows_the_marker(
    planted: Path, identity: Identity, tmp_path: Path, size: tuple[int, int], page: str
) -> None:
    with files_opened() as opened:
        async with walking(planted, identity, size) as walk:
            await walk.every_key(*page.split())
            assert not walk.witness.hits
            assert walk.witness.looks > (15 if page in FEW_KEYS else 30)
    assert not back_files(opened)
    assert not files_holding(tmp_path, MARK)


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("page", PUBLIC_PAGES)
async def test_no_key_on_front_public_shows_the_marker(
    planted: Path, identity: Identity, tmp_path: Path, size: tuple[int, int], page: str
) -> None:
    with files_opened() as opened:
        async with walking(planted, identity, size) as walk:
            await walk.go_public()
            await walk.every_key(*page.split())
            assert not walk.witness.hits
            assert walk.witness.looks > 15
    assert not back_files(opened)
    assert not files_holding(tmp_path, MARK)


@pytest.mark.parametrize("public", [False, True], ids=["members", "public"])
async def test_searching_for_the_marker_finds_nothing(
    planted: Path, identity: Identity, public: bool
) -> None:
    async with walking(planted, identity, (120, 40)) as walk:
        if public:
            await walk.go_public()
        for tab in ("1", "2", "3", "4", "5", "6"):
            await walk.press(tab, "colon")
            await walk.write(PART)
            assert walk.app.screen.query_one(RowList).count[0] == 0
            walk.witness.look(f"the palette of {tab}")
            await walk.settle()
            before = painted(walk.app.screen)
            await walk.press("slash")
            await walk.write(PART)
            walk.witness.look(f"finding on {tab}")
            if PART in painted(walk.app.screen):  # there is something to find in
                assert "0 of " in painted(walk.app.screen), before
            await walk.settle()
        assert not walk.witness.hits
