"""The stamp of a finished file, and how changes since then are reported."""

import zipfile
from io import BytesIO

import pytest

from reportgen import __version__
from reportgen.diagnostics import Diagnostic, Place, render_concise
from reportgen.document import Stamp
from reportgen.workflows.stamps import format_of, stamp_in
from reportgen.workflows.verify import changed_sources, judged

PLACE = Place("report.pdf")
STAMP = "reportgen/0.1.0 2025 plenary"
LONGEST = 65536


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7", "pdf"),
        (b"PK\x03\x04", "docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "docx"),  # with a password
        (b"<!doctype html>", "html"),
        (b" %PDF-1.7", "html"),
        (b"", "html"),
    ],
)
def test_a_file_is_what_it_begins_as(content: bytes, kind: str) -> None:
    assert format_of(content) == kind


def word(stamp: str, size: int = 0) -> bytes:
    """A Word file with a stamp, its properties so many bytes long."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        core = f"<dc:identifier>{stamp}</dc:identifier>".encode()
        archive.writestr("docProps/core.xml", core + b" " * (size - len(core)))
    return target.getvalue()


def of_length(length: int) -> str:
    """A stamp of some length, made longer by its last input."""
    start = f"{STAMP} report="
    return start + "a" * (length - len(start))


@pytest.mark.parametrize(
    ("content", "is_read"),
    [
        (f"%PDF- <dc:source>{of_length(LONGEST)}</dc:source>".encode(), True),
        (f"%PDF- <dc:source>{of_length(LONGEST + 1)}</dc:source>".encode(), False),
        (f'<meta name="dcterms.identifier" content="{of_length(LONGEST)}">'.encode(), True),
        (f'<meta name="dcterms.identifier" content="{of_length(LONGEST + 1)}">'.encode(), False),
        (f'<meta name="dcterms.identifier" content="{STAMP} style:a&amp;b=0a">'.encode(), True),
        (f'<meta name="dcterms.identifier" content="{STAMP} report='.encode() + b'\xff">', False),
        (word(STAMP), True),
        (word(STAMP, 1 << 20), True),
    ],
)
def test_a_stamp_is_read_as_long_as_any_is(content: bytes, is_read: bool) -> None:
    found = stamp_in(content, PLACE)
    assert isinstance(found, Stamp) is is_read
    assert is_read or (isinstance(found, Diagnostic) and (found.code, found.place) == ("file-unstamped", PLACE))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (word(STAMP, (1 << 20) + 1), "far larger"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "password"),
    ],
)
def test_unreadable_properties_are_not_a_stamp(content: bytes, reason: str) -> None:
    found = stamp_in(content, PLACE)
    assert isinstance(found, Diagnostic)
    assert reason in render_concise(found, "en")


@pytest.mark.parametrize(
    ("source", "version", "said"),
    [
        ("report", __version__, ["data/2025.yaml"]),
        ("last-year", __version__, ["data/2024.yaml"]),
        ("style:own", __version__, ["styles/own.yaml"]),
        ("", __version__, []),
        ("", "0.0.9", ["0.0.9"]),
        ("report", "0.0.9", ["data/2025.yaml", "0.0.9"]),
    ],
)
def test_what_has_changed_is_named_by_its_file(source: str, version: str, said: list[str]) -> None:
    stamp = Stamp(version, 2025, "own", ())
    found = changed_sources(PLACE, stamp, [source] if source else [])
    assert [str(each.words.get("source", each.words.get("made"))) for each in found] == said


SOURCE = Diagnostic("source-changed", PLACE, {"source": "data/2025.yaml"})
VERSION = Diagnostic("version-other", PLACE, {"made": "0.0.9", "here": "0.1.0"})


@pytest.mark.parametrize(
    ("changed", "differing", "is_same", "codes"),
    [
        ((), 0, True, []),
        ((), 0, False, ["file-changed"]),
        ((), 2, False, ["words-changed"]),
        ((SOURCE,), 2, False, ["source-changed"]),  # words differ because the data do
        ((VERSION,), 0, True, ["version-other"]),
        ((VERSION,), 0, False, ["version-other"]),  # other bytes of the same words are its doing
        ((VERSION,), 2, False, ["version-other", "words-changed"]),
        ((SOURCE, VERSION), 2, False, ["source-changed", "version-other"]),
    ],
)
def test_a_file_is_judged_by_its_words(
    changed: tuple[Diagnostic, ...], differing: int, is_same: bool, codes: list[str]
) -> None:
    found = judged(PLACE, changed, ["一句。"] * differing, is_same=is_same)
    assert [each.code for each in found] == codes
    assert {each.words["count"] for each in found if each.code == "words-changed"} <= {"2"}
