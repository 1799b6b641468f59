"""Reports of every shape in the default style: their pages show nothing to be pointed at, final and as drafts."""

from collections.abc import Collection, Iterator

import pytest
from msgspec.structs import replace

from reportgen.document import Chart, Document, Entry, Grid, Paragraph, Table
from tests.layout.generated import generated_whole_report
from tests.pages.faults import Fault
from tests.pages.reports import faults_of
from tests.pages.shapes import KINDS, METRICS, POINTS, TASKS, Shape, report, shapes
from tests.support import examine, sheet_named

STYLE = "plenary"


def made(shape: Shape) -> Document:
    """The report of a shape in the default style, where it has no error."""
    return examine(report(shape), style=STYLE, draft=True).composed


def faulty(found: dict[Shape, list[Fault]]) -> str:
    """What was found, to read."""
    return "\n".join(f"{shape}: {fault}" for shape, faults in found.items() for fault in faults)


@pytest.mark.slow
@pytest.mark.parametrize("part", range(4))
def test_no_page_of_a_report_of_any_shape_shows_a_fault(part: int) -> None:
    found = {shape: faults_of(made(shape), STYLE) for shape in list(shapes())[part::4]}
    assert not any(found.values()), faulty(found)


@pytest.mark.slow
def test_no_page_of_a_draft_of_any_shape_shows_a_fault() -> None:
    """Its type area is moved, and its lines are numbered; every seventh shape."""
    drafts = {}
    for shape in list(shapes())[::7]:
        document = made(shape)
        drafts[shape] = replace(document, metadata=replace(document.metadata, draft=2))
    found = {shape: faults_of(document, STYLE) for shape, document in drafts.items()}
    moved = {shape: [fault for fault in faults if fault.kind != "outside"] for shape, faults in found.items()}
    assert not any(moved.values()), faulty(moved)


def test_all_shapes_are_there() -> None:
    every = list(shapes())
    assert {(shape.metrics, shape.kind) for shape in every} == {
        (metrics, kind) for metrics in METRICS for kind in KINDS
    }
    assert {(shape.tasks, shape.points) for shape in every} >= {(tasks, points) for tasks in TASKS for points in POINTS}


def forms(document: Document) -> dict[str, list[str]]:
    """How each metric is shown outside of the text and of what is beside it, a form as often as it is there."""
    found: dict[str, list[str]] = {}
    for block in document.blocks:
        match block:
            case Grid(kind="cards" | "figure_rows"):
                for entry in block.entries:
                    for metric in entry_metrics(entry):
                        found.setdefault(metric, []).append(block.kind)
            case Chart():
                found.setdefault(str(block.origin.path[1]), []).append("chart")
            case Table():
                for origin in block.origins:
                    if origin.path[:1] == ("metrics",):
                        found.setdefault(str(origin.path[1]), []).append("table")
            case _:
                pass
    return found


def entry_metrics(entry: Entry) -> Iterator[str]:
    """The metrics that a card or row shows: that of each figure, and of a chart where it is another's."""
    shown = [str(each.origin.path[1]) for each in entry.paragraphs if each.role in ("card-figure", "row-figure")]
    yield from shown
    charts = (block for cell in entry.cells for block in cell if isinstance(block, Chart))
    yield from (str(chart.origin.path[1]) for chart in charts if [str(chart.origin.path[1])] != shown)


def in_one_form(document: Document, metrics: Collection[str]) -> bool:
    """Whether every metric is shown once, and all of them in the same form: on cards or a row each."""
    found = forms(document)
    kinds = {tuple(each) for each in found.values()}
    return set(found) == set(metrics) and kinds <= {("cards",), ("figure_rows",)} and len(kinds) <= 1


@pytest.mark.parametrize("kind", KINDS)
def test_a_metric_is_shown_once(kind: str) -> None:
    """Neither as card, large chart and row of a table in turn, nor on two cards; text and side column aside."""
    for shape in (each for each in shapes() if each.kind == kind):
        document = made(shape)
        assert in_one_form(document, [f"数{number}" for number in range(shape.metrics)]), (shape, forms(document))


def test_a_metric_of_a_generated_report_is_shown_once() -> None:
    shown = 0
    for seed in range(15):
        examined = examine(generated_whole_report(seed), style=STYLE, draft=True)
        assert examined.report is not None
        assert in_one_form(examined.composed, examined.report.metrics), (seed, forms(examined.composed))
        shown += len(examined.report.metrics)
    assert shown > 40


def test_a_second_showing_would_be_found() -> None:
    """Where the sheet asks for large charts, or for the table of all metrics, each metric has two."""
    sheet = sheet_named(STYLE)
    charts, classic = sheet_named("classic").metrics, Shape(9, "history", False, 3, 3, 3, 15, cover=True)
    assert sheet.metrics is not None
    assert charts is not None
    for metrics in (replace(sheet.metrics, chart=charts.chart), replace(sheet.metrics, only_noted=False)):
        document = examine(report(classic), style=replace(sheet, metrics=metrics), draft=True).composed
        assert not in_one_form(document, [f"数{number}" for number in range(9)])


def test_every_task_is_told_once() -> None:
    for shape in (each for each in shapes() if each.points):
        text = [
            (each.origin, each.role)
            for block in made(shape).blocks
            for each in (block.paragraphs if isinstance(block, Grid) else [block])
            if isinstance(each, Paragraph) and "items" in each.origin.path and each.origin.path[0] == "tasks"
        ]
        assert len(text) == len(set(text)) == shape.tasks * shape.points
