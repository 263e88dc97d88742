"""Help, menu, palette, jump labels: made from the verbs' own declarations."""

from pathlib import Path

import pytest

from screens.parts.finding import best
from screens.parts.jump import labels
from screens.parts.palette import Palette
from tests.screens.stage import app_on, north, reopened, seen

EVERYDAY = [
    ("move", "Move the card one stage on"),
    ("move card", "Move the card one stage on"),
    ("next stage", "Move the card one stage on"),
    ("new card", "Write a new card"),
    ("case study", "Write a new card"),
    ("new person", "Add a person"),
    ("add person", "Add a person"),
    ("import", "Bring in people"),
    ("csv", "Bring in people"),
    ("paste list", "Bring in people"),
    ("export", "to a file"),
    ("save people", "Write the people shown"),
    ("undo", "Take back the last change"),
    ("mistake", "Take back the last change"),
    ("oops", "Take back the last change"),
    ("redo", "Do again"),
    ("help", "Show the keys"),
    ("keys", "Show the keys"),
    ("shortcuts", "Show the keys"),
    ("hide", "Hide what is private"),
    ("private", "rivate"),
    ("projector", "what"),
    ("outsiders", "outsiders may see"),
    ("dark", "Change colours"),
    ("colours", "Change colours"),
    ("theme", "Change colours"),
    ("my name", "Change colours, symbols, your name"),
    ("quit", "leave cartui"),
    ("exit", "leave cartui"),
    ("close", "leave cartui"),
    ("history", "Show who changed this"),
    ("who changed", "Show who changed this"),
    ("copy", "Copy this as text"),
    ("clipboard", "Copy this as text"),
    ("note", "note"),
    ("comment", "Write a note on this"),
    ("new group", "Start a new group"),
    ("rename group", "Rename this group"),
    ("rename programme", "Rename this programme"),
    ("open workspace", "Open another workspace"),
    ("new workspace", "Start a new workspace"),
    ("demo", "made-up group"),
    ("practice", "made-up group"),
    ("people", "People"),
    ("board", "board"),
    ("cycle", "cycle"),
    ("role", "role"),
    ("find", "Find"),
    ("why", "hy"),
    ("who", "ho"),
]


@pytest.fixture
async def offers(workspace_folder: Path) -> list[tuple[str, str, str]]:
    """Everything the palette offers on the board with a card highlighted."""
    north(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3")
        await pilot.pause()
        await pilot.press("colon")
        await pilot.pause()
        palette = app.screen
        assert isinstance(palette, Palette)
        return [(o.words, f"{o.where} {o.words}".strip(), o.also) for o in palette._offers]


async def test_everyday_words_find_what_is_meant(offers: list[tuple[str, str, str]]) -> None:
    missed = []
    for query, meant in EVERYDAY:
        top = best(query, offers)[:3]
        if not any(meant.lower() in words.lower() for words in top):
            missed.append((query, top))
    assert len(missed) <= len(EVERYDAY) // 10, missed


async def test_the_palette_does_what_is_chosen_on_another_screen(workspace_folder: Path) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("colon", *"add pers")
        await pilot.pause()
        assert "People: Add a person" in seen(app)
        await pilot.press("enter")
        await pilot.pause()
        await pilot.pause()
        await pilot.press(*"Carys Tew", "enter")
        await pilot.pause()
    from cartui.model.people import Person

    people = reopened(workspace_folder).table(Person)
    assert "Carys Tew" in [person.name for person in people.values()]


async def test_the_palette_shows_each_actions_key(workspace_folder: Path) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("ctrl+p", *"take back")
        await pilot.pause()
        row = next(line for line in seen(app).splitlines() if "Take back the last" in line)
        assert " u " in row


async def test_help_shows_this_screen_first_then_all(workspace_folder: Path) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=(120, 60)) as pilot:
        await pilot.press("f1")
        await pilot.pause()
        assert "Keys on this screen: Home" in seen(app)
        assert "Start a new group" in seen(app)
        assert "Add a person" not in seen(app)
        await pilot.press("question_mark")
        await pilot.pause()
        assert "Keys of all screens" in seen(app)
        assert "Add a person" in seen(app)


async def test_the_menu_does_what_is_chosen_by_arrows_alone(workspace_folder: Path) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f2")
        await pilot.pause()
        assert "Rename this group" in seen(app)
        assert "One row down" not in seen(app)
        await pilot.press("down", "enter")
        await pilot.pause()
        assert app.frame is not None
        assert app.frame._asking.asking


async def test_jump_labels_lead_to_a_row(workspace_folder: Path) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("2")
        await pilot.pause()
        await pilot.press("g", "a")
        await pilot.pause()
        subject = app.frame.subject() if app.frame else None
        assert subject is not None
        assert subject.name == "Ben Okoro"
        await pilot.press("g", "g")
        await pilot.pause()
        subject = app.frame.subject() if app.frame else None
        assert subject is not None
        assert subject.name == "Asha Rao"


@pytest.mark.parametrize("count", [1, 2, 26, 27, 400])
def test_no_label_begins_another(count: int) -> None:
    made = labels(count)
    assert len(made) == count
    assert len(set(made)) == count
    assert not [(a, b) for a in made for b in made if a != b and b.startswith(a)]
