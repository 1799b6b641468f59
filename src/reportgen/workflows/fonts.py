"""The faces of a style sheet, and the characters of a report that they lack. Never prints."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from reportgen.diagnostics import Findings, Severity
from reportgen.workflows.check import CheckOptions, check_inputs
from reportgen.workflows.inputs import Inputs, read_build_inputs, read_style_inputs
from reportgen.workflows.settings_file import style_of
from reportgen.workspace.files import Workspace

if TYPE_CHECKING:
    from reportgen.fonts import Face, FontBook, FontLibrary
    from reportgen.style import PreparedSheet, StyleSheet
    from reportgen.writers.text_places import Roots


class FontUse(Struct, frozen=True):
    """The faces of a style sheet, of those roles that have one, and the characters of a report that others lend.

    ``lent`` is by role and character, None if no face has it. ``composed`` tells whether a report was looked at.
    """

    sheet: PreparedSheet | None
    book: FontBook | None
    lent: Mapping[tuple[str, str], Face | None]
    composed: bool
    findings: Findings


def fonts_of(workspace: Workspace, year: int | None, style: str | None, font_folders: Sequence[Path]) -> FontUse:
    """The faces of a style sheet, without one of the usual, and, with a year, what its report needs that they lack."""
    if year is None:
        return font_use(read_style_inputs(workspace, style_of(workspace, 0, style), font_folders))
    return font_use(read_build_inputs(workspace, year, style, font_folders))


def font_use(inputs: Inputs) -> FontUse:
    """The same of what was read; gaps of a draft are not errors here."""
    from reportgen.document import fit
    from reportgen.fonts import open_fonts
    from reportgen.fonts.describing import lending
    from reportgen.layout import lay_out
    from reportgen.writers.text_places import missing_characters

    checked, sheet, reading = check_inputs(inputs, CheckOptions(draft=True)), inputs.sheet, inputs.report.reading
    if sheet is None:
        return FontUse(None, None, {}, False, checked.findings)
    library = inputs.fonts.library()
    book, found = open_fonts(sheet.style, library)
    found = (*(each for each in checked.findings if each.severity is Severity.ERROR), *found)
    if book is None:
        without = {str(each.words["name"]) for each in found if each.code == "face-unknown"}
        book = _book_without(sheet.style, without, library)
        return FontUse(sheet, book, {}, False, checked.findings.only(found))
    if checked.document is None or reading is None:
        return FontUse(sheet, book, {}, False, checked.findings.only(found))
    noting = lending(book)
    layout = lay_out(checked.document, fit(sheet, checked.document), noting)
    roots: Roots = {"report": reading.root, "sheet": sheet.nodes.root}
    found += missing_characters(layout.missing, roots)
    return FontUse(sheet, book, noting.lent, True, checked.findings.only(found))


def _book_without(sheet: StyleSheet, roles: set[str], library: FontLibrary) -> FontBook | None:
    """The faces of a style sheet but those of some roles."""
    from reportgen.fonts import open_fonts

    fonts = {role: font for role, font in sheet.fonts.items() if role not in roles}
    return open_fonts(replace(sheet, fonts=fonts), library)[0]
