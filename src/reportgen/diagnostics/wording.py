"""Sentences and words in both languages of the program."""

from typing import Literal, NamedTuple

Language = Literal["zh", "en"]


class Wording(NamedTuple):
    """One sentence, in Chinese and in English."""

    zh: str
    en: str

    def pick(self, language: Language) -> str:
        """The sentence in one of the languages."""
        return self.zh if language == "zh" else self.en
