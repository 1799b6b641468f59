"""Next year's file, begun from last year's: in form, readable as a draft, and never taken for finished."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from msgspec.structs import replace

from reportgen.diagnostics import Diagnostic, Place, Severity
from reportgen.formatting.next_year import TO_BE_FILLED_IN, next_year_text
from reportgen.report import Item, Part, Report, Section
from reportgen.source import Source
from reportgen.workflows import new
from reportgen.workflows.build import Request, build
from reportgen.workflows.check import CheckOptions
from reportgen.workflows.fmt import format_source
from reportgen.workflows.new import CarriedOver, begin_year, begun_text
from reportgen.workspace.files import find_workspace
from reportgen.workspace.refusals import CommandError
from tests.compare.reports import YEARS, reports, year
from tests.goldens import Goldens
from tests.support import MINIMAL, ROOT, examine
from tests.workflows.test_build import workspace_of

GAPS = {"placeholder-left", "number-pending"}


def _begun(report: Report) -> str:
    formatted = format_source(Source("2026.yaml", next_year_text(report)), report.year + 1)
    assert formatted.source is not None, formatted.found
    assert formatted.source.text == begun_text(report, "2026.yaml")
    return formatted.source.text


def test_the_file_after_the_invented_city(goldens: Goldens) -> None:
    goldens.check({YEARS / "2026-begun.yaml": _begun(year(2025))})


def _assert_begun(report: Report) -> None:
    """Only gaps are wrong with it; as a draft it can be composed, and with every gap filled in it is sound."""
    text = _begun(report)
    examined = examine(text, year=report.year + 1)
    errors = {each.code for each in examined.found if each.severity is Severity.ERROR}
    assert errors <= GAPS
    assert errors, "it could pass for finished"
    draft = examine(text, year=report.year + 1, draft=True)
    assert draft.document is not None, draft.listing()
    filled = re.sub("（待填）|（待核对）", "写好了", text).replace("value: 待填", "value: 7")
    done = examine(filled, year=report.year + 1)
    assert done.document is not None, done.listing()


@pytest.mark.slow
@given(reports())
def test_any_report_has_a_next_year(report: Report) -> None:
    tasks = Part(title="【下年】年主要任务", sections=report.reviews.sections if report.reviews else ())
    _assert_begun(replace(report, tasks=tasks))


@pytest.mark.slow
def test_real_reports_have_a_next_year() -> None:
    for number in (2022, 2023, 2024, 2025):
        _assert_begun(year(number))
    _assert_begun(examine((ROOT / "data" / "2025.yaml").read_bytes()).report)


@pytest.mark.slow
@pytest.mark.parametrize(
    "words",
    [
        "带: 冒号",
        "- 横线",
        "# 井号",
        '"引号"',
        "'单引号'",
        "[括号]",
        "甲，乙",
        "123",
        "no",
        "反\\斜",
        "**着重**",
        "“全引”",
    ],
)
def test_words_of_any_kind_come_through(words: str) -> None:
    section = Section(id="甲", title=words, lead=words, items=(Item(title=words), Item(id="乙", text=words)))
    report = replace(
        year(2025),
        title=words,
        opening=f"{words}\n\n{words}",
        tasks=Part(title=words, intro=words, items=(Item(title=words),), sections=(section,)),
        insights=Part(title=words, items=(Item(title=words),)),
    )
    text = _begun(report)
    begun = examine(text, year=2026, draft=True).report
    assert begun.reviews is not None
    assert begun.reviews.sections[0].title == f"（待填）{words}"
    assert begun.reviews.sections[0].follows == ("甲",)
    assert begun.reviews.sections[0].items[1].follows == ("乙",)
    assert begun.tasks is not None
    assert begun.tasks.title == words


def test_numbers_become_history() -> None:
    begun = examine(_begun(year(2025)), year=2026, draft=True).report
    histories = {name: metric.history for name, metric in begun.metrics.items()}
    amounts = {name: {then: str(each.amount) for then, each in known.items()} for name, known in histories.items()}
    assert amounts == {
        "提案": {"2025": "437"},
        "信息": {"2025": "1402"},
        "服务群众": {"2025": "48000"},
        "办复率": {"2025": "98.6"},
        "停车位": {"2025": "1860"},
    }  # fmt: skip
    assert all(metric.value.pending for metric in begun.metrics.values())


def test_a_draft_prints_what_is_to_come_and_calculates_nothing_from_it() -> None:
    examined = examine(
        "schema: 1\nyear: 2025\ntitle: 工作报告\n"
        "metrics:\n  甲: {label: 甲, value: 待填, unit: 件, qualifier: 余, history: {2023: 1, 2024: 2}}\n"
        "reviews:\n  title: 回顾\n  intro: 共【甲】，【甲：变化】，【甲：数值】。\n",
        draft=True,
    )
    from reportgen.document import document_text

    text = document_text(examined.composed)
    assert "共（待填）件，（待填），（待填）。" in text
    assert not any(type(block).__name__ == "Chart" for block in examined.composed.blocks)


def test_a_file_that_is_there_is_left_alone(tmp_path: Path) -> None:
    folder = workspace_of(tmp_path)
    workspace = find_workspace(folder, exact=True)
    begun = begin_year(workspace, 2026)
    assert begun.file == "data/2026.yaml"
    before = (folder / "data" / "2026.yaml").read_bytes()
    with pytest.raises(CommandError, match="file-there"):
        begin_year(workspace, 2026)
    assert (folder / "data" / "2026.yaml").read_bytes() == before


TASKS = """\
tasks:
  title: 主要任务
  items:
    - 没有编号的一条
    - {title: "办好【提案】，见实效", text: 正文。}
  sections:
    # 第一节
    - title: 守护青岚文脉，留住乡愁
      items: [甲]
    - {title: 守护青岚文脉。}
    - id: 守护青岚文脉2
      title: 有编号的
    - title: （一）
    - title: 一，再说
    - title: 一。又
    - title: 十二个字以内的编号都写全，再说
    - title: 十三个字以外的编号都截到这里
"""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_tasks_without_an_id_get_one_where_they_are(tmp_path: Path, encoding: str, end: str) -> None:
    """In last year's file, which keeps its comments, lines and encoding; the new reviews follow them all."""
    folder = workspace_of(tmp_path)
    path = folder / "data" / "2025.yaml"
    text = MINIMAL + TASKS.replace("【提案】", "实事")
    path.write_bytes(text.replace("\n", end).encode(encoding))
    workspace = find_workspace(folder, exact=True)
    begun = begin_year(workspace, 2026)
    expected = (
        text.replace("- 没有编号的一条", "- {id: 没有编号的一条, title: 没有编号的一条}")
        .replace('{title: "办好', '{id: 办好实事, title: "办好')
        .replace("    - title: 守护青岚文脉，", "    - id: 守护青岚文脉\n      title: 守护青岚文脉，")
        .replace("{title: 守护青岚文脉。}", "{id: 守护青岚文脉3, title: 守护青岚文脉。}")
        .replace("    - title: （一）", "    - id: 一\n      title: （一）")
        .replace("    - title: 一，再说", "    - id: 一2\n      title: 一，再说")
        .replace("    - title: 一。又", "    - id: 一3\n      title: 一。又")
        .replace("    - title: 十二", "    - id: 十二个字以内的编号都写全\n      title: 十二")
        .replace("    - title: 十三", "    - id: 十三个字以外的编号都截到\n      title: 十三")
    )
    assert path.read_bytes().decode(encoding).replace(end, "\n") == expected
    words = ("十二个字以内的编号都写全", "十三个字以外的编号都截到")
    assert begun.ids == ("没有编号的一条", "办好实事", "守护青岚文脉", "守护青岚文脉3", "一", "一2", "一3", *words)
    reviews = examine((folder / "data" / "2026.yaml").read_text("utf-8"), year=2026, draft=True).report.reviews
    assert reviews is not None
    followed = [item.follows for item in reviews.items] + [section.follows for section in reviews.sections]
    assert followed == [
        (each,)
        for each in (
            "没有编号的一条",
            "办好实事",
            "守护青岚文脉",
            "守护青岚文脉3",
            "守护青岚文脉2",
            "一",
            "一2",
            "一3",
            *words,
        )
    ]


def test_what_was_carried_over_is_counted_and_the_schema_is_beside_it(tmp_path: Path) -> None:
    folder = workspace_of(tmp_path, (YEARS / "2025.yaml").read_text("utf-8"))
    workspace = find_workspace(folder, exact=True)
    begun = begin_year(workspace, 2026)
    assert begun.carried == CarriedOver(tasks=4, metrics=5, terms=1, open=26)
    assert begun.ids == ()
    assert begun.schema == "data/report.schema.json"
    first = (folder / "data" / "2026.yaml").read_text("utf-8").splitlines()[0]
    assert (folder / "data" / first.rpartition("=")[2]).read_bytes() == (
        ROOT / "data" / "report.schema.json"
    ).read_bytes()
    (folder / begun.schema).write_text("{}", "utf-8")
    (folder / "data" / "2026.yaml").unlink()
    assert begin_year(workspace, 2026).schema == ""
    assert (folder / begun.schema).read_text("utf-8") == "{}", "an office may have its own"


def test_a_final_report_without_a_date_gets_a_note(tmp_path: Path) -> None:
    """One, in however many styles: new leaves the date out until it is fixed. A draft says nothing of it."""
    workspace = find_workspace(workspace_of(tmp_path), exact=True)
    for draft, codes in ((0, ["date-missing"]), (1, [])):
        request = Request(CheckOptions(draft=draft > 0), ("txt",), draft=draft)
        built = build(workspace, 2025, request, lambda _stage: None, ("plenary", "official"))
        assert [each.code for each in built.findings] == codes
        assert len(built.outputs) == 2


def test_a_report_that_cannot_be_read_begins_nothing(tmp_path: Path) -> None:
    folder = workspace_of(tmp_path)
    (folder / "data" / "2025.yaml").write_text("year: 2025\n", "utf-8")
    begun = begin_year(find_workspace(folder, exact=True), 2026)
    assert begun.file == ""
    assert [each.code for each in begun.findings] == ["key-missing", "key-missing", "report-without-parts"]
    assert not (folder / "data" / "2026.yaml").exists()


def test_what_comments_say_of_last_year_is_not_to_be_filled_in(tmp_path: Path) -> None:
    text = f"{MINIMAL}tasks:\n  title: 任务\n  items: [{{id: 填表, title: 填表, text: 表格待填。}}]\n"
    begun = begin_year(find_workspace(workspace_of(tmp_path, text), exact=True), 2026)
    lines = [line.strip() for line in (tmp_path / "data" / "2026.yaml").read_text("utf-8").splitlines()]
    assert any(line.startswith("#") and "待填" in line for line in lines)
    open_ = [re.findall(TO_BE_FILLED_IN, line) for line in lines if not line.startswith("#")]
    assert begun.carried.open == sum(map(len, open_))


@pytest.mark.parametrize(("refused", "told"), [("file-there", "data/2026.yaml"), ("file-unwritable", "data/x")])
def test_another_process_may_begin_the_same_year(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refused: str, told: str
) -> None:
    """Its schema is there before its report, which is the file that is in the way."""
    words = {"file": "data/x", "reason": "full"}

    def refuse(*_: object) -> None:
        raise CommandError(Diagnostic(refused, Place("data/x"), words))

    monkeypatch.setattr(new, "create_files", refuse)
    with pytest.raises(CommandError) as raised:
        begin_year(find_workspace(workspace_of(tmp_path), exact=True), 2026)
    found = raised.value.diagnostic
    assert (found.code, found.place and found.place.file) == (refused, told)
