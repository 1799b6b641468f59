"""Which language the program speaks. Imports nothing slow: help needs it."""

import os
import sys
from collections.abc import Mapping, Sequence

from reportgen.text.wording import Language

LANGUAGES: tuple[Language, ...] = ("zh", "en")


def run_language() -> Language:
    """The language of this run: the one asked for with ``--lang``, else the system's.

    Read from the bare command line: help and usage errors are printed before options are parsed.
    """
    return asked_language(sys.argv[1:]) or system_language(sys.platform, os.environ)


def asked_language(arguments: Sequence[str]) -> Language | None:
    """The language named with ``--lang`` anywhere on the command line; None without one that is supported."""
    for index, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--lang":
            value = value or "".join(arguments[index + 1 : index + 2])
            found = next((language for language in LANGUAGES if language == value), None)
            if found:
                return found
    return None


def system_language(platform: str, environment: Mapping[str, str]) -> Language:
    """Chinese under a Chinese locale, else English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "LANG"):
        value = environment.get(name, "")
        if value:
            return "zh" if value.lower().startswith("zh") else "en"
    if platform == "win32":
        import locale

        return "zh" if (locale.getlocale()[0] or "").startswith(("zh", "Chinese")) else "en"
    return "en"
