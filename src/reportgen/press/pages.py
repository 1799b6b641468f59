"""The pages of a PDF as they are seen: their trimmed boxes, turned and scaled as the file says."""

from msgspec import Struct
from pikepdf import Array, Dictionary, Name, Object, Page, Pdf

from reportgen.press.geometry import Box, Matrix, Size

_DEEPEST_TREE = 64
"""Levels of a tree of pages; a circle would have more."""


class SeenPage(Struct, frozen=True):
    """The trimmed box of a page in its own space, by how many quarters it is turned to the right, and its unit."""

    box: Box
    quarters: int
    unit: float

    @property
    def size(self) -> Size:
        """Width and height as seen, in points."""
        left, bottom, right, top = self.box
        width, height = (right - left) * self.unit, (top - bottom) * self.unit
        return (width, height) if self.quarters % 2 == 0 else (height, width)

    @property
    def matrix(self) -> Matrix:
        """From the space of the page to one whose origin is the lower left corner of the page as seen."""
        left, bottom, right, top = self.box
        turned: dict[int, Matrix] = {
            0: (1, 0, 0, 1, -left, -bottom),
            1: (0, -1, 1, 0, -bottom, right),
            2: (-1, 0, 0, -1, right, top),
            3: (0, 1, -1, 0, top, -left),
        }
        a, b, c, d, e, f = (number * self.unit for number in turned[self.quarters])
        return a, b, c, d, e, f


def seen_page(page: Page) -> SeenPage:
    """How a page is seen.

    Raises:
        ValueError: its box is empty, or has too few numbers.

    """
    box = box_of(page.trimbox)
    if box[2] - box[0] < 1 or box[3] - box[1] < 1:
        raise ValueError(box)
    turned, unit = _inherited(page.obj, Name.Rotate), page.obj.get(Name.UserUnit)
    return SeenPage(box, int(turned) // 90 % 4 if turned else 0, float(unit or 1))


def box_of(corners: Object) -> Box:
    """A box of a page, its corners in order.

    Raises:
        ValueError: it has too few numbers.

    """
    x, y, other_x, other_y, *_ = (float(edge) for edge in list(corners))
    (left, right), (bottom, top) = sorted((x, other_x)), sorted((y, other_y))
    return left, bottom, right, top


def page_as_form(pdf: Pdf, page: Page, seen: SeenPage, bleed: float) -> Object:
    """A page as a form of another PDF, its trimmed lower left corner at the origin.

    ``bleed`` points beyond its edges, what is there prints too.
    """
    form = pdf.copy_foreign(page.as_form_xobject())
    left, bottom, right, top = seen.box
    beyond = bleed / seen.unit
    form.BBox = Array([left - beyond, bottom - beyond, right + beyond, top + beyond])
    form.Matrix = Array(list(seen.matrix))
    if Name.StructParents in form:
        del form[Name.StructParents]
    return form


def _inherited(node: Object, name: Name) -> Object | None:
    """An attribute of a page or of what it is in."""
    for _ in range(_DEEPEST_TREE):
        if name in node:
            return node[name]
        parent = node.get(Name.Parent)
        if not isinstance(parent, Dictionary):
            return None
        node = parent
    return None
