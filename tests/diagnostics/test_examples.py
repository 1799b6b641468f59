"""The pages of codes show what they say: the wrong piece is found wrong, the right one is sound."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

import reportgen
from reportgen.cli.code_pages import page_of
from reportgen.diagnostics import CODES, Diagnostic, apply_edits, has_errors
from reportgen.diagnostics.codes_pictures import PICTURE_CODES
from reportgen.diagnostics.codes_press import PRESS_CODES
from reportgen.diagnostics.examples import EXAMPLES, HEADER
from reportgen.diagnostics.render import sentence_of
from reportgen.rules.checking import RULES
from reportgen.source import Source
from tests.goldens import Goldens
from tests.support import Examined, examine

GOLDEN = Path(__file__).parent / "goldens" / "examples.txt"

LAST_YEAR = """\
schema: 1
year: 2024
title: 工作报告
metrics:
  提案: {label: 征集提案, value: 521, unit: 件}
tasks:
  title: 主要任务
  sections:
    - {id: 忠诚履职, title: 坚持忠诚履职}
    - {id: 服务大局, title: 坚持服务大局}
closing: 组建宣讲团三个，走进社区、学校、企业宣讲一百二十场。
"""

LEXICON = """\
terms:
  - {term: 云溪市数据局, short: [市数据局], wrong: [市大数据局], since: 2025}
  - {term: 云溪市大数据发展局, short: [市大数据发展局], until: 2024}
  - {term: 专题议政性常委会会议, wrong: [专题议政常委会议]}
orders:
  - [市委, 市人大常委会, 市政府, 市政协]
"""
"""That of the guide."""

# Why no report file can have these, although they are faults of a file.
NOT_OF_REPORTS = {
    "findings-left-out": "counts other findings",
    "type-not-number": "only style sheets have measures",
    "type-not-flag": "only style sheets have switches",
    "check-unknown": "the settings of a workspace",
    "check-fixed": "the settings of a workspace",
    "lexicon-word-invalid": "the lexicon",
    "lexicon-word-both": "the lexicon",
    "lexicon-years-reversed": "the lexicon",
    "lexicon-order-twice": "the lexicon",
    "style-extends-itself": "style sheets",
    "style-extends-deep": "style sheets",
    "key-renamed": "style sheets",
    "draft-unstyled": "style sheets",
    "length-unreadable": "style sheets",
    "length-relative": "style sheets",
    "colour-unreadable": "style sheets",
    "colour-unknown": "style sheets",
    "colour-of-itself": "style sheets",
    "colour-too-deep": "style sheets",
    "font-unknown": "style sheets",
    "ordinal-unreadable": "style sheets",
    **dict.fromkeys(PICTURE_CODES, "pictures of style sheets"),
    **dict.fromkeys((code for code, row in PRESS_CODES.items() if row.status == 1), "finished PDFs"),
    "length-out-of-range": "style sheets",
    "area-too-small": "style sheets",
    "room-too-narrow": "style sheets",
    "size-over-line": "style sheets",
    "off-page": "style sheets",
    "list-empty": "style sheets",
    "word-font-invalid": "style sheets",
    "placeholder-unknown": "style sheets",
    "placeholder-missing": "style sheets",
    "words-of-one-line": "style sheets",
    "reference-not-year": "style sheets",
    "metric-unit-differs": "two reports",
    "redline-untracked": "two reports",
    "date-missing": "builds",
    "file-unstamped": "files made earlier",
    "source-changed": "files made earlier",
    "version-other": "files made earlier",
    "file-changed": "files made earlier",
    "words-changed": "files made earlier",
    "fmt-unsure": "fmt alone",
    "fmt-encoding": "fmt alone",
}
# The fault is in the bytes of the file, in its size or in the fonts.
WITHOUT_PIECES = {
    "encoding-other", "encoding-broken", "encoding-mixed", "encoding-unknown", "file-too-large",
    "yaml-too-deep", "yaml-too-many", "yaml-text-too-long",
    "references-too-long", "character-left-to-word", "character-missing", "line-loose", "pages-too-many",
    "font-file-damaged", "font-file-restricted",
}  # fmt: skip
RULED = {code for rule in RULES for code in rule.codes}
SHOWN = [code for code in EXAMPLES if code not in WITHOUT_PIECES]
RULES_BY_NAME = [rule.codes[0] for rule in RULES]


def _examined(piece: str) -> Examined:
    return examine(piece if "schema" in piece else HEADER + piece)


def test_every_code_that_a_report_file_can_have_has_a_page() -> None:
    of_files = {code for code, row in CODES.items() if row.status == 1}
    assert set(EXAMPLES) | RULED | set(NOT_OF_REPORTS) >= of_files
    assert not set(EXAMPLES) & RULED
    assert set(NOT_OF_REPORTS) <= set(CODES) - set(EXAMPLES) - RULED
    assert set(EXAMPLES) <= set(CODES)


def test_every_example_is_of_a_code_that_something_reports() -> None:
    """Pages name codes too, but report nothing."""
    package = Path(next(iter(reportgen.__path__)))
    tables = ("codes", "code_pages", "example", "fix_kinds", "pages")
    sources = [path for path in package.rglob("*.py") if not path.stem.startswith(tables)]
    text = "\n".join(path.read_text("utf-8") for path in sources)
    assert not [code for code in EXAMPLES if f'"{code}"' not in text]


@pytest.mark.parametrize("code", EXAMPLES)
def test_an_example_says_why_in_both_languages(code: str) -> None:
    why, wrong, right = EXAMPLES[code]
    assert why.zh.endswith("。")
    assert why.en.endswith(".")
    assert why.zh.strip() == why.zh
    assert why.en.strip() == why.en
    assert bool(wrong) == bool(right) == (code not in WITHOUT_PIECES)


@pytest.mark.parametrize("code", SHOWN)
def test_the_wrong_piece_of_an_example_has_its_fault_and_no_other(code: str) -> None:
    examined = _examined(EXAMPLES[code].wrong)
    noted = {"number-read-as"} - {code}  # of any number with a scale
    assert set(examined.codes) - noted == {code}, examined.listing()


@pytest.mark.parametrize("code", SHOWN)
def test_the_right_piece_of_an_example_is_sound(code: str) -> None:
    examined = _examined(EXAMPLES[code].right)
    assert not examined.found, examined.listing()


@pytest.mark.parametrize("code", RULES_BY_NAME)
def test_the_docstring_of_a_rule_says_why_in_both_languages(code: str) -> None:
    page = page_of(code)
    assert page is not None, "the docstring has not the parts of a page: English, 中文：, Wrong:, Right:"
    assert page.example.why.zh.endswith("。")
    assert page.example.why.en.endswith(".")


@pytest.mark.parametrize("code", RULES_BY_NAME)
def test_the_wrong_piece_of_a_rule_is_found_and_the_right_one_is_not(code: str) -> None:
    page = page_of(code)
    assert page is not None
    last_year = LAST_YEAR if "last year" in page.note else None
    lexicon = LEXICON if "lexicon" in page.note else None
    wrong, right = (examine(HEADER + piece, last_year=last_year, lexicon=lexicon) for piece in page.example[1:])
    assert code in wrong.codes, wrong.listing()
    assert code not in right.codes, right.listing()
    assert not has_errors(right.found), right.listing()


def _marked(source: Source, found: Sequence[Diagnostic]) -> str:
    """A file with its findings in ⟦ ⟧; none of these reaches into another."""
    text = source.text
    for each in sorted(found, key=lambda each: (each.place.line, each.place.column) if each.place else (0, 0))[::-1]:
        if each.place is not None:
            start = source.offset(each.place.line, each.place.column)
            end = source.offset(each.place.end_line, each.place.end_column)
            text = f"{text[:start]}⟦{text[start:end]}⟧{text[end:]}"
    return text


def _as_printed(codes: tuple[str, ...], examined: Examined) -> Iterator[str]:
    """What an example reports: the place of each finding, the sentence, and the lines that its repair changes."""
    assert examined.source is not None
    found = [each for each in examined.found if each.code in codes]
    typed = examined.source.text
    marked = _marked(examined.source, found).splitlines()
    yield f"== {', '.join(dict.fromkeys(each.code for each in found))}"
    yield from (f"   {line}" for line in marked if line not in typed.splitlines())
    yield from (f"   {sentence_of(each, 'zh')}" for each in found)
    repaired = apply_edits(typed, [edit for each in found for edit in each.edits]).splitlines()
    yield from (f" → {line}" for line in repaired if line not in typed.splitlines())


def test_findings_are_where_they_should_be_and_repaired_as_they_should_be(goldens: Goldens) -> None:
    """Of every code that has a page, in its wrong piece."""
    lines: list[str] = []
    for code in SHOWN:
        lines += _as_printed((code,), _examined(EXAMPLES[code].wrong))
    for rule in RULES:
        page = page_of(rule.codes[0])
        assert page is not None
        last_year = LAST_YEAR if "last year" in page.note else None
        lexicon = LEXICON if "lexicon" in page.note else None
        lines += _as_printed(rule.codes, examine(HEADER + page.example.wrong, last_year=last_year, lexicon=lexicon))
    goldens.check({GOLDEN: "".join(f"{line}\n" for line in lines)})
