"""PDFs made with every kind of font file in a workspace, read back and drawn by pdfium."""

import errno
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

from reportgen.workflows.build import Request, build
from reportgen.workflows.check import CheckOptions
from reportgen.workflows.outputs import WriteResult
from reportgen.workspace.files import find_workspace
from tests.fonts.making import opentype, truetype, variable_opentype, variable_truetype
from tests.pdf.reading import pdf_text, unpacked
from tests.support import DATED
from tests.workflows.test_build import workspace_of

TEXT = "全年征集提案123件，“办结”一二三——甲乙丙丁……ABC cab"
REPORT = f"{DATED}  intro: {TEXT}\n"


def workspace_with(folder: Path, make: Callable[[Path], Path] | None, name: str, weight: int | None = None) -> Path:
    """A workspace whose style ``own`` prints the body in a font of its own folder ``fonts/``."""
    workspace_of(folder, REPORT)
    (folder / "styles").mkdir()
    face = name if weight is None else f"{{name: {name}, weight: {weight}}}"
    faces = f"fonts: {{仿宋: {{faces: [{face}, Noto Serif SC]}}}}\n"
    (folder / "styles" / "own.yaml").write_text(f"extends: official\n{faces}", encoding="utf-8")
    if make is not None:
        (folder / "fonts").mkdir()
        make(folder / "fonts" / "own.otf")
    return folder


def built(folder: Path, *, strict: bool = False) -> WriteResult:
    asked = Request(CheckOptions("own", strict=strict), formats=("pdf",))
    return build(find_workspace(folder, exact=True), 2025, asked, lambda stage: None)


def pdf_of(folder: Path) -> bytes:
    made = built(folder)
    assert not made.findings, made.findings
    return Path(made.outputs[0].path).read_bytes()


def ink(data: bytes) -> list[int]:
    """The last page, drawn small: its grey bytes."""
    with pypdfium2.PdfDocument(data) as pdf:
        bitmap = pdf[len(pdf) - 1].render(scale=1, grayscale=True)
        return list(bytes(bitmap.buffer))


KINDS: dict[str, tuple[Callable[[Path], Path], str, str]] = {
    "truetype": (truetype, "Test Song", "CIDFontType2"),
    "truetype-2048": (lambda path: truetype(path, units=2048), "Test Song", "CIDFontType2"),
    "cff": (opentype, "Test CFF", "CIDFontType0"),
    "variable-truetype": (variable_truetype, "Test Variable", "CIDFontType2"),
    "variable-cff2": (variable_opentype, "Test CFF2", "CIDFontType0"),
}


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_text_in_a_font_of_the_workspace_copies_out_and_is_embedded(tmp_path: Path, kind: str) -> None:
    make, name, subtype = KINDS[kind]
    data = pdf_of(workspace_with(tmp_path / "w", make, name, 400))
    assert TEXT in pdf_text(data)
    objects = unpacked(data)
    fonts = [each for each in objects.split(b"endobj") if b"+Test" in each and b"/CIDFontType" in each]
    assert [re.findall(rb"/CIDFontType[02]\b", each) for each in fonts] == [[f"/{subtype}".encode()]]
    assert len(re.findall(rb"/BaseFont", objects)) == 2 * len(set(re.findall(rb"/BaseFont /([^\s/]+)", objects)))
    assert len(re.findall(rb"/FontFile[23]", objects)) == len(re.findall(rb"/Type0\b", objects))
    assert data == pdf_of(workspace_with(tmp_path / "again", make, name, 400))


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["truetype", "truetype-2048", "cff", "variable-truetype"])
def test_a_page_looks_as_with_the_font_the_outlines_come_from(tmp_path: Path, kind: str) -> None:
    """Drawn from other curves, so a few grey pixels differ; a wrong glyph or place would differ by thousands."""
    make, name, _ = KINDS[kind]
    own = ink(pdf_of(workspace_with(tmp_path / "w", make, name)))
    ours = ink(pdf_of(workspace_with(tmp_path / "ours", None, "Noto Serif SC")))
    assert min(ours) < 100
    assert sum(abs(one - other) for one, other in zip(own, ours, strict=True)) / len(ours) < 0.05
    assert max(abs(one - other) for one, other in zip(own, ours, strict=True)) < 100


def test_a_heavier_weight_is_wider_and_another_font(tmp_path: Path) -> None:
    light = pdf_of(workspace_with(tmp_path / "light", variable_truetype, "Test Variable"))
    heavy = pdf_of(workspace_with(tmp_path / "heavy", variable_truetype, "Test Variable", 900))
    assert TEXT in pdf_text(heavy)
    assert b"+TestVariable_900wght" in unpacked(heavy)
    assert b"+TestVariable_400wght" in unpacked(light)
    assert re.search(rb"/W \[[^/]*\b1100\b", unpacked(heavy))
    assert not re.search(rb"/W \[[^/]*\b1100\b", unpacked(light))


def test_parts_of_truetype_glyphs_come_along(tmp_path: Path) -> None:
    """A glyph made of others brings them into the subset, whose numbers are then no longer those of the used."""

    def composite(path: Path) -> Path:
        font = TTFont(truetype(path))
        pen = TTGlyphPen(font["glyf"].glyphs)
        for part in ("u4E00", "u002D"):
            pen.addComponent(part, (1, 0, 0, 1, 0, 0))
        font["glyf"]["u4E8C"] = pen.glyph()
        font.save(path)
        font.close()
        return path

    data = pdf_of(workspace_with(tmp_path / "w", composite, "Test Song"))
    assert TEXT in pdf_text(data)


def table_start(content: bytes | bytearray, table: bytes) -> int:
    """Where a table of a font file begins."""
    record = next(start for start in range(12, len(content), 16) if content[start : start + 4] == table)
    return int.from_bytes(content[record + 8 : record + 12], "big")


def broken(path: Path, table: bytes) -> Path:
    """An OpenType file with wrong bytes at the beginning of a table."""
    content = bytearray(opentype(path).read_bytes())
    start = table_start(content, table)
    content[start : start + 4] = b"\xff\xff\xff\xff"
    path.write_bytes(content)
    return path


def test_a_font_that_breaks_when_its_glyphs_are_taken_stops_the_build(tmp_path: Path) -> None:
    """Names, widths and outlines are sound, and still no subset can be made: told with the file, nothing is written."""
    made = built(workspace_with(tmp_path / "w", lambda path: broken(path, b"head"), "Test CFF"))
    (found,) = made.findings
    assert (found.code, found.status, found.words["file"]) == ("font-file-unusable", 3, "fonts/own.otf")
    assert not made.outputs
    assert not (tmp_path / "w" / "build").exists()


def test_outlines_that_cannot_be_read_print_in_another_face(tmp_path: Path) -> None:
    folder = workspace_with(tmp_path / "w", lambda path: broken(path, b"CFF "), "Test CFF")
    made = built(folder)
    assert [(found.code, found.severity.value) for found in made.findings] == [("font-file-damaged", "warning")]
    data = Path(made.outputs[0].path).read_bytes()
    assert TEXT in pdf_text(data)
    assert b"TestCFF" not in data


def test_rare_characters_of_names_print_and_copy_out(tmp_path: Path) -> None:
    """㛃 𬭎 䶮 are in the bundled faces; others of the extensions B to H wherever a file of the workspace has them."""
    names = "㛃𬭎䶮\U00020001\U0002a701\U0002ceb1\U00030001\U00031351"
    outlines = {ord(rare): ord("甲") for rare in names[3:]}

    def with_extensions(path: Path) -> Path:
        font = TTFont(truetype(path))
        for table in font["cmap"].tables:
            table.cmap |= {
                rare: f"u{own:04X}" for rare, own in outlines.items() if table.format == 12 or rare < 0x10000
            }
        wide = CmapSubtable.newSubtable(12)
        wide.platformID, wide.platEncID, wide.language = 3, 10, 0
        wide.cmap = {**font.getBestCmap(), **{rare: f"u{own:04X}" for rare, own in outlines.items()}}
        font["cmap"].tables = [table for table in font["cmap"].tables if table.format != 12] + [wide]
        font.save(path)
        font.close()
        return path

    folder = workspace_with(tmp_path / "w", with_extensions, "Test Song")
    (folder / "data" / "2025.yaml").write_text(f"{DATED}  intro: 委员{names}提案\n", encoding="utf-8")
    assert f"委员{names}提案" in pdf_text(pdf_of(folder))


def test_warnings_about_fonts_stop_a_strict_build_only(tmp_path: Path) -> None:
    folder = workspace_with(tmp_path / "w", lambda path: truetype(path, embedding=2), "Test Song")
    made = built(folder)
    assert [(found.code, found.severity.value) for found in made.findings] == [("font-file-restricted", "warning")]
    assert made.outputs
    strict = built(folder, strict=True)
    assert [(found.code, found.severity.value) for found in strict.findings] == [("font-file-restricted", "error")]
    assert not strict.outputs


def test_a_damaged_file_is_reported_and_another_face_prints(tmp_path: Path) -> None:
    folder = workspace_with(tmp_path / "w", None, "Test Song")
    (folder / "fonts").mkdir()
    (folder / "fonts" / "半个.ttf").write_bytes(truetype(tmp_path / "a.ttf").read_bytes()[:5000])
    (folder / "fonts" / "LICENSE.txt").write_text("no font")
    (folder / "fonts" / "._own.ttf").write_text("what macOS leaves beside a file")
    made = built(folder)
    (found,) = made.findings
    assert (found.code, found.words["file"]) == ("font-file-damaged", "fonts/半个.ttf")
    assert made.outputs


def test_a_folder_of_fonts_that_cannot_be_read_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests may run as root, whom no permission stops: the refusal is acted."""
    folder = workspace_with(tmp_path / "w", truetype, "Test Song")

    listing = Path.iterdir

    def refuse(self: Path) -> Iterator[Path]:
        if self.name == "fonts":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return listing(self)

    monkeypatch.setattr(Path, "iterdir", refuse)
    (found,) = built(folder).findings
    assert (found.code, found.status, found.words["file"]) == ("file-unreadable", 3, "fonts")
