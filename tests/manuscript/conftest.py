"""A report and the Word file that was made from it, to be edited and absorbed."""

from pathlib import Path

import pytest

from reportgen.manuscript.absorb import Base
from reportgen.source import Source
from reportgen.workflows.absorb_base import build_base
from reportgen.workflows.build import Request
from reportgen.workflows.check import CheckOptions
from reportgen.workspace.files import find_workspace

REPORT = (Path(__file__).parent / "edits" / "2025.yaml").read_text("utf-8")


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory) -> Base:
    """The report as it was when its Word file was made."""
    return base_of(REPORT, tmp_path_factory.mktemp("baiyu"))


def base_of(text: str, folder: Path, style: str = "plenary", *, draft: bool = False) -> Base:
    """A report as it was when its Word file was made, in a folder of its own."""
    (folder / "data").mkdir()
    request = Request(CheckOptions(style, draft=draft), ("docx",))
    made, findings = build_base(find_workspace(folder, exact=True), 2025, request, Source("2025.yaml", text))
    assert made is not None, findings
    return made
