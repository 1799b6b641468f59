"""The sentences of ``must_hold``, read by their meaning: each clause by every check whose wording fits.

A sentence may speak of one line of one breaker's choice; what it says must then be true of some line of ours.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from reportgen.layout.line_breaking import allowed_ends
from reportgen.layout.lines import Line
from reportgen.layout.spacing import spacing
from reportgen.style import Align
from reportgen.text.breaks import atom_ends
from reportgen.text.classes import CLOSING, OPENING, STOPS, classes
from tests.layout.setting import SIZE, break_set, line_text, measured, placed

NEAR = 0.005
"""em; what rounding may do."""

_NOUNS = {
    r"\bdash(?:es)?\b": r"—{2,}|⸺",
    r"\bellips[ie]s\b": r"…{2,}|⋯{2,}",
    r"\b(?:numbers?|numerals?|figures?)\b": r"\d[\d.,]*%?",
    r"\b(?:words?|Latin(?! gap))\b": r"[A-Za-z]{2,}",
    r"\b(?:connector|tilde)s?\b": r"(?<!—)—(?!—)|～",
    r"\bopening (?:mark|bracket|quote|punctuation)": f"[{re.escape(OPENING)}]",
    r"\bclosing (?:mark|bracket|quote|punctuation)": f"[{re.escape(CLOSING)}]",
    r"\b(?:stop|comma|period|full stop|colon|semicolon)s?\b": f"[{re.escape(STOPS)}]",
    r"\binterpuncts?\b|\bmiddle dots?\b": "·",
}
"""What a clause may call things by, and how these look in a text."""

_COUNTS = {"one": 1, "a single": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}


class SetParagraph(NamedTuple):
    """A paragraph as our breaker set it: its text, its measure and indent in em, its lines."""

    text: str
    ems: float
    indent: float
    justified: bool
    lines: list[Line]

    def texts(self) -> list[str]:
        """The lines as text."""
        return [line_text(line) for line in self.lines]

    def starts(self) -> set[int]:
        """Where lines begin, the first left out."""
        return {line.end for line in self.lines} - {len(self.text)}

    def left(self, index: int) -> float:
        """Where a line may begin, in em."""
        return self.indent if index == 0 else 0.0


Check = Callable[[SetParagraph, str], bool | None]
"""Whether a clause is true of a paragraph; ``None`` where the check finds that it is not its to judge."""


class UnreadError(Exception):
    """No check understands a sentence."""


def set_paragraph(text: str, ems: float, indent: float, *, justified: bool) -> SetParagraph:
    """A text set in a measure."""
    align: Align = "justify" if justified else "left"
    return SetParagraph(text, ems, indent, justified, break_set(text, ems, indent=indent, align=align))


def holds(statement: str, paragraph: SetParagraph) -> bool:
    """Whether a sentence is true of a paragraph.

    Raises:
        UnreadError: no check understands a part of it.

    """
    for clauses in (_fine(statement), _coarse(statement), [statement]):
        verdicts = [_verdicts(clause, paragraph) for clause in clauses]
        if all(verdicts):
            return all(verdict for each in verdicts for verdict in each)
    message = f"no check reads this sentence; add one to {__name__}: {statement}"
    raise UnreadError(message)


def _verdicts(clause: str, paragraph: SetParagraph) -> list[bool]:
    said = (check(paragraph, clause) for pattern, check in CHECKS if re.search(pattern, clause, re.IGNORECASE))
    return [verdict for verdict in said if verdict is not None]


def _coarse(statement: str) -> list[str]:
    """The clauses of a sentence; one without marks of its own speaks of those of the clause before."""
    return _with_subjects(re.split(r"\s*(?:;|\band\b|\bbut\b|\bbecause\b|\bsince\b)\s*", statement))


def _fine(statement: str) -> list[str]:
    return _with_subjects(re.split(r"\s*(?:;|,(?= *[A-Za-z])|\band\b|\bbut\b|\bbecause\b|\bsince\b)\s*", statement))


def _with_subjects(clauses: list[str]) -> list[str]:
    found: list[str] = []
    subject = ""
    for clause in filter(None, clauses):
        own = " ".join(re.findall(r"[^\x00-\x7f]+", clause))
        noun = next((match[0] for pattern in _NOUNS if (match := re.search(pattern, clause, re.IGNORECASE))), "")
        found.append(clause if own or noun else f"{clause} {subject}".strip())
        subject = own or noun or subject
    return found


def marks(clause: str) -> list[str]:
    """The single marks a clause speaks of, whichever of them the text has."""
    return re.findall(r"[^\x00-\x7f]", re.sub(r"[㐀-鿿]", "", clause))


def named(clause: str, text: str) -> set[tuple[int, int]]:
    """The stretches of a text that a clause names: as they are written, or by what they are called."""
    found = {
        match.span()
        for noun, form in _NOUNS.items()
        if re.search(noun, clause, re.IGNORECASE)
        for match in re.finditer(form, text)
    }
    for token in _quoted(clause, text):
        found |= {match.span() for match in re.finditer(re.escape(token), text)}
    return found


def _quoted(clause: str, text: str) -> Iterator[str]:
    """The longest parts of a clause that stand in the text and are not English by chance."""
    start = 0
    while start < len(clause):
        end = next((end for end in range(len(clause), start, -1) if clause[start:end] in text), start + 1)
        token = clause[start:end].strip(" ,.")
        apart = not re.match("[A-Za-z]", clause[start - 1 : start]) and not re.match("[A-Za-z]", clause[end : end + 1])
        if token in text and (re.search(r"[^\x00-\x7f]|\d{2}", token) or (len(token) > 1 and apart)):
            yield token
        start = end


def nominal(text: str) -> float:
    """The width of a text with nothing trimmed or squeezed, in em."""
    whole = measured(text)
    return sum(whole.advance(index) for index in range(len(text))) / SIZE


def narrowest(text: str) -> float:
    """The least width a line of this text can take, in em."""
    whole = measured(text)
    last, width = whole.natural_end(len(text))
    return (width - whole.start_trim(0) - spacing(whole).capacity(0, last)) / SIZE


def narrowest_inside(text: str) -> float:
    """The least width of a text between two Han, in em."""
    whole = measured(f"国{text}国")
    return (whole.sums[-1] - spacing(whole).capacity(0, len(whole.text))) / SIZE - 2


def right_edge(line: Line) -> float:
    """Where the face of the last character ends, in em: a mark's blank half is not counted."""
    last = next(each for each in reversed(placed(line)) if not each.character.isspace())
    return last.x + last.width - (0.5 if last.character in CLOSING + STOPS else 0.0)


def count_in(clause: str) -> int | None:
    """The first number of a clause, in figures or words."""
    match = re.search(r"\d+|\b(?:" + "|".join(_COUNTS) + r")\b", clause, re.IGNORECASE)
    return None if match is None else _COUNTS.get(match[0].lower()) or int(match[0])


def fits(paragraph: SetParagraph, clause: str) -> bool | None:
    """So many characters in so many em: some line does it, or a line of that stretch could."""
    match = re.search(r"(\d+) characters? (?:in|at|on|within) (\d+(?:\.\d+)?) em", clause)
    if match is None or re.search(r"stretched|spread|loose", clause):
        return None
    count, width, text = int(match[1]), float(match[2]), paragraph.text
    if re.search(r"\bone line|\bsingle line", clause):
        return len(text) == count and len(break_set(text, width)) == 1
    lines = [line_text(line) for line in break_set(text, width, indent=paragraph.indent)]
    begins = [0] if re.search(r"(?:first line|line 1)\b", clause) else range(len(text) - count + 1)
    able = any(narrowest(text[begin : begin + count]) <= width + NEAR for begin in begins)
    forced = "only" not in clause or any(nominal(text[begin : begin + count]) > width for begin in begins)
    return (any(len(line) >= count for line in lines) or able) and forced


def fits_measure(paragraph: SetParagraph, clause: str) -> bool | None:
    """All of it fits on one line of so many em, or does not."""
    match = re.search(r"(\d+(?:\.\d+)?) em", clause)
    if match is None:
        return None
    width, text = float(match[1]), paragraph.text
    if re.search(r"\b(?:not|cannot|never)\b", clause):
        return len(break_set(text, width, indent=paragraph.indent)) > 1
    if re.search(r"without|unsqueezed|naturally", clause):
        natural = measured(text).natural_end(len(text))[1] - measured(text).start_trim(0)
        return natural / SIZE <= width + NEAR
    return len(break_set(text, width, indent=paragraph.indent)) == 1 and (
        "only" not in clause or nominal(text) > width - paragraph.indent
    )


def line_count(paragraph: SetParagraph, clause: str) -> bool | None:
    """So many lines."""
    match = re.search(r"\b(\d+|one|a single|two|three|four|five|six) lines?\b", clause, re.IGNORECASE)
    return None if match is None else len(paragraph.lines) == count_in(match[0])


def full_lines(paragraph: SetParagraph, clause: str) -> bool | None:
    """Full lines hold so many characters each."""
    match = re.search(r"(?:holds?|have|has|contains?)(?: exactly)? (\d+)(?! characters? in)", clause)
    if match is None or "only" in clause:
        return None
    inner = paragraph.texts()[1 if paragraph.indent else 0 : -1]
    return all(len(line) == int(match[1]) for line in inner)


def stretched(paragraph: SetParagraph, clause: str) -> bool | None:
    """Some line is spread to the edge; or the last is not."""
    if re.search(r"last line", clause) and re.search(r"\b(?:not|never|no)\b|natural", clause):
        return paragraph.lines[-1].looseness == 0.0
    if re.search(r"\b(?:not|never|no)\b", clause):
        return None
    return any(line.looseness > 0 for line in paragraph.lines)


def squeezed(paragraph: SetParagraph, clause: str) -> bool | None:
    """The marks named give up blank, inside a line or at its edges."""
    runs = [paragraph.text[start:end] for start, end in named(clause, paragraph.text)]
    found = [run for run in runs if set(run) & {*OPENING, *CLOSING, *STOPS}]
    if not found or re.search(r"\b(?:not|never|no|without)\b", clause):
        return None
    return all(min(narrowest(run), narrowest_inside(run)) < nominal(run) - NEAR for run in found)


def trimmed(paragraph: SetParagraph, clause: str) -> bool | None:
    """Every mark named takes half an em where it is at the edge of a line."""
    found = [mark for mark in marks(clause) if mark in OPENING + CLOSING + STOPS]
    if not found or re.search(r"\b(?:not|never|no|without)\b", clause):
        return None
    return all(mark in paragraph.text and _gives_half(paragraph, mark) for mark in found)


def _gives_half(paragraph: SetParagraph, mark: str) -> bool:
    """In our own lines where one has it at its edge, and in a line that is made to have it there."""
    for index, (line, text) in enumerate(zip(paragraph.lines, paragraph.texts(), strict=True)):
        if mark in OPENING and text.startswith(mark) and abs(placed(line)[0].x + 0.5 - paragraph.left(index)) > NEAR:
            return False
        if mark not in OPENING and text.endswith(mark) and right_edge(line) > paragraph.ems + NEAR:
            return False
    made = break_set(f"{mark}国国" if mark in OPENING else f"国国{mark}", 2.5)
    return len(made) == 1 and abs(made[0].width / SIZE - 2.5) <= NEAR


def edges(paragraph: SetParagraph, clause: str) -> bool | None:
    """What is named begins no line, or ends none; or else does so as the text now breaks or could."""
    at_start = re.search(r"\b(?:start|begin|head|opens?\b)", clause) is not None
    at_end = re.search(r"\b(?:end|closes?\b)", clause) is not None
    places = named(clause, paragraph.text) | {
        match.span() for mark in marks(clause) for match in re.finditer(re.escape(mark), paragraph.text)
    }
    if not (at_start or at_end):
        return None
    wanted = [start for start, _ in places if at_start] + [end for _, end in places if at_end]
    if re.search(r"\b(?:no|not|never|cannot|none|nothing)\b", clause):
        return not paragraph.starts() & {*wanted} if places or marks(clause) else None
    if not places:
        return None
    possible = {0, *atom_ends(classes(paragraph.text))}
    return any(place in possible for place in wanted)


def whole(paragraph: SetParagraph, clause: str) -> bool | None:
    """What is named has no line end inside."""
    places = named(clause, paragraph.text)
    if re.search(r"\bdigits?\b", clause):
        spans = [match.span() for match in re.finditer(r"\d[\d.,]*", paragraph.text)]
        places = {span for span in spans if any(a <= span[0] and span[1] <= b for a, b in places)} or {*spans}
    if not places:
        return None
    room = paragraph.ems * SIZE
    broken = {*allowed_ends(measured(paragraph.text), 0, len(paragraph.text), room)} | paragraph.starts()
    inside = {index for start, end in places for index in range(start + 1, end)}
    return not inside & broken


def inside_measure(paragraph: SetParagraph, clause: str) -> bool | None:
    """Nothing hangs out of the measure on either side."""
    return all(
        right_edge(line) <= paragraph.ems + NEAR and placed(line)[0].x >= paragraph.left(index) - 0.5 - NEAR
        for index, line in enumerate(paragraph.lines)
        if line.texts
    )


def own_width(paragraph: SetParagraph, clause: str) -> bool | None:
    """What is named keeps so many em, in every line it is in."""
    match = re.search(r"(\d(?:\.\d+)?|half an?|an?|one|two) em", clause)
    places = named(clause, paragraph.text)
    if match is None or not places:
        return None
    size = {"half a": 0.5, "half an": 0.5, "an": 1.0, "a": 1.0, "one": 1.0, "two": 2.0}.get(match[1])
    wanted = float(match[1]) if size is None else size
    runs = {paragraph.text[start:end] for start, end in places}
    if wanted == 0.5:
        return trimmed(paragraph, clause)
    widths = [width for line in paragraph.lines for run in runs for width in _widths_of(run, line)]
    return bool(widths) and all(abs(width - wanted) <= NEAR for width in widths)


def _widths_of(run: str, line: Line) -> Iterator[float]:
    """How wide a stretch of text is wherever in a line, in em."""
    characters = placed(line)
    for found in re.finditer(re.escape(run), "".join(each.character for each in characters)):
        first, last = characters[found.start()], characters[found.end() - 1]
        yield last.x + last.width - first.x


def gaps_inside(paragraph: SetParagraph, clause: str) -> bool | None:
    """Han and Latin stand apart where they meet inside a line; nothing else does before justification (T43, T44)."""
    whole_text = measured(paragraph.text)
    meeting = re.compile(r"[㐀-鿿][0-9A-Za-z]|[0-9A-Za-z][㐀-鿿]")
    apart = {index for index, kern in whole_text.kerns.items() if kern > 0.2 * SIZE}
    meets = {match.start() for match in re.finditer(f"(?=({meeting.pattern}))", paragraph.text)}
    inside = (pair for line in paragraph.lines for pair in zip(placed(line), placed(line)[1:], strict=False))
    wide = all(
        after.x - before.x - before.width >= 0.125 - NEAR
        for before, after in inside
        if meeting.fullmatch(before.character + after.character)
    )
    return apart == meets and wide


def no_gap_at_edges(paragraph: SetParagraph, clause: str) -> bool | None:
    """No line begins or ends with a gap or a space (T32, T44)."""
    for index, line in enumerate(paragraph.lines):
        first = placed(line)[0]
        begins = paragraph.left(index) - (0.5 if first.character in OPENING else 0.0)
        if first.character.isspace() or abs(first.x - begins) > NEAR:
            return False
    return not paragraph.justified or flush(paragraph, clause) is True


def flush(paragraph: SetParagraph, clause: str) -> bool | None:
    """Every line but the last ends at the edge (T40)."""
    return all(abs(right_edge(line) - paragraph.ems) <= NEAR for line in paragraph.lines[:-1])


def no_runt(paragraph: SetParagraph, clause: str) -> bool | None:
    """The last line has two characters at least besides its marks (T52)."""
    last = [each for each in paragraph.texts()[-1] if each.isalnum()]
    return len(paragraph.lines) == 1 or len(last) >= 2


def may_break(paragraph: SetParagraph, clause: str) -> bool | None:
    """A break between two things that follow one another in the text is open, or is not."""
    places = named(clause, paragraph.text)
    meets = {end for _, end in places} & {start for start, _ in places}
    if not meets:
        return None
    possible = meets & {*atom_ends(classes(paragraph.text))}
    return not possible if re.search(r"\b(?:no|not|never|cannot)\b", clause) else possible == meets


_LINE = r"\b(?:lines?(?: \d+)?|it|them|paragraph)\b"
CHECKS: list[tuple[str, Check]] = [
    (r"\d+ characters? (?:in|at|on|within) \d", fits),
    (r"\bfits?\b", fits_measure),
    (r"\b(?:\d+|one|a single|two|three|four|five|six) lines?\b", line_count),
    (r"\b(?:full|every|each|all|inner) lines?\b.*\b(?:holds?|have|has|contains?)\b", full_lines),
    (r"stretch|spread|loosen|expand", stretched),
    (r"squeez|compress|tighten|narrowed|shrunk|shrink", squeezed),
    (r"trimmed|half (?:an )?em|half[- ]width|half its|0\.5 em|gives? up", trimmed),
    (rf"(?:start|begin|head|open|end|left at|close).*{_LINE}|{_LINE}[- ](?:start|begin|end|head)", edges),
    (r"(?:start|begin|end)s? with", edges),
    (r"broken|split|parted|divided|separated|together|\bwhole\b|one piece|on one line|intact", whole),
    (r"\bhang|overhang|stick|outside|beyond|overflow|protrud", inside_measure),
    (r"\b(?:full|takes?|keeps?|measures?)\b.* em\b|\bem wide", own_width),
    (r"han.latin|(?:quarter|1/4|0\.25)[- ]?(?:em)?.*(?:gap|space)|gap.*(?:han|latin|digit)|autospac", gaps_inside),
    (r"(?:none|no gap|no space|spaces?|gaps?|vanish|dropped).*(?:line (?:start|end|edge)|edges?)", no_gap_at_edges),
    (r"flush|at the (?:right )?edge|exactly at|to the edge|\bjustified\b", flush),
    (r"last line.*(?:at least|two|more than one|alone|orphan|runt|widow|single)|\borphan|\brunt|\bwidow", no_runt),
    (r"\bbreaks?\b.*\bbetween\b|\bbetween\b.*\bbreaks?\b", may_break),
]  # fmt: skip
"""Which wording a check reads."""


def keeps_the_law(paragraph: SetParagraph) -> bool:
    """No mark where it may not stand, no number, word, dash or ellipsis in two, no last line of one character."""
    lines = [line.strip() for line in paragraph.texts()]
    whole = re.findall(r"[0-9][0-9.,]*[0-9]%?|[A-Za-z]{2,}|—{2,}|…{2,}", paragraph.text)
    parted = [each for each in whole if not any(each in line for line in lines)]
    edges = any(line[0] in CLOSING + STOPS + "·" or line[-1] in OPENING for line in lines)
    return not parted and not edges and (len(lines) == 1 or len(lines[-1].strip(CLOSING + STOPS)) >= 2)
