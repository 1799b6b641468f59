"""Tracked changes between any two reports: accepted they are the new file, rejected the old one."""

from decimal import Decimal
from random import Random

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from reportgen.document import compose
from reportgen.docx.redline import WordFile, write_redline
from reportgen.report import Metric, Number, Report, resolve
from tests.compare.reports import reports, with_sections
from tests.docx.made import made_from
from tests.docx.test_redline import REVISION, assert_settles, entries_of, with_any_contents
from tests.support import prepared


@pytest.mark.slow
@settings(
    max_examples=30,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
@given(reports(), reports(), st.sampled_from(["plenary", "official"]))
def test_any_report_goes_to_any_other_and_back(one: Report, other: Report, style: str) -> None:
    sheet = with_any_contents(style)
    documents = [compose(resolve(each, None), prepared(sheet)).document for each in (one, other)]
    before, after = (WordFile(made_from(document, sheet).data, document) for document in documents)
    made = write_redline(before, after, REVISION, entries_of(one, other))
    assert_settles(before.data, after.data, made)


@pytest.mark.slow
@settings(max_examples=40, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(reports(), st.randoms(use_true_random=False), st.sampled_from(["official", "plenary", "lectern"]))
def test_any_report_goes_to_another_order_of_itself_and_back(report: Report, random: Random, style: str) -> None:
    """Sections and items turned, items in other sections, words changed in them, metrics gone or with other charts."""
    report = replace(report, metrics=_remembering(report.metrics, random, 1.0))
    assert report.reviews is not None
    items = [item for section in report.reviews.sections for item in section.items]
    items = [replace(item, text=f"{item.text}又及。") if random.random() < 0.3 else item for item in items]
    random.shuffle(items)
    sections = [replace(section, items=()) for section in report.reviews.sections]
    random.shuffle(sections)
    for item in items:
        place = random.randrange(len(sections))
        sections[place] = replace(sections[place], items=(*sections[place].items, item))
    metrics = {name: metric for name, metric in report.metrics.items() if random.random() < 0.7}
    other = replace(with_sections(report, tuple(sections)), metrics=_remembering(metrics, random, 0.5))
    sheet = with_any_contents(style)
    documents = [compose(resolve(each, None), prepared(sheet)).document for each in (report, other)]
    before, after = (WordFile(made_from(document, sheet).data, document) for document in documents)
    assert_settles(before.data, after.data, write_redline(before, after, REVISION, entries_of(report, other)))


def _remembering(metrics: dict[str, Metric], random: Random, share: float) -> dict[str, Metric]:
    """Metrics, a share of them with other earlier years than before; two years make a chart."""
    return {
        name: replace(metric, history=_history(random)) if random.random() < share else metric
        for name, metric in metrics.items()
    }


def _history(random: Random) -> dict[str, Number]:
    years = random.sample(range(2018, 2025), random.choice((0, 0, 1, 2, 6)))
    return {str(year): Number(Decimal(random.randint(1, 999))) for year in sorted(years)}
