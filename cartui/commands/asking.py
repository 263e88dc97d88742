"""Asking before an act that cannot be looked at first: only where somebody can answer."""

import sys

import click

from cartui.model.problems import CartuiProblem


class Declined(CartuiProblem):
    """The answer was no."""


def somebody_is_here() -> bool:
    """Whether a question would be seen, and could be answered."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def agreed(question: str) -> None:
    """Ask, on standard error. Raises Declined at a no; an empty answer is one."""
    if not click.confirm(question, err=True):
        raise Declined("Nothing was written.")
