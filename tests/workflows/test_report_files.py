"""A report file as far as it can be read, and as lines for git."""

import pytest

from reportgen.workflows.report_files import read_report_file
from reportgen.workflows.textconv import readable_report
from tests.support import MINIMAL


@pytest.mark.parametrize(
    ("content", "year", "codes"),
    [
        (MINIMAL, 2025, []),
        (MINIMAL, None, []),  # the year it says
        (MINIMAL, 2024, ["year-not-of-file"]),
        (MINIMAL.replace("2025", "' 2025 '"), None, ["type-not-whole"]),
        (MINIMAL.replace("year: 2025\n", ""), None, ["key-missing"]),
        (MINIMAL.replace("year: 2025\n", "year: 1234567890\n"), None, ["type-not-whole"]),
        ("[]\n", None, ["type-not-mapping"]),
    ],
)
def test_a_report_is_of_the_year_that_its_name_or_its_text_says(
    content: str, year: int | None, codes: list[str]
) -> None:
    file = read_report_file("2025.yaml", content.encode(), year)
    assert [each.code for each in file.diagnostics] == codes
    assert file.findings.lines == {"2025.yaml": content.split("\n")}


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        (MINIMAL.encode(), "# 2025年"),
        (b"schema: [\n", "schema: ["),
        (b"\x00\xff\xfe\x80", "\x00\ufffd\ufffd\ufffd"),  # no text in any encoding
    ],
)
def test_git_compares_what_there_is(content: bytes, lines: str) -> None:
    assert lines in readable_report(content)
