"""Whatever is done to the paragraphs of a Word file: nothing of it is lost without a word."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from reportgen.manuscript import Look, Manuscript, Paragraph, Span
from reportgen.manuscript.absorb import Base, absorb
from reportgen.manuscript.absorbed import Absorbed
from reportgen.manuscript.printed_lines import plain_line, printed_lines
from reportgen.report import resolve
from reportgen.source import Source
from reportgen.workflows.absorb_base import build_base
from reportgen.workflows.build import Request
from reportgen.workflows.check import CheckOptions, check_inputs
from reportgen.workflows.inputs import Inputs, read_build_inputs
from reportgen.workflows.report_files import read_report_source
from reportgen.workspace.files import Workspace, find_workspace

pytestmark = pytest.mark.slow

STYLES = ("plenary", "official", "lectern", "handout")
SOURCE = Source("2025.yaml", (Path(__file__).parent / "edits" / "2025.yaml").read_text("utf-8"))
OPTIONS = {style: CheckOptions(style, draft=True) for style in STYLES}
_COPIES = ("card-", "plan-", "contents-", "table-", "caption", "minutes", "colophon", "side-")
"""Roles of lines that print again what is elsewhere."""


class Case(NamedTuple):
    """A report in one style, and what it was read from."""

    base: Base
    inputs: Inputs


class Cases:
    """Built once each; Hypothesis prints what a test gets, which is little here."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._made: dict[str, Case] = {}

    def __getitem__(self, style: str) -> Case:
        if style not in self._made:
            base, findings = build_base(self._workspace, 2025, Request(OPTIONS[style], ("docx",)), SOURCE)
            assert base is not None, findings
            self._made[style] = Case(base, read_build_inputs(self._workspace, 2025, style, ()))
        return self._made[style]


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> Cases:
    """The report in every style."""
    folder = tmp_path_factory.mktemp("baiyu")
    (folder / "data").mkdir()
    return Cases(find_workspace(folder, exact=True))


EDITS = st.lists(
    st.tuples(
        st.sampled_from(["delete", "delete three", "insert", "move", "split", "join", "restyle"]),
        st.integers(0, 200),
        st.integers(0, 200),
    ),
    min_size=1,
    max_size=3,
)
"""What is done, to which paragraph, with which other one."""


@pytest.mark.parametrize("style", STYLES)
def test_an_untouched_file_changes_nothing(style: str, cases: Cases) -> None:
    base = cases[style].base
    assert absorb(base, SOURCE, base.manuscript) == Absorbed(SOURCE.text)


@settings(max_examples=60)
@given(st.sampled_from(STYLES), EDITS)
@example("plenary", [("insert", 7, 0), ("delete three", 8, 0), ("split", 87, 0)])  # text between a title and its claim
@example("official", [("split", 71, 9)])  # a paragraph cut within emphasis
@example("plenary", [("move", 116, 109), ("move", 116, 109)])  # the first item of a list, out of its section
def test_the_report_says_what_the_file_says_or_it_is_reported(
    cases: Cases, style: str, edits: list[tuple[str, int, int]]
) -> None:
    """Cuts between paragraphs may differ where a heading became text; what is typed may be in a field not printed."""
    case = cases[style]
    edited = _edited(case.base, edits)
    absorbed = absorb(case.base, SOURCE, edited)
    if absorbed.hands:
        return
    inputs = replace(case.inputs, report=read_report_source(Source("2025.yaml", absorbed.text), 2025))
    checked = check_inputs(inputs, OPTIONS[style])
    reading = inputs.report.reading
    if checked.document is None:
        return  # typed text with a colon, say; the workflow leaves out what would be an error
    assert reading is not None
    assert reading.report is not None
    lines = printed_lines(checked.document, resolve(reading.report, None))
    printed = [line.text for line in lines if not line.role.startswith(_COPIES)]
    expected = [plain_line(each.text) for each in edited.paragraphs if _is_text(each, case.base.roles)]
    assert _letters(printed) == _letters(expected) or style != "plenary"
    said = _letters([*printed, absorbed.text])
    assert [each for each in _sentences(expected) if each not in said] == []


def _letters(lines: list[str]) -> str:
    return "".join("".join(lines).split())


def _sentences(lines: list[str]) -> Iterator[str]:
    """The texts between stops, as far as they hold no numbers, which references print."""
    for sentence in (sentence for line in lines for sentence in "".join(line.split()).replace("：", "。").split("。")):
        if not any(character.isdigit() for character in sentence):
            yield sentence


def _is_text(paragraph: Paragraph, roles: Mapping[str, str]) -> bool:
    """Whether a paragraph is neither furniture nor a copy; its first style's name was kept in ``alignment``."""
    role = paragraph.alignment or roles.get(paragraph.styles[0], "")
    in_text = paragraph.cell is None or role.startswith("task-")
    return not paragraph.in_contents and in_text and not role.startswith(_COPIES)


def _edited(base: Base, edits: list[tuple[str, int, int]]) -> Manuscript:
    """A manuscript with some of its paragraphs edited; each keeps its own role in ``alignment``."""
    paragraphs = [replace(each, alignment=base.roles.get(each.styles[0], "?")) for each in base.manuscript.paragraphs]
    for kind, one, other in edits:
        places = [number for number, each in enumerate(paragraphs) if _is_text(each, base.roles) and each.text.strip()]
        place, second = places[one % len(places)], places[other % len(places)]
        paragraph, text = paragraphs[place], plain_line(paragraphs[place].text)
        match kind:
            case "delete":
                del paragraphs[place]
            case "delete three":
                del paragraphs[place : place + 3]
            case "insert":
                paragraphs.insert(place + 1, _saying(paragraph, f"新添的一段话甲{'乙' * (other % 7)}。"))
            case "move":
                paragraphs.insert(second, paragraphs.pop(place))
            case "split":
                cut = 1 + other % max(1, len(text) - 1)
                paragraphs[place : place + 1] = [_saying(paragraph, text[:cut]), _saying(paragraph, text[cut:])]
            case "join" if place + 1 in places:
                joined = _saying(paragraph, text + plain_line(paragraphs[place + 1].text))
                paragraphs[place : place + 2] = [joined]
            case _:
                like = paragraphs[second]
                new = replace(paragraph, styles=like.styles, outline=like.outline, list_level=like.list_level)
                paragraphs[place] = new
    return replace(base.manuscript, paragraphs=tuple(paragraphs))


def _saying(paragraph: Paragraph, text: str) -> Paragraph:
    return replace(paragraph, spans=(Span(text, Look()),))
