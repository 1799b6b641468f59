"""The grounds behind cover and last page, and short rules: shapes behind the text, which stays text.

They are VML, which every Word since 2007 and WPS and LibreOffice show alike (ISO/IEC 29500-4 19.1).
"""

from reportgen.document import Cover, FittedSheet, Outline
from reportgen.style import BlockLook, Colour, GroundStyle

VML = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
_BEHIND = -251_660_288
"""The place of the lowest shape; those with higher places are over it, all of them behind the text."""

_ON_PAGE = "mso-position-horizontal-relative:page;mso-position-vertical-relative:page"
_IN_TEXT = "mso-position-horizontal-relative:margin;mso-position-vertical-relative:text"

_UNITS = 100
"""Of the coordinates of a path, to a point."""


def cover_ground_xml(cover: Cover, sheet: FittedSheet) -> str:
    """The runs that hold the ground of a cover, its mark and the line above the foot; empty without a ground."""
    ground = sheet.style.cover_ground
    if ground is None:
        return ""
    area, line = sheet.area, sheet.looks.line()
    colour, height = sheet.style.colours[ground.colour], ground.height.points(line=line)
    shapes = _rectangle((0.0, 0.0, area.paper_width, height), colour, _ON_PAGE, 0)
    shapes += _mark(cover.outline, sheet) if cover.outline else ""
    if ground.foot is not None:
        thickness = ground.rule.points(line=line)
        top = area.paper_height - ground.foot.points(line=line) - thickness
        shapes += _rectangle((area.cover_left, top, area.width, thickness), colour, _ON_PAGE, 2)
    return shapes


def colophon_ground_xml(sheet: FittedSheet) -> str:
    """The run that holds the ground of the last page; empty without one."""
    ground: GroundStyle | None = sheet.style.colophon_ground
    if ground is None:
        return ""
    height = ground.height.points(line=sheet.looks.line())
    place = (0.0, sheet.area.paper_height - height, sheet.area.paper_width, height)
    return _rectangle(place, sheet.style.colours[ground.colour], _ON_PAGE, 0)


def short_rule_xml(look: BlockLook) -> str:
    """The run that holds the rule of a paragraph where it is not as wide as its text may be; else empty."""
    rule = look.rule
    if rule is None or rule.width is None:
        return ""
    top = -rule.gap - rule.thickness if rule.above else look.line + rule.gap
    return _rectangle((look.left, top, rule.width, rule.thickness), rule.colour, _IN_TEXT, 3)


def _mark(outline: Outline, sheet: FittedSheet) -> str:
    """The mark as a shape: whatever fonts a computer has, it is where it should be, and no text."""
    area = sheet.area
    steps = (f"{step}{','.join(str(round(number * _UNITS)) for number in numbers)}" for step, numbers in outline)
    place = (0.0, 0.0, area.paper_width, area.paper_height)
    size = f"{round(area.paper_width * _UNITS)},{round(area.paper_height * _UNITS)}"
    return _run(
        f"<v:shape {_shape(place, sheet.looks.block('cover-mark').colour, _ON_PAGE, 1)}"
        f' coordsize="{size}" path="{"".join(steps)}e"/>'
    )


def _rectangle(place: tuple[float, float, float, float], colour: Colour, relative: str, depth: int) -> str:
    """The run that holds a rectangle; readers know one shape a run."""
    return _run(f"<v:rect {_shape(place, colour, relative, depth)}/>")


def _shape(place: tuple[float, float, float, float], colour: Colour, relative: str, depth: int) -> str:
    """The attributes of a shape; ``place``: left and top, width and height, in points; it says nothing to readers."""
    left, top, width, height = place
    style = (
        f"position:absolute;margin-left:{left:.2f}pt;margin-top:{top:.2f}pt;width:{width:.2f}pt;height:{height:.2f}pt;"
        f"z-index:{_BEHIND + depth * 1024};{relative}"
    )
    return f'alt="" style="{style}" o:allowincell="f" o:allowoverlap="t" fillcolor="#{colour.hexadecimal}" stroked="f"'


def _run(shape: str) -> str:
    return f"<w:r><w:pict {VML}>{shape}</w:pict></w:r>"
