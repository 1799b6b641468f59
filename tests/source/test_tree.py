"""The nodes of a file, each with its place, and which of them each character belongs to."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest

from reportgen.diagnostics import FieldPath
from reportgen.source import Mapping, Node, Scalar, Source, parse
from reportgen.source.nodes import find, key_at, merge, path_at
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


def read(text: str) -> Node:
    root, found = parse(Source("a.yaml", text))
    assert root is not None
    assert not found
    return root


BASE = "a: 1\nb: {c: 2, d: [3, 4]}\ne: 5\n"


def test_changes_replace_what_they_name_and_come_behind_the_rest() -> None:
    """Of lists the whole; nothing of what is merged counts as damaged."""
    merged = merge(read(BASE), read("b: {d: [6], f: 7}\ng: 8\na: 9\n"))
    assert isinstance(merged, Mapping)
    assert [line.split(" ", 2)[::2] for line in node_lines(merged)][1:] == [
        ["a", "'9' 0@26"],
        ["b", "fields"],
        ["b/c", "'2' 0@12"],
        ["b/d", "list"],
        ["b/d/0", "'6' 0@8"],
        ["b/f", "'7' 0@15"],
        ["e", "'5' 0@29"],
        ["g", "'8' 0@21"],
    ]
    assert not merged.damaged
    assert merge(read(BASE), read("1")) == read("1")


@pytest.mark.parametrize(
    ("path", "node", "key"),
    [
        (("a",), "1", "a"),
        (("b", "d", 1), "4", "[3, 4]"),
        (("b", "d", 2), "[3, 4]", "[3, 4]"),
        (("b", "d"), "[3, 4]", "d"),
        (("b", "x"), "{c: 2, d: [3, 4]}", "{c: 2, d: [3, 4]}"),
        (("a", "x"), "1", "1"),
        (("x", "c"), BASE.rstrip(), BASE.rstrip()),
    ],
)
def test_a_path_leads_to_its_node_or_as_far_as_there_is_one(path: FieldPath, node: str, key: str) -> None:
    root = read(BASE)
    found = find(root, path), key_at(root, path)
    assert [BASE[each.start : each.end].rstrip() for each in found] == [node, key]
