"""A style sheet whose cover is set closer."""

from msgspec.structs import replace

from reportgen.style.lengths import Length
from reportgen.style.looks import Looks
from reportgen.style.roles import ROLES
from reportgen.style.sheet_types import StyleSheet
from reportgen.style.text_styles import TextStyle


def with_cover_share(sheet: StyleSheet, share: float) -> StyleSheet:
    """The sheet with so much of the spaces between the lines of its cover."""
    looks = Looks(sheet)
    text = dict(sheet.text)
    for role, traits in ROLES.items() if share < 1 else ():
        if traits.area == "cover":
            look = looks.block(role)
            before, after = (Length(space * share, "pt") for space in (look.before, look.after))
            text[role] = replace(text.get(role, TextStyle()), before=before, after=after)
    return replace(sheet, text=text)
