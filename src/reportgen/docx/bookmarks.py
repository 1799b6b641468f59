"""Bookmarks: on headings for the contents, on glossary entries for their marks, on metrics so that edits are found."""

import re

from reportgen.document import Heading
from reportgen.docx.xml import attribute

_NOT_IN_NAMES = re.compile(r"\W")
_LONGEST_NAME = 40
"""Characters a bookmark's name may have in Word, counted in UTF-16."""

_DIGITS = 9

PAGE = "_Page"
"""How the names of bookmarks begin whose page a text names."""


class Bookmarks:
    """Gives every bookmark its number and a name of its own; Word does not tell capitals from small letters."""

    def __init__(self) -> None:
        self._number = 0
        self._headings: dict[str, int] = {}
        self._pages: dict[str, int] = {}
        self._uses: dict[str, int] = {}
        self._names: set[str] = set()

    def heading(self, heading: Heading, inner: str) -> str:
        """A heading's runs inside its bookmark."""
        return self._around(self.of_heading(heading), inner)

    def of_heading(self, heading: Heading) -> str:
        """The bookmark of a heading, named as Word names those of its contents lists, so that it takes them over.

        The underscore hides it from the list of bookmarks people see.
        """
        number = self._headings.setdefault(heading.anchor, len(self._headings) + 1)
        return f"_Toc{number:0{_DIGITS}}"

    def of_page(self, anchor: str) -> str:
        """The bookmark of what texts name the page of; contents lists renew their own, so it is never one of those."""
        number = self._pages.setdefault(anchor, len(self._pages) + 1)
        return f"{PAGE}{number:0{_DIGITS}}"

    def page(self, anchor: str, inner: str) -> str:
        """The runs inside the bookmark of what texts name the page of."""
        return self._around(self.of_page(anchor), inner)

    def of_note(self, number: int) -> str:
        """The bookmark of an entry of the glossary, named as Word names those of its cross-references."""
        return f"_Ref{number:0{_DIGITS}}"

    def note(self, number: int, inner: str) -> str:
        """An entry's runs inside its bookmark."""
        return self._around(self.of_note(number), inner)

    def whole(self, inner: str) -> tuple[str, str]:
        """A bookmark around a number with its unit, hidden, and the runs inside it."""
        name = f"_Num{self._number + 1:0{_DIGITS}}"
        return name, self._around(name, inner)

    def metric(self, name: str, inner: str) -> tuple[str, str]:
        """A bookmark with the name of a metric, and its runs inside it; further uses are counted."""
        stem = f"指标_{_NOT_IN_NAMES.sub('_', name)}"
        count = self._uses.get(stem, 0)
        given = ""
        while not given or given.casefold() in self._names:
            count += 1
            given = _shortened(stem, f"__{count}" if count > 1 else "")
        self._uses[stem] = count
        self._names.add(given.casefold())
        return given, self._around(given, inner)

    def _around(self, name: str, inner: str) -> str:
        self._number += 1
        return (
            f'<w:bookmarkStart w:id="{self._number}" w:name={attribute(name)}/>{inner}'
            f'<w:bookmarkEnd w:id="{self._number}"/>'
        )


def _shortened(stem: str, end: str) -> str:
    """A stem as long as the longest name lets it be before its end."""
    units = stem.encode("utf-16-le")[: 2 * (_LONGEST_NAME - len(end))]
    return units.decode("utf-16-le", "ignore") + end
