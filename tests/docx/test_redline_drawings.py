"""Charts in redlines: the old ones until changes are accepted, the new ones unless they are rejected."""

from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from tests.docx.reading import WORD, part
from tests.docx.test_redline import assert_round_trip
from tests.support import MINIMAL

pytestmark = pytest.mark.slow

CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
PROPERTIES = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"

METRICS = (
    "metrics:\n"
    "  甲: {label: 提案, value: 546, unit: 件, history: {2023: 500, 2024: 520}}\n"
    "  乙: {label: 视察, value: 12, unit: 次, history: {2023: 9, 2024: 11}}\n"
    "  丙: {label: 调研, value: 33, unit: 次, history: {2023: 30, 2024: 31}}\n"
    "  丁: {label: 读书会, value: 44, unit: 场, history: {2023: 41, 2024: 42}}\n"
)
LARGE = "metrics:\n  甲: {label: 提案, value: 546, unit: 件, history: {2023: 500, 2024: 520}}\n"


def charts(data: bytes) -> list[str]:
    """Every chart of a body as what becomes of it, in or out of a row that does so, and its numbers."""
    root = part(data)
    parents = {child: parent for parent in root.iter() for child in parent}
    found = []
    for drawing in root.iter(f"{WORD}drawing"):
        fate, node = "", drawing
        while node in parents:
            node = parents[node]
            name = node.tag.removeprefix(WORD)
            fate = f"{name} " if name in ("ins", "del", "moveFrom", "moveTo") else fate
            if name == "tr" and node.find(f"{WORD}trPr/{WORD}del") is not None:
                fate += "in row "
        found.append(fate + numbers(data, drawing))
    return found


def numbers(data: bytes, drawing: ElementTree.Element) -> str:
    """The values of the chart that a drawing shows."""
    (chart,) = drawing.iter(f"{CHART}chart")
    with ZipFile(BytesIO(data)) as archive:
        links = ElementTree.fromstring(archive.read("word/_rels/document.xml.rels"))
        (target,) = (each.get("Target", "") for each in links if each.get("Id") == chart.get(LINK))
        root = ElementTree.fromstring(archive.read(f"word/{target}"))
    return " ".join(each.text or "" for value in root.iter(f"{CHART}val") for each in value.iter(f"{CHART}v"))


def assert_parted(data: bytes) -> None:
    """Every drawing has a number and a part of its own, and no other chart is in the file."""
    drawings = list(part(data).iter(f"{WORD}drawing"))
    links = [next(each.iter(f"{CHART}chart")).get(LINK) for each in drawings]
    ids = [next(each.iter(PROPERTIES)).get("id") for each in drawings]
    assert len(set(links)) == len(set(ids)) == len(drawings)
    with ZipFile(BytesIO(data)) as archive:
        for folder in ("word/charts/chart", "word/embeddings/workbook"):
            assert sum(name.startswith(folder) for name in archive.namelist()) == len(drawings)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("value: 546", "value: 548", "del 500.0 520.0 546.0|ins 500.0 520.0 548.0", id="another number"),
        pytest.param("件, history: {2023: 500, 2024: 520}", "件", "del 500.0 520.0 546.0", id="no years any more"),
        pytest.param("label: 提案", "label: 征集提案", "del 500.0 520.0 546.0|ins 500.0 520.0 546.0", id="said"),
        pytest.param("value: 546", "value: 546, note: 又及。", "500.0 520.0 546.0", id="the same"),
    ],
)
def test_a_chart_in_a_card_is_struck_and_another_comes(old: str, new: str, expected: str) -> None:
    assert old in METRICS
    made = assert_round_trip(MINIMAL + METRICS, MINIMAL + METRICS.replace(old, new), "plenary")
    assert charts(made.data) == [*expected.split("|"), "9.0 11.0 12.0", "30.0 31.0 33.0", "41.0 42.0 44.0"]
    assert_parted(made.data)


def test_a_card_that_moves_has_its_chart_in_both_places() -> None:
    """Rows go and come whole, and with them every chart from a part of its own."""
    gone = METRICS.replace("  甲: {label: 提案, value: 546, unit: 件, history: {2023: 500, 2024: 520}}\n", "")
    made = assert_round_trip(MINIMAL + METRICS, MINIMAL + gone, "plenary")
    moved = ("9.0 11.0 12.0", "30.0 31.0 33.0", "41.0 42.0 44.0")
    went = ["del in row 500.0 520.0 546.0", *(f"moveFrom in row {each}" for each in moved)]
    assert charts(made.data) == [*went, *(f"moveTo {each}" for each in moved)]
    assert_parted(made.data)


def test_large_charts_come_and_go() -> None:
    old = MINIMAL + LARGE
    made = assert_round_trip(old, old.replace("value: 546", "value: 548"), "classic")
    assert charts(made.data) == ["del 500.0 520.0 546.0", "ins 500.0 520.0 548.0"]
    assert_parted(made.data)
    without = old.replace(", history: {2023: 500, 2024: 520}", "")
    assert charts(assert_round_trip(old, without, "classic").data) == ["del 500.0 520.0 546.0"]
    assert charts(assert_round_trip(without, old, "classic").data) == ["ins 500.0 520.0 546.0"]


def test_libreoffice_is_not_shown_what_it_does_not_settle() -> None:
    """Only in rows that go does it take a chart away, or leave it; elsewhere what went would stay for what came."""
    changed = METRICS.replace("value: 546", "value: 548")
    made = assert_round_trip(MINIMAL + METRICS, MINIMAL + changed, "plenary")
    assert _hidden(made.data) == ["500.0 520.0 546.0"]
    gone = METRICS.replace("  甲: {label: 提案, value: 546, unit: 件, history: {2023: 500, 2024: 520}}\n", "")
    assert _hidden(assert_round_trip(MINIMAL + METRICS, MINIMAL + gone, "plenary").data) == []


def _hidden(data: bytes) -> list[str]:
    """The charts of choices that only programs of a certain kind take."""
    alternates = part(data).iter(ALTERNATE)
    return [numbers(data, drawing) for each in alternates for drawing in each.iter(f"{WORD}drawing")]
