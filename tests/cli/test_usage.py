"""What is wrong with a command line: one finding in the language of the run, with what to write instead."""

import json
import re
import shlex
from pathlib import Path

import pytest

from reportgen.cli.language import asked_language, system_language
from reportgen.cli.parsing import parse_draft, parse_formats, parse_names, parse_years
from reportgen.cli.usage_errors import UsageError
from tests.cli.test_cli import reportgen
from tests.cli.test_help import HAN
from tests.goldens import Goldens

GOLDEN = Path(__file__).with_name("usage.txt")
"""Wrong command lines, each with its error in English and in Chinese."""

QUOTED = re.compile("“.*?”")
LINES = [line.removeprefix("$ ") for line in GOLDEN.read_text("utf-8").splitlines() if line.startswith("$ ")]


def error_of(line: str, folder: Path, language: str) -> str:
    """The error that a wrong command line gets."""
    locale = "zh_CN.UTF-8" if language == "zh" else "C.UTF-8"
    ran = reportgen(*shlex.split(line)[1:], folder=folder, LC_ALL=locale)
    assert (ran.returncode, ran.stdout) == (2, "")
    return ran.stderr


@pytest.mark.slow
def test_an_error_names_what_is_wrong_and_what_to_write(tmp_path: Path, goldens: Goldens) -> None:
    blocks = [f"$ {line}\n{error_of(line, tmp_path, 'en')}{error_of(line, tmp_path, 'zh')}" for line in LINES]
    goldens.check({GOLDEN: "\n".join(blocks)})


def test_each_language_keeps_to_itself() -> None:
    """No word of Typer's, whose own sentences are English; what was typed aside."""
    for block in GOLDEN.read_text("utf-8").split("\n\n"):
        typed, *lines = block.splitlines()
        for line in lines:
            chinese = line.startswith(("错误", "   = 建议"))
            assert bool(HAN.search(QUOTED.sub("", line))) == chinese, typed


def test_programs_read_wrong_usage_as_json(tmp_path: Path) -> None:
    ran = reportgen("build", "20x5", "--json", folder=tmp_path)
    (found,) = json.loads(ran.stdout)["diagnostics"]
    assert (ran.returncode, ran.stderr, found["code"]) == (2, "", "year-invalid")


def test_empty_arguments_are_arguments(tmp_path: Path) -> None:
    ran = reportgen("build", "", folder=tmp_path)
    assert (ran.returncode, ran.stderr) == (
        2,
        "error[year-invalid]: “” is not a year; write four digits, such as 2026\n",
    )


@pytest.mark.parametrize(
    ("arguments", "language"),
    [
        (["build", "2025", "--lang", "zh"], "zh"),
        (["--lang=en", "build"], "en"),
        (["--lang", "en", "build"], "en"),
        (["--lang", "build", "zh"], None),
        (["--lang", "fr", "--lang", "en"], "en"),
        (["build", "--lang"], None),
        (["build", "--language", "zh"], None),
        ([], None),
    ],
)
def test_the_language_is_read_from_the_bare_command_line(arguments: list[str], language: str | None) -> None:
    assert asked_language(arguments) == language


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "zh_CN.GBK"}, "zh"),
        ({"LC_ALL": "C.UTF-8", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"LC_ALL": "", "LANGUAGE": "zh_CN:en"}, "zh"),
        ({}, "en"),
    ],
)
def test_without_it_the_language_is_the_systems(environment: dict[str, str], language: str) -> None:
    assert system_language("linux", environment) == language


def test_names_may_be_separated_by_chinese_commas() -> None:
    assert parse_names("docx，pdf、html, txt") == ("docx", "pdf", "html", "txt")
    assert parse_formats("PDF，docx, pdf", ("docx", "pdf", "html")) == ("pdf", "docx")


RANGES = (
    "2016-2018 | 2016—2018 | 2016——2018 | 2016–2018 | 2016－2018 | 2016~2018 | 2016～2018 | 2016..2018 | 2016至2018"
    " | 2016到2018 | 2016年-2018年 | 2016年至2018年 | 2016-18 | 2018-2016 | 2016 - 2018 | 2016 — 2018"
)


@pytest.mark.parametrize("typed", RANGES.split(" | "))
def test_a_range_of_years_may_be_typed_as_people_do(typed: str) -> None:
    """With any keyboard, in one word or in three."""
    assert parse_years(typed.split()) == [range(2016, 2019)]


def test_years_and_ranges_may_be_mixed() -> None:
    assert parse_years(["2010,2012", "2016-2018", "2020、2021年"]) == [2010, 2012, range(2016, 2019), 2020, 2021]
    assert parse_years([]) == []


@pytest.mark.parametrize("typed", ["2016-", "-", "2016-2017-2018", "2016-3", "16-18", "2016-3025", "", "2024 "])
def test_what_is_no_range_of_years_is_refused(typed: str) -> None:
    with pytest.raises(UsageError) as error:
        parse_years([typed])
    assert error.value.diagnostic.code == "year-invalid"


@pytest.mark.parametrize(("text", "number"), [(None, 0), ("1", 1), ("99", 99)])
def test_drafts_are_numbered_from_1_to_99(text: str | None, number: int) -> None:
    assert parse_draft(text) == number


@pytest.mark.parametrize("text", ["0", "100", "-1", "1.5", "", "１"])
def test_other_numbers_are_not_drafts(text: str) -> None:
    with pytest.raises(UsageError) as error:
        parse_draft(text)
    assert error.value.diagnostic.code == "draft-invalid"
