"""References in other brackets than 【 】, and 】 without 【."""

import re
from collections.abc import Container, Iterator

from reportgen.diagnostics import Diagnostic, Edit, FieldPath
from reportgen.report.references import name_and_aspect
from reportgen.report.report_types import RESERVED_NAMES
from reportgen.source import Scalar
from reportgen.text.lazy_pattern import LazyPattern

_OPENING, _CLOSING = "［〔[{｛「『", "］〕]}｝」』"
_REFERENCE = LazyPattern(
    rf"([【{re.escape(_OPENING)}])([^\s【】{re.escape(_OPENING + _CLOSING)}]+)([】{re.escape(_CLOSING)}])"
)
_BALANCED = LazyPattern("【【|【[^【】]*】|】")


def bracket_slips(node: Scalar, path: FieldPath, names: Container[str]) -> Iterator[Diagnostic]:
    """Reports names of metrics and years in other brackets than 【 】, and each 】 that closes nothing."""
    text = node.text
    if text.isascii():
        return
    otherwise = any(mark in text for mark in _OPENING + _CLOSING)
    for match in _REFERENCE.finditer(text) if otherwise else ():
        opening, inside, closing = match.groups()
        if opening + closing == "【】" or not _known(inside, names):
            continue
        start, end = node.span_of(*match.span())
        verbatim = node.source.text[start:end] == match.group()
        edits = (Edit(start, end, f"【{inside}】"),) if verbatim else ()
        words = {"typed": match.group(), "name": inside}
        yield Diagnostic("slip-reference", node.place_of(*match.span(), path), words, (), edits)
    if "】" in text:
        yield from _unopened(node, path, names)


def bracketed_reference(raw: str, names: Container[str]) -> str | None:
    """The metric's name in brackets that YAML took for a list or fields (``text: {提案}``), if it is one."""
    match = _REFERENCE.fullmatch(raw.strip())
    return match.group(2) if match and _known(match.group(2), names) else None


def closed_otherwise(text: str, start: int, names: Container[str]) -> bool:
    """Whether a 【 is closed by another kind of bracket, which ``bracket_slips`` reports."""
    match = _REFERENCE.match(text, start)
    return match is not None and _known(match.group(2), names)


def _unopened(node: Scalar, path: FieldPath, names: Container[str]) -> Iterator[Diagnostic]:
    alone = list(_closing_nothing(node.text))
    if alone:
        known = {each.end() for each in _REFERENCE.finditer(node.text) if _known(each.group(2), names)}
        for start, end in alone:
            if end not in known:
                yield Diagnostic("reference-unopened", node.place_of(start, end, path))


def _closing_nothing(text: str) -> Iterator[tuple[int, int]]:
    """Where each 】 is that neither 【 nor 【【 opens."""
    printed = 0
    for match in _BALANCED.finditer(text):
        if match.group() == "【【":
            printed += 1
        elif match.group() == "】" and printed:
            printed -= 1
        elif match.group() == "】":
            yield match.span()


def _known(inside: str, names: Container[str]) -> bool:
    name, _ = name_and_aspect(inside)
    return name in names or name in RESERVED_NAMES
