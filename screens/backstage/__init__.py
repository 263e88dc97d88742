"""Back-stage panels: what the app puts into the slots of open screens, in BACK only."""

from collections.abc import Callable, Mapping

from cartui.backstage.attendance_reasons import AttendanceReasons
from cartui.backstage.briefs import Briefs
from cartui.backstage.contacts import Contacts
from cartui.backstage.private_facts import PrivateFacts
from cartui.backstage.private_notebook import PrivateNotebook
from cartui.backstage.private_whys import PrivateWhys
from cartui.backstage.signals import Signals
from cartui.backstage.storage_notes import StorageNotes
from cartui.model.rooms import Room
from cartui.store.workspace import Workspace
from screens.backstage.beside_person import BesidePerson, PersonServices
from screens.backstage.beside_rule import BesideRule
from screens.backstage.home_back import HomeBack
from screens.backstage.live_private import LivePrivate
from screens.backstage.panel import BackPanel
from screens.backstage.spoken import SpokenPanel
from screens.backstage.under_card import UnderCard

__all__ = ["BackPanel", "panels"]


def panels(workspace: Workspace, room: Callable[[], Room]) -> Mapping[str, Callable[[], BackPanel]]:
    """Return, by the name of a slot, what makes its panel."""
    notes = PrivateNotebook(workspace, room)
    storage = StorageNotes(workspace, room)
    person = PersonServices(
        PrivateFacts(workspace, room),
        PrivateWhys(workspace, room),
        notes,
        AttendanceReasons(workspace, room),
        Contacts(workspace, room),
        Signals(workspace, room),
        Briefs(workspace, room),
    )
    return {
        "beside-person": lambda: BesidePerson(workspace, person),
        "beside-rule": lambda: BesideRule(notes),
        "under-card": lambda: UnderCard(storage, notes),
        "home-back": lambda: HomeBack(workspace, room, notes),
        "live-private": lambda: LivePrivate(workspace, room, notes),
        "live-spoken": lambda: SpokenPanel(workspace, room),
    }
