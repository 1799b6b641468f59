"""What a page paints: texts, lines, boxes and pictures with their inks and their sizes on paper."""

from collections.abc import Callable, Iterator, Sequence
from math import hypot, sqrt
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import replace
from pikepdf import Array, Dictionary, Name, Page, Stream, String, parse_content_stream

from reportgen.press.content_size import insist_on_size
from reportgen.press.inks import CMYK, GREY, RGB, Paint, Space, grey_paint, space_of

Kind = Literal["text", "line", "fill", "picture", "shading"]

Matrix = tuple[float, float, float, float]
"""What scales, turns and slants; where on the page things are is not asked for."""

_AS_IT_IS: Matrix = (1, 0, 0, 1)

_DEEPEST = 12
"""Forms within forms; more is a circle."""

_UNPAINTED = (3, 7)
"""Rendering modes of text that paint nothing (ISO 32000-1 table 106)."""

_LINE_LIKE = 10
"""A filled box so many times as long as it is thick is a line."""


class Mark(Struct, frozen=True):
    """One thing painted. ``size`` is that of a text, the thickness of a line, or the shorter side of a box, in points.

    ``resolution`` of a picture, in pixels an inch; ``font`` is the name of a text's font where it is not embedded.
    """

    kind: Kind
    paint: Paint
    is_transparent: bool
    size: float = 0.0
    resolution: float = 0.0
    font: str = ""


class _State(Struct, frozen=True):
    """The graphics state as far as it is asked for."""

    matrix: Matrix = _AS_IT_IS
    fill: Paint = grey_paint(0)
    stroke: Paint = grey_paint(0)
    fill_space: Space = GREY
    stroke_space: Space = GREY
    width: float = 1.0
    font: Dictionary | None = None
    font_size: float = 0.0
    mode: int = 0
    is_transparent: bool = False


def marks_on(page: Page) -> Iterator[Mark]:
    """Everything that a page paints, in order; operators that make no sense are passed over, as readers do.

    Raises:
        PdfError: the content cannot be read.
        ContentTooLargeError: unpacked, it is too large for a page.

    """
    resources = page.resources
    yield from _Walk(resources if isinstance(resources, Dictionary) else Dictionary(), _State(), 0).marks(page)


class _Walk:
    """One content stream with its resources."""

    def __init__(self, resources: Dictionary, state: _State, depth: int) -> None:
        self._resources = resources
        self._state = state
        self._kept: list[_State] = []
        self._depth = depth
        self._text = _AS_IT_IS
        self._path: list[tuple[float, float]] = []

    def marks(self, content: Page | Stream) -> Iterator[Mark]:
        """What the stream paints.

        Raises:
            ContentTooLargeError: it is a bomb.

        """
        insist_on_size(content)
        for instruction in parse_content_stream(content):
            name, operands = str(instruction.operator), list(instruction.operands)
            try:
                if name in _SETTING:
                    _SETTING[name](self, operands)
                elif name in _PAINTING:
                    yield from _PAINTING[name](self, operands)
            except (TypeError, ValueError, IndexError, KeyError):
                continue  # operands that do not fit their operator

    def keep(self, _operands: Sequence[Any]) -> None:
        """Operator q."""
        self._kept.append(self._state)

    def restore(self, _operands: Sequence[Any]) -> None:
        """Operator Q."""
        if self._kept:
            self._state = self._kept.pop()

    def transform(self, operands: Sequence[Any]) -> None:
        """Operator cm."""
        self._set(matrix=_times(_matrix(operands), self._state.matrix))

    def set_width(self, operands: Sequence[Any]) -> None:
        """Operator w."""
        self._set(width=float(operands[0]))

    def set_font(self, operands: Sequence[Any]) -> None:
        """Operator Tf."""
        self._set(font=self._named(Name.Font, operands[0]), font_size=float(operands[1]))

    def set_mode(self, operands: Sequence[Any]) -> None:
        """Operator Tr."""
        self._set(mode=int(operands[0]))

    def begin_text(self, _operands: Sequence[Any]) -> None:
        """Operator BT."""
        self._text = _AS_IT_IS

    def set_text_matrix(self, operands: Sequence[Any]) -> None:
        """Operator Tm."""
        self._text = _matrix(operands)

    def set_extended(self, operands: Sequence[Any]) -> None:
        """Operator gs: what of it is transparent, and the font and width it may set."""
        given = self._named(Name.ExtGState, operands[0])
        if given is None:
            return
        opaque = all(float(given[key]) >= 1 for key in (Name.ca, Name.CA) if key in given)
        mode = given.get(Name.BM, Name.Normal)
        plain = str(mode[0] if isinstance(mode, Array) and len(mode) else mode) in ("/Normal", "/Compatible")
        mask = given.get(Name.SMask)
        self._set(is_transparent=not (opaque and plain and (mask is None or mask == Name("/None"))))
        if Name.LW in given:
            self._set(width=float(given[Name.LW]))

    def add_points(self, operands: Sequence[Any]) -> None:
        """Operators m l c v y."""
        numbers = [float(each) for each in operands]
        self._path += zip(numbers[::2], numbers[1::2], strict=False)

    def add_box(self, operands: Sequence[Any]) -> None:
        """Operator re."""
        x, y, width, height = (float(each) for each in operands)
        self._path += [(x, y), (x + width, y + height)]

    def drop_path(self, _operands: Sequence[Any]) -> None:
        """Operator n."""
        self._path = []

    def set_colour(self, target: str, space: Space | None, operands: Sequence[Any]) -> None:
        """The colour operators; without a space of its own, in that which was set."""
        used = space or getattr(self._state, f"{target}_space")
        numbers = [float(each) for each in operands if not isinstance(each, Name)]
        self._state = replace(self._state, **{target: used.paint(numbers), f"{target}_space": used})

    def set_space(self, target: str, operands: Sequence[Any]) -> None:
        """Operators cs CS: the first colour of a space is black, or the full spot colour."""
        space = space_of(operands[0], self._resource(Name.ColorSpace))
        first = space.full if space.kind == "spots" else grey_paint(0)
        self._state = replace(self._state, **{target: first, f"{target}_space": space})

    def show_text(self, operands: Sequence[Any]) -> Iterator[Mark]:
        """Operators Tj TJ ' and double quote."""
        state = self._state
        shown = operands[-1]
        strings = list(shown) if isinstance(shown, Array) else [shown]
        if state.mode in _UNPAINTED or not any(bytes(each) for each in strings if isinstance(each, String)):
            return
        paint = state.stroke if state.mode % 4 == 1 else state.fill
        size = abs(state.font_size) * _height(_times(self._text, state.matrix))
        yield Mark("text", paint, state.is_transparent, size, font=_unembedded(state.font))

    def stroke(self, _operands: Sequence[Any]) -> Iterator[Mark]:
        """Operators S s."""
        state = self._state
        yield Mark("line", state.stroke, state.is_transparent, state.width * _scale(state.matrix))
        self._path = []

    def fill(self, _operands: Sequence[Any]) -> Iterator[Mark]:
        """Operators f F f*: a long thin box is a line."""
        state = self._state
        width, height = self._extent()
        thin, long = sorted((width, height))
        kind: Kind = "line" if long > 0 and thin * _LINE_LIKE <= long else "fill"
        yield Mark(kind, state.fill, state.is_transparent, thin)
        self._path = []

    def fill_and_stroke(self, operands: Sequence[Any]) -> Iterator[Mark]:
        """Operators B b and their like."""
        path = self._path
        yield from self.fill(operands)
        self._path = path
        yield from self.stroke(operands)

    def shade(self, operands: Sequence[Any]) -> Iterator[Mark]:
        """Operator sh."""
        shading = self._named(Name.Shading, operands[0])
        space = space_of(shading[Name.ColorSpace], self._resource(Name.ColorSpace)) if shading is not None else GREY
        yield Mark("shading", space.full, self._state.is_transparent)

    def show_object(self, operands: Sequence[Any]) -> Iterator[Mark]:
        """Operator Do: a picture, or what a form paints."""
        shown = self._named(Name.XObject, operands[0])
        if not isinstance(shown, Stream):
            return
        if shown.get(Name.Subtype) == Name.Image:
            yield self._picture(shown)
        elif self._depth < _DEEPEST:
            yield from self._form(shown)

    def show_inline(self, operands: Sequence[Any]) -> Iterator[Mark]:
        """An inline picture."""
        yield self._picture(operands[0].obj)

    def _form(self, form: Stream) -> Iterator[Mark]:
        matrix = _matrix(list(form[Name.Matrix])) if Name.Matrix in form else _AS_IT_IS
        state = replace(self._state, matrix=_times(matrix, self._state.matrix))
        group = form.get(Name.Group)
        own = form.get(Name.Resources)
        resources = own if isinstance(own, Dictionary) else self._resources
        inner = _Walk(resources, state, self._depth + 1)
        is_group = isinstance(group, Dictionary) and group.get(Name.S) == Name.Transparency
        for mark in inner.marks(form):
            yield replace(mark, is_transparent=mark.is_transparent or (is_group and state.is_transparent))

    def _picture(self, picture: Any) -> Mark:
        """A picture with its inks and its coarser resolution."""
        a, b, c, d = self._state.matrix
        width, height = (_entry(picture, *names, otherwise=None) for names in (("Width", "W"), ("Height", "H")))
        inches = max(hypot(a, b), 1e-6) / 72, max(hypot(c, d), 1e-6) / 72
        resolution = min(float(width) / inches[0], float(height) / inches[1])
        masked = _entry(picture, "SMask", otherwise=None) is not None
        if bool(_entry(picture, "ImageMask", "IM", otherwise=False)):
            paint = self._state.fill
        else:
            space = _entry(picture, "ColorSpace", "CS", otherwise=Name.DeviceGray)
            paint = space_of(space, self._resource(Name.ColorSpace)).full
        return Mark("picture", paint, masked or self._state.is_transparent, resolution=resolution)

    def _extent(self) -> tuple[float, float]:
        """Width and height of the path on paper, along its own axes, however these lie there."""
        if not self._path:
            return 0.0, 0.0
        a, b, c, d = self._state.matrix
        across, up = zip(*self._path, strict=True)
        return (max(across) - min(across)) * hypot(a, b), (max(up) - min(up)) * hypot(c, d)

    def _set(self, **changed: object) -> None:
        self._state = replace(self._state, **changed)

    def _resource(self, kind: Name) -> Dictionary | None:
        found = self._resources.get(kind)
        return found if isinstance(found, Dictionary) else None

    def _named(self, kind: Name, name: Name) -> Any:
        resources = self._resource(kind)
        return resources.get(name) if resources is not None else None


def _entry(picture: Any, *names: str, otherwise: object) -> Any:
    """An entry of a picture by its long name, or the short one of inline pictures."""
    for name in names:
        found = picture.get(Name(f"/{name}"))
        if found is not None:
            return found
    return otherwise


def _matrix(operands: Sequence[Any]) -> Matrix:
    a, b, c, d, _, _ = (float(each) for each in operands)
    return a, b, c, d


def _times(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d = first
    e, f, g, h = then
    return a * e + b * g, a * f + b * h, c * e + d * g, c * f + d * h


def _height(matrix: Matrix) -> float:
    """What a letter one high is high."""
    return hypot(matrix[2], matrix[3])


def _scale(matrix: Matrix) -> float:
    """What a line one thick is thick, on the average of all directions."""
    return sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))


def _unembedded(font: Dictionary | None) -> str:
    """The name of a font that is not in the file; empty where it is."""
    if font is None:
        return "?"
    if font.get(Name.Subtype) == Name.Type3:
        return ""
    inner = font.get(Name.DescendantFonts)
    described = inner[0] if isinstance(inner, Array) and len(inner) else font
    descriptor = described.get(Name.FontDescriptor)
    files = (Name.FontFile, Name.FontFile2, Name.FontFile3)
    if isinstance(descriptor, Dictionary) and any(file in descriptor for file in files):
        return ""
    return str(font.get(Name.BaseFont, "/?")).removeprefix("/")


def _colours(target: str, space: Space | None) -> Callable[[_Walk, Sequence[Any]], None]:
    return lambda walk, operands: walk.set_colour(target, space, operands)


def _spaces(target: str) -> Callable[[_Walk, Sequence[Any]], None]:
    return lambda walk, operands: walk.set_space(target, operands)


_SETTING: dict[str, Callable[[_Walk, Sequence[Any]], None]] = {
    "q": _Walk.keep, "Q": _Walk.restore, "cm": _Walk.transform, "w": _Walk.set_width, "gs": _Walk.set_extended,
    "BT": _Walk.begin_text, "Tf": _Walk.set_font, "Tr": _Walk.set_mode, "Tm": _Walk.set_text_matrix,
    "m": _Walk.add_points, "l": _Walk.add_points, "c": _Walk.add_points, "v": _Walk.add_points,
    "y": _Walk.add_points, "re": _Walk.add_box, "n": _Walk.drop_path,
    "g": _colours("fill", GREY), "rg": _colours("fill", RGB), "k": _colours("fill", CMYK),
    "G": _colours("stroke", GREY), "RG": _colours("stroke", RGB), "K": _colours("stroke", CMYK),
    "sc": _colours("fill", None), "scn": _colours("fill", None),
    "SC": _colours("stroke", None), "SCN": _colours("stroke", None),
    "cs": _spaces("fill"), "CS": _spaces("stroke"),
}  # fmt: skip

_PAINTING: dict[str, Callable[[_Walk, Sequence[Any]], Iterator[Mark]]] = {
    "Tj": _Walk.show_text, "TJ": _Walk.show_text, "'": _Walk.show_text, '"': _Walk.show_text,
    "S": _Walk.stroke, "s": _Walk.stroke,
    "f": _Walk.fill, "F": _Walk.fill, "f*": _Walk.fill,
    "B": _Walk.fill_and_stroke, "B*": _Walk.fill_and_stroke, "b": _Walk.fill_and_stroke, "b*": _Walk.fill_and_stroke,
    "sh": _Walk.shade, "Do": _Walk.show_object, "INLINE IMAGE": _Walk.show_inline,
}  # fmt: skip
