"""What a node must look like, taken from the types of a frozen struct, so that fields are declared once."""

import re
from collections.abc import Callable
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from msgspec import NODEFAULT, Meta, Struct
from msgspec.structs import fields

Prose = Annotated[str, Meta(extra={"prose": True})]
"""A printed text: references and emphasis are read in it."""

Passage = Annotated[str, Meta(extra={"prose": True, "passage": True})]
"""A printed text of sentences and paragraphs, which the file keeps one sentence a line."""


WHOLE_PATTERN = "[+-]?[0-9]{1,9}"
REAL_PATTERN = r"[+-]?[0-9]{1,6}(?:\.[0-9]{1,6})?"
"""How whole and decimal numbers are written."""


def pattern(expression: str, code: str, accepts: Callable[[str], bool] | None = None) -> Meta:
    """A rule for the characters of a text, and the diagnostic for a text that breaks it.

    ``accepts`` says the same as the expression, for one that takes long to compile; the JSON Schema has the expression.
    """
    return Meta(extra={"pattern": f"^(?:{expression})$", "code": code, "accepts": accepts})


class TextShape(Struct, frozen=True):
    """Any text; ``pattern`` must match where given, else ``code`` is reported."""

    prose: bool = False
    pattern: str = ""
    code: str = ""
    passage: bool = False
    accepts: Callable[[str], bool] | None = None

    def allows(self, text: str) -> bool:
        """Whether a text matches the pattern."""
        if self.accepts is not None:
            return self.accepts(text)
        return not self.pattern or re.match(self.pattern, text) is not None


class WholeShape(Struct, frozen=True):
    """A whole number in digits, within bounds where given."""

    least: int | None = None
    most: int | None = None


class RealShape(Struct, frozen=True):
    """A decimal number, for the measures of a style sheet, within bounds where given."""

    least: float | None = None
    most: float | None = None


class FlagShape(Struct, frozen=True):
    """``true`` or ``false``."""


class ChoiceShape(Struct, frozen=True):
    """One of a few words."""

    values: tuple[str | int, ...]


class CustomShape(Struct, frozen=True):
    """A scalar that its own type knows how to read."""

    type: type


class ListShape(Struct, frozen=True):
    """A list of one kind of entry, ``least`` of them; where ``single``, one entry may stand for a list of it."""

    of: "Shape"
    least: int = 0
    single: bool = False


class TableShape(Struct, frozen=True):
    """Names the author chooses, each with one kind of value."""

    key: "TextShape | ChoiceShape"
    of: "Shape"


class RecordShape(Struct, frozen=True):
    """The fields of one struct; a plain string is the field named by ``shorthand``."""

    type: type[Struct]
    fields: "dict[str, FieldShape]"
    shorthand: str | None

    @property
    def required(self) -> list[str]:
        """The names of the fields that must be there."""
        return [name for name, field in self.fields.items() if field.required]


class FieldShape(Struct, frozen=True):
    """One field of a record."""

    shape: "Shape"
    required: bool


Shape = (
    TextShape | WholeShape | RealShape | FlagShape | ChoiceShape | CustomShape | ListShape | TableShape | RecordShape
)

_PLAIN: dict[object, Shape] = {str: TextShape(), int: WholeShape(), float: RealShape(), bool: FlagShape()}


def shape_of(hint: Any) -> Shape:
    """The shape of a type: str, int, float, bool, Literal, tuple[X, ...], dict[str, X], X | None, Annotated, structs.

    Any other class, and a struct with a class variable ``scalar``, is a custom scalar, read by the reader registered
    for it. The class variable ``shorthand`` of a struct names the field that a plain string is read as.
    """
    origin = get_origin(hint)
    if origin is Annotated:
        return _annotated(*get_args(hint))
    if origin in (Union, UnionType):
        (inner,) = (argument for argument in get_args(hint) if argument is not NoneType)
        return shape_of(inner)
    if origin is Literal:
        return ChoiceShape(get_args(hint))
    if origin is tuple:
        return ListShape(shape_of(get_args(hint)[0]))
    if origin is dict:
        key = shape_of(get_args(hint)[0])
        assert isinstance(key, (TextShape, ChoiceShape))
        return TableShape(key, shape_of(get_args(hint)[1]))
    if hint in _PLAIN:
        return _PLAIN[hint]
    if issubclass(hint, Struct) and not getattr(hint, "scalar", False):
        return record_shape(hint)
    return CustomShape(hint)


@cache
def record_shape(record: type[Struct]) -> RecordShape:
    """The shape of a struct's fields, worked out once."""
    hints = get_type_hints(record, include_extras=True)
    shapes = {
        field.name: FieldShape(
            shape_of(hints[field.name]),
            required=field.default is NODEFAULT and field.default_factory is NODEFAULT,
        )
        for field in fields(record)
    }
    return RecordShape(record, shapes, getattr(record, "shorthand", None))


def field_names(record: type[Struct]) -> frozenset[str]:
    """The names of all fields of a struct and of those within it."""
    names: set[str] = set()
    waiting: list[Shape] = [record_shape(record)]
    while waiting:
        shape = waiting.pop()
        if isinstance(shape, (ListShape, TableShape)):
            waiting.append(shape.of)
        elif isinstance(shape, RecordShape) and not names.issuperset(shape.fields):
            names.update(shape.fields)
            waiting += [field.shape for field in shape.fields.values()]
    return frozenset(names)


def _annotated(base: Any, meta: Meta) -> Shape:
    extra = meta.extra or {}
    if base is int:
        least, most = meta.ge, meta.le
        return WholeShape(int(least) if least is not None else None, int(most) if most is not None else None)
    if base is float:
        return RealShape(meta.ge, meta.le)
    if base is str:
        prose, passage = bool(extra.get("prose")), bool(extra.get("passage"))
        rule, code = str(extra.get("pattern", "")), str(extra.get("code", ""))
        return TextShape(prose, rule, code, passage, extra.get("accepts"))
    shape = shape_of(base)
    if isinstance(shape, ListShape):
        return ListShape(shape.of, meta.min_length or 0, bool(extra.get("single")))
    return shape
