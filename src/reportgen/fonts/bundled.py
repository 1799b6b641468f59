"""The bundled faces, so that a machine without Chinese fonts prints Chinese."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import BinaryIO

from reportgen.diagnostics import Diagnostic, Place
from reportgen.fonts.font_files import REGULAR, FaceFile, FileOpener, MappedContent, folded, read_font_files
from reportgen.fonts.library import FontLibrary

_FACES = Path(__file__).parent / "faces"
"""What ``tools/cut_faces.py`` cuts."""

_BOLD = 700


@cache
def bundled_library() -> FontLibrary:
    """Noto Serif SC and Noto Sans SC, regular and bold; their names are written here, so no file is read.

    One for the whole process, so that each file is read at most once. The bold faces have the characters
    of the 通用规范汉字表 and of GB 2312; others are printed in regular.
    """
    families = (("Noto Serif SC", "NotoSerifSC"), ("Noto Sans SC", "NotoSansSC"))
    weights = (("Regular", REGULAR), ("Bold", _BOLD))
    return FontLibrary(bundled=tuple(_bundled(*family, *weight) for weight in weights for family in families))


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


def _bundled(name: str, file: str, style: str, weight: int) -> FaceFile:
    family = folded(name)
    full_names = frozenset(f"{family}{joint}{style.lower()}" for joint in ("", "-"))
    return FaceFile(
        content=MappedContent(_FACES / f"{file}-{style}.otf", _open),
        shown=f"{file}-{style}.otf",
        name=name if weight == REGULAR else f"{name} {style}",
        postscript=file if weight == REGULAR else f"{file}-{style}",
        families=full_names | {family},
        full_names=full_names | {family} if weight == REGULAR else full_names,
        weight=weight,
        trusted=True,
    )


def _open(path: Path) -> BinaryIO:
    """A file that came with the program."""
    return path.open("rb")
