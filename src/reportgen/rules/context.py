"""The input of rules: everything that could be read of a file, even if it is not a complete report."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import TypeVar, cast

from msgspec import Struct

from reportgen.diagnostics import Diagnostic, Edit, FieldPath, Wording
from reportgen.report import Metric, Reading, Report
from reportgen.report.references import years_by_name
from reportgen.rules.lexicon import Lexicon
from reportgen.source import Scalar, find

Found = TypeVar("Found")


class RuleContext(Struct, frozen=True, dict=True):
    """One file, last year's report and the lexicon of the workspace; None if there is none that can be read."""

    reading: Reading
    previous: Report | None
    lexicon: Lexicon | None = None

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

    @cached_property
    def characters(self) -> frozenset[str]:
        """Every character of the printed texts and of the labels: a rule for rare ones need not read them."""
        return frozenset("".join(node.text for _, node in (*self.texts(), *self.labels())))

    def has_any(self, characters: Iterable[str]) -> bool:
        """Whether any of some characters is printed."""
        return not self.characters.isdisjoint(characters)

    def spellable(self, words: Iterable[str]) -> Iterator[str]:
        """Those of some words whose characters are all printed: the others need not be looked for."""
        return (word for word in words if self.characters.issuperset(word))

    def once(self, find: Callable[["RuleContext"], Found]) -> Found:
        """What several rules need to find, found once."""
        if find not in self._found:
            self._found[find] = find(self)
        return cast("Found", self._found[find])

    @cached_property
    def _found(self) -> dict[object, object]:
        return {}

    def years(self) -> dict[str, str]:
        """What references to years print."""
        return years_by_name(self.year)

    def labels(self) -> Iterator[tuple[FieldPath, Scalar]]:
        """The labels and units of metrics, which are printed without resolving references."""
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
    """A diagnostic at a range of a printed text; ``edit`` is the replacement, if there is a certain one.

    There is no edit if the range is not literally in the file, but escaped or across a line end.
    """
    path, node = at
    start, end = node.span_of(*span)
    verbatim = node.source.text[start:end] == node.text[span[0] : span[1]]
    edits = (Edit(start, end, edit),) if edit is not None and verbatim else ()
    return Diagnostic(code, node.place_of(*span, path), words, (), edits)
