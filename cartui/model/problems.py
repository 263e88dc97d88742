"""Named problems: every one is a sentence that can be shown to a facilitator as it stands."""


class CartuiProblem(Exception):
    """Something that cannot be done now. `str()` says what happened, what is safe, what next."""


class NotFoundHere(CartuiProblem):
    """A record that was asked for is not (or no longer) in this workspace."""


class NothingToUndo(CartuiProblem):
    """There is no change left on this device that can be taken back from this stage."""


class NothingToRedo(CartuiProblem):
    """No change has been taken back, so none can be done again."""


class ChangedSince(CartuiProblem):
    """Somebody else has changed the same field since; nothing was overwritten."""
