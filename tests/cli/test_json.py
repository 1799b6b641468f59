"""What programs read: every command that prints JSON, with all its names and values.

``json.txt`` is the golden, as ``session.txt`` is for people; scripts of others rely on these names.
"""

import json
import re
import shlex
import shutil
from pathlib import Path

import pytest

from reportgen.cli.absorb_command import _as_json
from reportgen.manuscript import Author
from reportgen.manuscript.absorbed import Absorbed, AbsorbedChange, Hand, HandReason, LookChange, Trait
from reportgen.workflows.absorb import AbsorbResult
from tests.cli.scenes import Runner
from tests.cli.test_cli import reportgen
from tests.cli.test_session import _workspace
from tests.goldens import Goldens

GOLDEN = Path(__file__).with_name("json.txt")
CHANGING = re.compile(
    r'(?<="bytes": )\d+|(?<="hash": ")[0-9a-f]+|(?<="version": ")[0-9.]+|(?<="path": ")[^"]*(?=build/|styles/)'
)
"""Sizes, stamps, versions and folders of this machine, which say nothing about a command."""

OLD = Path(__file__).parent.parent / "manuscript" / "documents" / "plain-text.txt"
"""A document with numbers and with lines that cannot be placed for certain."""

LINES = (
    "check 2024 2025 --format json",
    "build 2025 --format docx,txt --json",
    "build 2026 --json",
    "verify build/2025/report.docx --json",
    "diff 2024 2025 --format json",
    "follow 2024 2025 --format json",
    "metrics --format json",
    "styles --json",
    "print 2025 --booklet --json",
    "print build/2025/print/booklet.pdf --check --json",
    "import build/2025/report.docx --year 2023 --metrics --json",
    "import 旧稿.txt --year 2022 --metrics --json",
    "absorb build/2025/report.docx --json",
    "check 2025 --frmat json",
)


def test_what_programs_read_of_an_edited_document() -> None:
    """Places are paths in any language."""
    item, metric = ("reviews", "items", 0, "text"), ("metrics", "提案", "value")
    absorbed = Absorbed(
        "",
        (AbsorbedChange(item, "旧", "新", (Author("主任"), Author())), AbsorbedChange(metric, "546", "547")),
        (
            Hand(item, HandReason.COMMENT, "请核对", Author("主任"), "旧"),
            Hand(("signature",), HandReason.NO_FIELD, "一句"),
        ),
        (LookChange(item, Trait.BOLD, True, "新"),),
    )
    assert _as_json(absorbed, AbsorbResult("data/2025.yaml", absorbed, written=True, noted=2)) == {
        "file": "data/2025.yaml",
        "written": True,
        "notes": 2,
        "changes": [
            {"path": "reviews.items[1].text", "old": "旧", "new": "新", "authors": ["主任", ""]},
            {"path": "metrics.提案.value", "old": "546", "new": "547", "authors": []},
        ],
        "hand": [
            {
                "where": "reviews.items[1].text",
                "reason": "comment",
                "text": "请核对",
                "author": "主任",
                "quoted": "旧",
            },
            {"where": "signature", "reason": "no-field", "text": "一句", "author": "", "quoted": ""},
        ],
        "looks": [{"where": "reviews.items[1].text", "look": "bold", "made": True, "text": "新"}],
    }


@pytest.mark.parametrize(
    ("kind", "keys"),
    [
        ("report", {"schema", "year", "title", "reviews", "tasks", "insights"}),
        ("style", {"extends", "page", "text", "cover"}),
        ("lexicon", {"terms", "orders"}),
        ("settings", {"style", "formats", "fonts", "checks"}),
    ],
)
def test_each_kind_of_file_has_its_schema(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, keys: set[str]
) -> None:
    ran = Runner(tmp_path, monkeypatch)("schema", kind)
    assert (ran.status, ran.errors) == (0, "")
    assert keys <= json.loads(ran.output)["properties"].keys()
    assert ran.output.endswith("}\n")


@pytest.mark.slow
def test_what_programs_read(tmp_path: Path, goldens: Goldens, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    workspace, blocks = _workspace(tmp_path / "工作"), []
    shutil.copy(OLD, workspace / "旧稿.txt")
    for line in LINES:
        ran = reportgen(*shlex.split(line), folder=workspace)
        status = f"exit status {ran.returncode}\n" if ran.returncode else ""
        blocks.append(f"$ reportgen {line}\n{CHANGING.sub('…', ran.stdout)}{ran.stderr}{status}")
    goldens.check({GOLDEN: "\n".join(blocks)})
