"""Meetings as a Markdown page: the series with its agendas."""

import re
from collections.abc import Iterator

from msgspec import Struct

from cartui.exchange.markdown_text import literal


class AgendaPart(Struct, frozen=True, kw_only=True):
    """One part of an agenda in words. `clock` is when it begins, `about` more of it."""

    clock: str
    words: str
    about: tuple[str, ...] = ()
    prompts: tuple[str, ...] = ()


class MeetingSheet(Struct, frozen=True, kw_only=True):
    """One meeting in words: `about` are lines such as its day and place."""

    title: str
    about: tuple[str, ...] = ()
    sum: str = ""
    parts: tuple[AgendaPart, ...] = ()
    slots: tuple[str, ...] = ()


def meetings_markdown_out(title: str, meetings: tuple[MeetingSheet, ...]) -> str:
    """Return meetings as Markdown; every text stands in it as plain text."""
    return "\n".join(_page(title, meetings)) + "\n"


def _plain(text: str) -> str:
    """Return a text letter by letter; a colon between digits is a time and needs no escape."""
    return re.sub(r"(?<=\d)\\:(?=\d)", ":", literal(text))


def _page(title: str, meetings: tuple[MeetingSheet, ...]) -> Iterator[str]:
    yield f"# {_plain(title) or 'Meetings'}"
    if not meetings:
        yield from ("", "No meetings yet.")
    for meeting in meetings:
        yield from ("", f"## {_plain(meeting.title) or 'Meeting'}")
        for line in filter(None, meeting.about):
            yield from ("", _plain(line))
        yield from _agenda(meeting)
        if meeting.slots:
            yield from ("", "Offered for the next meeting:", "")
            yield from (f"- {_plain(slot)}" for slot in meeting.slots)


def _agenda(meeting: MeetingSheet) -> Iterator[str]:
    if not meeting.parts:
        return
    yield from ("", f"### Agenda: {_plain(meeting.sum)}", "")
    for part in meeting.parts:
        clock = f"{part.clock} " if part.clock else ""
        yield f"- {_plain(f'{clock}{part.words}')}"
        yield from (f"  - {_plain(line)}" for line in filter(None, (*part.about, *part.prompts)))
