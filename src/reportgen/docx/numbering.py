"""Automatic numbering: every ordinal of the document is counted by Word, none is typed."""

from reportgen.document import Ordinal
from reportgen.docx.measures import indent_xml
from reportgen.docx.styles import run_xml
from reportgen.docx.xml import attribute
from reportgen.style import BlockRole, Looks, RunRole, StyleSheet, ordinal_format

NUMBER_FORMATS = {
    "decimal": "decimal",
    "chinese": "chineseCountingThousand",
    "circled": "decimalEnclosedCircleChinese",
    "roman": "lowerRoman",
}
"""Word's names of our counters, for lists and for page numbers (ISO/IEC 29500-1 17.18.59)."""

_NO_BREAK_SPACE = "\u00a0"


class Numbering:
    """Lists given out as paragraphs ask for them: one definition a look, one list a series, each beginning at 1."""

    def __init__(self, sheet: StyleSheet, looks: Looks) -> None:
        self._sheet = sheet
        self._looks = looks
        self._definitions: dict[tuple[str, BlockRole, bool], int] = {}
        self._lists: dict[tuple[str, int], tuple[int, int]] = {}

    def list_of(self, ordinal: Ordinal, role: BlockRole) -> int:
        """The number of the list a paragraph with this ordinal belongs to.

        A series is one list, whatever the roles of its paragraphs; all bullets of one look share a list.
        """
        key = (ordinal.format, role, ordinal.badge)
        definition = self._definitions.setdefault(key, len(self._definitions) + 1)
        series = (ordinal.series, 0) if ordinal.value else ("", definition)
        if series not in self._lists:
            self._lists[series] = (len(self._lists) + 1, definition)
        return self._lists[series][0]

    def xml(self) -> str:
        """All definitions, then all lists (ISO/IEC 29500-1 17.9.17 wants this order)."""
        definitions = "".join(
            self._definition(number, text, role, badge=badge)
            for (text, role, badge), number in self._definitions.items()
        )
        lists = "".join(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{definition}"/>{_RESTART if series else ""}</w:num>'
            for (series, _), (number, definition) in self._lists.items()
        )
        return definitions + lists

    def _definition(self, number: int, text: str, role: BlockRole, *, badge: bool) -> str:
        look = self._looks.block(role)
        pattern = ordinal_format(text)
        kind, shown = "bullet", text
        if pattern is not None:
            kind, shown = NUMBER_FORMATS[pattern.counter], f"{pattern.before}%1{pattern.after}"
        run_role: RunRole = "badge" if badge else "ordinal"
        if badge:
            shown = f"{_NO_BREAK_SPACE}{shown}{_NO_BREAK_SPACE}"
        suffix = "" if look.hang else '<w:suff w:val="nothing"/>'
        return (
            f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/>'
            f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{suffix}'
            f'<w:lvlText w:val={attribute(shown)}/><w:lvlJc w:val="left"/>'
            f"<w:pPr>{indent_xml(look, look.hang)}</w:pPr>"
            f"<w:rPr>{run_xml((run_role,), self._sheet, self._looks)}</w:rPr></w:lvl></w:abstractNum>"
        )


_RESTART = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
