"""Numbers of a report that could be metrics: a figure with its unit after a name, and where it is printed."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import NamedTuple

from msgspec import Struct

from reportgen.diagnostics import Edit, FieldPath, apply_edits
from reportgen.manuscript.field_text import source_edits
from reportgen.manuscript.line_changes import FieldEdit
from reportgen.manuscript.printed_figure import FIGURE
from reportgen.report import PARTS
from reportgen.report.references import Reference, placed_pieces
from reportgen.report.report_types import is_metric_name
from reportgen.source import Mapping as MappingNode
from reportgen.source import Node, Scalar, Source, find, line_start, quoted
from reportgen.text.measure_words import MEASURE_WORDS

_FIGURE = re.compile(rf"(?<![\d.,第]){FIGURE}(?P<unit>[%％‰]|(?:{MEASURE_WORDS})(?![\d月]))")
_NO_UNITS = ("百分点", "个百分点", "倍", "天", "小时", "分钟")
"""What differences, multiples and spans of time are counted in."""

_HAN_BEFORE = re.compile("[\u4e00-\u9fff]+$")
_LINKS = re.compile("(?:已经|达到|共计|总计|分别|超过|[达为了到至计有已共])+$")
"""What is between a name and its figure."""

_VERBS = re.compile(
    "收到|征集|提交|办理|开展|组织|举办|召开|完成|走访|慰问|调解|化解|形成|编发|报送|发放|募集|落实|新增|新建|建成|培训"
    "|惠及|服务|提出|采纳|督办|参与|接待|撰写|刊发|推动|协调|解决|帮助|投入|实施|立案|受理|整治|建立|收集|评选|视察|设立|改造|种植|拆除"
)
_PERIODS = re.compile("全年|累计|其中|今年|去年|一年来|全[市区县省州]|我[市区县省州]|[的在和与对向于把]|(?<!惠)及")
_LONGEST_NAME = 8
_FIELDS = ("opening", "closing", "intro", "lead", "text", "claim", "title")
_SENTENCE = re.compile("[^。！？；\n]*[。！？；]?")


class MetricPlace(NamedTuple):
    """A stretch of the folded text of a field, and the sentence it is in."""

    path: FieldPath
    start: int
    end: int
    sentence: str


class MetricProposal(Struct, frozen=True):
    """A metric that could be: its name, how its number prints, the parts of that, and the places that print it.

    ``known``: the report has it already, from a table of figures.
    """

    name: str
    printed: str
    value: str
    qualifier: str
    unit: str
    places: tuple[MetricPlace, ...]
    known: bool = False


class _Figure(NamedTuple):
    """A figure with the name before it and where it is; its ``sentence`` here has nothing in place of references."""

    match: re.Match[str]
    name: str
    sentence: str
    place: MetricPlace


def propose_metrics(root: Node, known: Mapping[str, str]) -> tuple[MetricProposal, ...]:
    """The metrics a report could have, those printed most often first; ``known`` is what its metrics print."""
    figures = [figure for path, node in _texts(root) for figure in _figures(path, node.text)]
    proposals = [
        _proposal(name, match, [each.place for each in figures if each.match.group() == printed], known=True)
        for name, printed in known.items()
        if (match := _FIGURE.fullmatch(printed)) is not None
    ]
    taken, listed = set(known), set(known.values())
    for figure in figures:
        printed = figure.match.group()
        if not figure.name or printed in listed:
            continue
        same = [each.place for each in figures if each.match.group() == printed and _is_named(each, figure.name)]
        if any(each.printed == printed and each.places[0] == same[0] for each in proposals):
            continue
        name = next(each for each in _names(figure.name) if each not in taken)
        taken.add(name)
        proposals.append(_proposal(name, figure.match, same))
    return tuple(sorted((each for each in proposals if each.places), key=lambda each: -len(each.places)))


def with_metrics(source: Source, root: Node, proposals: Sequence[MetricProposal]) -> str:
    """The text of a report file with metrics, and references in the places of their numbers."""
    edits: list[Edit] = []
    for proposal in proposals:
        for path, start, end, _ in proposal.places:
            node = find(root, path)
            if isinstance(node, Scalar):
                edits += source_edits(node, (FieldEdit(path, start, end, f"【{proposal.name}】", folded=True),))
    lines = [line for each in proposals if not each.known for line in _lines(each)]
    if lines:
        edits.append(_added(source, root, lines))
    return apply_edits(source.text, edits)


def _proposal(name: str, match: re.Match[str], places: Sequence[MetricPlace], *, known: bool = False) -> MetricProposal:
    value = match["digits"].replace(",", "") + (match["scale"] or match["late"])
    qualifier = match["before"] or match["after"]
    return MetricProposal(name, match.group(), value, qualifier, match["unit"], tuple(places), known)


def _names(name: str) -> Iterator[str]:
    """A name, and what it is called where others have it."""
    yield name
    yield from (f"{name}-{number}" for number in count(2))


def _is_named(figure: _Figure, name: str) -> bool:
    return figure.name == name or name in figure.sentence


def _texts(node: Node, path: FieldPath = ()) -> Iterator[tuple[FieldPath, Scalar]]:
    """The fields of a report in which references are read and sentences are."""
    if isinstance(node, Scalar):
        if path and (path[-1] in _FIELDS or (len(path) > 1 and path[-2] == "items")) and path != ("title",):
            yield path, node
    elif isinstance(node, MappingNode):
        for entry in node.entries:
            if entry.key.text not in ("metrics", "glossary"):
                yield from _texts(entry.value, (*path, entry.key.text))
    else:
        for number, item in enumerate(node.items):
            yield from _texts(item, (*path, number))


def _figures(path: FieldPath, text: str) -> Iterator[_Figure]:
    """The figures of a field with the names before them."""
    masked = list(text)
    for start, piece in placed_pieces(text):
        if isinstance(piece, Reference):
            masked[start : piece.end] = "\0" * (piece.end - start)
    for found in _SENTENCE.finditer("".join(masked)):
        start, sentence = found.start(), found.group()
        for match in _FIGURE.finditer(sentence):
            if match["unit"] in _NO_UNITS:
                continue
            typed = text[start : found.end()].strip()
            place = MetricPlace(path, start + match.start(), start + match.end(), typed)
            yield _Figure(match, _name_before(sentence[: match.start()]), sentence, place)


def _name_before(text: str) -> str:
    """The name at the end of a text; empty where there is none."""
    before = _HAN_BEFORE.search(_LINKS.sub("", text))
    words = _PERIODS.split(before.group())[-1] if before else ""
    verbs = list(_VERBS.finditer(words))
    name = words[verbs[-1].end() :] or verbs[-1].group() if verbs else words
    return name if 1 < len(name) <= _LONGEST_NAME and is_metric_name(name) else ""


def _lines(proposal: MetricProposal) -> Iterator[str]:
    qualifier = f", qualifier: {proposal.qualifier}" if proposal.qualifier else ""
    label = proposal.name.partition("-")[0]
    yield f"  {proposal.name}: {{label: {label}, value: {proposal.value}{qualifier}, unit: {quoted(proposal.unit)}}}\n"


def _added(source: Source, root: Node, lines: Sequence[str]) -> Edit:
    """New metrics after those there are, else above the first part, with the comments above that."""
    assert isinstance(root, MappingNode)
    held = next((number for number, each in enumerate(root.entries) if each.key.text == "metrics"), None)
    after = None if held is None else held + 1
    first = next((number for number, each in enumerate(root.entries) if each.key.text in PARTS), len(root.entries))
    number = first if after is None else after
    place = line_start(source.text, root.entries[number].key.start) if number < len(root.entries) else len(source.text)
    while place and source.text[line_start(source.text, place - 1) : place].startswith(("#", "\n")):
        place = line_start(source.text, place - 1)
    return Edit(place, place, "".join(lines) if held is not None else "metrics:\n" + "".join(lines))
