"""The style sheet of the app: nothing is read or worked out that nobody asks for."""

from textual.css.styles import RenderStyles
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode


class ReadOnce(Stylesheet):
    """Textual's style sheet, but for reading every rule again when nothing has changed.

    Textual reads all rules anew for each screen it meets and whenever the theme is put on, with
    the same values as before; at a start that is four readings for one. It also works out the
    look of every part a widget could have, whenever the widget meets the rules; here a part's
    look is worked out when it is first painted.
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

    def _process_component_classes(self, node: DOMNode) -> None:
        """Let the parts of a widget be worked out when asked for; repaint it if one has changed."""
        names = node._get_component_classes()
        if not names:
            return
        before = dict(node._component_styles)  # those that were asked for so far
        node._component_styles = parts = Parts(self, node, names)
        if any(parts[name] != look for name, look in before.items() if name in names):
            node.refresh()


class Parts(dict[str, RenderStyles]):
    """The looks of a widget's parts by component class, each worked out when it is asked for."""

    def __init__(self, sheet: Stylesheet, node: DOMNode, names: frozenset[str]) -> None:
        super().__init__()
        self._sheet, self._node, self._names = sheet, node, names

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __missing__(self, name: str) -> RenderStyles:
        if name not in self._names:
            raise KeyError(name)
        part = DOMNode(classes=name)
        part._attach(self._node)
        self._sheet.apply(part, animate=False)
        self[name] = part.styles
        return part.styles
