"""A sentence in both languages of the program."""

from typing import NamedTuple


class Wording(NamedTuple):
    """One sentence, in Chinese and in English."""

    zh: str
    en: str
