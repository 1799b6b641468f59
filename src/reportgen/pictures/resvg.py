"""A program of its own: an SVG drawing from standard input to PNG on standard output, nothing where it is none.

Run by ``drawing.py``, so that a drawing that asks resvg for more memory or time than there is ends this and no more.
"""

import sys
import threading

from resvg_py import svg_to_bytes

STACK = 16 * 1024 * 1024
"""Bytes; resvg takes 32 KB a level, and the main thread of a program on Windows has 1 MB."""


def draw(width: int, height: int) -> None:
    """Draws so many pixels; fonts are not looked for, and CSS counts 96 to the inch."""
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
