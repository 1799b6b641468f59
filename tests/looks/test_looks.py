"""Workspaces whose own style sheet is a few lines: what their covers hold, in the files beside them.

A folder holds ``styles/ours.yaml`` and what it names; ``make goldens`` renews ``cover.txt``, what must come of it.
"""

import re
import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from PIL import Image

from reportgen.layout import Fragment
from reportgen.layout.cover import fit_cover
from reportgen.layout.rows import Row
from reportgen.workflows.build import Request, build
from reportgen.workflows.check import CheckOptions
from reportgen.workspace.files import find_workspace
from tests.docx.office import run_office
from tests.docx.validators import audit_errors, sdk_errors
from tests.docx.validity import faults
from tests.goldens import Goldens
from tests.looks.reading import colours, cover_lines, cover_text, media, word_pictures
from tests.pdf.tree import tag_tree, tree_text
from tests.support import prepared, sheet_named

_NUMBERS = re.compile(r"\d+")
FOLDER = Path(__file__).parent
CASES = sorted(path.parent.parent for path in FOLDER.glob("*/styles/ours.yaml"))
WITH_LOGO = [case for case in CASES if (case / "images").exists()]


def workspace_of_case(case: Path, folder: Path) -> Path:
    """The workspace of a case, with the report of all cases, in a folder of its own."""
    shutil.copytree(case, folder, ignore=shutil.ignore_patterns("*.txt"))
    (folder / "data").mkdir()
    shutil.copy(FOLDER / "2025.yaml", folder / "data")
    return folder


def built_files(folder: Path) -> dict[str, bytes]:
    """The files of a workspace under its own sheet."""
    request = Request(CheckOptions("ours"), folder=folder / "out")
    built = build(find_workspace(folder, exact=True), 2025, request, lambda stage: None)
    assert not built.findings
    return {output.format: Path(output.path).read_bytes() for output in built.outputs}


@cache
def made(case: Path) -> dict[str, bytes]:
    """The files of a case."""
    with TemporaryDirectory() as folder:
        return built_files(workspace_of_case(case, Path(folder) / "case"))


def named(path: Path) -> str:
    return path.name


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES, ids=named)
def test_a_cover_holds_what_is_written_beside_it(case: Path, goldens: Goldens) -> None:
    files = made(case)
    shown = "".join(
        f"{line}\n"
        for line in (
            *cover_lines(files["pdf"]),
            f"all colours: {' '.join(colours(files['pdf']))}",
            *tree_text(tag_tree(files["pdf"]).kids[0]).splitlines(),
            *(f"Word: {line}" for line in word_pictures(files["docx"])),
        )
    )
    goldens.check({case / "cover.txt": shown})


def test_the_folders_are_found() -> None:
    assert len(CASES) == len(list(FOLDER.glob("*/cover.txt"))) == 4


@pytest.mark.slow
@pytest.mark.parametrize("case", WITH_LOGO, ids=named)
def test_a_validator_finds_nothing(case: Path, tmp_path: Path) -> None:
    """Nor the SDK, nor what validators miss."""
    file = tmp_path / "report.docx"
    file.write_bytes(made(case)["docx"])
    assert faults(made(case)["docx"]) == audit_errors(file) == []
    assert sdk_errors(file) == []


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES, ids=named)
def test_the_same_workspace_gives_the_same_bytes(case: Path, tmp_path: Path) -> None:
    """In another folder, made by a second build."""
    assert built_files(workspace_of_case(case, tmp_path / "elsewhere")) == made(case)


@pytest.mark.slow
def test_libreoffice_shows_the_same_covers(tmp_path: Path) -> None:
    """The whole cover on page 1, its picture as large and as far from the edges as in the PDF."""
    for case in CASES:
        (tmp_path / f"{case.name}.docx").write_bytes(made(case)["docx"])
    run_office(tmp_path, "--convert-to", "pdf", "--outdir", str(tmp_path), *map(str, tmp_path.glob("*.docx")))
    for case in CASES:
        office = (tmp_path / f"{case.name}.pdf").read_bytes()
        shown = cover_text(made(case)["pdf"]).removeprefix("2025")  # in Word, the year on the ground is an outline
        assert cover_text(office) == shown, case.name
        ours, theirs = (
            [
                int(number)
                for line in cover_lines(pdf)
                if line.startswith("image")
                for number in _NUMBERS.findall(line)[:4]
            ]
            for pdf in (made(case)["pdf"], office)
        )
        assert len(ours) == len(theirs) == 4 * (case in WITH_LOGO)
        assert all(abs(one - other) <= 2 for one, other in zip(ours, theirs, strict=True)), (ours, theirs)


def test_a_cover_too_full_for_its_page_is_set_closer() -> None:
    """Spaces shrink alike, in both files, and only there; lines alone that are too high take another page."""
    rows = [Row(content=Fragment(0), height=100.0, space=space, snap="line") for space in (50.0, 150.0)]
    assert fit_cover(rows, 406.0) == (rows, 1.0)
    closer, share = fit_cover(rows, 306.0)
    assert share == 0.5
    assert [(row.space, row.snap) for row in closer] == [(25.0, "free"), (75.0, "free")]
    assert fit_cover(rows, 199.0) == (rows, 1.0)
    sheet = prepared(sheet_named("official"))
    halved = sheet.with_cover_share(0.5)
    assert halved.looks.block("cover-session").before == sheet.looks.block("cover-session").before / 2
    assert halved.looks.block("heading-1") == sheet.looks.block("heading-1")


@pytest.mark.slow
def test_another_picture_is_another_file(tmp_path: Path) -> None:
    """Also for the identifier in the PDF's trailer, by which programs tell files apart, where all else is the same."""
    case = FOLDER / "emblem-png"
    folder = workspace_of_case(case, tmp_path / "case")
    with Image.open(folder / "images" / "徽标.png") as image:
        image.putpixel((0, 0), (1, 2, 3, 4))
        image.save(folder / "images" / "徽标.png")
    assert len({each["pdf"].rpartition(b"/ID")[2].split()[0] for each in (made(case), built_files(folder))}) == 2


@pytest.mark.slow
def test_the_word_file_has_the_drawing_beside_its_pixels() -> None:
    """Cleaned of the notes of drawing programs; a JPEG is as it was."""
    parts = media(made(FOLDER / "emblem-svg")["docx"])
    assert set(parts) == {"logo.png", "logo.svg"}
    assert parts["logo.png"].startswith(b"\x89PNG")
    svg = parts["logo.svg"].decode()
    assert "linearGradient" in svg
    assert not any(word in svg for word in ("inkscape", "data-name", "DOCTYPE", "<!--", "title"))
    jpeg = FOLDER / "emblem-jpeg"
    assert media(made(jpeg)["docx"]) == {"logo.jpeg": (jpeg / "images" / "banner.jpg").read_bytes()}
