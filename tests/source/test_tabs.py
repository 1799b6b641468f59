"""A tab in the indent of one line of a file indented by spaces: its repair restores the line, whatever was typed."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportgen.diagnostics import apply_edits
from tests.goldens import Goldens
from tests.source.test_damaged import LAID_OUT_OTHERWISE, changed_lines
from tests.source.test_single_slips import slipped
from tests.support import examine

REPORT = """\
schema: 1
year: 2025
title: 工作报告
metrics:
  提案:
    label: 征集提案
    value: 546
    unit: 件
reviews:
  title: 回顾
  intro: >-
    征集【提案】。
    又一句。
  sections:
    - title: 一节
      lead: 导语。
      items:
        - title: 甲
          text: 正文。
        - 乙
    - title: 二节
      items:
        - 丙
tasks:
  title: 任务
  items: [丁]
"""
LINES = REPORT.split("\n")


def _indents(columns: int) -> set[str]:
    """What people type instead of so many spaces: tabs of two, four and eight columns, one tab, a tab after spaces."""
    typed = {"\t", " " * (columns - 2) + "\t"}
    for width in (2, 4, 8):
        typed |= {"\t" * (columns // width) + " " * (columns % width), "\t" * -(-columns // width)}
    return {each for each in typed if "\t" in each}


@pytest.mark.parametrize("at", [at for at, line in enumerate(LINES) if line.startswith(" ")])
def test_a_line_indented_by_tabs_is_one_finding_whose_edit_restores_it(at: int) -> None:
    content = LINES[at].lstrip()
    for indent in sorted(_indents(len(LINES[at]) - len(content))):
        text = "\n".join([*LINES[:at], indent + content, *LINES[at + 1 :]])
        examined = examine(text)
        (found,) = examined.found or pytest.fail(f"nothing found at {indent!r}")
        assert (found.code, found.place and found.place.line) == ("slip-tab", at + 1), examined.listing()
        assert apply_edits(text, found.edits) == REPORT


def test_the_report_is_sound() -> None:
    assert not examine(REPORT).found


@pytest.mark.parametrize("typed", ["    -\t乙\n", "    - \t乙\n", "    -\u00a0乙\n"])
def test_a_blank_behind_a_dash_is_a_space(typed: str) -> None:
    head = REPORT + "  closing: 完。\n"
    text = head.replace("  items: [丁]\n", f"  items:\n    - 丁\n{typed}")
    (found,) = examine(text).found
    assert found.code == "slip-space"
    assert "    - 乙\n" in apply_edits(text, found.edits)


TABBED = re.sub("(?m)^ +", lambda indent: "\t" * (len(indent[0]) // 2), REPORT)
TABBED_BY_FOUR = re.sub("(?m)^ +", lambda indent: indent[0].replace("    ", "\t"), LAID_OUT_OTHERWISE)

OTHERWISE = {
    "a tab more": (r"(?m)^(?=\t)", "\t"),
    "a tab less": (r"(?m)^\t", ""),
    "a space more": (r"(?m)^(?=\t)", " "),
    "spaces for a tab": (r"(?m)^\t", "    "),
    "a tab behind a dash": (r"- ", "-\t"),
    "a no-break space behind a dash": (r"- ", "-\xa0"),
}


def tabbed_lines(report: str, text: str) -> Iterator[str]:
    """What is found in a text, and what its edits leave that is not as it was meant."""
    found = examine(text).found
    for each in found:
        yield f"{each.place.line if each.place else '-'} {each.code} {each.words.get('count', '')}".rstrip()
    whole = next((each.edits for each in found if each.code == "indent-tabs"), ())
    yield from changed_lines(report, apply_edits(text, whole), "-+")


@pytest.mark.slow
def test_a_file_indented_by_tabs_is_one_finding_whose_edits_restore_it(goldens: Goldens) -> None:
    lines = ["# by two columns, as it is", *tabbed_lines(REPORT, TABBED)]
    lines += ["", "# by four columns, as it is", *tabbed_lines(LAID_OUT_OTHERWISE, TABBED_BY_FOUR)]
    for name, slip in OTHERWISE.items():
        lines += ["", f"# {name}"]
        for line, text in slipped(slip, TABBED):
            lines += [f"line {line}:", *tabbed_lines(REPORT, text)]
    goldens.check({Path(__file__).with_name("tabs.txt"): "\n".join(lines)})
