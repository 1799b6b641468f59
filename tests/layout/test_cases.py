"""The layout against tables that nobody here wrote; ``cases/README.md`` says where each record comes from.

What does not bind a product at the GB level (T20) is named by ``binds`` below, and counted.
"""

import re

import pytest

from reportgen.layout.breaks import atom_ends
from reportgen.layout.classes import classes
from reportgen.layout.lines import Line
from reportgen.layout.spacing import spacing
from reportgen.layout.titles import title_breaks
from reportgen.style import Align
from tests.layout.case_files import Case, parameters, read_cases
from tests.layout.geometry import Geometry, is_not_printed, measure, official_pages
from tests.layout.setting import SIZE, break_texts, gaps, line_texts, measured, set_lines, title_lines

LEVELS = read_cases("line-break-levels")
UNICODE = read_cases("uax14-cjk")
EDGES = read_cases("clreq-line-edges")
WIDTHS = read_cases("punct-squeeze")
PARAGRAPHS = read_cases("paragraph-lines")
TITLES = read_cases("titles")
GEOMETRY = read_cases("geometry")

TOLERANCES = {"mm": 0.5, "pt": 0.05, "characters": 0.02, "lines": 0.0}
"""Where a case gives none."""

STRICT_ONLY = {"dash", "ellipsis"}
"""Classes of marks that may begin a line at the GB level and not at the strict one (T26)."""


def level_binds(case: Case) -> bool:
    """CSS strict where GB forbids the same; the other levels and marks are good practice or another product's."""
    return case["profile"] == "strict" and case["gb_profile_forbids"] is True


def edge_binds(case: Case) -> bool:
    """CLREQ basic and GB, and strict where it asks no more than GB does."""
    return case["profile"] in {"basic", "gb"} or case["char_class"] not in STRICT_ONLY


def width_binds(case: Case) -> bool:
    """All but what the 开明 style alone asks (T34)."""
    return case["kind"] != "kaiming_style"


def allowed(text: str) -> set[int]:
    """Where a line may begin inside a text."""
    return set(atom_ends(classes(text)))


def starts_of_lines(text: str, ems: float) -> set[int]:
    """Where the lines of a text that was really set begin, the first left out."""
    starts: set[int] = set()
    position = 0
    for line in set_lines(text, ems):
        position = line.end
        starts.add(position)
    return starts - {len(text)}


@pytest.mark.parametrize("case", parameters([case for case in LEVELS if level_binds(case)]))
def test_line_break_levels(case: Case) -> None:
    """T24: set in the measure of the case, without squeezing, the text breaks as it says."""
    for index in case.get("forbidden_break_before", ()):
        assert index not in allowed(case["text"])
    assert break_texts(case["text"], case["measure_em"], align="left") == case["expected_lines"]


@pytest.mark.parametrize("case", parameters(UNICODE))
def test_unicode_line_breaking(case: Case) -> None:
    """T24: no break where UAX #14 or GB forbids one; breaking everywhere else is not asked for."""
    forbidden = {*case["forbidden_break_before"], *case.get("gb_profile_also_forbids", ())}
    assert not allowed(case["text"]) & (forbidden - {*case.get("gb_profile_allows", ())})


@pytest.mark.parametrize("case", parameters([case for case in EDGES if edge_binds(case)]))
def test_line_edges(case: Case) -> None:
    """T21–T23, T26: which marks may begin and end a line; also in the lines of every narrow measure."""
    forbidden = {*case.get("forbidden_break_before", ())}
    places = allowed(case["text"])
    assert not places & forbidden
    if case["char_class"] != "solidus":  # basic lets one end a line, GB does not
        assert places >= {*case.get("allowed_break_before", ())}
    for ems in range(4, len(case["text"])):
        assert not starts_of_lines(case["text"], ems) & forbidden


def inside(text: str) -> float:
    """The width in em of a text that stands between Han."""
    return measured(f"国{text}国").sums[-1] / SIZE - 2


@pytest.mark.parametrize("case", parameters([case for case in WIDTHS if width_binds(case)]))
def test_widths_of_marks(case: Case) -> None:
    """T35–T38, T54: before any justification."""
    {
        "adjacent": check_inside,
        "stacked": check_inside,
        "nominal": check_inside,
        "measured": check_inside,
        "line_end": check_line,
        "line_start": check_line,
        "first_line_indent": check_indent,
    }[case["kind"]](case)


def check_inside(case: Case) -> None:
    """Marks inside a line: their widths, and that stacked ones never part (T31)."""
    assert inside(case["text"]) == pytest.approx(case["total_em"], abs=0.005)
    if case.get("unbreakable"):
        assert not allowed(f"国{case['text']}国") & {*range(2, len(case["text"]) + 1)}


def check_line(case: Case) -> None:
    """A mark at the edge of a line: the whole takes so much, and fits in just that."""
    (line,) = set_lines(case["text"], case["total_em"])
    assert line.width / SIZE == pytest.approx(case["total_em"], abs=0.005)
    full = measured(case["text"]).sums[-1] / SIZE
    assert full - line.width / SIZE == pytest.approx(1 - case["char_width_em"], abs=0.005)


def check_indent(case: Case) -> None:
    """A mark that opens a paragraph: its face, not its blank, stands at the indent."""
    line = set_lines(case["text"], 20, indent=case["indent_em"])[0]
    first = line.texts[0]
    han = first.x + sum(first.setting.advances[character] * first.size for character in case["char"])
    assert han / SIZE == pytest.approx(case["first_han_at_em"], abs=0.005)


@pytest.mark.parametrize("case", parameters(PARAGRAPHS))
def test_paragraph_lines(case: Case) -> None:
    """T26, T40: no break that is forbidden, and what must hold of the lines of any breaker."""
    measures = case["measure_em"]
    for ems in range(measures[0], measures[1] + 1) if isinstance(measures, list) else [measures]:
        check_paragraph(case, ems)


def check_paragraph(case: Case, ems: float) -> None:
    """One paragraph set in one measure."""
    text, indent = case["text"], case["first_line_indent_em"]
    assert not allowed(text) & {*case.get("forbidden_break_before", ())}
    align: Align = "justify" if case["justified"] else "left"
    lines = break_texts(text, ems, indent=indent, align=align)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert not any(re.match("[，。、；：！？”’）》·—](?!—)", line) or line[-1] in "“‘（《〔" for line in lines), lines
    for statement in case.get("must_hold", ()):
        assert holds(statement, case, ems, lines), (statement, lines)


def holds(statement: str, case: Case, ems: float, lines: list[str]) -> bool:
    """Whether a sentence about the lines is true; what speaks of one line of one breaker's must be true of the text."""
    text = case["text"]
    placed = list(zip(lines, set_lines(text, ems, indent=case["first_line_indent_em"]), strict=False))
    if match := re.search(r"(\d+) characters in (\d+) em(?: only by)?", statement):
        count, width = int(match[1]), int(match[2])
        if "stretched" in statement:
            return any(line.looseness > 0 and len(shown) < ems for shown, line in placed)
        return any(len(line) >= count for line in line_texts(text, width))
    if match := re.search(r"fits (\d+) em", statement):
        return len(line_texts(text, int(match[1]))) == 1
    if match := re.search(r"no (\S) at a line start", statement):
        return not any(line.startswith(match[1]) for line in lines)
    if match := re.search(r"(\S) is not left at the end of line", statement):
        return not any(line.endswith(match[1]) for line in lines)
    if "trimmed" in statement:
        return all(trimmed(mark, text) for mark in re.findall(r"[“‘（《”’）》，。]", statement))
    if "unbroken" in statement or "never split" in statement or "keeps its" in statement:
        whole = re.findall(r"\d[\d.]*%?|——", statement.replace("the dash", "——"))
        forbidden_starts = re.findall(r"(\S) never starts a line", statement)
        return all(any(each in line for line in lines) for each in whole if each in text) and not any(
            line.startswith(mark) for line in lines for mark in forbidden_starts
        )
    if "squeezed" in statement:
        marks = re.search(r"[，、。”）》]+", statement)
        return marks is not None and len(marks[0]) > min_width_of(marks[0])
    if "Han-Latin gap" in statement:
        return all(has_gaps_inside_only(line) for _, line in placed)
    return keeps_the_law(text, lines)  # what no pattern above reads says that the law holds in some line


def trimmed(mark: str, text: str) -> bool:
    """Whether a mark of a text gives up its blank half at the edge of a line."""
    opening = mark in "“‘（《"
    carrier = f"{mark}国国" if opening else f"国国{mark}"
    return mark in text and set_lines(carrier, 10)[0].width == pytest.approx(2.5 * SIZE)


def min_width_of(marks: str) -> float:
    """How narrow a run of marks can be squeezed inside a line, in em."""
    paragraph = measured(f"国{marks}国")
    return (paragraph.sums[-1] - spacing(paragraph).capacity(0, len(paragraph.text))) / SIZE - 2


def keeps_the_law(text: str, lines: list[str]) -> bool:
    """No mark where it may not stand, no number, word, dash or ellipsis in two, no last line of one character (T52)."""
    whole = re.findall(r"[0-9][0-9.,]*[0-9]%?|[A-Za-z]{2,}|—{2,}|…{2,}", text)
    parted = [each for each in whole if not any(each in line for line in lines)]
    edges = any(line[0] in "，。、；：！？”’）》】·" or line[-1] in "“‘（《【" for line in lines)
    return not parted and not edges and (len(lines) == 1 or len(lines[-1].strip("，。、；：！？”’）》")) >= 2)


def has_gaps_inside_only(line: Line) -> bool:
    """Whether every meeting of Han and Latin inside a line has a gap, and none stands before its first character."""
    between = gaps(line)
    meetings = [key for key in between if re.fullmatch(r"[一-鿿][0-9A-Za-z]|[0-9A-Za-z][一-鿿]", key)]
    return all(between[key] > 0.1 for key in meetings) and line.texts[0].x == pytest.approx(0.0)


@pytest.mark.parametrize("case", parameters(TITLES))
def test_titles(case: Case) -> None:
    """T9: where a title never turns over, and that it does so between words."""
    text = case["text"]
    breaks = {*title_breaks(text)}
    assert not breaks & {*case.get("forbidden_break_before", ())}
    assert not breaks & inside_words(text, case.get("inside_word", ()))
    if "words" in case:
        ends = {sum(map(len, case["words"][:count])) for count in range(1, len(case["words"]) + 1)}
        assert breaks <= ends
    if "bad_lines" in case:
        for ems in range(6, len(text) + 2):
            assert title_lines(text, ems) != case["bad_lines"]


@pytest.mark.parametrize("case", parameters([case for case in GEOMETRY if not is_not_printed(case)]))
def test_geometry(case: Case) -> None:
    """T1–T17: measured by pdfium from the finished PDF of the official style."""
    value = measure(case)
    if "maximum" in case.get("note", ""):
        assert value <= case["expected"]
    else:
        assert value == pytest.approx(case["expected"], abs=case.get("tolerance", TOLERANCES[case["unit"]]))


def test_lines_of_a_spread_register() -> None:
    """T51, T17: left-hand and right-hand pages have their lines at the same heights, back to back."""
    geometry = Geometry(official_pages())
    heights = {tuple(round(line[0].y, 2) for line in page.lines()) for page in (*geometry.left, *geometry.right)}
    assert len(heights) == 1
    assert geometry.register() < 0.05


def test_blank_pages_and_the_cover_carry_no_number() -> None:
    """T14."""
    pages = official_pages()
    assert pages[0].furniture == []
    assert all(page.furniture == [] for page in pages if not page.text)
    assert any(not page.text for page in pages)


def inside_words(text: str, given: list[int] | list[str] | str) -> set[int]:
    """The places inside words, which a table may give as places or as the words themselves."""
    places: set[int] = set()
    for each in [given] if isinstance(given, str) else given:
        if isinstance(each, int):
            places.add(each)
        else:
            starts = (match.start() for match in re.finditer(re.escape(each), text))
            places.update(start + offset for start in starts for offset in range(1, len(each)))
    return places


def test_cases_that_do_not_bind_are_the_smaller_part() -> None:
    """So that a mistake in what binds cannot let all of a table go unrun."""
    for cases, binds in ((EDGES, edge_binds), (WIDTHS, width_binds)):
        assert sum(map(binds, cases)) >= 0.8 * len(cases)
    assert not LEVELS or any(map(level_binds, LEVELS))
