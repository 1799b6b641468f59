"""``print``: the files a copier and a press get, read by other programs, and PDFs that cannot be printed."""

import json
import subprocess
from pathlib import Path

import pytest
from pikepdf import Encryption, Name, Pdf
from pypdfium2 import PdfDocument

from reportgen.press.plans import Wish
from reportgen.workflows.print_files import PrintJob, print_pdf
from reportgen.workspace.files import bare_workspace
from tests.cli.test_cli import reportgen
from tests.press.making import bytes_of, drawn, numbered
from tests.support import STYLES, outside_program
from tests.workflows.test_build import workspace_of

pytestmark = pytest.mark.slow

EVERYTHING = ("--booklet", "--signatures", "8", "--up", "4", "--creep", "0.1mm", "--duplex", "long")

OF_ITSELF = "warning: ICC support is not available\n"
"""What Debian's MuPDF says of how it was built, whatever the file."""


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace with the real report."""
    return workspace_of(tmp_path / "工作 区")


def _written(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_the_files_asked_for_are_written_and_named(workspace: Path) -> None:
    ran = reportgen("print", "2025", *EVERYTHING, folder=workspace, LC_ALL="zh_CN.UTF-8")
    assert ran.returncode == 0, ran.stderr
    assert [line.split("（")[0] for line in ran.stdout.splitlines()] == [
        f"已生成 build/2025/print/{name}.pdf" for name in ("report", "booklet", "signatures", "4-up")
    ]
    first = _written(workspace / "build" / "2025" / "print")
    reportgen("print", "2025", *EVERYTHING, folder=workspace)
    assert _written(workspace / "build" / "2025" / "print") == first
    reportgen("build", "2025", "--format", "pdf", folder=workspace)
    assert (workspace / "build" / "2025" / "report.pdf").read_bytes() == first["report.pdf"]


def test_a_print_file_says_what_it_is_and_has_no_outline(workspace: Path) -> None:
    reportgen("print", "2025", "--booklet", folder=workspace)
    with Pdf.open(workspace / "build" / "2025" / "print" / "booklet.pdf") as made:
        assert str(made.docinfo[Name.Subject]) == "印刷用：骑马订拼版"
        assert str(made.docinfo[Name.Title]) == "市政协十四届五次会议政协常委会工作报告"
        assert Name.Outlines not in made.Root
        assert Name.Metadata in made.Root
        assert {round(float(side)) for side in list(made.pages[0].mediabox)[2:]} == {1191, 842}


@pytest.mark.parametrize("style", STYLES)
def test_other_programs_open_the_files_without_a_word(workspace: Path, style: str) -> None:
    options = (*EVERYTHING, "--cover", "separate", "--bleed", "3mm", "--ink", "black", "--style", style)
    assert reportgen("print", "2025", *options, folder=workspace).returncode == 0
    for path in sorted((workspace / "build" / "2025" / "print").iterdir()):
        for command in (
            ("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=nullpage", str(path)),
            ("mutool", "draw", "-q", "-o", "/dev/null", "-F", "trace", str(path)),
            ("pdftotext", str(path), "/dev/null"),
        ):
            ran = subprocess.run(
                [outside_program(command[0]), *command[1:]],
                capture_output=True,
                encoding="utf-8",
                timeout=300,
                check=False,
            )
            complaints = ran.stderr.replace(OF_ITSELF, "")
            assert (ran.returncode, ran.stdout, complaints) == (0, "", ""), (path.name, command[0])
        with PdfDocument(path) as opened:
            assert len(opened) > 0


@pytest.mark.parametrize("style", STYLES)
def test_black_ink_is_black_alone(workspace: Path, style: str) -> None:
    """As Ghostscript counts; what is asked for in colour is grey, not gone."""
    reportgen("print", "2025", "--ink", "black", "--style", style, folder=workspace)
    path = workspace / "build" / "2025" / "print" / "pages-black.pdf"
    counted = subprocess.run(
        [outside_program("gs"), "-q", "-o", "-", "-sDEVICE=inkcov", str(path)],
        capture_output=True,
        encoding="ascii",
        timeout=300,
        check=True,
    )
    shares = [line.split()[:4] for line in counted.stdout.splitlines() if line.endswith("OK")]
    assert shares
    assert {tuple(each[:3]) for each in shares} == {("0.00000", "0.00000", "0.00000")}
    assert sum(float(each[3]) for each in shares) > 0
    checked = reportgen("print", "2025", "--ink", "black", "--style", style, "--check", "--json", folder=workspace)
    pages = json.loads(checked.stdout)["pages"]
    assert {ink for page in pages for ink in page["inks"]} == {"K"}
    assert checked.returncode == 0


def test_a_black_style_prints_no_colour_of_light(workspace: Path) -> None:
    """No operator for red, green and blue where the style sheet has only black and greys."""
    reportgen("print", "2025", *EVERYTHING, "--style", "official", folder=workspace)
    for path in (workspace / "build" / "2025" / "print").iterdir():
        ran = reportgen("print", str(path), "--check", "--json", folder=workspace)
        assert {ink for page in json.loads(ran.stdout)["pages"] for ink in page["inks"]} == {"K"}, path.name


def test_any_pdf_is_imposed_beside_itself(tmp_path: Path) -> None:
    """Outside a workspace too; what a press would stop at is a warning, since paper is not lost yet."""
    (tmp_path / "讲话.pdf").write_bytes(numbered(6))
    ran = reportgen("print", "讲话.pdf", "--booklet", "--paper", "a4", folder=tmp_path)
    assert ran.returncode == 0, ran.stderr
    assert "warning[print-font-missing]" in ran.stderr
    with Pdf.open(tmp_path / "print" / "讲话-booklet.pdf") as made:
        assert len(made.pages) == 4
    checked = reportgen("print", "讲话.pdf", "--check", folder=tmp_path)
    assert (checked.returncode, "nothing written" in checked.stdout) == (1, False)


@pytest.mark.parametrize(
    ("sizes", "sheet"),
    [
        (((300, 400), (300, 400)), (600, 400)),
        (((300, 400), (400, 300)), (800, 400)),
        (((200, 500), (300, 400)), (600, 500)),
    ],
)
def test_a_sheet_is_as_large_as_the_largest_pages_beside_each_other(
    tmp_path: Path, sizes: tuple[tuple[int, int], ...], sheet: tuple[int, int]
) -> None:
    pdf = Pdf.new()
    for size in sizes:
        pdf.add_blank_page(page_size=size)
    pdf.save(tmp_path / "a.pdf")
    printed = print_pdf(PrintJob(bare_workspace(tmp_path), Wish(booklet=True), None), tmp_path / "a.pdf")
    assert [(Path(each.path).parent.name, each.kind, each.sides) for each in printed.files] == [("print", "booklet", 2)]
    with Pdf.open(printed.files[0].path) as made:
        assert tuple(round(float(side)) for side in list(made.pages[0].mediabox)[2:]) == sheet


PLAIN = drawn(["BT /F0 12 Tf (a) Tj ET"] * 4)

UNPRINTABLE = {
    "broken": (numbered(3)[:300], "pdf-damaged"),
    "no PDF": (b"hello", "pdf-damaged"),
    "nothing": (b"", "pdf-damaged"),
    "no pages": (bytes_of(Pdf.new()), "pdf-empty"),
}


@pytest.mark.parametrize("name", UNPRINTABLE)
def test_what_cannot_be_printed_is_named(tmp_path: Path, name: str) -> None:
    content, code = UNPRINTABLE[name]
    (tmp_path / "a.pdf").write_bytes(content)
    for option in ("--booklet", "--check"):
        ran = reportgen("print", "a.pdf", option, folder=tmp_path)
        assert ran.returncode == 3, ran.stdout
        assert f"error[{code}]" in ran.stderr
        assert "nothing written because of errors" in ran.stdout
        assert "Traceback" not in ran.stderr
    assert not (tmp_path / "print").exists()


@pytest.mark.parametrize("password", ["", "secret"])
def test_a_protected_pdf_is_refused(tmp_path: Path, password: str) -> None:
    PLAIN.save(tmp_path / "a.pdf", encryption=Encryption(owner="owner", user=password))
    ran = reportgen("print", "a.pdf", "--booklet", folder=tmp_path)
    assert (ran.returncode, "error[pdf-protected]" in ran.stderr) == (3, True)


def test_a_page_whose_content_cannot_be_unpacked_is_named(tmp_path: Path) -> None:
    broken = Pdf.new()
    broken.add_blank_page(page_size=(300, 400))
    broken.add_blank_page(page_size=(300, 400)).obj.Contents = broken.make_stream(b"")
    broken.pages[1].obj.Contents.write(b"x\x9cno such data", filter=Name.FlateDecode)
    broken.save(tmp_path / "a.pdf")
    for asked in (["--booklet"], ["--up", "2"], ["--check"]):
        ran = reportgen("print", "a.pdf", *asked, folder=tmp_path)
        assert ran.stderr.count("[pdf-page-unreadable]: page 2") == ran.stderr.count("error[") == 1


def test_pages_without_size_and_too_many_pages_are_refused(tmp_path: Path) -> None:
    PLAIN.save(tmp_path / "a.pdf")
    with Pdf.open(tmp_path / "a.pdf") as made:
        made.pages[2].obj.MediaBox = [0, 0, 0, 0]
        made.save(tmp_path / "b.pdf")
    assert "error[pdf-page-unreadable]: page 3" in reportgen("print", "b.pdf", "--up", "2", folder=tmp_path).stderr
    long = Pdf.new()
    for _ in range(5001):
        long.add_blank_page(page_size=(9, 9))
    long.save(tmp_path / "c.pdf")
    assert "error[pdf-too-long]" in reportgen("print", "c.pdf", "--up", "2", folder=tmp_path).stderr


def test_a_file_that_no_press_takes_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "a.pdf").open("wb") as file:
        file.truncate(512 * 1024 * 1024 + 1)
    ran = reportgen("print", "a.pdf", "--check", folder=tmp_path)
    assert (ran.returncode, "error[file-too-large]" in ran.stderr) == (1, True), ran.stderr


WRONG = {
    ("--signatures", "6"): "signature-invalid",
    ("--signatures", "68"): "signature-invalid",
    ("--up", "3"): "value-unknown",
    ("--paper", "a9", "--booklet"): "value-unknown",
    ("--duplex", "left", "--booklet"): "value-unknown",
    ("--creep", "0.1"): "option-needed",
    ("--cover", "separate"): "option-needed",
    ("--creep", "9mm", "--booklet"): "length-invalid",
    ("--bleed", "viel"): "length-invalid",
    ("--ink", "red"): "value-unknown",
}


@pytest.mark.parametrize("options", WRONG)
def test_what_makes_no_sense_is_refused_before_anything_is_built(workspace: Path, options: tuple[str, ...]) -> None:
    ran = reportgen("print", "2025", *options, folder=workspace)
    assert (ran.returncode, f"error[{WRONG[options]}]" in ran.stderr) == (2, True), ran.stderr
    assert not (workspace / "build").exists()


def test_black_ink_is_for_reports(tmp_path: Path) -> None:
    PLAIN.save(tmp_path / "a.pdf")
    ran = reportgen("print", "a.pdf", "--ink", "black", folder=tmp_path)
    assert (ran.returncode, "error[ink-foreign]" in ran.stderr) == (2, True)
    assert reportgen("print", "b.pdf", "--check", folder=tmp_path).returncode == 2


def test_a_ground_bleeds_over_the_trim_and_not_over_the_fold(workspace: Path) -> None:
    """The cover is the right half of the first sheet: red beyond its outer edges, paper left of the fold."""
    assert reportgen("print", "2025", "--booklet", "--bleed", "3mm", folder=workspace).returncode == 0
    with PdfDocument(workspace / "build" / "2025" / "print" / "booklet.pdf") as opened:
        picture = opened[0].render(scale=1).to_pil().convert("RGB")
    margin, bleed = 28.5, 8.5
    right, fold = picture.width - margin, picture.width / 2

    def is_red(x: float, y: float) -> bool:
        red, green, _ = picture.getpixel((round(x), round(y)))
        return bool(red > 100 > green)

    middle = margin + 300
    assert [is_red(x, middle) for x in (fold - 3, fold + 3, right - 3, right + bleed - 2, right + bleed + 4)] == [
        False,
        True,
        True,
        True,
        False,
    ]
    assert [is_red(right - 100, y) for y in (margin + 3, margin - bleed + 2, margin - bleed - 4)] == [True, True, False]
