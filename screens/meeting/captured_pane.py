"""What was caught in this meeting, the newest last; the newest three in a small window."""

from screens.parts.reading import Reading

NOTHING = "Nothing caught yet."


class CapturedPane(Reading):
    """Lines that were caught while people spoke."""

    def on_mount(self) -> None:
        """Say that there is nothing yet."""
        self.show(lambda _: [[(NOTHING, "muted")]], anew=True)
