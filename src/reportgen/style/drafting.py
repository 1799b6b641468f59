"""The style sheet of a draft, and that of what is final."""

from msgspec.structs import replace

from reportgen.style.lengths import Length
from reportgen.style.sheet_types import StyleSheet


def sheet_for(sheet: StyleSheet, draft: int) -> StyleSheet:
    """The sheet that a draft of this number prints under: its type area moved to the binding edge, as far as it can.

    0 stands for what is final, whose pages carry nothing of a draft.
    """
    if not draft or sheet.draft is None:
        return replace(sheet, draft=None)
    page = sheet.page
    left = page.left.points()
    shift = min(sheet.draft.shift.points(line=page.line.points()), left)
    moved = replace(page, left=Length(left - shift, "pt"), right=Length(page.right.points() + shift, "pt"))
    return replace(sheet, page=moved)
