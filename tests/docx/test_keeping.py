"""What keeps together in Word: headings with two lines of their text, leads with what they lead to (T55)."""

import pytest

from tests.docx.made import made_of, style_elements
from tests.docx.reading import paragraphs, part, run_text, style_of, tag, value
from tests.support import MINIMAL, sheet_named


@pytest.mark.parametrize("style", ["plenary", "official"])
def test_a_line_below_a_heading_is_bound_to_the_next(style: str) -> None:
    """A heading takes two lines along, of two paragraphs if need be (T55); of a long one, or of one alone, no more."""
    long = "全体委员认真履行职能" * 6
    sections = {"两条": ["甲", "乙", "丙"], "长": [long, "丁"], "一条": ["戊"], "末": ["己", "庚"]}
    text = "schema: 1\nyear: 2025\ntitle: 报告\nreviews:\n  title: 回顾\n  sections:\n" + "".join(
        f"    - {{title: {title}, items: [{', '.join(f'{{text: {each}}}' for each in items)}]}}\n"
        for title, items in sections.items()
    )
    root = part(made_of(text, sheet_named(style)).data)
    bound = [run_text(each) for each in root.iter(tag("p")) if each.find(f"{tag('pPr')}/{tag('keepNext')}") is not None]
    assert bound == ["甲", "己"]


@pytest.mark.parametrize("style", ["plenary", "official"])
def test_of_several_leads_only_the_first_line_and_the_last_keep_with_the_next(style: str) -> None:
    """And none with the next heading; else Word holds sections of leads together and leaves pages empty."""
    text = (
        f"{MINIMAL}  sections:\n"
        "    - title: 一\n      items: [条目]\n      lead: |\n        甲。\n\n        乙。\n\n        丙。\n"
        "    - {title: 二, lead: 丁。}\n"
        "    - {title: 三}\n"
    )
    data = made_of(text, sheet_named(style)).data
    leads = [paragraph for paragraph in paragraphs(data) if style_of(paragraph) == "ReportLead"]
    kept = {run_text(lead): value(lead, "pPr/keepNext", "val") for lead in leads}
    assert value(style_elements(data)["ReportLead"], "pPr/keepNext") == ""
    assert kept == {"甲。": "", "乙。": "0", "丙。": "", "丁。": "0"}
