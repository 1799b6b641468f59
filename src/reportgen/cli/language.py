"""Which language the program speaks. Imports nothing slow: help texts need it."""

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportgen.diagnostics import Language


def language_of(arguments: list[str]) -> "Language":
    """The language asked for with ``--lang``, else the system's: Chinese under a Chinese locale, else English.

    Read from the bare command line, since help texts are made before options are parsed.
    """
    for index, argument in enumerate(arguments):
        value = argument.removeprefix("--lang=") if argument.startswith("--lang=") else ""
        if argument == "--lang" and index + 1 < len(arguments):
            value = arguments[index + 1]
        if value in ("zh", "en"):
            return "zh" if value == "zh" else "en"
    for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "LANG"):
        value = os.environ.get(name, "")
        if value:
            return "zh" if value.lower().startswith("zh") else "en"
    if sys.platform == "win32":
        import locale

        name = locale.getlocale()[0] or ""
        return "zh" if name.startswith(("zh", "Chinese")) else "en"
    return "en"
