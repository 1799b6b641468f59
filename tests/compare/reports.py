"""Reports made for comparing, and short ways to say what a comparison found."""

from hypothesis import strategies as st
from msgspec.structs import replace

from reportgen.compare import Change, Side, compare
from reportgen.report import Item, Metric, Number, Part, Report, Section, Term, resolve
from tests.support import ROOT, examine

HERE = ROOT / "tests" / "compare"
YEARS = ROOT / "tests" / "years"


def side(report: Report, previous: Report | None = None, kept: tuple[str, ...] = ()) -> Side:
    """One side of a comparison, without ordinals."""
    return Side(resolve(report, previous), {}, kept)


def side_of(text: str, year: int = 2025) -> Side:
    """One side of a comparison from a file's text."""
    return side(examine(text, year=year).report)


def year(number: int) -> Report:
    """A report of the invented city."""
    last = (YEARS / f"{number - 1}.yaml").read_text("utf-8") if number > 2022 else None
    return examine((YEARS / f"{number}.yaml").read_text("utf-8"), year=number, last_year=last).report


def between(old: Report, new: Report) -> tuple[Change, ...]:
    """The changes from one report to another."""
    return compare(side(old), side(new))


def reported(changes: tuple[Change, ...]) -> list[tuple[str, str, str]]:
    """Kind, path and wording of changes: what went in [-…-], what came in {+…+}."""
    return [(each.kind.value, ".".join(map(str, each.location.path)), marked(each)) for each in changes]


def marked(change: Change) -> str:
    """The wording of one change."""
    return "".join(
        span.after
        if span.same
        else (f"[-{span.before}-]" if span.before else "") + (f"{{+{span.after}+}}" if span.after else "")
        for span in change.spans
    )


HAN = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=4, max_size=12)
PROSE = st.text(
    st.sampled_from("协商民主为民履职提案办理调研视察监督参政议政，。；：一二三0123456789年月日件篇《》**【】 \n"),
    max_size=60,
)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """A report in which every entry that may have an id has one, and no two titles are alike."""
    titles = iter(draw(st.lists(HAN, min_size=24, max_size=24, unique=True)))
    names = iter(f"甲{number}" for number in range(99))
    text = st.lists(HAN, min_size=1, max_size=3).map("，".join).map(lambda said: f"{said}。")

    def item() -> Item:
        return Item(id=next(names), title=next(titles), text=draw(text))

    def section() -> Section:
        return Section(id=next(names), title=next(titles), items=tuple(item() for _ in range(draw(st.integers(0, 2)))))

    return Report(
        schema=1,
        year=2025,
        title="工作报告",
        metrics={
            f"数{number}": Metric(label=next(titles), value=Number(draw(st.decimals(1, 999, places=0))), unit="件")
            for number in range(draw(st.integers(0, 4)))
        },
        reviews=Part(title="工作回顾", sections=tuple(section() for _ in range(draw(st.integers(1, 4))))),
        insights=Part(title="感悟", items=tuple(item() for _ in range(draw(st.integers(0, 3))))),
        glossary=tuple(Term(term=next(titles), meaning="意思。") for _ in range(draw(st.integers(0, 2)))),
    )


def with_sections(report: Report, sections: tuple[Section, ...]) -> Report:
    """The report with other sections in its reviews."""
    assert report.reviews is not None
    return replace(report, reviews=replace(report.reviews, sections=sections))
