"""Which number the pages before the text begin with: page 1 and those with odd numbers are right-hand pages (T112)."""

import pytest
from msgspec.structs import replace

from reportgen.document.page_numbers import FrontNumbers, front_numbers
from reportgen.style import PageStart
from tests.support import MINIMAL, examine, sheet_named

PLAIN = sheet_named("plain")


@pytest.mark.parametrize(
    ("cover", "contents", "body", "facing", "numbers"),
    [
        (True, None, "page", False, FrontNumbers(0, None)),
        (True, None, "page", True, FrontNumbers(1, None)),
        (True, None, "odd", False, FrontNumbers(1, None)),
        (True, "page", "page", False, FrontNumbers(1, None)),
        (True, "odd", "page", False, FrontNumbers(1, 1)),
        (True, "odd", "odd", True, FrontNumbers(1, 1)),
        (False, None, "page", False, FrontNumbers(1, 1)),
        (False, "page", "page", False, FrontNumbers(1, 1)),
    ],
)
def test_the_first_numbers_of_cover_and_contents(
    cover: bool, contents: PageStart | None, body: PageStart, facing: bool, numbers: FrontNumbers
) -> None:
    """A cover is number 0 where page 1 follows at once, whichever hand that is; contents on its back go on from it."""
    sheet = sheet_named("official")
    assert sheet.contents is not None
    sheet = replace(
        sheet,
        cover=sheet.cover if cover else (),
        contents=None if contents is None else replace(sheet.contents, start=contents),
        body_start=body,
        page=replace(PLAIN.page, facing=facing),
        header=None,
        footer=None,
    )
    document = examine(f"{MINIMAL}  intro: 一句。\n", style=sheet).composed
    assert front_numbers(document, sheet) == numbers
