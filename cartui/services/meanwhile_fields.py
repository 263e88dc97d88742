"""Fields of a record that somebody else has changed since they were read into a form."""

from collections.abc import Callable, Mapping
from typing import Any

from cartui.model.problems import ChangedMeanwhile

_WORDS = {"on": "day", "slot_agreed_by": "agreed by"}
"""What a field is called where its own name says too little."""


class FieldsMeanwhile(ChangedMeanwhile):
    """Fields of a form that somebody else has changed; `fields` holds what stands there now."""

    def __init__(
        self, theirs: Mapping[str, Any], mine: Mapping[str, Any], name: Callable[[str], str] = str
    ) -> None:
        super().__init__(_said(theirs, name), _said(mine, name))
        self.fields = dict(theirs)


def unchanged_meanwhile(
    now: object,
    was: Mapping[str, Any] | None,
    mine: Mapping[str, Any],
    name: Callable[[str], str] = str,
) -> None:
    """See to it that fields still are what they `was`, or what is wanted.

    `name` gives the name of an owner by uid. Raises FieldsMeanwhile.
    """
    theirs = {
        field: value
        for field, value in ((each, getattr(now, each)) for each in mine)
        if was is not None and field in was and value not in (was[field], mine[field])
    }
    if theirs:
        raise FieldsMeanwhile(theirs, {field: mine[field] for field in theirs}, name)


def _said(fields: Mapping[str, Any], name: Callable[[str], str]) -> str:
    return "\n".join(
        f"{_WORDS.get(field, field)}: {_in_words(name(value) if field == 'owner' else value)}"
        for field, value in fields.items()
    )


def _in_words(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value) if value != "" else "(nothing)"
