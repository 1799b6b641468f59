"""One report wherever it is kept: a year's file of the workspace, a file of its own, or a year's file at a revision."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from reportgen.diagnostics import Diagnostic, has_errors
from reportgen.report import Figures, Reading, Report, names_in_reports, read_report, resolve
from reportgen.source import Mapping as MappingNode
from reportgen.source import Node, Scalar, Source, decode, parse
from reportgen.workspace.files import DATA, CommandError, Workspace, read_file
from reportgen.workspace.git import file_at


class ReportRef(Struct, frozen=True):
    """Which report: a year's, at a git revision where one is named, or a file that may lie anywhere."""

    year: int | None = None
    revision: str | None = None
    file: Path | None = None


class Edition(Struct, frozen=True):
    """A report as it was read: how people are told of it, its figures, and what was found.

    ``figures`` is None where the file could not be read as a report; ``sound`` where it has no errors.
    """

    name: str
    figures: Figures | None
    reading: Reading | None
    found: tuple[Diagnostic, ...]
    lines: Mapping[str, Sequence[str]]

    @property
    def sound(self) -> bool:
        """Whether it can be composed."""
        return not has_errors(self.found)


class _Read(Struct, frozen=True):
    """A file as far as it could be read."""

    source: Source | None
    reading: Reading | None
    found: tuple[Diagnostic, ...]


def read_edition(workspace: Workspace, wanted: ReportRef) -> Edition:
    """Reads a report, and last year's from the same place, or from the workspace where the report lies by itself.

    Raises:
        CommandError: there is no such file, revision or year.

    """
    name, content = _content(workspace, wanted)
    read = _read(name, content, wanted.year)
    source, reading = read.source, read.reading
    if source is None or reading is None or reading.report is None:
        return Edition(name, None, reading, read.found, {source.file: source.lines} if source else {})
    previous = _previous(workspace, ReportRef(reading.year - 1, wanted.revision))
    return Edition(name, resolve(reading.report, previous), reading, read.found, {source.file: source.lines})


def _content(workspace: Workspace, wanted: ReportRef) -> tuple[str, bytes]:
    if wanted.file is not None:
        shown = workspace.shown(wanted.file)
        return shown, read_file(wanted.file, shown, {}, ())
    assert wanted.year is not None
    if wanted.revision is not None:
        path = f"{DATA}/{wanted.year}.yaml"
        return f"{wanted.revision}:{wanted.year}", file_at(workspace.root, wanted.revision, path)
    return workspace.shown(workspace.report_path(wanted.year)), workspace.read_report(wanted.year)


def _read(name: str, content: bytes, year: int | None) -> _Read:
    source, found = decode(name, content)
    if source is None:
        return _Read(None, None, found)
    root, parsed = parse(source, names_in_reports())
    found += parsed
    if root is None:
        return _Read(source, None, found)
    reading = read_report(root, year or _year_of(root))
    return _Read(source, reading, found + reading.found)


def _year_of(root: Node) -> int:
    """The year a file says it is of; 0 where it says none."""
    node = root.get("year") if isinstance(root, MappingNode) else None
    said = node.text.strip() if isinstance(node, Scalar) else ""
    return int(said) if said.isascii() and said.isdigit() else 0


def _previous(workspace: Workspace, wanted: ReportRef) -> Report | None:
    """Last year's report, where there is one; its own faults are not told here."""
    try:
        name, content = _content(workspace, wanted)
    except CommandError:
        return None
    read = _read(name, content, wanted.year)
    return read.reading.report if read.reading else None


def readable(content: bytes) -> str:
    """A report file as lines for people; what is no report as its text stands, since git must have something."""
    from reportgen.report.readable_text import readable_text

    read = _read("", content, None)
    if read.reading is not None and read.reading.report is not None:
        return readable_text(read.reading.report, read.reading.root)
    return read.source.text if read.source else content.decode("utf-8", "replace")
