"""The settings of a workspace: which checks it sets, and what is wrong with them."""

import pytest
from msgspec import Struct

from reportgen.diagnostics import Diagnostic, Place
from reportgen.report.office import Office
from reportgen.rules import Settings, apply_severities, read_ignored, read_settings
from reportgen.rules.settings import Ignored
from reportgen.rules.settings_schema import FIELDS, RECORDS, settings_schema
from reportgen.rules.settings_types import Weight
from reportgen.source import Source
from reportgen.source.schema_builder import Description
from reportgen.writers.formats import REPORT_FORMATS
from tests.agreement import check_description, unlike_in_javascript
from tests.editors import editor_of, seen_in_editor
from tests.support import nodes


def found_in(text: str) -> list[tuple[str, int, str]]:
    """The codes found in settings, with their lines and the words that are wrong."""
    _, found = read_settings(Source("reportgen.yaml", text))
    return [(each.code, each.place.line if each.place else 0, str(each.words.get("text", ""))) for each in found]


def test_checks_are_set_by_their_codes() -> None:
    settings, found = read_settings(Source("reportgen.yaml", "checks:\n  metric-unused: off\n  year-in-title: error\n"))
    assert found == ()
    assert settings.checks == {"metric-unused": "off", "year-in-title": "error"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("# nothing\n", []),
        ("checks:\n  metric-unusd: off\n", [("check-unknown", 2, "metric-unusd")]),
        ("checks:\n  metric-unused: off\n  metric-unknown: off\n", [("check-fixed", 3, "metric-unknown")]),
        ("checks: {metric-unused: no}\n", [("choice-unknown", 1, "no")]),
        ("checks: 1\n", [("type-not-mapping", 1, "")]),
    ],
)
def test_what_cannot_be_set_is_reported_where_it_is(text: str, found: list[tuple[str, int, str]]) -> None:
    assert found_in(text) == found


REPORT = """\
reviews:  # reportgen: ignore year-in-title
  title: 回顾
  items:
    - title: 甲  # reportgen: ignore stop-doubled
      text: 一句
    - {title: 甲,  # reportgen: ignore stop-doubled
       text: 一句}
    # reportgen: ignore stop-doubled, misspelling since it is a name
    - title: 乙
      text: >-
        两行
        # reportgen: ignore stop-doubled
    - 丙
"""


def test_a_comment_holds_for_all_that_begins_on_its_line_or_on_the_next() -> None:
    """Alone on its line for the next; in a text it is text. What is in braces goes on to its last line."""
    source = Source("2025.yaml", REPORT)
    ignored, found = read_ignored(source, nodes(REPORT))
    assert [(each.first, each.last, sorted(each.codes)) for each in ignored] == [
        (1, 1, ["year-in-title"]),
        (4, 4, ["stop-doubled"]),
        (6, 7, ["stop-doubled"]),
        (9, 9, ["misspelling", "stop-doubled"]),
    ]
    assert found == ()


SETTINGS = """\
style: [plenary, official]
styles_by_year: {2023: lectern, 2024: [official]}
formats: docx
fonts: system
office:
  name: 政协云溪市委员会
  author: 政协云溪市委员会办公室
  keep: [卡尔·海因里希]
checks: {metric-unused: off}
"""
FAULTS = editor_of(settings_schema(REPORT_FORMATS))
TYPES: list[type[Struct]] = [Settings, Office]
_DESCRIPTIONS = [*RECORDS.values(), *(said for fields in FIELDS.values() for said in fields.values())]


def test_everything_that_can_be_settled_is_read() -> None:
    settings, found = read_settings(Source("reportgen.yaml", SETTINGS))
    assert found == ()
    styles = {year: [each.name for each in settings.styles_of(year)] for year in (2023, 2024, 2025)}
    assert styles == {2023: ["lectern"], 2024: ["official"], 2025: ["plenary", "official"]}
    assert [each.name for each in settings.formats or ()] == ["docx"]
    assert settings.fonts == "system"
    assert settings.office == Office("政协云溪市委员会", "政协云溪市委员会办公室", ("卡尔·海因里希",))


def test_names_remember_their_places() -> None:
    settings, _ = read_settings(Source("reportgen.yaml", SETTINGS))
    places = [each.place for each in settings.styles_of(2025)] + [each.place for each in settings.formats or ()]
    assert [(each.line, each.column) for each in places] == [(1, 9), (1, 18), (3, 10)]


@pytest.mark.parametrize("struct", TYPES, ids=lambda struct: struct.__name__)
def test_every_setting_is_described(struct: type[Struct]) -> None:
    assert list(FIELDS[struct]) == list(struct.__struct_fields__)


@pytest.mark.parametrize("said", _DESCRIPTIONS, ids=lambda said: said.zh)
def test_a_description_is_a_sentence_in_each_language(said: Description) -> None:
    check_description(said)


def test_every_pattern_is_one_that_javascript_reads_alike() -> None:
    assert unlike_in_javascript(settings_schema(REPORT_FORMATS)) == []


@pytest.mark.parametrize(
    ("text", "is_sound"),
    [
        (SETTINGS, True),
        ("style:\nformats:\noffice:\n", True),
        ("style: official\n", True),
        ("style: {plenary: official}\n", False),
        ("style: []\n", False),
        ("styles_by_year: {去年: official}\n", False),
        ("formats: {docx: pdf}\n", False),
        ("fonts: 宋体\n", False),
        ("office: {name: ' '}\n", False),
        ("office: {keep: 卡尔}\n", False),
        ("office: 政协\n", False),
        ("checks: {metric-unusd: off}\n", False),
        ("checks: {metric-unknown: off}\n", False),
        ("stile: official\n", False),
    ],
)
def test_an_editor_finds_what_the_program_finds(text: str, is_sound: bool) -> None:
    assert (FAULTS(seen_in_editor(text)) == []) == is_sound
    assert (found_in(text) == []) == is_sound


@pytest.mark.parametrize(
    ("code", "settings", "draft", "strict", "advised"),
    [
        ("bracket-empty", {}, False, False, True),
        ("bracket-empty", {}, True, False, False),
        ("bracket-empty", {}, False, True, False),
        ("bracket-empty", {"bracket-empty": "error"}, False, False, False),
        ("bracket-empty", {"bracket-empty": "warning"}, False, False, False),
        ("metric-unknown", {}, False, False, False),
    ],
)
def test_a_draft_is_advised_where_it_makes_an_error_a_warning(
    code: str, settings: dict[str, Weight], draft: bool, strict: bool, advised: bool
) -> None:
    found = (Diagnostic(code, Place("data/2025.yaml")),)
    (reported,) = apply_severities(found, Settings(checks=settings), {"data/2025.yaml": ()}, draft=draft, strict=strict)
    assert reported.hints == ("use-draft",) * advised


def test_a_draft_is_not_advised_for_errors_in_other_files() -> None:
    found = (Diagnostic("text-empty", Place("styles/ours.yaml")),)
    (reported,) = apply_severities(found, Settings(), {"data/2025.yaml": ()}, draft=False, strict=False)
    assert reported.hints == ()


@pytest.mark.parametrize(
    ("code", "strict", "severity"),
    [
        ("stop-doubled", False, "warning"),
        ("stop-doubled", True, "error"),
        ("metric-unused", True, "note"),
        ("text-empty", False, "error"),
    ],
)
def test_where_it_is_strict_a_warning_is_an_error(code: str, strict: bool, severity: str) -> None:
    found = (Diagnostic(code, Place("data/2025.yaml")),)
    (reported,) = apply_severities(found, Settings(), {"data/2025.yaml": ()}, draft=False, strict=strict)
    assert reported.severity.value == severity


def test_without_settings_the_fonts_are_those_that_come_with_the_program() -> None:
    assert Settings().fonts == "bundled"


@pytest.mark.parametrize(
    ("code", "line", "count"), [("stop-doubled", 2, 0), ("stop-doubled", 3, 1), ("metric-unknown", 2, 1)]
)
def test_a_comment_silences_what_can_be_set_on_its_line(code: str, line: int, count: int) -> None:
    comment = Ignored(2, 2, frozenset((code,)))
    found = (Diagnostic(code, Place("data/2025.yaml", line, 1, line, 2)), Diagnostic("stop-doubled", None))
    reported = apply_severities(found, Settings(), {"data/2025.yaml": (comment,)}, draft=False, strict=False)
    assert len(reported) == count + 1
