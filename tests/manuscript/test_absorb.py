"""What people change in Word comes back into the report file, and nothing else of it moves."""

import difflib
import re
from collections.abc import Callable
from itertools import count
from pathlib import Path
from shutil import copy
from time import process_time
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from reportgen.diagnostics import FieldPath
from reportgen.manuscript import Look, Manuscript, Span
from reportgen.manuscript.absorb import Base, absorb
from reportgen.manuscript.absorbed import Absorbed
from reportgen.manuscript.printed_lines import plain_line, printed_lines
from reportgen.report import resolve
from reportgen.source import Source
from reportgen.workflows.absorb import AbsorbOptions, AbsorbResult, absorb_documents
from reportgen.workflows.absorb_base import build_base
from reportgen.workflows.build import Request
from reportgen.workflows.check import CheckOptions
from reportgen.workspace.files import Workspace, find_workspace
from tests.cli.test_cli import reportgen
from tests.docx.office import run_office
from tests.goldens import Goldens
from tests.support import CLASSIC, ROOT, examine

pytestmark = pytest.mark.slow

EDITS = Path(__file__).parent / "edits"
NAMES = sorted(path.stem for path in EDITS.glob("*.docx"))


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A workspace with the report that the edited files were made from, and the sheet, which was plenary then."""
    folder = tmp_path_factory.mktemp("baiyu")
    (folder / "data").mkdir()
    copy(EDITS / "2025.yaml", folder / "data")
    (folder / "styles").mkdir()
    copy(ROOT / "styles" / f"{CLASSIC}.yaml", folder / "styles" / "plenary.yaml")
    return find_workspace(folder, exact=True)


def outcome(result: AbsorbResult) -> str:
    """What an edited file changes: lines of the report file, the fields as listed, what is left to a person."""
    assert result.absorbed is not None, result.findings
    before, after = result.before.splitlines(), result.absorbed.text.splitlines()
    changed = [
        line for line in difflib.unified_diff(before, after, lineterm="", n=0) if line[:2] not in ("--", "++", "@@")
    ]
    recorded = [f"{_path(each.path)}: {_line(each.old)} → {_line(each.new)}" for each in result.absorbed.changes]
    hands = [f"{'.'.join(map(str, hand.where))}: {hand.reason.value}: {hand.text}" for hand in result.absorbed.hands]
    looks = [f"{'.'.join(map(str, each.where))}: {each.trait.value}: {each.text}" for each in result.absorbed.looks]
    return "".join(f"{line}\n" for line in (*changed, *recorded, *hands, *looks))


def _path(path: FieldPath) -> str:
    return ".".join(map(str, path))


def _line(text: str) -> str:
    return text.replace("\n", "⏎")


@pytest.mark.parametrize("name", NAMES)
def test_edits_of_an_office(name: str, workspace: Workspace, goldens: Goldens) -> None:
    result = absorb_documents(workspace, [EDITS / f"{name}.docx"], AbsorbOptions(EDITS / "2025.yaml"))
    goldens.check({EDITS / f"{name}.txt": outcome(result)})


@pytest.mark.parametrize("channel", ["tracked", "libreoffice"])
def test_the_same_edits_tracked_or_saved_by_another_program(channel: str, workspace: Workspace) -> None:
    """LibreOffice gives the paragraph after one that was deleted that one's style, and renumbers all others."""
    files = sorted((EDITS / channel).glob("*.docx"))
    assert files
    for file in files:
        result = absorb_documents(workspace, [file], AbsorbOptions(EDITS / "2025.yaml"))
        assert (file.stem, outcome(result)) == (file.stem, (EDITS / f"{file.stem}.txt").read_text("utf-8"))


@pytest.mark.parametrize("name", ["02-metric-in-text", "04-items-added"])
def test_tracked_changes_have_their_authors(name: str, workspace: Workspace) -> None:
    """Numbers of metrics, new entries and new paragraphs as well as words."""
    result = absorb_documents(workspace, [EDITS / "tracked" / f"{name}.docx"], AbsorbOptions(EDITS / "2025.yaml"))
    assert result.absorbed is not None
    assert [[each.name for each in change.authors] for change in result.absorbed.changes] == [["办公室"]] * 3


def test_what_libreoffice_saves_reads_the_same(workspace: Workspace, tmp_path: Path) -> None:
    """But for replies to comments, which it makes comments, and headers that are fields, which it works out anew."""
    files = [
        each for each in (*EDITS.glob("*.docx"), *EDITS.glob("tracked/*.docx")) if each.stem[:2] not in ("09", "11")
    ]
    for number, file in enumerate(files):
        copy(file, tmp_path / f"{number}-{file.name}")
    run_office(
        tmp_path, "--convert-to", "docx", "--outdir", str(tmp_path / "saved"), *map(str, tmp_path.glob("*.docx"))
    )
    saved = sorted((tmp_path / "saved").glob("*.docx"))
    assert len(saved) == len(files)
    for file in saved:
        result = absorb_documents(workspace, [file], AbsorbOptions(EDITS / "2025.yaml"))
        name = file.stem.partition("-")[2]
        assert (name, outcome(result)) == (name, (EDITS / f"{name}.txt").read_text("utf-8"))


@pytest.mark.parametrize("name", NAMES)
def test_the_report_is_still_sound(name: str, workspace: Workspace) -> None:
    result = absorb_documents(workspace, [EDITS / f"{name}.docx"], AbsorbOptions(EDITS / "2025.yaml"))
    assert result.absorbed is not None
    examined = examine(result.absorbed.text)
    assert examined.document is not None, examined.listing()


@pytest.fixture(scope="module")
def base(workspace: Workspace) -> Callable[[], Base]:
    """The report, composed and as its Word file; held in a function, since Hypothesis prints what a test gets."""
    source = Source("2025.yaml", (EDITS / "2025.yaml").read_text("utf-8"))
    made, findings = build_base(workspace, 2025, Request(CheckOptions("classic"), ("docx",)), source)
    assert made is not None, findings
    return lambda: made


_TEXTS = ("条目", "条目正文", "正文段落", "导语", "提要", "结语")
SPLICES = st.lists(
    st.tuples(
        st.integers(0, 99),
        st.integers(0, 60),
        st.integers(0, 5),
        st.text(st.sampled_from("政协委员，。A1【"), max_size=6),
    ),
    min_size=1,
    max_size=4,
)
"""Which text, where, how many characters are taken out, and what is put there."""


def _edited(manuscript: Manuscript, splices: list[tuple[int, int, int, str]]) -> Manuscript:
    """A manuscript with some words put into some texts, and some taken out."""
    paragraphs = list(manuscript.paragraphs)
    places = [
        number
        for number, each in enumerate(paragraphs)
        if not each.in_contents and each.cell is None and each.styles[0] in _TEXTS and "[1]" not in each.text
    ]
    for place, start, length, words in splices:
        number = places[place % len(places)]
        text = plain_line(paragraphs[number].text)
        new = text[:start] + words + text[start + length :]
        paragraphs[number] = replace(paragraphs[number], spans=(Span(new, Look()),))
    return replace(manuscript, paragraphs=tuple(paragraphs))


@settings(max_examples=40)
@given(SPLICES)
def test_the_report_reads_as_the_edited_file_does(
    base: Callable[[], Base], splices: list[tuple[int, int, int, str]]
) -> None:
    """But for the blank after a title that lost its stop."""
    edited = _edited(base().manuscript, splices)
    absorbed = absorb(base(), base().root.source, edited)
    if absorbed.hands or any(change.path[0] == "metrics" for change in absorbed.changes):
        return  # a reference was hit, or a number that others are worked out from
    examined = examine(absorbed.text)
    if examined.document is None:
        return  # what was typed is not a sound text, such as quotation marks around nothing
    printed = [line.text for line in printed_lines(examined.document, resolve(examined.report, None))]
    expected = [plain_line(each.text) for each in edited.paragraphs if not each.in_contents]
    difference = "\n".join(difflib.unified_diff(_texts(expected), _texts(printed), lineterm="", n=0))
    assert not difference, difference


SIGNED = (EDITS / "2025.yaml").read_text("utf-8") + "signature: 政协白榆市委员会\n"


def absorbed_with(workspace: Workspace, report: str, new: dict[str, str]) -> Absorbed:
    """What comes back where the paragraphs of some styles of the official file have new texts."""
    source = Source("2025.yaml", report)
    made, findings = build_base(workspace, 2025, Request(CheckOptions("official"), ("docx",)), source)
    assert made is not None, findings
    paragraphs = tuple(
        replace(each, spans=(Span(new[each.styles[0]], Look()),)) if each.styles[0] in new else each
        for each in made.manuscript.paragraphs
    )
    return absorb(made, source, replace(made.manuscript, paragraphs=paragraphs))


def test_a_signature_that_was_changed_comes_back(workspace: Workspace) -> None:
    absorbed = absorbed_with(workspace, SIGNED, {"署名": "政协白榆市委员会常务委员会"})
    assert absorbed.text == SIGNED.replace("政协白榆市委员会\n", "政协白榆市委员会常务委员会\n")
    assert not absorbed.hands


@pytest.mark.parametrize(("typed", "expected"), [("2026-01-22", "2026-02-03"), ("2026年1月22日", "2026年2月3日")])
def test_a_date_comes_back_in_the_form_it_is_typed_in(workspace: Workspace, typed: str, expected: str) -> None:
    """Changed under the signature, on the cover, or on both alike."""
    report = SIGNED.replace("date: 2026-01-22", f"date: {typed}")
    for styles in (("成文日期",), ("封面日期",), ("成文日期", "封面日期")):
        absorbed = absorbed_with(workspace, report, dict.fromkeys(styles, "2026年2月3日"))
        assert absorbed.text == report.replace(f"date: {typed}", f"date: {expected}")
        assert not absorbed.hands


@pytest.mark.parametrize("text", ["2026年2月", "2026年2月31日", "待定2026年2月3日"])
def test_what_is_no_date_is_left_to_a_person(workspace: Workspace, text: str) -> None:
    absorbed = absorbed_with(workspace, SIGNED, {"成文日期": text})
    assert absorbed.text == SIGNED
    assert [(hand.where, hand.text) for hand in absorbed.hands] == [(("date",), f"2026年1月22日→{text}")]


def _texts(lines: list[str]) -> list[str]:
    return [bare for line in lines if len(bare := line.replace("\u3000", "")) > 8]


def test_two_thousand_tracked_changes_by_forty_authors_take_seconds(tmp_path: Path) -> None:
    """Two seconds, with the report built once more; the limit is against hanging. Each change has its author."""
    items = "".join(
        f"    - title: 事项{number}。\n      text: {'为民办实事，' * 5}完毕{number}。\n" for number in range(400)
    )
    (tmp_path / "data").mkdir()
    report = f"schema: 1\nyear: 2025\ntitle: 报告\nreviews:\n  title: 回顾\n  items:\n{items}"
    (tmp_path / "data" / "2025.yaml").write_text(report, "utf-8")
    assert reportgen("build", "2025", "--format", "docx", folder=tmp_path).returncode == 0
    numbers = count()

    def tracked(_: re.Match[str]) -> str:
        number = next(numbers)
        author = f'w:id="{number + 5000}" w:author="{number % 40}号" w:date="2026-01-08T21:30:00Z"'
        inserted = f"<w:ins {author}><w:r><w:t>群众</w:t></w:r></w:ins>"
        return f'为</w:t></w:r>{inserted}<w:r><w:t xml:space="preserve">办实事'

    edited = tmp_path / "改.docx"
    with ZipFile(tmp_path / "build" / "2025" / "report.docx") as source, ZipFile(edited, "w") as target:
        for name in source.namelist():
            text = source.read(name)
            if name == "word/document.xml":
                text = re.sub("为民办实事", tracked, text.decode()).encode()
            target.writestr(name, text)
    assert next(numbers) == 2000
    start = process_time()
    absorbed = absorb_documents(find_workspace(tmp_path, exact=True), [edited], AbsorbOptions()).absorbed
    assert process_time() - start < 60
    assert absorbed is not None
    assert (len(absorbed.changes), absorbed.hands) == (400, ())
    assert absorbed.text == report.replace("为民办实事", "为群众办实事")
    assert {author.name for change in absorbed.changes for author in change.authors} == {f"{n}号" for n in range(40)}
