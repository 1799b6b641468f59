"""PDFs of others: opened, or refused with the reason."""

from io import BytesIO

import pytest
from pikepdf import Encryption, Pdf

from reportgen.diagnostics import Diagnostic, Place
from reportgen.press import opening
from reportgen.press.opening import open_pdf
from tests.press.making import numbered

PLACE = Place("a.pdf")


def protected(user: str) -> bytes:
    """Ten pages with a password for those who change the file, and one for those who open it."""
    target = BytesIO()
    with Pdf.open(BytesIO(numbered(10))) as pdf:
        pdf.save(target, encryption=Encryption(owner="a", user=user))
    return target.getvalue()


def without_pages() -> bytes:
    target = BytesIO()
    Pdf.new().save(target)
    return target.getvalue()


def test_pages_of_a_sound_file() -> None:
    pdf = open_pdf(numbered(10), PLACE)
    assert not isinstance(pdf, Diagnostic)
    assert len(pdf.pages) == 10


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "pdf-damaged"),
        (b"%PDF-1.7\n%%EOF", "pdf-damaged"),
        (without_pages(), "pdf-empty"),
        (protected(user="b"), "pdf-protected"),
        (protected(user=""), "pdf-protected"),
    ],
)
def test_what_cannot_be_printed_is_refused(content: bytes, code: str) -> None:
    assert open_pdf(content, PLACE) == Diagnostic(code, PLACE)


def test_a_repairable_file_is_opened_without_a_message(caplog: pytest.LogCaptureFixture) -> None:
    mended = open_pdf(numbered(3).partition(b"startxref")[0], PLACE)
    assert not isinstance(mended, Diagnostic)
    assert len(mended.pages) == 3
    assert caplog.records == []


def test_a_file_has_no_more_pages_than_a_book(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MOST_PAGES", 10)
    assert not isinstance(open_pdf(numbered(10), PLACE), Diagnostic)
    refused = open_pdf(numbered(11), PLACE)
    assert refused == Diagnostic("pdf-too-long", PLACE, {"pages": "11", "most": "10"})
