"""Counts, one a series."""

from reportgen.document.block_types import Ordinal
from reportgen.document.origins import Origin
from reportgen.style import RunRole, ordinal_format


class Numbering:
    """The next ordinal of every series; a series begins at 1 and can be restarted."""

    def __init__(self) -> None:
        self._values: dict[str, int] = {}
        self._restarts: dict[str, int] = {}

    def next(self, series: str, style: str, origin: Origin, role: RunRole = "ordinal") -> Ordinal:
        """The next ordinal in a format that the style sheet has at ``origin``; without a counter it is a bullet."""
        here = f"{series}#{self._restarts.get(series, 0)}"
        pattern = ordinal_format(style)
        if pattern is None:
            return Ordinal(style, here, style, 0, origin)
        value = self._values.get(here, 0) + 1
        self._values[here] = value
        return Ordinal(pattern.text(value), here, style, value, origin, role)

    def restart(self, series: str) -> None:
        """Begins a series again at 1."""
        self._restarts[series] = self._restarts.get(series, 0) + 1
