"""What ``verify`` says of the data that a file was made from."""

import datetime

import pytest

from reportgen.cli.console import Console
from reportgen.cli.verify_output import print_origin
from reportgen.document import Stamp
from reportgen.workflows.history import Commit
from reportgen.workflows.verify import Origin, VerifyResult

COMMIT = Commit("0123456789abcdef", datetime.date(2026, 1, 8))


@pytest.mark.parametrize(
    ("is_current", "commit", "expected"),
    [
        (True, COMMIT, "data: data/2025.yaml, as it is now, committed (012345678, 2026-01-08)"),
        (True, None, "data: data/2025.yaml, as it is now, not committed"),
        (False, COMMIT, "data: data/2025.yaml as of commit 012345678 (2026-01-08); it has changed"),
        (False, None, "data: data/2025.yaml as it was then is neither here nor in the history of git"),
    ],
)
def test_it_says_where_the_data_are(
    capsys: pytest.CaptureFixture[str], is_current: bool, commit: Commit | None, expected: str
) -> None:
    stamp = Stamp("1.0", 2025, "plenary", (("report", "ab" * 32),))
    origins = (Origin("data/2025.yaml", is_current, commit),)
    print_origin(Console("en"), VerifyResult(stamp, origins=origins))
    assert capsys.readouterr().out.splitlines()[1] == expected
