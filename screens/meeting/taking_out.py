"""Meetings on their way to a file: which forms there are."""

from pathlib import Path

from msgspec import Struct

from cartui.exchange.meetings_markdown import meetings_markdown_out
from cartui.exchange.page_html import page_out
from cartui.model.meetings import Meeting
from cartui.model.rooms import Room
from cartui.services.meetings import Meetings
from cartui.services.meetings_out import calendar, sheets
from screens.parts.new_file import plain_name


class Way(Struct, frozen=True):
    """A form in which meetings go out: one of them, or the `whole` series."""

    words: str
    key: str
    ending: str
    whole: bool
    more: str = ""

    @property
    def is_page(self) -> bool:
        """Whether it is a page, which may be one to print too."""
        return self.ending == ".md"


OUTSIDERS = "day, place and agenda; safe to send to anybody"
WAYS = (
    Way("this meeting, for a calendar (.ics)", "i", ".ics", False, OUTSIDERS),
    Way("this meeting's agenda, as a page", "m", ".md", False, "for the group"),
    Way("the series, for a calendar (.ics)", "c", ".ics", True, OUTSIDERS),
    Way("the series, as a page", "s", ".md", True, "for the group"),
)


def taken_out(way: Way, meetings: Meetings, only: Meeting | None, file: Path) -> str:
    """Return the text of the file; a page's name says whether it is to print. Raises NoDay."""
    if not way.is_page:
        return calendar(meetings, only)
    title = f"Meetings of {meetings.group.name}"
    return page_out(meetings_markdown_out(title, sheets(meetings, Room.MEMBERS, only)), file)


def file_name(meetings: Meetings, way: Way, only: Meeting | None) -> str:
    """Return a name of plain letters, digits and dashes."""
    what = "meetings" if only is None else f"meeting-{only.number}"
    return f"{plain_name(meetings.group.name, 'group')}-{what}-{meetings.today()}{way.ending}"
