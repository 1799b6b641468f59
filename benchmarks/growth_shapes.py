"""Two years of a report of any size in every shape: many entries, long texts, deep nesting, entries all alike."""

import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from benchmarks.workloads import make_workspace
from tests.hostile.growing import sentences

YEARS = (2024, 2025)
_HEAD = "schema: 1\nyear: {}\ntitle: 工作报告\n"
_ITEMS = 10
_LATER = 50_000
"""Sentences numbered from here on are in the later year alone."""


def make_shape(name: str, size: int, folder: Path) -> Path:
    """A workspace with both years in a shape, each file of about so many bytes."""
    return make_workspace(folder, **{f"y{year}": SHAPES[name](year, size) for year in YEARS})


def edit_in_word(folder: Path) -> None:
    """Writes ``edited.docx``: the report's Word file, with a word changed wherever it is."""
    with (
        zipfile.ZipFile(folder / "build" / "2025" / "report.docx") as made,
        zipfile.ZipFile(folder / "edited.docx", "w", zipfile.ZIP_DEFLATED) as edited,
    ):
        for part in made.infolist():
            text = made.read(part)
            if part.filename == "word/document.xml":
                text = text.decode().replace("推动", "促进").encode()
            edited.writestr(part, text)


def _many(year: int, size: int) -> str:
    """Metrics, and reviews and tasks of many sections; half of the reviews follow a task, a third were reworded."""
    count = size // 3000
    words = sentences(count * (_ITEMS + 1) + 1)
    metrics = "".join(
        f"  指标{each}: {{label: 第{each}项工作, value: {each + year}, unit: 件}}\n" for each in range(count)
    )
    reviews, tasks = ("".join(_sections(part, count, words, year)) for part in ("回顾", "任务"))
    parts = f"reviews:\n  title: 回顾\n  sections:\n{reviews}tasks:\n  title: 任务\n  sections:\n{tasks}"
    return f"{_HEAD.format(year)}metrics:\n{metrics}{parts}"


def _sections(part: str, count: int, words: list[str], year: int) -> Iterator[str]:
    for section in range(count):
        follows = f"      follows: [任务{section}]\n" if part == "回顾" and section % 2 else ""
        first = section * (_ITEMS + 1)
        yield f"    - id: {part}{section}\n      title: {words[first][:12]}\n{follows}      items:\n"
        for item in range(first + 1, first + _ITEMS + 1):
            new = "落实" if year == YEARS[-1] and item % 3 == 0 else ""
            text = f"{new}{words[item]}{words[item - 1]}全年办理【指标{section}】。"
            yield f"        - title: {words[item][:10]}\n          text: {text}\n"


def _long(year: int, size: int) -> str:
    """One text in one paragraph, a seventh of whose sentences were rewritten."""
    words = sentences(size // 39)
    if year == YEARS[-1]:
        words[::7] = sentences(len(words[::7]), _LATER)
    item = f"        - title: 工作\n          text: {''.join(words)}\n"
    return f"{_HEAD.format(year)}reviews:\n  title: 回顾\n  sections:\n    - title: 工作\n      items:\n{item}"


def _deep(year: int, size: int) -> str:
    """A note of lists in mappings in lists, which no report may have."""
    depth = size // 6
    note = "{a: [" * depth + "]}" * depth
    section = f"    - title: 推动工作\n      lead: 推动。\n      note: {note}\n"
    return f"{_HEAD.format(year)}reviews:\n  title: 回顾\n  sections:\n{section}"


def _alike(year: int, size: int) -> str:
    """Sections that all have the same title, and items that all say the same, in each year something else."""
    verb = "推动" if year == YEARS[-1] else "落实"
    item = f"        - title: 工作\n          text: {verb}工作，全年办理提案【提案】。\n"
    section = f"    - title: 推动工作\n      lead: 推动工作。\n      items:\n{item * 5}"
    metric = f"metrics:\n  提案: {{label: 提案, value: {year}, unit: 件}}\n"
    return (
        f"{_HEAD.format(year)}{metric}reviews:\n  title: 回顾\n  sections:\n{section * (size // len(section.encode()))}"
    )


SHAPES: Mapping[str, Callable[[int, int], str]] = {"many": _many, "long": _long, "deep": _deep, "alike": _alike}
