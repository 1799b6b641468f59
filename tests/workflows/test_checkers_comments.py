"""``build --draft N --comments``: what the checkers of a draft find beside metrics and reviews in the Word file."""

import shutil
from pathlib import Path

import pytest

from reportgen.workflows.build import Request, build
from reportgen.workflows.check import CheckOptions
from reportgen.workflows.verify import verify
from reportgen.workspace.files import Workspace, find_workspace
from tests.compare.reports import YEARS
from tests.docx.reading import WORD, attribute, docx_text, part
from tests.docx.validators import audit_errors
from tests.docx.validity import faults


def made(folder: Path, *, comments: bool) -> tuple[Workspace, Path]:
    """A draft of 2025 beside last year's report."""
    (folder / "data").mkdir(parents=True)
    for year in (2024, 2025):
        shutil.copy(YEARS / f"{year}.yaml", folder / "data")
    workspace = find_workspace(folder, exact=True)
    request = Request(CheckOptions("official", draft=True), ("docx",), draft=2, comments=comments)
    built = build(workspace, 2025, request, lambda stage: None)
    assert built.outputs, built.findings
    return workspace, workspace.output_folder(2025) / "report.docx"


def commented(data: bytes) -> dict[str, str]:
    """The comments by the text they are about."""
    texts = {
        attribute(each, "id"): "\n".join("".join(line.itertext()) for line in each)
        for each in part(data, "word/comments.xml")
    }
    about = dict.fromkeys(texts, "")
    inside: list[str] = []
    for element in part(data).iter():
        if element.tag == f"{WORD}commentRangeStart":
            inside.append(attribute(element, "id"))
        elif element.tag == f"{WORD}commentRangeEnd":
            inside.remove(attribute(element, "id"))
        elif element.tag == f"{WORD}t":
            about |= {number: about[number] + (element.text or "") for number in inside}
    return {about[number]: text for number, text in texts.items()}


@pytest.mark.slow
def test_metrics_and_reviews_have_comments_for_the_checkers(tmp_path: Path) -> None:
    """The value a year ago in this year's unit; the task by the words it had."""
    _, file = made(tmp_path, comments=True)
    found = commented(file.read_bytes())
    assert found["437件"] == "指标：提案\n上年：420件"
    assert found["错时停车惠民。推动新增错时停车位1860个。"] == "回应上年任务：合力破解停车难"
    assert faults(file.read_bytes()) == audit_errors(file) == []
    assert {attribute(each, "author") for each in part(file.read_bytes(), "word/comments.xml")} == {"reportgen"}


def test_a_draft_says_the_same_without_comments(tmp_path: Path) -> None:
    """Nothing of its text; and the file with comments is still found to be made from the data."""
    _, plain = made(tmp_path / "plain", comments=False)
    workspace, file = made(tmp_path / "commented", comments=True)
    assert docx_text(file.read_bytes()) == docx_text(plain.read_bytes())
    assert list(verify(workspace, file).findings) == []
    with pytest.raises(KeyError):
        part(plain.read_bytes(), "word/comments.xml")
