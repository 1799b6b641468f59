"""Comments of a document as comments of the report file, ``# 批注（author）：…``, each above what it is about."""

from collections.abc import Iterator, Sequence

from reportgen.diagnostics import Edit, FieldPath, apply_edits
from reportgen.manuscript.absorbed import Remark
from reportgen.manuscript.base_paths import EarlierPaths
from reportgen.manuscript.manuscript_types import Comment
from reportgen.source import Node, Source, find, line_start, parse


def with_notes(source: Source, base: Node, remarks: Sequence[Remark]) -> tuple[str, int]:
    """The text of a report file with remarks as comments, and how many came; those that are there come no second time.

    ``base`` is the report in which the remarks name their fields.
    """
    root, _ = parse(source)
    assert root is not None
    paths = EarlierPaths(base, root)
    edits = [note_above(source, _nearest_node(remark.where, paths, root), remark.comment) for remark in remarks]
    new = [edit for edit in edits if not _is_there(source.text, edit)]
    return apply_edits(source.text, new), len(new)


def note_above(source: Source, node: Node | None, comment: Comment) -> Edit:
    """The edit that puts a comment above the line a node begins in; at the end of the file where there is none."""
    place = len(source.text) if node is None else line_start(source.text, node.start)
    line = source.text[place:].partition("\n")[0]
    indent = line[: len(line) - len(line.lstrip(" "))]
    before = "\n" if node is None and source.text and not source.text.endswith("\n") else ""
    return Edit(place, place, before + "".join(f"{indent}# {words}\n" for words in _said(comment)))


def _nearest_node(where: FieldPath, paths: EarlierPaths, root: Node) -> Node | None:
    """The field of the file that a field of the base is now, else the entry it was in."""
    for length in range(len(where), 0, -1):
        here = paths.now(where[:length])
        if here is not None:
            return find(root, here)
    return None


def _is_there(text: str, edit: Edit) -> bool:
    """Whether the lines of a comment are among the comments above its place."""
    block: list[str] = []
    start = edit.start
    while start and (line := text[line_start(text, start - 1) : start].strip()).startswith("#"):
        block.insert(0, line)
        start = line_start(text, start - 1)
    words = [line.strip() for line in edit.text.strip().splitlines()]
    return any(block[first : first + len(words)] == words for first in range(len(block)))


def _said(comment: Comment) -> Iterator[str]:
    """The lines of a comment and its replies."""
    author = f"（{comment.author.name}）" if comment.author.name else ""
    for number, text in enumerate((comment.text, *comment.replies)):
        head = "答复：" if number else f"批注{author}："
        yield head + " ".join(text.split())
