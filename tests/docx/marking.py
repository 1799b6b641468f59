"""How many characters a redline marks, and how many it could not do without."""

from ast import literal_eval
from collections.abc import Iterable

from tests.docx.reading import WORD, part
from tests.docx.tracked import Line, lines

_TEXTS = (f"{WORD}t", f"{WORD}delText")
_SAID = (*_TEXTS, f"{WORD}br", f"{WORD}tab")
_CHANGES = tuple(f"{WORD}{name}" for name in ("ins", "del", "moveFrom", "moveTo"))


def marked(data: bytes) -> int:
    """The characters in changes, and the marks of paragraphs that came or went, one each."""
    changes = [each for name in _CHANGES for each in part(data).iter(name)]
    said = (each for change in changes for each in change.iter())
    texts = {id(each): len(each.text or "") if each.tag in _TEXTS else 1 for each in said if each.tag in _SAID}
    marks = [each for name in _CHANGES for each in part(data).iterfind(f".//{WORD}pPr/{WORD}rPr/{name}")]
    return sum(texts.values()) + len(marks)


def least_marked(old: bytes, new: bytes) -> int:
    """The fewest characters whose going and coming makes one text of the other."""
    one, other = (_text(lines(data)) for data in (old, new))
    return len(one) + len(other) - 2 * _common(one, other)


def _text(found: Iterable[Line]) -> str:
    """The characters of some paragraphs, a line each."""
    texts = ("".join(text for _, text in literal_eval(runs)) for _, _, runs in found)
    return "".join(text.replace("<br>", "\u2028").replace("<tab>", "\t") + "\n" for text in texts)


def _common(one: str, other: str) -> int:
    """The length of a longest common subsequence, a row of the table at a time in the bits of one number."""
    places: dict[str, int] = {}
    for place, character in enumerate(one):
        places[character] = places.get(character, 0) | 1 << place
    everything = (1 << len(one)) - 1
    row = everything
    for character in other:
        hit = row & places.get(character, 0)
        row = ((row + hit) | (row - hit)) & everything
    return len(one) - row.bit_count()
