"""A made workspace holds what was asked for, and opens as any other."""

from pathlib import Path

from benchmarks.make_large import Size, make
from cartui.model.cycles import Card
from cartui.model.kinds import OPEN
from cartui.model.people import Group, Membership, Person
from cartui.store.identity import Identity
from cartui.store.workspace import Workspace


def test_so_many_people_and_cards(workspace_folder: Path, identity: Identity) -> None:
    make(workspace_folder, Size(people=12, cards=7, groups=3))
    workspace = Workspace.open(workspace_folder, open_kinds=OPEN, identity=identity)
    groups = workspace.table(Group)
    assert len(workspace.table(Person)) == len(workspace.table(Membership)) == 12
    assert len(groups) == 3
    assert sum(len(workspace.table(Card, group)) for group in groups) == 7
    workspace.close()
