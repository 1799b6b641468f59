"""The outside world as one value: where reports and style sheets are, and how files are read.

What the disk or the system refuses is raised as a ``CommandError`` that carries its diagnostic.
"""

import os
import re
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct

from reportgen.diagnostics import Diagnostic
from reportgen.source import LARGEST_FILE
from reportgen.workspace.reading import open_regular, read_file, real_path
from reportgen.workspace.refusals import CommandError, reading_refusal, refusal

DATA, STYLES, BUILD, FONTS = "data", "styles", "build", "fonts"
SCHEMA = "report.schema.json"
SETTINGS, LEXICON = "reportgen.yaml", "lexicon.yaml"

_FONT_FILES = frozenset((".ttf", ".ttc", ".otf", ".otc"))
_REPORT_NAME = re.compile(r"([12][0-9]{3})\.yaml")
_STYLE_NAME = re.compile(r"[\w-]+")


class Workspace(Struct, frozen=True):
    """The folder with ``data/``, ``styles/`` and ``build/``; ``builtin_styles`` holds the sheets of the program.

    ``label`` is what paths in it are shown with, where there are several workspaces.
    """

    root: Path
    builtin_styles: Path
    label: str = ""

    def report_path(self, year: int) -> Path:
        """Where the report of a year is."""
        return self.root / DATA / f"{year}.yaml"

    def schema_path(self) -> Path:
        """Where the JSON Schema of report files is that their first line names."""
        return self.root / DATA / SCHEMA

    def kept_path(self, year: int) -> Path:
        """Where the report of a year is as it was before the last absorb."""
        return self.root / DATA / f".{year}.yaml.before-absorb"

    def output_folder(self, year: int) -> Path:
        """Where the outputs of a year go when nothing else is asked."""
        return self.root / BUILD / str(year)

    def shown(self, path: Path) -> str:
        """A path as people are shown it: from the root or its label where it lies under it, with forward slashes."""
        real = real_path(path), real_path(self.root)
        for whole, root in ((path, self.root), real):
            if whole.is_relative_to(root):
                return (self.label / whole.relative_to(root)).as_posix()
        return path.as_posix()

    def years(self) -> tuple[int, ...]:
        """The years that have a report, ascending.

        Raises:
            CommandError: ``file-unreadable``, the folder being what cannot be read.

        """
        return report_years(path.name for path in self._listed(self.root / DATA))

    def has_report(self, year: int) -> bool:
        """Whether there is something by the name of a year's report, be it readable or not."""
        return os.path.lexists(self.report_path(year))

    def report_size(self, year: int) -> int:
        """The bytes of a year's report; 0 where there is none."""
        try:
            return self.report_path(year).stat().st_size
        except OSError:
            return 0

    def reported_years(self) -> tuple[int, ...]:
        """The years that have a report, ascending, one at least.

        Raises:
            CommandError: ``reports-missing``.

        """
        years = self.years()
        if not years:
            hints = ("begin-workspace", "import-report")
            raise CommandError(Diagnostic("reports-missing", None, {"folder": self.root.as_posix()}, hints))
        return years

    def chosen_years(self, named: Iterable[int | range]) -> list[int]:
        """The years that are named, each once, in the order of their names; of a range, those that have a report.

        Raises:
            CommandError: ``years-missing``: no year of a range has one.

        """
        return list(dict.fromkeys(year for name in named for year in self._years_of(name)))

    def _years_of(self, name: int | range) -> Iterable[int]:
        if isinstance(name, int):
            return (name,)
        reported = self.reported_years()
        chosen = [year for year in reported if year in name]
        if not chosen:
            words = {"folder": self.root.as_posix(), "first": str(name[0]), "last": str(name[-1])}
            words["known"] = " ".join(map(str, reported))
            raise CommandError(Diagnostic("years-missing", None, words, ("known-names",)))
        return chosen

    def latest_year(self) -> int:
        """The last year that has a report.

        Raises:
            CommandError: ``reports-missing``.

        """
        return self.reported_years()[-1]

    def style_paths(self) -> Mapping[str, Path]:
        """The style sheets by name; those of the workspace win over the program's own.

        Raises:
            CommandError: ``file-unreadable``, a folder being what cannot be read.

        """
        return {
            path.stem: path
            for folder in (self.builtin_styles, self.root / STYLES)
            for path in self._listed(folder)
            if path.suffix == ".yaml" and _STYLE_NAME.fullmatch(path.stem)
        }

    def has_own_style(self, name: str) -> bool:
        """Whether the style sheet of a name is the workspace's, new or in place of the program's."""
        return self.style_paths()[name].parent == self.root / STYLES

    def font_files(self) -> tuple[tuple[tuple[Path, str], ...], tuple[Diagnostic, ...]]:
        """The font files in ``fonts/`` with the names shown for them, by name, and why others are not read."""
        files: list[tuple[Path, str]] = []
        refused: list[Diagnostic] = []
        try:
            listed = self._listed(self.root / FONTS)
        except CommandError as unlisted:
            return (), (unlisted.diagnostic,)
        for path in listed:
            if not _is_font_name(path.name):
                continue
            shown = self.shown(path)
            try:
                open_regular(path, self.root).close()
                files.append((path, shown))
            except OSError as failure:
                refused.append(reading_refusal(shown, failure))
        return tuple(files), tuple(refused)

    def read_report(self, year: int) -> bytes:
        """The bytes of a year's report.

        Raises:
            CommandError: as ``read_file``.

        """
        path = self.report_path(year)
        known = "" if self.has_report(year) else " ".join(map(str, self.years()))
        return self._read(path, {"known": known}, ("known-names",) if known else ())

    def read_settings(self) -> tuple[str, bytes] | None:
        """The shown name and the bytes of the workspace's settings, None where there are none.

        Raises:
            CommandError: as ``read_file``.

        """
        return self._read_if_there(SETTINGS)

    def read_lexicon(self) -> tuple[str, bytes] | None:
        """The same of the workspace's own words."""
        return self._read_if_there(LEXICON)

    def read_picture(self, path: str, most: int) -> bytes | None:
        """The bytes of a picture by its path from the root; None where it is not there.

        Raises:
            CommandError: as ``read_file``, and ``path-outside`` for one that leads up and out.

        """
        found = self.root / path
        if not os.path.lexists(found):
            return None
        return self._read(found, most=most)

    def read_style(self, name: str) -> tuple[str, bytes]:
        """The shown name and the bytes of a style sheet.

        Raises:
            CommandError: ``style-unknown``, or as ``read_file``.

        """
        paths = self.style_paths()
        if name not in paths:
            words = {"name": name, "known": " ".join(paths)}
            raise CommandError(Diagnostic("style-unknown", None, words, ("known-names",)))
        path = paths[name]
        if path.parent == self.builtin_styles:
            shown = self.shown(path)
            return shown, read_file(path, shown)
        return self.shown(path), self._read(path)

    def _read_if_there(self, name: str) -> tuple[str, bytes] | None:
        path = self.root / name
        return (self.shown(path), self._read(path)) if os.path.lexists(path) else None

    def _read(
        self,
        path: Path,
        words: Mapping[str, str] | None = None,
        hints: tuple[str, ...] = (),
        most: int = LARGEST_FILE,
    ) -> bytes:
        """The bytes of a file that belongs to the workspace, so its links may not lead out."""
        return read_file(path, self.shown(path), words, hints, most=most, inside=self.root)

    def _listed(self, folder: Path) -> tuple[Path, ...]:
        """What is in a folder, by name; nothing where there is no such folder."""
        try:
            return tuple(sorted(folder.iterdir()))
        except (FileNotFoundError, NotADirectoryError):
            return ()
        except OSError as failure:
            raise CommandError(refusal("file-unreadable", self.shown(folder), failure)) from failure


def report_years(names: Iterable[str]) -> tuple[int, ...]:
    """The years whose report some file names are of, ascending."""
    return tuple(sorted(int(match[1]) for match in map(_REPORT_NAME.fullmatch, names) if match))


def file_stamps(paths: Iterable[Path]) -> tuple[tuple[int, ...] | None, ...]:
    """What tells whether some files are as they were: times, size, identity; None for what is not there."""
    return tuple(map(_stamp, paths))


def _stamp(path: Path) -> tuple[int, ...] | None:
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino


def find_workspace(start: Path, *, exact: bool) -> Workspace:
    """The workspace ``start`` lies in: the first folder upwards that has ``data/``; with ``exact`` only itself.

    Raises:
        CommandError: ``workspace-missing``, with ``exact`` ``root-without-data``, or ``file-unreadable``, a folder
            being what cannot be looked into.

    """
    folders = [start] if exact else [start, *start.parents]
    for folder in folders:
        try:
            if stat.S_ISDIR((folder / DATA).stat().st_mode):
                return bare_workspace(folder)
        except (FileNotFoundError, NotADirectoryError):
            pass
        except OSError as failure:
            raise CommandError(refusal("file-unreadable", folder.as_posix(), failure)) from failure
    if exact:
        raise CommandError(_without_data(start))
    raise CommandError(
        Diagnostic("workspace-missing", None, {"folder": start.as_posix()}, ("make-workspace", "begin-workspace"))
    )


def _without_data(folder: Path) -> Diagnostic:
    """Why a folder that was named is no workspace; where it is the data of one, its parent was meant."""
    parent = folder.parent
    is_below = folder.name in (DATA, STYLES, BUILD, FONTS) and (parent / DATA).is_dir()
    hints = ("name-parent",) if is_below else ("name-workspace", "begin-workspace")
    words = {"folder": folder.as_posix(), "parent": parent.as_posix()}
    return Diagnostic("root-without-data", None, words, hints)


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
        if _is_font_name(path.name)
    )
    return tuple((path, path.as_posix()) for path in found)


def _in_order(below: list[str], names: list[str]) -> list[str]:
    """The names of files by name; the folders below are put into order too, since they are walked next."""
    below.sort()
    return sorted(names)


def _is_font_name(name: str) -> bool:
    """Whether a file is a font by its name."""
    return Path(name).suffix.lower() in _FONT_FILES and not name.startswith(".")


def _builtin_styles() -> Path:
    """The program's own style sheets: inside an installed package, or beside ``src/`` in a checkout."""
    package = Path(__file__).parent.parent
    installed = package / STYLES
    return installed if installed.is_dir() else package.parent.parent / STYLES
