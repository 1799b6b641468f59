"""The layout against tables that nobody here wrote; ``cases/README.md`` says where each record comes from.

What does not bind a product at the GB level (T20) is told by the ``why_not`` functions, and counted.
"""

import math
import re
from itertools import pairwise

import pytest

from reportgen.style import Align
from reportgen.text.breaks import atom_ends
from reportgen.text.classes import classes
from reportgen.text.word_breaks import title_breaks
from tests.layout.case_files import (
    ELSEWHERE,
    FIELDS,
    Case,
    binding,
    left_out,
    parameters,
    read_cases,
    unread_fields,
)
from tests.layout.geometry import TOLERANCES, Geometry, measure, official_pages, why_not_printed
from tests.layout.setting import SIZE, break_texts, line_texts, measured, set_lines, title_lines
from tests.layout.statements import (
    NEAR,
    SetParagraph,
    UnreadError,
    holds,
    keeps_the_law,
    narrowest_inside,
    set_paragraph,
)

LEVELS = read_cases("line-break-levels")
UNICODE = read_cases("uax14-cjk")
EDGES = read_cases("clreq-line-edges")
WIDTHS = read_cases("punct-squeeze")
PARAGRAPHS = read_cases("paragraph-lines")
TITLES = read_cases("titles")
GEOMETRY = read_cases("geometry")

WIDEST = 24
"""em; texts are set in every measure up to this."""


def why_not_level(case: Case) -> str | None:
    """CSS strict binds where GB forbids the same."""
    if case.get("profile") in {"normal", "loose"}:
        return "another level of CSS"
    return None if case.get("gb_profile_forbids") is True else "good practice, not GB"


def why_not_width(case: Case) -> str | None:
    """All bind but what another style of marks asks (T34)."""
    return "the kaiming style" if case.get("kind") == "kaiming_style" else None


def allowed(text: str) -> set[int]:
    """Where a line may begin inside a text."""
    return set(atom_ends(classes(text))) - {len(text)}


def starts_of_lines(text: str, ems: float) -> set[int]:
    """Where the lines of a text that was really set begin, the first left out."""
    return {line.end for line in set_lines(text, ems)} - {len(text)}


def measures(text: str) -> range:
    """Every measure in em that the longest unbreakable stretch of a text fits."""
    sums = measured(text).sums
    widest = max(
        (sums[end] - sums[start] for start, end in pairwise([0, *sorted(allowed(text)), len(text)])), default=0
    )
    return range(max(2, math.ceil(widest / SIZE)), min(WIDEST, max(3, math.ceil(sums[-1] / SIZE))))


def never_broken_before(text: str, forbidden: set[int]) -> None:
    """No such place is open, and no line begins there in any measure."""
    assert not allowed(text) & forbidden
    for ems in measures(text):
        assert not starts_of_lines(text, ems) & forbidden, (ems, line_texts(text, ems))


@pytest.mark.parametrize("case", parameters(binding(LEVELS, why_not_level)))
def test_line_break_levels(case: Case) -> None:
    """T24: set in the measure of the case, without squeezing, the text breaks as it says."""
    assert case.get("profile") == "strict", f"unknown level {case['profile']}"
    never_broken_before(case["text"], {*case.get("forbidden_break_before", ())})
    assert allowed(case["text"]) >= {*case.get("allowed_break_before", ())}
    align: Align = "justify" if case["squeeze"] else "left"
    assert break_texts(case["text"], case["measure_em"], align=align) == case["expected_lines"]


@pytest.mark.parametrize("case", parameters(UNICODE))
def test_unicode_line_breaking(case: Case) -> None:
    """T24: no break where UAX #14 or GB forbids one; breaking everywhere else is not asked for."""
    assert case["kind"] in {"pair", "natural"}, f"unknown kind {case['kind']}"
    forbidden = {*case["forbidden_break_before"], *case.get("gb_profile_also_forbids", ())}
    never_broken_before(case["text"], forbidden - {*case.get("gb_profile_allows", ())})


@pytest.mark.parametrize("case", parameters(EDGES))
def test_line_edges(case: Case) -> None:
    """T21–T23, T26: which marks may begin and end a line; also in the lines of every narrow measure."""
    text = case["text"]
    assert case["profile"] in {"basic", "gb", "strict"}, f"unknown level {case['profile']}"
    # Dashes and ellipses may begin a line at the GB level and not at the strict one (T26); what else strict says binds.
    at_strict = {match.start() for match in re.finditer("—{2,}|…{2,}|⋯{2,}|⸺", text)}
    forbidden = {*case.get("forbidden_break_before", ())} - (at_strict if case["profile"] == "strict" else set())
    never_broken_before(text, forbidden)
    # Only the basic level lets a solidus end a line (T22).
    ends_in_solidus = {match.end() for match in re.finditer("[/／]", text)}
    assert allowed(text) >= {*case.get("allowed_break_before", ())} - (
        ends_in_solidus if case["profile"] == "basic" else set()
    )


def inside(text: str) -> float:
    """The width in em of a text that is between Han."""
    return measured(f"国{text}国").sums[-1] / SIZE - 2


@pytest.mark.parametrize("case", parameters(binding(WIDTHS, why_not_width)))
def test_widths_of_marks(case: Case) -> None:
    """T35–T38, T54: before any justification."""
    check = {
        "adjacent": check_inside,
        "stacked": check_inside,
        "nominal": check_inside,
        "measured": check_inside,
        "line_end": check_line,
        "line_start": check_line,
        "first_line_indent": check_indent,
    }.get(case["kind"])
    assert check is not None, f"unknown kind {case['kind']}"
    check(case)


def check_inside(case: Case) -> None:
    """Marks inside a line: their widths, which of them give, how far they can be squeezed; stacked ones never part."""
    text = case["text"]
    assert inside(text) == pytest.approx(case["total_em"], abs=NEAR)
    sums = measured(f"国{text}国").sums
    widths = [round((after - before) / SIZE, 2) for before, after in pairwise(sums[1:-1])]
    # Either of two may be the one that gives; how many give is not open.
    assert "widths_em" not in case or sorted(widths) == pytest.approx(sorted(case["widths_em"]), abs=NEAR)
    if "trimmed" in case:  # what goes is between the two, so the second is nearer, whichever of them gives
        assert case["trimmed"] in {"after the first mark", "before the second mark"}, case["trimmed"]
        assert widths[0] == pytest.approx(0.5, abs=NEAR)
    assert narrowest_inside(text) >= case.get("min_total_em", 0.0) - NEAR
    if case.get("unbreakable"):
        assert not allowed(f"国{text}国") & {*range(2, len(text) + 1)}


def check_line(case: Case) -> None:
    """A mark at the edge of a line: the whole takes so much and fits in just that, alone and inside a paragraph."""
    text, total = case["text"], case["total_em"]
    at_end = {"line_end": True, "line_start": False}[case["at"]]
    assert text.endswith(case["char"]) if at_end else text.startswith(case["char"])
    (line,) = set_lines(text, total)
    assert line.width / SIZE == pytest.approx(total, abs=NEAR)
    full = measured(text).sums[-1] / SIZE
    assert full - line.width / SIZE == pytest.approx(1 - case["char_width_em"], abs=NEAR)
    around = "国" * int(total)
    assert text in line_texts(text + around if at_end else around + text, total)


def check_indent(case: Case) -> None:
    """A mark that opens a paragraph: its face, not its blank, is at the indent."""
    line = set_lines(case["text"], 20, indent=case["indent_em"])[0]
    first = line.texts[0]
    han = first.x + sum(first.setting.advances[character] * first.size for character in case["char"])
    assert han / SIZE == pytest.approx(case["first_han_at_em"], abs=NEAR)
    assert case["first_han_at_em"] - case["indent_em"] == case["char_width_em"]


@pytest.mark.parametrize("case", parameters(PARAGRAPHS))
def test_paragraph_lines(case: Case) -> None:
    """T26, T40: no break that is forbidden, and what must hold of the lines of any breaker."""
    given = case["measure_em"]
    never_broken_before(case["text"], {*case.get("forbidden_break_before", ())})
    assert allowed(case["text"]) >= {*case.get("allowed_break_before", ())}
    for ems in range(given[0], given[1] + 1) if isinstance(given, list) else [given]:
        indent = case["first_line_indent_em"]
        check_paragraph(case, set_paragraph(case["text"], ems, indent, justified=case["justified"]))


def check_paragraph(case: Case, paragraph: SetParagraph) -> None:
    """One paragraph set in one measure."""
    text, lines = paragraph.text, paragraph.texts()
    assert not paragraph.starts() & {*case.get("forbidden_break_before", ())}, lines
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert not any(re.match("[，。、；：！？”’）》·—](?!—)", line) or line[-1] in "“‘（《〔" for line in lines), lines
    for statement in case.get("must_hold", ()):
        try:
            true = holds(statement, paragraph)
        except UnreadError:
            true = keeps_the_law(paragraph)  # what nobody here can read is held to say what the law says
        assert true, (statement, lines)


@pytest.mark.parametrize("case", parameters(TITLES))
def test_titles(case: Case) -> None:
    """T9: where a title never turns over, and that it does so between words."""
    text = case["text"]
    assert case.keys() & {"forbidden_break_before", "inside_word", "words", "bad_lines"}, "nothing to check is known"
    breaks = {*title_breaks(text)}
    never = {*case.get("forbidden_break_before", ())} | inside_words(text, case.get("inside_word", ()))
    assert not breaks & never
    if "words" in case:
        assert "".join(case["words"]) == text
        ends = {sum(map(len, case["words"][:count])) for count in range(1, len(case["words"]) + 1)}
        assert breaks <= ends
    for ems in range(6, len(text) + 2):
        lines = title_lines(text, ems)
        assert lines != case.get("bad_lines"), ems
        assert not {sum(map(len, lines[:count])) for count in range(1, len(lines))} & never, lines


def inside_words(text: str, given: list[int] | list[str] | str) -> set[int]:
    """The places inside words, which a table may give as places or as the words themselves."""
    places: set[int] = set()
    for each in [given] if isinstance(given, str) else given:
        if isinstance(each, int):
            places.add(each)
        else:
            starts = [match.start() for match in re.finditer(re.escape(each), text)]
            assert starts, f"{each} is not in the text"
            places.update(start + offset for start in starts for offset in range(1, len(each)))
    return places


@pytest.mark.slow
@pytest.mark.parametrize("case", parameters(binding(GEOMETRY, why_not_printed)))
def test_geometry(case: Case) -> None:
    """T1–T17: measured by pdfium from the finished PDF of the official style."""
    value = measure(case)
    if re.search(r"\b(?:maximum|at most)\b", f"{case['quantity']} {case.get('note', '')}"):
        assert value <= case["expected"]
    else:
        assert value == pytest.approx(case["expected"], abs=case.get("tolerance", TOLERANCES[case["unit"]]))


WORDINGS: list[tuple[str, str, float]] = [
    ("other lines of a body paragraph: indent", "characters", 0),
    ("first line of a body paragraph, indent of", "characters", 2),
    ("page-number position error between two pages", "mm", 0),
    ("position error of the numbers of facing pages", "mm", 0),
    ("type area: error between front and back", "mm", 0),
    ("signature (unsealed document): blank lines above it", "lines", 1),
    ("organisation (unsealed) from the right edge", "characters", 2),
    ("date (unsealed document): first character right of the signature's first", "characters", 2),
    ("date: lines below the signature", "lines", 1),
    ("attachment note: empty lines between it and the text, above", "lines", 1),
    ("attachment note: left indent", "characters", 2),
    ("attachment note: names aligned", "characters", 0),
    ("attachment label (附件): line of its page", "lines", 1),
    ("attachment label: indent from the left edge", "characters", 0),
    ("attachment label size (3号)", "pt", 15.793),
    ("attachment title: line of its page", "lines", 3),
    ("attachment title size (2号)", "pt", 22),
    ("heading of level 1: indent", "characters", 2),
    ("heading size (3号)", "pt", 15.793),
]
"""Quantities as a table may word them, their unit, and what they are by GB/T 9704."""


@pytest.mark.slow
@pytest.mark.parametrize(("quantity", "unit", "expected"), WORDINGS)
def test_what_a_quantity_asks_for_is_measured(quantity: str, unit: str, expected: float) -> None:
    """Whatever the words: none is left out, and none is taken for another."""
    case = {"quantity": quantity, "unit": unit, "rule": "T13" if "unsealed" in quantity else "T15"}
    assert why_not_printed(case) is None
    assert measure(case) == pytest.approx(expected, abs=TOLERANCES[unit])


@pytest.mark.slow
def test_lines_of_a_spread_register() -> None:
    """T51, T17: left-hand and right-hand pages have their lines at the same heights, back to back."""
    geometry = Geometry(official_pages())
    heights = {tuple(round(line[0].y, 2) for line in page.lines()) for page in (*geometry.left, *geometry.right)}
    assert len(heights) == 1
    assert geometry.register() < 0.05


@pytest.mark.slow
def test_blank_pages_and_the_cover_carry_no_number() -> None:
    """T14."""
    pages = official_pages()
    assert pages[0].furniture == []
    assert all(page.furniture == [] for page in pages if not page.text)
    assert any(not page.text for page in pages)


NOT_IN_A_REPORT = {
    "a report carries no seal": 1,
    "how copies are bound is the printer's": 2,
}
LEFT_OUT = {
    "line-break-levels": (LEVELS, why_not_level, {"another level of CSS": 43, "good practice, not GB": 17}),
    "punct-squeeze": (WIDTHS, why_not_width, {"the kaiming style": 1}),
    "geometry": (GEOMETRY, why_not_printed, NOT_IN_A_REPORT),
}
"""How many records of our own tables do not bind, and why; all of the other tables bind."""


@pytest.mark.parametrize("name", LEFT_OUT)
def test_what_does_not_bind_is_counted(name: str) -> None:
    """So that a mistake in what binds cannot let a table go unrun."""
    cases, reason, counts = LEFT_OUT[name]
    found = left_out(cases, reason)
    if ELSEWHERE:
        assert not cases or found.total() < len(cases)
    else:
        assert found == counts


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_of_a_record_is_read(name: str) -> None:
    assert not {case["id"]: fields for case in read_cases(name) if (fields := unread_fields(name, case))}
