"""The one place where a report file is read: bytes to text, nodes, and the report."""

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from reportgen.diagnostics import Diagnostic, Findings
from reportgen.memory import Memory
from reportgen.report import Reading, Report, names_in_reports, read_report
from reportgen.source import Mapping as MappingNode
from reportgen.source import Node, Scalar, Source, decode, parse


class ReportFile(Struct, frozen=True):
    """A report file as far as it can be read; ``name`` is its display name.

    ``source`` is None if the file is missing or no text, ``reading`` if YAML makes nothing of it. Each stage keeps its
    own diagnostics: ``file_diagnostics`` of opening and decoding, ``yaml_diagnostics`` of parsing, ``reading.found`` of
    the content.
    """

    name: str
    source: Source | None = None
    reading: Reading | None = None
    file_diagnostics: tuple[Diagnostic, ...] = ()
    yaml_diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def report(self) -> Report | None:
        """The report, None if it cannot be read as one."""
        return self.reading.report if self.reading else None

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """The diagnostics of all stages, in their order."""
        content = self.reading.found if self.reading else ()
        return (*self.file_diagnostics, *self.yaml_diagnostics, *content)

    @property
    def lines(self) -> Mapping[str, Sequence[str]]:
        """The lines of the file by its display name; none if it is not text."""
        return {self.source.file: self.source.lines} if self.source else {}

    @property
    def findings(self) -> Findings:
        """The diagnostics of all stages with the lines they point into."""
        return Findings(self.diagnostics, self.lines)


def recall_report_file(memory: Memory, name: str, content: bytes, year: int | None) -> ReportFile:
    """A report file as ``read_report_file`` gives it; the ``memory`` keeps it by its bytes."""
    return memory.recall(("report", name, content, year), lambda: read_report_file(name, content, year))


def read_report_file(name: str, content: bytes, year: int | None = None) -> ReportFile:
    """Reads the bytes of a report file; ``year`` is the one its name gives, None for the one it contains."""
    source, found = decode(name, content)
    return ReportFile(name, file_diagnostics=found) if source is None else read_report_source(source, year, found)


def read_report_source(source: Source, year: int | None, found: tuple[Diagnostic, ...] = ()) -> ReportFile:
    """Reads the text of a report file; ``found`` is what decoding it reported."""
    root, parsed = parse(source, names_in_reports())
    reading = None if root is None else read_report(root, year or _year_in(root))
    return ReportFile(source.file, source, reading, found, parsed)


def _year_in(root: Node) -> int:
    """The year a file contains; 0 if there is none."""
    node = root.get("year") if isinstance(root, MappingNode) else None
    text = node.text.strip() if isinstance(node, Scalar) else ""
    return int(text) if re.fullmatch("[0-9]{1,9}", text) else 0
