"""What stands beside the page number: left the title of the report, right that of the part."""

from reportgen.document import shortened
from reportgen.layout import Page, lay_out
from tests.support import MINIMAL, examine, fitted, sheet_named
from tests.test_twins import BOOKS

SHEET = sheet_named("plenary")
SECTION = "    - title: 第{}节，委员为民履职更有温度\n      items: [{{text: {}}}]\n"


def pages(text: str) -> tuple[Page, ...]:
    document = examine(text, style=SHEET).composed
    return lay_out(document, fitted(SHEET, document), BOOKS["plenary"]).pages


def feet(text: str) -> list[str]:
    """The lines at the feet of all pages."""
    furniture = ([each for each in page.fragments if each.block is None and each.texts] for page in pages(text)[1:])
    return ["".join(piece.text for each in found for piece in each.texts) for found in furniture]


def test_left_and_right_pages_say_where_they_are() -> None:
    sections = "".join(SECTION.format(number, "委员进社区听取意见。" * 90) for number in range(1, 8))
    found = feet(f"{MINIMAL}  sections:\n{sections}insights: {{title: 感悟, items: [{{title: 甲, text: 乙。}}]}}\n")
    assert found[0] == "ii　工作报告"
    assert found[1:5] == ["工作回顾　1", "2　工作报告", "工作回顾　3", "4　工作报告"]
    assert found[-1] == "", "the last page has none"


def test_long_titles_are_cut_beside_the_number() -> None:
    assert shortened("字" * 28) == "字" * 28
    assert shortened("字" * 29) == f"{'字' * 27}…"
    assert feet(MINIMAL.replace("工作报告", "长" * 60))[-1] == ""


def test_few_entries_need_no_list_of_contents() -> None:
    assert [page.label for page in pages(MINIMAL)][:2] == ["", ""]
    sections = "".join(SECTION.format(number, "甲。") for number in range(1, 6))
    assert "ii" in [page.label for page in pages(f"{MINIMAL}  sections:\n{sections}")]
