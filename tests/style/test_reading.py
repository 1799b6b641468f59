"""Style sheets: what they extend, what they name, and what comes of it."""

from collections.abc import Mapping

import pytest

from reportgen.diagnostics import Diagnostic, Language, Place, render_concise
from reportgen.source import Source, decode
from reportgen.style import FaceChoice, Length, Looks, StyleSheet, read_style
from tests.support import SHEETS, sheet_named

BASE = """\
schema: 1
description: 试
page: {width: 210mm, height: 297mm, top: 30mm, bottom: 30mm, left: 30mm, right: 30mm, line: 20pt}
colours: {黑: "#000000", 红: "#ff0000"}
fonts:
  宋: {faces: [Noto Serif SC], word: 宋体, word_latin: Times New Roman}
text:
  base: {font: 宋, size: 10pt, colour: 黑}
tables: {rule: 1pt, colour: 黑}
"""

LANGUAGES: tuple[Language, ...] = ("zh", "en")


def _read(sheets: Mapping[str, str], name: str = "own") -> tuple[StyleSheet | None, list[Diagnostic]]:
    def load(each: str) -> tuple[Source | None, tuple[Diagnostic, ...]]:
        if each not in sheets:
            return None, (
                Diagnostic("style-unknown", None, {"name": each, "known": "plenary plain"}, ("known-names",)),
            )
        return decode(f"styles/{each}.yaml", sheets[each].encode())

    sheet, found = read_style(name, load)
    for each in found:
        assert all(render_concise(each, language) for language in LANGUAGES)
    return sheet.style if sheet else None, list(found)


def _sheet(sheets: Mapping[str, str]) -> StyleSheet:
    sheet, found = _read(sheets)
    assert sheet is not None, found
    assert not found
    return sheet


@pytest.mark.parametrize("name", [path.stem for path in SHEETS.glob("*.yaml")])
def test_the_built_in_sheets_are_sound(name: str) -> None:
    sheet = sheet_named(name)
    looks = Looks(sheet)
    for role in sheet.text:
        assert looks.block(role).size > 0
        for run in sheet.runs:
            assert looks.run(role, (run,)).size > 0


def test_a_sheet_lies_over_the_one_it_extends() -> None:
    own = "extends: base\ntext: {base: {size: 12pt}, body: {first_line: 2em}}\ncolours: {蓝: '#0000ff'}\n"
    sheet = _sheet({"own": own, "base": BASE})
    assert sheet.text["base"].size == Length(12.0, "pt")
    assert sheet.text["base"].font == "宋"
    assert list(sheet.colours) == ["黑", "红", "蓝"]
    assert sheet.page == _sheet({"own": BASE}).page
    assert sheet.description == "试"


def test_sheets_can_be_laid_over_each_other_more_than_once() -> None:
    middle = "extends: base\nbody_start: page\ndescription: 中\n"
    sheet = _sheet({"own": "extends: middle\ndescription: 上\n", "middle": middle, "base": BASE})
    assert (sheet.body_start, sheet.description, sheet.extends) == ("page", "上", "middle")


def test_faces_are_names_alone_or_with_a_weight() -> None:
    """A variable font is pinned by it; Latin text and figures may have faces of their own."""
    faces = "[方正小标宋简体, {name: 思源宋体, weight: 700}]"
    font = _sheet({"own": BASE.replace("[Noto Serif SC]", f"{faces}, figures: [Times New Roman]")}).fonts["宋"]
    assert font.faces == (FaceChoice("方正小标宋简体"), FaceChoice("思源宋体", 700))
    assert (font.latin, font.figures) == ((), (FaceChoice("Times New Roman"),))
    for wrong, code in (("{name: 甲, weight: 1001}", "number-out-of-range"), ("{weight: 700}", "key-missing")):
        sheet, found = _read({"own": BASE.replace("Noto Serif SC", wrong)})
        assert sheet is None
        assert [each.code for each in found] == [code]


def test_a_sheet_that_extends_nothing_is_whole_by_itself() -> None:
    assert _sheet({"own": BASE + "extends:\n"}) == _sheet({"own": BASE})


def test_nothing_written_over_something_takes_it_away() -> None:
    base = BASE + "footer: {text: '{page}'}\n"
    assert _sheet({"own": base}).footer is not None
    assert _sheet({"own": "extends: base\nfooter: ~\n", "base": base}).footer is None


@pytest.mark.parametrize(
    "sheets", [{"own": "own"}, {"own": "b", "b": "c", "c": "own"}, {"own": "b", "b": "c", "c": "b"}]
)
def test_a_circle_of_sheets_is_reported_once(sheets: dict[str, str]) -> None:
    sheet, found = _read({name: BASE + f"extends: {base}\n" for name, base in sheets.items()})
    assert sheet is None
    assert [each.code for each in found] == ["style-extends-itself"]


def test_a_long_chain_of_sheets_is_reported_once() -> None:
    chain = {f"s{number}": f"extends: s{number + 1}\n" for number in range(2000)}
    _, found = _read({"own": "extends: s0\n", **chain, "s2000": BASE})
    assert [(each.code, each.words["most"]) for each in found] == [("style-extends-deep", "16")]
    assert _sheet({"own": "extends: s1985\n", **chain, "s2000": BASE})


def test_an_unknown_or_broken_base_is_reported_and_nothing_else() -> None:
    assert [each.code for each in _read({"own": "extends: none\n"})[1]] == ["style-unknown"]
    assert [each.code for each in _read({"own": "extends: base\n", "base": "a: {\n"})[1]] == ["bracket-unclosed"]


@pytest.mark.parametrize(("written", "hint"), [("plenery", "nearest"), ("nothing", "known-names")])
def test_an_unknown_base_is_marked_where_it_is_named(written: str, hint: str) -> None:
    (found,) = _read({"own": f"page: {{}}\nextends: {written}\n"})[1]
    assert found.place is not None
    assert (found.place.line, found.place.column, found.hints) == (2, 10, (hint,))
    assert found.words["near"] == ("plenary" if hint == "nearest" else "")


@pytest.mark.parametrize("base", ["base", "bas", "broken"])
def test_an_unknown_key_has_its_line_and_the_nearest_name_whatever_the_sheet_extends(base: str) -> None:
    """One finding each, though the sheet extended has the fields that a misspelt key leaves out."""
    own = (
        f"extends: {base}\n"
        "pge:\n"
        "  tpo: 20mm\n"
        "text:\n"
        "  base: {siz: 16pt}\n"
        "  titel: {font: 宋}\n"
        "  heading1: {font: 宋}\n"
        "runs: {metrik: {font: 宋}}\n"
        "reviews: {sections: {ordinl: 一}}\n"
        "glosary: {ordinal: 一}\n"
    )
    broken = "glossary: {title: 名词\n"
    sheet, found = _read({"own": own, "base": BASE + "glossary: {title: 名词}\n", "broken": broken})
    assert sheet is None
    reported = [
        (each.place.line, each.words["text"], each.words.get("near"))
        for each in found
        if "text" in each.words and each.place
    ]
    assert sorted(reported) == [
        (2, "pge", "page"),
        (3, "tpo", "top"),
        (5, "siz", "size"),
        (6, "titel", None),
        (7, "heading1", "heading-1"),
        (8, "metrik", "metric"),
        (9, "ordinl", "ordinal"),
        (10, "glosary", "glossary"),
    ]
    assert len(found) - len(reported) == (base != "base"), found


def _faults(more: str) -> list[tuple[str, int]]:
    sheet, found = _read({"own": BASE + more})
    assert sheet is None
    return [(each.code, each.place.line if each.place else 0) for each in found]


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ("runs: {metric: {colour: 绿}}\n", "colour-unknown"),
        ("runs: {metric: {fill: 绿}}\n", "colour-unknown"),
        ("runs: {metric: {font: 黑}}\n", "font-unknown"),
        ("runs: {metrics: {font: 宋}}\n", "choice-unknown"),
        ("reviews: {ordinal: 甲}\n", "ordinal-unreadable"),
        ("tasks: {sections: {ordinal: '{2}'}}\n", "ordinal-unreadable"),
        ("insights: {items: {ordinal: •}}\n", "ordinal-unreadable"),
        ("body_page_number: 页\n", "ordinal-unreadable"),
        ("contents: {title: 目录, page_number: 页}\n", "ordinal-unreadable"),
        ("glossary: {title: 名词, mark: 注}\n", "ordinal-unreadable"),
        ("glossary: {title: 名词, ordinal: 注}\n", "ordinal-unreadable"),
        ("contents: {title: 目录, levels: 4}\n", "choice-unknown"),
        ("bodystart: odd\n", "key-unknown"),
    ],
)
def test_every_name_and_format_in_a_sheet_is_checked(more: str, code: str) -> None:
    assert _faults(more) == [(code, 10)]


def test_names_in_texts_rules_and_tables_are_checked_at_their_place() -> None:
    text = BASE.replace("colour: 黑}\ntables", "colour: 黑, fill: 甲, rule: {thickness: 1pt, colour: 乙}}\ntables")
    text = text.replace("rule: 1pt, colour: 黑}", "rule: 1pt, colour: 丙, head_fill: 丁}")
    _, found = _read({"own": text})
    assert [(each.code, each.words["name"]) for each in found] == [("colour-unknown", name) for name in "甲乙丙丁"]
    for each in found:
        place = each.place
        assert place is not None
        assert text.split("\n")[place.line - 1][place.column - 1 : place.end_column - 1] == each.words["name"]


def test_what_all_texts_fall_back_on_must_be_there() -> None:
    _, found = _read({"own": BASE.replace("font: 宋, size: 10pt, ", "")})
    assert [(each.code, each.words["key"]) for each in found] == [("key-missing", "font"), ("key-missing", "size")]
    _, found = _read({"own": BASE.replace("base:", "body:")})
    assert [each.code for each in found] == ["key-missing", "key-missing"]


@pytest.mark.parametrize(
    ("old", "new"), [("line: 20pt", "line: 1行"), ("top: 30mm", "top: 2em"), ("size: 10pt", "size: 1em")]
)
def test_what_ems_and_lines_are_counted_by_is_fixed(old: str, new: str) -> None:
    _, found = _read({"own": BASE.replace(old, new)})
    assert [each.code for each in found] == ["length-relative"]
    assert found[0].words["text"] == new.partition(": ")[2]


def test_a_fault_in_a_base_is_reported_in_its_own_file() -> None:
    _, found = _read({"own": "extends: base\n", "base": BASE.replace("colour: 黑}\ntables", "colour: 灰}\ntables")})
    assert isinstance(found[0].place, Place)
    assert (found[0].place.file, found[0].place.line) == ("styles/base.yaml", 8)


LOOKS = BASE.replace(
    "tables:",
    """\
  body: {first_line: 2em, before: 0.5行, left: 5mm, line: 2行}
  closing: {size: 2em, align: left, keep_next: true, start: page, rule: {thickness: 1pt, colour: 红, gap: 1em}}
runs:
  strong: {colour: 红, scale: 0.5, rise: 0.5em}
  metric: {fill: 红, rise: 1pt}
tables:""",
)


def test_what_a_text_leaves_out_comes_from_base() -> None:
    looks = Looks(_sheet({"own": LOOKS}))
    body = looks.block("body")
    assert (body.font, body.size, body.colour.hexadecimal, body.align, body.start) == (
        "宋",
        10,
        "000000",
        "justify",
        "none",
    )
    assert (body.first_line, body.before, body.line) == (20, 10, 40)
    assert body.left == pytest.approx(14.17, abs=0.01)
    assert body.fill is None
    assert body.rule is None
    assert looks.block("lead") == looks.block("base")
    assert looks.block("body") is looks.block("body")


def test_ems_of_a_size_are_those_of_base_and_others_those_of_the_text_itself() -> None:
    closing = Looks(_sheet({"own": LOOKS})).block("closing")
    assert closing.size == 20
    assert closing.rule is not None
    assert (closing.rule.thickness, closing.rule.gap, closing.rule.colour.hexadecimal) == (1, 20, "ff0000")
    assert (closing.align, closing.keep_next, closing.start, closing.line) == ("left", True, "page", 20)


def test_runs_are_laid_over_their_paragraph_the_later_over_the_earlier() -> None:
    looks = Looks(_sheet({"own": LOOKS}))
    assert looks.run("body", ()).size == 10
    strong = looks.run("body", ("strong",))
    assert (strong.font, strong.size, strong.colour.hexadecimal, strong.rise, strong.fill) == (
        "宋",
        5,
        "ff0000",
        5,
        None,
    )
    both = looks.run("body", ("strong", "metric"))
    assert both.fill is not None
    assert (both.size, both.rise, both.fill.hexadecimal) == (5, 6, "ff0000")
    assert looks.run("body", ("term",)) == looks.run("body", ())
