"""The law of fields: whatever field of a report changes, every command shows it, or the table of fields says why not.

The types say which fields there are, so that a new one is held to the law as soon as it is declared.
"""

from functools import cache
from io import BytesIO
from typing import get_args
from xml.etree import ElementTree
from zipfile import ZipFile

import pypdfium2
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from reportgen.compare import Side, compare
from reportgen.document import Chart, Document, compose, document_text
from reportgen.docx import write_docx
from reportgen.fonts import bundled_library, open_fonts
from reportgen.formatting.next_year import next_year_text
from reportgen.layout import lay_out
from reportgen.pdf import write_pdf
from reportgen.report import Item, Metric, Number, Part, Report, Section, Term, resolve
from reportgen.report.fields import FIELDS, field_text, simple_fields
from reportgen.report.readable_text import readable_text
from reportgen.source.shapes import TextShape, record_shape
from reportgen.style import ColophonLine, CoverLine, StyleSheet
from reportgen.style.roles import CoverField, ReportField
from tests.changed_reports import Changed, changed_reports
from tests.compare.reports import HAN
from tests.support import CLASSIC, ROOT, examine, fitted, prepared, sheet_named

EVERY_FIELD = (ROOT / "tests" / "cases" / "every-field" / "2025.yaml").read_text("utf-8")


@cache
def everything() -> StyleSheet:
    """A style sheet that prints every field that any sheet can print."""
    sheet = sheet_named(CLASSIC)
    assert sheet.metrics is not None
    assert sheet.metrics.chart is not None
    metrics = replace(sheet.metrics, only_noted=False, chart=replace(sheet.metrics.chart, years=2))
    cover = tuple(CoverLine(field=field) for field in get_args(CoverField))
    colophon = tuple(ColophonLine(field=field) for field in get_args(ReportField))
    return replace(sheet, cover=cover, colophon=colophon, metrics=metrics)


def composed(report: Report) -> Document:
    """A report under that sheet."""
    return compose(resolve(report, None), prepared(everything())).document


def shown(document: Document) -> tuple[str, ...]:
    """What a document says and prints, not where it comes from."""
    charts = (block.text for block in document.blocks if isinstance(block, Chart))
    return (document_text(document), *charts, repr(document.metadata))


def assert_law(report: Report, changed: Changed) -> None:
    """Diff, git's text form and the document show the change."""
    field = FIELDS[changed.record][changed.name]
    prints = shown(composed(report)) != shown(composed(changed.report))
    because = field.unprinted or "no output shows it, and no reason is given"
    assert field.prints_with or prints != bool(field.unprinted), f"{changed.field}: {because}"
    assert readable_text(report) != readable_text(changed.report), f"{changed.field}: git's text form is the same"
    sides = (Side(resolve(each, None)) for each in (report, changed.report))
    assert compare(*sides), f"{changed.field}: no changes"


@st.composite
def full_reports(draw: st.DrawFn) -> Report:
    """A report that has something in every list, and in most fields; no two texts are alike."""
    texts = iter(draw(st.lists(HAN, min_size=60, max_size=60, unique=True)))
    ids = iter(f"甲{number}" for number in range(99))

    def maybe(text: str) -> str | None:
        return text if draw(st.booleans()) else None

    def item() -> Item:
        return Item(id=maybe(next(ids)), title=next(texts), claim=maybe(next(texts)), text=maybe(f"{next(texts)}。"))

    def part() -> Part:
        section = Section(id=maybe(next(ids)), title=next(texts), lead=maybe(next(texts)), items=(item(), item()))
        return Part(title=next(texts), intro=maybe(next(texts)), items=(item(),), sections=(section,))

    metric = Metric(
        label=next(texts),
        value=Number(draw(st.decimals(1, 999, places=2)), draw(st.sampled_from([None, "万"]))),
        unit="件",
        qualifier=draw(st.sampled_from([None, "余", "约"])),
        decimals=draw(st.sampled_from([None, 0, 1])),
        note=maybe(next(texts)),
        group=maybe(next(texts)),
        history={"2023": Number(draw(st.decimals(1, 99, places=0)))} if draw(st.booleans()) else {},
    )
    return Report(
        schema=1,
        year=2025,
        title=next(texts),
        speaker=maybe(next(texts)),
        opening=maybe(next(texts)),
        metrics={"数": metric},
        reviews=part(),
        tasks=part() if draw(st.booleans()) else None,
        closing=maybe(next(texts)),
        glossary=(Term(term=next(texts), meaning=next(texts)),),
    )


@pytest.mark.slow
@settings(max_examples=5, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(full_reports())
def test_whatever_changes_is_shown(report: Report) -> None:
    for changed in changed_reports(report):
        assert_law(report, changed)


FULL = examine(EVERY_FIELD.replace("【提案】", "很多").replace("value: 546", "value: 546.5"), draft=True).report
"""One report with every field; no text refers to its metric, which may go."""

CHANGED = {changed.field: changed for changed in changed_reports(FULL)}


def test_every_field_is_held_to_the_law() -> None:
    """All but those that can have one value only."""
    fields = {f"{record.__name__}.{name}" for record in FIELDS for name in FIELDS[record]}
    assert fields - CHANGED.keys() == {"Report.schema"}


def files(report: Report) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What the DOCX and the PDF of a report say, in texts and metadata."""
    document, sheet = composed(report), everything()
    book, _ = open_fonts(sheet, bundled_library())
    assert book is not None
    under = fitted(sheet, document)
    layout = lay_out(document, under, book)
    with ZipFile(BytesIO(write_docx(document, under, layout.page_labels()))) as archive:
        parts = [archive.read(name) for name in sorted(archive.namelist()) if name.endswith(".xml")]
    docx = tuple("".join(ElementTree.fromstring(part).itertext()) for part in parts)
    with pypdfium2.PdfDocument(write_pdf(layout, document)) as pdf:
        pages = [page.get_textpage().get_text_range() for page in pdf]
        return docx, (*pages, repr(pdf.get_metadata_dict()))


@cache
def full_files() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Those of the report that has every field."""
    return files(FULL)


@pytest.mark.slow
@pytest.mark.parametrize("field", CHANGED)
def test_word_files_and_pdfs_show_what_is_printed(field: str) -> None:
    changed = CHANGED[field]
    assert_law(FULL, changed)
    row = FIELDS[changed.record][changed.name]
    printed = not row.unprinted and shown(composed(FULL)) != shown(composed(changed.report))
    same = tuple(before == after for before, after in zip(full_files(), files(changed.report), strict=True))
    assert same == (not printed, not printed)


def test_next_year_carries_every_text_of_the_report() -> None:
    """As words to keep, to check, or to look at; none gets lost on the way."""
    shapes = record_shape(Report).fields
    texts = [name for name in simple_fields(Report) if isinstance(shapes[name].shape, TextShape)]
    assert len(texts) > 8
    for name in texts:
        text = next_year_text(replace(FULL, **{name: f"{name}的话"}))
        assert f"{name}的话" in text, name


def test_next_year_keeps_what_the_table_says_of_a_metric() -> None:
    ((name, metric),) = FULL.metrics.items()
    full = replace(
        metric,
        scale="万",
        qualifier="余",
        rank=True,
        group="某组",
        note="某注",
        parts=("甲", "乙"),
        of="丙",
        history={"2020": metric.value},
    )
    lines = next_year_text(replace(FULL, metrics={name: full})).split("\n")
    (line,) = (line for line in lines if line.startswith(f"  {name}: "))
    written = {each for each, field in FIELDS[Metric].items() if f"{each}: " in line}
    assert written == {each for each, field in FIELDS[Metric].items() if field.next_year in ("kept", "made")}
    for each, field in FIELDS[Metric].items():
        if field.next_year == "kept":
            value = getattr(full, each)
            text = f"[{', '.join(value)}]" if isinstance(value, tuple) else field_text(value)
            assert f"{each}: {text}" in line
