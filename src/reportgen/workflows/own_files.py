"""Files at the root of a workspace that say something of all its reports: settings and lexicon."""

from collections.abc import Callable
from typing import TypeVar

from reportgen.diagnostics import Diagnostic, Findings
from reportgen.source import Source, decode

Content = TypeVar("Content")


def read_own_file(
    file: tuple[str, bytes] | None, read: Callable[[Source], tuple[Content | None, tuple[Diagnostic, ...]]]
) -> tuple[Content | None, Findings]:
    """What a file holds, by its shown name and bytes; None where there is none, or none that is text."""
    if file is None:
        return None, Findings()
    source, found = decode(*file)
    if source is None:
        return None, Findings(found)
    content, parsed = read(source)
    return content, Findings((*found, *parsed), {source.file: source.lines})
