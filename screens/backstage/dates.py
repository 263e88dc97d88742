"""Dates as a private panel says them."""

from datetime import datetime


def day_of(at: str) -> str:
    """Return the day of an ISO moment on this machine's clock: "2 Mar 2026"; "" if it is none."""
    try:
        day = datetime.fromisoformat(at).astimezone()
    except ValueError:
        return ""
    return f"{day.day} {day:%b %Y}"
