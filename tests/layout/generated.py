"""Reports of many pages in the manner of the real one: its own clauses shuffled, with numbers, names and quotations."""

import random
import re
from functools import cache

from tests.support import ROOT

_EXTRA = (
    "实现经济总量5.8万亿元", "比上年增长4.8%", "推进GB/T 9704—2012标准落地", "办理〔2026〕3号提案",
    "开展“我为群众办实事——政协在行动”活动", "编印《长治·抗战记忆》（第三辑）", "建成APP与PC端互联互通平台",
    "召开2025年度（第12次）主席会议", "组织委员500余人次视察……", "覆盖38个县（市、区）的1,546个界别小组",
    "坚持“不调研、不协商”", "形成《关于加快发展新质生产力的建议案》", "提出“三个一”：一张清单、一套机制、一个平台",
    "是否真管用？群众说了算！", "联系卡尔·海因里希先生等海外侨胞", "完成10～12月重点任务", "打造“面对面/键对键”平台",
)  # fmt: skip
_CHOICES = (0.55, 0.8, 0.9)


@cache
def clauses() -> tuple[str, ...]:
    """The clauses of the real report, its metrics printed as plain numbers."""
    text = (ROOT / "data" / "2025.yaml").read_text(encoding="utf-8")
    prose = re.sub(r"【[^】]*】", "428件", " ".join(re.findall(r"^ {6,}([^a-z#\s-].*)$", text, re.MULTILINE)))
    found = {clause for clause in re.split(r"[，。；：、\s]+", prose) if 4 <= len(clause) <= 28}
    whole = (
        clause
        for clause in found
        if clause.count("“") == clause.count("”") and clause.count("《") == clause.count("》")
    )
    return tuple(sorted(clause for clause in whole if not re.search(r"[{}\"'*:#]", clause)))


def sentence(chance: random.Random) -> str:
    """A sentence of two to seven clauses."""
    count = chance.randint(2, 7)
    parts = [chance.choice(_EXTRA if chance.random() < 0.25 else clauses()) for _ in range(count)]
    text = ""
    for part in parts[:-1]:
        draw = chance.random()
        text += part + (
            "，" if draw < _CHOICES[0] else "、" if draw < _CHOICES[1] else "；" if draw < _CHOICES[2] else "："
        )
    return text + parts[-1] + "。"


def generated_report(seed: int, sections: int) -> str:
    """A report file of so many sections, the same for the same seed."""
    chance = random.Random(seed)
    lines = ["schema: 1", "year: 2025", "title: 市政协常委会工作报告", "reviews:", "  title: 工作回顾"]
    lines += [f"  intro: '{''.join(sentence(chance) for _ in range(3))}'", "  sections:"]
    for _ in range(sections):
        title = f"{chance.choice(clauses())}，{chance.choice(clauses())}"
        lines += [f"    - title: '{title}'", f"      lead: '{sentence(chance)}'", "      items:"]
        for _ in range(chance.randint(1, 5)):
            text = "".join(sentence(chance) for _ in range(chance.randint(1, 4)))
            lines += [f"        - title: '{chance.choice(clauses())}。'", f"          text: '{text}'"]
    return "\n".join([*lines, ""])


_METRICS = (
    ("提案", "征集提案", "件"), ("信息", "报送社情民意信息", "篇"), ("群众", "惠及群众", "人次"),
    ("协商", "开展协商议政活动", "场"), ("视察", "组织专项视察", "次"), ("培训", "培训委员", "人次"),
    ("文史", "编印文史资料", "册"), ("经费", "为群众解决资金", "元"), ("议事室", "建成社区协商议事室", "个"),
    ("办复", "提案办复率", "%"), ("走访", "走访企业和界别群众", "家"), ("建议", "形成意见建议", "条"),
)  # fmt: skip


def generated_whole_report(seed: int) -> str:
    """A report file with every part, from a page to some twenty, the same for the same seed."""
    chance = random.Random(seed)
    lines = ["schema: 1", "year: 2025", f"title: {chance.choice(('某某市', ''))}政协常委会工作报告", "metrics:"]
    chosen = chance.sample(_METRICS, chance.randint(0, len(_METRICS)))
    lines = [*lines, *(_metric(chance, *each) for each in chosen)] if chosen else lines[:-1]
    if chance.random() < 0.7:
        lines += ["salutation: 各位委员：", f"opening: '{sentence(chance)}'"]
    lines += ["reviews:", "  title: 工作回顾", f"  intro: '{_sentences(chance, 2)}{_figures(chosen)}'"]
    lines += _sections(chance, chance.randint(0, 6))
    if chance.random() < 0.8:
        lines += ["tasks:", "  title: 主要任务", f"  intro: '{_sentences(chance, 3)}'"]
        lines += _sections(chance, chance.randint(0, 5))
    if chance.random() < 0.6:
        lines += ["insights:", "  title: 几点体会", "  items:", *_items(chance, 4, chance.randint(1, 4))]
    if chance.random() < 0.7:
        lines.append(f"closing: '{_sentences(chance, 2)}'")
    return "\n".join([*lines, ""])


def _metric(chance: random.Random, name: str, label: str, unit: str) -> str:
    value = round(10 ** chance.uniform(0.5, 6.5)) if unit != "%" else chance.randint(10, 100)
    history = f", history: {{2022: {value - 1}, 2023: {value}, 2024: {value}}}" if chance.random() < 0.3 else ""
    return f'  {name}: {{label: {label}, value: {value}, unit: "{unit}"{history}}}'


def _figures(chosen: list[tuple[str, str, str]]) -> str:
    """A clause on every metric."""
    return "，".join(f"{label}【{name}】" for name, label, _ in chosen) + ("。" if chosen else "")


def _sentences(chance: random.Random, most: int) -> str:
    return "".join(sentence(chance) for _ in range(chance.randint(1, most)))


def _sections(chance: random.Random, count: int) -> list[str]:
    lines = ["  sections:"] if count else []
    for _ in range(count):
        lines += [f"    - title: '{chance.choice(clauses())}，{chance.choice(clauses())}'"]
        lines += [f"      lead: '{sentence(chance)}'"] if chance.random() < 0.7 else []
        lines += ["      items:", *_items(chance, 8, chance.randint(1, 5))]
    return lines


def _items(chance: random.Random, indent: int, count: int) -> list[str]:
    blank = " " * indent
    return [
        line
        for _ in range(count)
        for line in (f"{blank}- title: '{chance.choice(clauses())}。'", f"{blank}  text: '{_sentences(chance, 3)}'")
    ]
