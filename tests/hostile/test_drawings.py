"""SVG logos that would take gigabytes or minutes: counted before they are drawn, and limited where counting fails."""

import subprocess
import sys
from pathlib import Path

import pytest

from reportgen.pictures import drawing as drawing_module
from reportgen.pictures import read_picture, resvg

pytestmark = pytest.mark.slow

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">'
FULL = '<rect width="100" height="100"/>'
CURVE = "C 0 0 100 100 50 50"
ZIGZAG = "L 100 100 0 50"
GRADIENT = '<linearGradient id="g"><stop offset="0"/><stop offset="1" stop-color="red"/></linearGradient>'
MASK = f'<mask id="m">{FULL}</mask>'
CLIP = f'<clipPath id="m">{FULL}</clipPath>'
MEASURED = """
import resource, subprocess, sys
ran = subprocess.run(sys.argv[1:], stdin=sys.stdin, capture_output=True)
print(ran.returncode, len(ran.stdout), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
"""Runs a command as the only child of a process, whose memory can be measured then."""

SMALL_STACK = 256 * 1024
"""Bytes."""

TALL = 300.0
"""Points in print, which is four million pixels."""


def masks_in_masks(levels: int) -> str:
    inner = "".join(f'<mask id="m{level}"><g mask="url(#m{level + 1})">{FULL}</g></mask>' for level in range(levels))
    return f'{inner}<mask id="m{levels}">{FULL}</mask><g mask="url(#m0)">{FULL}</g>'


def copies_of_copies(levels: int) -> str:
    uses = (f'<use href="#u{level + 1}"/>' * 20 for level in range(levels))
    return "".join(f'<g id="u{level}">{each}</g>' for level, each in enumerate(uses)) + f'<g id="u{levels}">{FULL}</g>'


KINDS = {
    "a path drawn 2,000 times": f'<path id="p" d="M0 0{CURVE * 800}"/>' + '<use href="#p"/>' * 2000,
    "curves": f'<path d="M0 0{CURVE * 100_000}"/>',
    "polygon": f'<polygon points="{"0,0 100,100 " * 150_000}"/>',
    "masks": MASK + '<rect width="9" height="9" mask="url(#m)"/>' * 100,
    "masks by CSS": f'<style>.a {{mask: url(#m)}}</style>{MASK}' + '<rect class="b a" width="9" height="9"/>' * 100,
    "masks in masks": masks_in_masks(29),
    "clip paths": CLIP + f'<g clip-path="url(#m)">{FULL}</g>' * 100,
    "clip paths by style": CLIP + f'<g style="clip-path: url(#m)">{FULL}</g>' * 100,
    "layers": f'<g opacity=".5">{FULL}</g>' * 200,
    "layers by style": f'<g style="fill:red;opacity:0.99">{FULL}</g>' * 200,
    "blended": f'<g style="mix-blend-mode:multiply">{FULL}</g>' * 200,
    "gradients": GRADIENT + '<rect width="9" height="9" fill="url(#g)"/>' * 300,
    "gradients of a group": f'{GRADIENT}<g fill="url(#g)">{FULL * 300}</g>',
    "gradients by CSS": f'<style>path, .a {{fill-opacity: .5}}</style><g class="a">{FULL * 300}</g>',
    "dashes": f'<path stroke="red" stroke-dasharray=".1" d="M0 0{ZIGZAG * 9}"/>' * 50,
    "dashes of one path": f'<path stroke="red" stroke-width="20" stroke-dasharray=".02" d="M0 0{ZIGZAG * 130}"/>',
    "drawings in the drawing": f'<svg width="9" height="9">{FULL}</svg>' * 60,
    "symbols": f'<symbol id="s" viewBox="0 0 9 9">{FULL}</symbol>' + '<use href="#s"/>' * 60,
    "gradients of many colours": f'<linearGradient id="g">{"<stop/>" * 200}</linearGradient><path fill="url(#g)"/>',
    "translucent colours": '<rect width="100" height="100" fill="#ff000080"/>' * 300,
    "translucent functions": '<rect width="100" height="100" fill="rgb(9 9 9 / 50%)"/>' * 300,
    "circles": '<circle cx="50" cy="50" r="50"/>' * 4000,
    "copies of copies": copies_of_copies(4),
}  # fmt: skip
"""Files of at most two megabytes, most of some kilobytes."""


@pytest.mark.parametrize("kind", KINDS)
def test_what_costs_too_much_is_refused_before_it_is_drawn(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def draw(svg: str, width: int, height: int) -> bytes:
        pytest.fail(f"drawn in {width} × {height} pixels")

    monkeypatch.setattr(drawing_module, "_drawn", draw)
    _, (found,) = read_picture(f"{HEAD}{KINDS[kind]}</svg>".encode(), "a.svg", TALL)
    assert found.code == "svg-too-complex"


SOUND = {
    "many shapes": FULL * 1500,
    "a traced picture": f'<path d="M0 0{"l 1 1 -1 1" * 30_000}"/>',
    "some gradients": GRADIENT + '<rect width="9" height="9" fill="url(#g)"/>' * 100,
    "some masks": MASK + '<rect width="9" height="9" mask="url(#m)"/>' * 10,
    "what Affinity writes": '<path style="fill:rgb(1,2,3);stroke:#a0b0c0" d="M0 0L9 9"/>' * 500,
    "what Inkscape writes": f'<g style="opacity:1;fill-opacity:1;mix-blend-mode:normal">{FULL}</g>' * 500,
}  # fmt: skip


@pytest.mark.parametrize("kind", SOUND)
def test_what_logos_have_is_drawn(kind: str) -> None:
    """As large as logos are, 30 mm; a dear one in fewer pixels than a cheap one."""
    picture, found = read_picture(f"{HEAD}{SOUND[kind]}</svg>".encode(), "a.svg", 85.0)
    assert (picture is not None, found) == (True, ())


def test_what_is_dear_has_fewer_pixels() -> None:
    picture, found = read_picture(f"{HEAD}{SOUND['some masks']}</svg>".encode(), "a.svg", TALL)
    assert picture is not None, found
    assert 1_000_000 <= picture.width * picture.height < 3_900_000


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no limit of the stack to be set here")
def test_the_deepest_drawing_is_drawn_where_programs_have_a_small_stack() -> None:
    """On Windows they have one of 1 MB."""
    limited = f"import os, resource; resource.setrlimit(resource.RLIMIT_STACK, ({SMALL_STACK}, {SMALL_STACK}))"
    command = [sys.executable, "-P", resvg.__file__, "9", "9"]
    svg = f'<svg width="9" height="9" {HEAD[5:]}{"<g>" * 30}{FULL}{"</g>" * 30}</svg>'
    ran = subprocess.run(
        [sys.executable, "-c", f"{limited}; os.execv({sys.executable!r}, {command})"],
        input=svg.encode(), capture_output=True, timeout=120, check=False,
    )  # fmt: skip
    assert (ran.returncode, ran.stdout[:4]) == (0, b"\x89PNG")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not limit the memory of a process")
def test_memory_is_limited_where_counting_was_wrong() -> None:
    """Thirty layers of 64 MB: the process that draws gives up, and prints nothing."""
    program = Path(resvg.__file__)
    layers = '<g opacity=".5">' * 30 + FULL * 2 + "</g>" * 30
    svg = f"{HEAD}{layers}</svg>".replace("<svg", '<svg width="4000" height="4000"')
    command = [sys.executable, "-P", str(program), "4000", "4000"]
    ran = subprocess.run(
        [sys.executable, "-c", MEASURED, *command], input=svg.encode(), capture_output=True, timeout=120, check=False
    )
    status, printed, kilobytes = map(int, ran.stdout.split())
    assert (status != 0, printed) == (True, 0)
    assert kilobytes * 1024 < resvg.MEMORY * 1.1
