"""What two Word files of ours share beside their bodies: styles and lists laid into one; properties."""

from copy import deepcopy

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from reportgen.docx.pieces import as_text


def share_styles(old: WordDocument, new: WordDocument) -> bool:
    """Gives the new file the styles that only the old one has; whether all that both have are the same."""
    mine = {_identifier(style): style for style in new.styles.element.findall(qn("w:style"))}
    same = True
    for style in old.styles.element.findall(qn("w:style")):
        known = mine.get(_identifier(style))
        if known is None:
            new.styles.element.append(deepcopy(style))
        elif as_text(known) != as_text(style):
            same = False
    return same


def share_lists(old: WordDocument, new: WordDocument) -> bool:
    """Gives the new file the lists that only the old one has, and the old body and styles their new numbers.

    Lists that are linked to styles count for both; whether these are the same, but for levels and styles that one of
    them lacks.
    """
    theirs, mine = (_definitions(document) for document in (old, new))
    their_styles, my_styles = (frozenset().union(*map(_links, each.values())) for each in (theirs, mine))
    free = max(mine, default=0) + 1
    same = True
    numbers: dict[str, str] = {}
    for number, definition in theirs.items():
        twin = next((each for each in mine if _canon(mine[each]) == _canon(definition)), None)
        if twin is None and _links(definition):
            twin = next((each for each in mine if _completes(mine[each], definition)), None)
            if twin is not None:
                _add_levels(mine[twin], definition)
        if twin is None:
            is_alone = not _links(definition) & my_styles
            same = same and is_alone
            _add_list(new, definition, free, is_linked=is_alone)
            twin, free = free, free + 1
        mine.pop(twin, None)
        numbers[str(number)] = str(twin)
    for root in (old.element.body, old.styles.element):
        for named in root.iter(qn("w:numId")):
            given = str(named.get(qn("w:val")))
            named.set(qn("w:val"), numbers.get(given, given))
    return same and not any(_links(each) & their_styles for each in mine.values())


def _levels(definition: BaseOxmlElement) -> dict[str, BaseOxmlElement]:
    """The levels of a list by their number."""
    return {str(level.get(qn("w:ilvl"))): level for level in definition.findall(qn("w:lvl"))}


def _completes(mine: BaseOxmlElement, theirs: BaseOxmlElement) -> bool:
    """Whether two lists that are linked to styles are one of which either may lack levels."""
    levels = _levels(mine), _levels(theirs)
    common = [as_text(levels[0][number]) == as_text(levels[1][number]) for number in levels[0] if number in levels[1]]
    return bool(_links(mine)) and bool(common) and all(common)


def _add_levels(mine: BaseOxmlElement, theirs: BaseOxmlElement) -> None:
    """Gives a list the levels that only the other has: those below its own, since both have all from the first."""
    mine.extend(deepcopy(level) for number, level in _levels(theirs).items() if number not in _levels(mine))


def _definitions(document: WordDocument) -> dict[int, BaseOxmlElement]:
    """The definitions of lists by number; ours have one list each, of the same number."""
    element = document.part.numbering_part.element
    return {int(each.get(qn("w:abstractNumId"))): each for each in element.findall(qn("w:abstractNum"))}


def _add_list(document: WordDocument, definition: BaseOxmlElement, number: int, *, is_linked: bool) -> None:
    """Adds a list under another number, with its links to styles unless another list has these."""
    element = document.part.numbering_part.element
    copy = deepcopy(definition)
    copy.set(qn("w:abstractNumId"), str(number))
    for name in ("w:nsid",) if is_linked else ("w:nsid", "w:pStyle"):
        for child in list(copy.iter(qn(name))):
            child.getparent().remove(child)
    first_list = element.find(qn("w:num"))
    if first_list is None:
        element.append(copy)
    else:
        first_list.addprevious(copy)
    counted = element.makeelement(qn("w:num"), {qn("w:numId"): str(number)})
    counted.append(element.makeelement(qn("w:abstractNumId"), {qn("w:val"): str(number)}))
    element.append(counted)


def _canon(definition: BaseOxmlElement) -> str:
    copy = deepcopy(definition)
    del copy.attrib[qn("w:abstractNumId")]
    for child in copy.findall(qn("w:nsid")):
        copy.remove(child)
    return as_text(copy)


def _links(definition: BaseOxmlElement) -> frozenset[str]:
    """The styles that a list is linked to."""
    return frozenset(str(each.get(qn("w:val"))) for each in definition.iter(qn("w:pStyle")))


def _identifier(style: BaseOxmlElement) -> str:
    return str(style.get(qn("w:styleId")))


def properties_of(document: WordDocument) -> tuple[object, ...]:
    """What a file says of itself."""
    properties = document.core_properties
    return (properties.title, properties.author, properties.subject, properties.keywords, properties.created)
