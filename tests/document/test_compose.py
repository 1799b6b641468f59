"""Report and style sheet to a document: which blocks, in which order, with which numbers."""

import datetime

import pytest
from msgspec.structs import replace

from reportgen.document import Contents, Cover, Document, Heading, Origin, Paragraph, Run, Table, document_text
from reportgen.document.block_types import contents_headings, inline_text
from reportgen.style import GlossaryStyle, ItemStyle, PartStyle, StyleSheet
from tests.support import MINIMAL, ROOT, examine, sheet_named

TOP = "schema: 1\nyear: 2025\ntitle: 报告\n"
PLAIN = replace(sheet_named("plain"), cover=(), contents=None, metrics=None, glossary=None)


def _compose(text: str, sheet: StyleSheet = PLAIN) -> Document:
    return examine(text, style=sheet, draft=True).composed


def _headings(document: Document) -> list[tuple[int, str]]:
    return [
        (block.level, (block.ordinal.text if block.ordinal else "") + inline_text(block.inlines))
        for block in document.blocks
        if isinstance(block, Heading)
    ]


def test_parts_print_in_their_own_order_whatever_the_order_of_the_file() -> None:
    text = TOP + "closing: 完\ninsights: {title: 三}\ntasks: {title: 二}\nreviews: {title: 一}\nopening: 首\n"
    assert document_text(_compose(text)) == "首\n一\n二\n三\n完\n"


def test_a_part_prints_intro_items_sections_and_closing_in_this_order() -> None:
    text = TOP + "reviews: {closing: 丁, sections: [{title: 丙, lead: 引}], items: [乙], intro: 甲, title: 题}\n"
    assert document_text(_compose(text)) == "题\n甲\n乙\n1丙\n引\n丁\n"


def test_the_real_report_is_numbered_as_its_style_asks() -> None:
    content = (ROOT / "data" / "2025.yaml").read_bytes()
    plenary = _headings(examine(content).composed)
    assert [text[0] for level, text in plenary if level == 2][:11] == [*"123456", *"一二三四五"]
    official = _headings(examine(content, style="official").composed)
    assert [text[:2] for level, text in official if level == 1] == ["一、", "二、", "三、", "主要"]
    assert [text[:3] for level, text in official if level == 2][5:12] == [
        "（六）", "（一）", "（二）", "（三）", "（四）", "（五）", "（一）",
    ]  # fmt: skip


def test_items_are_numbered_anew_in_every_section_and_each_count_has_its_own_series() -> None:
    sheet = replace(PLAIN, reviews=PartStyle(items=ItemStyle(form="points", ordinal="{1}.")))
    text = (
        TOP
        + "reviews: {title: 题, items: [甲, 乙], sections: [{title: 一, items: [丙]}, {title: 二, items: [丁, 戊]}]}\n"
    )
    points = [block for block in _compose(text, sheet).blocks if isinstance(block, Paragraph) and block.role == "point"]
    ordinals = [block.ordinal for block in points if block.ordinal]
    assert [(each.text, each.value) for each in ordinals] == [("1.", 1), ("2.", 2), ("1.", 1), ("1.", 1), ("2.", 2)]
    assert len({each.series for each in ordinals}) == 3


def test_a_bullet_counts_nothing() -> None:
    sheet = replace(PLAIN, reviews=PartStyle(items=ItemStyle(form="points", bullet="•")))
    points = [
        block for block in _compose(MINIMAL + "  items: [甲, 乙]\n", sheet).blocks if isinstance(block, Paragraph)
    ]
    assert [(block.ordinal.text, block.ordinal.value) for block in points if block.ordinal] == [("•", 0), ("•", 0)]


ITEMS = (
    MINIMAL
    + "  items:\n    - {title: 题, claim: 论, text: 文}\n    - {claim: 论, text: 文}\n    - 题。\n    - text: 文\n"
)


def test_an_item_in_each_form() -> None:
    def printed(style: ItemStyle) -> list[tuple[str, str]]:
        blocks = _compose(ITEMS, replace(PLAIN, reviews=PartStyle(items=style))).blocks[1:]
        return [(block.role, inline_text(block.inlines)) for block in blocks if isinstance(block, (Heading, Paragraph))]

    assert printed(ItemStyle(form="run-in")) == [
        ("item", "题\u3000论\u3000文"), ("item", "论\u3000文"), ("item", "题。"), ("item", "文"),
    ]  # fmt: skip
    assert printed(ItemStyle(form="points", separator="。")) == [
        ("point", "题。论。文"), ("point", "论。文"), ("point", "题。"), ("point", "文"),
    ]  # fmt: skip
    assert printed(ItemStyle(form="headings")) == [
        ("heading-2", "题"), ("claim", "论"), ("text", "文"), ("item", "论\u3000文"), ("heading-2", "题。"),
        ("item", "文"),
    ]  # fmt: skip


def test_a_title_that_ends_in_a_stop_needs_no_separator_also_where_marks_and_emphasis_close_it() -> None:
    for title in ("题。", "“题！”", "**题？**”", "（题…）", "题："):
        document = _compose(MINIMAL + f"  items: [{{title: '{title}', text: 文}}]\n")
        assert document_text(document).endswith(title.replace("**", "") + "文\n")
    document = _compose(MINIMAL + "  items: [{title: '**题**”', text: 文}]\n")
    assert document_text(document).endswith("题”\u3000文\n")


def test_runs_tell_titles_claims_and_metrics_apart() -> None:
    text = MINIMAL + "  items: [{title: 题, claim: 论, text: 【甲】}]\nmetrics: {甲: {label: 甲, value: 1, unit: 件}}\n"
    block = next(each for each in _compose(text).blocks if isinstance(each, Paragraph))
    title, claim, metric = block.inlines
    path = ("reviews", "items", 0)
    assert title == Run("题\u3000", ("run-in",), None, Origin((*path, "title")))
    assert claim == Run("论\u3000", ("claim",), None, Origin((*path, "claim")))
    assert metric == Run("1件", ("metric",), "甲")
    assert [run.written_at for run in block.inlines[1:]] == [claim.origin, Origin(("metrics", "甲"))]


def test_every_block_knows_the_field_it_comes_from() -> None:
    text = TOP + "salutation: 各位\nreviews: {title: 题, sections: [{title: 节, lead: 引, items: [甲, {text: 乙}]}]}\n"
    origins = [block.origin.path for block in _compose(text).blocks if isinstance(block, (Heading, Paragraph))]
    assert origins == [
        ("salutation",),
        ("reviews", "title"),
        ("reviews", "sections", 0, "title"),
        ("reviews", "sections", 0, "lead"),
        ("reviews", "sections", 0, "items", 0, "title"),
        ("reviews", "sections", 0, "items", 1, "text"),
    ]


def test_every_heading_has_an_anchor_of_its_own() -> None:
    document = examine((ROOT / "data" / "2025.yaml").read_bytes()).composed
    anchors = [block.anchor for block in document.blocks if isinstance(block, Heading)]
    assert len(set(anchors)) == len(anchors) > 15


def test_the_cover_shows_the_fields_there_are_in_the_order_of_the_sheet() -> None:
    text = MINIMAL + "date: 2026-01-06\nlabel: 书面\norganization: 政协\n"
    cover = _compose(text, sheet_named()).blocks[0]
    assert isinstance(cover, Cover)
    assert [(line.role, inline_text(line.inlines)) for line in cover.paragraphs] == [
        ("cover-organization", "政协"),
        ("cover-title", "工作报告"),
        ("cover-label", "（书面）"),
        ("cover-date", "2026年1月6日"),
    ]


def test_contents_list_the_headings_down_to_their_level() -> None:
    document = examine((ROOT / "data" / "2025.yaml").read_bytes()).composed
    contents = next(block for block in document.blocks if isinstance(block, Contents))
    assert {heading.level for heading in contents_headings(document, contents.levels)} == {1, 2}
    assert {heading.level for heading in contents_headings(document, 1)} == {1}


def test_the_table_of_metrics_has_columns_only_for_what_there_is() -> None:
    def columns(more: str) -> tuple[str, ...]:
        text = (
            MINIMAL
            + f"metrics: {{甲: {{label: 甲, value: 2, unit: 件{more}}}, 乙: {{label: 乙, value: 2, unit: 件}}}}\n"
        )
        (table,) = (block for block in _compose(text, sheet_named("plain")).blocks if isinstance(block, Table))
        assert all(len(row) == len(table.columns) == len(table.head) for row in table.rows)
        return table.columns

    assert columns("") == ("label", "figure")
    assert columns(", note: 注") == ("label", "figure", "note")
    assert columns(", history: {2024: 1}") == ("label", "figure", "change")
    assert columns(", history: {2024: 1}, note: 注") == ("label", "figure", "change", "note")


def test_no_metrics_no_table() -> None:
    assert not any(isinstance(block, Table) for block in _compose(MINIMAL, sheet_named("plain")).blocks)


GLOSSARY = "glossary:\n  - {term: 甲乙, meaning: 一}\n  - {term: 甲乙丙, meaning: 二}\n  - {term: 丁, meaning: 三}\n"


def test_terms_are_numbered_at_their_first_use_the_longer_first() -> None:
    sheet = replace(PLAIN, glossary=GlossaryStyle(title="名词", mark="[{1}]"))
    text = MINIMAL + "  intro: 甲乙丙和甲乙，又是甲乙丙。\n" + GLOSSARY
    examined = examine(text, style=sheet)
    assert document_text(examined.composed).split("\n")[1:-1] == [
        "甲乙丙[1]和甲乙[2]，又是甲乙丙。", "名词", "[1]甲乙丙：二", "[2]甲乙：一", "丁：三",
    ]  # fmt: skip
    assert examined.codes == ["glossary-unnumbered"]


def test_titles_and_claims_are_not_running_text_in_any_form() -> None:
    text = MINIMAL + "  items: [{title: 丁, claim: 丁, text: 丁}]\nglossary: [{term: 丁, meaning: 三}]\n"
    for form in ("run-in", "points", "headings"):
        style = PartStyle(items=ItemStyle(form=form))
        sheet = replace(PLAIN, reviews=style, glossary=GlossaryStyle(title="名词", mark="[{1}]"))
        assert "".join(document_text(_compose(text, sheet)).split()).startswith("工作回顾丁丁丁[1]")


def test_a_sheet_without_a_glossary_prints_none_and_misses_none() -> None:
    examined = examine(MINIMAL + "  intro: 甲乙。\n" + GLOSSARY, style=PLAIN)
    assert document_text(examined.composed) == "工作回顾\n甲乙。\n"
    assert examined.codes == []


def test_what_a_file_says_of_itself() -> None:
    text = MINIMAL + "organization: 政协\ndate: 2026-01-06\nmetrics: {甲: {label: 征集, value: 2, unit: 件}}\n"
    metadata = _compose(text).metadata
    assert (metadata.title, metadata.author, metadata.subject) == ("工作报告", "政协", "工作回顾")
    assert (metadata.keywords, metadata.date, metadata.language) == (("征集",), datetime.date(2026, 1, 6), "zh-CN")
    assert _compose(MINIMAL).metadata.date == datetime.date(2025, 12, 31)


def test_a_line_end_asked_for_is_in_the_runs_but_not_in_the_text() -> None:
    document = _compose(TOP.replace("报告", '"甲\\n乙"') + 'reviews: {title: "丙\\n丁"}\n')
    heading = document.blocks[0]
    assert isinstance(heading, Heading)
    assert heading.inlines == (Run("丙\u2028丁"),)
    assert document_text(document) == "丙丁\n"
    assert document.metadata.title == "甲乙"


def test_a_claim_under_its_title_ends_like_a_sentence_where_the_sheet_says_so() -> None:
    """In official the title and the claim are one sentence; a claim with a stop of its own gets no second one."""
    claims = "[{title: 党的领导, claim: 是根本所在}, {title: 群众参与, claim: 是基础支撑！}, {title: 委员}]"
    text = f"{MINIMAL}insights: {{title: 感悟, items: {claims}}}\n"
    said = {
        style: [
            inline_text(block.inlines)
            for block in examine(text, style=style).composed.blocks
            if isinstance(block, Paragraph) and block.role in ("claim", "statement-claim")
        ]
        for style in ("official", "classic")
    }
    assert said == {"official": ["是根本所在。", "是基础支撑！"], "classic": ["是根本所在", "是基础支撑！"]}


def test_the_table_of_metrics_goes_by_their_groups() -> None:
    """Those of no group first, then each group under its name, as on cards."""
    metrics = "".join(
        f"  {name}: {{label: {name}, value: {value}, unit: 件{f', group: {group}' if group else ''}}}\n"
        for name, value, group in (("甲", 1, "履职"), ("乙", 2, ""), ("丙", 3, "服务"), ("丁", 4, "履职"))
    )
    blocks = examine(f"{MINIMAL}metrics:\n{metrics}", style="official").composed.blocks
    (table,) = [block for block in blocks if isinstance(block, Table)]
    rows = [" ".join(filter(None, map(inline_text, row))) for row in table.rows]
    assert rows == ["乙 2件", "履职", "甲 1件", "丁 4件", "服务", "丙 3件"]
    assert table.groups == (1, 4)
    assert table.origins[1].path == ("metrics", "甲", "group")


@pytest.mark.parametrize(
    ("part", "plan", "body", "prints"),
    [
        ("tasks", True, "sections: [{title: 节}]", True),
        ("tasks", True, "items: [点]", False),
        ("tasks", False, "items: [点]", True),
        ("insights", True, "items: [点]", True),
        ("insights", False, "items: [点]", True),
    ],
)
def test_a_title_alone_is_left_out_where_a_plan_without_rows_is_all_there_is_below_it(
    part: str, plan: bool, body: str, prints: bool
) -> None:
    """Rows of a plan are the sections of tasks; other parts have none."""
    classic = sheet_named("classic")
    sheet = replace(
        classic,
        plan=classic.plan if plan else None,
        tasks=replace(classic.tasks, show="title"),
        insights=replace(classic.insights, show="title"),
    )
    document = _compose(f"{MINIMAL}{part}: {{title: 题目, {body}}}\n", sheet)
    assert ("题目" in [inline_text(block.inlines) for block in document.blocks if isinstance(block, Heading)]) == prints
