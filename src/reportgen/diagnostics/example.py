"""What the page of a code shows besides its sentence and its hints."""

from typing import NamedTuple

from reportgen.text.wording import Wording


class Example(NamedTuple):
    """Why a diagnostic matters, a piece of a report file that causes it, and the corrected piece.

    A piece follows ``HEADER`` unless it has its own ``schema``. Both pieces are empty for problems with the bytes or
    the size of a file.
    """

    why: Wording
    wrong: str = ""
    right: str = ""


HEADER = "schema: 1\nyear: 2025\ntitle: 工作报告\n"
"""The lines before each piece."""
