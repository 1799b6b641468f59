"""The workspaces that the benchmarks build: the real report so many times over, a long table, two years of sections."""

import random
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REPORT = ROOT / "data" / "2025.yaml"
SEED = 26
"""What the words of a distinct report are shuffled by, unless another seed is given."""

_SHUFFLED = re.compile("【.*?】|id: \\S+|([\u4e00-\u9fff]{2})")
"""What stays where it is, and the pairs of characters that change places: most words of such a report are pairs."""


def copied_report(copies: int) -> str:
    """The real report with its sections and items so many times over."""
    repeated: list[str] = []
    for part in re.split(r"(?m)^(?=[a-z])", REPORT.read_text(encoding="utf-8")):
        head, key, entries = (
            re.split(r"(?m)^(  sections:\n|  items:\n)", part, maxsplit=1) if "    - " in part else (part, "", "")
        )
        numbered = (re.sub(r"(?m)^(    - id: \S+)$", rf"\1-{number}", entries) for number in range(copies))
        repeated.append(head + key + "".join(numbered))
    return "".join(repeated)


def distinct_report(copies: int, seed: int = SEED) -> str:
    """The same with its words shuffled, alike for a seed, so that no paragraph says what another says."""
    head, body = copied_report(copies).split("reviews:\n", 1)
    words = [word for word in _SHUFFLED.findall(body) if word]
    random.Random(seed).shuffle(words)
    shuffled = iter(words)
    return f"{head}reviews:\n" + _SHUFFLED.sub(lambda found: next(shuffled) if found[1] else found[0], body)


def year_before() -> str:
    """The real report as that of 2024: other figures, every tenth sentence another."""
    text = REPORT.read_text(encoding="utf-8").replace("2025", "2024").replace("五次会议", "四次会议")
    text = re.sub(r"value: (\d+)", lambda found: f"value: {int(found[1]) * 9 // 10}", text)
    return re.sub(r"推动|推进", "促进", text)


def make_workspace(folder: Path, **reports: str) -> Path:
    """A workspace with a report a year, such as ``y2025``."""
    (folder / "data").mkdir(parents=True)
    for year, text in reports.items():
        (folder / "data" / f"{year[1:]}.yaml").write_text(text, encoding="utf-8")
    return folder


def table_report(rows: int) -> str:
    """A report that is little but a table of many metrics."""
    metrics = "".join(f"  指标{each}: {{label: 第{each}项, value: {each}, unit: 件}}\n" for each in range(rows))
    return f"schema: 1\nyear: 2025\ntitle: 报告\nmetrics:\n{metrics}reviews:\n  title: 回顾\n"


def reworded_report(year: int, sections: int) -> str:
    """One of two years of many sections without ids, every one reworded in 2025, every tenth new or gone."""
    words = re.findall(r"[\u4e00-\u9fff]{4,}", REPORT.read_text(encoding="utf-8"))
    lines = [f"schema: 1\nyear: {year}\ntitle: 报告\nreviews:\n  title: 回顾\n  sections:\n"]
    for number in range(sections):
        said = [words[(number * 37 + step) % len(words)] for step in range(60)]
        if year == 2025:
            said[::9] = (words[(number * 41 + step) % len(words)] for step in range(0, 60, 9))
            said = said[::-1] if number % 10 == 0 else said
        lines.append(f"    - title: {''.join(said[:3])}\n      items:\n")
        lines += (f"        - {{title: {said[at]}, text: {'，'.join(said[at : at + 8])}。}}\n" for at in (3, 22, 41))
    return "".join(lines)
