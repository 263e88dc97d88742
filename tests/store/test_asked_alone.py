"""Records asked for alone, and those that name another: the same as in the whole table."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from cartui.model.kinds import OPEN
from cartui.model.people import Membership
from cartui.model.rooms import Room
from cartui.store.identity import Identity
from cartui.store.workspace import Workspace
from tests.store.desk import ONE, TWO, Opening

PEOPLE = ("asha", "ben", 'odd "one" é')
ACTS = st.tuples(
    st.sampled_from(("join", "move", "undo", "reopen", "other window", "all")),
    st.integers(0, 5),
    st.sampled_from(PEOPLE),
)


def opened_at(folder: Path, device: str = ONE) -> Workspace:
    return Workspace.open(folder, open_kinds=OPEN, identity=Identity(device=device))


def by_person(held: Mapping[str, Membership]) -> Counter[str]:
    return Counter(each.person for each in held.values())


def agrees(ws: Workspace, model: Mapping[str, str]) -> None:
    for person in PEOPLE:
        found = {each.uid for each in ws.naming(Membership, person) if each.person == person}
        assert found == {uid for uid, its in model.items() if its == person}
    for number in range(6):
        held = ws.get(Membership, f"m{number}")
        assert (held.person if held is not None else None) == model.get(f"m{number}")


def put(ws: Workspace, uid: str, person: str) -> None:
    held = ws.get(Membership, uid)
    draft = ws.draft("roster.join", about=(uid,))
    if held is None:
        draft.create(Membership(uid=uid, person=person, group="north"))
    else:
        draft.set(held, person=person)
    if not draft.is_empty:
        ws.commit(draft, room=Room.MEMBERS)


@settings(max_examples=60, deadline=None)
@given(acts=st.lists(ACTS, max_size=14))
def test_what_is_asked_alone_is_what_the_table_says(acts: list[tuple[str, int, str]]) -> None:
    with TemporaryDirectory() as place:
        folder = Path(place) / "ws"
        ws, stories = opened_at(folder), [dict[str, str]()]
        for act, number, person in acts:
            uid, now = f"m{number}", dict(stories[-1])
            if act in ("join", "move") and now.get(uid) != person:
                put(ws, uid, person)
                stories.append({**now, uid: person})
            elif act == "undo" and len(stories) > 1:
                ws.undo(Room.MEMBERS)
                stories.pop()
            elif act == "reopen":
                ws.close()
                ws = opened_at(folder)
            elif act == "other window" and now.get(uid) != person:
                other = opened_at(folder, TWO)
                put(other, uid, person)
                other.close()
                ws.poll()
                stories = [{**now, uid: person}]  # it is theirs to take back
            elif act == "all":
                assert ws.made_of(Membership, by_person) == Counter(now.values())
            agrees(ws, stories[-1])
        table = ws.table(Membership)
        assert {uid: each.person for uid, each in table.items()} == stories[-1]
        agrees(ws, stories[-1])
        ws.close()


def test_a_record_that_was_asked_for_alone_is_the_same_one_in_its_table(opened: Opening) -> None:
    first = opened()
    put(first, "m1", "asha")
    put(first, "m2", "ben")
    first.close()
    ws = opened()
    alone = ws.get(Membership, "m1")
    assert ws.table(Membership)["m1"] is alone
    assert ws.get(Membership, "m2") is ws.table(Membership)["m2"]


def test_what_is_made_of_a_table_is_made_once_until_it_changes(opened: Opening) -> None:
    ws, made = opened(), []

    def counted(held: Mapping[str, Membership]) -> int:
        made.append(len(held))
        return len(held)

    put(ws, "m1", "asha")
    assert [ws.made_of(Membership, counted) for _ in range(3)] == [1, 1, 1]
    put(ws, "m2", "asha")
    assert ws.made_of(Membership, counted) == 2
    assert made == [1, 2]
