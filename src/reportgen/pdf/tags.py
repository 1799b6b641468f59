"""The structure tree as PDF objects, and the way from what pages show to the elements it belongs to."""

from collections.abc import Sequence
from typing import assert_never

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFObject, PDFObjectReference

from reportgen.pdf.structure import Content, Element, Link

_KEPT_EMPTY = ("TD", "TH")
"""Cells stand in the tree also where nothing is printed in them, so that all rows have as many (PDF/UA-1 7.5)."""


class _StructureObject(PDFObject):  # type: ignore[misc]
    """An indirect object whose text is made when the file is written."""

    __RefOnly__ = None

    def __init__(self) -> None:
        self.entries: list[str] = []

    def format(self, document: PDFDocument) -> bytes:  # noqa: ARG002 - the signature is ReportLab's
        """The dictionary as bytes of the file."""
        return ("<< " + " ".join(self.entries) + " >>").encode("ascii")


class Tagger:
    """Gathers what pages show, then writes the tree. Pages and annotations have one numbering in the parent tree."""

    def __init__(self, document: PDFDocument, pages: int) -> None:
        self._document = document
        self._pages: list[PDFObjectReference] = []
        self._shown: dict[Content, list[tuple[int, int]]] = {}
        self._marks: list[list[Content]] = []
        self._links: dict[Link, list[tuple[int, int, PDFDictionary]]] = {}
        self._next_parent = pages
        self._owners: dict[Content, str] = {}
        self._link_owners: dict[int, str] = {}
        self._places: dict[Content, tuple[float, float, float, float]] = {}

    def page(self, reference: PDFObjectReference, contents: Sequence[Content]) -> int:
        """Notes the marked contents of a page, in the order of their identifiers; its number in the parent tree."""
        number = len(self._pages)
        self._pages.append(reference)
        self._marks.append(list(contents))
        for identifier, content in enumerate(contents):
            self._shown.setdefault(content, []).append((number, identifier))
        return number

    def annotation(self, link: Link, page: int, annotation: PDFDictionary) -> int:
        """Notes a link annotation on a page; its number in the parent tree."""
        number = self._next_parent
        self._next_parent += 1
        self._links.setdefault(link, []).append((number, page, annotation))
        return number

    def place(self, content: Content, bounds: tuple[float, float, float, float]) -> None:
        """Notes where a figure is on its page: left, bottom, right and top in points."""
        self._places[content] = bounds

    def write(self, root: Element) -> PDFObjectReference:
        """Makes the objects of the tree; the reference to its root for the catalog."""
        tree = _StructureObject()
        reference = self._reference(tree)
        top = self._element(root, reference)
        tree.entries = ["/Type /StructTreeRoot", f"/K [{top}]", f"/ParentTree {self._parent_tree()}"]
        tree.entries.append(f"/ParentTreeNextKey {self._next_parent}")
        return self._document.Reference(tree)

    def _reference(self, made: PDFObject) -> str:
        text: bytes = self._document.Reference(made).format(self._document)
        return text.decode("ascii")

    def _element(self, element: Element, parent: str) -> str:
        """The reference to an element; empty where nothing of it is printed."""
        made = _StructureObject()
        reference = self._reference(made)
        page = self._first_page(element)
        kids = [written for kid in element.kids for written in self._kids(kid, reference, page)]
        if not kids and element.tag not in _KEPT_EMPTY:
            return ""
        made.entries = [f"/S /{element.tag}", f"/P {parent}", f"/K [{' '.join(kids)}]"]
        if page is not None:
            made.entries.append(f"/Pg {self._page_text(page)}")
        if element.attributes:
            made.entries.append(f"/A << {element.attributes}{self._bounds(element)} >>")
        if element.alternative:
            made.entries.append(f"/Alt <FEFF{element.alternative.encode('utf-16-be').hex().upper()}>")
        return reference

    def _bounds(self, element: Element) -> str:
        """The attribute that says where a figure is (ISO 32000-1 table 344)."""
        found = (self._places[kid] for kid in element.kids if isinstance(kid, tuple) and kid in self._places)
        return "".join(f" /BBox [{' '.join(f'{edge:.2f}' for edge in bounds)}]" for bounds in found)

    def _first_page(self, element: Element) -> int | None:
        """The page of the first thing an element itself shows; what it shows there needs only a number."""
        shown = (self._shown[kid] for kid in element.kids if isinstance(kid, tuple) and kid in self._shown)
        return next((places[0][0] for places in shown), None)

    def _kids(self, kid: Element | Content | Link, owner: str, own_page: int | None) -> list[str]:
        match kid:
            case Element():
                written = self._element(kid, owner)
                return [written] if written else []
            case Link():
                return [self._object_kid(number, page, made, owner) for number, page, made in self._links.get(kid, ())]
            case tuple():
                self._owners[kid] = owner
                return [self._content_kid(page, number, own_page) for page, number in self._shown.get(kid, ())]
            case _:
                assert_never(kid)

    def _content_kid(self, page: int, identifier: int, own_page: int | None) -> str:
        """Marked content: its number alone where it is on the page of its element."""
        return (
            str(identifier) if page == own_page else f"<< /Type /MCR /Pg {self._page_text(page)} /MCID {identifier} >>"
        )

    def _object_kid(self, number: int, page: int, annotation: PDFDictionary, owner: str) -> str:
        self._link_owners[number] = owner
        return f"<< /Type /OBJR /Pg {self._page_text(page)} /Obj {self._reference(annotation)} >>"

    def _page_text(self, page: int) -> str:
        text: bytes = self._pages[page].format(self._document)
        return text.decode("ascii")

    def _parent_tree(self) -> str:
        tree = _StructureObject()
        numbers = [
            f"{number} [{' '.join(self._owners[content] for content in contents)}]"
            for number, contents in enumerate(self._marks)
        ]
        numbers += [f"{number} {owner}" for number, owner in sorted(self._link_owners.items())]
        tree.entries = [f"/Nums [{' '.join(numbers)}]"]
        return self._reference(tree)
