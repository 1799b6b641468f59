"""Inline runs to spans of measured text: the face of every character, or the news that none has it."""

from collections.abc import Iterator

from reportgen.characters import LINE_SEPARATOR, latin_marks, printable
from reportgen.diagnostics import FieldPath
from reportgen.document import Run
from reportgen.fonts import Face, FontBook, Setting
from reportgen.layout.measure import Measured, Span, measure
from reportgen.layout.model import MissingCharacter
from reportgen.style import BlockRole, Looks, RunLook


class Setter:
    """Sets the text of one document; remembers the characters no face has."""

    def __init__(self, looks: Looks, book: FontBook) -> None:
        self.missing: dict[MissingCharacter, None] = {}
        self._looks = looks
        self._book = book

    def set(self, runs: tuple[Run, ...], role: BlockRole, origin: FieldPath) -> Measured:
        """The runs of one paragraph, measured in the look of its role."""
        texts = [printable(run.text) for run in runs]
        text = "".join(texts)
        marks = latin_marks(text)
        spans: list[Span] = []
        position = 0
        for run, piece in zip(runs, texts, strict=True):
            look = self._looks.run(role, run.roles)
            end = position + len(piece)
            for start, stop, setting in self._settings(text, position, end, look, marks, origin):
                spans.append(Span(start, stop, setting, look.size, look.colour, look.fill, look.rise, look.pad))
            position = end
        return measure(text, tuple(spans), self._looks.block(role).size)

    def _settings(
        self, text: str, start: int, end: int, look: RunLook, marks: list[tuple[int, int]], origin: FieldPath
    ) -> Iterator[tuple[int, int, Setting]]:
        """The stretches of a run that one face prints in one setting."""
        for first, last, face in self._faces(text, start, end, look, origin):
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
        self, text: str, start: int, end: int, look: RunLook, origin: FieldPath
    ) -> Iterator[tuple[int, int, Face]]:
        """The stretches of a run by the face that has their characters; the role's own face wherever it can."""
        own = self._book.roles[look.font]
        lacking = own.lacking(text[start:end]) - {LINE_SEPARATOR}
        if not lacking:
            if end > start:
                yield start, end, own
            return
        position = start
        for index in range(start, end):
            character = text[index]
            if character not in lacking:
                continue
            if index > position:
                yield position, index, own
            face = self._book.face_for(look.font, character)
            if face is None:
                self.missing[MissingCharacter(character, origin)] = None
            yield index, index + 1, face or own
            position = index + 1
        if position < end:
            yield position, end, own
