"""What is at the ends of a report: annex and colophon, statements, bands; each where its sheet asks."""

import pytest
from msgspec.structs import replace

from reportgen.document import Document, Heading, Paragraph, Table, inline_text
from reportgen.style import StyleSheet
from tests.support import MINIMAL, examine, sheet_named

METRICS = "metrics:\n  提案: {label: 征集提案, value: 546, unit: 件}\n"
TERMS = "glossary:\n  - {term: 工作报告, meaning: 每年一份。}\n"
ITEMS = """\
schema: 1
year: 2025
title: 工作报告
insights:
  title: 感悟
  items:
    - {title: 党的领导, claim: 是根本, text: 一段。}
"""


def texts(document: Document) -> list[tuple[str, str]]:
    return [
        (block.role, inline_text(block.inlines)) for block in document.blocks if isinstance(block, Heading | Paragraph)
    ]


def composed(text: str, style: str | StyleSheet) -> list[tuple[str, str]]:
    return texts(examine(text, style=style, draft=True).composed)


def test_metrics_and_glossary_of_official_are_numbered_annexes_announced_under_the_text() -> None:
    """GB/T 9704-2012 7.3.4, 7.3.7: the notes, names without a mark, above who signs; then each annex with its title."""
    signed = "closing: 完。\nsignature: 政协某市委员会\ndate: 2026-01-16\n"
    document = examine(f"{MINIMAL}{METRICS}{TERMS}{signed}", style="official", draft=True).composed
    assert texts(document)[-10:] == [
        ("closing", "完。"),
        ("annex-note", "附件：1.主要数据"),
        ("annex-note-next", "2.名词解释"),
        ("signature", "政协某市委员会"),
        ("signature-date", "2026年1月16日"),
        ("annex-label", "附件1"),
        ("annex-title", "主要数据"),
        ("annex-label", "附件2"),
        ("annex-title", "名词解释"),
        ("glossary", "工作报告：每年一份。"),
    ]
    official = sheet_named("official").text
    assert (official["annex-label"].start, official["annex-title"].align) == ("page", "centre")


@pytest.mark.parametrize(("only", "title"), [(METRICS, "主要数据"), (TERMS, "名词解释")])
def test_one_annex_has_no_number(only: str, title: str) -> None:
    annex = [each for each in composed(MINIMAL + only, "official") if each[0].startswith("annex")]
    assert annex == [("annex-note", f"附件：{title}"), ("annex-label", "附件"), ("annex-title", title)]


def test_official_prints_its_title_above_the_text_too() -> None:
    """T8: what is on the cover, once more on the first page that has text."""
    official = examine(f"{MINIMAL}salutation: 各位委员：\n", style="official", draft=True).composed
    title, salutation, *_ = texts(official)
    assert (title, salutation) == (("body-title", "工作报告"), ("salutation", "各位委员："))
    assert "body-title" not in [role for style in ("classic", "lectern") for role, _ in composed(MINIMAL, style)]


def test_there_is_no_annex_without_metrics() -> None:
    assert not [role for role, _ in composed(MINIMAL, "official") if role.startswith("annex")]


def test_plenary_prints_the_table_only_where_a_metric_has_a_note() -> None:
    noted = METRICS.replace("unit: 件", "unit: 件, note: 含网上提案")
    for text, expected in ((METRICS, 0), (noted, 1)):
        blocks = examine(MINIMAL + text, draft=True).composed.blocks
        assert len([block for block in blocks if isinstance(block, Table)]) == expected


def test_the_colophon_is_last_and_has_what_the_report_has() -> None:
    text = f"{MINIMAL}organization: 政协某市委员会\ndate: 2026-01-16\n"
    assert composed(text, "classic")[-3:] == [
        ("colophon-title", "工作报告"),
        ("colophon", "编印：政协某市委员会"),
        ("colophon", "2026年1月16日"),
    ]
    assert composed(text, "official")[-1][0] == "heading-1"


def test_the_title_of_a_part_is_a_band_where_its_introduction_follows() -> None:
    with_intro = f"{MINIMAL}  intro: 导语。\n"
    assert [role for role, _ in composed(with_intro, "classic")][:2] == ["band", "intro"]
    assert next(role for role, _ in composed(MINIMAL, "classic")) == "heading-1"
    assert [role for role, _ in composed(with_intro, "official")] == ["body-title", "heading-1", "intro"]


def test_heads_alone_keep_their_places_in_the_file() -> None:
    items = "    - {text: 没有标题。}\n    - {title: 感悟二, claim: 论断}\n"
    text = f"schema: 1\nyear: 2025\ntitle: 工作报告\ninsights:\n  title: 感悟\n  items:\n{items}"
    blocks = examine(text, style="handout", draft=True).composed.blocks
    origins = [block.origin.path for block in blocks if isinstance(block, Heading | Paragraph)][-2:]
    assert origins == [("insights", "items", 1, "title"), ("insights", "items", 1, "claim")]


def test_items_of_a_part_are_statements_those_of_its_sections_are_not() -> None:
    sections = ITEMS + "  sections:\n    - title: 一节\n      items:\n        - {title: 条目, claim: 论断}\n"
    found = [each for each in composed(sections, "classic") if each[1] != "工作报告"]
    assert found == [
        ("heading-1", "感悟"),
        ("statement", "党的领导"),
        ("statement-claim", "是根本"),
        ("statement-text", "一段。"),
        ("heading-2", "一节"),
        ("heading-3", "条目"),
        ("claim", "论断"),
    ]


def test_what_a_role_leaves_out_comes_from_the_role_like_it() -> None:
    from reportgen.style import Looks

    plenary = sheet_named("classic")
    looks = Looks(plenary)
    band, heading = looks.block("band"), looks.block("heading-1")
    assert (band.fill, band.size, band.start) == (heading.fill, heading.size, heading.start)
    assert (band.after, heading.after) == (0.0, 14.0)
    bare = Looks(replace(plenary, text={"base": plenary.text["base"]}))
    assert bare.block("band") == bare.block("base")
