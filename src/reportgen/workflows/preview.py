"""Joins the stages of a preview: a report under each style sheet, its pages drawn side by side. Never prints."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.diagnostics import Diagnostic, in_order
from reportgen.workflows.build import CheckOptions, Output, Request, WriteResult, make
from reportgen.workspace.files import BUILD, STYLES, CommandError, Workspace, write_files
from reportgen.writers.render import Progress

if TYPE_CHECKING:
    from PIL.Image import Image

_PAGE_WIDTH = 240
"""Pixels of a page on the sheet: headings can be read, and five pages fit a screen."""

_PAGES_IN_ROW = 5
_GAP = 16
"""Pixels between pages and around them: a margin of paper is wider, so pages stay apart."""

_GROUND = (225, 225, 225)
"""Light, so that dark covers stand out, and grey enough that white paper does."""

_FINER = 3
"""Times a page is drawn larger before it is made small: pdfium thins small Chinese text to nothing."""

_COLOURS = 64
"""Colours of a picture: two or three of a style sheet and the shades between them and paper."""


def preview_styles(
    workspace: Workspace, year: int, names: Sequence[str], folder: Path | None, progress: Progress
) -> WriteResult:
    """Draws a year's report in the style sheets named, in all where none is, a PNG each.

    They go to ``build/styles/`` where no folder is named: all or none. A style sheet with errors has no picture; a
    report with errors has none in any. Leftovers of a draft are no errors: nothing is printed here.
    """
    found: list[Diagnostic] = []
    lines: dict[str, Sequence[str]] = {}
    outputs: list[Output] = []
    contents: list[tuple[Path, str, bytes]] = []
    into = folder or workspace.root / BUILD / STYLES
    for name in dict.fromkeys(names or sorted(workspace.style_paths())):
        made = make(workspace, year, Request(CheckOptions(name, draft=True), ("pdf",)), progress)
        found += made.found
        lines.update(made.lines)
        if made.contents:
            progress("preview")
            path = into / f"{name}.png"
            content = png(contact_sheet(page_images(made.contents["pdf"], _PAGE_WIDTH)))
            contents.append((path, workspace.shown(path), content))
            outputs.append(Output(year, "png", str(path), len(content), made.pages))
    progress("write")
    try:
        write_files(contents)
    except CommandError as refused:
        return WriteResult((), (*in_order(found), refused.diagnostic), lines)
    return WriteResult(tuple(outputs), in_order(found), lines)


def page_images(pdf: bytes, width: int) -> list[Image]:
    """The pages of a PDF as pictures so many pixels wide."""
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        return [page.render(scale=width * _FINER / page.get_width()).to_pil().reduce(_FINER) for page in document]


def contact_sheet(pages: Sequence[Image]) -> Image:
    """Pages of one size in rows, in reading order, on a light ground."""
    from PIL import Image

    width, height = (length + _GAP for length in pages[0].size)
    columns, rows = min(_PAGES_IN_ROW, len(pages)), -(-len(pages) // _PAGES_IN_ROW)
    sheet = Image.new("RGB", (columns * width + _GAP, rows * height + _GAP), _GROUND)
    for index, page in enumerate(pages):
        row, column = divmod(index, _PAGES_IN_ROW)
        sheet.paste(page, (column * width + _GAP, row * height + _GAP))
    return sheet


def png(image: Image) -> bytes:
    """A picture as a PNG of few colours, the same bytes for the same picture."""
    from io import BytesIO

    from PIL.Image import Dither

    written = BytesIO()
    image.quantize(_COLOURS, dither=Dither.NONE).save(written, "PNG", optimize=True)
    return written.getvalue()
