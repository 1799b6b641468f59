"""Who signs and when, measured on the finished page (T13, GB/T 9704-2012 7.3.5.2)."""

import pytest

from tests.layout.printed import Printed, printed_pages
from tests.pdf.test_pdf import made
from tests.support import MINIMAL

EM = 15.793
RIGHT = (28 + 156) * 72 / 25.4
"""Points from the left edge of a right-hand page to the edge of its type area."""

LONG = f"{MINIMAL}date: 2026-01-16\nsignature: 政协云溪市委员会常务委员会\nclosing: 完。\n"


def last_lines(report: str) -> list[list[Printed]]:
    pages = [page for page in printed_pages(made("official", report)[2]) if page.text]
    return pages[-1].lines()


def text(line: list[Printed]) -> str:
    return "".join(each.character for each in line)


def test_the_signature_ends_two_characters_before_the_edge_and_the_date_starts_two_further_right() -> None:
    *_, text_above, signature, date = last_lines(LONG)
    assert [text(line) for line in (text_above, signature, date)] == [
        "完。",
        "政协云溪市委员会常务委员会",
        "2026年1月16日",
    ]
    assert (RIGHT - signature[-1].right) / EM == pytest.approx(2, abs=0.02)
    assert (date[0].x - signature[0].x) / EM == pytest.approx(2, abs=0.02)


def test_one_line_stands_between_text_and_signature_and_none_before_the_date() -> None:
    *_, above, signature, date = last_lines(LONG)
    pitch = 15 / 8 * EM
    assert signature[0].y - above[0].y == pytest.approx(2 * pitch, abs=0.1)
    assert date[0].y - signature[0].y == pytest.approx(pitch, abs=0.1)


def test_a_date_longer_than_the_signature_ends_two_characters_before_the_edge() -> None:
    """Exactly in the bundled faces; others have narrower digits."""
    *_, signature, date = last_lines(LONG.replace("政协云溪市委员会常务委员会", "云溪政协"))
    assert (RIGHT - date[-1].right) / EM == pytest.approx(2, abs=0.03)
    assert (date[0].x - signature[0].x) / EM == pytest.approx(2, abs=0.02)


@pytest.mark.parametrize(
    "name", ["云溪", "云溪政协", "政协云溪市", "政协云溪市委", "政协云溪市委员", "政协云溪市委员会"]
)
@pytest.mark.parametrize("date", ["2026-01-09", "2026-01-20", "2026-12-31"])
def test_no_date_turns_over_or_passes_the_edge(name: str, date: str) -> None:
    report = LONG.replace("政协云溪市委员会常务委员会", name).replace("2026-01-16", date)
    *_, signature, printed = last_lines(report)
    assert (text(signature), text(printed)[:5], text(printed)[-1]) == (name, "2026年", "日")
    assert printed[-1].right <= RIGHT + 0.1


@pytest.mark.parametrize("style", ["plenary", "official", "lectern"])
def test_a_date_is_printed_under_a_signature_only(style: str) -> None:
    roles = [getattr(block, "role", "") for block in made(style, LONG)[0].blocks]
    assert roles.count("signature") == roles.count("signature-date") == 1
    unsigned = LONG.replace("signature:", "speaker:")
    assert "signature-date" not in [getattr(block, "role", "") for block in made(style, unsigned)[0].blocks]
