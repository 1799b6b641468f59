"""The logo of the cover in the text line: one part for all its places; an SVG drawing beside its pixels."""

from docx.document import Document as WordDocument
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from reportgen.docx.xml import DRAWING, EMUS_PER_POINT, RELATIONSHIPS, attribute
from reportgen.pictures import Picture

_PIXELS, _DRAWN = "rIdLogo", "rIdLogoDrawing"
_SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
"""What programs from Word 2016 on show instead of the pixels ([MS-ODRAWXML] 2.3.1)."""

_FIRST_NUMBER = 1_000_000
"""Numbers of drawings, far from those of charts."""


def picture_xml(picture: Picture, place: int, size: tuple[float, float], text: str) -> str:
    """The run that shows the picture in the line of a place on the cover, ``size`` in points."""
    width, height = (round(length * EMUS_PER_POINT) for length in size)
    number, name, alt = _FIRST_NUMBER + place, attribute(f"徽标 {place + 1}"), attribute(text)
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{DRAWING}/wordprocessingDrawing" xmlns:a="{DRAWING}/main" '
        f'distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:docPr id="{number}" name={name} descr={alt}/>'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="{DRAWING}/picture">'
        f'<pic:pic xmlns:pic="{DRAWING}/picture"><pic:nvPicPr><pic:cNvPr id="{number}" name={name} descr={alt}/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{_PIXELS}">{_drawn(picture)}</a:blip>'
        f'<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def add_picture(word: WordDocument, picture: Picture) -> None:
    """Adds the parts of the logo to the file."""
    if picture.kind == "jpeg" and picture.whole:
        _add(word, _PIXELS, "logo.jpeg", "image/jpeg", picture.whole)
        return
    from reportgen.pictures.raster import write_png

    _add(word, _PIXELS, "logo.png", "image/png", write_png(picture))
    if picture.kind == "svg":
        _add(word, _DRAWN, "logo.svg", "image/svg+xml", picture.whole)


def _drawn(picture: Picture) -> str:
    if picture.kind != "svg":
        return ""
    return (
        f'<a:extLst><a:ext uri="{_SVG_EXTENSION}"><asvg:svgBlip xmlns:asvg="{_SVG}" r:embed="{_DRAWN}"/></a:ext>'
        "</a:extLst>"
    )


def _add(word: WordDocument, identifier: str, name: str, content_type: str, content: bytes) -> None:
    part = Part(PackURI(f"/word/media/{name}"), content_type, content, word.part.package)
    word.part.rels.add_relationship(f"{RELATIONSHIPS}/image", part, identifier)
