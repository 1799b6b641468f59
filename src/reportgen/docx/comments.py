"""The comments of a draft for its checkers (ISO/IEC 29500-1 17.13.4)."""

import datetime
from typing import TypeVar

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from reportgen.diagnostics import FieldPath
from reportgen.document import CHECKERS_AUTHOR, CheckersNotes
from reportgen.docx.names import COMMENT_MARK, COMMENT_TEXT
from reportgen.docx.xml import NAMESPACES, runs_of

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_Key = TypeVar("_Key")


class Comments:
    """Puts each note of a document beside the first place it is about."""

    def __init__(self, notes: CheckersNotes) -> None:
        self._metrics = dict(notes.metrics)
        self._reviews = dict(notes.reviews)
        self._texts: list[str] = []

    def metric(self, name: str, inner: str) -> str:
        """The runs of a metric inside its comment, where it has one and is printed for the first time."""
        return self._around(self._metrics, name, inner)

    def review(self, path: FieldPath, inner: str) -> str:
        """The runs of the first paragraph of an entry inside its comment, where it has one."""
        entry = path[:-1] if path and isinstance(path[-1], str) else path
        return self._around(self._reviews, entry, inner)

    def add_part(self, word: WordDocument, date: datetime.date) -> bool:
        """Adds the comments to the file, if there are any; whether there are."""
        if not self._texts:
            return False
        comments = "".join(_comment_xml(number, text, date) for number, text in enumerate(self._texts))
        head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        content = f"{head}<w:comments {NAMESPACES}>{comments}</w:comments>"
        part = Part(PackURI("/word/comments.xml"), _TYPE, content.encode(), word.part.package)
        word.part.relate_to(part, RELATIONSHIP_TYPE.COMMENTS)
        return True

    def _around(self, notes: dict[_Key, str], key: _Key, inner: str) -> str:
        if key not in notes:
            return inner
        number = len(self._texts)
        self._texts.append(notes.pop(key))
        return (
            f'<w:commentRangeStart w:id="{number}"/>{inner}<w:commentRangeEnd w:id="{number}"/>'
            f'<w:r><w:rPr><w:rStyle w:val="{COMMENT_MARK}"/></w:rPr><w:commentReference w:id="{number}"/></w:r>'
        )


def _comment_xml(number: int, text: str, date: datetime.date) -> str:
    paragraphs = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{COMMENT_TEXT}"/></w:pPr>{runs_of(line)}</w:p>' for line in text.split("\n")
    )
    return (
        f'<w:comment w:id="{number}" w:author="{CHECKERS_AUTHOR}" w:date="{date}T00:00:00Z" w:initials="R">'
        f"{paragraphs}</w:comment>"
    )
