"""Every action by its key, by the menu of F2 and by the palette; and what the foot says is true."""

from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest
from textual import events
from textual._xterm_parser import XTermParser
from textual.binding import ActiveBinding, Binding
from textual.dom import DOMNode

from cartui.app import CartuiApp
from cartui.app.every_verb import every_class
from cartui.app.remapping import declared
from screens.parts.choice import Choice
from screens.parts.keys import NO_KEY, VERBS, living
from screens.parts.palette import Palette
from tests.looks import states
from tests.looks.tour import Tour, touring

PAGES = (
    "home", "home, second pane", "people", "a person", "board", "card", "design", "cycles",
    "rules", "a rule", "versions", "drafts", "draft", "draft, text", "settings",
    "bring in, columns", "bring in, preview", "what rules carried", "meetings", "agenda",
    "meeting", "record",
)  # fmt: skip
GUIDES = {"app.menu", "app.palette"}
"""They open the lists themselves, and do not stand in their own."""


async def test_every_action_is_in_the_menu_and_in_the_palette(practice: Path) -> None:
    async with touring(practice) as tour:
        missing: dict[str, set[str]] = defaultdict(set)
        async for name in tour.states({page: states.MEMBERS[page] for page in PAGES}):
            await tour.pilot.pause(0.1)  # a page that has opened gives the focus a moment later
            verbs = [each for each in living(tour.app.screen, tour.app.stage) if each.enabled]
            done = {each.verb.tooltip for each in verbs if each.verb.id not in GUIDES}
            acts = {each.verb.tooltip for each in verbs if each.verb.show} & done
            await tour.press("f2")
            assert isinstance(tour.app.screen, Choice)
            missing[name] |= acts - {each.words for each in tour.app.screen._options}
            await tour.press("escape")
            await tour.app.run_action("palette")
            await tour.quiet()
            assert isinstance(tour.app.screen, Palette)
            missing[name] |= done - {each.words for each in tour.app.screen._offers}
        assert {name: words for name, words in missing.items() if words} == {}
        assert len(missing) == len(PAGES)


async def test_whatever_the_foot_offers_does_something(practice: Path) -> None:
    """Each hint once on each kind of page: it opens or says something, or moves."""
    async with touring(practice) as tour:
        idle, tried = [], set()
        for name in (*PAGES, "find people", "new card", "choosing a passage"):
            await tour.go(states.MEMBERS[name])
            hints = [(hint.verb.id, hint.key) for hint in tour.app.frame._hints.offered]  # type: ignore[union-attr]
            for verb, key in hints:
                at = verb if verb.startswith(("app.", "stage.")) else (type(tour.app.screen), verb)
                if at in tried or verb == "app.undo":
                    continue
                tried.add(at)
                await tour.go(states.MEMBERS[name])
                tour.app.frame.say("")  # type: ignore[union-attr]
                before = _all_of(tour)
                await tour.press(key)
                if _all_of(tour) == before:
                    idle.append(f"{name}: {verb} ({key})")
        assert not idle, "; ".join(idle)
        assert len(tried) > 90


def _all_of(tour: Tour) -> tuple[object, ...]:
    return tour.looks(), tour.app.focused, tour.app.screen, tour._last_change()


# --- what a terminal without any newer protocol sends for a key

LEGACY = {
    "enter": "\r", "escape": "\x1b", "tab": "\t", "backspace": "\x7f", "space": " ",
    "shift+tab": "\x1b[Z", "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D",
    "home": "\x1b[H", "end": "\x1b[F", "pageup": "\x1b[5~", "pagedown": "\x1b[6~",
    "delete": "\x1b[3~", "ctrl+left": "\x1b[1;5D", "ctrl+right": "\x1b[1;5C",
    "f1": "\x1bOP", "f2": "\x1bOQ", "f4": "\x1bOS", "f5": "\x1b[15~", "f8": "\x1b[19~",
    "f9": "\x1b[20~", "question_mark": "?", "slash": "/", "colon": ":", "comma": ",",
    "full_stop": ".", "greater_than_sign": ">", "less_than_sign": "<", "plus": "+", "minus": "-",
    "exclamation_mark": "!",
}  # fmt: skip
"""As xterm, the Linux console, macOS Terminal and tmux send them."""
OTHER_ENDS = {"home": "\x1b[1~", "end": "\x1b[4~", "f1": "\x1b[11~", "f2": "\x1b[12~"}
"""The same from tmux, screen and PuTTY."""


def _bytes_of(key: str) -> str:
    if key in LEGACY:
        return LEGACY[key]
    if key.startswith("ctrl+") and len(key) == 6 and key[5].isalpha():
        return chr(ord(key[5]) - ord("a") + 1)
    return key


def _parsed(text: str) -> list[str]:
    parser = XTermParser()
    found = [*parser.feed(text), *parser.feed("")]
    return [each.key for each in found if isinstance(each, events.Key)]


@cache
def _bound() -> dict[str, set[str]]:
    """Return every key that is bound anywhere, with the classes that bind it."""
    found: dict[str, set[str]] = defaultdict(set)
    classes: list[type[DOMNode]] = [CartuiApp, *every_class()]
    for each in classes:
        own = [own for own in each.__dict__.get("BINDINGS", ()) if isinstance(own, Binding)]
        for binding in Binding.make_bindings(own):
            if not binding.key.startswith(NO_KEY):
                found[binding.key].add(each.__name__)
    return found


def test_every_key_arrives_from_a_terminal_of_the_old_kind() -> None:
    bound = _bound()
    wrong = {
        key: (_parsed(_bytes_of(key)), sorted(where)[:3])
        for key, where in bound.items()
        if _parsed(_bytes_of(key)) != [key]
    }
    assert wrong == {}
    assert len(bound) > 60
    assert {*declared(CartuiApp)} <= {*VERBS}


@pytest.mark.parametrize("key", OTHER_ENDS)
def test_so_do_those_that_terminals_send_in_two_ways(key: str) -> None:
    assert _parsed(OTHER_ENDS[key]) == [key]


def _is_ours(bound: ActiveBinding) -> bool:
    own = type(bound.node).__module__.startswith(("screens.", "cartui."))
    return own and bound.binding.key in _bound()


async def test_old_bytes_do_what_the_key_does_on_every_page_and_pop_up(practice: Path) -> None:
    """The key that the bytes become is looked up where the key itself is: the same act is found."""
    async with touring(practice) as tour:
        acts = 0
        async for name in tour.states(states.MANY_SIZES):
            active = tour.app.screen.active_bindings
            for key, bound in active.items():
                if not _is_ours(bound):
                    continue
                (arrived,) = _parsed(_bytes_of(key))
                assert active[arrived].binding.action == bound.binding.action, (name, key)
                acts += 1
        assert acts > 1000
