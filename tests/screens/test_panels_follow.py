"""In the whole app: the private panel is about whoever is highlighted, never about another."""

from datetime import date
from pathlib import Path

from textual.pilot import Pilot

from cartui.app import CartuiApp
from cartui.practice import fresh_copy
from cartui.settings import Settings
from cartui.store.identity import Identity
from cartui.store.places import Places
from screens.backstage import BackPanel

ABOUT = {
    "ada": "sent her own first page",
    "callum": "what he would do otherwise",
    "nadia": "third time in a year",
}
"""What stands beside nobody else."""


def app_on_practice(tmp_path: Path, identity: Identity) -> CartuiApp:
    folder = fresh_copy("one-group", tmp_path / "practice", today=date(2026, 3, 2))
    places = Places(data=tmp_path, config=tmp_path / "config.toml", state=tmp_path / "state")
    return CartuiApp(folder, places=places, settings=Settings(name="Rowan"), identity=identity)


def panel_words(pilot: Pilot[None]) -> str:
    panel = pilot.app.screen.query_one(BackPanel)
    lines = [panel.render_line(y) for y in range(panel.size.height)]
    return " ".join(" ".join("".join(segment.text for segment in line).split()) for line in lines)


async def test_the_panel_beside_a_person_follows_the_highlight(
    tmp_path: Path, identity: Identity
) -> None:
    app = app_on_practice(tmp_path, identity)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("B", "enter", "2")
        await pilot.pause()
        for name, words in ABOUT.items():
            assert words in panel_words(pilot), f"the panel is not about {name}"
            await pilot.press("down")
            await pilot.pause()
        await pilot.press("up", "1", "2")
        await pilot.pause()
        assert ABOUT["nadia"] in panel_words(pilot)
