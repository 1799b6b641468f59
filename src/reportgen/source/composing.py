"""YAML events to nodes: data only, so no tags, anchors, aliases or second documents."""

from collections.abc import Iterator
from collections.abc import Sequence as AbstractSequence

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

from reportgen.diagnostics import Diagnostic, Place
from reportgen.source.decoding import forbidden_in
from reportgen.source.folding import fold
from reportgen.source.marks import line_start
from reportgen.source.nodes import DEEPEST_NESTING, Entry, Mapping, Node, Scalar, Sequence, Source
from reportgen.source.repairs import RepairedText
from reportgen.text.characters import LINE_SEPARATOR, code_point
from reportgen.text.lazy_pattern import LazyPattern

MOST_NODES = 400_000
"""Keys and values; a report of 5,000 sections has some 150,000."""

LONGEST_TEXT = 1_000_000
"""Characters; a report of 700 pages has 400,000 in all its texts. XML parsers refuse ten million bytes (libxml2)."""

# The C parser comes with every PyYAML wheel; the Python one reads the same language, ten times slower.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PROPERTIES = LazyPattern(r"(?:[&!][^\s,\[\]{}]*\s+)+")
_PROPERTY = LazyPattern(r"[&!][^\s,\[\]{}]*")

Loss = tuple[int, int]
"""Where text was left out of what YAML read: its offset in the file, and its column."""


class TooMuchError(Exception):
    """Nesting past DEEPEST_NESTING, more than MOST_NODES, a text past LONGEST_TEXT: an attack or a slip, no report."""


class Composer:
    """Builds nodes from the events of one source and collects diagnostics; ``losses`` damage their mappings.

    With ``split``, a key that begins an entry of its own is not a duplicate, but added to ``missing_dashes``.
    """

    def __init__(
        self, source: Source, repaired: RepairedText, losses: AbstractSequence[Loss] = (), *, split: bool = False
    ) -> None:
        self._split = split
        self.found: list[Diagnostic] = []
        self._source = source
        self._repaired = repaired
        self._text = repaired.text
        self.missing_dashes: list[tuple[int, int]] = []
        """Where, in what YAML read, a dash was left out before an entry: from there up to its first key."""
        self._nodes = 0
        self._losses = list(losses)
        self._events: Iterator[Event] = yaml.parse(self._text, Loader=LOADER)

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
            raise TooMuchError
        self._nodes += 1
        if self._nodes > MOST_NODES:
            self._report("yaml-too-many", event, largest=str(MOST_NODES))
            raise TooMuchError
        if isinstance(event, ScalarEvent) and len(event.value) > LONGEST_TEXT:
            self._report("yaml-text-too-long", event, most=str(LONGEST_TEXT // 1_000_000))
            raise TooMuchError
        if isinstance(event, AliasEvent):
            self._report("yaml-alias", event)
            return self._name(event)
        self._refuse_properties(event)
        if isinstance(event, ScalarEvent):
            return self._scalar(event)
        assert isinstance(event, CollectionStartEvent)
        return self._mapping(event, depth) if isinstance(event, MappingStartEvent) else self._sequence(event, depth)

    def _refuse_properties(self, event: Event) -> None:
        """Reports the anchor and the tag before a node, as typed."""
        marks = {"&": "yaml-anchor", "!": "yaml-tag"}
        if not (getattr(event, "anchor", None) or getattr(event, "tag", None)):
            return
        start, end = _span(event)
        properties = _PROPERTIES.match(self._text, start)
        for match in _PROPERTY.finditer(self._text, start, properties.end() if properties else end):
            words = {"tag": match.group()}
            place = self._place(match.start(), match.end())
            self.found.append(Diagnostic(marks[match.group()[0]], place, words))

    def _scalar(self, event: ScalarEvent) -> Scalar:
        (start, end), style = _span(event), event.style or None
        if event.anchor or event.tag:
            properties = _PROPERTIES.match(self._text, start, end)
            start = properties.end() if properties else start
        text: str = event.value
        segments: tuple[tuple[int, int], ...] = ((0, start + (style is not None)),)
        raw = self._text[start:end]
        escape = {'"': "\\", "'": "''"}.get(style or "", "\n")
        if style in ("|", ">") or "\n" in raw or "\r" in raw or escape in raw:
            text, segments = fold(raw, style, start)
        original = self._repaired.original
        if self._repaired.edits:
            segments = tuple((position, original(offset)) for position, offset in segments)
        scalar = Scalar(self._source, original(start), original(end), text, style is None, segments)
        if style == '"' and "\\" in raw:
            self._refuse_escaped(scalar)
        return scalar

    def _refuse_escaped(self, scalar: Scalar) -> None:
        """Reports forbidden characters that an escape has brought in."""
        for match in forbidden_in(scalar.text):
            if match.group() != LINE_SEPARATOR:
                words = {"code_point": code_point(match.group())}
                place = scalar.place_of(match.start(), match.end())
                self.found.append(Diagnostic("character-control", place, words))

    def _sequence(self, opening: CollectionStartEvent, depth: int) -> Sequence:
        items: list[Node] = []
        while not isinstance(event := next(self._events), SequenceEndEvent):
            items.append(self._node(event, depth + 1))
        start = self._repaired.original(_span(opening)[0])
        return Sequence(self._source, start, self._end(opening, event, items[-1:]), tuple(items))

    def _mapping(self, opening: CollectionStartEvent, depth: int) -> Mapping:
        entries: dict[str, Entry] = {}
        last: list[Node] = []
        while not isinstance(event := next(self._events), MappingEndEvent):
            key = self._node(event, depth + 1)
            value = self._node(next(self._events), depth + 1)
            last = [value]
            if not isinstance(key, Scalar):
                self.found.append(Diagnostic("yaml-key-not-text", key.place()))
            elif self._begins_entry(key, entries, event, opening):
                entries = {key.text: Entry(key, value)}
            elif key.text in entries:
                line = str(entries[key.text].key.place().line)
                self.found.append(Diagnostic("yaml-duplicate-key", key.place(), {"key": key.text, "line": line}))
            else:
                entries[key.text] = Entry(key, value)
        start, end = self._repaired.original(_span(opening)[0]), self._end(opening, event, last)
        damaged = self._take_losses(start, opening, self._repaired.original(_span(event)[1]))
        return Mapping(self._source, start, end, tuple(entries.values()), damaged)

    def _begins_entry(self, key: Scalar, entries: dict[str, Entry], event: Event, opening: Event) -> bool:
        """Whether a key repeats the first of an entry that has others too: then the dash of the next is missing."""
        if (
            not self._split
            or len(entries) < 2
            or key.text != next(iter(entries))
            or getattr(opening, "flow_style", False)
        ):
            return False
        first, start = _span(opening)[0], _span(event)[0]
        above, here = line_start(self._text, first), line_start(self._text, start)
        dash = self._text.rfind("-", above, first)
        blank = not (self._text[dash + 1 : first] + self._text[here:start]).strip(" ")
        if dash < 0 or not blank or here + dash - above >= start:
            return False
        self.missing_dashes.append((here + dash - above, start))
        return True

    def _take_losses(self, start: int, opening: CollectionStartEvent, end: int) -> bool:
        """Whether anything left out belonged to this mapping; inner mappings, which end first, come first."""
        assert opening.start_mark is not None
        column = opening.start_mark.column
        here = [(at, deep) for at, deep in self._losses if start <= at <= end and deep >= column]
        self._losses = [loss for loss in self._losses if loss not in here]
        return bool(here)

    def _end(self, opening: CollectionStartEvent, closing: Event, last: list[Node]) -> int:
        """The end of a collection; a block collection ends with its last node, not with the comments after it."""
        return last[0].end if last and not opening.flow_style else self._repaired.original(_span(closing)[1])

    def _name(self, event: Event) -> Scalar:
        """A text in place of an alias, so that nothing else is reported about it."""
        start, end = _span(event)
        first = self._repaired.original(start)
        last = self._repaired.original(end)
        return Scalar(self._source, first, last, self._text[start:end], plain=False, segments=((0, first),))

    def _report(self, code: str, event: Event, **words: str) -> None:
        self.found.append(Diagnostic(code, self._place(*_span(event)), words))

    def _place(self, start: int, end: int) -> Place:
        return self._source.place(self._repaired.original(start), self._repaired.original(end))


def _span(event: Event) -> tuple[int, int]:
    """Where an event begins and ends in the text; both parsers give every event its marks."""
    assert event.start_mark is not None
    assert event.end_mark is not None
    return event.start_mark.index, event.end_mark.index
