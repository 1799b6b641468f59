"""Patterns that are compiled when they are first used: a start compiles those that its file needs, and no others."""

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any


class LazyPattern:
    """A regular expression that most files do not need: compiling a class of Chinese characters takes 0.1 to 0.6 ms.

    ``signs``: every match has one of them, so it is not compiled for a text that has none.
    """

    def __init__(self, pattern: str, flags: int = 0, *, signs: Iterable[str] = ()) -> None:
        self._pattern = pattern
        self._flags = flags
        self._signs = tuple(signs)

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(self._pattern, self._flags)

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """As ``re.Pattern.match``."""
        return None if self._is_absent(text) else self.compiled.match(text, start, end)

    def fullmatch(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """As ``re.Pattern.fullmatch``."""
        return None if self._is_absent(text) else self.compiled.fullmatch(text, start, end)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """As ``re.Pattern.search``."""
        return None if self._is_absent(text) else self.compiled.search(text, start, end)

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """As ``re.Pattern.finditer``."""
        return iter(()) if self._is_absent(text) else self.compiled.finditer(text, start, end)

    def split(self, text: str) -> list[str | Any]:
        """As ``re.Pattern.split``."""
        return [text] if self._is_absent(text) else self.compiled.split(text)

    def sub(self, replacement: str | Callable[[re.Match[str]], str], text: str) -> str:
        """As ``re.Pattern.sub``."""
        return text if self._is_absent(text) else self.compiled.sub(replacement, text)

    def _is_absent(self, text: str) -> bool:
        """Whether a text has no match, as far as its signs show; once it is compiled, that is as fast as looking."""
        return bool(self._signs) and "compiled" not in self.__dict__ and not any(sign in text for sign in self._signs)
