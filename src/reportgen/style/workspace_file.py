"""Files of the workspace named in a style sheet."""

import re
from typing import ClassVar

from msgspec import Struct

from reportgen.diagnostics import Diagnostic, FieldPath, Place
from reportgen.source import UNREADABLE, Scalar

_PART = r"(?!(?:\.{1,2}/|\.{0,2}\s*$))[^/\\:]+"
_INSIDE = rf"(?=\S){_PART}(?:/{_PART})*"
"""A path from a folder downwards: no drive, no root, no step up, the same on every system."""

PATH_PATTERN = rf"^\s*{_INSIDE}\s*$"
"""How such paths are written, for JSON Schema."""


class WorkspaceFile(Struct, frozen=True):
    """A file by its path from the root of the workspace, and the place of that path in the style sheet."""

    scalar: ClassVar[bool] = True

    path: str
    place: Place


def read_workspace_file(node: Scalar, path: FieldPath) -> tuple[object, tuple[Diagnostic, ...]]:
    """Reads ``images/emblem.svg``."""
    text = node.text.strip()
    if re.fullmatch(_INSIDE, text) is None:
        return UNREADABLE, (Diagnostic("path-outside", node.place(path), {"text": text}),)
    return WorkspaceFile(text, node.place(path)), ()
