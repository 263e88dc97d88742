"""Keys that come in one breath (a slow line, a script) are done one by one.

Textual sends a key to what has the focus when it *arrives*; a key that follows at once would
reach the list, though the key before it opens a field. So each waits until the one before it has
gone all its way, up to the app. What goes behind it to tell sets out when the next key is there,
or when the first is painted: on the way before it would be a sixth of what a key costs.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from functools import partial

from textual.app import App
from textual.dom import DOMNode
from textual.events import Callback, Key

from screens.parts.popup import Popup

LOOK = 0.01
"""Seconds between two looks."""
PATIENCE = 30
"""So many looks after a key that got lost on its way it no longer holds up the others. They are
counted, not timed: while the app is busy with the key itself, nobody looks.
"""
LOOKS = 30
PAINTED = 0.02
"""Seconds after a key in which what it does is painted."""
TRIPS = 2


class OneByOne:
    """The queue of keys. `send` hands a key to Textual and returns what it was sent to."""

    def __init__(self, app: App[None], send: Callable[[Key], Awaitable[DOMNode]]) -> None:
        self._app, self._send = app, send
        self._waiting: deque[Key] = deque()
        self._turn = 0
        self._watched = -1
        self._under_way = False
        self._looks = 0
        self._behind: Callable[[], None] | None = None

    async def take(self, key: Key) -> None:
        """Do a key, now or when its turn comes."""
        self._waiting.append(key)
        if not self._under_way:
            await self._next()
            return
        self._set_out()
        if self._watched != self._turn:
            self._watched = self._turn
            await self._not_for_ever(self._turn, PATIENCE)

    async def _next(self) -> None:
        if not self._waiting:
            return
        self._under_way = True
        self._turn += 1
        if self._field_is_missing():
            self._app.set_timer(LOOK, self._next)
            return
        self._looks = 0
        target = await self._send(self._waiting.popleft())
        self._behind = partial(self._follow, target, self._turn, TRIPS)
        if self._waiting:
            self._set_out()
        else:
            asyncio.get_running_loop().call_later(PAINTED, self._set_out, self._turn)

    def _set_out(self, turn: int | None = None) -> None:
        """Go behind the key that is under way, unless that was done, or it was not this one."""
        if self._behind is not None and turn in (None, self._turn):
            behind, self._behind = self._behind, None
            behind()

    def _field_is_missing(self) -> bool:
        """Whether a pop-up to type in was just opened and its field is not there yet."""
        top = self._app.screen
        missing = isinstance(top, Popup) and top.TYPES and top.focused is None
        self._looks += 1
        return missing and self._looks < LOOKS

    def _follow(self, node: DOMNode, turn: int, trips: int) -> None:
        """Go behind the key, from what it was sent to up to the app; then behind its messages."""
        if not node.post_message(Callback(callback=_Passing(self._passed, node, turn, trips))):
            self._app.call_later(self._passed, self._app, turn, trips)  # the key has closed it

    async def _passed(self, node: DOMNode, turn: int, trips: int) -> None:
        if node is not self._app and node.parent is not None:
            self._follow(node.parent, turn, trips)
        elif trips > 1:
            self._follow(self._app.screen, turn, trips - 1)
        else:
            await asyncio.sleep(0)  # a worker that was just started may ask a question
            await self._arrived(turn)

    async def _not_for_ever(self, turn: int, looks: int) -> None:
        """Take a key for gone its way after so many looks."""
        if not looks:
            await self._arrived(turn)
        elif self._under_way and turn == self._turn:
            self._app.set_timer(LOOK, partial(self._not_for_ever, turn, looks - 1))

    async def _arrived(self, turn: int) -> None:
        if self._under_way and turn == self._turn:
            self._under_way = False
            await self._next()


class _Passing:
    """What is done when the turn comes to a node. It says of itself that it takes nothing: looking
    that up at every node was a tenth of what a key costs.
    """

    _param_count = 0

    def __init__(self, act: Callable[..., Awaitable[None]], *known: object) -> None:
        self._act, self._known = act, known

    def __call__(self) -> Awaitable[None]:
        return self._act(*self._known)
