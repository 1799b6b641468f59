"""The faces that come with the program, so that a machine with nothing installed prints Chinese."""

from pathlib import Path

from reportgen.fonts.book import FontLibrary


def bundled_library() -> FontLibrary:
    """Noto Serif SC and Noto Sans SC, from the files of their package."""
    from pylopdf_fonts_zh_cn import sans_path, serif_path

    return {"Noto Serif SC": Path(serif_path()), "Noto Sans SC": Path(sans_path())}
