"""The file itself: its objects and the table of where they are, as programs we did not write find them."""

import re
from io import BytesIO
from struct import iter_unpack

import pikepdf
import pytest

from reportgen.pdf import Attachment, write_pdf
from tests.pdf.test_pdf import made
from tests.support import STYLES


@pytest.mark.parametrize("style", STYLES)
def test_qpdf_finds_every_object_and_nothing_to_remark(style: str) -> None:
    with pikepdf.open(BytesIO(made(style)[2])) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert pdf.get_warnings() == []
        assert len(pdf.objects) == int(pdf.trailer.Size) - 1
        assert None not in list(pdf.objects)


@pytest.mark.parametrize("style", STYLES)
def test_nothing_but_streams_stands_by_itself(style: str) -> None:
    objects = re.findall(rb"\n\d+ 0 obj\n(.*?)\nendobj", made(style)[2], re.DOTALL)
    assert len(objects) > 10
    assert [each for each in objects if not each.endswith(b"\nendstream")] == []


def test_many_objects_are_in_several_streams() -> None:
    """Each says how many it has; together they have all that are no streams."""
    with pikepdf.open(BytesIO(made("plenary")[2])) as pdf:
        streams = [each for each in pdf.objects if isinstance(each, pikepdf.Stream)]
        gathered = [each for each in streams if each.get("/Type") == pikepdf.Name.ObjStm]
        table = next(each for each in streams if each.get("/Type") == pikepdf.Name.XRef)
        assert len(gathered) > 1
        assert sum(int(each.N) for each in gathered) + len(streams) == int(table.Size) - 1
        assert max(int(each.N) for each in gathered) == 256


def test_the_table_begins_with_what_is_free_and_ends_with_itself() -> None:
    """As ISO 32000-1 table 18 wants it: nothing is number 0, and what is not in the file by itself is in a stream."""
    data = made("official")[2]
    with pikepdf.open(BytesIO(data)) as pdf:
        table = next(each for each in pdf.objects if isinstance(each, pikepdf.Stream) and each.get("/Type") == "/XRef")
        rows = list(iter_unpack(">BIH", table.read_bytes()))
        number = len(rows) - 1
        assert rows[0] == (0, 0, 65535)
        assert rows[-1] == (1, data.rindex(b"\n%d 0 obj\n" % number) + 1, 0)
        alone = {each.objgen[0] for each in pdf.objects if isinstance(each, pikepdf.Stream)}
        assert {place for place, (kind, _, _) in enumerate(rows) if kind == 1} == alone
        assert {kind for kind, _, _ in rows} == {0, 1, 2}
        assert {stream for kind, stream, _ in rows if kind == 2} <= alone


def test_the_same_layout_gives_the_same_bytes() -> None:
    document, layout, data = made("plenary")
    assert write_pdf(layout, document) == data
    attached = [Attachment("2025.yaml", b"year: 2025\n")]
    assert write_pdf(layout, document, attached) == write_pdf(layout, document, attached) != data


def test_the_outline_counts_what_it_shows() -> None:
    """Its own count is that of the entries open at first (ISO 32000-1 table 152): parts, and the sections in them."""
    with pikepdf.open(BytesIO(made("plenary")[2])) as pdf, pdf.open_outline() as outline:
        shown = sum(1 + len(entry.children) for entry in outline.root)
        assert int(pdf.Root.Outlines.Count) == shown
        assert not any(entry.is_closed for entry in outline.root)
        assert all(entry.is_closed for part in outline.root for entry in part.children if entry.children)
