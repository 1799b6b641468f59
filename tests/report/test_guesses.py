"""What people write for a field, and the field that is proposed."""

import pytest

from reportgen.report.guesses import GUESSES, OTHER_YEARS

FIELDS = {
    "schema": "版本",
    "year": "年份 年度 年",
    "title": "标题 题目 名称",
    "label": "副标题 标签 名称",
    "organization": "机构 单位",
    "session": "会议 届次",
    "date": "日期 时间",
    "place": "地点",
    "speaker": "报告人",
    "salutation": "称呼 称谓",
    "opening": "开头 开篇 引言 前言",
    "intro": "引言 导语 前言 开头 开篇 lead text",
    "metrics": "指标 数据",
    "reviews": "工作回顾 回顾",
    "tasks": "主要任务 任务 工作任务",
    "insights": "感悟 体会",
    "glossary": "名词解释",
    "closing": "结尾 结语",
    "sections": "章节 节 部分",
    "lead": "导语 提要 总述 intro text",
    "items": "条目 条 要点 内容",
    "text": "内容 正文 文字 段落",
    "claim": "论断 观点",
    "id": "编号 标识",
    "follows": "落实 对应",
    "value": "数值 数 数字",
    "unit": "单位 量词",
    "qualifier": "修饰",
    "scale": "数量级",
    "decimals": "小数位",
    "group": "分组 类别",
    "note": "备注 说明",
    "history": "历史 往年",
    "term": "名称 词 名词 术语",
    "meaning": "解释 释义 含义 说明 内容 text",
}


@pytest.mark.parametrize("field", FIELDS)
def test_a_field_by_what_people_write_for_it(field: str) -> None:
    assert {each for each, fields in GUESSES.items() if field in fields} == set(FIELDS[field].split())


def test_every_guess_is_of_a_field_that_is_known_here() -> None:
    assert {field for fields in GUESSES.values() for field in fields} == FIELDS.keys()


def test_years_by_what_people_write_for_them() -> None:
    said = {"今年": "本年", "本年度": "本年", "明年": "下年", "下一年": "下年", "去年": "上年", "上一年": "上年"}
    assert {each: OTHER_YEARS[each] for each in said} == said
