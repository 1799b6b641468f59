"""Two Word files of ours as one with tracked changes: accept all and it is the new one, reject all and it is the old.

What Word does not track (contents lists, minutes, properties) is as in the new one, and reported.
"""

from collections.abc import Sequence
from io import BytesIO
from typing import NamedTuple

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from reportgen.document import Document
from reportgen.docx.names import WordStyle
from reportgen.docx.package import package_bytes
from reportgen.docx.pieces import as_text, style_of
from reportgen.docx.redline_drawings import part_drawings, share_drawings
from reportgen.docx.redline_merging import Merging, Untracked
from reportgen.docx.redline_parts import go_on_tracking, keep_references, merge_furniture
from reportgen.docx.redline_spacers import with_spacers
from reportgen.docx.redline_units import NO_ENTRIES, Entries, shown_blocks, units_of
from reportgen.docx.revisions import Reviser, Revision
from reportgen.docx.sharing import properties_of, share_lists, share_styles
from reportgen.style import CONTENTS_ROLES, SIDE_COLUMN_ROLES

_CONTENTS = frozenset(WordStyle(role).identifier for role in CONTENTS_ROLES.values())
_BESIDE = frozenset(WordStyle(role).identifier for role in ("minutes", *SIDE_COLUMN_ROLES))
_OUTLINES = "{urn:schemas-microsoft-com:vml}shape"
_FIXED = (Untracked.CONTENTS, Untracked.BESIDE)


class WordFile(NamedTuple):
    """A file of ours, and the document it shows."""

    data: bytes
    document: Document


class Redlined(NamedTuple):
    """The file with its changes, and what could not be tracked."""

    data: bytes
    untracked: tuple[Untracked, ...]


def write_redline(old: WordFile, new: WordFile, revision: Revision, entries: Entries = NO_ENTRIES) -> Redlined:
    """The new file with the changes that lead to it from the old; both written by this room under one style sheet."""
    before, after = docx.Document(BytesIO(old.data)), docx.Document(BytesIO(new.data))
    found = {Untracked.PROPERTIES} if properties_of(before) != properties_of(after) else set()
    if not share_lists(before, after):
        found.add(Untracked.LISTS)
    if not share_styles(before, after):
        found.add(Untracked.STYLES)
    if _outlines(before) != _outlines(after):
        found.add(Untracked.GROUNDS)
    share_drawings(before, after)
    olds, news = _Body(before), _Body(after)
    found |= {kind for kind in olds.fixed if olds.fixed[kind] != news.fixed[kind]}
    reviser = Reviser(revision, news.before)
    merging = Merging(reviser, entries)
    old_units = units_of(olds.blocks, shown_blocks(old.document, olds.blocks), entries)
    merged = merging.merge(old_units, units_of(news.blocks, shown_blocks(new.document, news.blocks)))
    _replace_body(after, list(with_spacers([*merged, *news.behind], reviser)))
    keep_references(after.element.body)
    part_drawings(after)
    if not merge_furniture(before, after, merging):
        found.add(Untracked.FURNITURE)
    go_on_tracking(after)
    found |= merging.untracked
    if _last_section(before) != _last_section(after):
        found.add(Untracked.SECTIONS)
    return Redlined(package_bytes(after, {}), tuple(each for each in Untracked if each in found))


class _Body:
    """The blocks of a body: those that are tracked, and those that stand as the new file has them."""

    def __init__(self, document: WordDocument) -> None:
        self.blocks: list[BaseOxmlElement] = []
        self.fixed: dict[Untracked, list[str]] = {each: [] for each in _FIXED}
        self.before: dict[BaseOxmlElement, list[BaseOxmlElement]] = {}
        self.behind: list[BaseOxmlElement] = []
        for block in document.element.body:
            if block.tag == qn("w:sectPr"):
                continue
            kind = _fixed(block)
            if kind is None:
                self.blocks.append(block)
                self.before[block], self.behind = self.behind, []
            else:
                self.fixed[kind].append(as_text(block))
                self.behind.append(block)


def _fixed(block: BaseOxmlElement) -> Untracked | None:
    """What a block is that is never tracked: an entry of the contents, what is beside a text.

    LibreOffice 7.4 makes a frame of the last, which parts the changes around it.
    """
    if block.tag == qn("w:tbl"):
        return None
    if style_of(block) in _BESIDE:
        return Untracked.BESIDE
    if block.tag != qn("w:p") or style_of(block) in _CONTENTS:
        return Untracked.CONTENTS
    return None


def _outlines(document: WordDocument) -> list[str]:
    """What is drawn on grounds, such as the year of a cover."""
    return [as_text(each) for each in document.element.body.iter(_OUTLINES)]


def _last_section(document: WordDocument) -> str:
    section = document.element.body.find(qn("w:sectPr"))
    return as_text(section) if section is not None else ""


def _replace_body(document: WordDocument, blocks: Sequence[BaseOxmlElement]) -> None:
    body = document.element.body
    section = body.find(qn("w:sectPr"))
    for child in list(body):
        body.remove(child)
    body.extend(blocks)
    if section is not None:
        body.append(section)
