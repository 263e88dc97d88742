"""Keys: none that a terminal takes for itself, none twice, and one's own from the settings file."""

from itertools import chain
from pathlib import Path

import pytest
from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widget import Widget

from cartui.app import CartuiApp
from cartui.app.every_verb import every_action, every_class
from cartui.app.remapping import checked, declared, is_forbidden
from cartui.app.rooms import SCREENS
from cartui.settings import Settings
from screens.parts.keys import EVERYWHERE, VERBS
from tests.screens.stage import app_on, lines, north, seen


def _all_classes() -> list[type[DOMNode]]:
    """Every class of ours that declares bindings: screens, pop-ups and widgets."""
    for place in SCREENS:
        place.screen()
    from screens import backstage  # noqa: F401
    from screens.parts import (  # noqa: F401
        choice,
        jump,
        keys_help,
        palette,
        story,
        which_key,
    )  # fmt: skip
    from screens.present import prompter, second  # noqa: F401
    from screens.settings import screen  # noqa: F401

    found: list[type[DOMNode]] = [CartuiApp]
    for root in (Screen, Widget):
        waiting = list(root.__subclasses__())
        while waiting:
            each = waiting.pop()
            waiting += each.__subclasses__()
            if each.__module__.startswith(("screens.", "cartui.")):
                found.append(each)
    return found


def _own_bindings(each: type[DOMNode]) -> list[Binding]:
    own = [b for b in each.__dict__.get("BINDINGS", ()) if isinstance(b, Binding)]
    return list(Binding.make_bindings(own))


def test_no_key_of_ours_is_one_that_terminals_take() -> None:
    found = _all_classes()
    assert len(found) > 20
    wrong = [
        (each.__name__, binding.key, binding.action)
        for each in found
        for binding in _own_bindings(each)
        if is_forbidden(binding.key)
    ]
    # A presenter's clicker sends the one; the other edits a line, or a paste, as every shell does.
    emptying = {("Line", "ctrl+u", "empty"), ("MailPage", "ctrl+u", "empty")}
    assert {*wrong} == {("Driving", "f5", "blank"), *emptying}


def test_no_key_is_bound_twice_in_one_place() -> None:
    for each in _all_classes():
        seen_keys: dict[str, Binding] = {}
        for binding in _own_bindings(each):
            other = seen_keys.get(binding.key)
            turned = (
                other is not None
                and VERBS.get(other.id or "") is not None
                and (each.__dict__.get("check_action") is not None or hasattr(each, "check_action"))
            )
            assert other is None or turned, (each.__name__, binding.key)
            seen_keys[binding.key] = binding


def test_every_verb_has_words_a_sentence_and_an_action() -> None:
    for each in _all_classes():
        for binding in _own_bindings(each):
            verb = VERBS.get(binding.id or "")
            if verb is None:
                continue
            assert verb.words
            assert verb.tooltip[0].isupper()
            assert not verb.tooltip.removesuffix("...").endswith(".")
            name = binding.action.partition("(")[0]
            assert hasattr(each, f"action_{name}"), (each.__name__, binding.action)


def test_what_outsiders_may_press_changes_nothing() -> None:
    open_to_all = {verb.id for verb in VERBS.values() if verb.rooms == EVERYWHERE}
    changing = ("undo", "redo", "new", "rename", "put_away", "note", "advance", "edit", "bring")
    assert not [each for each in open_to_all if each.split(".")[-1] in changing]


def _checked(**keys: str) -> tuple[dict[str, str], list[str]]:
    screens = [place.screen() for place in SCREENS]
    return checked({name.replace("__", "."): key for name, key in keys.items()}, CartuiApp, screens)


@pytest.mark.parametrize(
    ("keys", "says"),
    [
        ({"board__fly": "x"}, "There is no action called board.fly"),
        ({"home__new_group": "ctrl+s"}, "taken by terminals"),
        ({"home__new_group": "e"}, "home.rename_group"),
        ({"home__new_group": "u"}, "app.undo"),
        ({"app__undo": "n"}, "home.new_group"),
        ({"home__new_group": " , "}, "is no key"),
    ],
)
def test_a_key_that_cannot_be_used_is_named(keys: dict[str, str], says: str) -> None:
    usable, wrong = _checked(**keys)
    assert says in " ".join(wrong)
    assert not usable


def test_two_verbs_may_change_places() -> None:
    usable, wrong = _checked(home__new_group="e", home__rename_group="n")
    assert wrong == []
    assert usable == {"home.new_group": "e", "home.rename_group": "n"}


async def test_footer_help_and_keys_follow_the_settings_file(workspace_folder: Path) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder, settings=Settings(keys={"home.new_group": "t"}))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert "t new group" in lines(app)[-1]
        await pilot.press("n")
        assert app.frame is not None
        assert not app.frame._asking.asking
        await pilot.press("t")
        await pilot.pause()
        assert app.frame._asking.asking


async def test_an_action_of_a_page_can_have_another_key(workspace_folder: Path) -> None:
    """Not only those of the five screens: a card's page opens over one of them."""
    north(workspace_folder)
    app = app_on(workspace_folder, settings=Settings(keys={"card.design": "t", "rows.down": "b"}))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert "There is no action" not in seen(app)
        await pilot.press("3", "n", *"Falls", "enter", "enter", "t")
        await pilot.pause()
        assert "design 0 of 15" in seen(app)


def test_every_action_in_the_list_of_keys_can_be_given_another_key() -> None:
    actions = every_action(CartuiApp)
    ids = [action.id for action in actions]
    assert len(ids) == len(set(ids)) > 150
    assert set(VERBS) <= set(ids)
    usable, wrong = checked(dict.fromkeys(ids, "ctrl+f12"), CartuiApp, every_class())
    assert usable
    assert not [each for each in wrong if "no action" in each]


async def test_the_settings_page_says_how_keys_are_changed(workspace_folder: Path) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("comma", *["down"] * 7)
        await pilot.pause()
        assert "cartui keys (in a shell) lists every action" in seen(app)
        assert "as they come" in seen(app)


async def test_a_clash_is_said_at_the_start_by_name(workspace_folder: Path) -> None:
    north(workspace_folder)
    app = app_on(workspace_folder, settings=Settings(keys={"home.new_group": "u"}))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.pause()
        assert "home.new_group and app.undo would share the key u" in seen(app)


def test_every_screen_declares_an_id_for_what_can_be_remapped() -> None:
    ids = list(chain.from_iterable(declared(place.screen()) for place in SCREENS))
    assert len(ids) > 40
