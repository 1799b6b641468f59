"""Where a printed text was written: its place in a report or in a style sheet, for what layout found."""

import re
from collections.abc import Iterable, Iterator, Mapping

from reportgen.diagnostics import Diagnostic, FieldPath, Place
from reportgen.document import Origin, OriginFile
from reportgen.layout import LooseLine, MissingCharacter
from reportgen.source import Mapping as MappingNode
from reportgen.source import Node, Scalar, find
from reportgen.text.characters import code_point

Roots = Mapping[OriginFile, Node]
"""The nodes of every file that a document has texts from; those of a style sheet know their own files."""

_LINE_SHOWN = 6
"""Characters of a line that a message shows, and by which its place is found; few, since a metric may follow."""

_INSIDE_OTHERS: tuple[FieldPath, ...] = (
    ("reviews", "items", "separator"),
    ("tasks", "items", "separator"),
    ("insights", "items", "separator"),
    ("metrics", "title"),
    ("contents", "page_number"),
    ("body_page_number",),
)
"""Words of a style sheet that print inside a text written elsewhere."""


def missing_characters(missing: Iterable[MissingCharacter], roots: Roots) -> tuple[Diagnostic, ...]:
    """The characters no face has, each at its place in the text it came from."""
    return tuple(
        Diagnostic(
            "character-missing",
            _place_of_character(each, roots),
            {"character": each.character, "code_point": code_point(each.character)},
        )
        for each in missing
    )


def loose_lines(lines: Iterable[LooseLine], roots: Roots) -> tuple[Diagnostic, ...]:
    """The lines whose characters stand too far apart, each at the place of its first characters."""
    starts = ((line.text[:_LINE_SHOWN], line.origin) for line in lines)
    return tuple(
        Diagnostic("line-loose", _find(start, origin, roots) or _whole(origin, roots), {"line": start})
        for start, origin in starts
    )


def _place_of_character(missing: MissingCharacter, roots: Roots) -> Place:
    """The place of a character where its text has it, else where the style sheet does."""
    inside = (Origin(path, "sheet") for path in _INSIDE_OTHERS if isinstance(find(roots["sheet"], path), Scalar))
    origins = (missing.origin, *inside)
    places = (_find(missing.character, origin, roots) for origin in origins)
    return next((place for place in places if place), None) or _whole(missing.origin, roots)


def _whole(origin: Origin, roots: Roots) -> Place:
    """The place of a whole text."""
    return find(roots[origin.file], origin.path).place(origin.path)


def _find(text: str, origin: Origin, roots: Roots) -> Place | None:
    """The place of some printed characters at an origin; line ends of the file between them do not print."""
    pattern = re.compile("\n?".join(map(re.escape, text)))
    for scalar, path in _scalars(find(roots[origin.file], origin.path), origin.path):
        match = pattern.search(scalar.text)
        if match:
            return scalar.place_of(*match.span(), path)
    return None


def _scalars(node: Node, path: FieldPath) -> Iterator[tuple[Scalar, FieldPath]]:
    """The texts of a node with their paths."""
    if isinstance(node, Scalar):
        yield node, path
    elif isinstance(node, MappingNode):
        for entry in node.entries:
            yield from _scalars(entry.value, (*path, entry.key.text))
    else:
        for index, item in enumerate(node.items):
            yield from _scalars(item, (*path, index))
