"""A report file as lines for people, for git to compare."""

from reportgen.report.readable_text import readable_text
from reportgen.workflows.report_files import read_report_file


def readable_report(content: bytes) -> str:
    """The report as text; what is not a report as it is, since git must have something to compare."""
    file = read_report_file("", content)
    if file.reading is not None and file.report is not None:
        return readable_text(file.report, file.reading.root)
    return file.source.text if file.source else plain_text(content)


def plain_text(content: bytes) -> str:
    """A file as it is, bytes that are no UTF-8 replaced."""
    return content.decode("utf-8", "replace")
