"""The outside world as one value: where reports and style sheets are, and how files are read.

What the disk or the system refuses is raised as a ``CommandError`` that carries its diagnostic.
"""

import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct

from reportgen.diagnostics import Diagnostic, Place
from reportgen.source import LARGEST_FILE
from reportgen.workspace.refusals import CommandError, refusal

DATA, STYLES, BUILD, FONTS = "data", "styles", "build", "fonts"
SETTINGS = "reportgen.yaml"

_FONT_FILES = frozenset((".ttf", ".ttc", ".otf", ".otc"))
_STYLE_NAME = re.compile(r"[\w-]+")


class Workspace(Struct, frozen=True):
    """The folder with ``data/``, ``styles/`` and ``build/``; ``builtin_styles`` holds the sheets of the program."""

    root: Path
    builtin_styles: Path

    def report_path(self, year: int) -> Path:
        """Where the report of a year is."""
        return self.root / DATA / f"{year}.yaml"

    def output_folder(self, year: int) -> Path:
        """Where the outputs of a year go when nothing else is asked."""
        return self.root / BUILD / str(year)

    def shown(self, path: Path) -> str:
        """A path as people are shown it: from the root where it lies under it, with forward slashes."""
        try:
            return path.resolve().relative_to(self.root.resolve()).as_posix()
        except ValueError:
            return path.as_posix()

    def years(self) -> tuple[int, ...]:
        """The years that have a report, ascending."""
        return report_years(path.name for path in (self.root / DATA).glob("*.yaml"))

    def reported_years(self) -> tuple[int, ...]:
        """The years that have a report, ascending, one at least.

        Raises:
            CommandError: ``reports-missing``.

        """
        years = self.years()
        if not years:
            raise CommandError(Diagnostic("reports-missing", None, {"folder": self.root.as_posix()}))
        return years

    def style_paths(self) -> Mapping[str, Path]:
        """The style sheets by name; those of the workspace win over the program's own."""
        return {
            path.stem: path
            for folder in (self.builtin_styles, self.root / STYLES)
            for path in sorted(folder.glob("*.yaml"))
            if _STYLE_NAME.fullmatch(path.stem)
        }

    def has_own_style(self, name: str) -> bool:
        """Whether the style sheet of a name is the workspace's, new or in place of the program's."""
        return self.style_paths()[name].parent == self.root / STYLES

    def font_files(self) -> tuple[tuple[Path, str], ...]:
        """The font files in ``fonts/`` with the names shown for them, by name; none where there is no such folder.

        Raises:
            CommandError: ``file-unreadable``, the folder being what cannot be read.

        """
        folder = self.root / FONTS
        if not folder.is_dir():
            return ()
        try:
            return tuple((path, self.shown(path)) for path in sorted(folder.iterdir()) if _is_font_file(path))
        except OSError as failure:
            raise CommandError(refusal("file-unreadable", FONTS, failure)) from failure

    def read_report(self, year: int) -> bytes:
        """The bytes of a year's report.

        Raises:
            CommandError: ``file-missing``, ``file-is-folder`` or ``file-unreadable``.

        """
        path = self.report_path(year)
        known = " ".join(str(known) for known in self.years())
        return read_file(path, self.shown(path), {"known": known}, ("known-names",) if known else ())

    def read_settings(self) -> tuple[str, bytes] | None:
        """The shown name and the bytes of the workspace's settings, None where there are none.

        Raises:
            CommandError: ``file-is-folder`` or ``file-unreadable``.

        """
        path = self.root / SETTINGS
        return (SETTINGS, read_file(path, SETTINGS, {}, ())) if path.exists() else None

    def read_inside(self, path: str, most: int) -> bytes | None:
        """The bytes of a file by its path from the root, one byte past ``most`` at most; None where it is not there.

        Raises:
            CommandError: ``path-outside``, also where a link leads out, ``file-is-folder`` or ``file-unreadable``.

        """
        found = self.root / path
        try:
            is_inside = found.resolve().is_relative_to(self.root.resolve())
        except (OSError, RuntimeError, ValueError):  # links in a circle, names no disk takes
            return None
        if not is_inside:
            raise CommandError(Diagnostic("path-outside", None, {"text": path}))
        if found.is_dir() or found.is_file():
            return read_file(found, path, {}, (), most)
        return None

    def read_style(self, name: str) -> tuple[str, bytes]:
        """The shown name and the bytes of a style sheet.

        Raises:
            CommandError: ``style-unknown`` or what reading a file may meet.

        """
        paths = self.style_paths()
        if name not in paths:
            words = {"name": name, "known": " ".join(paths)}
            raise CommandError(Diagnostic("style-unknown", None, words, ("known-names",)))
        shown = self.shown(paths[name])
        return shown, read_file(paths[name], shown, {}, ())


def report_years(names: Iterable[str]) -> tuple[int, ...]:
    """The years whose report some file names are of, ascending."""
    found = (re.fullmatch(r"(\d{4})\.yaml", name) for name in names)
    return tuple(sorted(int(match[1]) for match in found if match))


def find_workspace(start: Path, *, exact: bool) -> Workspace:
    """The workspace ``start`` lies in: the first folder upwards that has ``data/``; with ``exact`` only itself.

    Raises:
        CommandError: ``workspace-missing``.

    """
    folders = [start] if exact else [start, *start.parents]
    for folder in folders:
        if (folder / DATA).is_dir():
            return bare_workspace(folder)
    raise CommandError(Diagnostic("workspace-missing", None, {"folder": start.as_posix()}, ("make-workspace",)))


def bare_workspace(folder: Path) -> Workspace:
    """A folder without reports of its own, enough for files that are named."""
    return Workspace(folder, _builtin_styles())


def installed_font_files(folders: Iterable[Path]) -> tuple[tuple[Path, str], ...]:
    """The font files in some folders and those below them, folder by folder, with the names shown for them."""
    found = (
        path
        for folder in folders
        for inside, below, names in os.walk(folder, onerror=None)
        for path in map(Path(inside).joinpath, _in_order(below, names))
        if _is_font_file(path)
    )
    return tuple((path, path.as_posix()) for path in found)


def _in_order(below: list[str], names: list[str]) -> list[str]:
    """The names of files by name; the folders below are put into order too, since they are walked next."""
    below.sort()
    return sorted(names)


def _is_font_file(path: Path) -> bool:
    if path.suffix.lower() not in _FONT_FILES or path.name.startswith("."):
        return False
    try:
        return path.is_file()
    except OSError:  # a folder that may be listed but not looked into
        return False


def _builtin_styles() -> Path:
    """The program's own style sheets: inside an installed package, or beside ``src/`` in a checkout."""
    package = Path(__file__).parent.parent
    installed = package / STYLES
    return installed if installed.is_dir() else package.parent.parent / STYLES


def read_file(
    path: Path, shown: str, words: Mapping[str, str], hints: tuple[str, ...], most: int = LARGEST_FILE
) -> bytes:
    """The bytes of a file, one byte past ``most`` at most; words and hints are for when it is missing.

    Raises:
        CommandError: ``file-missing``, ``file-is-folder`` or ``file-unreadable``.

    """
    if path.is_dir():
        raise CommandError(Diagnostic("file-is-folder", Place(shown), {"file": shown}))
    try:
        with path.open("rb") as file:
            return file.read(most + 1)
    except FileNotFoundError:
        raise CommandError(Diagnostic("file-missing", Place(shown), {"file": shown, **words}, hints)) from None
    except OSError as failure:
        raise CommandError(refusal("file-unreadable", shown, failure)) from failure
