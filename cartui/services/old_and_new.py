"""What a change did to words: what stood there before, and what stood there after."""

from collections.abc import Iterator

from msgspec import Struct

from cartui.store.events import Change, Op

KINDS = frozenset({
    "programme", "partnership", "group", "person", "membership", "cycle", "card", "move", "answer",
    "dilemma", "note", "wording", "draft",
})  # fmt: skip
"""Whose words are told. Who said what of a draft or of a rule stands on their own screens only."""
WORDS = frozenset({
    "title", "name", "text", "ask", "help", "area", "kind", "scope_check", "learning", "housed_at",
    "next_step", "next_due", "justification", "agreed_with", "stop_reason", "status", "state",
    "handling", "label", "agency", "sector", "profession", "job_role", "role", "joined", "left",
    "why_joined", "policy_context", "practice",
})  # fmt: skip
"""The fields that hold words or dates; ids, orders and marks say nothing to a reader."""


class Reworded(Struct, frozen=True):
    """One field of a record before and after a change; "" for nothing."""

    field: str
    was: str
    now: str


def old_and_new(change: Change) -> Iterator[Reworded]:
    """Yield what a change did to each field of words, in the order it was done."""
    for event in change.events:
        if event.kind not in KINDS:
            continue
        made = event.value if event.op == Op.CREATE and isinstance(event.value, dict) else {}
        fields = {field: (None, value) for field, value in made.items()}
        if event.op == Op.SET:
            fields = {event.field: (event.was, event.value)}
        for field, (was, now) in fields.items():
            if field in WORDS and (was or now):
                yield Reworded(field.replace("_", " "), str(was or ""), str(now or ""))


def in_lines(change: Change) -> str:
    """Return old and new of a change as a text to read; "" if it is about no words."""
    said = []
    for each in old_and_new(change):
        lines = [f"before: {each.was}", f"after:  {each.now or '(nothing)'}"]
        texts = "\n".join(lines) if each.was else f"written: {each.now}"
        said.append(f"{each.field.capitalize()}\n{texts}")
    return "\n\n".join(said)
