"""A diagnostic as text for people: in full with the line shown, or on one line."""

from collections.abc import Callable, Mapping, Sequence

from reportgen.diagnostics.codes import CODES
from reportgen.diagnostics.diagnostic import Diagnostic, FieldPath, Place, Severity
from reportgen.diagnostics.hints import HINTS
from reportgen.text.characters import visible, visible_line
from reportgen.text.wording import Language, Wording

Paint = Callable[[str, str], str]
"""Colours a text by its role: error, warning, note, sentence, margin or help."""


def _plain(role: str, text: str) -> str:
    del role
    return text


SEVERITY_NAMES = {
    Severity.ERROR: Wording("错误", "error"),
    Severity.WARNING: Wording("警告", "warning"),
    Severity.NOTE: Wording("提示", "note"),
}
HELP = Wording("建议", "help")
COLON = Wording("：", ": ")
_ORDINALS = {"sections": "第{}节", "items": "第{}条", "glossary": "glossary 第{}条"}
_FRAME_WIDTH = 100
_LONGEST_WORD = 200


def render_concise(diagnostic: Diagnostic, language: Language = "zh", paint: Paint = _plain) -> str:
    """One line: ``FILE:LINE:COLUMN: error[code] message``."""
    headline = paint(diagnostic.severity.value, _headline(diagnostic, language))
    return f"{_locator(diagnostic.place)}{headline} {sentence_of(diagnostic, language)}"


def render_full(
    diagnostic: Diagnostic, lines_of: Mapping[str, Sequence[str]], language: Language = "zh", paint: Paint = _plain
) -> str:
    """Headline, place, the line with the place marked, and hints; several lines, without a final line end.

    ``lines_of`` maps file names to the lines of those files; a place in any other file is shown without its line.
    """
    headline = paint(diagnostic.severity.value, _headline(diagnostic, language))
    lines = [f"{headline}{COLON.pick(language)}{paint('sentence', sentence_of(diagnostic, language))}"]
    place = diagnostic.place
    margin = 2
    if place is not None:
        margin = len(str(place.line)) + 1
        where = _locator(place).removesuffix(": ")
        trail = render_path(place.path, language)
        lines.append(f"{' ' * margin}{paint('margin', '-->')} {where}" + (f"  {trail}" if trail else ""))
        lines += _frame(diagnostic.severity, place, lines_of.get(place.file), margin, paint)
    colon = COLON.pick(language)
    label = paint("help", HELP.pick(language) + colon.rstrip()) + colon[1:]
    lines += [f"{' ' * margin} {paint('margin', '=')} {label}{hint}" for hint in hints_of(diagnostic, language)]
    return "\n".join(lines)


def _headline(diagnostic: Diagnostic, language: Language) -> str:
    return f"{SEVERITY_NAMES[diagnostic.severity].pick(language)}[{diagnostic.code}]"


def render_path(path: FieldPath, language: Language) -> str:
    """A path in words: ``reviews 第3节 第2条 text`` in Chinese, ``reviews.sections[3].items[2].text`` in English.

    Entries are counted from 1 in both.
    """
    words: list[str] = []
    for position, step in enumerate(path):
        if isinstance(step, str):
            words.append(short(step))
        elif not words:
            words.append(f"第{step + 1}项" if language == "zh" else f"[{step + 1}]")
        elif language == "zh":
            ordinal = _ORDINALS.get(str(path[position - 1]))
            words[-1] = ordinal.format(step + 1) if ordinal else f"{words[-1]} 第{step + 1}项"
        else:
            words[-1] += f"[{step + 1}]"
    return (" " if language == "zh" else ".").join(words)


def _locator(place: Place | None) -> str:
    if place is None:
        return ""
    file = visible_line(place.file)
    return f"{file}:{place.line}:{place.column}: " if place.line else f"{file}: "


def sentence_of(diagnostic: Diagnostic, language: Language) -> str:
    """The sentence of a diagnostic, without its place."""
    return CODES[diagnostic.code].wording.pick(language).format_map(_words(diagnostic, language))


def hints_of(diagnostic: Diagnostic, language: Language) -> list[str]:
    """What to do about a diagnostic."""
    return [
        HINTS[hint].pick(language).format_map(_words(diagnostic, language))
        for hint in (*CODES[diagnostic.code].hints, *diagnostic.hints)
    ]


def _words(diagnostic: Diagnostic, language: Language) -> dict[str, str]:
    return {
        name: short(word if isinstance(word, str) else word.pick(language)) for name, word in diagnostic.words.items()
    }


def short(word: str) -> str:
    """A word quoted from a file, on one line and of limited length."""
    start = visible(word[:_LONGEST_WORD])
    return _visible(start if len(word) <= _LONGEST_WORD >= len(start) else start[: _LONGEST_WORD - 1] + "…")


def _frame(severity: Severity, place: Place, lines: Sequence[str] | None, margin: int, paint: Paint) -> list[str]:
    """The line of the file and a second one that marks the place; only a part of a long line is shown."""
    if lines is None or not place.line:
        return []
    from reportgen.text.columns import columns

    line = lines[place.line - 1] if place.line <= len(lines) else ""
    start = place.column - 1
    end = place.end_column - 1 if place.end_line == place.line else len(line)
    first = max(0, start - _FRAME_WIDTH // 2) if len(line) > _FRAME_WIDTH else 0
    shown = line[first : first + _FRAME_WIDTH]
    left, right = ("…" if first else ""), ("…" if first + _FRAME_WIDTH < len(line) else "")
    before = left + _visible(line[first:start])
    marked = _visible(line[start : min(max(end, start + 1), first + _FRAME_WIDTH)])
    indent = " " * margin
    mark = paint(severity.value, "^" * max(1, columns(marked)))
    return [
        paint("margin", f"{indent} |"),
        f"{paint('margin', f'{place.line}  |')} {left}{_visible(shown)}{right}".rstrip(),
        f"{paint('margin', f'{indent} |')} {' ' * columns(before)}{mark}",
    ]


def _visible(text: str) -> str:
    """The text with tabs and unprintable characters as single spaces, so that the mark below keeps its column."""
    return "".join(character if character.isprintable() or character == "\u3000" else " " for character in text)
