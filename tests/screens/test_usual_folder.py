"""Where a file is proposed to go: a folder that is there, the same on every screen."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cartui.store.identity import Identity
from screens.parts.new_file import usual_folder
from tests.screens.cycle_hall import MIDDLE, seated
from tests.services.board_bench import BoardBench


@pytest.fixture
def bench(workspace_folder: Path, identity: Identity) -> Iterator[BoardBench]:
    bench = BoardBench(workspace_folder, identity)
    bench.write("Falls log")
    yield bench
    bench.ws.close()


@pytest.mark.parametrize("keys", [("3", "o", "m"), ("2", "o", "c")], ids=["board", "people"])
async def test_the_folder_proposed_is_there(
    bench: BoardBench, own_places: Path, keys: tuple[str, ...]
) -> None:
    for documents in (False, True):
        if documents:
            (own_places / "Documents").mkdir()
        folder = usual_folder()
        assert folder.is_dir()
        assert folder == (own_places / "Documents" if documents else own_places)
        async with seated(bench, MIDDLE) as seat:
            await seat.press(*keys)
            field = seat.app.focused
            assert Path(field.value).parent == folder  # type: ignore[union-attr]
            await seat.press("enter")
        assert len(list(folder.glob("*.*"))) == 1
