"""What rules look at: everything of a file that could be read, whether or not a report came of it."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from reportgen.diagnostics import Diagnostic, Edit, FieldPath, Wording
from reportgen.report import Metric, Reading, Report
from reportgen.source import Scalar, find


class RuleContext(Struct, frozen=True):
    """One file with last year's report, None where there is none that can be read."""

    reading: Reading
    previous: Report | None

    @property
    def year(self) -> int:
        """The year of the report."""
        return self.reading.year

    @property
    def metrics(self) -> Mapping[str, Metric]:
        """The metrics that could be read."""
        return self.reading.metrics

    @property
    def earlier(self) -> Mapping[str, Metric]:
        """Last year's metrics."""
        return self.previous.metrics if self.previous else {}

    def texts(self) -> Iterator[tuple[FieldPath, Scalar]]:
        """Every printed text with its path."""
        yield from self.reading.prose

    def labels(self) -> Iterator[tuple[FieldPath, Scalar]]:
        """The labels and units of metrics, which print as they stand, without references."""
        for name in self.metrics:
            for key in ("label", "unit", "group"):
                path = ("metrics", name, key)
                node = find(self.reading.root, path)
                if isinstance(node, Scalar):
                    yield path, node


def finding(
    code: str,
    at: tuple[FieldPath, Scalar],
    span: tuple[int, int],
    edit: str | None = None,
    **words: str | Wording,
) -> Diagnostic:
    """A finding at a stretch of a printed text; ``edit`` is what to write there instead, where that is certain.

    The edit is left out where the file does not hold the stretch as the text does, but as an escape or over a line end.
    """
    path, node = at
    start, end = node.span_of(*span)
    verbatim = node.source.text[start:end] == node.text[span[0] : span[1]]
    edits = (Edit(start, end, edit),) if edit is not None and verbatim else ()
    return Diagnostic(code, node.place_of(*span, path), words, (), edits)
