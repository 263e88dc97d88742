"""The laws of the fold: order, doubling and loss of order change nothing that can be seen."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from cartui.store.events import Change, Event, Op
from cartui.store.fold import Fold, all_heads, heads_of, lives, visible


def line(number: int, *events: Event, device: str = "a") -> Change:
    return Change(id=f"{number:016x}-{device * 8}-x", seq=number, device=device, events=events)


def shown(fold: Fold) -> dict[str, Any]:
    docs = fold.docs("", "person")
    return {uid: visible(doc) for uid, doc in docs.items() if lives(doc)}


def standing(fold: Fold) -> dict[str, Any]:
    """What every field stands on, with the concurrent values beside the one displayed."""
    docs = fold.docs("", "person")
    return {
        uid: {field: heads_of(doc, field) for field in ("name", "area", "agency") if field in doc}
        for uid, doc in docs.items()
    }


class Desk:
    """One device: it folds what reaches it and writes lines that know what it has seen."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.fold = Fold()
        self.lines: list[Change] = []
        self.clock = 0

    def write(self, op: str, uid: str, field: str, value: str) -> None:
        doc = self.fold.docs("", "person").get(uid)
        if op == Op.CREATE:
            if doc is not None:
                return
            event = Event(kind="person", uid=uid, op=op, value={"name": value, "area": ""})
        elif doc is None or not lives(doc):
            return
        elif op == Op.DELETE:
            seen = tuple(dict.fromkeys([*all_heads(doc), *doc.get("_life", {})]))
            event = Event(kind="person", uid=uid, op=op, seen=seen)
        else:
            seen = tuple(heads_of(doc, field))
            event = Event(kind="person", uid=uid, field=field, value=value, seen=seen)
        self.clock += 1
        change = Change(
            id=f"{self.clock:016x}-{self.name * 8}-x",
            seq=len(self.lines) + 1,
            device=self.name,
            events=(event,),
        )
        self.lines.append(change)
        self.fold.take(self.name, change)

    def read(self, other: "Desk") -> None:
        for change in other.lines:
            self.fold.take(other.name, change)
            self.clock = max(self.clock, int(change.id[:16], 16))


steps = st.lists(
    st.tuples(
        st.sampled_from("abc"),
        st.sampled_from([Op.CREATE, Op.SET, Op.SET, Op.SET, Op.DELETE, "read"]),
        st.sampled_from(["p1", "p2", "p3"]),
        st.sampled_from(["name", "area", "agency"]),
        st.text("xyz", max_size=2),
        st.sampled_from("abc"),
    ),
    min_size=1,
    max_size=60,
)


def story(plan: list[tuple[str, str, str, str, str, str]]) -> dict[str, Desk]:
    desks = {name: Desk(name) for name in "abc"}
    for name, op, uid, field, value, other in plan:
        if op == "read":
            desks[name].read(desks[other])
        else:
            desks[name].write(op, uid, field, value)
    return desks


@settings(max_examples=400, deadline=None)
@given(steps, st.randoms(use_true_random=False))
def test_shuffled_and_doubled_lines_fold_to_the_same_state(plan: Any, random: Any) -> None:
    desks = story(plan)
    lines = [(name, change) for name, desk in desks.items() for change in desk.lines]
    in_order = Fold()
    for name, change in sorted(lines, key=lambda pair: pair[1].id):
        in_order.take(name, change)
    shuffled = lines + random.sample(lines, k=len(lines) // 2)
    random.shuffle(shuffled)
    other = Fold()
    for name, change in shuffled:
        other.take(name, change)
    assert shown(other) == shown(in_order)
    assert standing(other) == standing(in_order)


@settings(max_examples=200, deadline=None)
@given(steps)
def test_no_edit_is_lost_silently(plan: Any) -> None:
    """Every value written either shows, stands in a shown conflict, or was seen when replaced."""
    desks = story(plan)
    fold = Fold()
    lines = [(name, change) for name, desk in desks.items() for change in desk.lines]
    for name, change in lines:
        fold.take(name, change)
    replaced = {old for _, change in lines for event in change.events for old in event.seen}
    for _, change in lines:
        event = change.events[0]
        doc = fold.docs("", "person")[event.uid]
        if event.op == Op.SET and change.ref(0) not in replaced:
            assert change.ref(0) in heads_of(doc, event.field)


def test_an_edit_the_deleter_had_not_seen_brings_the_record_back() -> None:
    made = Event(kind="person", uid="p", op=Op.CREATE, value={"name": "Ada"})
    fold = Fold()
    fold.take("a", line(1, made))
    seen = tuple(all_heads(fold.docs("", "person")["p"]))
    fold.take("a", line(2, Event(kind="person", uid="p", op=Op.DELETE, seen=seen)))
    assert shown(fold) == {}
    edit = Event(kind="person", uid="p", field="name", value="Ada F", seen=seen)
    fold.take("b", line(1, edit, device="b"))
    assert shown(fold) == {"p": {"uid": "p", "name": "Ada F"}}


def test_two_edits_that_did_not_see_each_other_stand_beside_each_other() -> None:
    made = Event(kind="person", uid="p", op=Op.CREATE, value={"name": "Ada"})
    fold = Fold()
    fold.take("a", line(1, made))
    seen = tuple(heads_of(fold.docs("", "person")["p"], "name"))
    fold.take("a", line(2, Event(kind="person", uid="p", field="name", value="x", seen=seen)))
    one = Event(kind="person", uid="p", field="name", value="y", seen=seen)
    fold.take("b", line(3, one, device="b"))
    doc = fold.docs("", "person")["p"]
    assert sorted(heads_of(doc, "name").values()) == ["x", "y"]
    assert doc["name"] == "y", "the later one is displayed, the other is one key away"
