"""Fields of an earlier text of a file are found in the text of now by the names of their entries."""

import pytest

from reportgen.diagnostics import FieldPath
from reportgen.manuscript import base_paths
from reportgen.manuscript.base_paths import EarlierPaths
from tests.support import nodes

BASE = """\
title: 报告
items:
  - {id: a, title: 征集提案, text: 全年征集提案件件有着落}
  - {title: 协商议政, text: 开展协商}
  - {text: 走访界别群众，户户有笑声}
  - 好
"""


@pytest.mark.parametrize(
    ("old", "new", "path", "now"),
    [
        ("", "", ("title",), ("title",)),
        ("", "", ("items", 1, "text"), ("items", 1, "text")),
        ("", "", ("items", 3, "title"), ("items", 3, "title")),
        ("title: 报告\n", "", ("title",), None),
        ("title: 报告\n", "", ("gone",), None),
        ("items:", "others:", ("items", 1), None),
        ("items:\n", "items:\n  - {title: 新}\n", ("items", 1, "text"), ("items", 2, "text")),
        ("items:\n", "items:\n  - {title: 协商议政}\n", ("items", 1), ("items", 2)),  # two of one name: words decide
        ("title: 征集提案", "title: 办理提案", ("items", 0, "text"), ("items", 0, "text")),  # its id
        ("title: 协商议政, text: 开展协商", "title: 协商议政会, text: 开展协商", ("items", 1), ("items", 1)),
        ("title: 协商议政, text: 开展协商", "title: 学习, text: 参观", ("items", 1), None),
        ("走访界别群众，户户", "走访界别群众，家家", ("items", 2, "text"), ("items", 2, "text")),
        ("走访界别群众，户户有笑声", "联系委员", ("items", 2, "text"), None),
        ("", "", ("items", 4), None),
    ],
)
def test_where_a_field_is_now(old: str, new: str, path: FieldPath, now: FieldPath | None) -> None:
    changed = BASE.replace(old, new, 1) if old else BASE
    assert old == new or changed != BASE
    assert EarlierPaths(nodes(BASE), nodes(changed)).now(path) == now


def test_a_list_is_looked_through_once_for_all_its_entries(monkeypatch: pytest.MonkeyPatch) -> None:
    count, looked_at = 300, 0
    name_of = base_paths._name

    def counted(*arguments: object) -> str | None:
        nonlocal looked_at
        looked_at += 1
        return name_of(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(base_paths, "_name", counted)
    old, new = (
        nodes("items:\n" + "".join(f"  - {{title: 第{place}项, text: {verb}}}\n" for place in places))
        for verb, places in (("推动", range(count)), ("落实", reversed(range(count))))
    )
    paths = EarlierPaths(old, new)
    assert [paths.now(("items", place)) for place in range(count)] == [
        ("items", count - 1 - place) for place in range(count)
    ]
    assert looked_at <= 4 * len(base_paths._NAMES) * count
