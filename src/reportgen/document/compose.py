"""Report + StyleSheet → Document."""

import datetime
from collections.abc import Iterator

from msgspec import Struct

from reportgen.characters import printable
from reportgen.diagnostics import FieldPath
from reportgen.document.cards import metric_cards
from reportgen.document.inlines import compose_inlines, compose_line
from reportgen.document.items import compose_item
from reportgen.document.model import (
    Block,
    Chart,
    Contents,
    Cover,
    Document,
    Heading,
    Inlines,
    Logo,
    Metadata,
    Paragraph,
    Run,
    Table,
    inline_text,
)
from reportgen.document.numbering import Numbering
from reportgen.document.terms import TermMarks
from reportgen.report import Aspect, Figures, Item, Part, Report, group_digits
from reportgen.style import BlockRole, StyleSheet

_CHANGE, _NOTE = "change", "note"


class Composition(Struct, frozen=True):
    """A document, and what was noticed in composing it."""

    document: Document
    unnumbered_terms: tuple[int, ...]
    """Indexes of glossary entries that running text never uses."""


def compose(figures: Figures, sheet: StyleSheet) -> Composition:
    """Composes a report, its figures resolved, under a style sheet."""
    composer = _Composer(figures, sheet)
    blocks = tuple(composer.blocks())
    used = set(composer.terms.numbered)
    terms = figures.report.glossary if sheet.glossary else ()
    unnumbered = tuple(index for index, term in enumerate(terms) if term.term not in used)
    return Composition(Document(composer.metadata(), blocks, _kept(figures.report, sheet)), unnumbered)


def _kept(report: Report, sheet: StyleSheet) -> tuple[str, ...]:
    """The names and terms that no line may part, once each, in the order of the report and the style sheet."""
    labels = (printable(metric.label) for metric in report.metrics.values())
    terms = (printable(term.term) for term in report.glossary)
    return tuple(dict.fromkeys((*labels, *terms, *sheet.keep)))


class _Composer:
    """Walks one report in print order."""

    def __init__(self, figures: Figures, sheet: StyleSheet) -> None:
        self._figures = figures
        self._report = figures.report
        self._sheet = sheet
        self._numbering = Numbering()
        self._anchors = 0
        mark = sheet.glossary.mark if sheet.glossary else ""
        self.terms = TermMarks(self._report.glossary if sheet.glossary else (), mark)

    def blocks(self) -> Iterator[Block]:
        """Every block in print order."""
        report, sheet = self._report, self._sheet
        cover = tuple(self._cover_lines())
        if cover:
            yield Cover(cover)
        if sheet.contents:
            yield Contents(sheet.contents.title, sheet.contents.levels)
        yield from self._paragraphs(report.salutation, "salutation", ("salutation",))
        yield from self._paragraphs(report.opening, "body", ("opening",))
        if sheet.cards and report.metrics:
            yield self._top_heading(sheet.cards.title, ("metrics",), sheet.cards.ordinal)
            yield from metric_cards(self._figures, sheet.cards.columns)
        for name, part in report.parts:
            yield from self._part(name, part)
        yield from self._paragraphs(report.closing, "closing", ("closing",))
        if sheet.metrics and report.metrics:
            yield self._top_heading(sheet.metrics.title, ("metrics",), sheet.metrics.ordinal)
            yield self._metrics_table()
            yield from self._charts()
        if sheet.glossary and report.glossary:
            yield self._top_heading(sheet.glossary.title, ("glossary",), sheet.glossary.ordinal)
            yield from self._glossary()

    def metadata(self) -> Metadata:
        """What the files say of themselves."""
        report = self._report
        title = inline_text(self._line(report.title))
        subject = "，".join(inline_text(self._line(part.title)) for _, part in report.parts)
        keywords = tuple(metric.label for metric in report.metrics.values())
        author = inline_text(self._line(report.organization or ""))
        return Metadata(title, author, subject, keywords, report.dated, "zh-CN")

    def _cover_lines(self) -> Iterator[Paragraph | Logo]:
        for line in self._sheet.cover:
            if line.field == "logo":
                yield from self._logo()
                continue
            value = getattr(self._report, line.field)
            if value is None:
                continue
            roles: dict[str, BlockRole] = {
                "organization": "cover-organization",
                "session": "cover-session",
                "title": "cover-title",
                "label": "cover-label",
                "speaker": "cover-speaker",
                "place": "cover-place",
                "date": "cover-date",
            }
            if isinstance(value, datetime.date):
                inlines: Inlines = (Run(f"{value.year}年{value.month}月{value.day}日"),)
            else:
                inlines = self._line(value)
            before, _, after = line.text.partition("{}")
            wrapped = (Run(before), *inlines, Run(after)) if before or after else inlines
            yield Paragraph(roles[line.field], tuple(run for run in wrapped if run.text), (line.field,))

    def _logo(self) -> Iterator[Logo]:
        logo = self._sheet.logo
        if logo:
            organization = inline_text(self._line(self._report.organization or ""))
            yield Logo(printable(logo.text or f"{organization}徽标"))

    def _part(self, name: str, part: Part) -> Iterator[Block]:
        style = self._sheet.part(name)
        path: FieldPath = (name,)
        yield self._top_heading(part.title, (*path, "title"), style.ordinal)
        yield from self._paragraphs(part.intro, "intro", (*path, "intro"))
        yield from self._items(part.items, path, 2, name)
        for index, section in enumerate(part.sections):
            here = (*path, "sections", index)
            self._numbering.restart(f"{name}.items")
            yield self._section_heading(section.title, (*here, "title"), name)
            yield from self._paragraphs(section.lead, "lead", (*here, "lead"))
            yield from self._items(section.items, here, 3, name)
        yield from self._paragraphs(part.closing, "closing", (*path, "closing"))

    def _items(self, items: tuple[Item, ...], path: FieldPath, level: int, part: str) -> Iterator[Block]:
        style = self._sheet.part(part).items
        for index, item in enumerate(items):
            here = (*path, "items", index)
            ordinal = style.bullet or style.ordinal
            number = self._numbering.next(f"{part}.items", ordinal) if ordinal else None
            for block in compose_item(item, style, self._figures, here, number):
                if isinstance(block, Paragraph) and block.role == "claim":
                    yield block
                elif isinstance(block, Paragraph):
                    yield Paragraph(block.role, self.terms.mark(block.inlines), block.origin, block.ordinal)
                else:
                    yield Heading(3 if level == 3 else 2, block.inlines, self._anchor(), block.origin, block.ordinal)

    def _section_heading(self, title: str, path: FieldPath, part: str) -> Heading:
        style = self._sheet.part(part).sections
        ordinal = style.ordinal
        number = self._numbering.next(f"{part}.sections", ordinal, badge=style.badge) if ordinal else None
        return Heading(2, self._line(title), self._anchor(), path, number)

    def _top_heading(self, title: str, path: FieldPath, ordinal: str | None) -> Heading:
        number = self._numbering.next("parts", ordinal) if ordinal else None
        return Heading(1, self._line(title), self._anchor(), path, number)

    def _anchor(self) -> str:
        self._anchors += 1
        return f"heading-{self._anchors}"

    def _paragraphs(self, text: str | None, role: BlockRole, path: FieldPath) -> Iterator[Paragraph]:
        for inlines in compose_inlines(text, self._figures) if text else ():
            yield Paragraph(role, self.terms.mark(inlines), path)

    def _line(self, text: str) -> Inlines:
        return compose_line(text, self._figures)

    def _metrics_table(self) -> Table:
        style = self._sheet.metrics
        assert style is not None
        metrics, changes = self._report.metrics, self._figures.changes
        columns = ["label", "figure"]
        if any(change.text for change in changes.values()):
            columns.append(_CHANGE)
        if any(metric.note for metric in metrics.values()):
            columns.append(_NOTE)
        rows: list[tuple[Inlines, ...]] = []
        for name, metric in metrics.items():
            cells: dict[str, Inlines] = {
                "label": (Run(printable(metric.label)),),
                "figure": (Run(self._figures.printed(name, Aspect.PRINTED), ("metric",), name),),
                _CHANGE: (Run(changes[name].text),) if changes[name].text else (),
                _NOTE: self._line(metric.note) if metric.note else (),
            }
            rows.append(tuple(cells[column] for column in columns))
        head = tuple((Run(str(getattr(style.columns, column))),) for column in columns)
        return Table(
            inline_text(self._line(style.title)),
            tuple(columns),
            head,
            tuple(rows),
            tuple(("metrics", name) for name in metrics),
        )

    def _charts(self) -> Iterator[Paragraph | Chart]:
        """A chart, under its caption, of every metric with numbers of earlier years, where the style sheet asks."""
        style = self._sheet.metrics.chart if self._sheet.metrics else None
        if style is None:
            return
        for name, quantities in self._figures.series.items():
            if len(quantities) < style.years:
                continue
            metric = self._report.metrics[name]
            label = printable(metric.label)
            scale = next(iter(quantities.values())).scale or ""
            measure = f"{scale}{printable(metric.unit)}"
            years = tuple(quantities)
            digits = tuple(quantity.digits for quantity in quantities.values())
            figures = tuple(group_digits(each, self._figures.grouping) for each in digits)
            values = tuple(float(each) for each in digits)
            said = "，".join(f"{year}年{figure}{measure}" for year, figure in zip(years, figures, strict=True))
            origin: FieldPath = ("metrics", name)
            yield Paragraph("caption", (Run(f"{label}（{measure}）"),), (*origin, "label"))
            yield Chart(label, measure, years, figures, values, f"柱形图：{label}，{said}。", origin)

    def _glossary(self) -> Iterator[Paragraph]:
        """The terms in the order of their numbers, then those without."""
        style = self._sheet.glossary
        assert style is not None
        order = {term: number for number, term in enumerate(self.terms.numbered)}
        entries = sorted(enumerate(self._report.glossary), key=lambda entry: order.get(entry[1].term, len(order)))
        for index, term in entries:
            number = self._numbering.next("glossary", style.mark) if term.term in order else None
            first, *rest = compose_inlines(term.meaning, self._figures) or ((),)
            path: FieldPath = ("glossary", index, "meaning")
            yield Paragraph("glossary", (Run(f"{printable(term.term)}：", ("term",)), *first), path, number)
            for inlines in rest:
                yield Paragraph("glossary", inlines, path)
