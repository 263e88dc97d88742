"""The back kinds: every record that may stand in a back file of a workspace."""

from cartui.backstage.records import (
    CardBack,
    Constraint,
    MembershipBack,
    PersonBack,
    PrivateComment,
    PrivateNote,
    StorageNote,
)
from cartui.model.records import Kind, Registry

BACK = Registry(
    (
        Kind("person_back", PersonBack, back=True),
        Kind("membership_back", MembershipBack, back=True),
        Kind("constraint", Constraint, back=True),
        Kind("private_note", PrivateNote, back=True),
        Kind("storage_note", StorageNote, back=True),
        Kind("card_back", CardBack, back=True),
        Kind("private_comment", PrivateComment, back=True),
    )
)
