"""How a command ends: an exit code, and one sentence if anything went wrong; never a traceback."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from cartui.commands.saying import remark
from cartui.model.problems import CartuiProblem
from cartui.store.durable import reason
from cartui.store.problems import Damaged, NewerFormat, SaveFailed, UnsafePlace

if TYPE_CHECKING:
    import click

OK, ERROR, USAGE, UNREADABLE, INTERRUPTED = 0, 1, 2, 3, 130
"""The exit codes: all well; an error; not understood; locked or unreadable; interrupted."""


class CannotOpen(CartuiProblem):
    """A workspace is not there, or not whole: something acknowledged cannot be read."""


class NotUnderstood(CartuiProblem):
    """A command cannot do what was asked in this way; the sentence says which way it can."""


_CODES: tuple[tuple[type[CartuiProblem], int], ...] = (
    (NotUnderstood, USAGE),
    (CannotOpen, UNREADABLE),
    (Damaged, UNREADABLE),
    (NewerFormat, UNREADABLE),
    (UnsafePlace, UNREADABLE),
)


def ended(run: Callable[[], Any]) -> int:
    """Run a command to its end; return the exit code, having said what went wrong."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, ValueError):
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    try:
        code = run()
        sys.stdout.flush()
    except (Exception, KeyboardInterrupt) as error:
        return _ending_of(error)
    return code if isinstance(code, int) else OK


def _ending_of(error: BaseException) -> int:
    """Return the exit code of an exception, having said it in a sentence."""
    import click  # noqa: PLC0415 - a plain start does not need it

    if isinstance(error, (KeyboardInterrupt, click.Abort)):
        remark("Stopped. What was saved is safe.")
        return INTERRUPTED
    if isinstance(error, click.ClickException):
        remark(f"{error.format_message()}{_hint(error)}")
        return error.exit_code
    if isinstance(error, CartuiProblem):
        remark(str(error))
        return _code_of(error)
    if isinstance(error, BrokenPipeError):
        return _nobody_reads()
    if isinstance(error, OSError) and error.filename:
        remark(f"{os.fsdecode(error.filename)}: {reason(error)}.")
        return ERROR
    return _a_fault_of_ours(error)


def _hint(error: "click.ClickException") -> str:
    if not hasattr(error, "ctx"):  # only what was not understood knows where it was said
        return ""
    command = error.ctx.command_path if error.ctx is not None else "cartui"
    return f" ({command} --help shows what can be asked.)"


def _code_of(problem: CartuiProblem) -> int:
    if isinstance(problem, SaveFailed) and type(problem.__cause__).__name__ == "Timeout":
        return UNREADABLE  # another program keeps the lock
    return next((code for kind, code in _CODES if isinstance(problem, kind)), ERROR)


def _nobody_reads() -> int:
    """The reader of our output is gone; let Python not complain of it while it leaves."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    with suppress(OSError, ValueError):
        os.dup2(nowhere, sys.stdout.fileno())
    return ERROR


def _a_fault_of_ours(error: BaseException) -> int:
    from cartui.crash import keep_report  # noqa: PLC0415  (only when it is needed)
    from cartui.store.places import here  # noqa: PLC0415

    kept = keep_report(error, here().reports)
    where = f" A report without any of your words is in {kept}." if kept else ""
    remark(f"cartui met a fault of its own and stopped. What was saved is safe.{where}")
    return ERROR
