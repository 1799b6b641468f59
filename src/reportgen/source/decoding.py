"""Bytes to text: the encoding, and the characters no report may contain."""

import codecs
import re
from collections.abc import Iterator
from itertools import chain

from msgspec import Struct

from reportgen.diagnostics import Diagnostic, Place, limited
from reportgen.source.nodes import Source
from reportgen.text.characters import code_point, is_chinese, is_private
from reportgen.text.lazy_pattern import LazyPattern

LARGEST_FILE = 16 * 1024 * 1024
"""Bytes; a report of 700 pages has 1.2 MB."""

_FORBIDDEN = LazyPattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")
"""Control characters, invisible line separators, surrogates, non-characters."""

LOST = "\ufffd"
"""The replacement character: one was lost between two encodings."""

_BOMS = ((codecs.BOM_UTF16_LE, "UTF-16LE"), (codecs.BOM_UTF16_BE, "UTF-16BE"))
_ENCODING_NAMES = {"UTF-16LE": "UTF-16", "UTF-16BE": "UTF-16"}
_HEAD = 200
"""Bytes in which UTF-16 shows: its first lines are ASCII, so half of their bytes are zero."""


class _Decoded(Struct, frozen=True):
    """A text in one encoding; ``bad`` are its invalid bytes, as offsets in the text and in the file.

    ``foreign`` are the spans, always up to the end of a line, that are in the encoding ``other`` instead.
    """

    encoding: str
    text: str
    bad: list[tuple[int, int]]
    foreign: tuple[tuple[int, int], ...] = ()
    other: str = ""


_SAMPLE = 0x10000
_TINY = 100
"""Bytes below which a share means little."""
_MOST_BAD = 200
"""Invalid bytes reported one by one; each costs a copy of the rest of the file."""


def too_large(file: str, size: int, largest: int) -> Diagnostic:
    """A finding about a file of ``size`` bytes where ``largest`` are allowed."""
    words = {"size": f"{size / 1024 / 1024:.1f}", "largest": str(largest // 1024 // 1024)}
    return Diagnostic("file-too-large", Place(file), words)


def decode(file: str, content: bytes) -> tuple[Source | None, tuple[Diagnostic, ...]]:
    """The text of a file in UTF-8, GBK, GB18030 or UTF-16; an encoding other than UTF-8 is reported, as are bad bytes.

    The source is None if the bytes are not text, or more than LARGEST_FILE.
    """
    if len(content) > LARGEST_FILE:
        return None, (too_large(file, len(content), LARGEST_FILE),)
    while content.startswith(codecs.BOM_UTF8):  # some editors add one more at each save
        content = content.removeprefix(codecs.BOM_UTF8)
    try:
        decoded = _Decoded("UTF-8", content.decode(), [])
    except UnicodeDecodeError:
        if _is_no_text(content[:_SAMPLE]):
            return None, (Diagnostic("encoding-unknown", Place(file)),)
        decoded = _most_likely(content)
    source = Source(file, decoded.text)
    broken = {offset for offset, _ in decoded.bad}
    return source, limited(chain(_encoding(source, decoded, content), _characters(source, broken)))


def _is_no_text(sample: bytes) -> bool:
    """Whether bytes are an image, a document or the like: many of them are invalid in every encoding."""
    if sample.startswith(tuple(mark for mark, _ in _BOMS)) or sample.count(0) * 4 > len(sample):
        return False
    if sum(sample.count(control) for control in range(9)) * 50 > len(sample):
        return True
    return all(
        sample.decode(encoding, "replace").count(LOST) * 10 > len(sample) + _TINY for encoding in ("UTF-8", "GB18030")
    )


def _encoding(source: Source, decoded: _Decoded, content: bytes) -> Iterator[Diagnostic]:
    """The diagnostics of a file's encoding and its invalid bytes."""
    name = _ENCODING_NAMES.get(decoded.encoding, decoded.encoding)
    if name != "UTF-8":
        yield Diagnostic("encoding-other", source.place(0, 0), {"encoding": name})
    for offset, byte in decoded.bad:
        words = {"byte": f"0x{content[byte]:02X}", "encoding": name}
        yield Diagnostic("encoding-broken", source.place(offset, offset + 1), words)
    for start, end in decoded.foreign:
        yield Diagnostic("encoding-mixed", source.place(start, end), {"encoding": name, "other": decoded.other})


def _most_likely(content: bytes) -> _Decoded:
    """The text in the encoding that fits best."""
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            text, bad = _decoded(content[len(mark) :], encoding)
            return _Decoded(encoding, text, [(offset, byte + len(mark)) for offset, byte in bad])
    head = content[:_HEAD]
    for zeros, encoding in ((head[1::2], "UTF-16LE"), (head[::2], "UTF-16BE")):
        if zeros.count(0) * 3 > len(zeros):
            return _Decoded(encoding, *_decoded(content, encoding))
    if _most_lines_are_utf8(content):
        return _by_line(content, "UTF-8", "GB18030")
    for encoding in ("GBK", "GB18030"):
        text, bad = _decoded(content, encoding)
        if not bad:
            return _Decoded(encoding, text, bad)
    return _by_line(content, "GB18030", "UTF-8")


def _most_lines_are_utf8(content: bytes) -> bool:
    """Whether most lines with Chinese are valid UTF-8; without such lines, what ``_damaged_utf8`` decides."""
    votes = 0
    for line in content.splitlines():
        if not line.isascii():
            text = line.decode(errors="replace")
            votes += 1 if LOST not in text and any(map(is_chinese, text)) else -1
    return votes >= 0 if votes != -1 else _damaged_utf8(content)


def _damaged_utf8(content: bytes) -> bool:
    """Whether bytes are damaged UTF-8: Chinese in GBK hardly ever decodes to Chinese in UTF-8."""
    text = content.decode(errors="replace")
    return sum(map(is_chinese, text)) >= text.count(LOST)


def _by_line(content: bytes, encoding: str, other: str) -> _Decoded:
    """The text of a file that mixes encodings line by line, as editors and merges leave it."""
    pieces: list[str] = []
    bad: list[tuple[int, int]] = []
    foreign: list[tuple[int, int]] = []
    length = start = 0
    for line in content.splitlines(keepends=True):
        inside = "UTF-8" if _damaged_utf8(line) else "GB18030"
        text, faults = _decoded(line, inside)
        if faults or line.isascii():
            inside = encoding
            text, faults = _decoded(line, inside)
        if inside == other:
            first = next(position for position, character in enumerate(text) if not character.isascii())
            foreign.append((length + first, length + len(text.rstrip("\r\n"))))
        bad += [(length + offset, start + byte) for offset, byte in faults]
        pieces.append(text)
        length += len(text)
        start += len(line)
    return _Decoded(encoding, "".join(pieces), bad, tuple(foreign), other)


def _decoded(content: bytes, encoding: str) -> tuple[str, list[tuple[int, int]]]:
    """The text in an encoding, LOST for each run of bad bytes; the offsets of these in the text and in the file."""
    pieces: list[str] = []
    bad: list[tuple[int, int]] = []
    length = start = 0
    while start < len(content):
        try:
            errors = "strict" if len(bad) < _MOST_BAD else "replace"
            piece, following = content[start:].decode(encoding, errors), len(content)
        except UnicodeDecodeError as failure:
            piece, following = content[start : start + failure.start].decode(encoding), start + failure.end
            bad.append((length + len(piece), start + failure.start))
            piece += LOST
        pieces.append(piece)
        length += len(piece)
        start = following
    return "".join(pieces), bad


def forbidden_in(text: str) -> Iterator[re.Match[str]]:
    """The characters of a text that no report may contain."""
    if not _is_printable(text):
        yield from _FORBIDDEN.finditer(text)


def without_forbidden(text: str) -> str:
    """A text with ``LOST`` in place of each of them."""
    return text if _is_printable(text) else _FORBIDDEN.sub(LOST, text)


def _is_printable(text: str) -> bool:
    """Whether all of a text prints, its line ends and wide spaces aside: no control and no private character does."""
    return text.replace("\n", "").replace("\r", "").replace("\u3000", "").isprintable()


def _characters(source: Source, broken: set[int]) -> Iterator[Diagnostic]:
    """Reports the characters no report may contain, and those that were lost before."""
    for match in forbidden_in(source.text):
        place = source.place(match.start(), match.end())
        yield Diagnostic("character-control", place, {"code_point": code_point(match.group())})
    private = frozenset(() if _is_printable(source.text) else filter(is_private, set(source.text)))
    if private:
        yield from (_private(source, offset) for offset, each in enumerate(source.text) if each in private)
    if LOST in source.text:
        lost = (match.start() for match in re.finditer(LOST, source.text) if match.start() not in broken)
        yield from (Diagnostic("character-lost", source.place(offset, offset + 1)) for offset in lost)


def _private(source: Source, offset: int) -> Diagnostic:
    """Reports a private-use character, with the standard one since assigned to its GBK meaning."""
    character = source.text[offset]
    words = {"character": character, "code_point": code_point(character)}
    place = source.place(offset, offset + 1)
    right = _standard(ord(character))
    if right is None:
        return Diagnostic("character-private", place, words, ("type-standard",))
    return Diagnostic("character-private", place, {**words, "right": right}, ("write-instead",))


def _standard(code: int) -> str | None:
    """The standard character for a private-use one of GBK's table (GB 18030-2022, annexes)."""
    if code in _SINCE_2005:
        return chr(_SINCE_2005[code])
    index = code - _GBK_FIRST
    if not 0 <= index < _GBK_COUNT:
        return None
    return bytes((0xFE, 0x50 + index + (0x50 + index >= 0x7F))).decode("gb18030")


_GBK_FIRST, _GBK_COUNT = 0xE815, 80
"""The private-use characters of GBK's bytes FE50 to FEA0; Python's GB 18030 knows most by their standard ones."""

_SINCE_2005 = {
    0xE816: 0x20087, 0xE817: 0x20089, 0xE818: 0x200CC, 0xE831: 0x215D7, 0xE83B: 0x2298F, 0xE855: 0x241FE,
    0xE81E: 0x9FB4, 0xE826: 0x9FB5, 0xE82B: 0x9FB6, 0xE82C: 0x9FB7, 0xE832: 0x9FB8, 0xE843: 0x9FB9,
    0xE854: 0x9FBA, 0xE864: 0x9FBB,
}  # fmt: skip
"""Those it does not."""


def encode_like(text: str, before: bytes) -> bytes:
    """A text as its file was saved; in UTF-8 where it was in an encoding that no longer fits."""
    for encoding in ("utf-8", "gb18030", "utf-16"):
        try:
            if before.decode(encoding).lstrip("\ufeff").encode("utf-8"):
                mark = "\ufeff" if before.startswith(b"\xef\xbb\xbf") else ""
                return (mark + text).encode(encoding)
        except UnicodeError:
            continue
    return text.encode()
