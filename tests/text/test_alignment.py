"""Two texts aligned by atoms, without reports."""

import pytest

from reportgen.text.alignment import align, atoms_of


@pytest.mark.parametrize(
    ("text", "atoms"),
    [
        ("征集提案546件", ["征", "集", "提", "案", "546件"]),
        ("惠及5.8万余人次。", ["惠", "及", "5.8万余人次", "。"]),
        ("2026年1月9日至12月31日", ["2026年1月9日", "至", "12月31日"]),
        ("一百二十场，三家", ["一百二十场", "，", "三", "家"]),
        ("《提案工作条例》〔2025〕3号", ["《提案工作条例》", "〔2025〕", "3", "号"]),
        ("用WPS软件", ["用", "WPS", "软", "件"]),
        ("", []),
    ],
)
def test_atoms_are_what_is_read_as_one(text: str, atoms: list[str]) -> None:
    assert atoms_of(text) == atoms


@pytest.mark.parametrize(
    ("old", "new", "spans"),
    [
        ("全部办复", "全部办复", "全部办复"),
        ("甲。乙。", "甲。丙。乙。", "甲。[→丙。]乙。"),
        ("甲乙乙丙", "丁乙乙戊", "[甲→丁]乙乙[丙→戊]"),
        ("甲乙丙", "丁乙戊", "[甲乙丙→丁乙戊]"),
        ("甲乙学习丙思丁", "戊己学习庚思辛", "[甲乙学习丙思丁→戊己学习庚思辛]"),
        ("甲学习丙思丁", "戊学习庚思辛", "[甲→戊]学习[丙思丁→庚思辛]"),
        ("一。甲乙丙丁戊。", "一。甲乙丙丁己。", "一。甲乙丙丁[戊→己]。"),
        ("甲乙丙。", "甲乙丁。戊己。", "甲乙[丙。→丁。戊己。]"),
        ("查办；办会；查办。", "办会；办会。", "[查办；→]办会；[查办→办会]。"),
        ("", "新", "[→新]"),
    ],
)
def test_spans_are_the_same_and_different_by_turns(old: str, new: str, spans: str) -> None:
    aligned = align(atoms_of(old), atoms_of(new))
    shown = ["".join(each.new) if each.same else f"[{''.join(each.old)}→{''.join(each.new)}]" for each in aligned]
    assert "".join(shown) == spans
