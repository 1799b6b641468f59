"""Changes for a terminal, and for programs."""

from collections.abc import Iterator, Sequence
from typing import assert_never

from reportgen.compare import PROMISE_KINDS, Change, DiffSpan, Location
from reportgen.compare.change_words import grouped, what, where
from reportgen.diagnostics import Language, Paint
from reportgen.text.characters import visible, visible_breaks
from reportgen.text.numerals import NUMERAL_CHARACTERS

_NUMERIC = frozenset(f"0123456789.,%％万亿余多{NUMERAL_CHARACTERS}")
_AROUND = 12
"""Characters of unchanged text that are shown beside a change."""


def change_lines(changes: Sequence[Change], language: Language, paint: Paint, *, coloured: bool) -> Iterator[str]:
    """The changes under headings, two lines each: what happened and where, then the wording.

    Removed words are in [-…-], added ones in {+…+}; without these marks if ``coloured``.
    """
    for name, members in grouped(changes, language):
        yield ""
        yield paint("sentence", _shown(name))
        for change in members:
            spot = change.old if change.old and change.kind in PROMISE_KINDS else change.location
            place = _shown(where(spot, language))
            what_happened = what(change, language)
            yield f"  {paint('margin', what_happened)}  {place}".rstrip()
            wording = _wording(change, language, paint, coloured=coloured)
            if wording and wording != place:
                yield from (f"      {line}" for line in wording.split("\n"))


def change_as_json(change: Change) -> dict[str, object]:
    """One change as plain values: kind, both places and texts, the stretches they are made of, what reports on it."""
    spans = [{"old": each.before, "new": each.after, "same": each.same} for each in change.spans]
    return {
        "kind": change.kind.value,
        "old": _spot_as_json(change.old, change.before),
        "new": _spot_as_json(change.new, change.after),
        "rate": change.rate or None,
        "reports": [_spot_as_json(each, each.titles[-1]) for each in change.reports],
        "stretches": spans,
    }


def _spot_as_json(location: Location | None, text: str) -> dict[str, object] | None:
    if location is None:
        return None
    return {"path": list(location.path), "titles": list(location.titles), "ordinal": location.ordinal, "text": text}


def _wording(change: Change, language: Language, paint: Paint, *, coloured: bool) -> str:
    """What a change says, one or more lines."""
    match change.kind.shown_as:
        case "promise":
            return "\n".join(f"→ {_shown(where(report, language))}" for report in change.reports)
        case "figure" if change.before and change.after:
            return _shown(f"{change.before} → {change.after}")
        case "figure" | "wording":
            return spans_line(change.spans, paint, coloured=coloured)
        case shown_as:
            assert_never(shown_as)


def spans_line(spans: Sequence[DiffSpan], paint: Paint, *, coloured: bool) -> str:
    """A wording with its changes marked; long stretches that stay are cut down to what is beside a change."""
    last = len(spans) - 1
    return "".join(
        _kept(_shown(span.after), first=index == 0, last=index == last)
        if span.same
        else _marked(span, paint, coloured=coloured)
        for index, span in enumerate(spans)
    )


def _marked(span: DiffSpan, paint: Paint, *, coloured: bool) -> str:
    went, came = _shown(span.before), _shown(span.after)
    if not coloured:
        return (f"[-{went}-]" if went else "") + (f"{{+{came}+}}" if came else "")
    return (paint("went", went) if went else "") + (paint("came", came) if came else "")


def _shown(text: str) -> str:
    """The text with nothing in it that a terminal would obey."""
    return visible(visible_breaks(text))


def _kept(text: str, *, first: bool, last: bool) -> str:
    """What is shown of an unchanged stretch; no number is cut in two, since half of one is a wrong one."""
    start = 0 if first else _between_numbers(text, _AROUND, 1)
    end = len(text) if last else _between_numbers(text, max(len(text) - _AROUND, 0), -1)
    if end - start <= 1 or (first and last):
        return text
    return f"{text[:start]}…{text[end:]}"


def _between_numbers(text: str, place: int, step: int) -> int:
    """The first place, going on by steps, that is in no number."""
    while 0 < place < len(text) and text[place - 1] in _NUMERIC and text[place] in _NUMERIC:
        place += step
    return min(place, len(text))
