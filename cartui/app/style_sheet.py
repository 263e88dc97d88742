"""The style sheet of the app: read anew only when a colour has changed."""

from textual.css.stylesheet import Stylesheet


class ReadOnce(Stylesheet):
    """Textual's style sheet, but for reading every rule again when nothing has changed.

    Textual reads all rules anew for each screen it meets and whenever the theme is put on, with
    the same values as before; at a start that is four readings for one.
    """

    def __init__(self, *, variables: dict[str, str]) -> None:
        super().__init__(variables=variables)
        self._worn = dict(variables)
        self._stale = True

    def set_variables(self, variables: dict[str, str]) -> None:
        """Take the values of a theme; only different ones make what was read stale."""
        if variables != self._worn:
            super().set_variables(variables)
            self._worn = dict(variables)
            self._stale = True

    def reparse(self) -> None:
        """Read the rules again if a value has changed, else only those that are new."""
        if self._stale:
            super().reparse()
            self._stale = False
        else:
            self.parse()
