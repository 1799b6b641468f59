"""How much content a page may have, and what is not unpacked to find out."""

import zlib

import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream

from reportgen.diagnostics import Place
from reportgen.press import content_size
from reportgen.press.content_size import ContentTooLargeError, insist_on_size, is_unpainted
from reportgen.press.inspection import inspect
from tests.press.making import drawn


def packed(pdf: Pdf, content: bytes, times: int = 1) -> Stream:
    """A stream that is packed so many times."""
    for _ in range(times):
        content = zlib.compress(content, 1)
    return pdf.make_stream(content, Filter=Array([Name.FlateDecode] * times) if times > 1 else Name.FlateDecode)


def page_of(*sizes: int, times: int = 1) -> Pdf:
    """A page whose streams have so many bytes of spaces each."""
    pdf = drawn([""])
    streams = [packed(pdf, b" " * size, times) for size in sizes]
    pdf.pages[0].obj.Contents = Array(streams) if len(streams) > 1 else streams[0]
    return pdf


def test_a_bomb_is_not_unpacked() -> None:
    found = inspect(page_of(129 * 1024 * 1024), Place("a.pdf")).found
    assert [each.code for each in found] == ["pdf-page-unreadable"]


@pytest.mark.parametrize("times", [1, 2, 3])
@pytest.mark.parametrize(
    ("sizes", "is_too_large"),
    [((1000,), False), ((1001,), True), ((600, 400), False), ((600, 401), True), ((600, 399, 1, 1), True)],
)
def test_all_streams_of_a_page_count(
    sizes: tuple[int, ...], times: int, monkeypatch: pytest.MonkeyPatch, *, is_too_large: bool
) -> None:
    monkeypatch.setattr(content_size, "MOST_CONTENT", 1000)
    pdf = page_of(*sizes, times=times)
    if is_too_large:
        with pytest.raises(ContentTooLargeError):
            insist_on_size(pdf.pages[0])
    else:
        insist_on_size(pdf.pages[0])


@pytest.mark.parametrize(
    "filters", [Name.LZWDecode, Array([Name.ASCIIHexDecode, Name.FlateDecode]), Array([])], ids=str
)
def test_of_what_is_packed_otherwise_its_own_size_counts(
    filters: Name | Array, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(content_size, "MOST_CONTENT", 100)
    pdf = Pdf.new()
    insist_on_size(pdf.make_stream(b"a" * 100, Filter=filters))
    with pytest.raises(ContentTooLargeError):
        insist_on_size(pdf.make_stream(b"a" * 101, Filter=filters))


def test_what_is_damaged_or_no_stream_has_no_size_to_speak_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(content_size, "MOST_CONTENT", 100)
    pdf = drawn([""])
    insist_on_size(pdf.make_stream(b"no Flate", Filter=Name.FlateDecode))
    pdf.pages[0].obj.Contents = Array([Dictionary(), packed(pdf, b" " * 100)])
    insist_on_size(pdf.pages[0])


@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize(("sizes", "unpainted"), [((0,), True), ((1,), False), ((0, 0), True), ((0, 1), False)])
def test_a_page_without_operators_paints_nothing(sizes: tuple[int, ...], times: int, *, unpainted: bool) -> None:
    pdf = page_of(*sizes, times=times)
    assert is_unpainted(pdf.pages[0]) is unpainted


def test_a_page_without_content_paints_nothing() -> None:
    pdf = drawn([""])
    del pdf.pages[0].obj["/Contents"]
    assert is_unpainted(pdf.pages[0])
