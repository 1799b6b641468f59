"""One finding, many views: full with the line shown, concise, and JSON. Pure text; nothing here prints."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from reportgen.diagnostics.codes import CODES
from reportgen.diagnostics.diagnostic import Diagnostic, FieldPath, Place, Severity
from reportgen.diagnostics.hints import HINTS
from reportgen.diagnostics.wording import Wording

Language = Literal["zh", "en"]

_SEVERITIES = {
    "zh": {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.NOTE: "提示"},
    "en": {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"},
}
_HELP = {"zh": "建议", "en": "help"}
_ORDINALS = {"sections": "第{}节", "items": "第{}条", "glossary": "glossary 第{}条"}
_FRAME_WIDTH = 100
_LONGEST_WORD = 200


def render_concise(diagnostic: Diagnostic, language: Language = "zh") -> str:
    """One line: ``FILE:LINE:COLUMN: error[code] message``."""
    severity = _SEVERITIES[language][diagnostic.severity]
    return f"{_locator(diagnostic.place)}{severity}[{diagnostic.code}] {_sentence(diagnostic, language)}"


def render_full(diagnostic: Diagnostic, lines_of: Mapping[str, Sequence[str]], language: Language = "zh") -> str:
    """Headline, place, the line itself with the place marked, and what to do; several lines, no final line end.

    ``lines_of`` maps the file names of places to the lines of those files; a file not in it is shown without its line.
    """
    severity = _SEVERITIES[language][diagnostic.severity]
    lines = [f"{severity}[{diagnostic.code}]{_colon(language)}{_sentence(diagnostic, language)}"]
    place = diagnostic.place
    margin = 2
    if place is not None:
        margin = len(str(place.line)) + 1
        where = _locator(place).removesuffix(": ")
        trail = render_path(place.path, language)
        lines.append(f"{' ' * margin}--> {where}" + (f"  {trail}" if trail else ""))
        lines += _frame(place, lines_of.get(place.file), margin)
    lines += [f"{' ' * margin} = {_HELP[language]}{_colon(language)}{hint}" for hint in _hints(diagnostic, language)]
    return "\n".join(lines)


def render_json(diagnostic: Diagnostic, language: Language = "zh") -> dict[str, object]:
    """The finding as an object of plain values, ready for a JSON encoder."""
    place = diagnostic.place
    return {
        "file": place.file if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "end_line": place.end_line if place else None,
        "end_column": place.end_column if place else None,
        "path": list(place.path) if place else [],
        "severity": diagnostic.severity.value,
        "code": diagnostic.code,
        "message": _sentence(diagnostic, language),
        "hints": _hints(diagnostic, language),
    }


def render_path(path: FieldPath, language: Language) -> str:
    """A path in words: ``reviews 第3节 第2条 text`` in Chinese, ``reviews.sections[3].items[2].text`` in English.

    Entries are counted from 1 in both.
    """
    words: list[str] = []
    for position, step in enumerate(path):
        if isinstance(step, str):
            words.append(_short(step))
        elif language == "zh":
            words[-1] = _ORDINALS.get(str(path[position - 1]), f"{words[-1]} 第{{}}项").format(step + 1)
        else:
            words[-1] += f"[{step + 1}]"
    return (" " if language == "zh" else ".").join(words)


def _colon(language: Language) -> str:
    return "：" if language == "zh" else ": "


def _locator(place: Place | None) -> str:
    if place is None:
        return ""
    if not place.line:
        return f"{place.file}: "
    return f"{place.file}:{place.line}:{place.column}: "


def _sentence(diagnostic: Diagnostic, language: Language) -> str:
    return _pick(CODES[diagnostic.code].wording, language).format_map(_words(diagnostic, language))


def _hints(diagnostic: Diagnostic, language: Language) -> list[str]:
    return [
        _pick(HINTS[hint], language).format_map(_words(diagnostic, language))
        for hint in (*diagnostic.hints, *CODES[diagnostic.code].hints)
    ]


def _words(diagnostic: Diagnostic, language: Language) -> dict[str, str]:
    return {
        name: _short(word if isinstance(word, str) else _pick(word, language))
        for name, word in diagnostic.words.items()
    }


def _short(word: str) -> str:
    """What a sentence quotes from a file, on one line and of bearable length."""
    return _visible(word if len(word) <= _LONGEST_WORD else word[: _LONGEST_WORD - 1] + "…")


def _pick(wording: Wording, language: Language) -> str:
    return wording.zh if language == "zh" else wording.en


def _frame(place: Place, lines: Sequence[str] | None, margin: int) -> list[str]:
    """The line of the file, and a second line that marks the place; windowed when the line is long."""
    if lines is None or not place.line:
        return []
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    start = place.column - 1
    end = place.end_column - 1 if place.end_line == place.line else len(line)
    first = max(0, start - _FRAME_WIDTH // 2) if len(line) > _FRAME_WIDTH else 0
    shown = line[first : first + _FRAME_WIDTH]
    left, right = ("…" if first else ""), ("…" if first + _FRAME_WIDTH < len(line) else "")
    before = left + _visible(line[first:start])
    marked = _visible(line[start : min(max(end, start + 1), first + _FRAME_WIDTH)])
    blank = " " * margin
    number = str(place.line).rjust(margin - 1)
    return [
        f"{blank} |",
        f"{number}  | {left}{_visible(shown)}{right}".rstrip(),
        f"{blank} | {' ' * _columns(before)}{'^' * max(1, _columns(marked))}",
    ]


def _visible(text: str) -> str:
    """The text with tabs and unprintable characters as single blanks, so that the mark below stays in its column."""
    return "".join(character if character.isprintable() or character == "\u3000" else " " for character in text)


def _columns(text: Iterable[str]) -> int:
    """How many terminal columns the text takes; wide characters take two, combining ones none."""
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
