"""Two years of a report of any size in every shape: many entries, long texts, deep nesting, entries all alike."""

import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path

from benchmarks.workloads import make_workspace
from reportgen.source.composing import LONGEST_TEXT
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
    """Writes the report's Word file twice: with a character changed wherever it is, and with as many new paragraphs."""
    _edit_in_word(folder, "edited.docx", lambda text: text.replace("落", "抓"))
    _edit_in_word(folder, "longer.docx", lambda text: _PARAGRAPH.sub(_with_another, text))


_PARAGRAPH = re.compile("<w:p>(<w:pPr>(?:(?!</w:pPr>).)*</w:pPr>)((?:(?!</w:p>).)*)</w:p>", re.DOTALL)


def _with_another(paragraph: re.Match[str]) -> str:
    """A paragraph, and one like it behind it if it has the character, whose words are in the opposite order."""
    words = "".join(re.findall("<w:t[^>]*>([^<]*)", paragraph[2]))
    another = f"<w:p>{paragraph[1]}<w:r><w:t>{words[::-1]}</w:t></w:r></w:p>" if "落" in words else ""
    return paragraph[0] + another


def _edit_in_word(folder: Path, name: str, edit: Callable[[str], str]) -> None:
    with (
        zipfile.ZipFile(folder / "build" / "2025" / "report.docx") as made,
        zipfile.ZipFile(folder / name, "w", zipfile.ZIP_DEFLATED) as edited,
    ):
        for part in made.infolist():
            text = made.read(part)
            if part.filename == "word/document.xml":
                text = edit(text.decode()).encode()
            edited.writestr(part, text)


def _many(year: int, size: int) -> str:
    """Metrics, and reviews and tasks of many sections; half of the reviews follow a task, a third were reworded."""
    count = size // 3600
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
    """Texts as long as they may be in one paragraph each, a seventh of whose sentences were rewritten."""
    words = sentences(size // 39)
    if year == YEARS[-1]:
        words[::7] = sentences(len(words[::7]), _LATER * 10)
    most = LONGEST_TEXT // 14
    items = (
        f"        - title: 工作\n          text: {''.join(words[first : first + most])}\n"
        for first in range(0, len(words), most)
    )
    return (
        f"{_HEAD.format(year)}reviews:\n  title: 回顾\n  sections:\n    - title: 工作\n      items:\n{''.join(items)}"
    )


def _deep(year: int, size: int) -> str:
    """A note of lists in mappings in lists, which no report may have."""
    depth = size // 6
    note = "{a: [" * depth + "]}" * depth
    section = f"    - title: 推动工作\n      lead: 推动。\n      note: {note}\n"
    return f"{_HEAD.format(year)}reviews:\n  title: 回顾\n  sections:\n{section}"


def _alike(year: int, size: int) -> str:
    """Sections that all have the same title, and items that all say the same, in each year something else."""
    verb = "推动" if year == YEARS[-1] else "落实"
    text = f"{verb}工作，全年办理提案【提案】，助推解决群众身边的急难愁盼问题，有力服务全市高质量发展大局。"
    item = f"        - title: 工作\n          text: {text}\n"
    section = f"    - title: 推动工作\n      lead: 推动工作。\n      items:\n{item * 5}"
    metric = f"metrics:\n  提案: {{label: 提案, value: {year}, unit: 件}}\n"
    return (
        f"{_HEAD.format(year)}{metric}reviews:\n  title: 回顾\n  sections:\n{section * (size // len(section.encode()))}"
    )


def _metrics(year: int, size: int) -> str:
    """Metrics, and an item that prints each."""
    count = size // 290
    words = sentences(count)
    metrics = "".join(
        f"  指标{each}: {{label: {words[each][:-1]}, value: {each + year}, unit: 件}}\n" for each in range(count)
    )
    items = (f"        - text: {words[each]}全年办理第{each}项工作【指标{each}】。\n" for each in range(count))
    return f"{_HEAD.format(year)}metrics:\n{metrics}reviews:\n  title: 回顾\n  sections:\n{_in_sections(items)}"


def _terms(year: int, size: int) -> str:
    """A glossary, and a text with its terms."""
    count = size // 220
    words = sentences(count)
    terms = "".join(f"  - {{term: {each[:6]}{number}号, meaning: {each}}}\n" for number, each in enumerate(words))
    items = (f"        - text: {each}落实{each[:6]}{number}号。\n" for number, each in enumerate(words))
    return f"{_HEAD.format(year)}reviews:\n  title: 回顾\n  sections:\n{_in_sections(items)}glossary:\n{terms}"


def _renamed(year: int, size: int) -> str:
    """Tasks that have other ids in each year, and texts a word of which is another."""
    verb = "促进" if year == YEARS[-1] else "强化"
    words = sentences(size // 200)
    tasks = (
        f"    - id: 任务{number}之{year}\n      title: {each[:8]}\n      lead: {each[:6]}{verb}{each[6:]}{each[3:]}\n"
        for number, each in enumerate(words)
    )
    return f"{_HEAD.format(year)}tasks:\n  title: 任务\n  sections:\n{''.join(tasks)}"


def _moved(year: int, size: int) -> str:
    """Items that stand in other sections in each year, in the opposite order."""
    words = sentences(size // 160)
    items = [f"        - text: {each}{each[4:]}{each[7:]}\n" for each in words]
    return f"{_HEAD.format(year)}reviews:\n  title: 回顾\n  sections:\n{_in_sections(items[:: 1 if year % 2 else -1])}"


def _near(year: int, size: int) -> str:
    """Items that differ by a number alone, and in each year by a word as well."""
    verb = "促进" if year == YEARS[-1] else "强化"
    items = (
        f"        - text: {verb}第{number}项重点工作落实落地，全年开展视察调研，提出意见建议，助推问题解决。\n"
        for number in range(size // 190)
    )
    return (
        f"{_HEAD.format(year)}reviews:\n  title: 回顾\n  sections:\n    - title: 工作\n      items:\n{''.join(items)}"
    )


def _in_sections(items: Iterable[str]) -> str:
    """Items by the hundred in sections of their own."""
    return "".join(
        f"    - title: 第{number}方面\n      items:\n{''.join(each)}"
        for number, each in enumerate(batched(items, 10 * _ITEMS))
    )


def batched(items: Iterable[str], size: int) -> Iterator[list[str]]:
    """Items in runs of a size."""
    rest = iter(items)
    while run := list(islice(rest, size)):
        yield run


SHAPES: Mapping[str, Callable[[int, int], str]] = {
    "many": _many,
    "long": _long,
    "deep": _deep,
    "alike": _alike,
    "metrics": _metrics,
    "terms": _terms,
    "ids renamed": _renamed,
    "moved": _moved,
    "near": _near,
}
