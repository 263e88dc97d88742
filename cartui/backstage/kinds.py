"""The back kinds: every record that may stand in a back file of a workspace."""

from cartui.backstage.contact_records import Contact, Signal
from cartui.backstage.records import (
    AttendanceBack,
    CardBack,
    Constraint,
    HatStamp,
    MembershipBack,
    PersonBack,
    PrivateComment,
    PrivateNote,
    PrivateRaised,
    Reflection,
    Spoken,
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
        Kind("attendance_back", AttendanceBack, back=True),
        Kind("hat_stamp", HatStamp, back=True),
        Kind("spoken", Spoken, back=True),
        Kind("reflection", Reflection, back=True),
        Kind("private_raised", PrivateRaised, back=True),
        Kind("contact", Contact, back=True),
        Kind("signal", Signal, back=True),
    )
)
