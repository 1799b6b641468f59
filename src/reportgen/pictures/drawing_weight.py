"""What a drawing costs, counted before it is drawn: each reference is a copy, and much else is paid pixel by pixel.

The counts are of the drawing alone, so that a machine that is slow refuses no more than a fast one.
"""

import re
from typing import NamedTuple

from lxml.etree import _Element as Element

from reportgen.pictures.refusal import PictureRefusedError

SVG = "http://www.w3.org/2000/svg"
HREFS = ("href", "{http://www.w3.org/1999/xlink}href")

_MOST_ELEMENTS = 50_000
_MOST_POINTS = 400_000
"""Numbers in the outlines of shapes, copies included; a traced photograph of 1 MB has 200,000."""

_POINTS_A_PASS = 30
"""How many numbers of an outline cost as much as filling the canvas once."""

_DEEPEST = 32
"""Levels of nesting, references included; each costs resvg 32 KB of stack and perhaps a canvas."""

_SHAPES = {
    f"{{{SVG}}}{name}": cost
    for name, cost in {
        "rect": 1, "line": 1, "path": 3, "circle": 3, "ellipse": 3, "polyline": 3, "polygon": 3,
    }.items()
}  # fmt: skip
"""What a shape costs in times that resvg 0.5 fills the canvas with one colour, as measured; so do the tables below."""

_CANVASES = frozenset(f"{{{SVG}}}{name}" for name in ("svg", "symbol"))
_CANVAS = 350
"""What a drawing in the drawing costs: it is clipped, on a layer of its own."""

_GRADIENTS = frozenset(f"{{{SVG}}}{name}" for name in ("linearGradient", "radialGradient"))
_MOST_STOPS = 64
"""Of one gradient; each pixel looks for the two that it lies between."""

_OUTLINES = ("d", "points")
_NUMBER = re.compile(r"[0-9.]+")

_NOT_ONE = r"\s*:\s*(?!1(?:\.0*)?\s*(?:;|$))"
_TRANSLUCENT = r"(?:#(?:[0-9a-f]{4}|[0-9a-f]{8})\b|(?:rgb|hsl)a?\((?:[^)]*/|(?:[^),]*,){3}))"
_DASHES = re.compile(r"stroke-dasharray\s*:\s*[0-9.]", re.IGNORECASE)
_LAYERS = (
    (re.compile(r"(?:mask|clip-path)\s*:\s*url", re.IGNORECASE), 280),
    (re.compile(rf"(?<![\w-])opacity{_NOT_ONE}", re.IGNORECASE), 130),
    (re.compile(r"mix-blend-mode\s*:\s*(?!normal)|isolation\s*:\s*isolate", re.IGNORECASE), 130),
)
"""What a declaration costs its element."""

_PAINTS = (
    (re.compile(rf"(?:fill|stroke)-opacity{_NOT_ONE}", re.IGNORECASE), 50),
    (re.compile(r"(?:fill|stroke)\s*:\s*url", re.IGNORECASE), 50),
    (re.compile(rf"(?:fill|stroke|(?<![\w-])color)\s*:\s*{_TRANSLUCENT}", re.IGNORECASE), 50),
    (_DASHES, 300),
)
"""What a declaration costs each shape in its element."""

_DASHED_POINT = 20
"""What dashes cost besides, for each number of an outline."""

_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_CLASS = re.compile(r"\s*[\w-]*\.([\w-]+)\s*")
_REFERENCE = re.compile(r"url\(\s*[\"']?\s*#([^)\"']+)", re.IGNORECASE)


class Weight(NamedTuple):
    """The size of an element with its children and what it refers to, each time it does."""

    elements: int
    levels: int
    shapes: int
    points: int
    passes: int


class _Cost(NamedTuple):
    """What declarations cost, in passes: their element once, each shape in it, and each number of its outlines."""

    layers: int = 0
    paints: int = 0
    points: int = 0

    def plus(self, other: "_Cost") -> "_Cost":
        """Both together."""
        return _Cost(*(mine + others for mine, others in zip(self, other, strict=True)))


def weigh(root: Element) -> int:
    """How often drawing fills the canvas, at most; refuses drawings deeper or larger than shapes ever are.

    Raises:
        PictureRefusedError: ``svg-too-complex``, or ``svg-unsupported`` for CSS that cannot be followed.

    """
    sheet = _Sheet(root)
    known: dict[Element, Weight] = {}
    open_elements: set[Element] = set()

    def weight(element: Element) -> Weight:
        if element not in known:
            if len(open_elements) == _DEEPEST or element in open_elements:
                raise PictureRefusedError("svg-too-complex")
            open_elements.add(element)
            below = [weight(each) for each in (*element, *sheet.targets(element))]
            open_elements.discard(element)
            known[element] = _with_own(element, sheet.cost(element), below)
        return known[element]

    whole = weight(root)
    if whole.elements > _MOST_ELEMENTS or whole.levels > _DEEPEST or whole.points > _MOST_POINTS:
        raise PictureRefusedError("svg-too-complex")
    return whole.passes + whole.points // _POINTS_A_PASS


def _with_own(element: Element, cost: _Cost, below: list[Weight]) -> Weight:
    own = _SHAPES.get(element.tag, 0)
    if element.tag in _CANVASES and element.getparent() is not None:
        own = _CANVAS
    if element.tag in _GRADIENTS and len(element) > _MOST_STOPS:
        raise PictureRefusedError("svg-too-complex")
    shapes = (element.tag in _SHAPES) + sum(each.shapes for each in below)
    points = sum(len(_NUMBER.findall(element.get(name, ""))) for name in _OUTLINES)
    points += sum(each.points for each in below)
    return Weight(
        1 + sum(each.elements for each in below),
        1 + max((each.levels for each in below), default=0),
        shapes,
        points,
        own + cost.layers + cost.paints * shapes + cost.points * points + sum(each.passes for each in below),
    )


class _Sheet:
    """What the elements of a drawing refer to and cost, by their attributes and the drawing's CSS."""

    def __init__(self, root: Element) -> None:
        self._named = {element.get("id"): element for element in root.iter()}
        self._references: dict[str, list[str]] = {}
        self._class_costs: dict[str, _Cost] = {}
        self._common_cost = _Cost()
        for style in root.iter(f"{{{SVG}}}style"):
            for selectors, declarations in _RULE.findall(style.text or ""):
                self._add(selectors, declarations)

    def targets(self, element: Element) -> list[Element]:
        """The elements that one refers to, directly or through its classes."""
        names = [value[1:] for name, value in element.attrib.items() if name in HREFS]
        names += (name for value in element.attrib.values() for name in _REFERENCE.findall(value))
        names += (name for each in _classes(element) for name in self._references.get(each, ()))
        return [self._named[name.strip()] for name in names if name.strip() in self._named]

    def cost(self, element: Element) -> _Cost:
        """What the declarations of an element cost."""
        declared = ";".join(f"{name}:{value}" for name, value in element.attrib.items() if name != "style")
        cost = _cost_of(f"{declared};{element.get('style', '')}")
        for each in _classes(element):
            cost = cost.plus(self._class_costs.get(each, _Cost()))
        return cost.plus(self._common_cost) if element.tag in _SHAPES else cost

    def _add(self, selectors: str, declarations: str) -> None:
        """Takes up one rule; references from selectors other than classes are refused."""
        names, cost = _REFERENCE.findall(declarations), _cost_of(declarations)
        for selector in selectors.split(",") if names or any(cost) else ():
            match = _CLASS.fullmatch(selector)
            if match is None and names:
                raise PictureRefusedError("svg-unsupported", what=selector.strip()[:40])
            if match is None:
                self._common_cost = self._common_cost.plus(cost)
                continue
            self._references.setdefault(match[1], []).extend(names)
            self._class_costs[match[1]] = self._class_costs.get(match[1], _Cost()).plus(cost)


def _classes(element: Element) -> list[str]:
    return str(element.get("class", "")).split()


def _cost_of(declarations: str) -> _Cost:
    layers, paints = (
        sum(cost for pattern, cost in table if pattern.search(declarations)) for table in (_LAYERS, _PAINTS)
    )
    return _Cost(layers, paints, _DASHED_POINT if _DASHES.search(declarations) else 0)
