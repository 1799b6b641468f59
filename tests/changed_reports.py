"""Every report that differs from a given one in a single field, found by walking the types of a report."""

import datetime
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple, assert_never

from msgspec import Struct
from msgspec.structs import replace

from reportgen.diagnostics import FieldPath
from reportgen.report import Number, Report
from reportgen.source.shapes import (
    ChoiceShape,
    CustomShape,
    FieldShape,
    FlagShape,
    ListShape,
    RealShape,
    RecordShape,
    Shape,
    TableShape,
    TextShape,
    WholeShape,
    record_shape,
)

_MUCH = Decimal(10**9)
"""So much more prints otherwise in every scale and with any number of decimals."""


_NOTHING: dict[type[Shape], tuple[()] | dict[str, object]] = {ListShape: (), TableShape: {}}
"""What is there where a field is left out, if not None."""


class Changed(NamedTuple):
    """A report, and the field in which it differs: its record, its name, the path of what changed."""

    record: type[Struct]
    name: str
    path: FieldPath
    report: Report

    @property
    def field(self) -> str:
        """The field as tests name it: ``Metric.unit``."""
        return f"{self.record.__name__}.{self.name}"


class _Other(NamedTuple):
    """Another value, and the field it is for where that is a field within."""

    value: Any
    path: FieldPath
    field: tuple[type[Struct], str] | None = None


def changed_reports(report: Report) -> Iterator[Changed]:
    """The reports, in the order of the fields; each field of each record is among them, whatever it holds."""
    for other in _others(report, record_shape(Report), ()):
        assert other.field is not None
        yield Changed(*other.field, other.path, other.value)


def _others(value: Any, shape: Shape, path: FieldPath) -> Iterator[_Other]:
    """Other values of a shape, each with one difference."""
    match shape:
        case RecordShape():
            for name, field in shape.fields.items():
                yield from _other_fields(value, shape, name, field, (*path, name))
        case ListShape():
            yield _Other(value[1:], path) if isinstance(shape.of, RecordShape) else _Other((*value, "另项"), path)
            for index, each in enumerate(value if isinstance(shape.of, RecordShape) else ()):
                for other in _others(each, shape.of, (*path, index)):
                    yield other._replace(value=(*value[:index], other.value, *value[index + 1 :]))
        case TableShape():
            yield _Other(dict(list(value.items())[1:]), path)
            for key, each in value.items():
                for other in _others(each, shape.of, (*path, key)):
                    yield other._replace(value={**value, key: other.value})
        case _:
            yield _Other(_other(value, shape), path)


def _other_fields(value: Struct, shape: RecordShape, name: str, field: FieldShape, path: FieldPath) -> Iterator[_Other]:
    own, here = getattr(value, name), (shape.type, name)
    fixed = isinstance(field.shape, ChoiceShape) and len(field.shape.values) == 1
    if own in (None, (), {}):
        yield _Other(replace(value, **{name: _first(field.shape)}), path, here)
    elif not fixed:
        for other in _others(own, field.shape, path):
            yield other._replace(value=replace(value, **{name: other.value}), field=other.field or here)
        if not field.required and not isinstance(field.shape, FlagShape):
            yield _Other(replace(value, **{name: _NOTHING.get(type(field.shape))}), path, here)


def _first(shape: Shape) -> Any:
    """A value where there was none."""
    match shape:
        case RecordShape():
            required = {name: _first(field.shape) for name, field in shape.fields.items() if field.required}
            return shape.type(**{"title": "新题"} | required if "title" in shape.fields else required)
        case ListShape():
            return (_first(shape.of),)
        case TableShape():
            return {"2024": _first(shape.of)} if isinstance(shape.of, CustomShape) else {"新标": _first(shape.of)}
        case ChoiceShape():
            return shape.values[-1]
        case WholeShape():
            return shape.most - 1 if shape.most is not None else 5
        case TextShape():
            return "新增"
        case RealShape():
            return 0.5
        case FlagShape():
            return True
        case CustomShape():
            return {datetime.date: datetime.date(2026, 1, 9), Number: Number(Decimal(7))}[shape.type]
        case _:
            assert_never(shape)


def _other(value: Any, shape: Shape) -> Any:
    """Another value than the one there is."""
    match shape:
        case ChoiceShape():
            return next(each for each in shape.values if each != value)
        case WholeShape():
            return value + 1 if value != shape.most else value - 1
        case TextShape():
            return f"改{value}"
        case RealShape():
            return value + 1
        case FlagShape():
            return not value
        case CustomShape():
            if isinstance(value, datetime.date):
                return value + datetime.timedelta(days=1)
            assert isinstance(value, Number)
            return replace(value, digits=value.digits + _MUCH)
        case _:
            raise TypeError(shape)
