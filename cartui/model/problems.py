"""Named problems: every one is a sentence that can be shown to a facilitator as it stands."""


class CartuiProblem(Exception):
    """Something that cannot be done now. `str()` says what happened, what is safe, what next."""


class NotFoundHere(CartuiProblem):
    """A record that was asked for is not (or no longer) in this workspace."""


class NothingToUndo(CartuiProblem):
    """There is no change left on this device that can be taken back from this stage."""


class NothingToRedo(CartuiProblem):
    """No change has been taken back, so none can be done again."""


class ChangedMeanwhile(CartuiProblem):
    """A text was read, and somebody else changed it before it was written anew.

    Nothing was overwritten; `theirs` is what stands there now, `mine` what was to take its place,
    where that is to be shown in other words than it was typed in.
    """

    def __init__(self, theirs: str, mine: str = "") -> None:
        now = f"it is “{theirs}” now" if theirs else "it is empty now"
        super().__init__(f"Changed meanwhile in another window: {now}. Nothing was overwritten.")
        self.theirs, self.mine = theirs, mine


class ChangedSince(CartuiProblem):
    """Somebody else has changed the same field since; nothing was overwritten."""
