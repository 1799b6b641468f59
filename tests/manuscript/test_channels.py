"""Build the report that an edited file was absorbed into: it says what the file said, whichever way the file came back.

Plain, as tracked changes, and saved by LibreOffice.
"""

import random
import re
from collections.abc import Callable, Iterator, Mapping
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from reportgen.manuscript import Manuscript
from reportgen.manuscript.absorb import Base, absorb
from reportgen.manuscript.absorbed import Absorbed
from reportgen.manuscript.printed_lines import plain_line
from reportgen.manuscript.typed_ordinals import read_ordinal
from reportgen.source import Source
from reportgen.workflows.absorb_base import build_base
from reportgen.workflows.build import Request, compile_report
from reportgen.workflows.check import CheckOptions
from reportgen.workflows.inputs import Inputs, read_build_inputs
from reportgen.workflows.report_files import read_report_source
from reportgen.workflows.word_files import read_word_file
from reportgen.workspace.files import find_workspace
from tests.docx.office import run_office
from tests.manuscript.word_editing import WordEditing

pytestmark = pytest.mark.slow

EDITS = Path(__file__).parent / "edits"
SOURCE = Source("2025.yaml", (EDITS / "2025.yaml").read_text("utf-8"))
STYLES = ("plenary", "official", "lectern")
_COPIES = (
    "card-", "plan-", "contents-", "table-", "caption", "minutes", "colophon", "body-title", "annex-", "cover-",
    "signature", "side-",
)  # fmt: skip
"""Roles of lines that print again what is elsewhere, or what no field holds."""

_RETURNS = {"09-comments", "11-where-nothing-goes-back", "03-metric-two-ways"}
"""Edits of which some are left to a person."""


class Case(NamedTuple):
    """A report in one style: what is compared with, what it is built from, and its Word file."""

    base: Base
    inputs: Inputs
    word: bytes


def built(inputs: Inputs, style: str, text: str) -> bytes | None:
    """The Word file of a report; None where it has an error."""
    report = read_report_source(Source("2025.yaml", text), 2025)
    request = Request(CheckOptions(style, draft=True), ("docx",))
    return compile_report(replace(inputs, report=report), request, lambda _stage: None).contents.get("docx")


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Case]:
    """The report in every style; held in a function, since Hypothesis prints what a test gets."""
    folder = tmp_path_factory.mktemp("baiyu")
    (folder / "data").mkdir()
    workspace = find_workspace(folder, exact=True)
    made: dict[str, Case] = {}

    def case(style: str) -> Case:
        if style not in made:
            request = Request(CheckOptions(style, draft=True), ("docx",))
            base, findings = build_base(workspace, 2025, request, SOURCE)
            assert base is not None, findings
            inputs = read_build_inputs(workspace, 2025, style, ())
            word = built(inputs, style, SOURCE.text)
            assert word is not None
            made[style] = Case(base, inputs, word)
        return made[style]

    return case


def said(manuscript: Manuscript, roles: Mapping[str, str]) -> str:
    """The texts of a file, without copies, numbers, marks of notes and what is typed before headings to count them.

    Where paragraphs end is left to the style sheet.
    """
    return re.sub(r"\[\d+\]|\d|\s", "", "".join(_lines(manuscript, roles)))


def _lines(manuscript: Manuscript, roles: Mapping[str, str]) -> Iterator[str]:
    for each in manuscript.paragraphs:
        role, text = roles.get(each.styles[0], ""), plain_line(each.text)
        if each.in_contents or each.cell is not None or role.startswith(_COPIES):
            continue
        ordinal = read_ordinal(text) if role.startswith("heading") else None
        yield text[ordinal.end :] if ordinal else text


def differs(case: Case, style: str, edited: Manuscript) -> str:
    """Where the report that a file was absorbed into reads otherwise than the file; nothing where a person is asked."""
    absorbed = absorb(case.base, SOURCE, edited)
    if any(hand.reason.value != "comment" for hand in absorbed.hands):
        return ""
    word = built(case.inputs, style, absorbed.text)
    if word is None:
        return ""  # the workflow leaves out what would be an error
    before, after = (said(each, case.base.roles) for each in (edited, read_word_file(word, "built")))
    bare = [re.sub("[。：]", "", text) for text in (before, after)]  # a style sheet puts them after titles and terms
    return "" if bare[0] == bare[1] else f"{_difference(*bare)}\n{_changes(absorbed)}"


def _difference(before: str, after: str) -> str:
    """The stretches in which two texts differ, with what is around them."""
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return "\n".join(
        f"{before[max(0, i - 9) : k + 9]} | {after[max(0, m - 9) : n + 9]}"
        for tag, i, k, m, n in blocks
        if tag != "equal"
    )


def _changes(absorbed: Absorbed) -> str:
    return "\n".join(f"{change.path}: {change.old} → {change.new}" for change in absorbed.changes)


FILES = sorted(path.relative_to(EDITS).as_posix() for path in EDITS.rglob("*.docx"))


@pytest.mark.parametrize("file", FILES)
def test_the_report_says_what_the_edited_file_said(file: str, cases: Callable[[str], Case]) -> None:
    case = cases("classic")
    edited = read_word_file((EDITS / file).read_bytes(), file)
    hands = [hand for hand in absorb(case.base, SOURCE, edited).hands if hand.reason.value != "comment"]
    assert bool(hands) == (Path(file).stem in _RETURNS - {"09-comments"}), hands
    assert differs(case, "classic", edited) == ""


def edited_at_random(word: bytes, numbers: list[tuple[int, int, int]], *, tracked: bool) -> bytes:
    """A Word file after edits: each a kind, a paragraph, and another number for where and how much."""
    editing = WordEditing(word, tracked=tracked)
    for kind, place, more in numbers:
        paragraphs = editing.paragraphs()
        paragraph = paragraphs[place % len(paragraphs)]
        length = len("".join(paragraph.itertext()))
        match kind % 6:
            case 0:
                editing.replace(paragraph, more % length, 1 + more % 5, "广泛凝聚共识")
            case 1:
                editing.replace(paragraph, more % length, 0, "扎实")
            case 2:
                editing.delete(paragraph)
            case 3:
                editing.add(paragraph, f"新添的一段话{'甲' * (more % 5)}。")
            case 4:
                editing.split(paragraph, 1 + more % max(1, length - 1))
            case _:
                editing.move(paragraph, paragraphs[more % len(paragraphs)])
    return editing.saved()


NUMBERS = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 99), st.integers(0, 99)), min_size=1, max_size=3)


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(STYLES), st.booleans(), NUMBERS)
@example(style="plenary", tracked=False, numbers=[(4, 54, 0)]).via(
    "a label of the side column split after its first letter"
)
def test_whatever_is_done_to_words_and_paragraphs(
    cases: Callable[[str], Case], style: str, tracked: bool, numbers: list[tuple[int, int, int]]
) -> None:
    case = cases(style)
    edited = read_word_file(edited_at_random(case.word, numbers, tracked=tracked), "edited")
    assert differs(case, style, edited) == ""


def test_whatever_libreoffice_saves_after_that(cases: Callable[[str], Case], tmp_path: Path) -> None:
    """Sixteen files in one run of the program."""
    drawn = random.Random(20)
    for number in range(16):
        numbers = [(drawn.randrange(6), drawn.randrange(99), drawn.randrange(99)) for _ in range(1 + number % 2)]
        style = STYLES[number % len(STYLES)]
        word = edited_at_random(cases(style).word, numbers, tracked=number % 2 == 0)
        (tmp_path / f"{number:02}-{style}.docx").write_bytes(word)
    files = sorted(tmp_path.glob("*.docx"))
    run_office(tmp_path, "--convert-to", "docx", "--outdir", str(tmp_path / "saved"), *map(str, files))
    for file in files:
        style = file.stem.partition("-")[2]
        saved = read_word_file((tmp_path / "saved" / file.name).read_bytes(), file.name)
        assert differs(cases(style), style, saved) == "", file.name
