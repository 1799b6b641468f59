"""The report that a Word file was made from, as it was then: found by its stamp, and built once more."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path

from msgspec.structs import replace

from reportgen.diagnostics import Diagnostic, Findings
from reportgen.document import EARLIER, LAST_YEAR, REPORT, STYLE, Stamp, stamp_of
from reportgen.docx.names import roles_by_name
from reportgen.manuscript.absorb import Base
from reportgen.report import resolve
from reportgen.source import Source, decode
from reportgen.workflows.build import Request, compile_report
from reportgen.workflows.check import check_inputs
from reportgen.workflows.inputs import Inputs, read_build_inputs
from reportgen.workflows.report_files import ReportFile, read_report_source
from reportgen.workflows.settings_file import style_of
from reportgen.workflows.style_files import StyleFiles, read_style_files
from reportgen.workflows.word_files import read_word_file
from reportgen.workspace.files import DATA, STYLES, Workspace
from reportgen.workspace.git import file_at, files_at, revisions_of
from reportgen.workspace.reading import read_file
from reportgen.workspace.refusals import CommandError

_MOST_REVISIONS = 500
"""Commits of the report's file that are looked through for the one a Word file was made from."""


_MOST_FOLDERS = 50
"""Commits at which all reports of earlier years are read, for those that were there."""


def decoded(file: str, content: bytes) -> Source:
    """The text of a file.

    Raises:
        CommandError: its bytes are no text.

    """
    source, found = decode(file, content)
    if source is None:
        raise CommandError(found[0])
    return source


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
    sources = chain((current,), _kept(workspace, stamp.year), _earlier(workspace, path))
    found = _with_digest(sources, dict(stamp.inputs).get(REPORT))
    if found is None:
        raise CommandError(Diagnostic("base-unknown", None, {"file": current.file}))
    return found


def _earlier(workspace: Workspace, path: str) -> Iterator[Source]:
    """The texts of a file at the commits that changed it, the newest first; none outside a repository."""
    for revision in _revisions(workspace, path):
        try:
            yield decoded(f"{revision[:9]}:{path}", file_at(workspace.root, revision, path))
        except CommandError:
            continue


def _kept(workspace: Workspace, year: int) -> Iterator[Source]:
    """The report file as it was before the last absorb."""
    kept = workspace.kept_path(year)
    if kept.is_file():
        yield decoded(workspace.shown(kept), read_file(kept, workspace.shown(kept)))


def _revisions(workspace: Workspace, path: str) -> tuple[str, ...]:
    """The commits that changed a file or a folder, the newest first; none outside a repository."""
    try:
        return tuple(revisions_of(workspace.root, path, _MOST_REVISIONS))
    except CommandError:
        return ()


def _with_digest(sources: Iterable[Source], digest: str | None) -> Source | None:
    """The first of some texts that a stamp has the digest of."""
    return next((each for each in sources if _digests({REPORT: each.text})[REPORT] == digest), None)


def _digests(texts: Mapping[str, str]) -> dict[str, str]:
    """The digests of inputs, as a stamp has them."""
    return dict(stamp_of("", 0, "", texts).inputs)


def _as_then(workspace: Workspace, inputs: Inputs, stamp: Stamp) -> Inputs:
    """Inputs as they were when a file was made with them, as far as they are in the history of git.

    What was added since is left out; what cannot be found is as it is now.
    """
    digests = dict(stamp.inputs)
    last_year = inputs.last_year if LAST_YEAR in digests else None
    if last_year is not None and last_year.source is not None:
        sources = chain((last_year.source,), _earlier(workspace, f"{DATA}/{stamp.year - 1}.yaml"))
        then = _with_digest(sources, digests[LAST_YEAR])
        last_year = last_year if then is None else read_report_source(then, stamp.year - 1)
    earlier = _earlier_years(workspace, inputs, digests[EARLIER]) if EARLIER in digests else ()
    return replace(inputs, last_year=last_year, earlier=earlier, style=_style_then(workspace, inputs, digests))


def _earlier_years(workspace: Workspace, inputs: Inputs, digest: str) -> tuple[ReportFile, ...]:
    """The reports of the years before last, at the commit where they were those of the stamp."""
    texts = {name: text for name, text in inputs.texts.items() if name.startswith(f"{EARLIER}:")}
    if texts and _digests(texts)[EARLIER] == digest:
        return inputs.earlier
    for revision in _revisions(workspace, DATA)[:_MOST_FOLDERS]:
        found = {}
        for name in files_at(workspace.root, revision, DATA):
            year = name.removesuffix(".yaml")
            if name.endswith(".yaml") and year.isdecimal() and int(year) < inputs.year - 1:
                path = f"{DATA}/{name}"
                found[year] = decoded(f"{revision[:9]}:{path}", file_at(workspace.root, revision, path))
        if found and _digests({f"{EARLIER}:{year}": each.text for year, each in found.items()})[EARLIER] == digest:
            return tuple(read_report_source(source, int(year)) for year, source in sorted(found.items()))
    return inputs.earlier


def _style_then(workspace: Workspace, inputs: Inputs, digests: Mapping[str, str]) -> StyleFiles | None:
    """The style sheet as it was, with those it extends; those of the program are as they are."""
    style = inputs.style
    if style is None:
        return None
    now = _digests(style.texts)
    then: dict[str, Source] = {}
    for name, digest in digests.items():
        kind, _, sheet = name.partition(":")
        if f"{kind}:" == STYLE and now.get(name) != digest:
            found = _with_digest(_earlier(workspace, f"{STYLES}/{sheet}.yaml"), digest)
            then |= {sheet: found} if found else {}
    return read_style_files(workspace, style.name, then) if then else style


def build_base(
    workspace: Workspace, year: int, request: Request, source: Source, stamp: Stamp | None = None
) -> tuple[Base | None, Findings]:
    """The base built once more: composed, and as a Word file; None, and why, where it cannot be.

    ``stamp``: that of the edited file, where the reports of other years may have changed since.
    """
    style = style_of(workspace, year, request.options.style)
    inputs: Inputs = replace(read_build_inputs(workspace, year, style, ()), report=read_report_source(source, year))
    if stamp is not None:
        inputs = _as_then(workspace, inputs, stamp)
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
