"""Bookmarks: on headings for the contents, on metrics so that a later edit can be found."""

import re

from reportgen.docx.xml import attribute

_NOT_IN_NAMES = re.compile(r"\W")
_LONGEST_NAME = 40
"""Characters a bookmark's name may have in Word."""


class Bookmarks:
    """Gives every bookmark its number and a name of its own."""

    def __init__(self) -> None:
        self._number = 0
        self._used: dict[str, int] = {}

    def heading(self, anchor: str, inner: str) -> str:
        """A heading's runs inside its bookmark."""
        return self._around(self.name_of(anchor), inner)

    @staticmethod
    def name_of(anchor: str) -> str:
        """The bookmark of a heading; the underscore hides it from Word's list of bookmarks."""
        return f"_Toc_{_NOT_IN_NAMES.sub('_', anchor)}"

    def metric(self, name: str, inner: str) -> str:
        """A metric's runs inside a bookmark with its name; further uses are counted."""
        stem = f"指标_{_NOT_IN_NAMES.sub('_', name)}"[: _LONGEST_NAME - 6]
        count = self._used[stem] = self._used.get(stem, 0) + 1
        return self._around(stem if count == 1 else f"{stem}__{count}", inner)

    def _around(self, name: str, inner: str) -> str:
        self._number += 1
        return (
            f'<w:bookmarkStart w:id="{self._number}" w:name={attribute(name)}/>{inner}'
            f'<w:bookmarkEnd w:id="{self._number}"/>'
        )
