"""The documents for developers name only what is there."""

import re
import tomllib
from pathlib import Path

import pytest

from tests.english import MIRRORED
from tests.support import ROOT

DECISIONS = ROOT / "docs" / "decisions"
_DECISIONS = sorted(DECISIONS.glob("[0-9]*.md"))
_PAGES = [ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md")), DECISIONS / "README.md", *_DECISIONS]
PAGES = [path for path in _PAGES if path.exists()]

_NAMED = re.compile(r"`((?:[\w.-]+/)+(?:[\w.-]+\.\w+)?)`")
_LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")
_STARTS = (ROOT, ROOT / "src" / "reportgen")
_OF_A_WORKSPACE = ("build/", "data/", "fonts/", "images/", "styles/", ".git/")


def _missing(path: Path) -> list[str]:
    """The files and folders a page names in backquotes that are neither in the checkout nor in the package."""
    named = _NAMED.findall(path.read_text("utf-8"))
    ours = [name for name in named if name.endswith(".py") or not name.startswith(_OF_A_WORKSPACE)]
    return [name for name in ours if "NAME" not in name and not any((start / name).exists() for start in _STARTS)]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_file_and_folder_that_is_named_exists(path: Path) -> None:
    assert _missing(path) == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_link_leads_to_a_file(path: Path) -> None:
    links = _LINK.findall(path.read_text("utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_no_page_is_in_mirrored_english(path: Path) -> None:
    assert [line for line in path.read_text("utf-8").splitlines() if MIRRORED.search(line)] == []


def test_the_table_of_rooms_is_the_order_that_is_checked() -> None:
    """From the ground up, as import-linter has it from the top down."""
    (layers,) = (
        contract["layers"]
        for contract in tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
        if contract["type"] == "layers"
    )
    levels = {room: -depth for depth, layer in enumerate(layers) for room in layer.split(" | ")}
    page = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    rooms = [room for row in re.findall(r"^\| (`.*?) \|", page, re.MULTILINE) for room in re.findall(r"`(\w+)/`", row)]
    assert sorted(rooms) == sorted(levels)
    assert [levels[room] for room in rooms] == sorted(levels.values())


def test_decisions_are_numbered_from_one_and_listed() -> None:
    index = (DECISIONS / "README.md").read_text("utf-8")
    for number, path in enumerate(_DECISIONS, 1):
        title = path.read_text("utf-8").splitlines()[0].removeprefix(f"# {number}. ")
        assert path.name.startswith(f"{number:04}-")
        assert f"| {number} | [{title}]({path.name}) |" in index
    assert len(re.findall(r"^\| \d+ \|", index, re.MULTILINE)) == len(_DECISIONS) > 0


def test_a_name_that_is_wrong_is_found(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "`layout/titles.py` `layout/titels.py` `docx/` `dokx/` `fonts/` `fonts/fase.py` `styles/NAME.yaml` `a.py`",
        "utf-8",
    )
    assert _missing(page) == ["layout/titels.py", "dokx/", "fonts/fase.py"]
