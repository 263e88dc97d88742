"""XML of strangers: parsed without entities, outside files or network; names without prefixes."""

from collections.abc import Iterator
from typing import Any, TypeAlias

from lxml import etree

from cartui.exchange.papers.zipped import broken, swollen

Element: TypeAlias = etree._Element


def tree(raw: bytes) -> Element:
    """Return the root of an XML part. Raises Unreadable if it is broken, or meant to swell.

    Documents of word processors declare no entities: one that does is refused.
    """
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise broken() from None
    declared: Any = root.getroottree().docinfo.internalDTD
    if declared is not None and any(declared.entities()):
        raise swollen()
    return root


def children(element: Element) -> Iterator[Element]:
    """Yield the elements right within one; whatever else stands there is left out."""
    return (each for each in element if isinstance(each.tag, str))


def local(element: Element) -> str:
    """Return an element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def namespace(element: Element) -> str:
    """Return an element's namespace, "" for none."""
    return str(element.tag)[1:].partition("}")[0] if str(element.tag).startswith("{") else ""


def attribute(element: Element, name: str, otherwise: str = "") -> str:
    """Return an attribute by its name, in whichever namespace it stands."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return otherwise


def child(element: Element, name: str) -> Element | None:
    """Return the first element of that name right within one."""
    return next((each for each in children(element) if local(each) == name), None)
