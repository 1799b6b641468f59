"""What the user asked for, checked."""

import re
from pathlib import Path

from reportgen.diagnostics import Diagnostic
from reportgen.workspace import Workspace, WorldError, find_workspace

_YEAR = re.compile(r"[12]\d{3}")


def open_workspace(root: Path | None) -> Workspace:
    """The workspace named with ``--root``, else the one the current folder lies in.

    Raises:
        WorldError: there is none.

    """
    return find_workspace((root or Path.cwd()).resolve(), exact=root is not None)


def parse_years(texts: list[str]) -> list[int]:
    """The years given, each once, in the order given.

    Raises:
        WorldError: one is no year.

    """
    for text in texts:
        if not _YEAR.fullmatch(text):
            raise WorldError(Diagnostic("year-invalid", None, {"text": text}))
    return list(dict.fromkeys(int(text) for text in texts))


def parse_choice(name: str, known: tuple[str, ...]) -> None:
    """Makes sure that one format is known.

    Raises:
        WorldError: it is not.

    """
    if name not in known:
        raise WorldError(Diagnostic("format-unknown", None, {"name": name, "known": " ".join(known)}, ("known-names",)))


def parse_formats(text: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """The formats of a list separated by commas, also Chinese ones.

    Raises:
        WorldError: one is unknown.

    """
    names = [name.strip().lower() for name in re.split("[,，、]", text)]
    for name in names:
        parse_choice(name, known)
    return tuple(kind for kind in known if kind in names)
