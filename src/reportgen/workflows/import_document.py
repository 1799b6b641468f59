"""Makes a year's file from a document: Word of any program, plain text, Markdown. Never prints."""

from pathlib import Path
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from reportgen.diagnostics import Diagnostic, Place
from reportgen.docx.names import roles_by_name
from reportgen.manuscript import Manuscript
from reportgen.manuscript.document_formats import DocumentFormat, format_of
from reportgen.manuscript.import_comments import with_comments
from reportgen.manuscript.own_report import is_own, own_report
from reportgen.manuscript.recognised import RecognisedReport
from reportgen.manuscript.recognition import recognise
from reportgen.manuscript.report_text import report_text
from reportgen.rules.import_unplaced import MARK
from reportgen.source import Source, decode
from reportgen.workflows.fmt import format_source
from reportgen.workflows.metric_picking import ProposedMetric, proposed_metrics, with_taken_metrics
from reportgen.workflows.word_files import LARGEST_DOCUMENT, read_word_file
from reportgen.workspace.files import Workspace
from reportgen.workspace.office import converted_to_word
from reportgen.workspace.reading import read_file
from reportgen.workspace.refusals import CommandError
from reportgen.workspace.writing import NewFile, create_file, write_files

_SCHEMA = "report.schema.json"

_SEEN = ("formula",)
"""Kinds of what is text as well."""


class ImportOptions(Struct, frozen=True):
    """What to import for: the year, whether over a file that is there, with tracked changes rejected (``original``).

    ``office`` is LibreOffice's program, None where there is none. ``metrics``: they are proposed. ``take`` are names of
    proposed metrics, or ``ALL_METRICS``: these become metrics, and their numbers references.
    """

    year: int
    force: bool = False
    original: bool = False
    office: str | None = None
    metrics: bool = False
    take: tuple[str, ...] = ()


class Doubt(Struct, frozen=True):
    """A text without a field, and its line in the new file."""

    line: int
    text: str


class Imported(Struct, frozen=True):
    """The display name of the file made, and a tally of paragraphs: read, in fields, doubtful, without meaning.

    ``metrics`` could be metrics of the report. ``unseen`` are the kinds of what no file of ours can hold, each with its
    words: hidden text, pictures, objects.
    """

    file: str
    read: int
    placed: int
    doubtful: tuple[Doubt, ...]
    dropped: int
    metrics: tuple[ProposedMetric, ...] = ()
    unseen: tuple[tuple[str, str], ...] = ()


def import_document(workspace: Workspace, path: Path, options: ImportOptions) -> Imported:
    """Makes the file of a year from a document.

    Raises:
        CommandError: ``report-there``; ``metric-unproposed``; the document cannot be read, or the file cannot be
            written.

    """
    target = workspace.report_path(options.year)
    shown = workspace.shown(target)
    if workspace.has_report(options.year) and not options.force:
        raise CommandError(Diagnostic("report-there", Place(shown), {"file": shown}))
    document = workspace.shown(path)
    manuscript = read_manuscript(read_file(path, document, most=LARGEST_DOCUMENT), path, document, options)
    recognised = own_report(manuscript, roles_by_name()) if is_own(manuscript) else recognise(manuscript, options.year)
    text = with_comments(Source(shown, formatted_text(recognised, shown, options.year)), manuscript)
    text = with_taken_metrics(Source(shown, text), options.year, options.take)
    file = NewFile(target, shown, text.encode())
    if options.force:
        write_files((file,), workspace.root)
    else:
        create_file(file, workspace.root)
    write_files(_beginnings(workspace, target), workspace.root)
    metrics = proposed_metrics(Source(shown, text), options.year) if options.metrics else ()
    unread = () if is_own(manuscript) else manuscript.unread
    unseen = tuple((each.kind, each.text) for each in unread if each.kind not in _SEEN)
    return replace(_tally(shown, text, recognised), metrics=metrics, unseen=unseen)


def _beginnings(workspace: Workspace, target: Path) -> tuple[NewFile, ...]:
    """What else a new workspace needs: the schema by which editors check report files."""
    schema = target.with_name(_SCHEMA)
    if schema.exists():
        return ()
    from reportgen.report.json_schema import json_schema
    from reportgen.source.schema_builder import schema_text

    return (NewFile(schema, workspace.shown(schema), schema_text(json_schema()).encode()),)


def formatted_text(recognised: RecognisedReport, name: str, year: int) -> str:
    """The file of a recognised report, in the standard format."""
    text = report_text(recognised, year)
    formatted = format_source(Source(name, text), year)
    return formatted.source.text if formatted.source else text


def read_manuscript(content: bytes, path: Path, shown: str, options: ImportOptions) -> Manuscript:
    """The manuscript of a document.

    Raises:
        CommandError: ``document-damaged``, ``document-encrypted``, ``office-missing`` or ``office-failed``; or the
            bytes are not text.

    """
    kind = format_of(content, path.name)
    match kind:
        case DocumentFormat.WORD:
            return read_word_file(content, shown, original=options.original)
        case DocumentFormat.OFFICE:
            return read_word_file(converted_to_word(path, shown, options.office), shown, original=options.original)
        case DocumentFormat.ENCRYPTED:
            raise CommandError(Diagnostic("document-encrypted", Place(shown)))
        case DocumentFormat.TEXT | DocumentFormat.MARKDOWN:
            return _text(content, shown, kind)
        case _:
            assert_never(kind)


def _text(content: bytes, shown: str, kind: DocumentFormat) -> Manuscript:
    source, found = decode(shown, content)
    if source is None:
        raise CommandError(found[0])
    if kind is DocumentFormat.MARKDOWN:
        from reportgen.manuscript.markdown_reader import read_markdown

        return read_markdown(source.text)
    from reportgen.manuscript.text_reader import read_text

    return read_text(source.text)


def _tally(file: str, text: str, recognised: RecognisedReport) -> Imported:
    doubtful = tuple(
        Doubt(number, line.strip().removeprefix(MARK))
        for number, line in enumerate(text.splitlines(), start=1)
        if line.strip().startswith(MARK)
    )
    placed = recognised.read - recognised.dropped - len(doubtful)
    return Imported(file, recognised.read, placed, doubtful, recognised.dropped)
