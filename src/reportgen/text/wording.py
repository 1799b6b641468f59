"""Texts in both languages of the program, and numbers together with their nouns."""

from typing import Literal, NamedTuple

Language = Literal["zh", "en"]
"""A language the program speaks."""


class Wording(NamedTuple):
    """One text in Chinese and in English; words in braces are for ``str.format``."""

    zh: str
    en: str

    def pick(self, language: Language) -> str:
        """The text in a language."""
        return self.zh if language == "zh" else self.en


def same(text: str) -> Wording:
    """A text that both languages write alike, such as the name of a format."""
    return Wording(text, text)


class Count(int):
    """A number that a sentence prints with its noun: ``{count:change|changes}`` is “1 change” or “2 changes”.

    Chinese nouns have one form: ``{count}`` prints the number alone.
    """

    def __format__(self, nouns: str) -> str:
        one, separator, many = nouns.partition("|")
        if not separator:
            return int.__format__(self, nouns)
        return f"{int(self)} {one if self == 1 else many}"
