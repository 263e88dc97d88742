"""What re-anchoring says of one passage."""

from msgspec import Struct

from cartui.model.drafts import Anchored


class Standing(Struct, frozen=True, kw_only=True):
    """Where a passage stands in the new text: characters `start` to `end` (not counted).

    `confidence` is 0 to 1; `how` names the step that found it: same, moved, words, elsewhere,
    quote or between. Of a lost passage `start` and `end` are one offset, the place in the new text
    nearest to where it stood, and `how` is nearest.
    """

    start: int
    end: int
    state: Anchored
    confidence: float
    how: str
