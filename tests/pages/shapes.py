"""Reports of every shape: few metrics and many, tasks and insights short and long, titles, covers."""

import random
from collections.abc import Iterator
from typing import NamedTuple

METRICS, TASKS, POINTS = (0, 1, 5, 9, 12, 20), (1, 2, 3, 5, 8, 12), (0, 1, 3, 5, 8)
INSIGHTS, TITLES = (1, 2, 3, 4, 6), (6, 15, 30, 48, 78)
KINDS = ("plain", "history", "mixed", "negative", "percent", "large")

_LABELS = (
    "征集提案", "立案提案", "提案办复率", "平均办理时间", "报送社情民意信息", "开展协商活动", "建成委员工作室",
    "新增错时停车位", "惠及群众", "走访企业", "组织视察", "举办讲堂", "培训委员", "化解问题", "督办项目", "调研课题",
    "联系界别", "服务基层", "采纳建议", "形成报告",
)  # fmt: skip
_TITLE = "市政协第十四届委员会第五次会议常务委员会工作报告" * 4
_COVER = """\
organization: 政协青岚市委员会
session: 政协第三届青岚市委员会第五次会议
label: 图解
speaker: 市政协主席 张明远
place: 青岚会堂
date: 2026-01-09
"""
_TEXTS = (
    "一年来围绕中心、服务大局，各项工作又有新的进展。",
    "把协商做在决策之前，把监督跟在落实之中，把服务送到群众身边。",
    "深入走访、调研、座谈，提出意见建议，多数写进文件、落到实处。",
)


class Shape(NamedTuple):
    """What a report has: how many metrics and of which kind, tasks with so many points, insights, length of title."""

    metrics: int
    kind: str
    grouped: bool
    tasks: int
    points: int
    insights: int
    title: int
    cover: bool


def shapes() -> Iterator[Shape]:
    """Every value of every part of a shape, and every kind with every number of metrics; the same each time."""
    chance = random.Random(22)
    for metrics in METRICS:
        for kind in KINDS:
            tasks, points, insights, title = (chance.choice(each) for each in (TASKS, POINTS, INSIGHTS, TITLES))
            grouped, cover = chance.random() < 0.4, chance.random() < 0.5
            yield Shape(metrics, kind, grouped, tasks, points, insights, title, cover)
    plain = Shape(5, "plain", grouped=False, tasks=3, points=3, insights=3, title=15, cover=True)
    yield from (plain._replace(tasks=tasks, points=points) for tasks in TASKS for points in POINTS)
    yield from (plain._replace(insights=insights, cover=cover) for insights in INSIGHTS for cover in (True, False))
    yield from (plain._replace(title=title, cover=cover) for title in TITLES for cover in (True, False))


def report(shape: Shape) -> str:
    """A report file of a shape."""
    lines = ["schema: 1", "year: 2025", f"title: {_TITLE[: shape.title]}"]
    lines += [_COVER.rstrip("\n")] if shape.cover else []
    lines += ["metrics:", *(_metric(number, shape) for number in range(shape.metrics))] if shape.metrics else []
    lines += ["reviews:", "  title: 2025年工作回顾", f"  intro: {''.join(_TEXTS)}", "  sections:"]
    for number in range(3):
        shown = "".join(f"{_LABELS[each]}【数{each}】，" for each in range(shape.metrics) if each % 3 == number)
        lines += [
            f"    - title: 坚持第{number + 1}项履职，各项工作更有成效",
            f"      lead: {_TEXTS[0]}",
            "      items:",
        ]
        lines += [f"        - {{title: 办好实事, text: {shown}{_TEXTS[1]}{_TEXTS[2] * 2}}}"] * 3
    lines += ["tasks:", "  title: 2026年主要任务", f"  intro: {''.join(_TEXTS)}", "  sections:"]
    for number in range(shape.tasks):
        points = ["坚持党的全面领导", "筑牢根基", "推进政协党的建设、委员队伍建设", "办好实事"] * 2
        lines += [
            f"    - title: 坚持第{number + 1}项履职，以更高站位夯实共同思想政治基础",
            f"      lead: {_TEXTS[number % 3]}",
        ]
        lines += [f"      items: [{', '.join(points[: shape.points])}]"] if shape.points else []
    lines += ["insights:", "  title: 几点感悟", "  items:"]
    lines += [f"    - {{title: 党的坚强领导, claim: 是根本所在, text: {''.join(_TEXTS)}}}"] * shape.insights
    return "\n".join([*lines, ""])


def _metric(number: int, shape: Shape) -> str:
    """A metric of the kind of a shape; of mixed ones every other has a history."""
    value, extra = f"{(number + 3) * 37}", ""
    unit = "件"
    match shape.kind:
        case "negative":
            value, unit = f"-{number + 1}.5", "%"
        case "percent":
            value, unit = f"{60 + number}.5", "%"
        case "large":
            value, unit = f"{number + 1}.8{'万亿'[number % 2]}", "元"
        case _:
            pass
    if shape.kind not in ("plain", "negative") and (shape.kind != "mixed" or number % 2):
        scale = "万亿"[number % 2] if shape.kind == "large" else ""
        years = {year: f"{number + 1}.{year % 10}{scale}" for year in range(2019 + number % 5, 2025) if year != 2023}
        extra = f", history: {{{', '.join(f'{year}: {each}' for year, each in years.items())}}}"
    group = f", group: 第{number % 3 + 1}组" if shape.grouped else ""
    return f'  数{number}: {{label: {_LABELS[number]}, value: {value}, unit: "{unit}"{extra}{group}}}'
