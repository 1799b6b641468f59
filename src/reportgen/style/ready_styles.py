"""The program's own style sheets as reading gives them, made beforehand: reading one takes a fifteenth of a build.

``tests/style/test_ready_styles.py`` makes them and fails where they are no longer what reading gives.
"""

from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec import Struct

from reportgen.diagnostics import Diagnostic
from reportgen.source import Source
from reportgen.style.sheet_types import StyleSheet

Load = Callable[[str], tuple[Source | None, tuple[Diagnostic, ...]]]
"""Loads the source of a style sheet by name; no source, but diagnostics, if it cannot be read."""

FOLDER = Path(__file__).with_name("ready")


class MadeStyle(Struct, frozen=True):
    """A style sheet with its words as outputs print them, and the digests of its text and of those it extends."""

    digests: dict[str, str]
    style: StyleSheet


class ReadyStyle(Struct, frozen=True):
    """A style sheet that need not be read, and the sources it would be read from."""

    style: StyleSheet
    sources: Mapping[str, Source]


def ready_style(name: str, load: Load) -> ReadyStyle | None:
    """The ready-made sheet of a name, if the sheets that it was made of are what they were; they are loaded in order.

    None where there is none, or one made for other types of style sheets.
    """
    file = f"{name}.json"
    # The folder is listed: a system may take Plenary for plenary.
    if file not in {each.name for each in FOLDER.iterdir()}:
        return None
    try:
        made = msgspec.json.decode((FOLDER / file).read_bytes(), type=MadeStyle)
    except msgspec.ValidationError:
        return None
    sources: dict[str, Source] = {}
    for each, digest in made.digests.items():
        source, found = load(each)
        if source is None or found or digest_of(source) != digest:
            return None
        sources[each] = source
    return ReadyStyle(made.style, sources)


def digest_of(source: Source) -> str:
    """The digest of the text of a style sheet."""
    return sha256(source.text.encode()).hexdigest()
