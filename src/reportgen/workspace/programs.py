"""Programs of the machine, never one that lies in the current folder."""

import os
from collections.abc import Iterable
from pathlib import Path


def installed_program(name: str, folders: Iterable[str]) -> str | None:
    """The first program of a name in some folders, those of ``PATH``; None where there is none.

    Windows looks in the current folder first, other systems where ``PATH`` has an empty entry: files from other hands.
    """
    file = f"{name}.exe" if os.name == "nt" else name
    for path in (Path(folder, file) for folder in folders):
        if path.is_absolute() and path.is_file() and os.access(path, os.X_OK):
            return str(path)
    return None
