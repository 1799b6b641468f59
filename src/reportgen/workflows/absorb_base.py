"""The report that a Word file was made from, as it was then: found by its stamp, and built once more."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from msgspec.structs import replace

from reportgen.diagnostics import Diagnostic, Findings
from reportgen.document import REPORT, Stamp
from reportgen.docx.names import roles_by_name
from reportgen.manuscript.absorb import Base
from reportgen.report import resolve
from reportgen.source import Source
from reportgen.workflows.build import Request, compile_report
from reportgen.workflows.check import check_inputs
from reportgen.workflows.history import decoded, inputs_then, past_texts, with_digest
from reportgen.workflows.inputs import Inputs, read_build_inputs
from reportgen.workflows.report_files import read_report_source
from reportgen.workflows.word_files import read_word_file
from reportgen.workspace.files import DATA, Workspace
from reportgen.workspace.git import file_at
from reportgen.workspace.reading import read_file
from reportgen.workspace.refusals import CommandError


def base_text(
    workspace: Workspace, stamp: Stamp, current: Source, base_file: Path | None, revision: str | None
) -> Source:
    """The text the document was made from: the one named, else the one whose digest is in its stamp.

    Raises:
        CommandError: ``base-unknown``, or the one named cannot be read.

    """
    path = f"{DATA}/{stamp.year}.yaml"
    if base_file is not None:
        shown = workspace.shown(base_file)
        return decoded(shown, read_file(base_file, shown))
    if revision is not None:
        return decoded(f"{revision}:{path}", file_at(workspace.root, revision, path))
    sources = chain((current,), _kept(workspace, stamp.year), past_texts(workspace, path))
    found = with_digest(sources, dict(stamp.inputs).get(REPORT))
    if found is None:
        raise CommandError(Diagnostic("base-unknown", None, {"file": current.file}))
    return found


def _kept(workspace: Workspace, year: int) -> Iterator[Source]:
    """The report file as it was before the last absorb."""
    kept = workspace.kept_path(year)
    if kept.is_file():
        yield decoded(workspace.shown(kept), read_file(kept, workspace.shown(kept)))


def build_base(
    workspace: Workspace, year: int, request: Request, source: Source, stamp: Stamp | None = None
) -> tuple[Base | None, Findings]:
    """The base built once more: composed, and as a Word file; None, and why, where it cannot be.

    ``stamp``: that of the edited file, where the reports of other years may have changed since.
    """
    read: Inputs = read_build_inputs(workspace, year, request.options.style, ())
    inputs = replace(read, report=read_report_source(source, year))
    if stamp is not None:
        inputs = inputs_then(workspace, inputs, stamp)
    document = check_inputs(inputs, request.options).document
    built = compile_report(inputs, request, lambda _stage: None)
    reading = inputs.report.reading
    if document is None or "docx" not in built.contents or reading is None or reading.report is None:
        return None, built.findings
    earlier = tuple(file.report for file in inputs.earlier if file.report)
    last_year = inputs.last_year.report if inputs.last_year else None
    figures = resolve(reading.report, last_year, earlier=earlier)
    manuscript = read_word_file(built.contents["docx"], source.file)
    return Base(figures, document, reading.root, manuscript, roles_by_name()), Findings()
