"""An open workspace with what hangs on its walls: the services, and the stage of the room."""

from collections.abc import Callable, Collection
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from cartui.model.kinds import OPEN
from cartui.model.rooms import Room
from cartui.services.looking import Looking
from cartui.services.notebook import Notebook
from cartui.services.programmes import Programmes
from cartui.store.events import Change
from cartui.store.identity import Identity
from cartui.store.places import Places
from cartui.store.workspace import Workspace

if TYPE_CHECKING:
    from cartui.services.board import Board
    from cartui.services.bringing_in import PrivateFacts
    from cartui.services.drafts import Drafts
    from cartui.services.feedback import Feedback
    from cartui.services.feedback_out import FeedbackOut
    from cartui.services.ground_rules import GroundRules
    from cartui.services.meetings import Meetings
    from cartui.services.roster import Roster
    from cartui.services.wording import Wording
    from screens.drafts.private import PrivateRemarks


class Workroom:
    """Everything a screen may be given. Raises what `Workspace.open` raises."""

    def __init__(self, folder: Path, identity: Identity, places: Places) -> None:
        self.workspace = Workspace.open(folder, open_kinds=OPEN, identity=identity)
        self.places = places
        self.stage = Room.MEMBERS
        self.programmes = Programmes(self.workspace, self.room)
        self.notebook = Notebook(self.workspace, self.room)
        self.looking = Looking(self.workspace, places.state)
        self._open_wording: Wording | None = None
        self.back_wording: Wording | None = None
        self.group_in_hand = ""
        self.cosy = False
        self.private_facts: PrivateFacts | None = None
        self.private_comments: Callable[[str], PrivateRemarks] | None = None
        self._board: Board | None = None
        self._drafts: Drafts | None = None
        self._feedback: Feedback | None = None
        if not self.programmes.is_practice():
            places.remember(folder)  # after a look round, the real beginning is offered again

    def room(self) -> Room:
        """The stage of the room now."""
        return self.stage

    def sentence(self, change: Change) -> str:
        """Return what a change did, in words that this stage may show."""
        if self.back_wording is not None:
            return self.back_wording.sentence(change, self.workspace)
        if self._open_wording is None:
            from cartui.services.house_words import house_wording  # noqa: PLC0415 - all the services

            self._open_wording = house_wording()
        return self._open_wording.sentence(change, self.workspace)

    @cached_property
    def roster(self) -> "Roster":
        """The people."""
        from cartui.services.roster import Roster  # noqa: PLC0415 - Home starts without it

        return Roster(self.workspace, self.room)

    def board(self) -> "Board | None":
        """The board of the group in hand, or of the first group; None while there is none."""
        from cartui.services.board import Board  # noqa: PLC0415 - Home starts without it

        groups = {group.uid: group for group in self.programmes.groups()}
        if self.group_in_hand not in groups:
            if not groups:
                return None
            self.group_in_hand = next(iter(groups))
        if self._board is None or self._board.group_uid != self.group_in_hand:
            self._board = Board(self.workspace, self.room, self.group_in_hand)
        return self._board

    def rules(self) -> "GroundRules | None":
        """The ground rules of the group whose board hangs here; None while there is no group."""
        from cartui.services.ground_rules import GroundRules  # noqa: PLC0415 - Home starts without

        if (board := self.board()) is None:
            return None
        return GroundRules(self.workspace, self.room, board.group_uid)

    def meetings(self) -> "Meetings | None":
        """The meetings of the group whose board hangs here; None while there is no group."""
        from cartui.services.meetings import Meetings  # noqa: PLC0415 - Home starts without them

        if (board := self.board()) is None:
            return None
        return Meetings(self.workspace, self.room, board.group_uid)

    def drafts(self) -> "Drafts | None":
        """The drafts of the group in hand; None while there is no group."""
        from cartui.services.drafts import Drafts  # noqa: PLC0415 - Home starts without them

        if (board := self.board()) is None:
            return None
        if self._drafts is None or self._drafts.group_uid != board.group_uid:
            self._drafts = Drafts(self.workspace, self.room, board.group_uid)
        return self._drafts

    def feedback(self) -> "Feedback | None":
        """What is said of the drafts of the group in hand; None while there is no group."""
        from cartui.services.feedback import Feedback  # noqa: PLC0415 - Home starts without it
        from cartui.services.last_look import LastLook  # noqa: PLC0415
        from cartui.services.stopping import Stopping  # noqa: PLC0415

        if (board := self.board()) is None:
            return None
        if self._feedback is None or self._feedback.group_uid != board.group_uid:
            stopping = Stopping(self.workspace, self.places.state)
            look = LastLook(self.workspace, self.places.state)
            self._feedback = Feedback(self.workspace, self.room, board.group_uid, stopping, look)
        return self._feedback

    def feedback_out(self, without: Collection[str] = ()) -> "FeedbackOut":
        """What members may carry away of the drafts of the group in hand; asked with a group."""
        from cartui.services.feedback_out import FeedbackOut  # noqa: PLC0415 - when it goes out

        drafts, feedback = self.drafts(), self.feedback()
        assert drafts is not None and feedback is not None  # noqa: S101, PT018
        return FeedbackOut(self.workspace, drafts, feedback, without)

    def private_remarks(self) -> "PrivateRemarks | None":
        """The comments of the group in hand that only BACK shows; None on FRONT."""
        if self.private_comments is None or (board := self.board()) is None:
            return None
        return self.private_comments(board.group_uid)

    def called(self, name: str) -> None:
        """Sign what is changed from now on with this facilitator's name."""
        identity = msgspec.structs.replace(self.workspace.identity, actor=name)
        self.workspace.identity = identity

    def close(self) -> None:
        """Leave: remember how far was looked, and let the tables be written."""
        self.looking.looked()
        self.workspace.close()
