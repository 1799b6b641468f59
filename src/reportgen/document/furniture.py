"""What headers, footers and marks of drafts say."""

import re

from reportgen.document.block_types import Inlines, Metadata, Run, inline_text
from reportgen.document.origins import Origin

_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_OF_THE_PAGE = re.compile(r"(\{(?:page|part|title|short_title)\})")
_ALL_OF_IT = 28
"""Characters that stand beside a page number in one line."""


def furniture_runs(
    text: str, metadata: Metadata, origin: Origin, *, number: Run | None = None, part: str = ""
) -> Inlines:
    """What a header or footer prints: the number of the page, its part, title, draft, hash of what it was made from.

    The title has its own origin; ``origin`` is that of the words around it. Blanks beside a part that is not there go.
    """
    words = {"hash": metadata.short_hash, "draft": str(metadata.draft)}
    shown = {
        "{page}": number or Run(""),
        "{part}": Run(shortened(part), origin=origin),
        "{title}": Run(metadata.title, origin=metadata.title_origin),
        "{short_title}": Run(shortened(metadata.title), origin=metadata.title_origin),
    }
    if not part:
        text = re.sub(r"\u3000*\{part\}\u3000*", "", text)
    runs = [
        shown.get(piece)
        or Run(_PLACEHOLDER.sub(lambda match: words.get(match.group(1), match.group()), piece), origin=origin)
        for piece in _OF_THE_PAGE.split(text)
    ]
    return tuple(run for run in runs if run.text)


def furniture_text(text: str, metadata: Metadata) -> str:
    """The same as text alone."""
    return inline_text(furniture_runs(text, metadata, Origin(())))


def shortened(title: str) -> str:
    """A title as it stands beside a page number: a long one is cut."""
    return title if len(title) <= _ALL_OF_IT else f"{title[: _ALL_OF_IT - 1]}…"
