"""What is highlighted on a screen, as the frame needs to know it for notes, history and copies."""

from msgspec import Struct


class Subject(Struct, frozen=True):
    """A record under the cursor. `text` is what `y` copies; `name` when it is empty."""

    uid: str
    name: str
    group: str = ""
    text: str = ""
