"""The program that opens a place of a file: by an address, or started with a list of arguments."""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote

from msgspec import Struct

_LINE_OPTIONS = {
    "code": ("--goto", "{file}:{line}:{column}"),
    "code-insiders": ("--goto", "{file}:{line}:{column}"),
    "codium": ("--goto", "{file}:{line}:{column}"),
    "notepad++": ("-n{line}", "-c{column}", "{file}"),
    "subl": ("{file}:{line}:{column}",),
    "gedit": ("{file}", "+{line}:{column}"),
    "kate": ("--line", "{line}", "--column", "{column}", "{file}"),
    "gvim": ("+{line}", "{file}"),
}
"""How programs with windows of their own are told a line, by their names without an ending."""

_BY_ADDRESS, _NONE = "vscode", "none"


class FilePlace(Struct, frozen=True):
    """A place in a file: its shown name, line and column from 1."""

    file: str
    line: int
    column: int


class Editor(Struct, frozen=True):
    """How a place is opened: ``vscode`` by its address, ``none`` not at all, else with a program.

    ``files`` are the paths of all files that can be opened, by the names shown for them.
    """

    name: str
    files: Mapping[str, Path]

    def address(self, place: FilePlace) -> str | None:
        """The address that opens a place."""
        path = self.files.get(place.file)
        if self.name != _BY_ADDRESS or path is None:
            return None
        return f"vscode://file/{quote(path.as_posix().lstrip('/'))}:{place.line}:{place.column}"

    def command(self, place: FilePlace) -> tuple[str, ...] | None:
        """The program and its arguments that open a place; None where no program does."""
        path = self.files.get(place.file)
        if self.name in (_BY_ADDRESS, _NONE) or path is None:
            return None
        arguments = _LINE_OPTIONS.get(Path(self.name).name.lower().removesuffix(".exe"), ("{file}",))
        words = {"file": str(path), "line": place.line, "column": place.column}
        return (self.name, *(argument.format_map(words) for argument in arguments))
