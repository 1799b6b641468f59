"""What a file was made from, as one line that travels in it: program, year, style, a digest of every input."""

import hashlib
from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct

from reportgen.text.lazy_pattern import LazyPattern

_DIGITS = 16
"""Of a digest in hexadecimal: 64 bits, so that a line for eight inputs fits where Word keeps 255 characters."""

_SHORT = 7
LONGEST_STAMP = 65536
"""Bytes; a stamp of a report with thirty style sheets has a thousand."""

_HEAD = LazyPattern(
    r"reportgen/(\S+) ([0-9]{4}) (\S+)(?: draft-([0-9]{1,2}))?"
    r"(?: (comparison|ledger|redline):([0-9]{4})(?::([a-z,]{1,200}))?)?(?: |$)"
)
_INPUT = LazyPattern(r"([^\s=]+)=([0-9a-f]+)")

REPORT, LAST_YEAR, EARLIER, STYLE, LOGO, OFFICE = "report", "last-year", "earlier", "style:", "logo", "office"
"""Names of inputs: the report, last year's, those of earlier years, style sheets by name, the logo, the office."""

OLD = "old"
"""The older of two reports that are compared; the newer is the report."""


class ComparisonKind(StrEnum):
    """What is made of two reports, by the word a stamp has for it."""

    COMPARISON = "comparison"
    LEDGER = "ledger"
    REDLINE = "redline"


class Compared(Struct, frozen=True):
    """What a file says of two reports, the year of the older one, and the kinds of change it is limited to."""

    kind: ComparisonKind
    old_year: int
    only: tuple[str, ...] = ()

    def text(self) -> str:
        """One word of a stamp."""
        return ":".join((self.kind.value, str(self.old_year), *((",".join(self.only),) if self.only else ())))


class Stamp(Struct, frozen=True):
    """The program's version, the year, the style sheet, the digest of each input by name, the draft's number or 0.

    ``compared`` is None for a report itself.
    """

    version: str
    year: int
    style: str
    inputs: tuple[tuple[str, str], ...]
    draft: int = 0
    compared: Compared | None = None

    def text(self) -> str:
        """The line as files carry it."""
        inputs = " ".join(f"{name}={digest}" for name, digest in self.inputs)
        draft = f" draft-{self.draft}" if self.draft else ""
        compared = f" {self.compared.text()}" if self.compared else ""
        return f"reportgen/{self.version} {self.year} {self.style}{draft}{compared} {inputs}"

    def short(self) -> str:
        """Seven digits that change with any input, to be printed on pages."""
        return _digest(" ".join(digest for _, digest in self.inputs).encode())[:_SHORT]

    def differing(self, other: "Stamp") -> tuple[str, ...]:
        """The names of inputs that are not the same, or are there only once."""
        mine, others = dict(self.inputs), dict(other.inputs)
        return tuple(name for name in {**mine, **others} if mine.get(name) != others.get(name))


def stamp_of(
    version: str, year: int, style: str, texts: Mapping[str, str], draft: int = 0, logo: bytes | None = None
) -> Stamp:
    """The stamp of a build from the texts of its inputs and its logo; how their lines end does not matter.

    The reports of earlier years, which may be many, have one digest.
    """
    contents: dict[str, bytes] = {}
    for name, text in sorted(texts.items()):
        together = EARLIER if name.startswith(f"{EARLIER}:") else name
        contents[together] = contents.get(together, b"") + text.encode("utf-8", "surrogatepass")
    if logo is not None:
        contents[LOGO] = logo
    inputs = tuple((name, _digest(content.replace(b"\r\n", b"\n"))) for name, content in sorted(contents.items()))
    return Stamp(version, year, style, inputs, draft)


def read_stamp(text: str) -> Stamp | None:
    """The stamp a file carries, or None where it is not a stamp of ours."""
    match = _HEAD.match(text)
    if match is None:
        return None
    pairs = [_INPUT.fullmatch(part) for part in text[match.end() :].split()]
    inputs = tuple((pair[1], pair[2]) for pair in pairs if pair)
    if len(inputs) < len(pairs):
        return None
    version, year, style, draft, kind, old_year, only = match.groups()
    compared = None
    if kind:
        compared = Compared(ComparisonKind(kind), int(old_year), tuple(only.split(",")) if only else ())
    return Stamp(version, int(year), style, inputs, int(draft or 0), compared)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:_DIGITS]
