"""What was caught, in words: the sign of its kind, its line, and a due day as it is said."""

from datetime import date

from cartui.model.meetings import Capture, CaptureKind, Outcome
from cartui.services.capture_line import says_whose

SIGNS: dict[str, str] = {
    CaptureKind.ACTION.value: "A",
    CaptureKind.DECISION.value: "D",
    CaptureKind.PARKED.value: "P",
    CaptureKind.QUESTION.value: "Q",
    CaptureKind.NOTE.value: "N",
}
"""A letter for each kind: the key that catches it, but for a note, whose key is c."""
MANY: dict[str, str] = {
    CaptureKind.ACTION.value: "actions",
    CaptureKind.DECISION.value: "decisions",
    CaptureKind.PARKED.value: "parked",
    CaptureKind.QUESTION.value: "questions",
    CaptureKind.NOTE.value: "notes",
}
OUTCOMES: dict[str, str] = {
    Outcome.OPEN.value: "open",
    Outcome.DONE.value: "done",
    Outcome.CARRIED.value: "carried on",
    Outcome.DROPPED.value: "dropped",
}
SOON = 6
"""Days ahead for which a weekday says enough."""


def sign_of(capture: Capture) -> str:
    """Return the letter of a kind; "?" for one that is not known here."""
    return SIGNS.get(capture.kind, "?")


def words_of(capture: Capture, owner: str) -> str:
    """Return a line for a list: "Ben: ask for the log", "Ben to ask for the log", "Two topics go
    on (all agreed)".
    """
    told = not owner or says_whose(capture.text, owner)
    text = capture.text if told else f"{owner}: {capture.text}"
    return f"{text} ({capture.how})" if capture.how else text


def day_words(due: str, today: str) -> str:
    """Return a due day short: "today", "Fri", "3 Dec", "3 Dec 2027"; what is no date, as it is."""
    try:
        day, now = date.fromisoformat(due), date.fromisoformat(today)
    except ValueError:
        return due
    if day == now:
        return "today"
    if 0 < (day - now).days <= SOON:
        return f"{day:%a}"
    return f"{day.day} {day:%b}" if day.year == now.year else f"{day.day} {day:%b} {day.year}"


def is_late(capture: Capture, today: str) -> bool:
    """Whether an action's day is over."""
    return bool(capture.due) and capture.due < today
