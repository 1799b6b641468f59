"""Every character of a document comes through Markdown as it is."""

import pytest

from reportgen.markdown import write_markdown
from tests.support import MINIMAL, examine


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("一*二*_三_`四`", r"一\*二\*\_三\_\`四\`"),
        ("<b>甲</b> | 乙 & [丙](丁) ~~戊~~", r"\<b\>甲\</b\> \| 乙 \& \[丙\](丁) \~\~戊\~\~"),
        ("共$5，又$6", r"共\$5，又\$6"),
        ("# 不是标题", r"\# 不是标题"),
        ("1. 不是列表", r"1\. 不是列表"),
        ("- 不是列表", r"\- 不是列表"),
        ("**着重**", "<strong>着重</strong>"),
    ],
)
def test_marks_of_markdown_are_text(typed: str, written: str) -> None:
    document = examine(f'{MINIMAL}  intro: "{typed}"\n').composed
    assert f"\n{written}\n" in write_markdown(document)


def test_headings_contents_paragraphs_and_tables() -> None:
    text = "metrics:\n  甲: {label: 一|二, value: 1, unit: 件}\n"
    document = examine(f"{MINIMAL}  intro: 共【甲】。\n{text}", style="plain").composed
    assert (
        write_markdown(document)
        == r"""# 工作报告

**目录**

- [数说2025年](#heading-1)
- [工作回顾](#heading-2)
- [主要数据](#heading-3)

## <a id="heading-1"></a>数说2025年

- 1件　一\|二

## <a id="heading-2"></a>工作回顾

共1件。

## <a id="heading-3"></a>主要数据

| 指标 | 数据 |
|---|---|
| 一\|二 | 1件 |
"""
    )
