"""What ``import`` says of what it did not take in."""

import pytest

from reportgen.cli.console import Console
from reportgen.cli.import_command import _as_json, _report
from reportgen.workflows.import_document import Doubt, Imported

IMPORTED = Imported(
    "data/2025.yaml",
    9,
    5,
    (Doubt(7, "附件"), Doubt(9, "履职数据")),
    2,
    unseen=(("hidden", "甲"), ("picture", "会场"), ("chart", "图1"), ("object", "表")),
)


def test_what_is_not_taken_in_is_named_by_its_kind(capsys: pytest.CaptureFixture[str]) -> None:
    _report(Console("en"), IMPORTED)
    _report(Console("zh"), IMPORTED)
    assert capsys.readouterr().out.splitlines() == [
        "wrote data/2025.yaml",
        "9 paragraphs read: 5 in fields, 2 without a field, 2 empty or contents and page numbers, 0 lost",
        "without a field, kept as comments (# import:); move them:",
        "  data/2025.yaml:7  附件",
        "  data/2025.yaml:9  履职数据",
        "not taken in: hidden text 甲",
        "not taken in: a picture 会场",
        "not taken in: a chart 图1",
        "not taken in: an object 表",
        "已写入 data/2025.yaml",
        "读了 9 段：放进字段 5 段，没有归处 2 段，目录、页码、空行 2 段，丢失 0 段",
        "没有归处的，留在注释里（# import:），请放到该放的地方：",
        "  data/2025.yaml:7  附件",
        "  data/2025.yaml:9  履职数据",
        "没有收进来：隐藏的文字 甲",
        "没有收进来：图片 会场",
        "没有收进来：图表 图1",
        "没有收进来：对象 表",
    ]


def test_programs_get_the_same() -> None:
    assert _as_json(IMPORTED) == {
        "file": "data/2025.yaml",
        "read": 9,
        "placed": 5,
        "dropped": 2,
        "doubtful": [{"line": 7, "text": "附件"}, {"line": 9, "text": "履职数据"}],
        "unseen": [
            {"kind": "hidden", "text": "甲"},
            {"kind": "picture", "text": "会场"},
            {"kind": "chart", "text": "图1"},
            {"kind": "object", "text": "表"},
        ],
    }
