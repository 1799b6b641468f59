"""What the user asked for, checked."""

import datetime
import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path

from reportgen.compare.changes import Kind
from reportgen.diagnostics import Diagnostic
from reportgen.workflows.editions import ReportRef
from reportgen.workspace.files import CommandError, Workspace, find_workspace

FONT_PLACES = ("bundled", "system")
"""What ``--fonts`` may say: the workspace's and the program's fonts alone, or those installed as well."""

_MOST_DRAFTS = 99
_YEAR = re.compile(r"[12]\d{3}")
_REVISION = re.compile(r"(?P<revision>.+?)[:：](?:data[/\\])?(?P<year>[12]\d{3})(?:\.yaml)?")


def open_workspace(root: Path | None) -> Workspace:
    """The workspace named with ``--root``, else the one the current folder lies in.

    Raises:
        CommandError: there is none.

    """
    return find_workspace((root or Path.cwd()).resolve(), exact=root is not None)


def parse_years(texts: list[str]) -> list[int]:
    """The years given, each once, in the order given.

    Raises:
        CommandError: one is no year.

    """
    for text in texts:
        if not _YEAR.fullmatch(text):
            raise CommandError(Diagnostic("year-invalid", None, {"text": text}))
    return list(dict.fromkeys(int(text) for text in texts))


def parse_draft(number: int) -> None:
    """Makes sure that a draft has a number people give to drafts; 0 stands for none.

    Raises:
        CommandError: it has not.

    """
    if not 0 <= number <= _MOST_DRAFTS:
        raise CommandError(Diagnostic("draft-invalid", None, {"number": str(number)}))


def parse_report_ref(text: str) -> ReportRef:
    """Which report a text names: ``2025``, ``HEAD~3:2025``, or a file.

    Raises:
        CommandError: it is neither a year nor, with a year after the colon, a revision, nor the name of a file.

    """
    if _YEAR.fullmatch(text):
        return ReportRef(int(text))
    path = Path(text)
    if path.is_file():
        stem = path.stem
        return ReportRef(int(stem) if _YEAR.fullmatch(stem) else None, None, path.resolve())
    match = _REVISION.fullmatch(text)
    if match is None:
        raise CommandError(Diagnostic("report-unnamed", None, {"text": text}))
    return ReportRef(int(match["year"]), match["revision"])


def parse_choice(name: str, known: tuple[str, ...]) -> None:
    """Makes sure that one format is known.

    Raises:
        CommandError: it is not.

    """
    if name not in known:
        raise CommandError(
            Diagnostic("format-unknown", None, {"name": name, "known": " ".join(known)}, ("known-names",))
        )


def parse_names(text: str) -> tuple[str, ...]:
    """The names of a list separated by commas, also Chinese ones."""
    return tuple(name.strip() for name in re.split("[,，、]", text))


def parse_kinds(text: str | None) -> frozenset[Kind]:
    """The kinds of change in a list separated by commas, also Chinese ones; none where there is no list.

    Raises:
        CommandError: one is unknown.

    """
    names = parse_names(text.lower()) if text else ()
    known = [kind.value for kind in Kind]
    for name in names:
        if name not in known:
            words = {"option": "--only", "name": name, "known": " ".join(known)}
            raise CommandError(Diagnostic("value-unknown", None, words, ("known-names",)))
    return frozenset(Kind(name) for name in names)


def parse_date(text: str | None) -> datetime.date | None:
    """A date such as 2026-01-08.

    Raises:
        CommandError: it is none.

    """
    if text is None:
        return None
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise CommandError(Diagnostic("date-invalid", None, {"text": text})) from None


def font_folders(places: str) -> tuple[Path, ...]:
    """Where installed fonts are on this machine where ``--fonts system`` allows them, else none.

    Raises:
        CommandError: the option says neither.

    """
    if places not in FONT_PLACES:
        words = {"option": "--fonts", "name": places, "known": " ".join(FONT_PLACES)}
        raise CommandError(Diagnostic("value-unknown", None, words, ("known-names",)))
    return system_font_folders(sys.platform, os.environ) if places == "system" else ()


def system_font_folders(platform: str, environment: Mapping[str, str]) -> tuple[Path, ...]:
    """The folders a system keeps fonts in, the user's own first; those that it names and that may not be there."""
    if platform == "win32":
        local, windows = environment.get("LOCALAPPDATA"), environment.get("WINDIR", r"C:\Windows")
        return (*((Path(local) / "Microsoft/Windows/Fonts",) if local else ()), Path(windows) / "Fonts")
    home = environment.get("HOME")
    if platform == "darwin":
        own = (Path(home) / "Library/Fonts",) if home else ()
        return (*own, Path("/Library/Fonts"), Path("/System/Library/Fonts"))
    data = environment.get("XDG_DATA_HOME") or (f"{home}/.local/share" if home else "")
    own = (*((Path(data) / "fonts",) if data else ()), *((Path(home) / ".fonts",) if home else ()))
    return (*own, Path("/usr/local/share/fonts"), Path("/usr/share/fonts"))


def parse_formats(text: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """The formats of a list separated by commas, also Chinese ones, once each in the order asked for.

    Raises:
        CommandError: one is unknown.

    """
    names = parse_names(text.lower())
    for name in names:
        parse_choice(name, known)
    return tuple(dict.fromkeys(names))
