"""Two Word files of ours as one with tracked changes: accept all and it is the new one, reject all and it is the old.

What Word does not track (contents lists, headers and footers, charts, properties) is as in the new one, and told of.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from io import BytesIO
from typing import NamedTuple

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from reportgen.docx.package import package_bytes
from reportgen.docx.pairing import Pair, Traits, pair
from reportgen.docx.revisions import Reviser, Revision, as_text, content_of
from reportgen.docx.sharing import different_parts, share_lists, share_styles


class Untracked(StrEnum):
    """What two files differ in that tracked changes cannot say."""

    CONTENTS = "contents"
    FURNITURE = "furniture"
    CHARTS = "charts"
    SECTIONS = "sections"
    STYLES = "styles"
    LISTS = "lists"
    PROPERTIES = "properties"


class Redlined(NamedTuple):
    """The file with its changes, and what could not be tracked."""

    data: bytes
    untracked: tuple[Untracked, ...]


def write_redline(old: bytes, new: bytes, revision: Revision) -> Redlined:
    """The new file with the changes that lead to it from the old; both written by this room under one style sheet."""
    before, after = docx.Document(BytesIO(old)), docx.Document(BytesIO(new))
    found = {Untracked(name) for name in different_parts(before, after)}
    if not share_styles(before, after):
        found.add(Untracked.STYLES)
    if not share_lists(before, after):
        found.add(Untracked.LISTS)
    merging = _Merging(Reviser(revision))
    merged = merging.merge(_blocks(before), _blocks(after))
    _replace_body(after, merged)
    found |= merging.untracked
    if _last_section(before) != _last_section(after):
        found.add(Untracked.SECTIONS)
    return Redlined(package_bytes(after), tuple(each for each in Untracked if each in found))


def _blocks(document: WordDocument) -> list[BaseOxmlElement]:
    """The paragraphs and tables of the body."""
    return [child for child in document.element.body if child.tag != qn("w:sectPr")]


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


class _Merging:
    """Merges two rows of blocks; remembers what it could not track."""

    def __init__(self, reviser: Reviser) -> None:
        self._reviser = reviser
        self.untracked: set[Untracked] = set()

    def merge(self, old: Sequence[BaseOxmlElement], new: Sequence[BaseOxmlElement]) -> list[BaseOxmlElement]:
        """The blocks of the new file with what went between them."""
        self._report_untracked(old, new)
        olds = [block for block in old if _fixed(block) is None]
        news = [block for block in new if _fixed(block) is None]
        places = {id(block): index for index, block in enumerate(new)}
        merged: list[BaseOxmlElement] = []
        starts: list[int] = []
        done = 0
        pairs = list(pair(olds, news, _canon, _traits))
        _join_ends(pairs)
        for before, after in pairs:
            if after is not None:
                merged += new[done : places[id(after)]]  # what is not tracked stands where the new file has it
                done = places[id(after)] + 1
            starts.append(len(merged))
            merged += self._block(before, after)
        if done == len(new):
            self._end(merged, starts, pairs)
        return merged + list(new[done:])

    def _end(self, merged: Sequence[BaseOxmlElement], starts: Sequence[int], pairs: Sequence[Pair]) -> None:
        """Where the last paragraphs came or went, the mark before them does so instead of the last.

        ``starts`` are the places in ``merged`` of what became of the pairs.
        """
        tail = _tail(pairs)
        first = starts[tail] if tail < len(pairs) else len(merged)
        if 0 < first < len(merged) and merged[-1].tag == merged[first - 1].tag == qn("w:p"):
            previous = merged[first - 1]
            before = pairs[tail - 1][0] if tail and starts[tail - 1] == first - 1 else None
            old = previous if before is None else before
            self._reviser.end_with(previous, merged[-1], "ins" if pairs[-1][0] is None else "del", old)

    def _report_untracked(self, old: Sequence[BaseOxmlElement], new: Sequence[BaseOxmlElement]) -> None:
        for kind in (Untracked.CONTENTS, Untracked.CHARTS):
            sides = [[as_text(block) for block in blocks if _fixed(block) is kind] for blocks in (old, new)]
            if sides[0] != sides[1]:
                self.untracked.add(kind)

    def _block(self, old: BaseOxmlElement | None, new: BaseOxmlElement | None) -> Iterator[BaseOxmlElement]:
        if old is None and new is not None:
            yield from self._whole(new, "ins")
        elif new is None and old is not None:
            if old.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None:
                self.untracked.add(Untracked.SECTIONS)
                return
            yield from self._whole(old, "del")
        elif old is not None and new is not None:
            if _canon(old) == _canon(new):
                yield new
            elif new.tag == qn("w:tbl"):
                yield self._table(old, new)
            else:
                yield self._reviser.changed(old, new)

    def _whole(self, block: BaseOxmlElement, name: str) -> Iterator[BaseOxmlElement]:
        if block.tag == qn("w:p"):
            yield self._reviser.whole(block, name)
            return
        for row in block.findall(qn("w:tr")):
            block.replace(row, self._reviser.row(row, name))
        yield block

    def _table(self, old: BaseOxmlElement, new: BaseOxmlElement) -> BaseOxmlElement:
        """A table row by row; those that went stand between those that are."""
        rows = new.findall(qn("w:tr"))
        above = rows[0].getprevious()
        made: list[BaseOxmlElement] = []
        for before, after in pair(old.findall(qn("w:tr")), rows, _canon, _traits_of_row):
            if before is None and after is not None:
                made.append(self._reviser.row(after, "ins"))
            elif after is None and before is not None:
                made.append(self._reviser.row(before, "del"))
            elif before is not None and after is not None:
                made.append(self._row(before, after))
        for row in rows:
            new.remove(row)
        for row in reversed(made):
            above.addnext(row)
        return new

    def _row(self, old: BaseOxmlElement, new: BaseOxmlElement) -> BaseOxmlElement:
        for before, after in zip(_paragraphs(old), _paragraphs(new), strict=True):
            if _canon(before) != _canon(after):
                after.getparent().replace(after, self._reviser.changed(before, after))
        return new


def _join_ends(pairs: list[Pair]) -> None:
    """Makes one changed paragraph of the last that went and the last that came, where both end the file."""
    tail = _tail(pairs)
    gone = [before for before, _ in pairs[tail:] if before is not None]
    came = [after for _, after in pairs[tail:] if after is not None]
    if gone and came and gone[-1].tag == came[-1].tag == qn("w:p"):
        pairs[tail:] = [*((each, None) for each in gone[:-1]), *((None, each) for each in came[:-1])]
        pairs.append((gone[-1], came[-1]))


def _tail(pairs: Sequence[Pair]) -> int:
    """Where the last pairs begin that are none: everything from there on came or went."""
    tail = len(pairs)
    while tail and None in pairs[tail - 1]:
        tail -= 1
    return tail


def _fixed(block: BaseOxmlElement) -> Untracked | None:
    """What a block is that is never tracked: an entry of the contents, or a chart."""
    if block.tag == qn("w:sdt"):
        return Untracked.CONTENTS
    if block.tag != qn("w:p") or content_of(block) is not None:
        return None
    return Untracked.CHARTS if next(block.iter(qn("w:drawing")), None) is not None else Untracked.CONTENTS


def _canon(block: BaseOxmlElement) -> str:
    """A block as a text that is the same for what prints the same, wherever its runs are cut and bookmarks lie."""
    if block.tag == qn("w:p"):
        content = content_of(block)
        properties = block.find(qn("w:pPr"))
        head = as_text(properties) if properties is not None else ""
        return "\n".join((head, *(content.pieces if content else (as_text(block),))))
    return "\n".join(
        _canon(child) if child.tag in (qn("w:p"), qn("w:tr"), qn("w:tc"), qn("w:tbl")) else as_text(child)
        for child in block
    )


def _traits(block: BaseOxmlElement) -> Traits:
    """A table is one with any of the same columns, the end of a section with any other, a paragraph by its style."""
    if block.tag == qn("w:tbl"):
        return Traits((block.tag, as_text(block.find(qn("w:tblGrid")))), "")
    if block.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None:
        return Traits((block.tag, "section"), "")
    return Traits((block.tag, "paragraph", _style(block)), _text(block))


def _traits_of_row(row: BaseOxmlElement) -> Traits:
    """Rows are alike as their first cells are, which name what the row is about."""
    return Traits(_shape(row), _text(row.find(qn("w:tc"))))


def _shape(row: BaseOxmlElement) -> tuple[tuple[str, ...], ...]:
    """The styles of the paragraphs of every cell."""
    return tuple(tuple(_style(each) for each in cell.findall(qn("w:p"))) for cell in row.findall(qn("w:tc")))


def _paragraphs(row: BaseOxmlElement) -> list[BaseOxmlElement]:
    return [each for cell in row.findall(qn("w:tc")) for each in cell.findall(qn("w:p"))]


def _text(block: BaseOxmlElement) -> str:
    return "".join(block.itertext(qn("w:t")))


def _style(paragraph: BaseOxmlElement) -> str:
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return str(style.get(qn("w:val"))) if style is not None else ""
