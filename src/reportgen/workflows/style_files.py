"""The files behind the look of a report, read: the style sheet with those it extends, its logo, the fonts there are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from reportgen.diagnostics import Diagnostic, Findings
from reportgen.memory import NOTHING_KEPT, Memory
from reportgen.source import Source, decode
from reportgen.workspace.files import Workspace, file_stamps, installed_font_files
from reportgen.workspace.reading import open_regular
from reportgen.workspace.refusals import CommandError

if TYPE_CHECKING:  # `check` of a sound report needs none of these
    from reportgen.fonts import FontLibrary
    from reportgen.pictures import Picture
    from reportgen.style import PreparedSheet


class StyleFiles(Struct, frozen=True):
    """A style sheet by its name; ``sheet`` is None if it has errors.

    ``file`` is its display name, empty if there is no such file. ``texts`` are its text and those of the sheets it
    extends, by the names a ``Stamp`` gives them.
    """

    name: str
    file: str
    sheet: PreparedSheet | None
    texts: Mapping[str, str]
    findings: Findings


class LogoFile(Struct, frozen=True):
    """The picture that a style sheet names for the cover, and its bytes; None if it names none or has errors."""

    picture: Picture | None = None
    content: bytes | None = None
    diagnostics: tuple[Diagnostic, ...] = ()


class FontFiles(Struct, frozen=True):
    """The font files of the workspace and those installed, with their display names; listed, not yet opened."""

    own: tuple[tuple[Path, str], ...] = ()
    installed: tuple[tuple[Path, str], ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    def library(self, memory: Memory = NOTHING_KEPT) -> FontLibrary:
        """The faces of these files and the program's own; the ``memory`` keeps them while the files are as they are."""
        from reportgen.fonts import font_library

        stamps = file_stamps(path for path, _ in (*self.own, *self.installed))
        files = memory.part("font files", self.own, self.installed, stamps)
        return files.recall("library", lambda: font_library(self.own, self.installed, open_regular))


def recall_style_files(workspace: Workspace, name: str, memory: Memory) -> StyleFiles:
    """A style sheet as ``read_style_files`` gives it; the ``memory`` keeps it while no sheet says anything else.

    Raises:
        CommandError: ``file-unreadable``, a folder being what cannot be read.

    """
    if memory is NOTHING_KEPT:  # what the other sheets say matters to nothing else
        return read_style_files(workspace, name)
    contents: dict[str, bytes | None] = {}
    for each in workspace.style_paths():
        try:
            contents[each] = workspace.read_style(each)[1]
        except CommandError:
            contents[each] = None  # which is reported if the sheet is asked for
    return memory.part("style sheets", contents).recall(name, lambda: read_style_files(workspace, name))


def read_style_files(workspace: Workspace, name: str, then: Mapping[str, Source] | None = None) -> StyleFiles:
    """Reads a style sheet of the workspace or of the program; ``then`` has sheets as they were, by their names."""
    from reportgen.style import read_style

    sources: dict[str, Source] = {}

    def load(requested: str) -> tuple[Source | None, tuple[Diagnostic, ...]]:
        if then is not None and requested in then:
            sources[requested] = then[requested]
            return then[requested], ()
        try:
            shown, content = workspace.read_style(requested)
        except CommandError as missing:
            return None, (missing.diagnostic,)
        source, found = decode(shown, content)
        if source is not None:
            sources[requested] = source
        return source, found

    sheet, found = read_style(name, load)
    texts = {f"style:{each}": source.text for each, source in sources.items()}
    lines: dict[str, Sequence[str]] = {source.file: source.lines for source in sources.values()}
    file = sources[name].file if name in sources else ""
    return StyleFiles(name, file, sheet, texts, Findings(found, lines))


def read_logo(workspace: Workspace, sheet: PreparedSheet, memory: Memory = NOTHING_KEPT) -> LogoFile:
    """Reads the picture of a style sheet's logo; the ``memory`` keeps what was drawn."""
    logo = sheet.style.logo
    if logo is None:
        return LogoFile()
    from reportgen.pictures import LARGEST_PICTURE, read_picture

    file = logo.file
    try:
        content = workspace.read_picture(file.path, LARGEST_PICTURE)
    except CommandError as refused:
        place = refused.diagnostic.place or file.place
        return LogoFile(diagnostics=(replace(refused.diagnostic, place=place),))
    if content is None:
        return LogoFile(diagnostics=(Diagnostic("picture-missing", file.place, {"file": file.path}),))
    look = sheet.looks.block("cover-logo")
    height = logo.height.points(look.size, look.line)
    drawn = memory.recall(("logo", content, file.path, height), lambda: read_picture(content, file.path, height))
    picture, found = drawn
    return LogoFile(picture, content if picture else None, found)


def list_font_files(workspace: Workspace, font_folders: Iterable[Path]) -> FontFiles:
    """Lists the font files of the workspace and, in the folders given, those installed."""
    own, refused = workspace.font_files()
    return FontFiles(own, installed_font_files(font_folders), refused)
