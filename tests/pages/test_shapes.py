"""Reports of every shape in the default style: their pages show nothing to be pointed at, final and as drafts."""

from collections import Counter

import pytest
from msgspec.structs import replace

from reportgen.document import Chart, Document, Grid, Paragraph, Table
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


def told(document: Document) -> Counter[str]:
    """How often each metric is shown outside of the text and what is beside it: cards, large charts, rows of tables.

    Large charts are a second showing only where the sheet does not ask for them.
    """
    sheet = sheet_named(STYLE)
    asked = sheet.metrics is not None and sheet.metrics.chart is not None
    names: list[str] = []
    for block in document.blocks:
        match block:
            case Grid():
                runs = (run for each in block.paragraphs for run in each.inlines)
                names += dict.fromkeys(run.metric for run in runs if run.metric)
            case Chart() if not asked:
                names.append(str(block.origin.path[1]))
            case Table():
                names += [str(origin.path[1]) for origin in block.origins if origin.path[:1] == ("metrics",)]
            case _:
                pass
    return Counter(names)


@pytest.mark.parametrize("kind", KINDS)
def test_a_metric_is_shown_once(kind: str) -> None:
    """Its figure in the text and beside it aside."""
    for shape in (each for each in shapes() if each.kind == kind and each.metrics):
        shown = told(made(shape))
        assert set(shown.values()) == {1}, (shape, shown)


def test_every_task_is_told_once() -> None:
    for shape in (each for each in shapes() if each.points):
        text = [
            (each.origin, each.role)
            for block in made(shape).blocks
            for each in (block.paragraphs if isinstance(block, Grid) else [block])
            if isinstance(each, Paragraph) and "items" in each.origin.path and each.origin.path[0] == "tasks"
        ]
        assert len(text) == len(set(text)) == shape.tasks * shape.points
