"""PDF/A-2a and PDF/UA-1 by veraPDF: the real report, every case that builds, generated ones, in both styles; logos."""

import shutil
from pathlib import Path

import pytest

from reportgen.document import Document
from reportgen.fonts import bundled_library, open_fonts
from reportgen.layout import lay_out
from reportgen.pdf import write_pdf
from reportgen.workflows.build import Request, build
from reportgen.workflows.check import CheckOptions
from reportgen.workspace.files import find_workspace
from tests.cases.test_cases import CASES
from tests.compare.documents import compared_documents
from tests.conformance import engine
from tests.layout.generated import generated_report
from tests.looks.test_looks import WITH_LOGO, made
from tests.pdf.reading import unpacked
from tests.support import ROOT, STYLES, examine, fitted, sheet_named

ARCHIVE = "2a,ua1"


def pdf_of(document: Document, style: str) -> bytes | None:
    """A document's PDF in a style; none where a character is in no face, which a build refuses."""
    sheet = sheet_named(style)
    book, found = open_fonts(sheet, bundled_library())
    assert book is not None, found
    layout = lay_out(document, fitted(sheet, document), book)
    return None if layout.missing else write_pdf(layout, document)


def documents(style: str) -> dict[str, Document]:
    """The reports to validate, by name."""
    texts = {"real": (ROOT / "data" / "2025.yaml").read_bytes(), "generated": generated_report(3, 12).encode()}
    texts |= {case.name: (case / "2025.yaml").read_bytes() for case in CASES if (case / "document.txt").exists()}
    last = {case.name: (case / "2024.yaml") for case in CASES}
    return compared_documents(style) | {
        name: examine(
            text, last_year=last[name].read_bytes() if name in last and last[name].exists() else None, style=style
        ).composed
        for name, text in texts.items()
    }


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[engine.Verdict]]:
    """What the engine says of every file, asked once."""
    engine.require()
    folder = tmp_path_factory.mktemp("pdf")
    files: dict[Path, str] = {}
    for style in STYLES:
        for name, document in documents(style).items():
            data = pdf_of(document, style)
            if data is not None:
                path = folder / f"{style}-{name}.pdf"
                path.write_bytes(data)
                files[path] = ARCHIVE
    for case in WITH_LOGO:
        path = folder / f"{case.name}.pdf"
        path.write_bytes(made(case)["pdf"])
        files[path] = ARCHIVE
    return {path.stem: found for path, found in engine.validate(files).items()}


def test_every_file_conforms(verdicts: dict[str, list[engine.Verdict]]) -> None:
    """No rule of either standard is broken anywhere."""
    broken = {name: [each.broken for each in found if each.broken] for name, found in verdicts.items()}
    assert {name: rules for name, rules in broken.items() if rules} == {}


def test_the_engine_really_looked(verdicts: dict[str, list[engine.Verdict]]) -> None:
    """Both flavours of every file, thousands of checks on the real report, whose handout is two pages of it."""
    assert len(verdicts) >= 69
    assert all([each.flavour for each in found] == ARCHIVE.split(",") for found in verdicts.values())
    for style in STYLES:
        least = 10_000 if style != "handout" else 1_000
        assert all(each.checks > least for each in verdicts[f"{style}-real"])


def test_a_file_with_its_source_conforms(tmp_path: Path) -> None:
    """PDF/A-3a, since another file is in it; otherwise the same."""
    engine.require()
    shutil.copytree(ROOT / "data", tmp_path / "data")
    workspace = find_workspace(tmp_path, exact=True)
    files: dict[Path, str] = {}
    for style in STYLES:
        request = Request(CheckOptions(style), ("pdf",), tmp_path / style, attach_source=True)
        (output,) = build(workspace, 2025, request, lambda stage: None).outputs
        files[Path(output.path)] = "3a,ua1"
    assert {each.broken for found in engine.validate(files).values() for each in found} == {()}


def test_the_engine_sees_what_is_wrong(tmp_path: Path) -> None:
    """A file with one tag taken out of the tree fails: the verdicts above mean something."""
    engine.require()
    data = pdf_of(documents("official")["real"], "official")
    assert data is not None
    path = tmp_path / "broken.pdf"
    path.write_bytes(unpacked(data).replace(b"/S /H1", b"/S /H4", 1))
    (archive, accessible) = engine.validate({path: ARCHIVE})[path]
    assert archive.broken == ()
    assert [rule.split(":")[0] for rule in accessible.broken] == ["7.4.2-1"]
