"""Variables by which the environment would change what libraries do, and that are not settings of this program."""

from collections.abc import MutableMapping

_REPORTLAB = "RL_"
_CLOCK = "SOURCE_DATE_EPOCH"
"""What ReportLab takes for the time, and fails on unless it is a number; dates of outputs are those of reports."""


def forget_foreign_settings(environment: MutableMapping[str, str]) -> None:
    """Takes such variables out of the environment of this process."""
    for name in [name for name in environment if name.startswith(_REPORTLAB) or name == _CLOCK]:
        del environment[name]
