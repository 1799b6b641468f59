"""What the machine says: the workspace around the current folder, and where fonts are installed."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import get_args

from reportgen.cli.command_help import PROGRAM
from reportgen.cli.parsing import parse_choice, parse_years
from reportgen.diagnostics import Diagnostic
from reportgen.workspace.files import Workspace, bare_workspace, find_workspace
from reportgen.workspace.programs import installed_program
from reportgen.workspace.reading import real_path
from reportgen.workspace.refusals import CommandError


def open_workspace(root: Path | None, *, or_bare: bool = False) -> Workspace:
    """The workspace named with ``--root``, else the one the current folder lies in.

    Where that is in none and ``or_bare`` is true, the current folder itself.

    Raises:
        CommandError: ``folder-gone``, or as ``find_workspace``.

    """
    here = _current_folder()
    try:
        return find_workspace(real_path(here / root if root else here), exact=root is not None)
    except CommandError:
        if root or not or_bare:
            raise
        return bare_workspace(here)


def open_years(root: Path | None, years: Sequence[str] | None) -> tuple[Workspace, list[int]]:
    """The workspace as ``open_workspace`` finds it, and the years named, each once; if none is, its latest.

    Raises:
        CommandError: ``year-invalid``, ``years-missing``, ``reports-missing``, or as ``open_workspace``.

    """
    named, workspace = parse_years(years or ()), open_workspace(root)
    return workspace, workspace.chosen_years(named) or [workspace.latest_year()]


def _current_folder() -> Path:
    """The current folder, which libraries ask for too.

    Raises:
        CommandError: ``folder-gone``: it was deleted while the terminal was in it.

    """
    try:
        return Path.cwd()
    except OSError:
        raise CommandError(Diagnostic("folder-gone")) from None


def workspace_to_begin(root: Path | None) -> Workspace:
    """The workspace as ``open_workspace`` finds it; where there is none, the folder in which to begin one."""
    return bare_workspace(real_path(root)) if root else open_workspace(None, or_bare=True)


def folder_named(folder: Path) -> Path:
    """A folder from the command line as a path without links, there or not.

    Raises:
        CommandError: ``folder-gone``.

    """
    return real_path(_current_folder() / folder)


def own_command() -> str:
    """What runs this program in a terminal: its name where that finds it, else its path."""
    if installed_program(PROGRAM, os.get_exec_path()):
        return PROGRAM
    return installed_program(PROGRAM, (str(Path(sys.executable).parent),)) or PROGRAM


def open_file(path: Path) -> bool:
    """Opens a file with the program that the system has for it; false where there is none."""
    if sys.platform == "win32":
        try:
            os.startfile(path)  # noqa: S606 - a file of ours
        except OSError:
            return False
        return True
    opener = installed_program("open" if sys.platform == "darwin" else "xdg-open", os.get_exec_path())
    if opener is None:
        return False
    silent = subprocess.DEVNULL
    subprocess.Popen(  # noqa: S603 - arguments are a list, no shell
        [opener, str(path.absolute())], stdin=silent, stdout=silent, stderr=silent, start_new_session=True
    )
    return True


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def office_program() -> str | None:
    """LibreOffice, if it is installed where programs are looked for."""
    found = (installed_program(name, os.get_exec_path()) for name in ("soffice", "libreoffice"))
    return next(filter(None, found), None)


def font_folders(places: str | None, workspace: Workspace) -> tuple[Path, ...]:
    """Where fonts are installed on this machine where ``--fonts system`` or the workspace allows them, else none.

    Raises:
        CommandError: ``value-unknown``, or the settings cannot be opened.

    """
    from reportgen.rules.settings_types import FontPlaces  # which completion does not need, nor all it brings
    from reportgen.workflows.settings_file import read_settings_file

    if places is None:
        places = read_settings_file(workspace).settings.fonts
    system = parse_choice("--fonts", places, get_args(FontPlaces)) == "system"
    return system_font_folders(sys.platform, os.environ) if system else ()


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
