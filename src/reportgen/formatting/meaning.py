"""Whether two readings of a file have the same meaning and print: the last check before a file is replaced."""

from collections import Counter
from typing import Any

from msgspec import to_builtins

from reportgen.report import Reading
from reportgen.report.joints import printed
from reportgen.source import Mapping, Node, Scalar, Sequence
from reportgen.source.comments import comments


def same_meaning(before: Reading, after: Reading) -> bool:
    """Whether keys, printed texts, comments, and the report if there is one, are the same."""
    return (
        _alike(before.root, after.root)
        and _comments(before) == _comments(after)
        and _as_printed(to_builtins(before.report)) == _as_printed(to_builtins(after.report))
    )


def _comments(reading: Reading) -> Counter[str]:
    return Counter(comment.text for comment in comments(reading.root))


def _alike(before: Node, after: Node) -> bool:
    if isinstance(before, Scalar) and isinstance(after, Scalar):
        return before.absent == after.absent and printed(before.text) == printed(after.text)
    if isinstance(before, Sequence) and isinstance(after, Sequence):
        pairs = zip(before.items, after.items, strict=False)
        return len(before.items) == len(after.items) and all(_alike(*pair) for pair in pairs)
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        values = {entry.key.text: entry.value for entry in after.entries}
        return {entry.key.text for entry in before.entries} == values.keys() and all(
            _alike(entry.value, values[entry.key.text]) for entry in before.entries
        )
    return False


def _as_printed(value: Any) -> Any:
    """A builtin value with its texts as they print."""
    if isinstance(value, str):
        return printed(value)
    if isinstance(value, dict):
        return {key: _as_printed(each) for key, each in value.items()}
    return [_as_printed(each) for each in value] if isinstance(value, (list, tuple)) else value
