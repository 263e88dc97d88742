"""Carrying the comments of a draft ahead of its new version, in another thread."""

from collections.abc import Callable

from msgspec import Struct

from cartui.anchoring.watching import Watch
from cartui.exchange.draft_text import draft_text, word_count
from cartui.model.drafts import Draft
from cartui.services.carrying import landed
from cartui.services.draft_places import last_places, later_guesses, old_blocks
from cartui.services.draft_texts import DraftTexts
from cartui.store.workspace import Workspace

_FEW, _SHORT = 200, 60_000
"""Comments and characters up to which it is done before anybody could see it begin."""


class Ahead(Struct, frozen=True):
    """Long work to be done before a version is brought in, so that this is quick then.

    `run` writes nothing and reads nothing of the workspace: it may run in any thread. It raises
    Stopped when its watch returns False. `comments` is how many are carried.
    """

    comments: int
    run: Callable[[Watch], None]


def carrying_ahead(workspace: Workspace, group: str, draft: Draft, text: str) -> Ahead | None:
    """Return what to do before this text comes in as the next version; None if that is quick."""
    places = last_places(workspace, group, draft)
    texts = DraftTexts(workspace, group)
    guesses = later_guesses(workspace, group, draft, places)
    old = old_blocks(workspace, group, texts, [*places, *guesses.values()])
    long = len(text) + sum(len(block.text) for each in old.values() for block in each)
    if not places or (len(places) <= _FEW and long <= _SHORT):
        return None

    def run(watch: Watch) -> None:
        kept = draft_text(text)
        word_count(kept)  # known from here on
        landed(old, texts.read(kept), places, guesses, watch)

    return Ahead(len(places), run)
