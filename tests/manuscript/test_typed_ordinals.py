"""Ordinals at the head of a paragraph, and what only looks like one."""

import pytest

from reportgen.manuscript.typed_ordinals import read_ordinal


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "第一部分　",
            "第二章 ",
            "第三篇：",
            "第一节 ",
            "第一条　",
            "一、",
            "二．",
            "十一、",
            "（一）",
            "(一)",
            "〔一〕",
            "㈠",
            "（一）、",
        ),
        *("1.", "1．", "1、", "1 ", "１．", "⒈", "1.1 ", "1.1.1 ", "（1）", "(1)", "1）", "1)", "⑴", "①", "❶"),
        *(
            "A.",
            "a.",
            "(a)",
            "a）",
            "Ⅰ.",
            "i.",
            "第一，",
            "第一、",
            "首先，",
            "其次，",
            "最后，",
            "一是",
            "二要",
            "其一，",
        ),
        *("• ", "● ", "■", "▪", "◆", "- ", "* ", "– ", "— "),
    ],
)
def test_every_form_is_read(typed: str) -> None:
    ordinal = read_ordinal(f"　　{typed}坚持学习")
    assert ordinal is not None
    assert ordinal.end == len(typed) + 2


@pytest.mark.parametrize("text", ["一、一年来的主要工作", "二．2026年主要任务", "二、三农工作"])
def test_a_heading_may_begin_with_a_number(text: str) -> None:
    ordinal = read_ordinal(text)
    assert ordinal is not None
    assert ordinal.end == 2


@pytest.mark.parametrize(
    "text",
    [
        *(
            "一年来，成绩显著。",
            "一方面，加强学习。",
            "三农工作扎实。",
            "2025年，稳中有进。",
            "1.5万人受益。",
            "100%办结。",
        ),
        *(
            "十四五规划实施。",
            "第一产业增加值增长。",
            "（2026年1月）",
            "5G基站建成。",
            "1＋3产业布局。",
            "一、二、三产业融合。",
        ),
        *("三、四线城市", "AI应用", "B超检查", "——全年视察4次", "1.5亩地"),
    ],
)
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert read_ordinal(text) is None


@pytest.mark.parametrize(
    ("form", "typed"),
    [
        ("第一部分", "第二部分： 第2章、 第三编，"),
        ("一、", "二、 十一、 二．"),
        ("（一）", "（二） (二) 〔二〕 ㈡ （二）、"),
        ("1.", "2. 2． 2、 ２． ⒉"),
        ("（1）", "（2） 2） ⑵"),
        ("①", "② ⑳ ❷"),
        ("1.1", "1.2\u3000 1.2"),
        ("1.1.1", "1.1.2 1.1.2\u3000"),
        ("A.", "B. b、 （b）"),
        ("Ⅰ.", "Ⅱ. ⅱ、 ii. (iv) ix．"),
        ("第一条", "第二条\u3000 第2节\u3000"),
        ("第一，", "第二， 第二、 其二， 其次，"),
        ("一是", "二是 二要"),
        ("•", "• ● ■ ▪ ◆ -\u3000 *\u3000 –\u3000 —\u3000"),
    ],
)
def test_an_ordinal_has_its_form(form: str, typed: str) -> None:
    found = {each: read_ordinal(f"{each}坚持学习") for each in typed.split(" ")}
    assert {each: ordinal and ordinal.form.value for each, ordinal in found.items()} == dict.fromkeys(found, form)


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("首先， 其次， 再次， 最后，", [1, 2, 3, 4]),
        ("第一， 其二， 三是 四、 （五） ㈥ 十七、", [1, 2, 3, 4, 5, 6, 17]),
        ("1. ⒉ （3） ⑷ ⑤ ❻", [1, 2, 3, 4, 5, 6]),
        ("⒈ ⒛ ⑴ ⒇ ① ⑳ ❶ ❿ ㈠ ㈩", [1, 20, 1, 20, 1, 20, 1, 10, 1, 10]),
        ("Ⅰ. Ⅻ. ⅰ. ⅻ. i. ii. iv. x. A. z.", [1, 12, 1, 12, 1, 2, 4, 10, 1, 26]),
        ("• -\u3000 ■", [0, 0, 0]),
    ],
)
def test_an_ordinal_has_its_number(typed: str, numbers: list[int]) -> None:
    found = [read_ordinal(f"{each}坚持学习") for each in typed.split(" ") if each]
    assert [each.number if each else None for each in found] == numbers
