"""Sides of pages to a PDF for a copier or a press."""

from collections.abc import Iterable, Sequence
from io import BytesIO

from msgspec import Struct
from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Pdf, String

from reportgen.press.content_size import is_unpainted
from reportgen.press.geometry import MARK_THICKNESS, Placed, Press, common_scale, marks, placed
from reportgen.press.imposition import Side
from reportgen.press.pages import page_as_form, seen_page

_DASH = "[3 2] 0 d"
"""Of marks of the fold, which differ from those of the cut."""


class Description(Struct, frozen=True):
    """What a print file says of itself: the title of its source and what it is for, and the program that made it."""

    purpose: str
    producer: str


def impose(source: Pdf, sides: Sequence[Side], press: Press, description: Description) -> bytes:
    """The pages of a PDF on the sides of sheets; links and outlines are left out, since paper has none.

    The same input gives the same bytes.

    Raises:
        ValueError: a page has no room.

    """
    seen = [seen_page(page) for page in source.pages]
    scale = common_scale((each.size for each in seen), press.cell)
    sizes = [each.size for each in seen]
    made = Pdf.new()
    numbers = dict.fromkeys(spot.page for side in sides for spot in side.spots if spot.page is not None)
    shown = [number for number in numbers if not is_unpainted(source.pages[number])]
    forms = {number: page_as_form(made, source.pages[number], seen[number], press.bleed / scale) for number in shown}
    for side in sides:
        on_side = tuple(each for each in placed(side, sizes, press, scale) if each.page in forms)
        page = made.add_blank_page(page_size=_sheet_size(press))
        page.obj.Contents = made.make_stream(_content(on_side, press))
        names = Dictionary({f"/P{each.page}": forms[each.page] for each in on_side})
        page.obj.Resources = Dictionary({"/XObject": names})
        _set_boxes(page.obj, press)
    _copy_layers(source, made)
    _describe(source, made, description)
    return saved(made)


def saved(pdf: Pdf) -> bytes:
    """The bytes of a PDF, the same for the same content."""
    target = BytesIO()
    pdf.save(
        target,
        compress_streams=True,
        object_stream_mode=ObjectStreamMode.generate,
        deterministic_id=True,
        force_version="1.6",
    )
    return target.getvalue()


def _sheet_size(press: Press) -> tuple[float, float]:
    return press.paper[0] + 2 * press.margin, press.paper[1] + 2 * press.margin


def _content(on_side: Iterable[Placed], press: Press) -> bytes:
    """The operators of a side: each page inside its clip, then the marks."""
    lines: list[str] = []
    for each in on_side:
        left, bottom, right, top = each.clip
        lines.append(
            f"q {left:.3f} {bottom:.3f} {right - left:.3f} {top - bottom:.3f} re W n "
            f"{' '.join(f'{number:.5f}' for number in each.matrix)} cm /P{each.page} Do Q"
        )
    drawn = list(marks(press))
    if drawn:
        lines.append(f"q 0 G {MARK_THICKNESS:.2f} w")
        crop = len(drawn) - 2 if press.folded else len(drawn)
        for number, (x, y, end_x, end_y) in enumerate(drawn):
            if number == crop:
                lines.append(_DASH)
            lines.append(f"{x:.3f} {y:.3f} m {end_x:.3f} {end_y:.3f} l S")
        lines.append("Q")
    return "\n".join([*lines, ""]).encode("ascii")


def _set_boxes(page: Dictionary, press: Press) -> None:
    """Where the sheet is cut, and how far the bleed goes."""
    width, height = press.paper
    edge = press.margin
    if press.bleed:
        page.TrimBox = Array([edge, edge, edge + width, edge + height])
        beyond = press.bleed
        page.BleedBox = Array([edge - beyond, edge - beyond, edge + width + beyond, edge + height + beyond])


def _copy_layers(source: Pdf, made: Pdf) -> None:
    """Which layers are shown: a hidden one stays hidden."""
    layers = source.Root.get(Name.OCProperties)
    if layers is not None:
        made.Root.OCProperties = made.copy_foreign(source.make_indirect(layers))


def _describe(source: Pdf, made: Pdf, description: Description) -> None:
    """The metadata of the source, and what this file is."""
    for name, value in source.docinfo.items():
        if name in (Name.Title, Name.Author, Name.Keywords, Name.CreationDate, Name.ModDate):
            made.docinfo[name] = String(str(value))
    made.docinfo[Name.Subject] = String(description.purpose)
    made.docinfo[Name.Creator] = made.docinfo[Name.Producer] = String(description.producer)
    with made.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as packet:
        packet.load_from_docinfo(made.docinfo)
