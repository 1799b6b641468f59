"""Pairs of reports with what a comparison says of them, in the files beside them.

A folder of ``cases`` holds ``old.yaml`` and ``new.yaml``, and as expectation what the terminal shows in both languages,
the 对照表 as plain text and as Markdown, and the ledger of promises.
The reports of the invented city are one more case, a year against the next.
``make goldens`` renews them.
"""

from pathlib import Path

import pytest

from reportgen.cli.change_lines import change_lines
from reportgen.compare import PROMISE_KINDS, Side, compare
from reportgen.diagnostics import Language
from reportgen.document import compose, document_text, ordinals_in
from reportgen.document.comparison import Named, compose_comparison, compose_ledger
from reportgen.markdown import write_markdown
from reportgen.report import Figures, resolve
from tests.compare.reports import YEARS
from tests.goldens import Goldens
from tests.support import PLAIN, examine, prepared, sheet_named

HERE = Path(__file__).parent / "cases"
CASES = {path.name: (path / "old.yaml", path / "new.yaml") for path in sorted(HERE.iterdir()) if path.is_dir()}
CASES["2024-2025"] = (YEARS / "2024.yaml", YEARS / "2025.yaml")


@pytest.mark.parametrize("case", CASES)
def test_a_comparison_says_what_is_written_beside_it(case: str, goldens: Goldens) -> None:
    folder = YEARS / case if case == "2024-2025" else HERE / case
    shown = _shown(*CASES[case])
    goldens.check({folder / name: text for name, text in shown.items()})


def _shown(old: Path, new: Path) -> dict[str, str | None]:
    sheet = prepared(sheet_named(PLAIN))
    before, after = (_figures(path, 2024 if path.stem == "2024" else 2025) for path in (old, new))
    sides = (Side(each, ordinals_in(compose(each, sheet).document), sheet.style.keep) for each in (before, after))
    changes = compare(*sides)

    def lines(language: Language) -> str:
        reported = change_lines(changes, language, lambda _, text: text, coloured=False)
        return "".join(f"{line}\n" for line in reported)

    named = Named(old.name, before), Named(new.name, after)
    document = compose_comparison(changes, *named, sheet)
    promises = [each for each in changes if each.kind in PROMISE_KINDS]
    return {
        "ledger.md": write_markdown(compose_ledger(promises, *named, sheet)) if promises else None,
        "changes.zh.txt": lines("zh"),
        "changes.en.txt": lines("en"),
        "comparison.txt": document_text(document).replace("\u2028", "⏎"),
        "comparison.md": write_markdown(document),
    }


def _figures(path: Path, year: int) -> Figures:
    last = (YEARS / f"{year - 1}.yaml").read_text("utf-8")
    return resolve(examine(path.read_text("utf-8"), year=year, last_year=last).report, None)
