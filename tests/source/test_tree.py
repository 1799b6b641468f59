"""The nodes of a file, each with its place, and which of them each character belongs to."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from reportgen.diagnostics import FieldPath
from reportgen.source import Mapping, Node, Scalar, Source, parse
from reportgen.source.nodes import path_at
from tests.goldens import Goldens
from tests.source.test_damaged import IN_BRACKETS, LAID_OUT_OTHERWISE, OF_TEXTS, shown


def node_lines(node: Node, path: FieldPath = ()) -> Iterator[str]:
    """A node and those in it: the path, the place, and of a text where its pieces are in the file."""
    place = node.place()
    where = f"{'/'.join(map(str, path))} {place.line}:{place.column}-{place.end_line}:{place.end_column}"
    if isinstance(node, Scalar):
        pieces = (f"{start}@{offset}" for start, offset in node.segments)
        yield f"{where} {shown(node.text)!r} {' '.join(pieces)}{'' if node.plain else ' quoted'}"
    elif isinstance(node, Mapping):
        yield f"{where} fields"
        for entry in node.entries:
            yield from node_lines(entry.value, (*path, entry.key.text))
    else:
        yield f"{where} list"
        for index, item in enumerate(node.items):
            yield from node_lines(item, (*path, index))


def path_lines(root: Node) -> Iterator[str]:
    """The paths of the characters of each line, with the columns they begin at."""
    for number, line in enumerate(root.source.lines, 1):
        paths = [path_at(root, root.source.offset(number, column)) for column in range(1, len(line) + 2)]
        runs = [(path, list(run)) for path, run in groupby(range(len(paths)), paths.__getitem__)]
        yield f"{number} " + "  ".join(f"{run[0] + 1}:{'/'.join(map(str, path))}" for path, run in runs)


def test_nodes_and_their_places(goldens: Goldens) -> None:
    lines: list[str] = []
    for report in (IN_BRACKETS, OF_TEXTS, LAID_OUT_OTHERWISE):
        root, found = parse(Source("2025.yaml", report))
        assert root is not None
        assert not found
        lines += [*node_lines(root), "", *path_lines(root), ""]
    goldens.check({Path(__file__).with_name("tree.txt"): "\n".join(lines)})
