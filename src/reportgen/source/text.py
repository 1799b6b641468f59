"""Bytes to text: the encoding, and the characters no report may hold."""

import codecs
import re

from reportgen.diagnostics import Diagnostic, Place
from reportgen.source.nodes import Source

LARGEST_FILE = 16 * 1024 * 1024
"""Bytes; a report of 700 pages has 1.2 MB."""

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")
"""Control characters, line separators nobody can see, surrogates, non-characters."""


def decode(file: str, content: bytes) -> tuple[Source | None, tuple[Diagnostic, ...]]:
    """The text of a file in UTF-8, with or without a byte order mark; every forbidden character is reported.

    Without a source where the bytes cannot be read as text or are more than LARGEST_FILE.
    """
    if len(content) > LARGEST_FILE:
        words = {"size": f"{len(content) / 1024 / 1024:.1f}", "largest": str(LARGEST_FILE // 1024 // 1024)}
        return None, (Diagnostic("file-too-large", Place(file), words),)
    while content.startswith(codecs.BOM_UTF8):  # some editors add one more at each save
        content = content.removeprefix(codecs.BOM_UTF8)
    try:
        text = content.decode()
    except UnicodeDecodeError as failure:
        return None, (_undecodable(file, content, failure.start),)
    source = Source(file, text)
    found = tuple(
        Diagnostic(
            "character-control",
            source.place(match.start(), match.end()),
            {"code_point": f"U+{ord(match.group()):04X}"},
            ("delete-character",),
        )
        for match in FORBIDDEN.finditer(text)
    )
    return source, found


def _undecodable(file: str, content: bytes, offset: int) -> Diagnostic:
    before = Source(file, content[:offset].decode())
    place = before.place(len(before.text), len(before.text))
    return Diagnostic("encoding-unknown", place, {"byte": f"0x{content[offset]:02X}"}, ("save-as-utf8",))
