"""What the page of a code holds beside its sentence and its hints."""

from typing import NamedTuple

from reportgen.diagnostics.wording import Wording


class Example(NamedTuple):
    """Why a finding matters, and a piece of a report file that has it, then the same piece put right.

    A piece follows ``HEADER`` unless it brings its own ``schema``. Both are empty where the fault is in the bytes of a
    file or in its size.
    """

    why: Wording
    wrong: str = ""
    right: str = ""


HEADER = "schema: 1\nyear: 2025\ntitle: 工作报告\n"
"""What stands above every piece."""
