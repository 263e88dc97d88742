"""Undo all, redo all: the same visible state, whatever was done."""

import shutil
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cartui.model.cycles import Card
from cartui.model.kinds import OPEN
from cartui.model.people import Group, Person
from cartui.model.rooms import Room
from cartui.store.identity import Identity
from cartui.store.workspace import Workspace
from tests.store.desk import ONE

acts = st.lists(
    st.tuples(
        st.sampled_from(["add", "name", "agency", "away", "card", "title", "undo", "redo"]),
        st.integers(0, 5),
        st.sampled_from(["x", "y", "ü", ""]),
    ),
    min_size=1,
    max_size=40,
)


def act(workspace: Workspace, what: str, number: int, word: str) -> None:
    draft = workspace.draft(f"test.{what}", group="g" if what in ("card", "title") else "")
    person, card = (
        workspace.get(Person, f"p{number}"),
        workspace.get(Card, f"c{number}", "g"),
    )
    if (
        what == "add"
        and person is None
        and workspace.open_side.doc("", "person", f"p{number}") is None
    ):
        draft.create(Person(uid=f"p{number}", name=word))
    elif (
        what == "card"
        and card is None
        and workspace.open_side.doc("g", "card", f"c{number}") is None
    ):
        draft.create(Card(uid=f"c{number}", title=word))
    elif what == "title" and card is not None:
        draft.set(card, title=word, round=number)
    elif what == "away" and person is not None:
        draft.set(person, away=not person.away)
    elif what in ("name", "agency") and person is not None:
        draft.set(person, **{what: word})
    if not draft.is_empty:
        workspace.commit(draft, room=Room.MEMBERS)


def shown(workspace: Workspace) -> dict[str, object]:
    return {
        "people": dict(workspace.table(Person)),
        "cards": dict(workspace.table(Card, "g")),
        "groups": dict(workspace.table(Group)),
    }


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(plan=acts)
def test_undo_all_and_redo_all(plan: list[tuple[str, int, str]], tmp_path: Path) -> None:
    folder = tmp_path / "laws"
    shutil.rmtree(folder, ignore_errors=True)
    identity = Identity(device=ONE)
    workspace = Workspace.open(folder, open_kinds=OPEN, identity=identity)
    start = shown(workspace)
    for what, number, word in plan:
        if what in ("undo", "redo"):
            turn = workspace.undo if what == "undo" else workspace.redo
            following = workspace.next_undo if what == "undo" else workspace.next_redo
            if following(Room.MEMBERS) is not None:
                turn(Room.MEMBERS)
        else:
            act(workspace, what, number, word)
    end = shown(workspace)
    while workspace.next_redo(Room.MEMBERS) is not None:
        workspace.redo(Room.MEMBERS)
    end = shown(workspace)
    while workspace.next_undo(Room.MEMBERS) is not None:
        workspace.undo(Room.MEMBERS)
    assert shown(workspace) == start
    workspace.close()
    again = Workspace.open(folder, open_kinds=OPEN, identity=identity)
    while again.next_redo(Room.MEMBERS) is not None:
        again.redo(Room.MEMBERS)
    assert shown(again) == end
    again.close()
