"""Asking for a day: a text that is no date is asked for again, with what was typed in the line."""

from cartui.services.memberships import WrongDate, dated
from screens.parts.frame import FrameScreen


async def ask_day(frame: FrameScreen, question: str, value: str, *, id: str) -> str | None:  # noqa: A002
    """Return the day as it is kept (ISO, perhaps only year and month), "" for none; None if the
    question was left. To be awaited in a worker.
    """
    while (said := await frame.ask_line(question, value, id=id)) is not None:
        try:
            return dated(said)
        except WrongDate as wrong:
            frame.say(str(wrong), tone="problem")
            value = said
    return None
