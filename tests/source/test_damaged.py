"""What is reported of some seven hundred damaged files, line by line, so that whatever changes it is seen.

``damaged/`` holds, for each file, the lines that went (-) and came (+), then each finding with its place, its words and
its hints, and the lines that its edits make of those (>). The damage is that of ``tests/mutants.py``.
"""

import difflib
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportgen.diagnostics import Diagnostic, Wording, apply_edits
from reportgen.workflows.report_files import read_report_file
from tests.goldens import Goldens
from tests.mutants import mutant
from tests.source.test_single_slips import REPORT, SLIPS, slipped

IN_BRACKETS = """\
schema: 1
year: 2025
title: 工作报告
metrics: {提案: {label: 征集提案, value: 546, unit: 件}, 信息: {label: "报送信息", value: 1.2, unit: 万篇}}
reviews:
  title: 工作回顾
  sections:
    - {id: 甲, title: 围绕中心, items: [走访, {title: 联系, text: '联系了群众。'}]} # 待核
    - title: 服务大局
      items: [征集【提案】, '报送【信息】', "参政：议政",
        凝聚共识]
tasks: {title: 主要任务, items: [学习理论, 深入调研]}
"""
"""A report in which slips fall between brackets."""

OF_TEXTS = """\
# 市政协，2025 年
schema: 1
year: 2025
title: "工作：报告"
metrics:
  '办结': { label: "甲\\u4e59", value: 1, unit: 件 } # 待核
reviews:
  title: 工作回顾
  intro: "凝聚
    共识，“参政”\\
    议政。

    又一段 #1。"
  sections:
    - title: 甲
      lead: | # 照录
        第一行。
          缩进的一行：甲

        新的一段 # 不是注释
      items:
      - '引''号：甲
        续行'
      - 素文本:b
        续行，
        再续
      # 下一条
      - >2
          前有空格
        [不是括号]
  closing: >-

    完：成了。
tasks:
    title: 任务
    items: ["一, 二", 三
      、四,

      五]
...
"""
"""A report whose texts are written in every way that YAML has."""

LAID_OUT_OTHERWISE = """\
schema: 1
year: 2025
title: 工作报告
metrics:
    提案: {label: 征集提案, value: 546, unit: 件}
    信息:
        label: 报送信息
        value: 120
        unit: 篇
reviews:
    title: 工作回顾
    sections:  # 三节
    # 第一节
    -
      title: 围绕中心
      items:  # 三件
      - 走访委员，
      - 联系群众
      - title: 学习
        text: 学习了。

    - id: 乙
      title: 服务大局
      items:
          - title: 协商
            id: 丁
          - title: 监督
            text: |
                监督了。
                又一句。
    closing: 完成了【提案】。
tasks:
    title: 主要任务
    items:
    -   id: 丙
        title: 学习理论
    -   深入调研
"""
"""A report with other indents: of four, of none before dashes, of four behind them."""

MOVES = {
    "three-less": (r"(?m)^   ", ""),
    "two-less": (r"(?m)^  ", ""),
    "one-less": (r"(?m)^ ", ""),
    "one-more": (r"(?m)^(?=.)", " "),
    "two-more": (r"(?m)^(?=.)", "  "),
    "three-more": (r"(?m)^(?=.)", "   "),
    "four-more": (r"(?m)^(?=.)", "    "),
}
"""What becomes of the indent of a line."""

SHORT = """\
schema: 1
year: 2025
title: 工作报告
reviews:
  title: 工作回顾 # 甲
  sections:
    -
      id: 甲
      title: "围绕: 中心"
      items:
        - 走访委员
        - title: 联系：群众
          text: >-
            联系了。
    - title: 服务
      items: ["协商, 议政", {title: '监督', text: 监督了。}]
"""

TYPED = {
    "tab behind a colon": (r"(?<=:) ", "\t"),
    "wide space behind a colon": (r"(?<=:) ", "\u3000"),
    "wide space before a value": (r"(?<=: )", "\u3000"),
    "no-break space before a colon": (r"(?=: )", "\xa0"),
    "two colons": (r":(?= )", ":："),
    "colon twice": (r":(?= )", "::"),
    "wide colon and space": (r": ", "：　"),
    "wide colons": (r": ", "：："),
    "hash in brackets": (r"(?<=\w)(?=[,\]}])", " #1"),
    "comment in brackets": (r"(?m)(?=[\]}]+$)", " # "),
    "an alias": (r"(?<=: )(?=\w)", "*"),
    "an anchor": (r"(?<=: )(?=\w)", "&a "),
    "a tag": (r"(?<=: )(?=\w)", "!a "),
    "an escape": (r"(?<=\")(?=\w)", r"\\x07"),
    "a second colon": (r"(?<=\w)(?=[了群])", ": "),
    "a bracket alone": (r"(?<=items: )\[.*", "["),
    "a brace alone": (r"(?<=: ).*(?=\n)", "{"),
    "a bracket too many": (r"(?m)(?<=[\]}])$", "]"),
    "a bracket too many and a letter": (r"(?m)(?<=[\]}])$", "}x"),
    "a quote in brackets": (r"(?<=[\[ ])(?=[^\s{\[\"']+[,\]}])", "'"),
    "quotes inside": (r"'(.)(.)'", r"“\1“\2”"),
    "wide quotes": (r"[\"']([^\"']*)[\"']", r"“\1”"),
    "tab behind a dash": (r"(?<=-) ", "\t"),
    "wide space behind a dash": (r"(?<=-) ", "\u3000"),
    "wide dash": (r"- ", "－"),
    "long dash": (r"-(?= )", "—"),
    "tabs for an indent": (r"(?m)^ +", "\t\t"),
    "wide space for an indent": (r"(?m)^  ", "\u3000"),
    "no-break space in an indent": (r"(?m)^ ", "\xa0"),
    "a line of blanks": (r"(?m)^(?=.)", "              \u3000\n"),
    "invisible before a line": (r"(?m)^(?=.)", "\u200b"),
    "invisible in a name": (r"(?<=[a-z])(?=[a-z]+:)", "\u200b"),
    "wide hash": (r"#", "＃"),
    "no space before a hash": (r" #", "#"),
    "wide quote": (r"[\"']", "“"),
    "wide comma": (r", ", "，"),
    "semicolon": (r", ", "；"),
    "wide bracket": (r"[\[{]", "｛"),
    "wide closing bracket": (r"[\]}]", "］"),
    "wrong bracket": (r"[\]}]", "】"),
}
"""What Chinese input methods, word processors and web pages turn a mark or a space into."""

REFERENCES = IN_BRACKETS.replace("征集【提案】, '报送【信息】', \"参政：议政\",", "征集【提案】报送【信息】,")
"""Marks of references that end no list, which ends on the next line."""

GOLDENS = Path(__file__).with_name("damaged")
EACH = 45
"""Files a golden."""


def damaged_files(first: int, report: str) -> Iterator[tuple[int, str]]:
    """Copies of a report that are still UTF-8 with the line ends of Unix, with their numbers."""
    for number in range(first, first + EACH):
        try:
            text = mutant(report, number).decode("utf-8")
        except UnicodeDecodeError:
            continue
        if "\r" not in text:
            yield number, text


def changed_lines(before: str, after: str, signs: str) -> Iterator[str]:
    """The lines that differ, each with a sign: that of those that went, if any, and that of those that came."""
    for line in difflib.ndiff(before.split("\n"), after.split("\n")):
        if line[0] in "-+" and (sign := signs["-+".index(line[0])]) != " ":
            yield f"{sign} {shown(line[2:])}"


def shown(text: str) -> str:
    """A text with whatever does not show as its escape."""
    return "".join(each if each.isprintable() else ascii(each)[1:-1] for each in text)


def listed(found: Diagnostic, text: str) -> Iterator[str]:
    place = found.place
    where = f"{place.line}:{place.column}-{place.end_column}" if place else "-"
    words = (f"{name}={shown(word.zh if isinstance(word, Wording) else word)}" for name, word in found.words.items())
    yield " ".join((where, found.code, *words, *(f"({hint})" for hint in found.hints)))
    if found.edits:
        yield from changed_lines(text, apply_edits(text, found.edits), " >")


def read_lines(report: str, text: str) -> Iterator[str]:
    """What a damaged report has of its own, and what is found in it."""
    yield from changed_lines(report, text, "-+")
    read = read_report_file("2025.yaml", text.encode(), 2025)
    for each in read.diagnostics:
        yield from listed(each, read.source.text if read.source else "")
    yield ""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "report"),
    [
        ("lines", REPORT),
        ("brackets", IN_BRACKETS),
        ("texts", OF_TEXTS),
        ("otherwise", LAID_OUT_OTHERWISE),
        ("short", SHORT),
    ],
)
@pytest.mark.parametrize("first", range(1, 181, EACH))
def test_what_is_found_in_damaged_files(goldens: Goldens, first: int, name: str, report: str) -> None:
    lines: list[str] = []
    for number, text in damaged_files(first, report):
        lines += [f"{number}", *read_lines(report, text)]
    goldens.check({GOLDENS / f"{name}-{first}.txt": "\n".join(lines)})


@pytest.mark.slow
@pytest.mark.parametrize("move", MOVES)
def test_what_is_found_where_one_line_is_moved(goldens: Goldens, move: str) -> None:
    lines: list[str] = []
    for report in (REPORT, LAID_OUT_OTHERWISE):
        for _, text in slipped(MOVES[move], report):
            lines += read_lines(report, text)
    goldens.check({GOLDENS / f"moved-{move}.txt": "\n".join(lines)})


@pytest.mark.slow
def test_what_is_found_where_one_mark_is_missing_or_wrong(goldens: Goldens) -> None:
    lines: list[str] = []
    for name, slip in SLIPS.items():
        if not name.endswith(("less", "more")):
            lines += [f"# {name}", ""]
            for _, text in slipped(slip, LAID_OUT_OTHERWISE):
                lines += read_lines(LAID_OUT_OTHERWISE, text)
    goldens.check({GOLDENS / "marks.txt": "\n".join(lines)})


@pytest.mark.slow
def test_what_is_found_where_one_mark_is_typed_otherwise(goldens: Goldens) -> None:
    lines: list[str] = []
    for name, slip in TYPED.items():
        lines += [f"# {name}", ""]
        for _, text in slipped(slip, SHORT):
            lines += read_lines(SHORT, text)
    goldens.check({GOLDENS / "typed.txt": "\n".join(lines)})


@pytest.mark.parametrize("report", [SHORT, REFERENCES, REPORT, IN_BRACKETS, OF_TEXTS, LAID_OUT_OTHERWISE])
def test_undamaged_they_are_sound(report: str) -> None:
    assert read_report_file("2025.yaml", report.encode(), 2025).diagnostics == ()
