"""Whatever slips a sound report has, fixing leaves nothing that it should fix, and touches no letter."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.diagnostics import CODES, FIX_KINDS, FixKind
from reportgen.source import Source
from reportgen.workflows.fmt import format_source
from tests.support import examine

_SOUND = """\
schema: 1
year: 2025
title: 工作报告
metrics:
  提案: {label: 征集提案, value: 546, unit: 件}
reviews:
  title: 工作回顾
  intro: 征集【提案】，全部办复。围绕“两个大局”，坚持“三个不变”。
  items:
    - title: 走访委员
      text: 走访了（见附件），收到建议：两条；都已转办。
    - [甲, 乙]
  closing: 完成了。
""".replace("    - [甲, 乙]\n", "    - 政治协商\n")

_SLIPS = (
    (": ", "："), (": ", ":"), (": ", ":："), (": ", "：："), (", ", "，"), (", ", "；"), ("- ", "－"), ("{", "｛"),
    ("}", "｝"), ("，", ","), ("，", ", "), ("。", "。。"), ("：", ": "), ("；", ";"), ("（", "("), ("）", ")"),
    ("“", '"'), ("”", '"'), ("“", "”"), ("”", "“"), ("了", "了\u200b"), ("作", "作\u00a0"), ("收", "\u3000收"),
    ("it", "i\u200bt"), ("委员", "委\u00a0 员"), ("  ", "\t"), ("  ", "\u3000"),
)  # fmt: skip
_KINDS: tuple[FixKind, ...] = ("ime", "punctuation")


@st.composite
def _slipped(draw: st.DrawFn) -> str:
    """The report with one to three slips, each in one place."""
    text = _SOUND
    for _ in range(draw(st.integers(1, 3))):
        right, wrong = draw(st.sampled_from(_SLIPS))
        places = [at for at in range(len(text)) if text.startswith(right, at)]
        if places:
            at = draw(st.sampled_from(places))
            text = text[:at] + wrong + text[at + len(right) :]
    return text


def _letters(text: str) -> str:
    """What no fix may touch: letters and digits."""
    return "".join(each for each in text if unicodedata.category(each)[0] in "LN")


@pytest.mark.slow
@settings(max_examples=300)
@given(_slipped())
def test_fixes_leave_nothing_to_fix_and_touch_no_letter(text: str) -> None:
    formed = format_source(Source("2025.yaml", text), 2025, _KINDS)
    if formed.source is None:  # nobody can be sure of what it means, which is said
        assert any(CODES[each.code].severity == "error" for each in formed.found)
        return
    fixed = examine(formed.source.text)
    left = [each.code for each in fixed.found if FIX_KINDS.get(each.code) in _KINDS and each.edits]
    assert not left, (formed.source.text, fixed.listing())
    assert _letters(formed.source.text) == _letters(text), formed.source.text
    assert "  " not in formed.source.text.replace("\n", " \n").split("intro: ", 1)[-1].split("\n", 1)[0]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("全年结束。。再来。。。", "全年结束。再来……"),
        ("“坚持\"三个\"方针”好", "“坚持‘三个’方针”好"),
        ("“甲\"乙", "“甲”乙"),
        ("“甲\"和\"乙”", "“甲”和“乙”"),
        ("说“甲“乙”丙”好", "说“甲‘乙’丙”好"),
        ("“甲“，”乙”", "“甲”，“乙”"),
        ("调研: 有深度, 好", "调研：有深度，好"),
        ("“甲\"要点，\"乙”要点", "“甲”要点，“乙”要点"),
        ("增长5.2%.其中,一产3%.", "增长5.2%。其中，一产3%。"),
        ("电话: 2022345.", "电话：2022345。"),
        ("他说“好.”大家笑.", "他说“好。”大家笑。"),
        ("他（她)说,（笑）.", "他（她）说，（笑）。"),
        ("（条件 a) 甲；b) 乙）", "（条件 a) 甲；b) 乙）"),
        ("成立. It was in 2025.", "成立。It was in 2025."),
        ("上午9:00, 下午2:00; \"好\"。", "上午9:00，下午2:00；“好”。"),
        ("占95%,“好”, 3, 4, A, B", "占95%，“好”，3, 4, A, B"),
        ("问题: 1.数量少", "问题：1.数量少"),
        ("甲 \u00a0乙", "甲乙"),
        ("A\u00a0甲", "A 甲"),
    ],
)  # fmt: skip
def test_fixing_never_makes_a_text_worse(typed: str, printed: str) -> None:
    text = f"schema: 1\nyear: 2025\ntitle: 工作报告\nreviews:\n  title: 回顾\n  intro: {typed}\n"
    formed = format_source(Source("2025.yaml", text), 2025, _KINDS)
    assert formed.source is not None
    reading = examine(formed.source.text).report.reviews
    assert reading is not None
    assert (reading.intro or "").replace("\n", "") == printed
