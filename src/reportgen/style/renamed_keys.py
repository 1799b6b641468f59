"""Keys of style sheets that have a new name: the old one is still read, and reported."""

from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from reportgen.diagnostics import Diagnostic
from reportgen.source import Entry, Mapping, Node, find, key_at
from reportgen.style.sheet_types import PageStyle


class RenamedKey(NamedTuple):
    """A key of the record at a path, by its old and its new name."""

    record: type[Struct]
    path: tuple[str, ...]
    old: str
    new: str


RENAMED_KEYS = (RenamedKey(PageStyle, ("page",), "most", "max_pages"),)


def with_new_names(root: Node) -> tuple[Node, tuple[Diagnostic, ...]]:
    """The nodes of one file with its old keys renamed, and a warning for each.

    Where a file has both names, the old one stays, which its reader does not know.
    """
    found: list[Diagnostic] = []
    for key in RENAMED_KEYS:
        record = find(root, key.path)
        if isinstance(record, Mapping) and record.get(key.old) and not record.get(key.new):
            path = (*key.path, key.old)
            words = {"old": key.old, "new": key.new}
            found.append(Diagnostic("key-renamed", key_at(root, path).place(path), words, ("rename-key",)))
            root = _renamed(root, path, key.new)
    return root, tuple(found)


def _renamed(node: Node, path: tuple[str, ...], new: str) -> Node:
    """A node whose key at a path has another name."""
    assert isinstance(node, Mapping)
    return replace(node, entries=tuple(_renamed_entry(entry, path, new) for entry in node.entries))


def _renamed_entry(entry: Entry, path: tuple[str, ...], new: str) -> Entry:
    if entry.key.text != path[0]:
        return entry
    if len(path) > 1:
        return replace(entry, value=_renamed(entry.value, path[1:], new))
    return replace(entry, key=replace(entry.key, text=new))
