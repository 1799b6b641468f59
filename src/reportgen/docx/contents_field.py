"""The list of contents: a real TOC field whose stored result is right when the file is first opened."""

from collections.abc import Mapping

from reportgen.document import Contents, Document, Heading, contents_headings, inline_text
from reportgen.docx.bookmarks import Bookmarks
from reportgen.docx.names import WordStyle, run_style_id
from reportgen.docx.runs import own_weight
from reportgen.docx.xml import FIELD_END, KEEP_NEXT, TAB, attribute, field, field_begin, runs_of
from reportgen.style import CONTENTS_ROLES, BlockLook, HeadingLevel, PreparedSheet, RunRole
from reportgen.text.characters import BOLD_DIGIT_WIDTH, rough_width

_CONTROL_BEGIN = (
    '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
    "</w:sdtPr><w:sdtContent>"
)
_CONTROL_END = "</w:sdtContent></w:sdt>"
"""The control that Word shows a tab above, with which the contents are updated (ISO/IEC 29500-1 17.5.2.13)."""


def contents_xml(
    document: Document, block: Contents, sheet: PreparedSheet, bookmarks: Bookmarks, page_labels: Mapping[str, str]
) -> str:
    """The title and the field with one paragraph an entry (ISO/IEC 29500-1 17.16.5.68)."""
    headings = contents_headings(document, block.levels)
    style = WordStyle("contents-title").identifier
    title = f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs_of(block.title)}</w:p>'
    if not headings:
        return title
    begin = field_begin(f'TOC \\o "1-{block.levels}" \\h \\z \\u')
    entries: list[str] = []
    for number, heading in enumerate(headings):
        before = begin if number == 0 else ""
        after = FIELD_END if number == len(headings) - 1 else ""
        role = CONTENTS_ROLES[heading.level]
        entry = _entry(heading, sheet, bookmarks, page_labels.get(heading.anchor, ""))
        style = WordStyle(role).identifier
        kept = KEEP_NEXT if number in block.paging.rows else ""
        entries.append(f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{kept}</w:pPr>{before}{entry}{after}</w:p>')
    return f"{_CONTROL_BEGIN}{title}{''.join(entries)}{_CONTROL_END}"


def number_runs(level: HeadingLevel, sheet: PreparedSheet) -> tuple[RunRole, ...]:
    """The roles of the page numbers of such entries, where the style sheet has a look for them."""
    contents = sheet.style.contents
    is_after = contents is not None and contents.puts_number_after(level)
    role: RunRole = "contents-page-after" if is_after else "contents-page"
    return (role,) if role in sheet.style.runs else ()


def _entry(heading: Heading, sheet: PreparedSheet, bookmarks: Bookmarks, label: str) -> str:
    """Ordinal, title, leader and page number, all of it a link."""
    name = bookmarks.of_heading(heading)
    role, runs = CONTENTS_ROLES[heading.level], number_runs(heading.level, sheet)
    weight = own_weight(role, runs, sheet.looks)
    page = field(rf"PAGEREF {name} \h", label, run_style_id(runs), bold=weight)
    look = sheet.looks.block(role)
    ordinal = heading.ordinal.text if heading.ordinal else ""
    number = (runs_of(ordinal) + (TAB if _fits(ordinal, look) else "")) if ordinal else ""
    is_aligned = sheet.style.contents is not None and sheet.style.contents.aligned and look.hang > 0
    return (
        f'<w:hyperlink w:anchor={attribute(name)} w:history="1">{number or TAB * is_aligned}'
        f"{runs_of(inline_text(heading.inlines))}{TAB}{page}</w:hyperlink>"
    )


def _fits(ordinal: str, look: BlockLook) -> bool:
    """Whether an ordinal ends before its hanging indent; beyond it a tab would run on to the leader."""
    return rough_width(ordinal, BOLD_DIGIT_WIDTH) * look.size < look.hang
