"""What lines had better not part: stretches that stay whole, and those that do where that costs little (T28–T30)."""

import re
from collections.abc import Iterable, Iterator

from reportgen.document import Run
from reportgen.layout.measure import Dear, Stretch, Stretches
from reportgen.style import UNIT_ROLES
from reportgen.text.measure_words import MEASURE_WORDS
from reportgen.text.names import Names
from reportgen.text.word_breaks import word_spans

_FIGURE_COST, _NUMBER_COST = 90.0, 100.0
_TERM_COST = 30.0

_ALWAYS_WHOLE = 4
"""Characters; so short a term or metric stays whole whatever that costs."""

# A standard's number with its letters (GB/T 15834—2011), a document's with its year (〔2026〕3号): T30.
_NUMBERS = re.compile(r"(?<![A-Z])[A-Z]{2,}(?:/[A-Z]{1,3})? ?\d[\d.]*(?:[—–-]\d+)?|〔\d+〕\d+号")

_LATIN_UNIT = " [A-Za-zμ]{1,3}(?![A-Za-z])"

# A day of a month, or a number with what qualifies and scales it and the word for what it counts: 约3200余万人次 (T29).
_FIGURE = re.compile(
    r"(?<![0-9])[0-9]++月[0-9]++日|"
    rf"[约近超逾]?(?<![0-9,.\u2005])[0-9][0-9,.\u2005]*+[余多]?[百千万亿]*[余多]?(个月|{MEASURE_WORDS}|[^\W\d_]|{_LATIN_UNIT})"
)
_MEASURE = 1

# A number in words, with the word for what it counts: 一百二十场.
_SPELLED = re.compile(rf"([〇零一二三四五六七八九十百千万亿两]{{2,}}+)(?:{MEASURE_WORDS})?")
_NUMERALS = 1
_FIRST_DIGIT = re.compile(r"[约近超逾]?\d", re.ASCII)


class StretchFinder:
    """Finds them: ``kept`` words stay whole, ``terms`` where that costs little.

    With ``whole_words`` no line parts any word, nor a number from what it counts.
    """

    def __init__(self, kept: Iterable[str], terms: Iterable[str], *, whole_words: bool) -> None:
        words, names = ([each for each in group if len(each) > 1] for group in (kept, terms))
        self._kept = Names((*words, *(name for name in names if len(name) <= _ALWAYS_WHOLE)))
        self._terms = Names(name for name in names if len(name) > _ALWAYS_WHOLE)
        self._whole_words = whole_words

    def find(self, runs: tuple[Run, ...], texts: list[str], text: str, *, is_title: bool) -> Stretches:
        """The stretches of some runs, which print ``texts``; in a title whatever is dear is kept as well."""
        kept = [*self._kept.spans(text), *_with_runs(runs, texts)]
        dear = [(*span, _TERM_COST) for span in self._terms.spans(text)]
        if self._whole_words:
            kept += (span for span in word_spans(text) if not text[slice(*span)].isascii())
            kept += (match.span() for match in _SPELLED.finditer(text))
        else:
            dear += ((*match.span(_NUMERALS), _NUMBER_COST) for match in _SPELLED.finditer(text))
        if _FIRST_DIGIT.search(text):
            kept += (match.span() for match in _NUMBERS.finditer(text))
            figures = _dear_figures(runs, texts, text)
            if self._whole_words:
                kept += ((start, end) for start, end, _ in figures)
            else:
                dear += figures
        if is_title:
            kept += ((start, end) for start, end, _ in dear)
        return Stretches(_joined(kept), tuple(sorted(dear)))


def _dear_figures(runs: tuple[Run, ...], texts: list[str], text: str) -> list[Dear]:
    """The numbers of a text with what they count, and what of them is parted last."""
    counted = [*_FIGURE.finditer(text)]
    dear = [(*match.span(), _FIGURE_COST) for match in counted]
    dear += ((*span, _FIGURE_COST) for span in _metrics(runs, texts))
    dear += ((*span, _NUMBER_COST) for match in counted for span in _tight(match))
    return dear


def _tight(figure: re.Match[str]) -> Iterator[Stretch]:
    """What is parted last, where a figure fits on no line: its number with the scale, and the measure word."""
    begins, ends = figure.span(_MEASURE)
    if begins > 0 and not figure.string[begins - 1].isdigit():
        yield figure.start(), begins
    if ends - begins > 1:
        yield begins, ends


def _with_runs(runs: tuple[Run, ...], texts: list[str]) -> Iterator[Stretch]:
    """What the runs themselves say is whole: short metrics, units of cards, note marks with the end of their term."""
    position = 0
    for run, piece in zip(runs, texts, strict=True):
        end = position + len(piece)
        if UNIT_ROLES.intersection(run.roles) or (run.metric is not None and len(piece) <= _ALWAYS_WHOLE):
            yield position, end
        elif "note-mark" in run.roles and position:
            yield position - 1, end
        position = end


def _metrics(runs: tuple[Run, ...], texts: list[str]) -> Iterator[Stretch]:
    """The numbers of metrics, each with all that comes after it; names of metrics are text."""
    position = 0
    for run, piece in zip(runs, texts, strict=True):
        number = _FIRST_DIGIT.search(piece) if run.metric is not None else None
        if number:
            yield position + number.start(), position + len(piece)
        position += len(piece)


def _joined(stretches: list[Stretch]) -> tuple[Stretch, ...]:
    """The stretches in order, those that overlap as one."""
    joined: list[Stretch] = []
    for start, end in sorted(stretches):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
