"""The structure tree as objects of the file, and the way from what pages show to the elements it belongs to."""

from collections.abc import Sequence
from typing import assert_never

from reportgen.pdf.objects import ReadyObjects, text_string
from reportgen.pdf.structure import Content, Element, Link

_KEPT_EMPTY = ("TD", "TH")
"""Cells stand in the tree also where nothing is printed in them, so that all rows have as many (PDF/UA-1 7.5)."""


class Tagger:
    """Gathers what pages show, then writes the tree. Pages and annotations have one numbering in the parent tree.

    Objects are named by their numbers in the file, pages by their indexes.
    """

    def __init__(self, objects: ReadyObjects, pages: int) -> None:
        self._objects = objects
        self._pages: list[int] = []
        self._shown: dict[Content, list[tuple[int, int]]] = {}
        self._marks: list[Sequence[Content]] = []
        self._links: dict[Link, list[tuple[int, int, int]]] = {}
        self._next_parent = pages
        self._owners: dict[Content, int] = {}
        self._link_owners: dict[int, int] = {}
        self._places: dict[Content, tuple[float, float, float, float]] = {}

    def page(self, page: int, contents: Sequence[Content]) -> int:
        """Notes the marked contents of a page, in the order of their identifiers; its number in the parent tree."""
        index = len(self._pages)
        self._pages.append(page)
        self._marks.append(contents)
        for identifier, content in enumerate(contents):
            self._shown.setdefault(content, []).append((index, identifier))
        return index

    def annotation(self, link: Link, page: int, annotation: int) -> int:
        """Notes a link annotation on a page; its number in the parent tree."""
        number = self._next_parent
        self._next_parent += 1
        self._links.setdefault(link, []).append((number, page, annotation))
        return number

    def place(self, content: Content, bounds: tuple[float, float, float, float]) -> None:
        """Notes where a figure is on its page: left, bottom, right and top in points."""
        self._places[content] = bounds

    def write(self, root: Element) -> int:
        """Makes the objects of the tree; the number of its root, for the catalog."""
        tree, parents = self._objects.number(), self._objects.number()
        top = self._element(root, tree)
        self._objects.add(parents, self._parent_tree())
        entries = f"/K [{top}] /ParentTree {parents} 0 R /ParentTreeNextKey {self._next_parent}"
        self._objects.add(tree, f"<< /Type /StructTreeRoot {entries} >>")
        return tree

    def _element(self, element: Element, parent: int) -> str:
        """The reference to an element; empty where nothing of it is printed."""
        number = self._objects.number()
        page = self._first_page(element)
        kids = [written for kid in element.kids for written in self._kids(kid, number, page)]
        if not kids and element.tag not in _KEPT_EMPTY:
            self._objects.give_back(number)
            return ""
        text = f"<< /S /{element.tag} /P {parent} 0 R /K [{' '.join(kids)}]"
        if page is not None:
            text += f" /Pg {self._pages[page]} 0 R"
        if element.attributes:
            text += f" /A << {element.attributes}{self._bounds(element)} >>"
        if element.alternative:
            text += f" /Alt {text_string(element.alternative)}"
        self._objects.add(number, f"{text} >>")
        return f"{number} 0 R"

    def _bounds(self, element: Element) -> str:
        """The attribute that says where a figure is (ISO 32000-1 table 344)."""
        found = (self._places[kid] for kid in element.kids if isinstance(kid, tuple) and kid in self._places)
        return "".join(f" /BBox [{' '.join(f'{edge:.2f}' for edge in bounds)}]" for bounds in found)

    def _first_page(self, element: Element) -> int | None:
        """The page of the first thing an element itself shows; what it shows there needs only a number."""
        for kid in element.kids:
            if isinstance(kid, tuple) and kid in self._shown:
                return self._shown[kid][0][0]
        return None

    def _kids(self, kid: Element | Content | Link, owner: int, own_page: int | None) -> list[str]:
        match kid:
            case Element():
                written = self._element(kid, owner)
                return [written] if written else []
            case Link():
                return [self._object_kid(*found, owner) for found in self._links.get(kid, ())]
            case tuple():
                self._owners[kid] = owner
                return [self._content_kid(page, number, own_page) for page, number in self._shown.get(kid, ())]
            case _:
                assert_never(kid)

    def _content_kid(self, page: int, identifier: int, own_page: int | None) -> str:
        """Marked content: its number alone where it is on the page of its element."""
        return (
            str(identifier) if page == own_page else f"<< /Type /MCR /Pg {self._pages[page]} 0 R /MCID {identifier} >>"
        )

    def _object_kid(self, number: int, page: int, annotation: int, owner: int) -> str:
        self._link_owners[number] = owner
        return f"<< /Type /OBJR /Pg {self._pages[page]} 0 R /Obj {annotation} 0 R >>"

    def _parent_tree(self) -> str:
        numbers = [
            f"{number} [{' '.join([f'{self._owners[content]} 0 R' for content in contents])}]"
            for number, contents in enumerate(self._marks)
        ]
        numbers += [f"{number} {owner} 0 R" for number, owner in sorted(self._link_owners.items())]
        return f"<< /Nums [{' '.join(numbers)}] >>"
