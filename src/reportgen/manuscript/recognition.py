"""A manuscript as a report: which line is which field, by what people see.

Nothing is lost: every line goes into a field, or into the texts that have none, at the end of its unit.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from msgspec.structs import replace

from reportgen.manuscript.end_matter import read_end
from reportgen.manuscript.figure_tables import Row, read_figures
from reportgen.manuscript.front_matter import read_front
from reportgen.manuscript.levels import Entry, levels_of
from reportgen.manuscript.lines import BLANKS, Line, read_lines
from reportgen.manuscript.manuscript_types import Manuscript
from reportgen.manuscript.part_builder import build_parts
from reportgen.manuscript.part_words import part_kind
from reportgen.manuscript.recognised import RecognisedMetric, RecognisedReport, RecognisedTerm, Texts
from reportgen.manuscript.typed_ordinals import read_ordinal

_GLOSSARY = re.compile("名词(?:解释|注释|说明)")
_ANNEX = re.compile(f"附[件表录][{BLANKS}]*[一二三四五六七八九十0-9]*(?:[：:].*)?")
_ADDRESS = re.compile("各位|同志们|委员们|让我们")
_TERM = re.compile("(?P<term>[^：:]{1,30})[：:](?P<meaning>.+)", re.DOTALL)
_GAP = re.compile(f"[{BLANKS}]+")
CELL_GAP = "\u3000"
"""Between the cells of a row that is kept as a text."""


def recognise(manuscript: Manuscript, year: int) -> RecognisedReport:
    """The report of a year that a manuscript holds."""
    read = read_lines(manuscript)
    front = read_front(read.lines)
    end_matter = read_end(read.lines[front.length :])
    main, tail = _split_tail(end_matter.lines)
    figures, main = _without_figures(main, year)
    entries = _from_parts(levels_of(read.body, main))
    first = next((place for place, entry in enumerate(entries) if entry.depth == 0), len(entries))
    end = len(entries) - _closing_length(entries[first:])
    tail_figures, glossary, unplaced = _read_tail(tail, year)
    notes = ("\n".join(each.text for each in note) for note in manuscript.notes)
    terms, others = _terms(notes, known=glossary)
    return RecognisedReport(
        fields=tuple({**dict(end_matter.fields), **dict(front.fields)}.items()),
        front=front.unplaced,
        opening=tuple(entry.text for entry in entries[:first]),
        metrics=(*figures, *tail_figures),
        parts=build_parts(entries[first:end]),
        closing=tuple(entry.text for entry in entries[end:]),
        glossary=(*glossary, *terms),
        end=(*unplaced, *others),
        read=len(read.lines) + read.dropped,
        dropped=read.dropped,
    )


def _from_parts(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Entries with their depths counted from the parts; all are text where no heading names a part."""
    named = (entry.depth for entry in entries if entry.depth is not None and part_kind(entry.words) is not None)
    top = min(named, default=None)
    return tuple(
        replace(entry, depth=None if top is None or entry.depth is None or entry.depth < top else entry.depth - top)
        for entry in entries
    )


def _split_tail(lines: Sequence[Line]) -> tuple[Sequence[Line], Sequence[Line]]:
    """The text, and what follows it: glossary and annexes."""
    for place, line in enumerate(lines):
        if place and (_GLOSSARY.fullmatch(line.words) or _ANNEX.fullmatch(line.text)):
            return lines[:place], lines[place:]
    return lines, ()


def _closing_length(entries: Sequence[Entry]) -> int:
    """How many of the last lines close the report: those from where it addresses its listeners once more."""
    texts = 0
    for entry in reversed(entries):
        if entry.depth is not None or entry.line.paragraph.cell is not None:
            break
        texts += 1
    last = entries[len(entries) - texts :]
    return next((texts - place for place, entry in enumerate(last) if _ADDRESS.match(entry.words)), 0)


def _without_figures(lines: Sequence[Line], year: int) -> tuple[tuple[RecognisedMetric, ...], tuple[Line, ...]]:
    """The metrics of the tables among lines, and the lines, each other row of a table as one."""
    metrics: list[RecognisedMetric] = []
    kept: list[Line] = []
    for table, group in groupby(lines, key=lambda line: line.paragraph.cell and line.paragraph.cell.table):
        members = tuple(group)
        if table is None:
            kept += members
            continue
        rows = _rows(members)
        found, others = read_figures(rows, year)
        metrics += found
        left = others if found else rows
        kept += (replace(members[0], text=CELL_GAP.join(filter(None, row)), ordinal=None, lead=0) for row in left)
    return tuple(metrics), tuple(kept)


def _rows(lines: Sequence[Line]) -> list[Row]:
    """The cells of a table, by rows; empty cells have no line, so columns are counted by their places."""
    cells: dict[int, dict[int, str]] = {}
    for line in lines:
        cell = line.paragraph.cell
        assert cell is not None
        row = cells.setdefault(cell.row, {})
        row[cell.column] = row[cell.column] + "\n" + line.text if cell.column in row else line.text
    width = 1 + max(column for row in cells.values() for column in row)
    return [tuple(row.get(column, "") for column in range(width)) for row in cells.values()]


def _read_tail(
    lines: Sequence[Line], year: int
) -> tuple[tuple[RecognisedMetric, ...], tuple[RecognisedTerm, ...], Texts]:
    """Metrics, terms, and what is neither, of glossary and annexes."""
    figures, without = _without_figures(lines, year)
    typed, rest = _typed_table(without, year)
    terms: list[RecognisedTerm] = []
    unplaced: list[str] = []
    heads: list[str] = []
    in_glossary = False
    for line in rest:
        if _GLOSSARY.fullmatch(line.words):
            in_glossary = True
            heads.append(line.text)
        elif _ANNEX.fullmatch(line.text):
            in_glossary = False
            unplaced.append(line.text)
        else:
            found, others = _terms((line.words,), known=terms) if in_glossary else ((), (line.text,))
            terms += found
            unplaced += others
    return (*figures, *typed), tuple(terms), (*(() if terms else heads), *unplaced)


def _typed_table(lines: Sequence[Line], year: int) -> tuple[tuple[RecognisedMetric, ...], Sequence[Line]]:
    """A table that is typed with gaps between its cells, and the lines that are not in it."""
    for place, line in enumerate(lines):
        head = tuple(_GAP.split(line.text))
        if len(head) < 2 or read_figures((head,), year)[1]:
            continue
        rows = [tuple(_GAP.split(each.text)) for each in lines[place:]]
        found, others = read_figures(rows, year)
        if found:
            left = [each for each, row in zip(lines[place + 1 :], rows[1:], strict=True) if row in others]
            return found, (*lines[:place], *left)
    return (), lines


def _terms(texts: Iterable[str], *, known: Iterable[RecognisedTerm]) -> tuple[tuple[RecognisedTerm, ...], Texts]:
    """The terms among texts, with or without ordinals, and the texts that explain none, or one that is known."""
    terms: list[RecognisedTerm] = []
    others: list[str] = []
    taken = {term.term for term in known}
    for text in texts:
        ordinal = read_ordinal(text)
        match = _TERM.fullmatch(text[ordinal.end :] if ordinal else text)
        term = match["term"].strip(BLANKS) if match else ""
        meaning = match["meaning"].strip(BLANKS) if match else ""
        if term and meaning and term not in taken:
            terms.append(RecognisedTerm(term, meaning))
            taken.add(term)
        else:
            others.append(text)
    return tuple(terms), tuple(others)
