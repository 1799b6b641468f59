"""Edits of a Word file as people make them, in its XML: words and paragraphs, as tracked changes or not."""

from copy import deepcopy
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree
from lxml.etree import _Element as Element

from reportgen.manuscript.word_xml import W

_DOCUMENT = "word/document.xml"


class WordEditing:
    """One Word file while it is edited; paragraphs are those of the body with plain runs, by their numbers."""

    def __init__(self, content: bytes, *, tracked: bool) -> None:
        with ZipFile(BytesIO(content)) as archive:
            self._parts = {name: archive.read(name) for name in archive.namelist()}
        self._root = etree.fromstring(self._parts[_DOCUMENT])
        self._tracked = tracked
        self._changes = 9000

    def saved(self) -> bytes:
        """The file."""
        self._parts[_DOCUMENT] = etree.tostring(self._root, xml_declaration=True, encoding="UTF-8", standalone=True)
        written = BytesIO()
        with ZipFile(written, "w", ZIP_DEFLATED) as archive:
            for name, content in self._parts.items():
                archive.writestr(name, content)
        return written.getvalue()

    def paragraphs(self) -> list[Element]:
        """The paragraphs of the body that have text and nothing but runs and bookmarks, none of them changed yet."""
        known = {W + name for name in ("pPr", "r", "bookmarkStart", "bookmarkEnd")}
        body = self._root.find(W + "body")
        assert body is not None
        return [
            each
            for each in body.iterchildren(W + "p")
            if _text(each).strip()
            and all(child.tag in known for child in each)
            and each.find(f"{W}pPr/{W}sectPr") is None
            and not any(child.tag in (W + "br", W + "drawing", W + "tab") for child in each.iter())
        ]

    def replace(self, paragraph: Element, start: int, length: int, words: str) -> None:
        """Puts words in the place of others; either may be none."""
        runs = self._runs(paragraph, start, start + length)
        near = runs[-1] if runs else self._runs(paragraph, max(0, start - 1), max(1, start))[-1]
        made = self._typed(words, near) if words else None
        if made is not None:
            (near.addnext if start else near.addprevious)(made)
        for run in runs:
            self._take_out(run)

    def delete(self, paragraph: Element) -> None:
        """Deletes a paragraph."""
        if not self._tracked:
            _parent(paragraph).remove(paragraph)
            return
        for run in list(paragraph.iterchildren(W + "r")):
            self._take_out(run)
        self._mark(paragraph, "del")

    def add(self, after: Element, text: str) -> None:
        """A new paragraph like the one before it."""
        made = etree.Element(W + "p")
        made.extend(deepcopy(each) for each in after.iterchildren(W + "pPr"))
        made.append(self._typed(text, list(after.iterchildren(W + "r"))[-1]))
        after.addnext(made)
        if self._tracked:
            self._mark(after, "ins")

    def split(self, paragraph: Element, at: int) -> None:
        """Ends a paragraph in the middle of its text."""
        self._runs(paragraph, 0, at)
        made = etree.Element(W + "p")
        made.extend(deepcopy(each) for each in paragraph.iterchildren(W + "pPr"))
        position = 0
        for run in list(paragraph.iterchildren(W + "r")):
            if position >= at:
                made.append(run)
            position += len(_text(run))
        paragraph.addnext(made)
        if self._tracked:
            self._mark(paragraph, "ins")

    def move(self, paragraph: Element, before: Element) -> None:
        """Takes a paragraph elsewhere, as most programs track it: deleted here, typed there."""
        moved = deepcopy(paragraph)
        before.addprevious(moved)
        if self._tracked:
            for run in list(moved.iterchildren(W + "r")):
                self._wrap(run, "ins")
            self._mark(moved, "ins")
        self.delete(paragraph)

    def _runs(self, paragraph: Element, start: int, end: int) -> list[Element]:
        """The runs of a stretch of text, cut where it begins and ends."""
        position = 0
        found: list[Element] = []
        for run in list(paragraph.iterchildren(W + "r")):
            text = _text(run)
            for offset in sorted({start - position, end - position} & set(range(1, len(text))), reverse=True):
                rest = deepcopy(run)
                _say(rest, _text(run)[offset:])
                _say(run, _text(run)[:offset])
                run.addnext(rest)
            position += len(text)
        position = 0
        for run in paragraph.iterchildren(W + "r"):
            if start <= position < end:
                found.append(run)
            position += len(_text(run))
        return found

    def _typed(self, words: str, like: Element) -> Element:
        run = deepcopy(like)
        _say(run, words)
        return self._wrapped(run, "ins") if self._tracked else run

    def _take_out(self, run: Element) -> None:
        if not self._tracked:
            _parent(run).remove(run)
            return
        self._wrap(run, "del")
        for text in run.iter(W + "t"):
            text.tag = W + "delText"

    def _wrap(self, run: Element, kind: str) -> None:
        place = etree.Element("place")
        run.addprevious(place)
        _parent(place).replace(place, self._wrapped(run, kind))

    def _wrapped(self, run: Element, kind: str) -> Element:
        wrapper = etree.Element(W + kind, self._author())
        wrapper.append(run)
        return wrapper

    def _mark(self, paragraph: Element, kind: str) -> None:
        """Marks the end of a paragraph as put in or taken out."""
        properties = paragraph.find(W + "pPr")
        if properties is None:
            properties = etree.Element(W + "pPr")
            paragraph.insert(0, properties)
        inner = properties.find(W + "rPr")
        if inner is None:
            inner = etree.SubElement(properties, W + "rPr")
        inner.insert(0, etree.Element(W + kind, self._author()))

    def _author(self) -> dict[str, str]:
        self._changes += 1
        return {W + "id": str(self._changes), W + "author": "主任", W + "date": "2026-01-08T21:30:00Z"}


def _parent(element: Element) -> Element:
    parent = element.getparent()
    assert parent is not None
    return parent


def _text(element: Element) -> str:
    return "".join(each.text or "" for each in element.iter(W + "t"))


def _say(run: Element, words: str) -> None:
    """Gives a run other words."""
    first, *more = run.iter(W + "t")
    first.text = words
    first.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    for each in more:
        run.remove(each)
