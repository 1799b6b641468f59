"""Inline runs of the document to runs of Word, metrics in their bookmarks."""

from collections.abc import Mapping

from reportgen.document import Inlines, Run, inline_text, latin_marks_in
from reportgen.docx.bookmarks import Bookmarks
from reportgen.docx.comments import Comments
from reportgen.docx.endnotes import mark_xml
from reportgen.docx.names import WordStyle, run_style_id
from reportgen.docx.runs import own_weight
from reportgen.docx.word_styles import Used
from reportgen.docx.xml import TAB, field, runs_of, simple_field
from reportgen.style import UNIT_ROLES, BlockRole, Looks


class InlineWriter:
    """Writes the runs of one document; remembers the styles they use, and gives metrics their bookmarks.

    References are fields without REF, which Word understands (ISO/IEC 29500-1 17.16.5.51) and LibreOffice lets stand.

    Where a metric is printed again as it was before, the text is a reference to its first place.

    ``notes``: which entry of the glossary, from 1, each mark belongs to. ``endnotes`` is the format of marks
    that lead to endnotes; empty where none do. ``page_labels`` are the printed page numbers of blocks, by anchor.
    """

    def __init__(
        self,
        used: Used,
        bookmarks: Bookmarks,
        notes: Mapping[str, int],
        comments: Comments,
        looks: Looks,
        *,
        endnotes: str = "",
        page_labels: Mapping[str, str],
    ) -> None:
        self.used = used
        self.bookmarks = bookmarks
        self.comments = comments
        self._notes = notes
        self._looks = looks
        self._endnotes = endnotes
        self._page_labels = page_labels
        self._first: dict[tuple[str, str], str] = {}

    def use(self, style: WordStyle) -> str:
        """The identifier of a style, which the file now has to define."""
        self.used.styles[style] = None
        return style.identifier

    def write(self, role: BlockRole, inlines: Inlines, *, tab_at: int | None = None) -> str:
        """Runs of a paragraph; which marks are Latin is decided by the whole of it, as in the PDF.

        ``tab_at``: a tab comes before the paragraph and another at this place of its text (T16).
        """
        marks = latin_marks_in(inlines, [run.text for run in inlines])
        position = first = 0
        written: list[str] = []
        for run in inlines:
            end = position + len(run.text)
            inside: list[tuple[int, int]] = []
            while first < len(marks) and marks[first][0] < end:
                start, stop = marks[first]
                inside.append((max(start, position) - position, min(stop, end) - position))
                if stop > end:
                    break
                first += 1
            parted = tab_at - position if tab_at is not None and position < tab_at < end else 0
            written.append(self._run(role, run, inside, parted))
            position = end
        text = "".join(written)
        figure = _figure_of(inlines)
        if figure:
            text = self._first_place(figure, inline_text(inlines), text)
        return text if tab_at is None else TAB + text

    def _run(self, role: BlockRole, run: Run, latin: list[tuple[int, int]], parted: int) -> str:
        """One run, in two where a tab parts it."""
        if run.roles:
            self.used.runs[run.roles] = None
        style = run_style_id(run.roles)
        bold = own_weight(role, run.roles, self._looks)
        if run.page_of:
            code = rf"PAGEREF {self.bookmarks.of_page(run.page_of)} \h"
            return TAB + field(code, self._page_labels.get(run.page_of, ""), style, bold=bold)
        if parted:
            before, after = (runs_of(text, style, bold=bold) for text in (run.text[:parted], run.text[parted:]))
            written = before + TAB + after
        else:
            written = runs_of(run.text, style, latin, bold=bold)
        if "note-mark" in run.roles and run.text in self._notes:
            if self._endnotes:
                return mark_xml(self._endnotes, run.roles, self._notes[run.text])
            return simple_field(rf"{self.bookmarks.of_note(self._notes[run.text])} \r \h", written)
        if not run.metric:
            return written
        first = self._first.get((run.metric, run.text))
        name, written = self.bookmarks.metric(run.metric, simple_field(rf"{first} \h", written) if first else written)
        if not parted:
            self._first.setdefault((run.metric, run.text), name)
        return self.comments.metric(run.metric, written)

    def _first_place(self, metric: str, text: str, written: str) -> str:
        """The runs of a card's number and unit, which later places of both refer to together."""
        if (metric, text) in self._first:
            return written
        self._first[metric, text], written = self.bookmarks.whole(written)
        return written


def _figure_of(inlines: Inlines) -> str | None:
    """The metric of a number whose unit is set smaller beside it, as on a card."""
    metrics = [run.metric for run in inlines if run.metric]
    units = sum(bool(UNIT_ROLES.intersection(run.roles)) and bool(run.text) for run in inlines)
    return metrics[0] if len(metrics) == 1 and units and len(inlines) == units + 1 else None
