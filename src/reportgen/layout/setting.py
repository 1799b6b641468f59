"""Inline runs to spans of measured text: the face of every character, or the news that none has it."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import accumulate

from msgspec import Struct

from reportgen.document import Origin, Run, is_mark, latin_marks_in
from reportgen.fonts import Face, FontBook, ScriptGlyphs
from reportgen.layout.lines import Line, Measure, break_lines
from reportgen.layout.measure import Measured, Span, measure
from reportgen.layout.page_types import ASIDE, LABEL, LooseLine, MissingCharacter, Titled
from reportgen.layout.stretches import StretchFinder
from reportgen.layout.titles import title_form
from reportgen.memory import NOTHING_KEPT, Memory
from reportgen.style import TOLERANCE, BlockRole, Looks, RunLook
from reportgen.text.characters import LINE_SEPARATOR, printable

_FURNITURE = ("header", "footer")
_SMALL, _RAISED, _LOWERED = 0.6, 0.36, -0.14
_FIRST_LOW = "₀"
"""Superscripts and subscripts that no face has are its figures in so much of the size, raised or lowered by so many em;
superscripts come before subscripts in Unicode."""

_LABELS = frozenset(("ordinal", "badge", "task-ordinal", "cover-name"))


_Found = tuple[str, int]
"""A character that no face has, or the text of a loose line, and where it begins in the text of its runs."""


class _SetLines(Struct, frozen=True):
    """The lines of some runs, and what is to be remembered of them, wherever they were written.

    ``turns`` is the text of a title that is set in a shape, and where it turns over.
    """

    lines: tuple[Line, ...]
    missing: tuple[_Found, ...]
    loose: tuple[_Found, ...]
    turns: tuple[str, tuple[int, ...]] | None


class Typesetter:
    """Sets the text of one document; remembers characters no face has, loose lines, and where titles turn over.

    ``kept`` are words that no line may part, ``terms`` those that it parts at a cost; with ``whole_words`` no line
    parts any word. ``memory`` is that of lines in these looks, fonts and words.
    """

    def __init__(
        self,
        looks: Looks,
        book: FontBook,
        kept: Iterable[str] = (),
        terms: Iterable[str] = (),
        *,
        whole_words: bool = False,
        memory: Memory = NOTHING_KEPT,
    ) -> None:
        self.missing: dict[MissingCharacter, None] = {}
        self.loose: dict[LooseLine, None] = {}
        self.turns: dict[Titled, tuple[int, ...]] = {}
        self._looks = looks
        self._book = book
        self._memory = memory
        self._stretches = StretchFinder(kept, terms, whole_words=whole_words)

    def set(self, runs: tuple[Run, ...], role: BlockRole, origin: Origin | None) -> Measured:
        """The runs of one paragraph, measured in the look of its role.

        Runs without an origin of their own have ``origin``; nothing is reported of those that have none.
        """
        measured, missing = self._measured(runs, role)
        self._remember_missing(missing, runs, origin)
        return measured

    def _measured(self, runs: tuple[Run, ...], role: BlockRole) -> tuple[Measured, list[_Found]]:
        """The runs of one paragraph, measured, and the characters that are missing."""
        texts = [printable(run.text) for run in runs]
        text = "".join(texts)
        # The dashes of a page number are one character wide, though no Chinese is beside them (T14).
        marks = [] if role in _FURNITURE else latin_marks_in(runs, texts)
        spans: list[Span] = []
        missing: list[_Found] = []
        position = slot = 0
        for run, piece in zip(runs, texts, strict=True):
            look = self._looks.run(role, run.roles)
            slot += is_mark(run)
            own = LABEL if _LABELS.intersection(run.roles) else ASIDE if run.page_of else slot
            end = position + len(piece)
            for start, stop, setting in self._settings(text, position, end, look, marks, missing):
                size, rise = look.size, look.rise
                if setting is setting.face.small_figures:
                    size, rise = size * _SMALL, rise + size * (_RAISED if text[start] < _FIRST_LOW else _LOWERED)
                gap = look.gap if start == position else None
                spans.append(
                    Span(start, stop, setting, size, look.colour, look.fill, rise, look.pad, look.dots, own, gap)
                )
            slot += is_mark(run)
            position = end
        block = self._looks.block(role)
        title = title_form(role, block)
        stretches = self._stretches.find(runs, texts, text, is_title=title != "none")
        loosest = self._looks.loosest(role)
        return measure(text, tuple(spans), block.size, loosest=loosest, stretches=stretches, title=title), missing

    def lines(
        self, runs: tuple[Run, ...], role: BlockRole, origin: Origin | None, room: Measure, *, lead: int = 0
    ) -> list[Line]:
        """The lines of some runs, at least one; remembers those that are looser than the style sheet allows.

        The first ``lead`` characters are not of the text at ``origin``: an ordinal.
        """
        shown = tuple((run.text, run.roles, run.page_of, run.metric is None) for run in runs)  # not where it is written
        made = self._memory.recall((shown, role, room, lead), partial(self._set_lines, runs, role, room, lead))
        self._remember_missing(made.missing, runs, origin)
        for (text, _), run in zip(made.loose, _runs_at(runs, made.loose), strict=True):
            place = (run and run.origin) or origin
            if place:
                self.loose[LooseLine(text, place)] = None
        if made.turns:
            title, turns = made.turns
            self.turns[role, origin, title] = turns
        return list(made.lines)

    def _remember_missing(self, missing: Sequence[_Found], runs: tuple[Run, ...], origin: Origin | None) -> None:
        for (character, _), run in zip(missing, _runs_at(runs, missing), strict=True):
            place = (run and run.written_at) or origin
            if place:
                self.missing[MissingCharacter(character, place)] = None

    def _set_lines(self, runs: tuple[Run, ...], role: BlockRole, room: Measure, lead: int) -> _SetLines:
        """The lines as ``lines`` gives them, with what is to be remembered of them."""
        measured, missing = self._measured(runs, role)
        lines = tuple(break_lines(measured, room))
        loose: list[_Found] = []
        start = 0
        for line in lines:
            if line.looseness > measured.loosest + TOLERANCE:
                begins = max(start, lead)
                loose.append((measured.text[begins : line.end].strip(), begins))
            start = line.end
        turns = None
        if measured.title in ("shaped", "clauses"):
            ends = (line.end for line in lines[:-1] if measured.text[line.end] != LINE_SEPARATOR)
            turns = measured.text[lead:], tuple(position - lead for position in ends)
        return _SetLines(lines, tuple(missing), tuple(loose), turns)

    def _settings(
        self, text: str, start: int, end: int, look: RunLook, marks: list[tuple[int, int]], missing: list[_Found]
    ) -> Iterator[tuple[int, int, ScriptGlyphs]]:
        """The stretches of a run that one face prints in one setting; the missing is added to a list."""
        for first, last, face in self._faces(text, start, end, look, marks, missing):
            if isinstance(face, ScriptGlyphs):
                yield first, last, face
                continue
            position = first
            for mark_start, mark_end in marks:
                begin, stop = max(mark_start, first), min(mark_end, last)
                if begin >= stop:
                    continue
                if begin > position:
                    yield position, begin, face.han
                yield begin, stop, face.latin
                position = stop
            if position < last:
                yield position, last, face.han

    def _faces(
        self, text: str, start: int, end: int, look: RunLook, marks: list[tuple[int, int]], missing: list[_Found]
    ) -> Iterator[tuple[int, int, Face | ScriptGlyphs]]:
        """The stretches of a run by the face that prints them, or by its small figures."""
        for first, last, face in self._book.stretches(look.face_role, text, start, end, marks):
            if face is not None:
                yield first, last, face
                continue
            for index in range(first, last):
                figures = self._book.face_for_small_figure(look.face_role, text[index])
                if figures is None:
                    missing.append((text[index], index))
                yield index, index + 1, figures.small_figures if figures else self._book.roles[look.face_role]


def _runs_at(runs: tuple[Run, ...], found: Sequence[_Found]) -> list[Run | None]:
    """For each thing found in the text of some runs, the run it begins in."""
    if not found:
        return []
    ends = list(accumulate(len(printable(run.text)) for run in runs))
    beyond = (*runs, None)
    return [beyond[bisect_right(ends, position)] for _, position in found]
