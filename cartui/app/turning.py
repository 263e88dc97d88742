"""Opening one thing on its own screen, wherever it was pointed at."""

from cartui.app.opening import Opening
from cartui.app.workroom import Workroom
from cartui.services.glance_errands import Thing, Where
from screens.parts.frame import FrameScreen
from screens.parts.turning import Turning

SCREEN_OF = {
    Thing.GROUP: "Cycle",
    Thing.CARD: "Cycle",
    Thing.RULE: "Rules",
    Thing.DRAFT: "Drafts",
    Thing.PERSON: "People",
    Thing.MEETING: "Meeting",
}


async def open_thing(app: Opening, room: Workroom, where: Where) -> None:
    """Take its group in hand, go to its screen, and turn to it; pages over that screen close."""
    if where.group:
        room.group_in_hand = where.group
    await app.switch_to(SCREEN_OF[where.thing])
    if where.uid:
        while len(app.screen_stack) > 1 and isinstance(app.screen, FrameScreen):
            await app.pop_screen()
        if isinstance(screen := app.screen, FrameScreen) and isinstance(screen, Turning):
            screen.read_again()  # it may have stood on another group's things until now
            screen.turn_to(where.uid, where.within)
