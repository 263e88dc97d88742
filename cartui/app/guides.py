"""Finding one's way: help, the menu of a thing, the palette, the jump labels."""

from collections.abc import Iterable
from itertools import chain

from textual.binding import Binding
from textual.dom import DOMNode

from cartui.app.shell import Shell
from screens.parts.frame import FrameScreen
from screens.parts.keys import EVERYWHERE_GROUPS, UNSAVED_GROUP, VERBS, Living, Verb, living, shown

LAST = ("Look around", *EVERYWHERE_GROUPS)


class Guides(Shell):
    """The app's guides; each is made from the verbs' own declarations."""

    @property
    def frame(self) -> FrameScreen | None:
        """The framed screen in front, under any pop-up."""
        stack = self._screen_stacks.get(self._current_mode) or ()
        return next((each for each in reversed(stack) if isinstance(each, FrameScreen)), None)

    def other_screens(self) -> Iterable[tuple[str, str, type[FrameScreen]]]:
        """Yield (mode, word, class) of the screens that are not in front. The app knows them."""
        return ()

    def action_help(self) -> None:
        """Show the keys of this screen."""
        from screens.parts.keys_help import KeysHelp  # noqa: PLC0415

        here = [(each.verb, each.key) for each in living(self.screen, self.stage)]
        known = {verb.id for verb, _ in here}
        others = (
            (verb, verb.keys[0])
            for _, word, screen in self.other_screens()
            for verb in _declared(screen)
            if verb.id not in known and self.stage in verb.rooms
        )
        everywhere = [*here, *others]
        word = self.frame.TITLE_WORD if self.frame else ""
        self.push_screen(KeysHelp(word, here, everywhere, self.last_said()))

    def last_said(self) -> str:
        """Return what undo would take back, in words; the app knows."""
        return ""

    def action_menu(self) -> None:
        """Show what can be done with the highlighted thing."""
        from screens.parts.choice import Choice, Option  # noqa: PLC0415

        offers = [
            each
            for each in living(self.screen, self.stage)
            if each.enabled and each.verb.id != "app.menu" and not self._idle_now(each.verb)
        ]
        offers.sort(key=lambda each: (each.verb.group in LAST, each.verb.rank))
        offers = _each_once(offers)
        frame = self.frame
        subject = frame.subject() if frame is not None else None
        options = [Option(each.verb.tooltip, more=shown(each.key)) for each in offers]
        title = subject.name if subject is not None else "What can be done here"

        def take(index: int | None) -> None:
            if index is not None:
                self.call_next(self._do, offers[index])

        self.push_screen(Choice(title, options), take)

    def _idle_now(self, verb: Verb) -> bool:
        """Whether a menu is better without a verb: it moves the highlight, or all is saved."""
        saved = self.frame is None or not self.frame.unsaved
        return _only_looks(verb) or (verb.group == UNSAVED_GROUP and saved)

    async def _do(self, each: Living) -> None:
        await self.run_action(each.active.binding.action, each.active.node)

    def action_palette(self) -> None:
        """Offer every action by name."""
        from screens.parts.palette import Offer, Palette  # noqa: PLC0415

        here = [each for each in living(self.screen, self.stage) if each.verb.id != "app.palette"]
        here.sort(key=lambda each: (self._idle_now(each.verb), each.verb.rank))
        here = _each_once(here)
        offers = [Offer(e.verb.tooltip, shown(e.key), "", _words(e.verb)) for e in here]
        elsewhere = list(self._elsewhere({each.verb.id for each in here}))
        elsewhere.sort(key=lambda each: each[2].rank)
        offers += [
            Offer(verb.tooltip, shown(verb.keys[0]), word, _words(verb))
            for _, word, verb, _ in elsewhere
        ]

        def take(index: int | None) -> None:
            if index is None:
                return
            if index < len(here):
                self.call_next(self._do, here[index])
            else:
                mode, _, _, binding = elsewhere[index - len(here)]
                self.call_next(self._go_and_do, mode, binding.action)

        self.push_screen(Palette(offers), take)

    def _elsewhere(self, known: set[str]) -> Iterable[tuple[str, str, Verb, Binding]]:
        """Yield the verbs of the other screens that this stage allows."""
        for mode, word, screen in self.other_screens():
            for binding in _bindings(screen):
                verb = VERBS.get(binding.id or "")
                if verb is None or verb.id in known or self.stage not in verb.rooms:
                    continue
                known.add(verb.id)
                yield mode, word, verb, binding

    async def _go_and_do(self, mode: str, action: str) -> None:
        """Go to another screen and do an action there, if it can be done."""
        await self.switch_mode(mode)
        target: DOMNode = self.focused or self.screen
        for node in target.ancestors_with_self:
            if any(binding.action == action for _, binding in node._bindings):
                await self.run_action(action, node)
                return
        await self.run_action(action, self.screen)

    def action_jump(self) -> None:
        """Put a letter on every pane and row."""
        from screens.parts.jump import Jump, landmarks  # noqa: PLC0415

        places = list(landmarks(self.screen))
        if places:
            self.push_screen(Jump(places))


def _bindings(screen: type[FrameScreen]) -> Iterable[Binding]:
    own = (base.__dict__.get("BINDINGS", ()) for base in screen.__mro__)
    return (binding for binding in chain(*own) if isinstance(binding, Binding))


def _declared(screen: type[FrameScreen]) -> Iterable[Verb]:
    for binding in _bindings(screen):
        if (verb := VERBS.get(binding.id or "")) is not None:
            yield verb


def _each_once(offers: Iterable[Living]) -> list[Living]:
    """Return these without a second one of the same words: two keys may do the same thing."""
    found: dict[str, Living] = {}
    for each in offers:
        found.setdefault(each.verb.tooltip, each)
    return list(found.values())


def _only_looks(verb: Verb) -> bool:
    """Whether a verb only moves the highlight: that needs no menu."""
    return verb.group == "Look around" and not verb.show


def _words(verb: Verb) -> str:
    return f"{verb.words} {verb.also} {verb.group}"
