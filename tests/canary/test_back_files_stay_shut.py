"""On FRONT no back file is opened: not to start, not to work, not to leave."""

from pathlib import Path

from cartui.backstage.kinds import BACK
from cartui.model.kinds import OPEN
from cartui.model.people import Person
from cartui.model.rooms import Room
from cartui.services.roster import Roster
from cartui.store.identity import Identity
from cartui.store.workspace import Workspace
from tests.canary.opened import back_files, files_opened
from tests.canary.planting import MARK, plant, practice_programme


def test_a_whole_sitting_on_front_opens_no_back_file(
    workspace_folder: Path, identity: Identity
) -> None:
    practice_programme(workspace_folder)
    plant(workspace_folder, identity)
    with files_opened() as opened:
        workspace = Workspace.open(workspace_folder, open_kinds=OPEN, identity=identity)
        roster = Roster(workspace, lambda: Room.MEMBERS)
        roster.add("Dora Windrush")
        person = next(iter(workspace.table(Person).values()))
        workspace.undo(Room.MEMBERS)
        workspace.redo(Room.MEMBERS)
        workspace.history(person.uid)
        workspace.changes_since({})
        workspace.poll()
        workspace.next_undo(Room.PUBLIC)
        workspace.close()
    assert opened
    assert not back_files(opened)


def test_the_ear_hears_back_files_when_they_are_opened(
    workspace_folder: Path, identity: Identity
) -> None:
    practice_programme(workspace_folder)
    plant(workspace_folder, identity)
    workspace = Workspace.open(workspace_folder, open_kinds=OPEN, identity=identity)
    with files_opened() as opened:
        workspace.open_back(BACK)
    assert back_files(opened)
    with files_opened() as after:
        workspace.close_back()
        workspace.history("anything")
        workspace.poll()
        workspace.close()
    assert not back_files(after)


def test_history_and_news_on_front_say_nothing_of_back(
    workspace_folder: Path, identity: Identity
) -> None:
    practice_programme(workspace_folder)
    plant(workspace_folder, identity)
    workspace = Workspace.open(workspace_folder, open_kinds=OPEN, identity=identity)
    told = [*workspace.changes_since({})]
    for person in workspace.table(Person):
        told += workspace.history(person)
    assert told
    assert MARK not in repr(told)
    assert MARK not in repr(workspace.next_undo(Room.MEMBERS))
    workspace.close()
