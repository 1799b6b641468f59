"""Word files of a few lines, for tests: the body as XML, in the names that Word writes."""

from collections.abc import Mapping

from reportgen.manuscript import Manuscript, read_word

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
STRICT = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "http://purl.oclc.org/ooxml/wordprocessingml/main",
    "http://schemas.openxmlformats.org/officeDocument/2006/": "http://purl.oclc.org/ooxml/officeDocument/",
}
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def word_parts(body: str, **parts: str) -> dict[str, bytes]:
    """The parts of a Word file with this body.

    ``parts`` are the inside of others by kind (``styles``, ``header``, …).
    """
    related = {kind: f"{kind}.xml" for kind in parts}
    files = {f"word/{related[kind]}": _root(kind, inside) for kind, inside in parts.items()}
    files["word/document.xml"] = f"<w:document {NAMES}><w:body>{body}</w:body></w:document>"
    files["word/_rels/document.xml.rels"] = _relations(related)
    files["_rels/.rels"] = _relations({"officeDocument": "word/document.xml"})
    return {name: content.encode() for name, content in files.items()}


def manuscript_of(body: str, *, original: bool = False, **parts: str) -> Manuscript:
    """A body read as a manuscript."""
    return read_word(word_parts(body, **parts), original=original)


def text_of(body: str, *, original: bool = False, **parts: str) -> str:
    """What a reader sees of a body, a line for each paragraph."""
    return "\n".join(each.text for each in manuscript_of(body, original=original, **parts).paragraphs)


def paragraph(*inlines: str, properties: str = "") -> str:
    """A paragraph of runs; what is not markup is a run of text."""
    runs = (each if each.startswith("<") else f"<w:r><w:t>{each}</w:t></w:r>" for each in inlines)
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def _root(kind: str, inside: str) -> str:
    if kind == "commentsExtended":
        return f"<w15:commentsEx {NAMES}>{inside}</w15:commentsEx>"
    name = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
    return f"<w:{name} {NAMES}>{inside}</w:{name}>"


def _relations(related: Mapping[str, str]) -> str:
    entries = "".join(
        f'<Relationship Id="{kind}" Type="{_KIND}/{kind}" Target="{target}"/>' for kind, target in related.items()
    )
    return f'<Relationships xmlns="{_RELATIONS}">{entries}</Relationships>'
