"""How one finding is shown."""

from typing import Any

import pytest
from msgspec.structs import replace

from reportgen.diagnostics import (
    Diagnostic,
    Place,
    Severity,
    has_errors,
    in_order,
    render_concise,
    render_full,
    render_github,
    render_json,
    render_path,
    render_sarif,
)
from reportgen.diagnostics.render import short


def _at(line: int, column: int, end_column: int, end_line: int | None = None) -> Diagnostic:
    place = Place("2025.yaml", line, column, end_line or line, end_column, ("title",))
    return Diagnostic("text-empty", place)


def _marks(diagnostic: Diagnostic, *lines: str) -> tuple[str, str]:
    """The shown line and the line of marks below it, margins off."""
    shown = render_full(diagnostic, {"2025.yaml": lines}).split("\n")
    return shown[3][5:], shown[4][5:]


def test_the_full_form_shows_headline_place_line_mark_and_hints() -> None:
    place = Place("data/2025.yaml", 12, 8, 12, 11, ("reviews", "sections", 2, "items", 0, "text"))
    found = Diagnostic("metric-unknown", place, {"name": "提俺", "near": "提案"}, ("nearest",))
    lines = [""] * 11 + ["  text: 【提】件"]
    assert render_full(found, {"data/2025.yaml": lines}) == (
        "错误[metric-unknown]：没有名为“提俺”的指标\n"
        "   --> data/2025.yaml:12:8  reviews 第3节 第1条 text\n"
        "    |\n"
        "12  |   text: 【提】件\n"
        "    |        ^^^^^\n"
        "    = 建议：是不是“提案”？"
    )
    assert render_full(found, {}, "en") == (
        "error[metric-unknown]: unknown metric “提俺”\n"
        "   --> data/2025.yaml:12:8  reviews.sections[3].items[1].text\n"
        "    = help: did you mean “提案”?"
    )


def test_a_finding_without_a_place_has_no_frame() -> None:
    found = Diagnostic("year-invalid", None, {"text": "abc"})
    assert render_full(found, {}) == "错误[year-invalid]：“abc”不是年份；请写四位数字，如 2026"
    assert render_concise(found, "en") == "error[year-invalid] “abc” is not a year; write four digits, such as 2026"


def test_a_finding_about_a_whole_file_names_the_file_alone() -> None:
    found = Diagnostic("file-missing", Place("data/2026.yaml"), {"file": "data/2026.yaml"})
    assert render_concise(found) == "data/2026.yaml: 错误[file-missing] 没有文件 data/2026.yaml"
    assert render_full(found, {"data/2026.yaml": []}).split("\n")[1] == "  --> data/2026.yaml"


def test_the_concise_form_is_one_line_for_editors() -> None:
    assert render_concise(_at(3, 8, 10), "en") == "2025.yaml:3:8: error[text-empty] empty text"
    assert render_concise(_at(3, 8, 10)) == "2025.yaml:3:8: 错误[text-empty] 这里没有文字"


@pytest.mark.parametrize(
    ("severity", "zh", "en"),
    [(Severity.ERROR, "错误", "error"), (Severity.WARNING, "警告", "warning"), (Severity.NOTE, "提示", "note")],
)
def test_a_finding_begins_with_its_weight(severity: Severity, zh: str, en: str) -> None:
    found = Diagnostic("text-empty", override=severity)
    assert render_concise(found, "zh") == f"{zh}[text-empty] 这里没有文字"
    assert render_concise(found, "en") == f"{en}[text-empty] empty text"


def test_the_json_form_has_every_field_of_the_place() -> None:
    found = Diagnostic(
        "reference-spaced", Place("a.yaml", 1, 2, 3, 4, ("reviews", "items", 0)), {}, ("delete-character",)
    )
    assert render_json(found, "en") == {
        "file": "a.yaml", "line": 1, "column": 2, "end_line": 3, "end_column": 4, "path": ["reviews", "items", 0],
        "severity": "note", "code": "reference-spaced", "message": "spaces inside 【 】 are ignored",
        "hints": ["delete it"],
    }  # fmt: skip
    assert render_json(Diagnostic("text-empty"), "en")["file"] is None
    of_the_file = render_json(Diagnostic("file-empty", Place("a.yaml")), "en")
    assert [of_the_file[key] for key in ("file", "line", "column", "end_line", "end_column")] == ["a.yaml", 0, 0, 0, 0]


def test_other_programs_are_spoken_to_in_their_own_ways() -> None:
    """SARIF wants addresses and GitHub its own escapes, whatever a file is called or a text holds."""
    found = Diagnostic("file-missing", Place("报告 1,2.yaml"), {"file": "100%\n甲:乙"})
    sarif: Any = render_sarif([found], "1.0", "en")
    (run,) = sarif["runs"]
    (location,) = run["results"][0]["locations"]
    assert location["physicalLocation"] == {"artifactLocation": {"uri": "%E6%8A%A5%E5%91%8A%201%2C2.yaml"}}
    assert render_github(found, "en") == "::error file=报告 1%2C2.yaml,title=file-missing::file not found: 100%25 甲:乙"
    placeless = Diagnostic("text-empty")
    sarif = render_sarif([placeless], "1.0", "en")
    assert "locations" not in sarif["runs"][0]["results"][0]
    assert render_github(placeless, "en") == "::error title=text-empty::empty text"


def test_other_programs_get_a_span_with_its_severity_and_its_hint() -> None:
    """GitHub calls a note a notice; each code of a SARIF log is listed once, in the order of the alphabet."""
    place = Place("2025.yaml", 3, 4, 5, 6)
    note = Diagnostic("reference-spaced", place, {}, ("delete-character",))
    missing = Diagnostic("key-missing", Place("2025.yaml", 1, 1, 1, 1), {"key": "title"})
    warning = replace(missing, override=Severity.WARNING)
    assert render_github(note, "en") == (
        "::notice file=2025.yaml,title=reference-spaced,line=3,col=4,endLine=5,endColumn=6"
        "::spaces inside 【 】 are ignored%0Adelete it"
    )
    assert [render_github(each, "en").split()[0] for each in (missing, warning)] == ["::error", "::warning"]
    sarif: Any = render_sarif([note, warning, note], "1.0", "en")
    (run,) = sarif["runs"]
    assert (sarif["version"], run["columnKind"]) == ("2.1.0", "unicodeCodePoints")
    driver = {"name": "reportgen", "version": "1.0", "rules": [{"id": "key-missing"}, {"id": "reference-spaced"}]}
    assert run["tool"] == {"driver": driver}
    first, second, third = run["results"]
    region = {"startLine": 3, "startColumn": 4, "endLine": 5, "endColumn": 6}
    assert first == third
    assert first == {
        "ruleId": "reference-spaced", "ruleIndex": 1, "level": "note",
        "message": {"text": "spaces inside 【 】 are ignored\ndelete it"},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": "2025.yaml"}, "region": region}}],
    }  # fmt: skip
    assert (second["ruleIndex"], second["level"]) == (0, "warning")


@pytest.mark.parametrize(
    ("line", "column", "end", "mark"),
    [
        ("title: abc", 8, 11, "       ^^^"),
        ("标题: 甲乙", 5, 7, "      ^^^^"),
        ("标题：甲", 4, 5, "      ^^"),
        ("a\tb", 3, 4, "  ^"),
        ("a\u200bb", 3, 4, "  ^"),
        ("e\u0301x", 3, 4, " ^"),
        ("𠮷x", 2, 3, "  ^"),
        ("“x”", 1, 4, "^^^"),
        ("abc", 4, 4, "   ^"),
        ("abc", 2, 2, " ^"),
        ("甲乙", 2, 2, "  ^^"),
    ],
)
def test_the_mark_is_under_its_characters_whatever_their_width(line: str, column: int, end: int, mark: str) -> None:
    assert _marks(_at(1, column, end), line)[1] == mark


def test_a_place_over_several_lines_is_marked_to_the_end_of_its_first() -> None:
    assert _marks(_at(1, 3, 2, end_line=2), "ab甲乙", "cd")[1] == "  ^^^^"


def test_a_long_line_is_shown_through_a_window_around_the_place() -> None:
    line = "x" * 300 + "甲乙" + "y" * 300
    shown, mark = _marks(_at(1, 301, 303), line)
    assert shown.startswith("…x")
    assert shown.endswith("y…")
    assert len(shown) <= 102
    assert mark == " " * shown.index("甲") + "^^^^"


@pytest.mark.parametrize(
    ("length", "column", "shown"),
    [
        (100, 1, (0, 100)),
        (100, 100, (0, 100)),
        (101, 1, (0, 100)),
        (101, 51, (0, 100)),
        (101, 52, (1, 101)),
        (300, 52, (1, 101)),
        (300, 151, (100, 200)),
        (300, 250, (199, 299)),
        (300, 251, (200, 300)),
    ],
)
def test_a_hundred_characters_of_a_long_line_are_shown(length: int, column: int, shown: tuple[int, int]) -> None:
    """Fifty of them before the place, where there are as many; a mark at either end says that the line goes on."""
    line = "".join(chr(0x4E00 + number) for number in range(length))
    first, end = shown
    left, right = "…" if first else "", "…" if end < length else ""
    text, mark = _marks(_at(1, column, column + 1), line)
    assert text == f"{left}{line[first:end]}{right}"
    assert mark == f"{' ' * (2 * (column - 1 - first) + (1 if left else 0))}^^"


def test_a_place_below_the_last_line_has_an_empty_line() -> None:
    """Where something is missing at the end of a file; the line number is as wide as those of the margin."""
    shown = render_full(_at(100, 1, 1), {"2025.yaml": ["a"] * 99}, "en").split("\n")
    assert shown[1:] == ["    --> 2025.yaml:100:1  title", "     |", "100  |", "     | ^"]


def test_a_finding_without_a_place_has_its_hints_below_it() -> None:
    found = Diagnostic("metric-unknown", None, {"name": "提俺", "near": "提案"}, ("nearest",))
    assert render_full(found, {}, "en").split("\n") == [
        "error[metric-unknown]: unknown metric “提俺”",
        "   = help: did you mean “提案”?",
    ]


def test_every_part_of_a_finding_is_coloured_by_its_role() -> None:
    place = Place("2025.yaml", 1, 1, 1, 3, ("title",))
    found = Diagnostic("reference-spaced", place, {}, ("delete-character",))
    painted = render_full(found, {"2025.yaml": ["abc"]}, "en", lambda role, text: f"<{role} {text}>")
    assert painted.split("\n") == [
        "<note note[reference-spaced]>: <sentence spaces inside 【 】 are ignored>",
        "  <margin -->> 2025.yaml:1:1  title",
        "<margin    |>",
        "<margin 1  |> abc",
        "<margin    |> <note ^^>",
        "   <margin => <help help:> delete it",
    ]


def test_a_place_longer_than_the_window_is_marked_as_far_as_it_is_shown() -> None:
    shown, mark = _marks(_at(1, 1, 500), "甲" * 500)
    assert shown == "甲" * 100 + "…"
    assert mark == "^" * 200


@pytest.mark.parametrize(("word", "quoted"), [("甲" * 200, "甲" * 200), ("甲" * 201, "甲" * 199 + "…")])
def test_a_quoted_word_has_at_most_two_hundred_characters(word: str, quoted: str) -> None:
    assert short(word) == quoted


def test_what_a_sentence_quotes_stays_on_one_line_and_short() -> None:
    found = Diagnostic("type-not-whole", Place("a", 1, 1, 1, 1, ("k" * 1000,)), {"text": "一\n" * 5000})
    assert "\n" not in render_concise(found)
    assert all(len(line) < 300 for line in render_full(found, {}).split("\n"))


def test_a_name_with_braces_in_a_path_is_a_name() -> None:
    """A damaged file made a key of them once, and the finding could not be told."""
    assert render_path(("a}{", 0), "zh") == "a}{ 第1项"


def test_paths_count_from_one_in_words() -> None:
    path = ("insights", "items", 1, "follows", 0)
    assert render_path(path, "zh") == "insights 第2条 follows 第1项"
    assert render_path(path, "en") == "insights.items[2].follows[1]"
    assert render_path(("glossary", 0, "term"), "zh") == "glossary 第1条 term"
    assert render_path((), "zh") == ""
    assert (render_path((1, "title"), "zh"), render_path((1, "title"), "en")) == ("第2项 title", "[2].title")


def test_findings_are_reported_in_the_order_of_the_file_each_once() -> None:
    first, second, other = _at(1, 5, 6), _at(2, 1, 2), Diagnostic("key-missing", _at(2, 1, 2).place, {"key": "a"})
    third = Diagnostic("key-missing", _at(2, 1, 2).place, {"key": "b"})
    nowhere = Diagnostic("file-missing", None, {"file": "x"})
    found = in_order([second, third, other, first, third, second, nowhere, third, other, second])
    assert found[:2] == (nowhere, first)
    assert len(found) == 5
    assert set(map(id, found)) <= set(map(id, (first, second, third, other, nowhere)))
    assert found[-1] == second


def test_only_errors_forbid_printing() -> None:
    note = Diagnostic("reference-spaced")
    assert note.severity is Severity.NOTE
    assert not has_errors([note, Diagnostic("history-differs")])
    assert has_errors([note, _at(1, 1, 1)])
