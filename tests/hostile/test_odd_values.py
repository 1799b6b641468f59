"""Reports and sheets with values nobody writes: each has its finding, in every command that reads the file."""

from pathlib import Path

import pytest

from tests.hostile.commands import run_limited
from tests.support import MINIMAL

pytestmark = pytest.mark.slow

REPORT = f"{MINIMAL}  intro: 办理【甲】。\n"
COMMANDS = (
    ("check", "2025"),
    ("build", "2025"),
    ("metrics", "2025"),
    ("diff", "2025", "2025"),
    ("fmt", "2025"),
    ("new", "2026"),
    ("textconv", "data/2025.yaml"),
)


def metric(**fields: str) -> str:
    """The YAML of a metric with some fields of its own."""
    written = {"label": "提案", "unit": "件", "value": "3", **fields}
    return "metrics:\n  甲: {" + ", ".join(f"{name}: {value}" for name, value in written.items()) + "}\n"


KINDS = {
    "year of letters": (metric(history="{abc: 1}"), "“abc” is not a four-digit year"),
    "empty year": (metric(history="{'': 1}"), "“” is not a four-digit year"),
    "power as a year": (metric(history="{²: 1}"), "“²” is not a four-digit year"),
    "full-width year": (metric(history="{２０２４: 1}"), "“２０２４” is not a four-digit year"),
    "Arabic year": (metric(history="{٢٠٢٤: 1}"), "“٢٠٢٤” is not a four-digit year"),
    "year before years": (metric(history="{-1: 1}"), "“-1” is not a four-digit year"),
    "year of 900 digits": (metric(history="{" + "9" * 900 + ": 1}"), "is not a four-digit year"),
    "number beyond numbers": (metric(value="1e999999999"), "“1e999999999” is not a number"),
    "Arabic number": (metric(value="٣"), "“٣” is not a number"),
    "number of 5,000 digits": (metric(value="9" * 5000), "is not a number"),
    "infinite number": (metric(history="{2024: .inf}"), "“.inf” is not a number"),
    "references of gigabytes": (
        metric(label="提" * 30_000) + "insights:\n  title: 体会\n  intro: " + "【甲：名称】" * 400 + "\n",
        "references print more than 10 million characters",
    ),
}
"""What is added to a report, and what check says of it."""


@pytest.mark.parametrize("kind", KINDS)
def test_odd_values_have_their_findings_everywhere(tmp_path: Path, kind: str) -> None:
    more, words = KINDS[kind]
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "2025.yaml").write_text(REPORT + more, "utf-8")
    checked = run_limited("check", "2025", folder=tmp_path)
    assert (words in checked.out, checked.code) == (True, 1), checked.out[:500]
    for command in COMMANDS:
        assert run_limited(*command, folder=tmp_path).code in (0, 1), command


@pytest.mark.parametrize(
    ("year", "words"),
    [
        ("٢٠٢٥", "expected a whole number, found “٢٠٢٥”"),
        ("２０２５", "expected a whole number, found “２０２５”"),
        ("0001", "0001 is out of range"),
        ("9" * 5000, "expected a whole number"),
        ("-2025", "is out of range"),
    ],
)
def test_odd_years(tmp_path: Path, year: str, words: str) -> None:
    (tmp_path / "data").mkdir()
    path = tmp_path / "data" / "2025.yaml"
    path.write_text(REPORT.replace("2025", year) + metric(), "utf-8")
    outcome = run_limited("check", "2025", folder=tmp_path)
    assert (words in outcome.out, outcome.code) == (True, 1)
    assert run_limited("textconv", path, folder=tmp_path).code == 0
    assert run_limited("diff", path, path, folder=tmp_path).code in (0, 1)


def test_a_paragraph_of_twelve_megabytes_is_reported(tmp_path: Path) -> None:
    """Within the size of a file, but more than a Word file holds; a tenth of it prints."""
    (tmp_path / "data").mkdir()
    path = tmp_path / "data" / "2025.yaml"
    path.write_text(f"{MINIMAL}  intro: {'一年来工作很好' * 600_000}\n", "utf-8")
    for command in COMMANDS[:3]:
        outcome = run_limited(*command, folder=tmp_path, seconds=300)
        assert ("text is longer than 1 million characters" in outcome.text, outcome.code) == (True, 1), command
        assert len(outcome.text) < 10_000
    path.write_text(f"{MINIMAL}  intro: {'一年来工作很好' * 50_000}\n", "utf-8")
    assert run_limited("build", "2025", "--format", "docx", folder=tmp_path, seconds=300).code == 0


def tints(count: int, last: str) -> str:
    """Colours each a tint of the next, the last of something else."""
    chain = "".join(f"  c{number}: c{number + 1} 50%\n" for number in range(count))
    return f"extends: plenary\ncolours:\n{chain}  c{count}: {last}\n"


SHEETS = {
    "sheets on sheets": ("extends: s0\n", "style sheets extend one another more than 16 levels deep"),
    "tints of tints": (tints(2000, "'#000000'"), "is a tint of tints, more than 8 levels deep"),
    "a circle of tints": (tints(4, "c0 50%"), "is defined in terms of itself"),
    "no character": ('extends: plenary\nlogo: {file: "\\ud800.svg"}\n', "invisible control character"),
    "a length beyond lengths": ("extends: plenary\npage: {width: 1e400mm}\n", "is not a length"),
}


@pytest.mark.parametrize("kind", SHEETS)
def test_odd_sheets(tmp_path: Path, kind: str) -> None:
    sheet, words = SHEETS[kind]
    chain = range(2000) if kind == "sheets on sheets" else ()
    sheets = {"ours": sheet, **{f"s{number}": f"extends: s{number + 1}\n" for number in chain}}
    for folder in ("data", "styles"):
        (tmp_path / folder).mkdir()
    (tmp_path / "data" / "2025.yaml").write_text(REPORT + metric(), "utf-8")
    for name, text in sheets.items():
        (tmp_path / "styles" / f"{name}.yaml").write_text(text, "utf-8")
    for command in ("check", "build"):
        outcome = run_limited(command, "2025", "--style", "ours", folder=tmp_path)
        assert (words in outcome.text, outcome.code) == (True, 1), outcome.text[:500]
