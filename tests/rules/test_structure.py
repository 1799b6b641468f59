"""Structure that a slip turned into text: what is reported, and what the offered repair makes of it."""

import pytest

from reportgen.diagnostics import apply_edits
from tests.support import examine

HEAD = "schema: 1\nyear: 2025\ntitle: 工作报告\nreviews:\n  title: 回顾\n"


@pytest.mark.parametrize(
    ("code", "wrong", "right"),
    [
        (
            "structure-in-text",
            "  sections:\n    - title: 一节\n      lead: >-\n        导语。\n        items: [甲]\n    - title: 二节\n",
            "  sections:\n    - title: 一节\n      lead: >-\n        导语。\n      items: [甲]\n    - title: 二节\n",
        ),
        (
            "structure-in-text",
            "  items:\n    - title: 甲\n      text: >-\n        正文。\n        - title: 乙\n          text: 乙文\n",
            "  items:\n    - title: 甲\n      text: >-\n        正文。\n    - title: 乙\n      text: 乙文\n",
        ),
        (
            "structure-in-text",
            "  items:\n    - title: 甲\n      text: >-\n        正文。\n        title: 乙\n        text: 乙文\n",
            "  items:\n    - title: 甲\n      text: >-\n        正文。\n    - title: 乙\n      text: 乙文\n",
        ),
        (
            "structure-in-text",
            "  items:\n    - 甲项\n     - 乙项\n    - 丙项\n",
            "  items:\n    - 甲项\n    - 乙项\n    - 丙项\n",
        ),
        (
            "structure-in-text",
            "  intro: >-\n    引言。\n    closing: 结语。\n",
            "  intro: >-\n    引言。\n  closing: 结语。\n",
        ),
        (
            "dash-missing",
            "  items:\n    - 甲项\n      乙项\n    - 丙项\n",
            "  items:\n    - 甲项\n    - 乙项\n    - 丙项\n",
        ),
        ("entries-joined", "  items: [深学细悟、建言资政]\n", "  items: [深学细悟, 建言资政]\n"),
        ("entries-joined", "  items: [学思想、建新功]\n", "  items: [学思想, 建新功]\n"),
        (
            "entries-joined",
            "  sections:\n    - title: 一节\n      items: [深学细悟、建言资政]\n",
            "  sections:\n    - title: 一节\n      items: [深学细悟, 建言资政]\n",
        ),
        (
            "entries-joined",
            "  items: [学习全国、省政协精神；抓好落实]\n",
            "  items: [学习全国、省政协精神, 抓好落实]\n",
        ),
        ("slip-block-mark", "  intro: ＞-\n    引言。\n", "  intro: >-\n    引言。\n"),
        ("slip-block-mark", "  intro: ｜\n    引言。\n", "  intro: |\n    引言。\n"),
        ("escape-typed", "  intro: 甲\\n乙\n", '  intro: "甲\\n乙"\n'),
    ],
)
def test_the_repair_makes_what_was_meant(code: str, wrong: str, right: str) -> None:
    (found,) = examine(HEAD + wrong).found
    assert found.code == code
    assert apply_edits(HEAD + wrong, found.edits) == HEAD + right
    assert examine(HEAD + right).found == ()


@pytest.mark.parametrize(
    "text",
    [
        "  items: [传达学习全国、省政协会议精神]\n",
        "  items: [坚持党的领导, 建言资政、凝聚共识]\n",
        "  items: ['深学细悟、建言资政']\n",
        "  items: [学习、协商]\n",
        '  intro: "引言\n    - 甲"\n',
        "  items: [深学细悟；]\n",
        "  items:\n    - 坚持党的领导，\n      把准政治方向\n    - 建言资政\n",
        "  items:\n    - 全年开展专题调研十四项并报送调研报告和社情民意信息，\n      推动成果转化\n    - 建言资政\n",
        "  intro: >-\n    说明：这是引言。\n    备注： 这也是。\n",
        "  intro: >-\n    5 - 3 = 2。\n    -3℃至5℃。\n",
    ],
)
def test_sound_structure_is_left_alone(text: str) -> None:
    assert examine(HEAD + text).found == ()


def test_what_no_entry_holds_has_no_repair() -> None:
    (found,) = examine(HEAD + "  intro: >-\n    引言。\n    - 甲\n    - 乙\n").found
    assert (found.code, found.edits) == ("structure-in-text", ())


@pytest.mark.parametrize(
    ("points", "place"),
    [
        ("    - 甲项\n      乙项目  \n    - 丙项\n", (8, 7, 10)),
        ("    - 丙项\n    - 甲项\n      乙项目\n", (9, 7, 10)),
        (f"    - {'甲' * 24}\n      {'乙' * 24}\n    - 丙项\n", (8, 7, 31)),
        (f"    - {'甲' * 25}\n      乙项\n    - 丙项\n", None),
        (f"    - 甲项\n      {'乙' * 25}\n    - 丙项\n", None),
        ("    - 甲项\n      乙项\n", (8, 7, 9)),
        ("    - 甲\n      乙\n    - 丙项\n", (8, 7, 8)),
        ("    - 甲项\n      乙项目\n", None),
        ("    - 甲项\n      乙项。\n    - 丙项\n", None),
        ("    - 甲项，\n      乙项\n    - 丙项\n", None),
        ('    - "甲项\n      乙项"\n    - 丙项\n', None),
        ("    - 甲项\n      乙项\n    - {title: 丙项}\n", None),
    ],
)
def test_a_line_without_its_dash_is_shown_itself(points: str, place: tuple[int, int, int] | None) -> None:
    """One of 24 characters at most that ends without a mark, among entries of one line; alone, one of equal length."""
    found = [each.place for each in examine(f"{HEAD}  items:\n{points}").found if each.code == "dash-missing"]
    assert [(each.line, each.column, each.end_column) for each in found if each] == ([place] if place else [])


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("opening: >-\n  开场。\n  title: 乙\n", "opening: >-\n  开场。\ntitle: 乙\n"),
        ("tasks:\n  title: 任务\n  intro: >-\n    引言。\n    title: 乙\n", "    引言。\n  title: 乙\n"),
        ("tasks:\n  intro: >-\n    引言。\n    - 乙\n", None),
    ],
)
def test_a_text_that_is_in_no_list_has_no_entry_behind_it(wrong: str, right: str | None) -> None:
    """Whatever list is above it."""
    text = f"{HEAD}  items:\n    - 甲\n{wrong}"
    (found,) = (each for each in examine(text).found if each.code == "structure-in-text")
    assert apply_edits(text, found.edits).endswith(right or wrong)
    assert bool(found.edits) == (right is not None)


def test_an_entry_of_another_part_is_not_that_of_a_text() -> None:
    above = HEAD.replace("  title", " title") + " items:\n - 甲\n"
    (found,) = examine(f"{above}tasks:\n  title: 任务\n  intro: >-\n    引言。\n    - 乙\n").found
    assert (found.code, found.edits) == ("structure-in-text", ())


@pytest.mark.parametrize(("lines", "is_repaired"), [(998, True), (999, False)])
def test_how_far_above_a_text_its_entry_is_looked_for(lines: int, is_repaired: bool) -> None:
    remarks = "      # 备注\n" * lines
    text = f"{HEAD}  items:\n    - title: 甲\n{remarks}      text: >-\n        正文。\n        - 乙\n"
    (found,) = examine(text).found
    assert bool(found.edits) == is_repaired


@pytest.mark.parametrize(
    "text",
    [
        "  items:\n    -\n      甲项\n      乙项\n    - 丙项\n",
        "  intro: 甲\\n乙\n    丙\n",
        '  intro: 甲\\n"乙"\n',
        "  intro: 甲\\n乙\\x\n",
        "  intro: '甲\\n乙'\n",
    ],
)
def test_what_a_repair_could_spoil_has_none(text: str) -> None:
    """A dash on a line of its own, an escape in a text that quotes would change."""
    assert [each.edits for each in examine(HEAD + text).found if each.code in ("dash-missing", "escape-typed")] == [()]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_all_line_ends_are_read_alike(line_end: str) -> None:
    """What formatting turns into LF is reported before as well."""
    wrong = (
        HEAD
        + "  items:\n    - title: 甲\n      text: >-\n        正文。\n        - title: 乙\n    - 丙项\n      丁项\n"
    )
    lists = HEAD + "  items:\n    - 丙项\n      丁项\n    - 戊项\n  intro: ＞-\n    引言。\n"
    for text in (wrong, lists):
        as_typed = examine(text.replace("\n", line_end))
        assert as_typed.codes == examine(text).codes
        edits = [edit for found in as_typed.found for edit in found.edits]
        assert apply_edits(text.replace("\n", line_end), edits).replace(line_end, "\n") == apply_edits(
            text, [edit for found in examine(text).found for edit in found.edits]
        )


def test_an_entry_is_aligned_with_its_own_list_not_with_one_above() -> None:
    above = "  sections:\n    - title: 一节\n      items:\n      - 甲\n"
    wrong = above + "      lead: >-\n        导语。\n        - title: 二节\n"
    (found,) = examine(HEAD + wrong).found
    assert apply_edits(HEAD + wrong, found.edits).endswith("导语。\n    - title: 二节\n")
