"""What the app lends an open draft in BACK: the comments that only two people know of."""

from typing import Protocol

from cartui.model.drafts import Draft, DraftVersion
from cartui.model.passages import Passage
from cartui.services.remarks import Remark
from cartui.store.events import Change


class PrivateRemarks(Protocol):
    """One-to-one comments and those of the politics lens, until they are brought forward."""

    def remarks(self, draft: Draft, version: DraftVersion) -> list[Remark]:
        """Return them, each marked private."""

    def write(
        self, draft: Draft, version: DraftVersion, text: str, passage: Passage | None,
        *, lens: str, tone: str, by: str, via: str,
    ) -> Change:  # fmt: skip
        """Write one."""

    def edit(self, remark: Remark, *, was: str | None = None, **fields: str) -> Change:
        """Change `text`, `lens`, `tone` or `by`; its text `was` this. Raises ChangedMeanwhile."""

    def put_away(self, remark: Remark) -> Change:
        """Take one off the list."""

    def bring_forward(self, remark: Remark) -> Change:
        """Let the group see it from now on."""
