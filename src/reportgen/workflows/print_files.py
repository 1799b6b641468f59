"""Print files of a report or of any PDF: the reading PDF, sheets with several pages, and what a press would stop at."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace
from pikepdf import Pdf, PdfError

from reportgen import __version__
from reportgen.diagnostics import Diagnostic, Findings, Place, Severity
from reportgen.press.content_size import ContentTooLargeError, insist_on_size
from reportgen.press.imposing import Description, impose
from reportgen.press.inspection import Inspection, PageInspection, inspect
from reportgen.press.opening import LARGEST_PDF, open_pdf
from reportgen.press.pages import seen_page
from reportgen.press.plans import Plan, Wish, plans
from reportgen.style.one_ink import in_black
from reportgen.workflows.build import Request, compile_report, read_inputs
from reportgen.workflows.check import CheckOptions
from reportgen.workflows.inputs import Inputs
from reportgen.workflows.outputs import write_all
from reportgen.workspace.files import Workspace
from reportgen.workspace.reading import read_file
from reportgen.writers.render import Progress

PRINT_FOLDER = "print"
READING = "report"
"""The name of the file that is read on a screen."""

_PURPOSES = {
    "pages": "印刷用：单页",
    "booklet": "印刷用：骑马订拼版",
    "signatures": "印刷用：胶订拼版",
    "cover": "印刷用：封面拼版",
    "2-up": "印刷用：每面两页",
    "4-up": "印刷用：每面四页",
}


class PrintFile(Struct, frozen=True):
    """One file written: its kind, ``reading`` for that which is read on a screen, and the sides it has."""

    kind: str
    path: str
    size: int
    sides: int


class PrintResult(Struct, frozen=True):
    """The files written, none if anything is an error, what was found, and the pages as they were inspected."""

    files: tuple[PrintFile, ...] = ()
    findings: Findings = Findings()
    pages: tuple[PageInspection, ...] = ()


class PrintJob(Struct, frozen=True):
    """What to print: the workspace, the wish, and of reports their style, draft number and installed fonts.

    ``folder`` is where files go, None for the usual one.
    """

    workspace: Workspace
    wish: Wish
    style: str | None
    draft: int = 0
    font_folders: tuple[Path, ...] = ()
    folder: Path | None = None

    @property
    def request(self) -> Request:
        """What to build of a report."""
        options = CheckOptions(self.style, self.draft > 0)
        return Request(options, ("pdf",), font_folders=self.font_folders, draft=self.draft)


class _Pages(Struct, frozen=True):
    """A PDF whose pages go to print, its name in messages, what was found, and its bytes for reading, if it is ours."""

    content: bytes
    shown: str
    findings: Findings
    reading: bytes | None = None
    back_is_last: bool = True


def print_report(job: PrintJob, year: int, progress: Progress) -> PrintResult:
    """Writes the reading PDF of a report and the print files asked for; nothing while the report has errors."""
    pages = _report_pages(job, year, progress)
    if not pages.content:
        return PrintResult(findings=pages.findings)
    folder = job.folder or job.workspace.output_folder(year) / PRINT_FOLDER
    return _print(job, pages, folder, "")


def print_pdf(job: PrintJob, path: Path) -> PrintResult:
    """Looks at any PDF, and writes the print files asked for; what a press would stop at is a warning here.

    Raises:
        CommandError: the file cannot be read.

    """
    shown = job.workspace.shown(path)
    content = read_file(path, shown, most=LARGEST_PDF)
    inspected = _inspected(content, shown)
    if isinstance(inspected, Diagnostic):
        return PrintResult(findings=Findings((inspected,)))
    stopping = (each for each in inspected.found if each.severity is Severity.ERROR)
    pages = _Pages(content, shown, Findings(tuple(replace(each, override=Severity.WARNING) for each in stopping)))
    beside = path.parent if path.parent.name == PRINT_FOLDER else path.parent / PRINT_FOLDER
    return _print(job, pages, job.folder or beside, f"{path.stem}-")


def inspect_report(job: PrintJob, year: int, progress: Progress) -> PrintResult:
    """What a press would stop at in the PDF of a report as it is now."""
    pages = _report_pages(job, year, progress)
    if not pages.content:
        return PrintResult(findings=pages.findings)
    return _inspection_result(_inspected(pages.content, pages.shown), pages.findings)


def inspect_pdf(job: PrintJob, path: Path) -> PrintResult:
    """What a press would stop at in a PDF.

    Raises:
        CommandError: the file cannot be read.

    """
    shown = job.workspace.shown(path)
    return _inspection_result(_inspected(read_file(path, shown, most=LARGEST_PDF), shown), Findings())


def _inspection_result(inspected: Inspection | Diagnostic, before: Findings) -> PrintResult:
    if isinstance(inspected, Diagnostic):
        return PrintResult(findings=before + Findings((inspected,)))
    return PrintResult(findings=before + Findings(inspected.found), pages=inspected.pages)


def _inspected(content: bytes, shown: str) -> Inspection | Diagnostic:
    pdf = open_pdf(content, Place(shown))
    return pdf if isinstance(pdf, Diagnostic) else inspect(pdf, Place(shown))


def _report_pages(job: PrintJob, year: int, progress: Progress) -> _Pages:
    """The PDF of a report that goes to print, of one ink if asked for; empty if the report has errors."""
    progress("read")
    inputs = read_inputs(job.workspace, year, job.request)
    built = compile_report(inputs, job.request, progress)
    reading = built.contents.get("pdf", b"")
    content = reading
    if job.wish.black and reading:
        content = compile_report(_black_inputs(inputs), job.request, progress).contents["pdf"]
    has_back = inputs.sheet is not None and bool(inputs.sheet.style.colophon)
    return _Pages(content, f"{READING}.pdf", built.findings, reading, back_is_last=has_back)


def _black_inputs(inputs: Inputs) -> Inputs:
    """The inputs with colours and logo as greys."""
    from reportgen.pictures.greying import in_greys

    style, logo = inputs.style, inputs.logo
    if style is not None and style.sheet is not None:
        style = replace(style, sheet=in_black(style.sheet))
    if logo.picture is not None:
        logo = replace(logo, picture=in_greys(logo.picture))
    return replace(inputs, style=style, logo=logo)


def _print(job: PrintJob, pages: _Pages, folder: Path, prefix: str) -> PrintResult:
    """Imposes the pages of a PDF and writes all files, or none."""
    made = _made(pages, replace(job.wish, back_is_last=pages.back_is_last), prefix)
    if isinstance(made, Diagnostic):
        others = (each for each in pages.findings.diagnostics if (each.code, each.words) != (made.code, made.words))
        return PrintResult(findings=pages.findings.only(others) + Findings((made,)))
    files: dict[str, tuple[str, bytes, int]] = {}
    if pages.reading is not None:
        files[f"{READING}.pdf"] = ("reading", pages.reading, 0)
    files |= {name: (plan.kind, content, len(plan.sides)) for name, (plan, content) in made.items()}
    refused = write_all(job.workspace, {folder / name: content for name, (_, content, _) in files.items()})
    if refused.diagnostics:
        return PrintResult(findings=pages.findings + refused)
    written = (
        PrintFile(kind, str(folder / name), len(content), sides) for name, (kind, content, sides) in files.items()
    )
    return PrintResult(tuple(written), pages.findings)


def _made(pages: _Pages, wish: Wish, prefix: str) -> Mapping[str, tuple[Plan, bytes]] | Diagnostic:
    """The print files by their names."""
    place = Place(pages.shown)
    pdf = open_pdf(pages.content, place)
    if isinstance(pdf, Diagnostic):
        return pdf
    unreadable = _unreadable_page(pdf)
    if unreadable:
        return Diagnostic("pdf-page-unreadable", place, {"page": str(unreadable)})
    sizes = [seen_page(page).size for page in pdf.pages]
    largest = max(width for width, _ in sizes), max(height for _, height in sizes)
    ending = "-black" if wish.black else ""
    return {
        f"{prefix}{plan.kind}{ending}.pdf": (plan, impose(pdf, plan.sides, plan.press, _description(plan)))
        for plan in plans(wish, len(sizes), largest)
    }


def _unreadable_page(pdf: Pdf) -> int:
    """The number of the first page that cannot be printed; 0 where all can."""
    for number, page in enumerate(pdf.pages, 1):
        try:
            seen_page(page)
            insist_on_size(page)
            page.as_form_xobject().read_bytes()  # as imposing does: it may be packed wrongly
        except (PdfError, ValueError, TypeError, ContentTooLargeError):
            return number
    return 0


def _description(plan: Plan) -> Description:
    return Description(_PURPOSES[plan.kind], f"reportgen {__version__}")
