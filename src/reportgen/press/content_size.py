"""How large content is once it is unpacked, found out without unpacking more than a page may have."""

import zlib
from contextlib import suppress
from itertools import accumulate

from pikepdf import Array, Name, Object, Page, Stream

MOST_CONTENT = 128 * 1024 * 1024
"""Bytes of operators; the densest map of a city has a tenth of it."""


class ContentTooLargeError(Exception):
    """The operators of a page are more than anyone could have drawn."""


def insist_on_size(content: Page | Stream) -> None:
    """Makes sure that a page or form can be read.

    Raises:
        ContentTooLargeError: it cannot.

    """
    if any(size > MOST_CONTENT for size in accumulate(map(_unpacked, _streams(content)))):
        raise ContentTooLargeError


def is_unpainted(page: Page) -> bool:
    """Whether a page has no operators at all, as those that only fill up a sheet."""
    return not any(map(_unpacked, _streams(page)))


def _streams(content: Page | Stream) -> list[Stream]:
    if isinstance(content, Stream):
        return [content]
    held: Object | None = content.obj.get(Name.Contents)
    parts = list(held) if isinstance(held, Array) else [held]
    return [part for part in parts if isinstance(part, Stream)]


def _unpacked(stream: Stream) -> int:
    """The size of a stream, or a little more than the most where it has more; of other filters than Flate, its own."""
    content = stream.read_raw_bytes()
    filters = stream.get(Name.Filter)
    names = list(filters) if isinstance(filters, Array) else [filters]
    if names[:1] == [Name.FlateDecode]:
        with suppress(zlib.error):
            for _ in names:
                content = zlib.decompressobj().decompress(content, MOST_CONTENT + 1)
    return len(content)
