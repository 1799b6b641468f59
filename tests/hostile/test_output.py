"""What a terminal, a spreadsheet or a browser is given: texts and names from other hands are never obeyed."""

import csv
import io
import json
import re
import shutil
import sys
import unicodedata
from collections import Counter
from pathlib import Path

import openpyxl
import pytest

from reportgen.text.characters import visible
from tests.compare.reports import YEARS
from tests.hostile.commands import run_in_terminal, run_limited
from tests.hostile.repositories import git
from tests.support import MINIMAL, outside_program

pytestmark = pytest.mark.slow

EVIL = "\x1b[31m红\x1b]0;题\x07\x9b5m\u202e倒\u2066内\u200f\u200e\u061c\x7f\u200b"
"""A colour, a new title of the window, a control of eight bits, marks of direction, one of no width."""

ESCAPED = EVIL.encode("ascii", "backslashreplace").decode()
"""The same as a text in double quotes has it."""

_FAMILY = "\U0001f468\u200d\U0001f469"


def unseen(text: str) -> list[str]:
    """What a terminal would obey or hide in a text; our own colours are taken out first."""
    plain = re.sub(r"\x1b\[[0-9;]*m", "", text) if "\x1b[0m" in text else text
    return sorted({each for each in plain if is_unseen(each)})


def is_unseen(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cf", "Zl", "Zp", "Cs") and character not in "\n\t\u200c\u200d"


def test_the_table_of_unseen_characters_has_all_of_them() -> None:
    """Of this Python's Unicode; joiners stay, since they change their neighbours."""
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    shown = visible(every)
    assert [f"{ord(each):X}" for each in every if is_unseen(each) and each in shown] == []
    escaped = {each for each in every if not is_unseen(each) and each not in shown}
    assert {each for each in escaped if unicodedata.category(each) != "Cn"} == set(), "but what is not assigned yet"
    assert visible(f"甲\x1b[31m\u202e{_FAMILY}\n乙\t丙") == f"甲<U+001B>[31m<U+202E>{_FAMILY}\n乙\t丙"


# A terminal.


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """Two years whose texts, names and style sheet are full of what a terminal obeys."""
    root = tmp_path / "w"
    (root / "data").mkdir(parents=True)
    (root / "styles").mkdir()
    for year in (2024, 2025):
        (root / "data" / f"{year}.yaml").write_text(report(year), "utf-8")
    (root / "styles" / "own.yaml").write_text(
        f'extends: plenary\ndescription: "样{ESCAPED}"\nfonts:\n  bad: {{faces: ["甲{ESCAPED}"], word: "乙", '
        f'word_latin: "丙"}}\n',
        "utf-8",
    )
    (root / f"x{EVIL}.yaml").write_text(report(2025).replace("437", "438"), "utf-8")
    return root


def report(year: int) -> str:
    """A report with what is typed, what is escaped, and a key of it."""
    return f"""\
schema: 1
year: {year}
title: "题{ESCAPED}"
organization: "单{ESCAPED}"
metrics:
  提案:
    {{label: "提{ESCAPED}", value: {437 + year - 2025}, unit: "件{ESCAPED}", group: "组{ESCAPED}", note: "注\u202e"}}
reviews:
  title: 回顾\u202e
  sections:
    - title: "节{ESCAPED}"
      items:
        - {{title: "条{ESCAPED}", text: "征集【提案】。{year}{ESCAPED}", "键{ESCAPED}": 1}}
tasks:
  title: 任务
  sections:
    - {{title: "任{ESCAPED}", items: ["务{ESCAPED}"]}}
glossary:
  - {{term: "词{ESCAPED}", meaning: "义\u202e"}}
# 注\x1b[31m\u202e
"""


COMMANDS = (
    ("check", "2025"),
    ("check", "2025", "--all"),
    ("check", "2025", "--pages"),
    ("check", "2025", "--format", "concise"),
    ("check", "2025", "--format", "json"),
    ("check", "2025", "--format", "sarif"),
    ("check", "2025", "--format", "github"),
    ("check", f"20{EVIL}"),
    ("check", "--explain", EVIL),
    (EVIL,),
    ("check", "2025", f"--{EVIL}"),
    ("build", "2025"),
    ("build", "2025", "--json"),
    ("build", "2025", "--style", f"x{EVIL}"),
    ("fmt", "2025", "--diff", "--ime", "--punctuation"),
    ("new", "2026"),
    ("diff", "2024", "2025"),
    ("diff", "2024", "2025", "--format", "json"),
    ("diff", "2024", "2025", "--format", "txt"),
    ("diff", "2024", "2025", "--format", "markdown"),
    ("diff", "2025", f"x{EVIL}.yaml"),
    ("diff", "2025", f"none{EVIL}.yaml"),
    ("follow", "2024", "2025"),
    ("follow", "2024", "2025", "--format", "txt"),
    ("metrics",),
    ("metrics", "--format", "json"),
    ("metrics", "--format", "txt"),
    ("metrics", "--format", "markdown"),
    ("styles",),
    ("styles", "--json"),
    ("fonts", "--style", "own"),
    ("fonts", "2025", "--style", "own", "--json"),
    ("verify", f"x{EVIL}.yaml"),
    ("textconv", f"x{EVIL}.yaml"),
    ("textconv", f"none{EVIL}.yaml"),
    ("--root", f"none{EVIL}", "metrics"),
    ("metrics", "--root", f"none{EVIL}"),
)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: visible(" ".join(command)))
def test_nothing_unseen_reaches_a_terminal_or_a_program(workspace: Path, command: tuple[str, ...]) -> None:
    ran = run_limited(*command, folder=workspace)
    assert unseen(ran.text) == []
    assert ran.text.strip()


@pytest.mark.parametrize("command", [("check", "2025"), ("diff", "2024", "2025"), ("follow", "2024", "2025")])
def test_colours_are_our_own(workspace: Path, command: tuple[str, ...]) -> None:
    shown = run_in_terminal(*command, folder=workspace)
    assert "\x1b[0m" in shown, "the terminal shows colours"
    codes = set(re.findall(r"\x1b\[([0-9;]*)m", shown))
    assert codes <= {"0", "1", "1;31", "1;33", "1;36", "34", "32", "31"}
    assert unseen(shown.replace("\r\n", "\n")) == []
    balanced = shown.count("\x1b[0m")
    assert balanced * 2 == shown.count("\x1b["), "every colour that begins ends, and none comes from a text"


def test_what_is_escaped_can_be_read(workspace: Path) -> None:
    ran = run_limited("diff", "2025", f"x{EVIL}.yaml", folder=workspace)
    assert "x<U+001B>[31m红<U+001B>]0;题<U+0007><U+009B>5m<U+202E>倒<U+2066>内" in ran.out


def test_json_keeps_every_character(workspace: Path) -> None:
    ran = run_limited("diff", "2025", f"x{EVIL}.yaml", "--format", "json", folder=workspace)
    assert json.loads(ran.out)["new"] == f"x{EVIL}.yaml"


def test_names_of_branches_are_only_names(tmp_path: Path) -> None:
    outside_program("git")
    workspace = tmp_path / "w"
    (workspace / "data").mkdir(parents=True)
    shutil.copy(YEARS / "2025.yaml", workspace / "data")
    git(workspace, "init", "--quiet")
    git(workspace, "add", "--all")
    git(workspace, *("-c", f"user.name=甲{EVIL}", "-c", "user.email=a@example.org"), "commit", "--quiet", "-m", "稿")
    branch = "支\u202e\u2066\x9b5m<b>"
    git(workspace, "branch", branch)
    for form in ("terminal", "txt", "markdown", "json"):
        ran = run_limited("diff", f"{branch}:2025", "2025", "--format", form, folder=workspace)
        assert ran.code == 0, ran.text
        assert unseen(ran.text) == []
    ran = run_limited("diff", f"{branch}:2025", f"{branch}\u202e:2025", folder=workspace)
    assert "error[revision-unknown]" in ran.err
    assert unseen(ran.text) == []


def test_stamps_of_other_hands_are_shown_escaped(workspace: Path) -> None:
    stamp = f"reportgen/9{EVIL} 2025 plenary style:{EVIL}={'0' * 64} report={'1' * 64}"
    for name, content in (
        ("a.html", f'<meta name="dcterms.identifier" content="{stamp}">'),
        ("a.pdf", f"%PDF-1.7\n<dc:source>{stamp}</dc:source>"),
    ):
        (workspace / name).write_text(content, "utf-8")
        ran = run_limited("verify", name, folder=workspace)
        assert "made from the report of 2025: style plenary, reportgen 9<U+001B>[31m" in ran.out
        assert unseen(ran.text) == []


def test_sound_text_is_printed_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    text = f"一家{_FAMILY}，३；“引”——㈠𠮷"
    (tmp_path / "data" / "2025.yaml").write_text(MINIMAL + f"  intro: {text}\n", "utf-8")
    assert text.rstrip() in run_limited("textconv", "data/2025.yaml", folder=tmp_path).out


# A file that people open.


@pytest.mark.parametrize("form", ["txt", "markdown", "html"])
def test_nothing_unseen_is_in_a_file_of_text(tmp_path: Path, form: str) -> None:
    """What a check lets through: marks of direction and of no width, in the report and in the style sheet."""
    (tmp_path / "data").mkdir()
    (tmp_path / "styles").mkdir()
    marks = "\\u202e\\u2066\\u200b\\u200f"
    (tmp_path / "data" / "2025.yaml").write_text(
        MINIMAL.replace("title: 工作报告", f'title: "报{marks}告"\norganization: "单{marks}位"')
        + f'  intro: "前{marks}言。"\nglossary: [{{term: "词{marks}", meaning: "义{marks}。"}}]\n',
        "utf-8",
    )
    (tmp_path / "styles" / "own.yaml").write_text(
        f'extends: plenary\nglossary: {{title: "释{marks}义"}}\ncontents: {{title: "目{marks}录"}}\n', "utf-8"
    )
    ran = run_limited("build", "2025", "--style", "own", "--format", form, folder=tmp_path)
    assert ran.code == 0, ran.text
    (built,) = (tmp_path / "build" / "2025").iterdir()
    content = built.read_text("utf-8")
    assert "报告" in content
    assert unseen(content) == []


@pytest.mark.parametrize("form", ["html", "docx", "pdf"])
def test_a_comparison_of_unsound_reports_is_a_sound_file(workspace: Path, form: str) -> None:
    ran = run_limited("diff", "2024", "2025", "--format", form, folder=workspace)
    assert ran.code == 0 or "error[character-missing]" in ran.err, ran.text
    if form == "html":
        assert unseen((workspace / "build" / "2025" / "comparison.html").read_text("utf-8")) == []


# A browser.

MARKUP = (
    "</style><script>alert(1)</script>",
    "'}</style><img src=x onerror=alert(1)>",
    "\\'; } * { display: none } a",
    "<!--",
    "a\nb",
    "'\"><b>",
    "\\3c/style>",
)


@pytest.mark.parametrize(("name", "place"), [*((name, "build") for name in MARKUP), (MARKUP[0], "diff")])
def test_the_name_of_a_font_is_not_markup(tmp_path: Path, name: str, place: str) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "styles").mkdir()
    for year in (2024, 2025):
        shutil.copy(YEARS / f"{year}.yaml", tmp_path / "data")
    short = name.replace("\n", " ")[:31]
    font = {"faces": [name, "Noto Serif SC"], "latin": [name], "word": short, "word_latin": f"{short[:30]}a"}
    sheet = {"extends": "plenary", "fonts": {f"甲{name}": font}, "text": {"base": {"font": f"甲{name}"}}}
    (tmp_path / "styles" / "own.yaml").write_text(json.dumps(sheet), "utf-8")
    command = ("build", "2025") if place == "build" else ("diff", "2024", "2025")
    ran = run_limited(*command, "--style", "own", "--format", "html", folder=tmp_path)
    assert ran.code == 0, ran.text
    (built,) = (tmp_path / "build" / "2025").glob("*.html")
    page = built.read_text("utf-8")
    assert page.count("<style>") == page.count("</style") == 1
    style = page.partition("<style>")[2].partition("</style")[0]
    assert "<" not in style
    assert "<script" not in page
    assert "onerror" not in page.replace(style, "")
    bare = re.sub(r"'[^'\n]*'", "''", style)
    assert "alert" not in bare
    assert "display: none }} a" not in bare


# A spreadsheet.

FORMULAS = (
    *("=1+1", "+1+1", "-1+1", "@SUM(A1)", "=cmd|' /C calc'!A0", "\t=1+1", "＝1+1", "{=1+1}", "+A1"),
    *("-2+3+cmd|' /C x'!A0", "+1;=1+1"),
)


@pytest.fixture
def formulas(tmp_path: Path) -> Path:
    """Metrics whose groups, labels and units are formulas; beside them sound ones that fall."""
    (tmp_path / "data").mkdir()
    metrics = "".join(
        f"  甲{index}: {{label: {each}, value: {{}}, unit: {each}, group: {each}}}\n"
        for index, each in enumerate(map(json.dumps, FORMULAS))
    )
    metrics += "  温: {label: 气温, value: {}, unit: ℃}\n  人: {label: 人次, value: {}, unit: 万人次, decimals: 1}\n"
    for year, value in ((2024, "5"), (2025, "-3.5")):
        text = MINIMAL.replace("year: 2025", f"year: {year}") + "metrics:\n" + metrics.replace("{}", value)
        (tmp_path / "data" / f"{year}.yaml").write_text(text, "utf-8")
    return tmp_path


def test_a_csv_file_has_no_formulas(formulas: Path) -> None:
    ran = run_limited("metrics", "--format", "csv", folder=formulas)
    content = (formulas / "build" / "metrics.csv").read_text("utf-8-sig")
    rows = list(csv.reader(io.StringIO(content, newline="")))
    assert len(rows) == 1 + len(FORMULAS) + 2, ran.text
    for row in rows:
        for cell in row:
            assert not cell.startswith(("=", "@", "\t", "\r", "＝", "＋", "＠", "－", "+A", "-A")), row
            assert not re.match(r"[+-]", cell) or re.fullmatch(r"[+-]?[\d.]+[^\W\d_℃%]*[℃%]?", cell), row


def test_sound_cells_of_a_csv_file_are_as_they_were(formulas: Path) -> None:
    """Numbers below zero and differences with a sign stay what they are."""
    run_limited("metrics", "--format", "csv", folder=formulas)
    content = (formulas / "build" / "metrics.csv").read_text("utf-8-sig")
    rows = list(csv.reader(io.StringIO(content, newline="")))
    assert ["", "气温", "℃", "5", "-3.5", "-8.5", "下降8.5℃", "5℃", "-3.5℃"] in rows
    assert ["", "人次", "万人次", "5.0", "-3.5", "-8.5", "减少8.5万人次", "5.0万人次", "-3.5万人次"] in rows


def test_a_workbook_has_no_formulas(formulas: Path) -> None:
    run_limited("metrics", "--format", "xlsx", folder=formulas)
    sheet = openpyxl.load_workbook(formulas / "build" / "metrics.xlsx").active
    assert sheet is not None
    for row in sheet.iter_rows():
        for cell in row:
            assert cell.data_type in ("s", "n"), cell.value
            if isinstance(cell.value, str) and cell.value[:1] in tuple("=+-@"):
                assert cell.quotePrefix, f"{cell.value} stays a text when it is edited"
    assert [cell.value for cell in sheet["E"]][1:] == [-3.5] * (len(FORMULAS) + 2)


# Many findings.

FORMS = ("full", "concise", "json", "sarif", "github")


@pytest.mark.parametrize(
    ("content", "forms"),
    [("a\x01", FORMS), ("\ue863", ("json",)), ("中,", ("json",)), ("x: 中,中\n  ", ("concise",))],
    ids=["control", "private", "half-width", "lines"],
)
def test_findings_are_counted_and_not_all_listed(tmp_path: Path, content: str, forms: tuple[str, ...]) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "2025.yaml").write_text(f"{MINIMAL}  intro: {content * 5_000}\n", "utf-8")
    for form in forms:
        ran = run_limited("check", "2025", "--format", form, folder=tmp_path)
        assert "findings-left-out" in ran.out
        assert len(ran.out) < 2_000_000


def test_the_rest_is_counted(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "2025.yaml").write_text(MINIMAL + "  intro: " + "a\x01" * 5_000 + "\n", "utf-8")
    found = json.loads(run_limited("check", "2025", "--format", "json", folder=tmp_path).out)
    assert Counter(each["code"] for each in found)["character-control"] == 1000
    (rest,) = (each for each in found if each["code"] == "findings-left-out")
    assert (rest["severity"], rest["file"]) == ("note", "data/2025.yaml")
    assert rest["message"] == "4000 more findings of character-control in this file are not listed"


def test_two_megabytes_of_control_characters_are_not_a_flood(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "2025.yaml").write_text("a\x01" * 1_000_000, "utf-8")
    for form in FORMS:
        ran = run_limited("check", "2025", "--format", form, folder=tmp_path, memory=1 << 30)
        assert ran.code == 1
        assert len(ran.out) < 1_000_000


def test_a_finding_is_short_whatever_it_quotes(tmp_path: Path) -> None:
    """Keys, values and names of a megabyte; the line is cut around the place."""
    (tmp_path / "data").mkdir()
    long = "长" * 300_000
    text = f"{MINIMAL}  {long}: 1\n  sections: [{{title: {long}, {long}：1}}]\nmetrics: {{{long}: {{value: {long}}}}}\n"
    (tmp_path / "data" / "2025.yaml").write_text(text, "utf-8")
    for form in FORMS:
        ran = run_limited("check", "2025", "--format", form, folder=tmp_path)
        assert ran.code == 1
        assert len(ran.out.encode()) < 100_000
