"""The outline that readers show beside the pages, object by object."""

import re
from types import SimpleNamespace
from typing import Any

from reportgen.pdf.objects import ReadyObjects
from reportgen.pdf.outline import OutlineEntry, write_outline


def objects_of(*entries: tuple[int, str]) -> tuple[int | None, list[str]]:
    """The number of the outline of these levels and titles, and its objects from 1 on, with their titles readable."""
    counting: Any = SimpleNamespace(objectcounter=0)
    objects = ReadyObjects(counting)
    number = write_outline([OutlineEntry(level, title, f"[{title}]") for level, title in entries], objects)
    texts = (objects.texts[each].decode("ascii") for each in range(1, counting.objectcounter + 1))
    return number, [re.sub("<FEFF([0-9A-F]+)>", _text, each) for each in texts]


def _text(title: re.Match[str]) -> str:
    return bytes.fromhex(title[1]).decode("utf-16-be")


def test_parts_show_their_sections_and_these_hide_what_is_in_them() -> None:
    """A count is that of all entries shown below, or minus that of those that would be (ISO 32000-1 table 153)."""
    number, objects = objects_of((0, "A"), (1, "B"), (2, "C"), (2, "D"), (1, "E"), (0, "F"))
    assert number == 1
    assert objects == [
        "<< /Type /Outlines /First 2 0 R /Last 3 0 R /Count 4 >>",
        "<< /Title A /Parent 1 0 R /Dest [A] /Next 3 0 R /First 4 0 R /Last 5 0 R /Count 2 >>",
        "<< /Title F /Parent 1 0 R /Dest [F] /Prev 2 0 R >>",
        "<< /Title B /Parent 2 0 R /Dest [B] /Next 5 0 R /First 6 0 R /Last 7 0 R /Count -2 >>",
        "<< /Title E /Parent 2 0 R /Dest [E] /Prev 4 0 R >>",
        "<< /Title C /Parent 4 0 R /Dest [C] /Next 7 0 R >>",
        "<< /Title D /Parent 4 0 R /Dest [D] /Prev 6 0 R >>",
    ]


def test_a_report_without_headings_has_no_outline() -> None:
    assert objects_of() == (None, [])
