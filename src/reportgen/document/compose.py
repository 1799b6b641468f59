"""Report + StyleSheet → Document."""

import datetime
from collections.abc import Iterator
from itertools import count
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from reportgen.diagnostics import FieldPath
from reportgen.document.block_types import (
    Block,
    Contents,
    Cover,
    Document,
    Grid,
    Heading,
    Inlines,
    Logo,
    Metadata,
    Paragraph,
    Run,
    inline_text,
)
from reportgen.document.contents_fitting import without_short_contents
from reportgen.document.cover_lines import cover_name, on_ground
from reportgen.document.inline_composer import compose_inlines, compose_line
from reportgen.document.items import compose_item
from reportgen.document.metric_cards import metric_cards, untold_notes
from reportgen.document.metric_charts import metric_charts
from reportgen.document.metric_grids import plan
from reportgen.document.metrics_table import metrics_table
from reportgen.document.ordinal_counts import Numbering
from reportgen.document.origins import Origin, in_sheet
from reportgen.document.side_column import with_figure
from reportgen.document.speakers import with_speakers
from reportgen.document.task_rows import task_points, task_title
from reportgen.document.terms import MARK_ORIGIN, TermMarks, names_and_terms
from reportgen.report import Figures, Item, Part, Section
from reportgen.report.office import UNNAMED, Office
from reportgen.style import (
    COVER_ROLES,
    FRAMING_ROLES,
    SIGNATURE_ROLES,
    AnnexStyle,
    AppendixKey,
    BlockRole,
    CardsStyle,
    ColophonField,
    FramingField,
    GlossaryStyle,
    MetricsStyle,
    PreparedSheet,
    RunRole,
    SignatureField,
    ordinal_format,
)
from reportgen.text.characters import printable
from reportgen.text.dates import chinese_date, chinese_month

_CLAIMS = ("claim", "statement-claim")
"""Where a reader looks for no note (DESIGN, Glossary)."""


class Composition(Struct, frozen=True):
    """A document, and what was noticed in composing it."""

    document: Document
    unnumbered_terms: tuple[int, ...]
    """Indexes of glossary entries that running text never uses."""


def compose(figures: Figures, sheet: PreparedSheet, office: Office = UNNAMED) -> Composition:
    """Composes a report of an office, its figures resolved, under a style sheet."""
    style = sheet.style
    composer = _Composer(figures, sheet, office)
    blocks = with_speakers(tuple(composer.blocks()))
    if style.speech:
        from reportgen.document.speech import spoken  # brings what knows sentences, 5 ms

        blocks = tuple(spoken(blocks, style.speech, sheet.looks))
    used = set(composer.terms.numbered)
    blocks = tuple(without_short_contents(blocks, style.contents))
    terms = figures.report.glossary if style.glossary else ()
    unnumbered = tuple(index for index, term in enumerate(terms) if term.term not in used)
    kept = (*style.keep, *office.keep)
    return Composition(Document(composer.metadata(), blocks, kept, names_and_terms(figures.report)), unnumbered)


class _Composer:
    """Walks one report in print order."""

    def __init__(self, figures: Figures, prepared: PreparedSheet, office: Office) -> None:
        sheet = prepared.style
        self._figures = figures
        self._office = office
        self._report = figures.report
        self._prepared = prepared
        self._sheet = sheet
        self._numbering = Numbering()
        self._anchors = 0
        mark = sheet.glossary.mark if sheet.glossary else ""
        self.terms = TermMarks(self._report.glossary if sheet.glossary else (), mark)

    def blocks(self) -> Iterator[Block]:
        """Every block in print order."""
        report, sheet = self._report, self._sheet
        yield from self._opening()
        if sheet.cards and report.metrics:
            yield self._titled("cards", sheet.cards)
            yield from metric_cards(self._figures, inline_text(self._line(sheet.cards.title)), sheet)
            yield from metric_charts(self._figures, sheet.metrics.chart if sheet.metrics else None)
        for name, part in report.parts:
            yield from self._part(name, part)
        yield from self._framing("closing")
        yield from self._annex_notes()
        yield from self._signature()
        yield from self._appendices()
        yield from self._annexes()
        yield from self._colophon()

    def _opening(self) -> Iterator[Block]:
        """Cover, contents, and the words to those assembled."""
        sheet = self._sheet
        cover = tuple(self._cover_lines())
        if cover and sheet.cover_page:
            yield Cover(cover, self._line(sheet.cover_ground.mark) if sheet.cover_ground else ())
        if sheet.contents:
            yield Contents(sheet.contents.title, sheet.contents.levels, in_sheet("contents", "title"))
        if not sheet.cover_page:
            yield from (line for line in cover if isinstance(line, Paragraph))
        elif sheet.body_title:
            yield Paragraph("body-title", self._line(self._report.title), Origin(("title",)))
        yield from self._framing("salutation")
        yield from self._framing("opening")

    def _framing(self, field: FramingField) -> Iterator[Paragraph]:
        """What is around the parts, where the style sheet prints it."""
        if self._sheet.framing:
            yield from self._paragraphs(getattr(self._report, field), FRAMING_ROLES[field], (field,))

    def _signature(self) -> Iterator[Paragraph]:
        """Who signs, and when (T13); a date alone is on the cover only."""
        if self._sheet.framing and self._report.signature is not None:
            for field, role in SIGNATURE_ROLES.items():
                if (inlines := self._value(field)) is not None:
                    yield Paragraph(role, inlines, Origin((field,)))

    def _appendices(self) -> Iterator[Block]:
        """Metrics and glossary, where they are no annexes."""
        for key, style in self._sheet.appendices.items():
            if self._has(key) and not style.annex:
                yield self._titled(key, style)
                yield from self._appended(key)

    def _has(self, key: AppendixKey) -> bool:
        """Whether there is something of a kind to print; of metrics, more than the cards say where that is asked."""
        report, metrics = self._report, self._sheet.metrics
        match key:
            case "metrics":
                noted = untold_notes(report, self._sheet)
                return metrics is not None and bool(report.metrics) and (noted or not metrics.only_noted)
            case "glossary":
                return self._sheet.glossary is not None and bool(report.glossary)
            case _:
                assert_never(key)

    def _appended(self, key: AppendixKey) -> Iterator[Block]:
        """What is under the heading of metrics or glossary."""
        match key:
            case "metrics":
                yield from self._metrics()
            case "glossary":
                yield from self._glossary()
            case _:
                assert_never(key)

    def metadata(self) -> Metadata:
        """What the files say of themselves."""
        report = self._report
        title = inline_text(self._line(report.title))
        subject = "，".join(inline_text(self._line(part.title)) for _, part in report.parts)
        keywords = tuple(metric.label for metric in report.metrics.values())
        author = printable(self._office.author or "") or inline_text(self._organization())
        return Metadata(title, author, subject, keywords, report.dated, "zh-CN")

    def _cover_lines(self) -> Iterator[Paragraph | Logo]:
        """The lines of the cover and, where it is asked for, the logo among them."""
        for index, line in enumerate(self._sheet.cover):
            if line.field == "logo":
                yield from self._logo()
            else:
                wording = in_sheet("cover", index, "text")
                name = cover_name(line.name, in_sheet("cover", index, "name"))
                for printed in self._field(line.field, line.text, wording, COVER_ROLES[line.field]):
                    shown = on_ground(printed) if self._sheet.cover_ground else printed
                    yield replace(shown, ordinal=name)

    def _colophon(self) -> Iterator[Paragraph]:
        for index, line in enumerate(self._sheet.colophon):
            wording = in_sheet("colophon", index, "text")
            role: BlockRole = "colophon-title" if line.field == "title" else "colophon"
            yield from self._field(line.field, line.text, wording, role)

    def _value(self, field: ColophonField | SignatureField) -> Inlines | None:
        """What the report has of a field, as it prints."""
        if field == "organization":
            return self._organization() or None
        value = getattr(self._report, "date" if field == "month" else field)
        if isinstance(value, datetime.date):
            return (Run(chinese_month(value) if field == "month" else chinese_date(value)),)
        return None if value is None else self._line(value)

    def _organization(self) -> Inlines:
        """The organization of the report, else the name of the office; nothing where there is neither."""
        named = self._report.organization
        if named is not None:
            return self._line(named)
        return (Run(printable(self._office.name)),) if self._office.name else ()

    def _field(self, field: ColophonField, text: str, wording: Origin, role: BlockRole) -> Iterator[Paragraph]:
        """A line with what the report has of a field, in the words of the style sheet; none where it has nothing."""
        inlines = self._value(field)
        if inlines is None:
            return
        before, _, after = text.partition("{}")
        around = (Run(words, origin=wording) for words in (before, after))
        wrapped = (next(around), *inlines, next(around)) if before or after else inlines
        origin = Origin(("date" if field == "month" else field,))
        yield Paragraph(role, tuple(run for run in wrapped if run.text), origin)

    def _logo(self) -> Iterator[Logo]:
        if logo := self._sheet.logo:
            organization = inline_text(self._organization())
            yield Logo(printable(logo.text or f"{organization}徽标"))

    def _part(self, name: str, part: Part) -> Iterator[Block]:
        style = self._sheet.part(name)
        if not self._has_under_title(name, part):
            return
        path: FieldPath = (name,)
        whole = style.show == "all"
        heading = self._top_heading(part.title, Origin((*path, "title")), style.ordinal, in_sheet(name, "ordinal"))
        is_band = whole and part.intro and "band" in self._sheet.text
        yield replace(heading, own_role="band") if is_band else heading
        if whole:
            intro: BlockRole = "task-intro" if name == "tasks" and self._sheet.task_rows else "intro"
            yield from self._paragraphs(part.intro, intro, (*path, "intro"))
        if name == "tasks":
            yield from self._plan(part)
        if style.show == "title":
            return
        yield from self._items(part.items, path, 2, name)
        for index, section in enumerate(part.sections):
            here = (*path, "sections", index)
            self._numbering.restart(f"{name}.items")
            if name == "tasks" and self._sheet.task_rows and whole:
                yield from self._task(section, here)
                continue
            heading = self._section_heading(section.title, (*here, "title"), name)
            text = tuple(self._section_text(section, here, name, whole=whole))
            yield with_figure(heading, text, self._figures, self._sheet)
            yield from text
        if whole:
            yield from self._paragraphs(part.closing, "closing", (*path, "closing"))

    def _section_text(self, section: Section, path: FieldPath, part: str, *, whole: bool) -> Iterator[Block]:
        """What is under the heading of a section, where parts print as a ``whole``."""
        if whole:
            yield from self._paragraphs(section.lead, "lead", (*path, "lead"))
            yield from self._items(section.items, path, 3, part)

    def _has_under_title(self, name: str, part: Part) -> bool:
        """Whether anything prints under the title of a part, or its title alone is asked for."""
        has_plan = name == "tasks" and self._sheet.plan is not None
        match self._sheet.part(name).show:
            case "all":
                return True
            case "title":
                return bool(part.sections) or not has_plan
            case "heads":
                return bool(part.sections) or any(item.title or item.claim for item in part.items)

    def _plan(self, part: Part) -> Iterator[Grid]:
        """The tasks at a glance, where the style sheet asks for them."""
        if self._sheet.plan is not None:
            pattern = ordinal_format(self._sheet.tasks.sections.ordinal or "")
            made = plan(part, (pattern.text(number) if pattern else "" for number in count(1)), self._figures)
            yield from (made,) if made else ()

    def _items(self, items: tuple[Item, ...], path: FieldPath, level: int, part: str) -> Iterator[Block]:
        """The items of a part or of a section; those of a section are not statements, whose headings are of level 2."""
        style = self._sheet.part(part).items
        if style.form == "statements" and level != 2:
            style = replace(style, form="headings")
        heads = self._sheet.part(part).show == "heads"
        for index, item in enumerate(items):
            if heads and not (item.title or item.claim):
                continue
            here = (*path, "items", index)
            ordinal = style.bullet or style.ordinal
            written = in_sheet(part, "items", "bullet" if style.bullet else "ordinal")
            number = self._numbering.next(f"{part}.items", ordinal, written) if ordinal else None
            shown = replace(item, text=None) if heads else item
            for block in compose_item(shown, style, self._figures, here, number):
                if isinstance(block, Heading):
                    yield replace(block, level=3 if level == 3 else 2, anchor=self._anchor())
                elif block.role in _CLAIMS:
                    yield block
                else:
                    yield replace(block, inlines=self.terms.mark(block.inlines))

    def _task(self, section: Section, path: FieldPath) -> Iterator[Block]:
        """A task as a row: heading, lead, and its points side by side."""
        heading = self._section_heading(section.title, (*path, "title"), "tasks")
        ordinal = replace(heading.ordinal, role="task-ordinal") if heading.ordinal else None
        yield replace(heading, inlines=task_title(heading.inlines), ordinal=ordinal, own_role="task")
        yield from self._paragraphs(section.lead, "task-lead", (*path, "lead"))
        style = replace(self._sheet.tasks.items, form="points")
        texts = [
            replace(block, inlines=self.terms.mark(block.inlines))
            for index, item in enumerate(section.items)
            for block in compose_item(item, style, self._figures, (*path, "items", index), None)
            if isinstance(block, Paragraph)
        ]
        points = task_points(inline_text(heading.inlines), texts, self._prepared)
        yield from (points,) if points else ()

    def _section_heading(self, title: str, path: FieldPath, part: str) -> Heading:
        style = self._sheet.part(part).sections
        ordinal = style.ordinal
        written = in_sheet(part, "sections", "ordinal")
        role: RunRole = "badge" if style.badge else "ordinal"
        number = self._numbering.next(f"{part}.sections", ordinal, written, role) if ordinal else None
        return Heading(2, self._line(title), self._anchor(), Origin(path), number)

    def _titled(self, key: str, style: CardsStyle | MetricsStyle | GlossaryStyle) -> Heading:
        """The heading of what has its title in the style sheet."""
        return self._top_heading(style.title, in_sheet(key, "title"), style.ordinal, in_sheet(key, "ordinal"))

    def _top_heading(self, title: str, origin: Origin, ordinal: str | None, ordinal_origin: Origin) -> Heading:
        number = self._numbering.next("parts", ordinal, ordinal_origin) if ordinal else None
        return Heading(1, self._line(title), self._anchor(), origin, number)

    def _anchor(self) -> str:
        self._anchors += 1
        return f"heading-{self._anchors}"

    def _paragraphs(self, text: str | None, role: BlockRole, path: FieldPath) -> Iterator[Paragraph]:
        for inlines in compose_inlines(text, self._figures) if text else ():
            yield Paragraph(role, self.terms.mark(inlines), Origin(path))

    def _line(self, text: str) -> Inlines:
        return compose_line(text, self._figures)

    def _annexed(self) -> Iterator[tuple[AppendixKey, str, AnnexStyle, str]]:
        """The annexes: key, title, style, and number, which is empty where there is one only."""
        styles = self._sheet.appendices
        there = [(key, style.title, style.annex) for key, style in styles.items() if style.annex and self._has(key)]
        for number, (key, title, annex) in enumerate(there, 1):
            yield key, title, annex, str(number) if len(there) > 1 else ""

    def _annex_notes(self) -> Iterator[Paragraph]:
        """The lines under the text that announce annexes (GB/T 9704-2012 7.3.4)."""
        role: BlockRole = "annex-note"
        for key, title, style, number in self._annexed():
            name = f"{number}.{title}" if number else title
            text = style.note.replace("{}", name) if role == "annex-note" else name
            yield Paragraph(role, self._line(text), in_sheet(key, "annex", "note"))
            role = "annex-note-next"

    def _annexes(self) -> Iterator[Block]:
        """The annexes, each on a page of its own (GB/T 9704-2012 7.3.7)."""
        for key, title, style, number in self._annexed():
            yield Paragraph("annex-label", self._line(style.label + number), in_sheet(key, "annex", "label"))
            yield Heading(1, self._line(title), self._anchor(), in_sheet(key, "title"), None, "annex-title")
            yield from self._appended(key)

    def _metrics(self) -> Iterator[Block]:
        style = self._sheet.metrics
        assert style is not None
        yield metrics_table(self._figures, style)
        if not self._sheet.cards:
            yield from metric_charts(self._figures, style.chart)

    def _glossary(self) -> Iterator[Paragraph]:
        """The terms in the order of their numbers, then those without."""
        style = self._sheet.glossary
        assert style is not None
        order = {term: number for number, term in enumerate(self.terms.numbered)}
        entries = sorted(enumerate(self._report.glossary), key=lambda entry: order.get(entry[1].term, len(order)))
        for index, term in entries:
            number = self._numbering.next("glossary", style.mark, MARK_ORIGIN) if term.term in order else None
            first, *rest = compose_inlines(term.meaning, self._figures) or ((),)
            explained, meaning = (Origin(("glossary", index, key)) for key in ("term", "meaning"))
            name = Run(f"{printable(term.term)}：", ("term",), None, explained)
            yield Paragraph("glossary", (name, *first), meaning, number)
            for inlines in rest:
                yield Paragraph("glossary", inlines, meaning)
