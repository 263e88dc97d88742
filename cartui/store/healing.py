"""Healing a journal: what only the tables still know is said again, in new lines of our own.

A damaged line is never rewritten. The heal line names the lines it stands for, so that the journal
alone gives the whole state again and later readings stay quiet about them.
"""

from collections.abc import Container, Iterable, Iterator
from functools import partial

from cartui.store.draft import Draft
from cartui.store.events import Event, Op
from cartui.store.fold import Doc, all_heads, heads_of, visible
from cartui.store.lines import Broken
from cartui.store.side import Side


def broken_lines(side: Side) -> tuple[list[Broken], set[str]]:
    """Read every journal of a side from its first line.

    Returns what is broken and not yet healed, and the ids of all changes that can be read.
    """
    broken: list[Broken] = []
    readable: set[str] = set()
    healed: set[tuple[str, int]] = set()
    for journal in side.journals.values():
        for line in journal.whole():
            if isinstance(line, Broken):
                broken.append(line)
            else:
                readable.add(line.id)
                healed.update(_numbers(line.heals))
    return [line for line in broken if not _is_healed(line, healed)], readable


def _numbers(heals: Iterable[tuple[str, int, int]]) -> Iterable[tuple[str, int]]:
    for journal, first, last in heals:
        yield from ((journal, seq) for seq in range(first, last + 1))


def _is_healed(broken: Broken, healed: set[tuple[str, int]]) -> bool:
    return all((broken.journal, seq) in healed for seq in range(broken.first, broken.last + 1))


def say_again(side: Side, draft: Draft, broken: Iterable[Broken], readable: set[str]) -> Draft:
    """Fill `draft` with what stands on events that no readable line holds any more."""
    for group, kinds in side.fold.groups.items():
        for kind, docs in kinds.items():
            for doc in docs.values():
                draft.events.extend(_again(group, kind, doc, readable))
    draft.heals = tuple((line.journal, line.first, line.last) for line in broken)
    return draft


def _again(group: str, kind: str, doc: Doc, readable: set[str]) -> Iterator[Event]:
    gone = {head for head in all_heads(doc) if _change_of(head) not in readable}
    say = partial(Event, kind=kind, uid=doc["uid"], group=group)
    heads = doc.get("_heads", {})
    if heads.get("") in gone:
        yield say(op=Op.CREATE, value=_never_set_since(doc, heads))
    for field in heads:
        standing = heads_of(doc, field) if field else {}
        if gone & standing.keys():
            value = doc.get(field)
            yield say(field=field, value=value, was=value, seen=tuple(standing))
    for ref, words in doc.get("_life", {}).items():
        if _change_of(ref) not in readable:
            yield say(op=words[0], seen=tuple(dict.fromkeys([ref, *all_heads(doc)])))


def _never_set_since(doc: Doc, heads: Container[str]) -> Doc:
    """Return the fields that still stand on the record's creation."""
    fields = visible(doc)
    return {name: value for name, value in fields.items() if name != "uid" and name not in heads}


def _change_of(ref: str) -> str:
    return ref.rpartition(".")[0]
