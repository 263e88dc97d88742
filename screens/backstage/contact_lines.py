"""Contacts and signals as lines of the panel beside a person, and how they are written."""

from collections.abc import Callable, Sequence
from functools import partial

from cartui.backstage.contact_records import Contact, Signal
from cartui.backstage.contact_words import (
    ContactWord,
    channels,
    contact_line,
    purposes,
    signal_kinds,
    signal_line,
    word_of,
)
from cartui.backstage.contacts import Contacts
from cartui.backstage.records import PrivateNote
from cartui.backstage.signals import Signals
from cartui.store.events import Change
from screens.backstage.dates import day_of
from screens.backstage.panel import BackPanel
from screens.backstage.private_lines import Act, PrivateLine
from screens.parts.choice import Choice, Option, lettered

LINE = "{}: what it was about (15 min may stand first; may stay empty)"
PURPOSES, HOW = "What it was for", "How"
TAKES_AWAY = "is said: again takes it away"
FIELDS = {
    "gist": "Gist",
    "follow_up": "Follow-up",
    "minutes": "Minutes",
    "on": "Day",
    "began": "Who began it",
}


def contact_lines(panel: BackPanel, contacts: Contacts, person: str) -> list[PrivateLine]:
    """Return the contacts with a person, the newest first."""
    return [
        _dated(
            panel, "Contact", each, contact_line(each),
            partial(_change, panel, contacts, each), partial(contacts.put_away, each),
        )
        for each in contacts.of(person)
    ]  # fmt: skip


def signal_lines(panel: BackPanel, signals: Signals, person: str) -> list[PrivateLine]:
    """Return what was noticed of a person, the newest first."""
    return [
        _dated(
            panel, "Signal", each, signal_line(each),
            partial(_reword, panel, signals, each), partial(signals.put_away, each),
        )
        for each in signals.of(person)
    ]  # fmt: skip


def _dated(
    panel: BackPanel, title: str, record: Contact | Signal, text: str, edit: Act,
    put_away: Callable[[], Change],
) -> PrivateLine:  # fmt: skip
    away = partial(panel.do, put_away)
    key, title = record.uid, f"{title} {record.on}"
    return PrivateLine(key=key, title=title, text=text, edit=edit, away=away)


def _change(panel: BackPanel, contacts: Contacts, contact: Contact) -> None:
    panel.run_worker(change_contact(panel, contacts, contact))


def _reword(panel: BackPanel, signals: Signals, signal: Signal) -> None:
    kind = word_of(signal_kinds(), signal.kind)
    panel.ask(
        f"Signal, {kind}" if kind else "Signal",
        f"signal.{signal.uid}",
        partial(signals.reword, signal),
        value=signal.text,
    )


async def log_contact(panel: BackPanel, contacts: Contacts, people: Sequence[str]) -> None:
    """Ask how, by one letter, and what about, in one line: Enter logs it."""
    if (channel := await _channel(panel)) is None:
        return
    panel.ask(
        LINE.format(channel.name),
        f"contact.{channel.id}.{'.'.join(people)}",
        partial(contacts.log, tuple(people), channel.id),
    )


async def note_to_contact(
    panel: BackPanel, contacts: Contacts, note: PrivateNote, group: str = ""
) -> None:
    """Let a private note about a person be a contact: how, by one letter."""
    if (channel := await _channel(panel)) is not None:
        day = day_of(note.at)
        panel.do(partial(contacts.from_note, note, note.about, channel.id, day, group))


async def change_contact(panel: BackPanel, contacts: Contacts, contact: Contact) -> None:
    """Choose what of a contact is to be changed, and change it."""
    fields = [*FIELDS]
    at = await panel.pick("Change, of this contact", [*FIELDS.values(), PURPOSES, HOW])
    if at is None:
        return
    if at < len(fields):
        field = fields[at]
        value = getattr(contact, field)
        panel.ask(
            f"{FIELDS[field]} (private)",
            f"contact.{field}.{contact.uid}",
            lambda text: contacts.change(contact, **{field: text}),
            value=str(value) if value else "",
        )
    elif at == len(fields):
        taken = await _choose(panel, PURPOSES, purposes(), contact.purposes)
        if taken is not None:
            panel.do(partial(contacts.turn_purpose, contact, taken.id))
    elif (channel := await _channel(panel)) is not None:
        panel.do(lambda: contacts.change(contact, channel=channel.id))


async def note_signal(panel: BackPanel, signals: Signals, person: str) -> None:
    """Choose what was noticed, and say more in a line that may stay empty."""
    kind = await _choose(panel, "What do you notice?", signal_kinds())
    if kind is not None:
        panel.ask(
            f"Signal, {kind.name}: in your words (may stay empty)",
            f"signal.{kind.id}.{person}",
            partial(signals.note, person, kind.id),
        )


async def _channel(panel: BackPanel) -> ContactWord | None:
    return await _choose(panel, "How were you in touch?", channels())


async def _choose(
    panel: BackPanel, title: str, words: Sequence[ContactWord], set_: Sequence[str] = ()
) -> ContactWord | None:
    options = [
        Option(each.name, each.key or option.key, TAKES_AWAY if each.id in set_ else each.help)
        for each, option in zip(words, lettered([each.name for each in words]), strict=True)
    ]
    at: int | None = await panel.app.push_screen_wait(Choice(title, options))
    return None if at is None else words[at]
