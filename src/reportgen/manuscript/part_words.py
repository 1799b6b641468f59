"""The words by which people name the parts of a report."""

import re
from typing import Literal

PartKind = Literal["reviews", "tasks", "insights"]

_WORDS: tuple[tuple[PartKind | None, str], ...] = (
    (None, "不足|附件|附录|附表|名词解释|名词注释|名词说明"),
    ("tasks", "任务|安排|部署|要点|打算|计划|建议|思路|今后|明年工作|下一步|展望"),
    ("insights", "体会|感悟|启示|经验"),
    ("reviews", "回顾|总结|工作情况|主要工作|过去一年|一年来|履职情况|年的?工作$|主要成效"),
)
_PATTERNS = tuple((kind, re.compile(words)) for kind, words in _WORDS)


def part_kind(title: str) -> PartKind | None:
    """Which part of a report a title names; None for none of the three."""
    return next((kind for kind, pattern in _PATTERNS if pattern.search(title)), None)
