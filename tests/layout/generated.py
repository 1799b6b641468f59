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
