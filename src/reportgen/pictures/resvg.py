"""A separate program: an SVG drawing from standard input to PNG on standard output, or nothing if it is damaged.

``drawing.py`` runs it, so that a drawing which exhausts memory or time ends this process only. Both are limited where
the system can do that, which Windows cannot; there the time alone is, by who waits.
"""

import sys
import threading
from contextlib import suppress

from resvg_py import svg_to_bytes

MEMORY = 1024 * 1024 * 1024
"""Bytes; a canvas of four million pixels has sixteen million, and there is one for each layer."""

SECONDS = 60
"""Of work, should nobody wait for it any more."""

STACK = 16 * 1024 * 1024
"""Bytes; resvg takes 32 KB a level, and the main thread of a program on Windows has 1 MB."""


def draw(width: int, height: int) -> None:
    """Draws in the given size in pixels; no fonts are loaded, and CSS has 96 pixels to the inch."""
    svg = sys.stdin.buffer.read().decode()
    try:
        png = svg_to_bytes(svg_string=svg, width=width, height=height, dpi=96, skip_system_fonts=True)
    except ValueError:
        return
    sys.stdout.buffer.write(png)


def limit() -> None:
    """Limits the memory and the time of this process."""
    try:
        import resource
    except ImportError:  # on Windows
        return
    for kind, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS)):
        with suppress(ValueError, OSError):  # a lower limit is set, or the system has none of the kind
            resource.setrlimit(kind, (most, most))


if __name__ == "__main__":
    limit()
    threading.stack_size(STACK)
    threading.Thread(target=draw, args=[int(argument) for argument in sys.argv[1:]]).start()
