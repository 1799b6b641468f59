"""Style sheets that can be read and not be printed: each told at its place; what is not told can be built."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from reportgen.diagnostics import Diagnostic, has_errors
from reportgen.diagnostics.render import sentence_of
from reportgen.docx import write_docx
from reportgen.fonts import bundled_library, open_fonts
from reportgen.layout import as_laid_out, lay_out
from reportgen.pdf import write_pdf
from reportgen.source import Source, decode
from reportgen.style import StyleSheet, read_style
from tests.docx.validity import faults
from tests.support import SHEETS, STYLES, examine, fitted

REPORT = """\
schema: 1
year: 2025
title: 市政协常委会工作报告
session: 市政协十四届五次会议
organization: 市政协
label: 图解
speaker: 王一二
place: 长治
date: 2026-01-16
salutation: 各位委员：
metrics:
  提案: {label: 征集提案, value: 546, unit: 件, group: 履职, history: {2024: 521, 2023: 500}, note: 含联名提案}
  群众: {label: 惠及群众, value: 58000, scale: 万, qualifier: 近, unit: 人次}
reviews:
  title: 工作回顾
  intro: 全年征集提案【提案】，惠及群众【群众】，深化委员工作站建设，推进“面对面”协商，得到充分肯定。
  sections:
    - title: 厚植民生情怀
      lead: 心系民生福祉。
      items:
        - {title: 提案信息, claim: 畅通渠道, text: 坚持**问题导向**，全年征集提案【提案】，推动解决实际问题。}
tasks:
  title: 主要任务
  sections:
    - {title: 坚持忠诚履职, items: [坚持党的全面领导, 筑牢理论武装根基]}
insights:
  title: 体会
  items: [{title: 党的领导, claim: 是根本, text: 必须坚持。}]
closing: 让我们团结奋斗。
glossary:
  - {term: 委员工作站, meaning: 委员联系群众的场所。}
"""
"""A report that prints every role of the built-in style sheets."""

FONTS = bundled_library()
Path = tuple[str | int, ...]


def _data(name: str) -> Any:
    return yaml.safe_load((SHEETS / f"{name}.yaml").read_text(encoding="utf-8"))


WRITTEN = {name: _data(name) for name in STYLES}


def _read(text: str) -> tuple[StyleSheet | None, tuple[Diagnostic, ...]]:
    def load(name: str) -> tuple[Source | None, tuple[Diagnostic, ...]]:
        return decode(f"styles/{name}.yaml", text.encode() if name == "own" else (SHEETS / f"{name}.yaml").read_bytes())

    sheet, found = read_style("own", load)
    return sheet.style if sheet else None, found


def _reported(changes: str, base: str = "classic") -> list[tuple[str, str]]:
    """The codes found under a sheet that extends another, each with what is at its place."""
    text = f"extends: {base}\n{changes}\n"
    sheet, found = _read(text)
    assert sheet is None or not found
    lines = text.split("\n")
    reported = []
    for each in found:
        assert each.place is not None
        assert each.place.file == "styles/own.yaml", each
        assert each.place.line == each.place.end_line
        assert sentence_of(each, "zh")
        reported.append((each.code, lines[each.place.line - 1][each.place.column - 1 : each.place.end_column - 1]))
    return reported


_SIDE = "texts: [reviews], inner: 28mm, width: 20mm, gap: 6mm"
"""A side column without its last key."""

_GROUND = "{colour: accent, height: 10mm, mark: 【本年】}"
"""A ground lower than the distance of its mark from its edge."""


@pytest.mark.parametrize(
    ("changes", "code", "at"),
    [
        ("page: {width: 0mm}", "length-out-of-range", "0mm"),
        ("page: {height: 5000mm}", "length-out-of-range", "5000mm"),
        ("page: {line: '0'}", "length-out-of-range", "'0'"),
        ("page: {top: -1mm}", "length-out-of-range", "-1mm"),
        ("page: {left: 100mm, right: 109mm}", "area-too-small", "{left: 100mm, right: 109mm}"),
        ("page: {top: 150mm, bottom: 150mm}", "area-too-small", "{top: 150mm, bottom: 150mm}"),
        ("text: {body: {size: 0pt}}", "length-out-of-range", "0pt"),
        ("text: {body: {size: 5000pt}}", "length-out-of-range", "5000pt"),
        ("text: {body: {line: 0pt}}", "length-out-of-range", "0pt"),
        ("text: {body: {line: 300mm}}", "length-out-of-range", "300mm"),
        ("text: {body: {before: 40行}}", "length-out-of-range", "40行"),
        ("text: {body: {after: -2pt}}", "length-out-of-range", "-2pt"),
        ("text: {statement: {rule: {gap: 240mm}}}", "length-out-of-range", "240mm"),
        ("text: {statement: {rule: {thickness: 20pt}}}", "length-out-of-range", "20pt"),
        ("text: {body: {size: 30pt}}", "size-over-line", "30pt"),
        ("text: {body: {first_line: 100em}}", "room-too-narrow", "{first_line: 100em}"),
        ("text: {point: {hang: 148mm}}", "room-too-narrow", "{hang: 148mm}"),
        ("text: {contents-1: {left: 380pt}}", "room-too-narrow", "{left: 380pt}"),
        ("text: {body: {left: 80mm, right: 80mm}}", "room-too-narrow", "{left: 80mm, right: 80mm}"),
        ("text: {body: {left: -40mm}}", "off-page", "-40mm"),
        ("text: {base: {size: 30pt}}", "size-over-line", "30pt"),
        ("text: {base: {left: 200mm}}", "room-too-narrow", "{left: 200mm}"),
        ("contents: {leader: {pitch: '0'}}", "length-out-of-range", "'0'"),
        ("runs: {strong: {scale: 0}}", "number-out-of-range", "0"),
        ("runs: {note-mark: {rise: 3em}}", "length-out-of-range", "3em"),
        ("cards: {columns: 6}", "room-too-narrow", "{columns: 6}"),
        ("cards: {pad: 130mm, columns: 1}", "room-too-narrow", "{pad: 130mm, columns: 1}"),
        ("cards: {pad: 60mm, columns: 1}", "", ""),
        ("cards: {fill: nope}", "colour-unknown", "nope"),
        ("cards: {ordinal: 甲}", "ordinal-unreadable", "甲"),
        ("cards: {title: 数说【提案】}", "reference-not-year", "数说【提案】"),
        ("glossary: {title: 名词【}", "reference-unclosed", "名词【"),
        ("metrics: {chart: {height: 1行}}", "length-out-of-range", "1行"),
        ("tables: {figure: 0}", "number-out-of-range", "0"),
        ("tables: {figure: -1.5}", "number-out-of-range", "-1.5"),
        ("tables: {figure: 0.3}", "room-too-narrow", "0.3"),
        ("tables: {rule: 1em}", "length-relative", "1em"),
        (f"cover_ground: {_GROUND}", "off-page", _GROUND),
        ("header: {gap: 32mm}", "off-page", "32mm"),
        ("footer: {gap: 30mm}", "off-page", "30mm"),
        ("footer: {inset: 75mm}", "room-too-narrow", "75mm"),
        ("draft: {mark: {gap: 30mm}}", "off-page", "30mm"),
        ("draft: {lines: {gap: 20mm}}", "off-page", "20mm"),
        ("draft: {watermark: '{page}'}", "placeholder-unknown", "'{page}'"),
        ('draft: {watermark: "第\\n稿"}', "words-of-one-line", '"第\\n稿"'),
        ("header: {text: '{foo}'}", "placeholder-unknown", "'{foo}'"),
        ("header: {text: '{draft}'}", "placeholder-unknown", "'{draft}'"),
        ("cover: [{field: title, text: 报告}]", "placeholder-missing", "报告"),
        ("cover: [{field: title, text: '{}{}'}]", "placeholder-missing", "'{}{}'"),
        ("fonts: {hei: {faces: []}}", "list-empty", "[]"),
        ("fonts: {hei: {word: ''}}", "word-font-invalid", "''"),
        (f"fonts: {{hei: {{word: {'黑' * 32}}}}}", "word-font-invalid", "黑" * 32),
        ("plan: {widths: {ordinal: 0.3}}", "room-too-narrow", "{widths: {ordinal: 0.3}}"),
        ("plan: {widths: {points: 0}}", "number-out-of-range", "0"),
        ("plan: {pad: 130mm, inset: 4pt}", "length-out-of-range", "130mm"),
        ("task_rows: {pad: 130mm, inset: 0pt}", "length-out-of-range", "130mm"),
        ("task_rows: {left: 160mm}", "room-too-narrow", "{left: 160mm}"),
        ("task_rows: {columns: 7}", "number-out-of-range", "7"),
        ("task_rows: {rule_colour: nope}", "colour-unknown", "nope"),
        ("text: {plan-point: {before: 40行}}", "length-out-of-range", "40行"),
        ("text: {plan-point: {first_line: 12行}}", "room-too-narrow", "{first_line: 12行}"),
        ("text: {card-label: {left: 40mm, right: 40mm}}", "room-too-narrow", "{left: 40mm, right: 40mm}"),
        ("plan: {rule: 20pt}", "length-out-of-range", "20pt"),
        ("plan: {rule_colour: nope}", "colour-unknown", "nope"),
        ("colophon: [{field: title, text: 报告}]", "placeholder-missing", "报告"),
        ("colophon: [{field: logo}]", "choice-unknown", "logo"),
        ("metrics: {annex: {label: 附件【提案】}}", "reference-not-year", "附件【提案】"),
        ('speech: {minutes: "{}分\\n到"}', "words-of-one-line", '"{}分\\n到"'),
        ("speech: {gap: 30mm}", "off-page", "30mm"),
        (f"side: {{{_SIDE}, outer: 170mm}}", "room-too-narrow", f"{{{_SIDE}, outer: 170mm}}"),
        (f"side: {{{_SIDE}, outer: 27mm}}\ntext: {{side-label: {{size: 90pt, line: 6行}}}}", "room-too-narrow", "20mm"),
        (f"side: {{{_SIDE}, outer: 27mm}}\ntext: {{intro: {{left: 140mm}}}}", "room-too-narrow", "{left: 140mm}"),
        ("side: {texts: [], inner: 0mm, width: 30mm, gap: 0mm, outer: 0mm}", "list-empty", "[]"),
        ("text: {minutes: {size: 80pt, line: 80pt}}\nspeech: {gap: 0pt}", "off-page", "0pt"),
        ("text: {intro: {pad: 40pt}}", "length-out-of-range", "40pt"),
        ("runs: {metric: {pad: 40pt}}", "length-out-of-range", "40pt"),
        ("text: {intro: {pad: 30pt, left: -26mm}}", "off-page", "-26mm"),
        ("metrics: {annex: {note: 附件}}", "placeholder-missing", "附件"),
        ("speech: {minutes: '{}{n}分'}", "placeholder-unknown", "'{}{n}分'"),
        ("page: {max_pages: 0}", "number-out-of-range", "0"),
        ("colours: {tint: accent 500%}", "colour-unreadable", "accent 500%"),
        ("loosest: '0'", "length-out-of-range", "'0'"),
    ],
)  # fmt: skip
def test_what_cannot_be_printed_is_reported_at_its_place(changes: str, code: str, at: str) -> None:
    assert _reported(changes) == ([(code, at)] if code else [])


@pytest.mark.slow
@pytest.mark.parametrize(
    ("template", "least", "most"),
    [
        ("header: {{gap: {}pt}}", 0, 90),
        ("footer: {{gap: {}pt}}", 0, 90),
        ("draft: {{mark: {{gap: {}pt}}}}", 0, 90),
        ("draft: {{lines: {{gap: {}pt}}}}", 0, 90),
        ("speech: {{gap: {}pt}}", 0, 90),
        ("text: {{body: {{left: -{}pt}}}}", 0, 200),
        ("footer: {{inset: {}pt}}", 0, 240),
        ("text: {{body: {{left: {}pt}}}}", 0, 440),
        ("text: {{point: {{hang: {}pt}}}}", 0, 440),
        ("cards: {{pad: {}pt, columns: 1}}", 0, 370),
        ("text: {{contents-1: {{left: {}pt}}}}", 0, 440),
        ("text: {{plan-point: {{left: {}pt}}}}", 0, 440),
        ("text: {{card-label: {{left: {}pt}}}}", 0, 440),
        ("text: {{body: {{right: -{}pt}}}}", 0, 200),
        ("text: {{intro: {{fill: accent, left: -{}pt, pad: 4pt}}}}", 0, 200),
        ("task_rows: {{left: {}pt}}", 0, 440),
        ("draft: {{mark: {{inset: {}pt}}}}", 0, 240),
    ],
)
def test_a_finding_says_how_much_is_too_much(template: str, least: float, most: float) -> None:
    """Less by what the message says is enough, and a tenth of a point more is not."""

    def found(length: float) -> tuple[Diagnostic, ...]:
        return _read(f"extends: classic\n{template.format(round(length, 2))}\n")[1]

    assert found(least) == ()
    (reported,) = found(most)
    words = {key: float(str(text).removesuffix("pt")) for key, text in reported.words.items()}
    sides = 2 if "inset" in template or "pad" in template else 1
    over = words["over"] if "over" in words else (words["size"] - words["room"]) / sides
    assert found(most - over - 0.1) == ()
    assert [each.code for each in found(most - over + 0.1)] == [reported.code]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("template", "too_much"),
    [
        ("text: {{body: {{before: {}pt}}}}", 800),
        ("text: {{body: {{after: {}pt}}}}", 800),
        ("text: {{body: {{line: {}pt}}}}", 800),
        ("text: {{body: {{size: {}pt}}}}", 5000),
        ("text: {{statement: {{rule: {{gap: {}pt}}}}}}", 700),
        ("text: {{statement: {{rule: {{thickness: {}pt}}}}}}", 20),
        ("text: {{plan-point: {{before: {}pt}}}}", 800),
        ("text: {{plan-point: {{after: {}pt}}}}", 800),
        ("text: {{card-label: {{after: {}pt}}}}", 800),
        ("text: {{intro: {{pad: {}pt}}}}", 100),
        ("runs: {{metric: {{pad: {}pt}}}}", 100),
        ("plan: {{pad: {}pt, inset: 4pt}}", 800),
        ("task_rows: {{pad: {}pt, inset: 0pt}}", 800),
        ("plan: {{rule: {}pt}}", 20),
        ("metrics: {{chart: {{height: {}pt}}}}", 900),
        ("metrics: {{chart: {{height: {}pt}}}}", 1),
    ],
)
def test_the_lengths_that_a_finding_names_are_the_last_that_will_do(template: str, too_much: float) -> None:
    """A hundredth of a point beyond is out of range."""

    def found(length: float) -> list[str]:
        return [each.code for each in _read(f"extends: classic\n{template.format(round(length, 2))}\n")[1]]

    (reported,) = _read(f"extends: classic\n{template.format(too_much)}\n")[1]
    assert reported.code == "length-out-of-range"
    least, most = (float(str(reported.words[each]).removesuffix("pt")) for each in ("least", "most"))
    edge, beyond = (most, most + 0.01) if too_much > most else (least, least - 0.01)
    assert "length-out-of-range" not in found(edge)
    assert "length-out-of-range" in found(beyond)


def test_left_hand_pages_of_a_facing_sheet_have_the_other_margin() -> None:
    assert _reported("text: {body: {left: -27mm}}", "official") == [("off-page", "-27mm")]
    assert _reported("text: {body: {left: -27mm}}\npage: {facing: false}", "official") == []


def test_what_all_texts_have_from_base_is_reported_once() -> None:
    assert len(_reported("text: {base: {size: 30pt, line: 20pt}}")) == 1


def test_a_finding_says_what_would_do() -> None:
    _, found = _read("extends: classic\ntext: {body: {before: 40行}}\nheader: {gap: 32mm}\n")
    assert [dict(each.words) for each in found] == [
        {"text": "40行", "least": "0pt", "most": "663.85pt"},
        {"over": "17.3pt"},
    ]


def _leaves(value: Any, path: Path = ()) -> Iterator[Path]:
    """The paths of every value of a sheet, lists whole and entry by entry."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _leaves(each, (*path, key))
    elif isinstance(value, list):
        yield path
        for index, each in enumerate(value):
            yield from _leaves(each, (*path, index))
    else:
        yield path


_ROLES = sorted({role for sheet in WRITTEN.values() for role in sheet["text"]})
_KEYS = ("size", "line", "first_line", "hang", "left", "right", "before", "after", "pad")
_PATHS: dict[str, list[Path]] = {
    name: [path for path in _leaves(sheet) if path[0] not in ("schema", "description", "extends")]
    + [("text", role, key) for role in _ROLES for key in _KEYS]
    + [("cards", key) for key in ("columns", "gap", "pad")]
    + [("tables", key) for key in ("inset", "label", "figure", "change", "note", "old", "new")]
    + [("contents", "leader", key) for key in ("dot", "pitch", "gap", "room")]
    + [("draft", *keys) for keys in (("shift",), ("angle",), ("lines", "gap"), ("lines", "every"))]
    + [("metrics", "chart", key) for key in ("height", "slot", "bar", "rule", "years")]
    + [("loosest",), ("body_start",)]
    for name, sheet in WRITTEN.items()
}
_EDGES = [0, 1, -1, 0.01, 9999]
_NUMBERS = st.one_of(st.sampled_from(_EDGES), st.floats(-1, 20), st.floats(-400, 600)).map(
    lambda number: f"{number:.2f}"
)
_LENGTHS = st.builds(lambda number, unit: f"{number}{unit}", _NUMBERS, st.sampled_from(["pt", "mm", "em", "行"]))
_WORDS = st.sampled_from(
    ["", "{}", "{foo}", "{page}", "{1}", "【", "【本年】", "甲\n乙", "odd", "甲" * 80, "true", "0"]
)
_VALUES: st.SearchStrategy[Any] = st.one_of(_LENGTHS, _NUMBERS, _WORDS, st.just([]), st.none())


def _likely(path: Path, present: Any) -> st.SearchStrategy[Any]:
    """Values of the kind that belongs at a path, now and then others."""
    key = path[-1]
    if key in ("levels", "columns", "years", "every", "angle", "weight"):
        return st.one_of(st.integers(-1, 7).map(str), st.integers(-100, 100).map(str))
    if path[0] == "tables" and key not in ("rule", "colour", "head_fill", "inset"):
        return _NUMBERS
    if isinstance(present, bool) or key in ("text", "title", "watermark", "colour", "fill", "font", "align", "start"):
        return _mostly(_WORDS)
    if isinstance(present, float) or key == "scale":
        return _NUMBERS
    if isinstance(present, str) and not present[:1].isdigit():
        return _mostly(_WORDS)
    return _mostly(_LENGTHS)


def _mostly(values: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    return st.integers(0, 9).flatmap(lambda chance: values if chance else _VALUES)


@st.composite
def changes(draw: st.DrawFn) -> tuple[str, list[tuple[Path, Any]]]:
    """The name of a built-in sheet, and what to write in some of its places."""
    name = draw(st.sampled_from(sorted(WRITTEN)))
    paths = draw(st.lists(st.sampled_from(_PATHS[name]), min_size=1, max_size=3))
    return name, [(path, draw(_likely(path, _at(WRITTEN[name], path)))) for path in paths]


def _at(sheet: Any, path: Path) -> Any:
    for step in path:
        if isinstance(sheet, dict):
            sheet = sheet.get(step)
        else:
            sheet = sheet[step] if isinstance(sheet, list) and isinstance(step, int) and step < len(sheet) else None
    return sheet


def _changed(name: str, values: list[tuple[Path, Any]]) -> str:
    """A built-in sheet with other values; a path that an earlier value has cut off is left out."""
    sheet = json.loads(json.dumps(WRITTEN[name]))
    for path, value in values:
        place = sheet
        for step in path[:-1]:
            place = place.setdefault(step, {}) if isinstance(place, dict) else _at(place, (step,))
        if isinstance(place, dict) or _at(place, path[-1:]) is not None:
            place[path[-1]] = value
    return json.dumps(sheet, ensure_ascii=False, indent=1)


@pytest.mark.slow
@settings(max_examples=250)
@given(changes(), st.sampled_from([0, 3]))
def test_a_sheet_without_errors_can_be_built(changed: tuple[str, list[tuple[Path, Any]]], draft: int) -> None:
    """No exception in any writer, no page without end, and whatever is printed begins on the paper."""
    sheet, found = _read(_changed(*changed))
    assert (sheet is None) == has_errors(found)
    if sheet is None:
        return
    document = examine(REPORT, style=sheet).composed
    document = replace(document, metadata=replace(document.metadata, draft=draft if sheet.draft else 0))
    book, missing = open_fonts(sheet, FONTS)
    if book is None:
        assert [each.code for each in missing if each.code == "face-unknown"]
        return
    under = fitted(sheet, document)
    layout = lay_out(document, under, book)
    assert len(layout.pages) < 200
    for page in layout.pages:
        for piece in (piece for fragment in page.fragments for piece in fragment.texts):
            assert -1 <= piece.x <= layout.width
            assert 0 <= piece.y <= layout.height
    assert write_pdf(layout, document, ()).startswith(b"%PDF")
    assert faults(write_docx(as_laid_out(document, layout), under, layout.page_labels())) == []
