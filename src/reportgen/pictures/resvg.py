"""A separate program: an SVG drawing from standard input to PNG on standard output, or nothing if it is damaged.

``drawing.py`` runs it, so that a drawing which exhausts memory or time ends this process only.
"""

import sys
import threading

from resvg_py import svg_to_bytes

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
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    threading.stack_size(STACK)
    threading.Thread(target=draw, args=[int(argument) for argument in sys.argv[1:]]).start()
