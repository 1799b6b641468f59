"""Changes and differences on a terminal: what is shown of long texts, of numbers in them, and of many."""

import pytest

from reportgen.cli.change_lines import spans_line
from reportgen.cli.change_output import show_change
from reportgen.cli.console import Console
from reportgen.cli.verify_output import print_differences
from reportgen.compare import DiffSpan
from reportgen.diagnostics import Diagnostic, Findings
from reportgen.manuscript import Author
from reportgen.manuscript.absorbed import AbsorbedChange
from reportgen.workflows.printed_words import Difference
from reportgen.workflows.verify import VerifyResult

LONG = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒"


def spans(*texts: str) -> tuple[DiffSpan, ...]:
    """Texts that stay and, with a slash, words that went and came."""
    parts = (text.partition("/") for text in texts)
    return tuple(DiffSpan(before, after if slash else before, not slash) for before, slash, after in parts)


@pytest.mark.parametrize(
    ("texts", "line"),
    [
        (["办/做"], "[-办-]{+做+}"),
        (["办/", LONG, "/做"], "[-办-]甲乙丙丁戊己庚辛壬癸子丑…申酉戌亥天地玄黄宇宙洪荒{+做+}"),
        ([LONG, "办/做"], "…申酉戌亥天地玄黄宇宙洪荒[-办-]{+做+}"),
        (["办/做", LONG], "[-办-]{+做+}甲乙丙丁戊己庚辛壬癸子丑…"),
        ([LONG], LONG),
        (["办/做", LONG[:25], "办/做"], f"[-办-]{{+做+}}{LONG[:25]}[-办-]{{+做+}}"),
        (["办/做", LONG[:26], "办/做"], f"[-办-]{{+做+}}{LONG[:12]}…{LONG[14:26]}[-办-]{{+做+}}"),
        (["办/做", f"{LONG[:10]}12,345.6万{LONG[10:]}"], f"[-办-]{{+做+}}{LONG[:10]}12,345.6万…"),
        ([f"{LONG}一百二十{LONG[:10]}", "办/做"], f"…一百二十{LONG[:10]}[-办-]{{+做+}}"),
        (["办/做", "1234567890" * 3, "办/做"], f"[-办-]{{+做+}}{'1234567890' * 3}[-办-]{{+做+}}"),
        (["\x1b[2J/一\u2028二"], "[-<U+001B>[2J-]{+一／二+}"),
    ],
)
def test_what_stays_is_cut_down_to_what_is_beside_a_change_and_no_number_is_cut(texts: list[str], line: str) -> None:
    assert spans_line(spans(*texts), lambda _, text: text, coloured=False) == line


def test_in_colours_words_have_no_marks() -> None:
    painted = spans_line(spans("办/做", "理", "/完"), lambda role, text: f"<{role} {text}>", coloured=True)
    assert painted == "<went 办><came 做>理<came 完>"


@pytest.mark.parametrize(("count", "more"), [(2, 0), (50, 0), (51, 1), (60, 10)])
@pytest.mark.parametrize(
    ("codes", "first"),
    [
        (["words-changed"], "not what the data give"),
        (["source-changed"], "the data now give other words"),
        (["source-changed", "words-changed"], "not what the data give"),
    ],
)
def test_of_many_differences_the_first_fifty_are_shown(
    capsys: pytest.CaptureFixture[str], count: int, more: int, codes: list[str], first: str
) -> None:
    words = {"words-changed": {"count": "1"}, "source-changed": {"source": "x"}}
    found = Findings(tuple(Diagnostic(code, None, words[code]) for code in codes))
    differences = (Difference("办理", "做理", spans("办/做", "理")),) * count
    print_differences(Console("en"), VerifyResult(None, found, differences))
    head, *lines = capsys.readouterr().out.splitlines()
    assert head == f"{first} ({count} paragraphs):"
    last = [f"  … and {more} more; --json lists all"] if more else []
    assert lines == ["  [-办-]{+做+}理"] * (count - more) + last


@pytest.mark.parametrize(
    ("authors", "old", "new", "lines"),
    [
        ((), "办", "做", ["  - 办", "  + 做"]),
        ((), "", "做\n\n好", ["  + 做", "  + 好"]),
        ((), "办\n好", "", ["  - 办", "  - 好"]),
        ((), "办\n好", "办\n好", ["  moved here: 办 / 好"]),
        ((Author("主任"), Author("主任"), Author()), "办", "做", ["  (主任)", "  - 办", "  + 做"]),
        ((Author("主任", "2026-01-08T09:30:00Z"),), "办", "做", ["  (主任 2026-01-08)", "  - 办", "  + 做"]),
        (
            (Author("", "2026-01-08"), Author("秘书长")),
            "办",
            "办",
            ["  (2026-01-08)", "  (秘书长)", "  moved here: 办"],
        ),
    ],
)
def test_a_change_from_word_says_where_it_is_by_whom_and_what(
    capsys: pytest.CaptureFixture[str], authors: tuple[Author, ...], old: str, new: str, lines: list[str]
) -> None:
    show_change(Console("en"), AbsorbedChange(("reviews", "items", 0, "text"), old, new, authors))
    assert capsys.readouterr().out.splitlines() == ["reviews.items[1].text", *lines]
