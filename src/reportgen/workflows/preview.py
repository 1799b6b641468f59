"""Joins the stages of a preview: a report under each style sheet, its pages drawn side by side. Never prints."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.diagnostics import Findings
from reportgen.workflows.build import Request, compile_report, read_inputs
from reportgen.workflows.check import CheckOptions
from reportgen.workflows.outputs import Output, WriteResult, write_all
from reportgen.workspace.files import BUILD, STYLES, Workspace
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
    report with errors has none in any. Leftovers of a draft are not errors: nothing is printed here.
    """
    progress("read")
    styles = tuple(dict.fromkeys(names or sorted(workspace.style_paths())))
    requests = {name: Request(CheckOptions(name, draft=True), ("pdf",)) for name in styles}
    inputs = {name: read_inputs(workspace, year, request) for name, request in requests.items()}
    results = {name: compile_report(inputs[name], requests[name], progress) for name in styles}
    findings = sum((result.findings for result in results.values()), Findings())
    findings = findings.only(findings.diagnostics)
    drawn = {name: result for name, result in results.items() if result.contents}
    pictures: dict[Path, bytes] = {}
    for name, result in drawn.items():
        progress("preview")
        path = (folder or workspace.root / BUILD / STYLES) / f"{name}.png"
        pictures[path] = png(contact_sheet(page_images(result.contents["pdf"], _PAGE_WIDTH)))
    progress("write")
    refused = write_all(workspace, pictures)
    if refused:
        return WriteResult((), findings + refused)
    outputs = (
        Output(year, "png", str(path), len(picture), result.pages)
        for (path, picture), result in zip(pictures.items(), drawn.values(), strict=True)
    )
    return WriteResult(tuple(outputs), findings)


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
