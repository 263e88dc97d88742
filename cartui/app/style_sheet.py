"""The style sheet of the app: nothing is read, put on or worked out again that is as it was."""

from collections.abc import Iterable
from typing import Any
from weakref import WeakKeyDictionary

from textual.app import App
from textual.css.model import RuleSet
from textual.css.styles import RenderStyles, RulesMap
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.widget import Widget


class ReadOnce(Stylesheet):
    """Textual's style sheet, but for doing again what it has done when nothing has changed.

    Textual reads all rules anew for each screen it meets and whenever the theme is put on, with
    the same values as before; at a start that is four readings for one. It puts all rules on
    every widget of a screen whenever that comes up again; here only on those for which one of the
    things that a rule may ask about has changed. And it works out the look of every part that a
    widget could have; here a part's look is worked out when it is first painted.
    """

    def __init__(self, *, variables: dict[str, str]) -> None:
        super().__init__(variables=variables)
        self._worn = dict(variables)
        self._stale = True
        self._read_in: list[int] = []
        self._dressed: WeakKeyDictionary[DOMNode, tuple[int, object]] = WeakKeyDictionary()
        self._by: list[RuleSet] | None = None
        self._focused: frozenset[str] = frozenset()

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
            self._stale, self._read_in = False, self._order()
        elif self._require_parse or self._read_in != self._order():
            self.parse()

    def parse(self) -> None:
        """Read the rules that are new."""
        super().parse()
        self._read_in = self._order()

    def _order(self) -> list[int]:
        """Return which sheet yields to which: that may change with a sheet that was known."""
        return [source.tie_breaker for source in self.source.values()]

    def apply(
        self, node: DOMNode, *, animate: bool = False, cache: dict[Any, RulesMap] | None = None
    ) -> None:
        """Put the rules on a widget, unless it wears them already."""
        if not isinstance(node, Widget):
            super().apply(node, animate=animate, cache=cache)
            return
        if self.rules is not self._by:  # they were read again
            self._by, self._focused = self.rules, asked_about_focus(self.rules)
            self._dressed.clear()
        asked = asked_by_rules(node, self._focused)
        if self._dressed.get(node) == (node.styles.base._updates, asked):
            return
        super().apply(node, animate=animate, cache=cache)
        if node._has_order_style or node._has_odd_or_even or node._has_focus_within:
            self._dressed.pop(node, None)  # its rules ask for its neighbours, or its children
        else:
            self._dressed[node] = (node.styles.base._updates, asked)

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


FOCUS = frozenset({"focus", "blur"})


def asked_about_focus(rules: Iterable[RuleSet]) -> frozenset[str]:
    """Return the kinds, classes and ids of which a rule asks whether they have the focus; "*" if
    one asks it of every widget.
    """
    return frozenset(
        selector.name
        for rule in rules
        for each in rule.selector_set
        for selector in each.selectors
        if selector.pseudo_classes & FOCUS
    )


def asked_by_rules(node: Widget, focused: frozenset[str] = frozenset("*")) -> object:
    """Return all that a rule may ask of a widget, but for neighbours and children.

    Two widgets that are equal in this are dressed alike; their kinds and parents never change.
    `focused` are those that rules ask about the focus: most widgets paint it themselves.
    """
    app, *widgets = node.css_path_nodes
    if not isinstance(app, App):
        return object()  # on its way in or out: like nothing that was asked before
    of_app = (app.classes, app.theme, app.app_focus, app.native_ansi_color)
    return of_app, *(
        (each._id, each.classes, each.mouse_hover, each.has_focus and _is_one(each, focused),
         each.disabled, each.allow_focus())
        for each in widgets
        if isinstance(each, Widget)
    )  # fmt: skip


def _is_one(node: Widget, named: frozenset[str]) -> bool:
    return "*" in named or not named.isdisjoint((*node._css_type_names, *node.classes, node._id))
