"""A made workspace holds what was asked for, and opens as any other."""

from pathlib import Path

from benchmarks.make_large import Size, make
from cartui.model.cycles import Card
from cartui.model.drafts import DraftVersion, Place
from cartui.model.kinds import OPEN
from cartui.model.meetings import Meeting, Segment
from cartui.model.people import Group, Membership, Person
from cartui.model.rules import Rule
from cartui.store.identity import Identity
from cartui.store.workspace import Workspace


def test_so_many_people_and_cards(workspace_folder: Path, identity: Identity) -> None:
    size = Size(people=12, cards=7, groups=3, rules=2, words=300, comments=9, meetings=2)
    make(workspace_folder, size)
    workspace = Workspace.open(workspace_folder, open_kinds=OPEN, identity=identity)
    groups = workspace.table(Group)
    assert len(workspace.table(Person)) == len(workspace.table(Membership)) == 12
    assert len(groups) == 3
    assert sum(len(workspace.table(Card, group)) for group in groups) == 7
    first = next(group for group in groups if workspace.table(Card, group))
    assert len(workspace.table(Rule, first)) == 2
    places = workspace.table(Place, first).values()
    assert len({place.quote for place in places}) > 5
    assert len(places) == 9
    assert [version.words >= 300 for version in workspace.table(DraftVersion, first).values()]
    assert len(workspace.table(Meeting, first)) == 2
    assert len(workspace.table(Segment, first)) == 16
    workspace.close()
