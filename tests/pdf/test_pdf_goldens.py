"""Small reports as PDF files, object by object as qpdf reads them: what no page shows is as it should be too."""

from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from msgspec.structs import replace

from reportgen.diagnostics import Place
from reportgen.pdf.structure import Element, Link, structure_of
from reportgen.style import LogoStyle, WorkspaceFile
from tests.goldens import Goldens
from tests.pdf.test_pdf import made
from tests.pdf.tree import tag_tree, tree_text
from tests.support import ROOT, examine, sheet_named

GOLDENS = Path(__file__).parent / "goldens"
REPORT = """\
schema: 1
year: 2025
title: 工作报告
organization: 政协云汀市委员会
date: 2026-01-16
metrics:
  提案: {label: 提案, value: 437, unit: 件, history: {2022: 380, 2023: 401, 2024: 421}}
  满意率: {label: 满意率, value: 98.6, unit: "%"}
glossary:
  - {term: 书香政协, meaning: 读书。}
opening: 各位委员，报告如下。
reviews:
  title: 工作回顾
  intro: 全年征集提案【提案】，满意率【满意率】，建设**书香政协**——好。
  sections:
    - title: 一节
      items:
        - {title: 一条, text: 登录www.example.org办理AI业务。}
tasks:
  title: 主要任务
  sections:
    - {title: 又一节, items: [一条, {title: 两条, text: 一句。}]}
closing: 完。
signature: 政协云汀市委员会
"""


LISTS = """\
schema: 1
year: 2025
title: 工作报告
reviews:
  title: 工作回顾
  intro: 建设书香政协，办好委员讲堂，三融三联。
  sections:
    - title: 一节
      items: [一条, {title: 两条, text: 一句。}]
tasks:
  title: 主要任务
  sections:
    - title: 又一节
      items:
        - 一条
        - text: |
            一段。

            又一段。
glossary:
  - term: 书香政协
    meaning: |
      一段。

      又一段。

      再一段。
  - {term: 委员讲堂, meaning: 一句。}
  - term: 三融三联
    meaning: |
      一段。

      又一段。
"""
"""Entries of several paragraphs, and a text with several marks."""


def _value(value: Any) -> str:
    """A value in one line: names, numbers and texts as they are, a reference as what kind of object it leads to."""
    if isinstance(value, pikepdf.Stream):
        return f"stream of {value.get('/Subtype', '')}"
    if isinstance(value, pikepdf.Dictionary):
        return "<" + " ".join(f"{key} {_value(each)}" for key, each in value.items() if key != "/Parent") + ">"
    if isinstance(value, pikepdf.Array):
        return "[" + " ".join(map(_value, value)) + "]"
    return str(value)


def _outline(items: Any, pages: list[Any], depth: int = 0) -> list[str]:
    """Each entry with how many it shows or hides, and the page and the height it leads to."""
    lines: list[str] = []
    item, before = items.get("/First"), None
    while item is not None:
        assert item.get("/Prev") == before
        page, *place = item.Dest
        lines.append(f"{'  ' * depth}{item.Title} {item.get('/Count', '')} → {pages.index(page)} {_value(place[2])}")
        lines += _outline(item, pages, depth + 1)
        item, before = item.get("/Next"), item
    assert items.get("/Last") == before
    return lines


def _font(font: Any) -> list[str]:
    (descendant,) = font.DescendantFonts
    left_out = "/FontFile", "/FontName"  # bytes, and a tag made of them
    descriptor = {key: value for key, value in descendant.FontDescriptor.items() if not key.startswith(left_out)}
    texts = font.ToUnicode.read_bytes().decode("ascii")
    name = f"{str(font.BaseFont)[8:]} {font.Subtype} {font.Encoding} {descendant.Subtype}"
    return [
        f"{name} {_value(pikepdf.Dictionary(descriptor))}",
        f"  {_value(descendant.W)}"[:400],
        *(f"  {line}" for line in texts.splitlines() if line.startswith("<")),
    ][:20]


def _dump(data: bytes) -> str:
    with pikepdf.open(BytesIO(data)) as pdf:
        pages: list[Any] = [page.obj for page in pdf.pages]
        lines = ["== catalog"]
        lines += [
            f"{key} {_value(pdf.Root[key])}"
            for key in ("/Lang", "/MarkInfo", "/PageLabels", "/PageMode", "/ViewerPreferences")
            if key in pdf.Root
        ]
        lines += ["== outline", str(pdf.Root.Outlines.get("/Count", "")), *_outline(pdf.Root.Outlines, pages)]
        fonts = {str(font.BaseFont): font for page in pages for font in page.Resources.get("/Font", {}).values()}
        for number, page in enumerate(pages):
            lines.append(f"== page {number}: {_value(page.MediaBox)} {page.get('/Tabs', '')}")
            lines += [
                f"{_value(each.Rect)} {each.get('/Contents', '')} {each.F} → {pages.index(each.Dest[0])} {each.Dest[3]}"
                for each in page.get("/Annots", [])
            ]
            content = b"".join(each.read_bytes() for each in _streams(page.Contents))
            lines += content.decode("latin-1").splitlines()
        for _, font in sorted(fonts.items(), key=lambda each: each[0][7:]):
            lines += ["== font", *_font(font)]
    return "\n".join([*lines, "== tags", tree_text(tag_tree(data))])


def _streams(contents: Any) -> list[Any]:
    return list(contents) if isinstance(contents, pikepdf.Array) else [contents]


def _structure(element: Element, depth: int = 0) -> list[str]:
    """An element a line with what it shows itself, by block, part and slot, and where its links are; then its kids."""
    shown = [
        f"{kid.block}.{kid.part}!" if isinstance(kid, Link) else ".".join(map(str, kid))
        for kid in element.kids
        if not isinstance(kid, Element)
    ]
    alternative = f"“{element.alternative}”" if element.alternative else ""
    line = " ".join(filter(None, (element.tag, *shown, element.attributes, alternative)))
    kids = (_structure(kid, depth + 1) for kid in element.kids if isinstance(kid, Element))
    return [f"{'  ' * depth}{line}", *chain.from_iterable(kids)]


@pytest.mark.parametrize("style", ["classic", "plenary"])
@pytest.mark.parametrize("case", ["every-field", "metrics-over-many-years", "lists"])
def test_the_structure_of_a_document_is_as_expected(style: str, case: str, goldens: Goldens) -> None:
    logo = LogoStyle(file=WorkspaceFile("a.png", Place("styles/ours.yaml")), text="徽")
    sheet = replace(sheet_named(style), logo=logo)
    report = LISTS if case == "lists" else (ROOT / "tests" / "cases" / case / "2025.yaml").read_text("utf-8")
    document = examine(report, style=sheet, draft=True).composed
    lines = _structure(structure_of(document))
    goldens.check({GOLDENS / f"structure.{case}.{style}.txt": "\n".join([*lines, ""])})


@pytest.mark.slow
@pytest.mark.parametrize("style", ["official", "plenary"])
def test_a_small_report_as_objects(style: str, goldens: Goldens) -> None:
    goldens.check({GOLDENS / f"small.{style}.txt": _dump(made(style, REPORT)[2])})
