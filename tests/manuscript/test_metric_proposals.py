"""Numbers of an imported report that could be metrics are proposed with their places, and taken only when asked for."""

import pytest

from reportgen.document import document_text
from reportgen.manuscript.metric_proposals import propose_metrics, with_metrics
from reportgen.source import Source
from reportgen.workflows.metric_picking import proposed_metrics, with_taken_metrics
from reportgen.workspace.refusals import CommandError
from tests.support import examine, nodes

REPORT = """\
schema: 1
year: 2025
title: 工作报告（2025年1月8日）
opening: 全年收到提案546件，满意率达到99.2%。
reviews:
  title: 工作回顾
  items:
    - title: 办好提案。
      text: |-
        收到的546件提案件件有着落，立案521件。

        走访企业约160家，惠及3.8万人次，用时3个月，增长6.2个百分点。
    - 开展协商活动15场
glossary:
  - {term: 提案, meaning: 委员提出的意见，今年546件。}
"""


def proposed(text: str) -> list[str]:
    """The proposals in words, with the lines of their places."""
    return [
        f"{each.name} {each.printed} {' '.join(str(line) for line, _ in each.places)}{' known' if each.known else ''}"
        for each in proposed_metrics(Source("2025.yaml", text), 2025)
    ]


def test_a_figure_after_a_name_is_proposed_with_every_place_that_says_it() -> None:
    """546件 before its name is the same; years, spans of time and differences are no metrics."""
    assert proposed(REPORT) == [
        "提案 546件 4 10",
        "满意率 99.2% 4",
        "立案 521件 10",
        "企业 约160家 12",
        "惠及 3.8万人次 12",
        "协商活动 15场 13",
    ]


def test_a_sentence_is_shown_as_typed_with_its_references() -> None:
    taken = with_taken_metrics(Source("2025.yaml", REPORT), 2025, ["提案"])
    sentences = [
        place.sentence for each in proposed_metrics(Source("2025.yaml", taken), 2025) for _, place in each.places
    ]
    assert "全年收到提案【提案】，满意率达到99.2%。" in sentences


def test_what_was_taken_is_a_metric_and_prints_the_same() -> None:
    taken = with_taken_metrics(Source("2025.yaml", REPORT), 2025, ["提案", "企业"])
    assert "收到提案【提案】，满意率达到99.2%" in taken
    assert "收到的【提案】提案件件有着落" in taken
    assert "今年546件" in taken
    whole = with_taken_metrics(Source("2025.yaml", REPORT), 2025, ["all"])
    metrics = examine(whole).report.metrics
    assert [(name, metric.unit, metric.qualifier) for name, metric in metrics.items()] == [
        ("提案", "件", None),
        ("满意率", "%", None),
        ("立案", "件", None),
        ("企业", "家", "约"),
        ("惠及", "人次", None),
        ("协商活动", "场", None),
    ]
    texts = [examine(text, style="official").document for text in (REPORT, taken, whole)]
    assert all(texts)
    lines = [document_text(document).splitlines() for document in texts if document]
    sentences = [[line for line in each if line.endswith("。") or "开展" in line] for each in lines]
    assert sentences[0] == sentences[1] == sentences[2]
    assert proposed(whole) == []


def test_metrics_of_a_table_are_referred_to_where_the_texts_say_their_numbers() -> None:
    """They have their names, labels and history from the table."""
    report = REPORT.replace("reviews:", "metrics:\n  提案数: {label: 收到提案, value: 546, unit: 件}\nreviews:")
    assert proposed(report)[0] == "提案数 546件 4 12 known"
    taken = with_taken_metrics(Source("2025.yaml", report), 2025, ["提案数"])
    assert (taken.count("【提案数】"), taken.count("value: 546")) == (2, 1)


def test_numbers_are_looked_for_in_texts_and_nowhere_else() -> None:
    """Not in what has a form of its own, nor in the title of the report."""
    section = "{title: 视察1次, lead: 视察2次。, items: [视察3次, {claim: 视察4次, text: 视察5次。}]}"
    report = (
        "schema: 1\nyear: 2025\ntitle: 视察6次\nlabel: 视察7次\nopening: 视察8次。\nsession: 视察9次\n"
        f"reviews:\n  title: 视察10次\n  intro: 视察11次。\n  sections: [{section}]\nclosing: 视察12次。\n"
    )
    found = [each.printed for each in propose_metrics(nodes(report), {})]
    assert found == [f"{number}次" for number in (8, 10, 11, 1, 2, 3, 4, 5, 12)]


def test_each_number_of_a_name_has_a_name_of_its_own() -> None:
    report = f"reviews:\n  intro: {''.join(f'视察{number}次。' for number in range(1, 13))}\n"
    names = [each.name for each in propose_metrics(nodes(report), {})]
    assert names == ["视察", *(f"视察-{number}" for number in range(2, 13))]


METRIC = "  提案: {label: 提案, value: 546, unit: 件}\n"
OTHERS = "metrics:\n  信息: {label: 信息, value: 9, unit: 条}\n"
PARTS = "reviews: {title: 回顾, items: [办好提案]}\ntasks: {title: 任务, items: [办好提案]}\n"


PLACES = [
    (f"opening: 提案546件\n{PARTS}", f"opening: 提案【提案】\nmetrics:\n{METRIC}{PARTS}"),
    (
        f"opening: 提案546件\n# 正文\n\n{PARTS}",
        f"opening: 提案【提案】\nmetrics:\n{METRIC}# 正文\n\n{PARTS}",
    ),
    ("opening: 提案546件\n", f"opening: 提案【提案】\nmetrics:\n{METRIC}"),
    (f"opening: 提案546件\n{OTHERS}{PARTS}", f"opening: 提案【提案】\n{OTHERS}{METRIC}{PARTS}"),
]


@pytest.mark.parametrize(("before", "after"), PLACES)
def test_new_metrics_are_put_where_they_stay(before: str, after: str) -> None:
    """Before anything is formatted, which a file with faults is not."""
    head = "# 办公室核过\nschema: 1\nyear: 2025\ntitle: 工作报告\n"
    root = nodes(head + before)
    (proposal,) = propose_metrics(root, {})
    taken = with_metrics(Source("2025.yaml", head + before), root, (proposal,))
    assert taken == head + after.replace(METRIC, METRIC.replace("件", '"件"'))


@pytest.mark.parametrize(("before", "after"), PLACES)
def test_new_metrics_stand_behind_others_or_above_the_first_part(before: str, after: str) -> None:
    head = "# 办公室核过\nschema: 1\nyear: 2025\ntitle: 工作报告\n"
    assert with_taken_metrics(Source("2025.yaml", head + before), 2025, ["提案"]) == head + after


def test_two_numbers_of_one_name_are_two_metrics() -> None:
    report = REPORT.replace("立案521件", "集体提案41件，集体提案40件")
    assert [line.split()[0] for line in proposed(report) if line.startswith("集体提案")] == ["集体提案", "集体提案-2"]


def test_a_name_that_is_not_proposed_is_refused() -> None:
    with pytest.raises(CommandError) as refused:
        with_taken_metrics(Source("2025.yaml", REPORT), 2025, ["提案", "议题"])
    assert refused.value.diagnostic.code == "metric-unproposed"
