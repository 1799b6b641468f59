"""Files given to ``verify``: Word files that are bombs, damaged or protected, PDFs and pages of anything."""

import random
import struct
import sys
import zipfile
import zlib
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest

from reportgen.diagnostics import Diagnostic, Place, render_concise
from reportgen.document import Stamp
from reportgen.workflows.stamps import stamp_in
from tests.hostile.commands import run_limited
from tests.support import MINIMAL

pytestmark = pytest.mark.slow

CORE = "docProps/core.xml"
STAMP = "reportgen/0.1.0 2025 plenary report=0123456789abcdef"
SOUND = f"<dc:identifier>{STAMP}</dc:identifier>".encode()
ENTITY = b"<dc:identifier>&b;</dc:identifier>"
MEBIBYTE = 1 << 20
CENTRAL, LOCAL = b"PK\1\2", b"PK\3\4"


def archive(*parts: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP file with some parts, which may have the same name."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", method) as made:
        for name, content in parts:
            made.writestr(zipfile.ZipInfo(name), content, method)
    return file.getvalue()


def patched(content: bytes, field: str, number: int, central: int, local: int) -> bytes:
    """An archive of one part with a number in both of its headers."""
    changed = bytearray(content)
    struct.pack_into(field, changed, content.index(CENTRAL) + central, number)
    struct.pack_into(field, changed, content.index(LOCAL) + local, number)
    return bytes(changed)


ONE = archive((CORE, SOUND))


@cache
def bomb() -> bytes:
    """An archive of some kilobytes whose one part is 300 MiB."""
    return archive((CORE, bytes(300 * MEBIBYTE)))


BARE = "does not record what it was made from"


def stamped(old: bytes, new: bytes) -> bytes:
    """A sound file with something else in its stamp."""
    return archive((CORE, SOUND.replace(old, new)))


def with_double() -> bytes:
    with pytest.warns(UserWarning, match="Duplicate"):
        return archive((CORE, SOUND), (CORE, SOUND))


KINDS: dict[str, tuple[Callable[[], bytes], str]] = {
    "sound": (lambda: ONE, STAMP),
    "bomb": (bomb, "unpacked it is far larger than a report"),
    "bomb that states less": (lambda: patched(bomb(), "<I", 1000, 24, 22), "it is damaged"),
    "many parts": (lambda: archive(*((f"part{number}", b"") for number in range(21_000))), "it has far more parts"),
    "more than 65,535": (lambda: archive(*((f"{number}", b"") for number in range(66_000))), "it has far more parts"),
    "one name twice": (with_double, "two of its parts have the same name"),
    "encrypted": (lambda: patched(ONE, "<H", 1, 8, 6), "it has a password"),
    "encrypted in another way": (lambda: patched(ONE, "<H", 0x41, 8, 6), "it has a password"),
    "protected by Word": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "it has a password"),
    "compression 99": (lambda: patched(ONE, "<H", 99, 10, 8), "it is compressed in an unknown way"),
    "LZMA": (lambda: archive((CORE, SOUND), method=zipfile.ZIP_LZMA), "it is compressed in an unknown way"),
    "wrong sum": (lambda: patched(ONE, "<I", 7, 16, 14), "it is damaged"),
    "cut short": (lambda: ONE[:60], "it is damaged"),
    "no part where it should be": (lambda: ONE.replace(LOCAL, b"PK\3\5"), "it is damaged"),
    "broken part": (lambda: ONE[:60] + b"\xff" * 8 + ONE[68:], "it is damaged"),
    "name that is no text": (lambda: patched(ONE, "<H", 0x800, 8, 6).replace(b"core", b"\xff" * 4), "it is damaged"),
    "no properties": (lambda: archive(("a", b"")), BARE),
    "entity": (lambda: archive((CORE, b"<!DOCTYPE a [<!ENTITY b '%s'>]>" % STAMP.encode() + ENTITY)), BARE),
    "year of other digits": (lambda: stamped(b"2025", "２０２５".encode()), BARE),
    "draft of 5,000 digits": (lambda: stamped(b"y ", b"y draft-" + b"9" * 5000 + b" "), BARE),
    "stamp of a megabyte": (lambda: stamped(b"cdef", b"f" * (MEBIBYTE - 200)), BARE),
    "stamp of many inputs": (lambda: stamped(b"report=", b"= " * 20_000), BARE),
    "PDF of beginnings": (lambda: b"%PDF-1.7\n" + b"<dc:source>" * 3_000_000, BARE),
    "PDF with a stamp of 30 MB": (lambda: b"%PDF-1.7\n<dc:source>" + b"&amp;" * 6_000_000 + b"</dc:source>", BARE),
    "PDF with a bomb": (lambda: b"%PDF-1.7\n1 0 obj <</Filter /FlateDecode>> stream\n" + bomb(), BARE),
    "page of beginnings": (lambda: b'<meta name="dcterms.identifier" content="' * 800_000, BARE),
}
"""What a file is made of, and what is said of it; a sound one has its stamp read."""


def reported(content: bytes) -> str:
    """The stamp of a file, or why there is none."""
    found = stamp_in(content, Place("x"))
    return render_concise(found, "en") if isinstance(found, Diagnostic) else found.text()


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_file_has_its_words(kind: str) -> None:
    make, words = KINDS[kind]
    assert words in reported(make())


def test_both_languages(tmp_path: Path) -> None:
    found = stamp_in(patched(ONE, "<H", 1, 8, 6), Place("x"))
    assert isinstance(found, Diagnostic)
    assert render_concise(found, "zh").endswith("这个 Word 文件打不开：设了密码，或是 .doc 格式")


def test_nothing_of_a_bomb_is_unpacked(tmp_path: Path) -> None:
    """The whole command in less memory than the bomb takes."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "2025.yaml").write_text(MINIMAL, "utf-8")
    (tmp_path / "x.docx").write_bytes(bomb())
    outcome = run_limited("verify", "x.docx", folder=tmp_path, memory=256 * MEBIBYTE)
    assert ("unpacked it is far larger" in outcome.text, outcome.code) == (True, 3), outcome


def pdf_bomb(stamp: str, letters: int) -> bytes:
    """A PDF with a stamp whose one page inflates to so many letters."""
    drawn = zlib.compress(b"BT /F 9 Tf " + b"(aaaaaaaa) Tj " * (letters // 8) + b"ET", 9)
    font = b"/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>"
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 500]/Contents 4 0 R/Resources<<%s>>>>" % font,
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(drawn), drawn),
    )
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, each) for number, each in enumerate(objects, 1))
    return b"%%PDF-1.7\n%%<dc:source>%s</dc:source>\n%strailer<</Size 5/Root 1 0 R>>\n" % (stamp.encode(), body)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot limit the memory of a process")
@pytest.mark.parametrize("letters", [8, 240_000_000])
def test_a_pdf_that_inflates_for_ever_ends_only_what_reads_it(tmp_path: Path, letters: int) -> None:
    """It prints nothing that anybody could compare, or so it is taken; a small one is read."""
    (tmp_path / "data").mkdir()
    report = f"{MINIMAL}  intro: 一句。\n"
    (tmp_path / "data" / "2025.yaml").write_text(report, "utf-8")
    assert run_limited("build", "2025", "--format", "pdf", folder=tmp_path).code == 0
    stamp = stamp_in((tmp_path / "build" / "2025" / "report.pdf").read_bytes(), Place("x"))
    assert isinstance(stamp, Stamp)
    (tmp_path / "x.pdf").write_bytes(pdf_bomb(stamp.text(), letters))
    outcome = run_limited("verify", "x.pdf", "--json", folder=tmp_path)
    assert outcome.code == 1
    assert "words-changed" in outcome.text
    assert ("aaaaaaaa" in outcome.text) == (letters == 8)


def test_damage_anywhere_is_never_a_crash() -> None:
    """Bytes changed, cut out and doubled, as disks and transfers do."""
    chance = random.Random(18)
    for _ in range(3000):
        content = bytearray(ONE)
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(content))
            content[at : at + chance.randint(0, 3)] = chance.randbytes(chance.randint(0, 4))
        assert reported(b"PK" + bytes(content[2:]))
