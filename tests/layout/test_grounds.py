"""The grounds from edge to edge behind cover and last page, what is on them, and what is not."""

import pytest
from msgspec.structs import replace

from reportgen.diagnostics import Place
from reportgen.document import Document, inline_text
from reportgen.layout import Layout, Page, lay_out
from reportgen.pictures import Picture
from reportgen.style import POINTS_PER_MILLIMETRE, Length, LogoStyle, StyleSheet
from reportgen.style.workspace_file import WorkspaceFile
from tests.support import MINIMAL, examine, fitted, sheet_named
from tests.test_twins import BOOKS

PLENARY = sheet_named("plenary")
PARTICULARS = "session: 三届五次会议\nspeaker: 甲\nplace: 会堂\ndate: 2026-01-09\n"
HEAD = "organization: 政协青岚市委员会\nlabel: 图解\n"
LONG = "关于深入学习贯彻全会精神进一步发挥专门协商机构作用助推全市经济社会高质量发展情况的报告"


def laid_out(text: str, sheet: StyleSheet = PLENARY, logo: Picture | None = None) -> tuple[Document, Layout]:
    document = examine(text, style=sheet).composed
    return document, lay_out(document, fitted(sheet, document), BOOKS["plenary"], logo)


def millimetres(page: Page) -> dict[str, float]:
    """How far below the head of the paper the characters of each text of a page begin."""
    tops: dict[str, float] = {}
    for fragment in page.fragments:
        for piece in fragment.texts:
            tops.setdefault(piece.text, (piece.y - 0.88 * piece.size) / POINTS_PER_MILLIMETRE)
    return tops


def test_the_cover_is_as_it_was_drawn() -> None:
    document, layout = laid_out(MINIMAL + HEAD + PARTICULARS)
    ground, foot, *_ = layout.pages[0].fragments[0].rectangles
    millimetre = POINTS_PER_MILLIMETRE
    assert (ground.x, ground.y) < (0, 0), "into the bleed, which is cut off"
    assert ground.x + ground.width > layout.width
    assert ground.y + ground.height == pytest.approx(184 * millimetre)
    assert (foot.x, foot.y + foot.height) == pytest.approx((24 * millimetre, (297 - 18) * millimetre))
    tops = millimetres(layout.pages[0])
    assert tops["工作报告"] == pytest.approx(72, abs=0.1)
    assert tops["三届五次会议"] == pytest.approx(198, abs=0.1)
    assert [paragraph.ordinal.text for paragraph in document.blocks[0].paragraphs if paragraph.ordinal] == [  # type: ignore[union-attr]
        "会　议", "报告人", "地　点", "时　间"
    ]  # fmt: skip
    mark = layout.pages[0].fragments[0].texts
    assert [piece.text for piece in mark] == ["2025"]
    assert layout.mark, "its outline, for Word"


def test_what_is_not_there_leaves_no_gap() -> None:
    _, layout = laid_out(MINIMAL + "place: 会堂\n")
    assert millimetres(layout.pages[0])["会堂"] == pytest.approx(198, abs=0.1)


@pytest.mark.parametrize("times", [1, 2])
def test_a_long_title_stays_on_the_ground(times: int) -> None:
    """White letters below it could not be read; what is under it does not move."""
    text = MINIMAL.replace("工作报告", LONG[: 39 * times] * times) + HEAD + PARTICULARS
    _, layout = laid_out(text)
    tops = millimetres(layout.pages[0])
    assert tops["图解"] < 184 - 5
    assert tops["三届五次会议"] == pytest.approx(198, abs=0.1)


@pytest.mark.parametrize("title", ["工作报告", LONG * 2])
@pytest.mark.parametrize(("height", "smallest"), [(5.0, 5.0), (22.0, 22.0), (45.0, 22.0), (120.0, 22.0)])
def test_all_that_is_white_stays_on_the_ground_under_a_logo_of_any_height(
    title: str, height: float, smallest: float
) -> None:
    """The title is smaller first, then the logo; what is under the ground does not move."""
    logo = LogoStyle(file=WorkspaceFile("images/logo.png", Place("styles/ours.yaml")), height=Length(height, "mm"))
    picture = Picture("png", 1, 1, is_grey=True, pixels=b"\x80")
    _, layout = laid_out(MINIMAL.replace("工作报告", title) + HEAD + PARTICULARS, replace(PLENARY, logo=logo), picture)
    tops = millimetres(layout.pages[0])
    assert tops["图解"] < 184 - 5
    assert tops["三届五次会议"] == pytest.approx(198, abs=0.1)
    (shown,) = (each for fragment in layout.pages[0].fragments for each in fragment.pictures)
    assert smallest <= shown.height / POINTS_PER_MILLIMETRE + 0.01 <= height + 0.02


def test_a_logo_of_the_usual_height_leaves_the_title_where_it_is() -> None:
    picture = Picture("png", 1, 1, is_grey=True, pixels=b"\x80")
    logo = LogoStyle(file=WorkspaceFile("images/logo.png", Place("styles/ours.yaml")))
    _, layout = laid_out(MINIMAL + HEAD + PARTICULARS, replace(PLENARY, logo=logo), picture)
    assert millimetres(layout.pages[0])["工作报告"] == pytest.approx(72, abs=0.1)


def test_a_draft_has_its_number_on_the_ground_as_wide_as_the_paper_at_the_most() -> None:
    """Behind the ground a watermark would be cut in two."""
    assert PLENARY.draft is not None
    for words in ("第{draft}稿", "征求意见稿第{draft}稿"):
        sheet = replace(PLENARY, draft=replace(PLENARY.draft, watermark=words))
        document = examine(MINIMAL, style=sheet).composed
        document = replace(document, metadata=replace(document.metadata, draft=12))
        layout = lay_out(document, fitted(sheet, document), BOOKS["plenary"])
        mark = layout.pages[0].fragments[0].texts
        assert "".join(piece.text for piece in mark) == words.format(draft=12)
        assert min(piece.x for piece in mark) > 0
        assert layout.pages[0].watermark is None


def test_a_number_in_a_title_has_the_colour_of_the_title() -> None:
    """That of metrics is the ground's own."""
    text = MINIMAL.replace("工作报告", "征集【提案】的报告") + "metrics:\n  提案: {label: 提案, value: 5, unit: 件}\n"
    document, layout = laid_out(text)
    cover = document.blocks[0]
    assert "metric" not in {role for line in cover.paragraphs for run in line.inlines for role in run.roles}  # type: ignore[union-attr]
    colours = {piece.colour for fragment in layout.pages[0].fragments[1:] for piece in fragment.texts}
    assert colours == {PLENARY.colours["paper"]}


def test_the_last_page_has_its_strip_and_no_furniture() -> None:
    document, layout = laid_out(MINIMAL + HEAD + PARTICULARS)
    ground, *others = layout.pages[-1].fragments
    (strip,) = ground.rectangles
    assert strip.x < 0 < layout.width < strip.x + strip.width
    assert strip.y == pytest.approx(layout.height - 40 * POINTS_PER_MILLIMETRE)
    assert strip.y + strip.height > layout.height
    assert [inline_text(block.inlines) for block in document.blocks[-3:]] == [  # type: ignore[union-attr]
        "工作报告", "编印　政协青岚市委员会", "2026年1月"
    ]  # fmt: skip
    assert not [fragment for fragment in others if fragment.block is None and fragment.texts]


def test_a_sheet_without_grounds_has_none() -> None:
    bare = replace(PLENARY, cover_ground=None, colophon_ground=None)
    _, layout = laid_out(MINIMAL + HEAD, bare)
    wide = [
        box for page in layout.pages for each in page.fragments for box in each.rectangles if box.width >= layout.width
    ]
    assert wide == []
    assert layout.mark == ()
