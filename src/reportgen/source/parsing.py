"""YAML events to nodes: data only, so no tags, anchors, aliases, or second documents."""

from collections.abc import Iterator

import yaml
from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from reportgen.diagnostics import Diagnostic
from reportgen.source.folding import fold
from reportgen.source.nodes import Entry, Mapping, Node, Scalar, Sequence, Source

DEEPEST_NESTING = 64

# The C parser comes with every PyYAML wheel; the Python one reads the same language, ten times slower.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def parse(source: Source) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """The one document of a file as nodes, with everything that data must not hold as findings.

    Without a node where the file is empty or YAML cannot be read to its end.
    """
    composer = _Composer(source)
    try:
        root = composer.compose()
    except _TooDeepError:
        return None, tuple(composer.found)
    except yaml.MarkedYAMLError as failure:
        mark = failure.problem_mark or failure.context_mark
        offset = min(mark.index if mark else 0, len(source.text))
        words = {"problem": failure.problem or failure.context or "?"}
        found = Diagnostic("yaml-syntax", source.place(offset, offset), words, ("yaml-basics", "yaml-says"))
        return None, (*composer.found, found)
    except yaml.reader.ReaderError as failure:
        found = Diagnostic("yaml-syntax", source.place(0, 0), {"problem": failure.reason}, ("yaml-says",))
        return None, (*composer.found, found)
    return root, tuple(composer.found)


class _TooDeepError(Exception):
    """Nesting past DEEPEST_NESTING; an attack or a slip, never a report."""


class _Composer:
    """Builds nodes from the events of one source, collecting what it finds."""

    def __init__(self, source: Source) -> None:
        self.found: list[Diagnostic] = []
        self._source = source
        self._events: Iterator[Event] = yaml.parse(source.text, Loader=_LOADER)

    def compose(self) -> Node | None:
        """The first document; later ones are reported."""
        root: Node | None = None
        seen = False
        for event in self._events:
            if isinstance(event, (StreamStartEvent, StreamEndEvent, DocumentEndEvent)):
                continue
            if isinstance(event, DocumentStartEvent):
                if seen:
                    self._report("yaml-several-documents", event)
                    break
                seen = True
            else:
                root = self._node(event, 0)
        if not seen or (isinstance(root, Scalar) and root.plain and not root.text):
            self.found.append(Diagnostic("file-empty", self._source.place(0, 0)))
            return None
        return root

    def _node(self, event: Event, depth: int) -> Node:
        if depth > DEEPEST_NESTING:
            self._report("yaml-too-deep", event, largest=str(DEEPEST_NESTING))
            raise _TooDeepError
        if isinstance(event, AliasEvent):
            self._report("yaml-alias", event)
            return self._empty(event)
        if getattr(event, "anchor", None):
            self._report("yaml-anchor", event)
        if getattr(event, "tag", None):
            self._report("yaml-tag", event, tag=str(event.tag))  # type: ignore[attr-defined]
        if isinstance(event, ScalarEvent):
            return self._scalar(event)
        assert isinstance(event, CollectionStartEvent)
        return self._mapping(event, depth) if isinstance(event, MappingStartEvent) else self._sequence(event, depth)

    def _scalar(self, event: ScalarEvent) -> Scalar:
        (start, end), style = _span(event), event.style or None
        text: str = event.value
        segments: tuple[tuple[int, int], ...] = ((0, start + (style is not None)),)
        raw = self._source.text[start:end]
        if style in ("|", ">") or "\n" in raw or "\r" in raw or (style == '"' and "\\" in raw):
            text, segments = fold(raw, style, start)
        return Scalar(self._source, start, end, text, style is None, segments)

    def _sequence(self, opening: CollectionStartEvent, depth: int) -> Sequence:
        items: list[Node] = []
        while not isinstance(event := next(self._events), SequenceEndEvent):
            items.append(self._node(event, depth + 1))
        return Sequence(self._source, _span(opening)[0], self._end(event), tuple(items))

    def _mapping(self, opening: CollectionStartEvent, depth: int) -> Mapping:
        entries: dict[str, Entry] = {}
        while not isinstance(event := next(self._events), MappingEndEvent):
            key = self._node(event, depth + 1)
            value = self._node(next(self._events), depth + 1)
            if not isinstance(key, Scalar):
                self.found.append(Diagnostic("yaml-key-not-text", key.place()))
            elif key.text in entries:
                line = str(entries[key.text].key.place().line)
                self.found.append(Diagnostic("yaml-duplicate-key", key.place(), {"key": key.text, "line": line}))
            else:
                entries[key.text] = Entry(key, value)
        return Mapping(self._source, _span(opening)[0], self._end(event), tuple(entries.values()))

    def _end(self, event: Event) -> int:
        """The end of a collection without the blanks and comments YAML counts into a block collection."""
        start, end = _span(event)
        return end if self._source.text[start : start + 1] in ("]", "}") else start

    def _empty(self, event: Event) -> Scalar:
        start, end = _span(event)
        return Scalar(self._source, start, end, "", plain=True, segments=((0, start),))

    def _report(self, code: str, event: Event, **words: str) -> None:
        self.found.append(Diagnostic(code, self._source.place(*_span(event)), words))


def _span(event: Event) -> tuple[int, int]:
    """Where an event begins and ends in the text; both parsers give every event its marks."""
    assert event.start_mark is not None
    assert event.end_mark is not None
    return event.start_mark.index, event.end_mark.index
