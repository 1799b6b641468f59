"""The bundled faces, so that a machine without Chinese fonts prints Chinese."""

from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from reportgen.diagnostics import Diagnostic, Place
from reportgen.fonts.font_files import FaceFile, FileOpener, FontContent, folded, read_font_files
from reportgen.fonts.library import FontLibrary


def bundled_library() -> FontLibrary:
    """Noto Serif SC and Noto Sans SC alone; their names are written here, so neither file is read."""
    from pylopdf_fonts_zh_cn import sans_path, serif_path

    return FontLibrary(bundled=(_bundled("Noto Serif SC", serif_path()), _bundled("Noto Sans SC", sans_path())))


def font_library(
    workspace: Iterable[tuple[Path, str]], installed: Iterable[tuple[Path, str]], open_file: FileOpener
) -> FontLibrary:
    """All faces: those of the workspace's files, of installed files, and the bundled ones.

    Files come with the names shown for them. A file of the workspace that is not a font is reported; among
    installed files that is not the user's concern.
    """
    own, damaged = read_font_files(workspace, open_file)
    theirs, _ = read_font_files(installed, open_file)
    found = tuple(Diagnostic("font-file-damaged", Place(file), {"file": file}) for file in damaged)
    return FontLibrary(own, theirs, bundled_library().bundled, found)


def _bundled(name: str, path: str | Path) -> FaceFile:
    path = Path(path)
    names = frozenset((folded(name), f"{folded(name)}-regular"))
    return FaceFile(
        content=FontContent(path, _open),
        shown=path.name,
        name=name,
        postscript=name.replace(" ", ""),
        families=names,
        full_names=names,
        trusted=True,
    )


def _open(path: Path) -> BinaryIO:
    """A file that came with the program."""
    return path.open("rb")
