"""Which number the pages before the text begin with: odd numbers are those of right-hand pages (T112)."""

from msgspec import Struct

from reportgen.document.block_types import Contents, Cover, Document
from reportgen.style import StyleSheet


class FrontNumbers(Struct, frozen=True):
    """The numbers of the first pages of cover and contents; the contents go on from the cover where theirs is None.

    Pages count whether or not their number is printed; those of the body always begin with 1.
    """

    cover: int
    contents: int | None


def front_numbers(document: Document, style: StyleSheet) -> FrontNumbers:
    """The numbers of a document under a style.

    Contents that begin on a right-hand page begin with 1, those on the back of the cover with 2. A cover is number 0
    where page 1 is to follow at once, unless left-hand pages differ and page 1 must not be one.
    """
    has_cover = any(isinstance(block, Cover) for block in document.blocks)
    contents = style.contents if any(isinstance(block, Contents) for block in document.blocks) else None
    follows = has_cover and contents is None and style.body_start != "odd"
    cover = 0 if follows and not (style.page.facing or style.has_outer_furniture) else 1
    begins_right = not has_cover or (contents is not None and contents.start == "odd")
    return FrontNumbers(cover, 1 if begins_right else None)
