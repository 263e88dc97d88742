"""Dates as a private panel says them."""

from datetime import datetime


def day_of(at: str) -> str:
    """Return the day of an ISO moment on this machine's clock, as dates are written everywhere
    else: "2026-03-02"; "" if it is none.
    """
    try:
        return datetime.fromisoformat(at).astimezone().date().isoformat()
    except ValueError:
        return ""
