"""A separate program: the lines of each page of a PDF from standard input, as JSON on standard output.

``printed_words.py`` runs it, so that a PDF which exhausts memory or time ends this process only. It prints nothing for
a damaged PDF. pdfium runs no scripts and opens no addresses.
"""

import json
import sys

import pypdfium2

from reportgen.pictures.resvg import limit

_MOST_PAGES = 2000
_MOST_CHARACTERS = 8_000_000
"""A report of 700 pages has half a million."""


def main() -> None:
    """Writes the lines, no more than anybody prints."""
    pages: list[list[str]] = []
    left = _MOST_CHARACTERS
    try:
        with pypdfium2.PdfDocument(sys.stdin.buffer.read()) as document:
            for number in range(min(len(document), _MOST_PAGES)):
                text = document[number].get_textpage().get_text_range()
                left -= len(text)
                if left < 0:
                    break
                pages.append(text.splitlines())
    except pypdfium2.PdfiumError:
        return
    sys.stdout.write(json.dumps(pages))  # in ASCII, whatever the encoding of the console


if __name__ == "__main__":
    limit()
    main()
