"""The words of contacts and signals: how, what for, what was noticed; and a contact as a line."""

import re
from functools import cache

from msgspec import Struct

import data
from cartui.backstage.contact_records import Contact, Signal
from cartui.model.text import clean

_MINUTES = re.compile(r"(\d{1,3}) ?(?:min|mins|minutes|m|')(?=[\s:,.;]|$)[\s:,.;]*")


class ContactWord(Struct, frozen=True, kw_only=True):
    """A shipped word, with the letter that takes it, if it has one of its own."""

    id: str
    name: str
    key: str = ""
    help: str = ""


@cache
def channels() -> tuple[ContactWord, ...]:
    """Return the ways in which people are in touch, in order."""
    return data.load("words/contact_channels", tuple[ContactWord, ...])


@cache
def purposes() -> tuple[ContactWord, ...]:
    """Return what contacts are for, in order."""
    return data.load("words/contact_purposes", tuple[ContactWord, ...])


@cache
def signal_kinds() -> tuple[ContactWord, ...]:
    """Return the kinds of signal, in order."""
    return data.load("words/signal_kinds", tuple[ContactWord, ...])


def word_of(words: tuple[ContactWord, ...], uid: str) -> str:
    """Return the name of a shipped word; one that is not shipped stands for itself."""
    return next((each.name for each in words if each.id == uid), uid)


def said(typed: str) -> tuple[int, str]:
    """Return the minutes that stand at the head of a line, 0 for none, and the rest of it.

    "15 min: asked for the log" is a quarter of an hour; "15 people came" is a gist.
    """
    line = clean(typed)
    found = _MINUTES.match(line)
    return (int(found[1]), line[found.end() :]) if found else (0, line)


def contact_line(contact: Contact) -> str:
    """Return a contact in one line: "call, 15 min (update): team moved desk. Next: ask Moira"."""
    how = word_of(channels(), contact.channel)
    head = ", ".join(filter(None, (how, f"{contact.minutes} min" if contact.minutes else "")))
    why = ", ".join(word_of(purposes(), each) for each in contact.purposes)
    head = " ".join(filter(None, (head, f"({why})" if why else "")))
    line = f"{head}: {contact.gist}" if contact.gist else head
    line = f"{line}; {contact.began} began it" if contact.began else line
    return f"{line}. Next: {contact.follow_up}" if contact.follow_up else line


def signal_line(signal: Signal) -> str:
    """Return a signal in one line: "workload: no hours until the festival is over"."""
    kind = word_of(signal_kinds(), signal.kind)
    return ": ".join(filter(None, (kind, signal.text)))
