"""What a redline needs besides its blocks: headers and footers, references that last, the setting that tracks on."""

from copy import deepcopy
from itertools import takewhile

from docx.document import Document as WordDocument
from docx.opc.part import XmlPart
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from reportgen.docx.bookmarks import PAGE
from reportgen.docx.redline_merging import Merging
from reportgen.docx.redline_units import units_of

_REFERENCES = (qn("w:headerReference"), qn("w:footerReference"))
_PLAIN = (qn("w:r"), qn("w:fldSimple"))
_WENT = (qn("w:del"), qn("w:moveFrom"))
_FURNITURE = ("/word/header", "/word/footer")
_BEFORE_TRACKING = frozenset(
    qn(f"w:{name}")
    for name in (
        "writeProtection", "view", "zoom", "removePersonalInformation", "removeDateAndTime",
        "doNotDisplayPageBoundaries", "displayBackgroundShape", "printPostScriptOverText",
        "printFractionalCharacterWidth", "printFormsData", "embedTrueTypeFonts", "embedSystemFonts", "saveSubsetFonts",
        "saveFormsData", "mirrorMargins", "alignBordersAndEdges", "bordersDoNotSurroundHeader",
        "bordersDoNotSurroundFooter", "gutterAtTop", "hideSpellingErrors", "hideGrammaticalErrors",
        "activeWritingStyle", "proofState", "formsDesign", "attachedTemplate", "linkStyles", "stylePaneFormatFilter",
        "stylePaneSortMethod", "documentType", "mailMerge", "revisionView",
    )
)  # fmt: skip
"""What comes before ``w:trackRevisions`` in the settings (ISO/IEC 29500-1 17.15.1.78)."""


def merge_furniture(old: WordDocument, new: WordDocument, merging: Merging) -> bool:
    """Gives the headers and footers of the new file the changes that lead to them from the old.

    Returns whether both files have the same parts; nothing is tracked where they do not. Every section names what is
    tracked itself: LibreOffice 7.4 gives sections that take it over from the one before a copy, both wordings as text.
    """
    before, after = _furniture(old), _furniture(new)
    if before.keys() != after.keys():
        return False
    for name, part in after.items():
        blocks = [list(each.element) for each in (before[name], part)]
        merged = merging.merge(*(units_of(each, [None] * len(each)) for each in blocks))
        for block in blocks[1]:
            part.element.remove(block)
        part.element.extend(merged)
    if any(_is_tracked(part.element) for part in after.values()):
        _name_furniture(new.element.body)
    return True


def _is_tracked(element: BaseOxmlElement) -> bool:
    return any(next(element.iter(qn(f"w:{name}")), None) is not None for name in ("ins", "del"))


def _name_furniture(body: BaseOxmlElement) -> None:
    """Makes every section name the headers and footers that it takes over."""
    named: dict[tuple[str, str], BaseOxmlElement] = {}
    for section in body.iter(qn("w:sectPr")):
        given = {(each.tag, str(each.get(qn("w:type")))): each for each in section if each.tag in _REFERENCES}
        section[0:0] = [deepcopy(each) for key, each in named.items() if key not in given]
        named |= given


def go_on_tracking(document: WordDocument) -> None:
    """Makes Word track what is changed from here on."""
    settings = document.settings.element
    place = sum(each.tag in _BEFORE_TRACKING for each in settings)
    settings.insert(place, OxmlElement("w:trackRevisions"))


def _furniture(document: WordDocument) -> dict[str, XmlPart]:
    parts = document.part.package.iter_parts()
    found = {str(each.partname): each for each in parts if str(each.partname).startswith(_FURNITURE)}
    return {name: part for name, part in found.items() if isinstance(part, XmlPart)}


def keep_references(body: BaseOxmlElement) -> None:
    """Makes text of references to what may be rejected: Word would print an error in the place of their text.

    So it does of references to pages that went, whose bookmarks are those of another file.
    """
    starts = {str(each.get(qn("w:name"))): each for each in body.iter(qn("w:bookmarkStart"))}
    for field in list(body.iter(qn("w:fldSimple"))):
        name, *_ = str(field.get(qn("w:instr"))).split()
        if name not in starts or not _lasts(starts[name]):
            for run in list(field):
                field.addprevious(run)
            field.getparent().remove(field)
    for code in list(body.iter(qn("w:instrText"), qn("w:delInstrText"))):
        _, name, *_ = *str(code.text).split(), ""
        went = next(code.iterancestors(*_WENT), None) is not None
        if name.startswith(PAGE) and (went or name not in starts or not _is_kept(starts[name])):
            _keep_result(code.getparent())


def _keep_result(code: BaseOxmlElement) -> None:
    """Makes text of the field that a run holds the code of: begin, code, separator, result, end."""
    begin, separator = code.getprevious(), code.getnext()
    end = next(each for each in separator.itersiblings() if each.find(qn("w:fldChar")) is not None)
    for each in (begin, code, separator, end):
        each.getparent().remove(each)


def _lasts(start: BaseOxmlElement) -> bool:
    """Whether what a bookmark begins with is in both files."""
    return _is_plain(start.getparent()) and _is_plain_run(start.getnext())


def _is_kept(start: BaseOxmlElement) -> bool:
    """Whether some of what is in a bookmark is in both files, so that it is on a page whatever is decided."""
    inside = takewhile(lambda each: each.get(qn("w:id")) != start.get(qn("w:id")), start.itersiblings())
    return _is_plain(start.getparent()) and any(each.tag in _PLAIN for each in inside)


def _is_plain(paragraph: BaseOxmlElement) -> bool:
    """Whether a paragraph's mark is in both files."""
    return paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}") is None


def _is_plain_run(element: BaseOxmlElement | None) -> bool:
    """Whether what a bookmark begins with is in both files; another bookmark counts as what it begins with."""
    while element is not None and element.tag == qn("w:bookmarkStart"):
        element = element.getnext()
    return element is not None and element.tag in _PLAIN
