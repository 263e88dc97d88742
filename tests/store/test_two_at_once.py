"""Several instances and devices on one folder, at random: nothing is lost, all agree."""

import shutil
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cartui.model.kinds import OPEN
from cartui.model.people import Person
from cartui.model.rooms import Room
from cartui.store.fold import heads_of
from cartui.store.identity import Identity
from cartui.store.workspace import Workspace

plans = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.sampled_from(["add", "edit", "edit", "poll", "flush", "reopen", "undo"]),
        st.integers(0, 4),
    ),
    min_size=5,
    max_size=50,
)


class Table:
    """Three cartuis on one folder: two on one device, the third on another."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.devices = ["a" * 32, "a" * 32, "b" * 32]
        self.seats = [self._open(number) for number in range(3)]
        self.written: dict[str, tuple[str, str]] = {}
        self.replaced: set[str] = set()
        self.made: set[str] = set()

    def _open(self, number: int) -> Workspace:
        identity = Identity(device=self.devices[number])
        return Workspace.open(self.folder, open_kinds=OPEN, identity=identity)

    def act(self, number: int, what: str, which: int) -> None:
        seat = self.seats[number]
        if what == "poll":
            seat.poll()
        elif what == "flush":
            seat.flush()
        elif what == "reopen":
            seat.close()
            self.seats[number] = self._open(number)
        elif what == "add":
            self._add(seat)
        elif what == "edit":
            self._edit(seat, which)

    def _add(self, seat: Workspace) -> None:
        uid = f"p{len(self.made)}"
        draft = seat.draft("t.add")
        draft.create(Person(uid=uid, name=uid))
        seat.commit(draft, room=Room.MEMBERS)
        self.made.add(uid)

    def _edit(self, seat: Workspace, which: int) -> None:
        people = seat.table(Person)
        if not people:
            return
        uid = sorted(people)[which % len(people)]
        draft = seat.draft("t.edit")
        draft.set(people[uid], name=f"{uid} {len(self.written)}")
        change = seat.commit(draft, room=Room.MEMBERS)
        self.written[change.ref(0)] = (uid, f"{uid} {len(self.written)}")
        self.replaced.update(change.events[0].seen)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(plan=plans)
def test_nothing_is_lost_between_instances(plan: list[Any], tmp_path: Path) -> None:
    folder = tmp_path / "shared"
    shutil.rmtree(folder, ignore_errors=True)
    table = Table(folder)
    for number, what, which in plan:
        table.act(number, what, which)
    for seat in table.seats:
        seat.poll()
    shown = [dict(seat.table(Person)) for seat in table.seats]
    assert shown[0] == shown[1] == shown[2]
    assert set(shown[0]) == table.made
    for ref, (uid, _) in table.written.items():
        doc = table.seats[0].open_side.doc("", "person", uid)
        assert doc is not None
        assert ref in heads_of(doc, "name") or ref in table.replaced, "an edit vanished unseen"
    for seat in table.seats:
        seat.close()
    for device in ("a" * 32, "c" * 32):
        again = Workspace.open(folder, open_kinds=OPEN, identity=Identity(device=device))
        assert dict(again.table(Person)) == shown[0]
        again.close()
