"""A Word file of our own as the report it prints: its styles say what each paragraph is, its bookmarks name metrics."""

import re
from collections.abc import Iterator, Mapping
from itertools import chain, groupby

from msgspec.structs import replace

from reportgen.manuscript.field_text import escaped
from reportgen.manuscript.manuscript_types import Bookmark, Manuscript, Paragraph
from reportgen.manuscript.note_marks import NOTE_MARK
from reportgen.manuscript.part_words import PartKind, part_kind
from reportgen.manuscript.printed_figure import PRINTED_FIGURE
from reportgen.manuscript.recognised import (
    Folded,
    RecognisedItem,
    RecognisedMetric,
    RecognisedPart,
    RecognisedReport,
    RecognisedSection,
    RecognisedTerm,
)
from reportgen.style import COVER_ROLES, SIGNATURE_ROLES

_BOOKMARK = re.compile(r"指标_(?P<name>.+?)(?:__\d+)?")
_STRONG, _RUN_IN, _CLAIM, _TERM = "strong", "条目标题", "论断文字", "名词"
_FURNITURE = (
    "plan-", "card-", "row-", "table-", "contents-", "annex-", "colophon", "caption", "chart-", "minutes", "cover-logo",
    "side-",
)  # fmt: skip
_FIELDS: dict[str, str] = {
    **{role: field for field, role in (*COVER_ROLES.items(), *SIGNATURE_ROLES.items())},
    "salutation": "salutation",
    "body-title": "title",
}
"""The fields of the report that print in roles of their own."""

_CHANGE_COLUMN = 2
"""Of the table of metrics; its note is after that."""

_TURNS = str.maketrans("", "", "\n\t")


def is_own(manuscript: Manuscript) -> bool:
    """Whether we wrote the file."""
    return manuscript.identifier.startswith("reportgen/")


def own_report(manuscript: Manuscript, roles: Mapping[str, str]) -> RecognisedReport:
    """The report that one of our Word files prints; ``roles`` are those of its styles, by names in lower case.

    Numbers of metrics are references again. What the style does not print is not there.
    """
    reader = _Reader(dict(_metrics(manuscript, roles)))
    dropped = 0
    paragraphs = (*manuscript.paragraphs, *chain(*manuscript.notes))
    for paragraph in paragraphs:
        role = roles.get(paragraph.styles[0] if paragraph.styles else "", "")
        if paragraph.in_contents or not paragraph.text.strip() or role.startswith(_FURNITURE):
            reader.glance(role, paragraph)
            dropped += 1
        else:
            reader.add(role, paragraph)
    furniture = sum(1 for each in manuscript.furniture if each.text.strip())
    return reader.report(len(paragraphs) + furniture, dropped + furniture)


def _metrics(manuscript: Manuscript, roles: Mapping[str, str]) -> Iterator[tuple[str, RecognisedMetric]]:
    """Every metric that is printed, by its name: with the label and note of its card or its row."""
    figures = _Figures()
    for paragraph in manuscript.paragraphs:
        figures.take(paragraph, roles.get(paragraph.styles[0] if paragraph.styles else "", ""))
    for name, printed in (figures.listed | figures.printed).items():
        match = PRINTED_FIGURE.match(printed)
        assert match is not None
        label, unit = figures.labels.get(name, name), printed[match.end() :]
        history = tuple(_history(label, match.group(), manuscript))
        yield name, RecognisedMetric(label, match.group(), unit, figures.notes.get(name, ""), history, name)


def _history(label: str, printed: str, manuscript: Manuscript) -> Iterator[tuple[str, str]]:
    """The numbers of earlier years, from the metric's chart: its name, its years, their numbers."""
    scale = "".join(re.findall("[万亿]", printed))
    for chart in manuscript.charts:
        years, numbers = chart[1 : len(chart) // 2 + 1], chart[len(chart) // 2 + 1 :]
        if chart and chart[0].partition("（")[0] == label and len(years) == len(numbers):
            pairs = [
                (year.removesuffix("年"), number.removesuffix(".0"))
                for year, number in zip(years, numbers, strict=True)
            ]
            yield from ((year, number + scale) for year, number in pairs[:-1] if number)


class _Figures:
    """What cards, tables and texts say of metrics, by their names; a card's label is below its number or above it."""

    def __init__(self) -> None:
        self.listed: dict[str, str] = {}
        self.printed: dict[str, str] = {}
        self.labels: dict[str, str] = {}
        self.notes: dict[str, str] = {}
        self._row: tuple[int, ...] | None = None
        self._first = ""
        self._name = ""

    def take(self, paragraph: Paragraph, role: str) -> None:
        """Takes what a paragraph says; beside the text a number has its unit apart."""
        if role.startswith("side-"):
            return
        cell, text = paragraph.cell, paragraph.text.translate(_TURNS)
        card = (cell.column,) if cell and role.startswith("card-") else ()
        row = (cell.table, cell.row, *card) if cell else None
        if row != self._row:
            self._row, self._first, self._name = row, text, ""
        named = list(_named(paragraph))
        if cell is not None and named and PRINTED_FIGURE.match(text):
            self._name = named[0][0]
            self.listed.setdefault(self._name, text)
            if role.startswith("table-") or (role == "card-figure" and self._first != text):
                self.labels.setdefault(self._name, self._first)
        elif cell is None:
            for name, mark in named:
                if PRINTED_FIGURE.match(printed := paragraph.text[mark.start : mark.end]):
                    self.printed.setdefault(name, printed)
        elif self._name:
            self._take_words(role, text, cell.column)

    def _take_words(self, role: str, text: str, column: int) -> None:
        """Takes the label or the note of the metric of this row or card."""
        if role in ("card-label", "row-label"):
            self.labels.setdefault(self._name, text)
        elif role == "table-cell" and column > _CHANGE_COLUMN and text:
            self.notes[self._name] = text
        elif role in ("card-note", "row-note"):
            self.notes[self._name] = f"{self.notes.get(self._name, '')}{text}"


def _named(paragraph: Paragraph) -> Iterator[tuple[str, Bookmark]]:
    """The metrics that are bookmarked in a paragraph."""
    for bookmark in paragraph.bookmarks:
        if (match := _BOOKMARK.fullmatch(bookmark.name)) is not None:
            yield match["name"], bookmark


class _Unit:
    """A part or a section while it is read."""

    def __init__(self, title: str, kind: PartKind | None = None) -> None:
        self.title = title
        self.kind = kind
        self.lead: list[str] = []
        self.items: list[RecognisedItem] = []
        self.sections: list[_Unit] = []
        self.plan: list[_Unit] = []
        self.closing: list[str] = []

    def last_item(self, **changes: str | tuple[str, ...]) -> None:
        """Changes the item that is read."""
        self.items[-1] = replace(self.items[-1], **changes)


def _without_name(text: str, paragraph: Paragraph) -> str:
    """The text of a field without its name, which a tab parts from it on a cover."""
    name, tab, _ = paragraph.text.partition("\t")
    return text.removeprefix(name) if tab else text


class _Reader:
    """Puts each paragraph where its style says."""

    def __init__(self, metrics: dict[str, RecognisedMetric]) -> None:
        self._metrics = metrics
        self._fields: dict[str, str] = {}
        self._opening: list[str] = []
        self._closing: list[str] = []
        self._glossary: list[RecognisedTerm] = []
        self._parts: list[_Unit] = []
        self._left: list[str] = []
        self._in_text = True

    def add(self, role: str, paragraph: Paragraph) -> None:
        """Places one paragraph."""
        text = self._folded(paragraph)
        unit = self._unit()
        if role in _FIELDS:
            text = Folded(_without_name(text, paragraph))
            self._fields.setdefault(_FIELDS[role], Folded(text.removeprefix("（").removesuffix("）")))
        elif role == "glossary":
            self._term(paragraph)
        elif role in ("band", "heading-1"):
            self._begin(text, paragraph)
        elif unit is None:
            self._opening.append(text)
        elif not self._in_text:
            self._left.append(paragraph.text)
        elif role in ("heading-2", "task") and self._parts[-1].kind != "insights":
            self._parts[-1].sections.append(_Unit(text))
        elif role in ("item", "point", "task-point", "item-title", "heading-2", "heading-3", "statement"):
            unit.items.append(self._item(paragraph, heading=role.startswith(("heading-", "statement"))))
        else:
            self._more(role, unit, text)

    def glance(self, role: str, paragraph: Paragraph) -> None:
        """Takes a line of the tasks at a glance, which may be all that a style prints of them."""
        if role == "plan-title" and self._parts:
            self._parts[-1].plan.append(_Unit(self._folded(paragraph)))
        elif role == "plan-point" and self._parts and self._parts[-1].plan:
            self._parts[-1].plan[-1].items.append(RecognisedItem(self._folded(paragraph)))

    def _more(self, role: str, unit: _Unit, text: str) -> None:
        """A paragraph of what is being read."""
        if role == "closing":
            self._parts[-1].closing.append(text)
        elif role in ("claim", "statement-claim") and unit.items:
            unit.last_item(claim=text)
        elif role in ("text", "task-text", "statement-text", "sentence") and unit.items:
            item = unit.items[-1]
            joins = role == "sentence" and item.text
            unit.last_item(text=(*item.text[:-1], Folded(item.text[-1] + text)) if joins else (*item.text, text))
        else:
            unit.lead.append(text)

    def report(self, read: int, dropped: int) -> RecognisedReport:
        """All of it; a closing of the last part closes the report."""
        if self._parts:
            self._closing, self._parts[-1].closing = self._parts[-1].closing, []
        return RecognisedReport(
            fields=tuple(self._fields.items()),
            opening=tuple(self._opening),
            metrics=tuple(self._metrics.values()),
            parts=tuple(_built(part) for part in self._parts),
            closing=tuple(self._closing),
            glossary=tuple(self._glossary),
            end=tuple(self._left),
            read=read,
            dropped=dropped,
        )

    def _unit(self) -> _Unit | None:
        part = self._parts[-1] if self._parts else None
        return part.sections[-1] if part and part.sections else part

    def _begin(self, text: str, paragraph: Paragraph) -> None:
        """A heading of the first level: a part, or what the style adds, such as the figures."""
        kind = part_kind(paragraph.text)
        taken = {part.kind for part in self._parts}
        self._in_text = kind is not None and kind not in taken
        if self._in_text:
            self._parts.append(_Unit(text, kind))

    def _item(self, paragraph: Paragraph, *, heading: bool) -> RecognisedItem:
        if heading:
            return RecognisedItem(self._folded(paragraph))
        styles = ((_RUN_IN, "title"), (_CLAIM, "claim"))
        fields = {name: self._folded(paragraph, style) for style, name in styles}
        text = self._folded(paragraph, None)
        if not fields["title"] and not fields["claim"]:
            is_point = paragraph.list_level is not None and not paragraph.text.endswith("。")
            return RecognisedItem(text) if is_point else RecognisedItem(text=(text,))
        return RecognisedItem(fields["title"], (text,) if text else (), fields["claim"])

    def _term(self, paragraph: Paragraph) -> None:
        term = "".join(span.text for span in paragraph.spans if span.look.style == _TERM)
        if term:
            meaning = self._folded(paragraph, None)
            self._glossary.append(RecognisedTerm(term.removesuffix("："), meaning))
        elif self._glossary:
            last = self._glossary.pop()
            self._glossary.append(replace(last, meaning=Folded(f"{last.meaning}\n\n{self._folded(paragraph)}")))

    def _folded(self, paragraph: Paragraph, style: str | None = "") -> Folded:
        """The text of a paragraph, or of its runs of one style: references, emphasis, nothing that the style adds.

        ``style`` None: of the runs that have neither the style of a title nor of a claim nor of a term.
        """
        names = {place: name for name, mark in _named(paragraph) for place in range(mark.start, mark.end)}
        pieces: list[str] = []
        position = 0
        for look, spans in groupby(paragraph.spans, key=lambda span: span.look):
            said = "".join(span.text for span in spans)
            own = look.style
            matches = style == "" or (own == style if style else own not in (_RUN_IN, _CLAIM, _TERM))
            if matches and NOTE_MARK not in own:
                text = self._references(said, position, names)
                pieces.append(f"**{text}**" if own == _STRONG else text)
            position += len(said)
        return Folded("".join(pieces).translate(_TURNS).strip("\u3000 "))

    def _references(self, text: str, position: int, names: Mapping[int, str]) -> str:
        """A run with the numbers of metrics as references."""
        pieces: list[str] = []
        for name, group in groupby(range(len(text)), key=lambda place: names.get(position + place, "")):
            places = list(group)
            printed = text[places[0] : places[-1] + 1]
            metric = self._metrics.get(name)
            if metric is not None and printed == metric.value + metric.unit:
                pieces.append(f"【{name}】")
            elif metric is not None and printed == metric.value:
                pieces.append(f"【{name}：数值】")
            else:
                pieces.append(escaped(printed))
        return "".join(pieces)


def _built(part: _Unit) -> RecognisedPart:
    assert part.kind is not None
    sections = tuple(
        RecognisedSection(each.title, tuple(each.lead), tuple(each.items)) for each in part.sections or part.plan
    )
    return RecognisedPart(
        part.kind, part.title, tuple(part.lead), tuple(part.items), sections, closing=tuple(part.closing)
    )
