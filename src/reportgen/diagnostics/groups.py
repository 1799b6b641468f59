"""Many diagnostics of one kind as one block: the first in full, and a table of the places of the others."""

from collections import Counter
from collections.abc import Mapping, Sequence

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.render import Paint, render_full
from reportgen.text.characters import visible_line
from reportgen.text.wording import Count, Language, Wording

_OTHERS = Wording(
    "同样的还有 {count} 处（行:列；--all 逐个列出）：",
    "{count:more place|more places} of this kind (line:column; --all shows each):",
)
_WIDEST = 80
"""Columns of a line of the table."""


def group_alike(found: Sequence[Diagnostic], most: int) -> list[list[Diagnostic]]:
    """The diagnostics in order; those of a code that more than ``most`` have are together, where its first one is."""
    counts = Counter(each.code for each in found)
    groups: list[list[Diagnostic]] = []
    started: dict[str, list[Diagnostic]] = {}
    for each in found:
        if counts[each.code] > most and each.code in started:
            started[each.code].append(each)
        else:
            groups.append([each])
            started[each.code] = groups[-1]
    return groups


def render_group(
    group: Sequence[Diagnostic], lines_of: Mapping[str, Sequence[str]], language: Language, paint: Paint
) -> str:
    """The first of some diagnostics of one code in full, with the places of the others."""
    first, *others = group
    text = render_full(first, lines_of, language, paint)
    if not others:
        return text
    heading = _OTHERS.pick(language).format(count=Count(len(others)))
    return "\n".join((text, f"   {paint('margin', '=')} {heading}", *_table(first, others)))


def _table(first: Diagnostic, others: Sequence[Diagnostic]) -> list[str]:
    """The places, as many to a line as fit; the file is named where it is not that of the first."""
    lines = [""]
    for each in others:
        place = each.place
        if place is None:
            continue
        file = "" if first.place and place.file == first.place.file else f"{visible_line(place.file)}:"
        here = f"{file}{place.line}:{place.column}"
        if len(lines[-1]) + len(here) + 2 > _WIDEST:
            lines.append("")
        lines[-1] += f"  {here}" if lines[-1] else f"     {here}"
    return lines
