"""What can go wrong between the records and the disk, as sentences for a facilitator."""

from cartui.model.problems import CartuiProblem


class Damaged(CartuiProblem):
    """A file does not read as it was written. Nothing of it is guessed, nothing is overwritten."""


class NewerFormat(CartuiProblem):
    """A file was written by a later cartui. `found` is its format number; it is left untouched."""

    def __init__(self, found: int) -> None:
        super().__init__(
            f"This was written by a newer cartui (format {found}). It is left exactly as it is; "
            "open it with the newer version."
        )
        self.found = found


class ChangedOutside(CartuiProblem):
    """A file is not as this cartui last read or wrote it: read it again before saving."""


class UnsafePlace(CartuiProblem):
    """A folder or file where private notes must not be written, such as a link."""


class SaveFailed(CartuiProblem):
    """A save did not reach the disk. `reason` is plain words; what stood before is whole."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"Not saved: {reason}. What was saved before is safe.")
        self.reason = reason
        self.unsaved: object | None = None  # the draft, where there is one
